using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline;

namespace Sitrep.Eval.Wordings;

/// <summary>Whether those who, and the places which, are meant come out as one actor and one place each, by whatever words they are told of.</summary>
internal static class ReferenceAnswers
{
    public static (string Metric, bool Right)[] Answers(ReadReport? read, WordedReference told)
    {
        SituationRecord? record = read is null ? null : Product.OrNull(() => Product.Pipeline.Fold([read], [], asOf: null));
        string[] types = [.. told.Events.SelectMany(happened => happened.Types)];
        List<Event> left = [.. (record?.Events ?? []).Where(found => types.Contains(found.Type.ToString(), StringComparer.OrdinalIgnoreCase))];
        bool all = left.Count == told.Events.Length, actor = true, place = true, source = true;
        foreach (WordedEvent happened in told.Events)
        {
            (Event Event, bool[] Parts)? best = left.Where(found => happened.Types.Contains(found.Type.ToString(), StringComparer.OrdinalIgnoreCase)).Select(found => (found, Parts(record!, found, happened))).OrderByDescending(pair => pair.Item2.Count(right => right)).Select(pair => ((Event, bool[])?)pair).FirstOrDefault();   // what was found is of a record
            if (best is { } found) left.Remove(found.Event);
            all &= best is not null;
            actor &= best is { } who && who.Parts[0];
            place &= best is { } where && where.Parts[1];
            source &= best is { } whose && whose.Parts[2];
        }
        return [("event", all), ("actor", actor), ("place", place), ("source", source)];
    }

    private static bool[] Parts(SituationRecord record, Event found, WordedEvent happened)
    {
        Actor[] Of(RoleKind kind) => [.. found.Roles.Where(role => role.Kind == kind).Select(role => record.Actors.First(actor => actor.Id == role.Actor)).DistinctBy(actor => actor.Id)];
        Actor[] doers = [.. Of(RoleKind.Actor).Concat(Of(RoleKind.With))];
        bool who = doers.Length == happened.Doers.Length && happened.Doers.All(answer => doers.Any(answer.Is)) || happened.Open && doers.Length != 1;
        bool whom = happened.Target is not { } target || Of(RoleKind.Target) is [var befallen] && target.Is(befallen);
        LedgerClaim[] claims = [.. record.Claims.Where(claim => found.Claims.Contains(claim.Claim.Id))];
        bool where = record.Places.FirstOrDefault(place => place.Id == found.Place) is { } town && happened.Place.Is(town, claims.Any(claim => claim.Claim.Event?.Place is { Near: true }));
        return [who && whom, where, claims.All(claim => IsBy(record, claim, happened.Source))];
    }

    private static bool IsBy(SituationRecord record, LedgerClaim claim, ActorAnswer? source) =>
        source is null ? claim.Claim.By.Kind == SourceKind.Narration : claim.Source is { } id && source.Is(record.Actors.First(actor => actor.Id == id));
}
