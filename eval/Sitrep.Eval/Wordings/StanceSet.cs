using System.Diagnostics;
using Sitrep.Eval.Data;
using Sitrep.Eval.Documents;
using Sitrep.Eval.Scores;
using Sitrep.Model.Record;
using Sitrep.Pipeline;

namespace Sitrep.Eval.Wordings;

/// <summary>Whether denials, doubts and forecasts are read as such, and as whose, in whatever words plain news puts them: sentences of our own, each read as a report by itself.</summary>
/// <remarks>As <see cref="WordingSet"/>: it says which constructions are read, and not how often news uses them.</remarks>
internal static class StanceSet
{
    private const string Name = "stance-wordings";

    private const int Sentences = 1200;

    public static EvalSet Of(Locations locations) => new(Name, () => Run(Path.Combine(locations.SampleGold, "stance-wordings.tsv")));

    private static SetResult Run(string path)
    {
        if (!File.Exists(path)) return SetResult.Skip(Name, "no file eval/gold/stance-wordings.tsv");
        var sheet = new TallySheet();
        long started = Stopwatch.GetTimestamp();
        int number = 0;
        foreach (WordedStance fact in new StanceTable(WordingRows.Load(path)).Facts(Sentences))
        {
            ReadReport? read = Product.Read(PlainReport.Whole(number++, fact.Text));
            Claim[] told = [.. (read?.Reading.Claims ?? []).Where(claim => claim.Event is { } happened && fact.Types.Contains(happened.Type.ToString(), StringComparer.OrdinalIgnoreCase))];
            bool turned = Array.Exists(told, claim => claim.Stance != fact.Stance);
            bool[] best = told.Where(claim => claim.Stance == fact.Stance).Select(claim => Parts(claim, fact)).OrderByDescending(parts => parts.Count(right => right)).FirstOrDefault() ?? new bool[3];
            bool stance = !turned && Array.Exists(told, claim => claim.Stance == fact.Stance);
            (string, bool)[] answers = [("right", stance && best.All(right => right)), ("event", told.Length > 0), ("stance", stance), ("actor", best[0]), ("place", best[1]), ("source", best[2])];
            foreach ((string metric, bool right) in answers) sheet.Add(metric, Tally.Answer(right));
            sheet.EndDocument();
            if (!answers[0].Item2) sheet.Details.Add($"{Name}: wrong {string.Join(' ', answers.Skip(1).Where(one => !one.Item2).Select(one => one.Item1))} | {fact.Text}");
        }
        return new SetResult(Name, [.. sheet.Scores(Name, Stopwatch.GetElapsedTime(started).TotalSeconds)], DataFiles.Hash([path]), null, sheet.Details);
    }

    // Of the actor and nobody else, at the place, as the word of one of those whose word it may be.
    private static bool[] Parts(Claim claim, WordedStance fact)
    {
        EventReading happened = claim.Event!;   // only claims on events come here
        string[] doers = [.. happened.Roles.Where(role => role.Role == RoleKind.Actor).Select(role => role.Actor.Name ?? role.Actor.Words)];
        bool actor = doers.Length == 1 && (WordingRows.Bare(doers[0]).Equals(WordingRows.Bare(fact.Actor), StringComparison.OrdinalIgnoreCase) || doers[0] is "they" && fact.Sources.Contains(fact.Actor));
        bool place = happened.Place is { Form: PlaceForm.Name } town && town.Words == fact.Place;
        bool source = Array.Exists(fact.Sources, who => who is null ? claim.By.Kind == SourceKind.Narration : claim.By.Source is { } teller && WordingRows.Bare(who).EndsWith(WordingRows.Bare(teller.Name ?? teller.Words), StringComparison.OrdinalIgnoreCase));
        return [actor, place, source];
    }
}
