using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Pipeline.Publish.Changes;

/// <summary>What became of events.</summary>
internal static class EventChanges
{
    public static IEnumerable<RecordChange> Of(SituationRecord before, SituationRecord after, RecordIndex now, NewClaims news)
    {
        var earlier = new Counterparts<Event>(before.Events, Id, Claims);
        var later = new Counterparts<Event>(after.Events, Id, Claims);
        foreach (Event happening in after.Events)
        {
            Event? was = earlier.Of(happening);
            // Of several that an event is made of now, it goes on being the one that is most of it.
            if (was is not null && later.Of(was) != happening) was = null;
            foreach (RecordChange change in Of(was, happening, earlier, now, news)) yield return change;
        }
        foreach (Event gone in before.Events.Where(happening => !happening.IsRejected))
        {
            Event? into = later.Of(gone);
            if (into is not null && earlier.Of(into) == gone) continue;
            yield return into is null
                ? new RecordChange(ChangeKind.Retracted, ChangedThing.Event, gone.Id, null, EventSection.Summary(gone), gone.Place, gone.When, Stands(gone), null, [])
                : new RecordChange(ChangeKind.Merged, ChangedThing.Event, gone.Id, into.Id, EventSection.Summary(gone), gone.Place, gone.When, Stands(gone), $"part of “{EventSection.Summary(into)}”", news.Of(into.Claims));
        }
    }

    private static IEnumerable<RecordChange> Of(Event? was, Event happening, Counterparts<Event> earlier, RecordIndex now, NewClaims news)
    {
        string? oldId = was is null || was.Id == happening.Id ? null : was.Id;
        RecordChange Make(ChangeKind kind, string? from, string? to, ImmutableArray<string>? claims = null) =>
            new(kind, ChangedThing.Event, happening.Id, oldId, EventSection.Summary(happening), happening.Place, happening.When, from, to, claims ?? news.Of(happening.Claims));

        if (was is null || was.IsRejected && !happening.IsRejected)
        {
            if (happening.IsRejected) yield break;
            Event? replaced = happening.Supersedes.Select(now.Event).OfType<Event>().FirstOrDefault(other => earlier.Of(other) is not null);
            yield return happening.Expected ? Make(ChangeKind.Expected, null, Stands(happening))
                : replaced is not null ? Make(ChangeKind.Reversed, $"“{EventSection.Summary(replaced)}” ({Wording.When(replaced.When)})", Stands(happening))
                : Make(ChangeKind.New, null, Stands(happening));
            yield break;
        }
        if (happening.IsRejected)
        {
            if (!was.IsRejected) yield return Make(ChangeKind.Retracted, Stands(was), "rejected by an analyst");
            yield break;
        }
        if (Turn(was.Status, happening.Status) is { } turn) yield return Make(turn, Stands(was), Stands(happening), turn == ChangeKind.Disputed ? Against(happening, now, news) : null);
        string before = Told(was, now), after = Told(happening, now);
        if (before != after && happening.When?.Precision != TimePrecision.Unknown) yield return Make(ChangeKind.Revised, before, after);
    }

    /// <summary>What a change of status amounts to; null for none that a reader must be told of.</summary>
    public static ChangeKind? Turn(Status was, Status status) => (IsDisputed(was), status) switch
    {
        _ when was == status => null,
        (_, Status.Retracted) => ChangeKind.Retracted,
        (false, Status.Contested or Status.Denied) => ChangeKind.Disputed,
        (_, Status.Corroborated) => ChangeKind.Confirmed,
        (true, Status.SingleSource) => ChangeKind.Confirmed,
        _ => null,
    };

    private static bool IsDisputed(Status status) => status is Status.Contested or Status.Denied;

    // The denials first, and whoever affirms what contradicts it.
    private static ImmutableArray<string> Against(Event happening, RecordIndex now, NewClaims news)
    {
        ImmutableArray<string> fresh = news.Of([.. happening.Claims, .. happening.Contradicts.Select(now.Event).OfType<Event>().SelectMany(other => other.Claims)]);
        return [.. now.Known(fresh).OrderBy(claim => claim.Claim.Stance is Stance.Denies or Stance.Doubts ? 0 : 1).Select(claim => claim.Claim.Id)];
    }

    private static string Told(Event happening, RecordIndex now)
    {
        string place = now.PlaceName(happening.Place);
        return $"{Wording.When(happening.When)}{(place.Length > 0 ? $", {place}" : "")}{(happening.Extent == Extent.Partial ? ", in part" : "")}";
    }

    private static string Stands(Event happening) => Confidence.Of(happening.Status, happening.Expected).Words;

    private static string Id(Event happening) => happening.Id;

    private static IEnumerable<string> Claims(Event happening) => happening.Claims.Union(happening.RejectedClaims, StringComparer.Ordinal);
}
