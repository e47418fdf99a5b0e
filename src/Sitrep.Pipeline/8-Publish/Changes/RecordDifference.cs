using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Pipeline.Publish.Changes;

/// <summary>What one record knows that another did not. A pure function of the two; things are found again by the claims they share, because a late report can change an id.</summary>
public static class RecordDifference
{
    public static RecordChanges Of(SituationRecord before, SituationRecord after)
    {
        var then = new RecordIndex(before);
        var now = new RecordIndex(after);
        var ranking = new EventRanking(now);
        var news = new NewClaims(before, after);
        IEnumerable<RecordChange> changes = ControlChanges.Of(then, now, news).Concat(EventChanges.Of(before, after, now, news)).Concat(FigureChanges.Of(before, after, now, news)).Concat(FateChanges.Of(then, now, news));
        return new RecordChanges(before.AsOf, after.AsOf, [.. changes.OrderBy(change => change.Kind).ThenBy(change => change.Thing)
            .ThenByDescending(change => Weight(change, now, ranking)).ThenBy(change => change.When?.Start).ThenBy(change => change.Id, StringComparer.Ordinal)]);
    }

    private static int Weight(RecordChange change, RecordIndex now, EventRanking ranking) => change.Thing switch
    {
        ChangedThing.Event => now.Event(change.Id) is { } happening ? ranking.Weight(happening) : 0,
        ChangedThing.Figure => now.Figure(change.Id) is { } figure ? FigureSection.Weight(figure) : 0,
        _ => change.Claims.Length,
    };
}

/// <summary>Which claims of the later record the earlier one did not hold.</summary>
internal sealed class NewClaims(SituationRecord before, SituationRecord after)
{
    private readonly HashSet<string> _known = [.. before.Claims.Select(claim => claim.Claim.Id)];
    private readonly HashSet<string> _held = [.. after.Claims.Select(claim => claim.Claim.Id)];

    /// <summary>The new ones of these; all of them where none is new.</summary>
    public ImmutableArray<string> Of(IEnumerable<string> claims)
    {
        string[] all = [.. claims.Where(_held.Contains).Distinct(StringComparer.Ordinal)];
        string[] fresh = [.. all.Where(claim => !_known.Contains(claim))];
        return fresh.Length > 0 ? [.. fresh] : [.. all];
    }
}
