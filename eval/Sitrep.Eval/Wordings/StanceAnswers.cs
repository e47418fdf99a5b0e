using Sitrep.Model.Record;
using Sitrep.Pipeline;

namespace Sitrep.Eval.Wordings;

/// <summary>Whether denials, doubts and forecasts are read as such, and as whose, in whatever words plain news puts them.</summary>
internal static class StanceAnswers
{
    public static (string Metric, bool Right)[] Answers(ReadReport? read, WordedStance fact)
    {
        Claim[] told = [.. (read?.Reading.Claims ?? []).Where(claim => claim.Event is { } happened && fact.Types.Contains(happened.Type.ToString(), StringComparer.OrdinalIgnoreCase))];
        bool[] best = told.Where(claim => claim.Stance == fact.Stance).Select(claim => Parts(claim, fact)).OrderByDescending(parts => parts.Count(right => right)).FirstOrDefault() ?? new bool[3];
        return [("event", told.Length > 0), ("stance", told.Length > 0 && Array.TrueForAll(told, claim => claim.Stance == fact.Stance)), ("actor", best[0]), ("place", best[1]), ("source", best[2])];
    }

    // Of the actor and nobody else, at the place, as the word of one of those whose word it may be.
    private static bool[] Parts(Claim claim, WordedStance fact)
    {
        EventReading happened = claim.Event!;   // only claims on events come here
        string[] doers = [.. happened.Roles.Where(role => role.Role == RoleKind.Actor).Select(role => role.Actor.Name ?? role.Actor.Words)];
        bool actor = doers.Length == 1 && (WordingRows.Bare(doers[0]).Equals(WordingRows.Bare(fact.Actor), StringComparison.OrdinalIgnoreCase) || doers[0] is "they" && fact.Sources.Contains(fact.Actor));
        bool place = happened.Place is { Form: PlaceForm.Name } town && town.Words == fact.Place;
        return [actor, place, Array.Exists(fact.Sources, who => WordingRows.IsBy(claim, who))];
    }
}
