using Sitrep.Model.Record;
using Sitrep.Pipeline;

namespace Sitrep.Eval.Wordings;

/// <summary>Whether one fact is read alike in whatever order plain news puts it.</summary>
internal static class WordingAnswers
{
    public static (string Metric, bool Right)[] Answers(ReadReport? read, WordedFact fact)
    {
        Claim[] events = [.. (read?.Reading.Claims ?? []).Where(claim => claim.Event is { } happened && fact.Types.Contains(happened.Type.ToString(), StringComparer.OrdinalIgnoreCase))];
        bool[] best = events.Select(claim => Parts(claim, fact)).OrderByDescending(parts => parts.Count(right => right)).FirstOrDefault() ?? new bool[4];
        return [("event", events.Length > 0), ("actor", best[0]), ("place", best[1]), ("day", best[2]), ("source", best[3])];
    }

    // Affirmed by whoever was said to tell it, of the actor and no more words, at the place, with a time where one is told.
    private static bool[] Parts(Claim claim, WordedFact fact)
    {
        EventReading happened = claim.Event!;   // only claims on events come here
        string[] doers = [.. happened.Roles.Where(role => role.Role == RoleKind.Actor).Select(role => role.Actor.Name ?? role.Actor.Words)];
        bool actor = doers.Length == 1 && WordingRows.Bare(doers[0]).Equals(WordingRows.Bare(fact.Actor), StringComparison.OrdinalIgnoreCase);
        bool place = happened.Place is { Form: PlaceForm.Name } town && town.Words == fact.Place;
        bool day = fact.Day is null || happened.When is not null;
        return [actor, place, day, claim.Stance == Stance.Affirms && WordingRows.IsBy(claim, fact.Source)];
    }
}
