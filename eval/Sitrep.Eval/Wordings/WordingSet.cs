using System.Diagnostics;
using Sitrep.Eval.Data;
using Sitrep.Eval.Documents;
using Sitrep.Eval.Scores;
using Sitrep.Model.Record;
using Sitrep.Pipeline;

namespace Sitrep.Eval.Wordings;

/// <summary>Whether one fact is read alike in whatever order plain news puts it: sentences of our own, each read as a report by itself.</summary>
/// <remarks>After CheckList (Ribeiro et al. 2020): what was put in must come out. It says which constructions are read, and not how often news uses them.</remarks>
internal static class WordingSet
{
    private const string Name = "wordings";

    private const int Sentences = 1200;

    public static EvalSet Of(Locations locations) => new(Name, () => Run(Path.Combine(locations.SampleGold, "wordings.tsv")));

    private static SetResult Run(string path)
    {
        if (!File.Exists(path)) return SetResult.Skip(Name, "no file eval/gold/wordings.tsv");
        var sheet = new TallySheet();
        long started = Stopwatch.GetTimestamp();
        int number = 0;
        foreach (WordedFact fact in new WordingTable(WordingRows.Load(path)).Facts(Sentences))
        {
            ReadReport? read = Product.Read(PlainReport.Whole(number++, fact.Text));
            Claim[] events = [.. (read?.Reading.Claims ?? []).Where(claim => claim.Event is { } happened && fact.Types.Contains(happened.Type.ToString(), StringComparer.OrdinalIgnoreCase))];
            bool[] best = events.Select(claim => Parts(claim, fact)).OrderByDescending(parts => parts.Count(right => right)).FirstOrDefault() ?? new bool[4];
            (string, bool)[] answers = [("right", events.Length > 0 && best.All(right => right)), ("event", events.Length > 0), ("actor", best[0]), ("place", best[1]), ("day", best[2]), ("source", best[3])];
            foreach ((string metric, bool right) in answers) sheet.Add(metric, Tally.Answer(right));
            sheet.EndDocument();
            if (!answers[0].Item2) sheet.Details.Add($"wordings: wrong {string.Join(' ', answers.Skip(1).Where(one => !one.Item2).Select(one => one.Item1))} | {fact.Text}");
        }
        return new SetResult(Name, [.. sheet.Scores(Name, Stopwatch.GetElapsedTime(started).TotalSeconds)], DataFiles.Hash([path]), null, sheet.Details);
    }

    // Affirmed by whoever was said to tell it, of the actor and no more words, at the place, with a time where one is told.
    private static bool[] Parts(Claim claim, WordedFact fact)
    {
        EventReading happened = claim.Event!;   // only claims on events come here
        string[] doers = [.. happened.Roles.Where(role => role.Role == RoleKind.Actor).Select(role => role.Actor.Name ?? role.Actor.Words)];
        bool actor = doers.Length == 1 && WordingRows.Bare(doers[0]).Equals(WordingRows.Bare(fact.Actor), StringComparison.OrdinalIgnoreCase);
        bool place = happened.Place is { Form: PlaceForm.Name } town && town.Words == fact.Place;
        bool day = fact.Day is null || happened.When is not null;
        bool source = claim.Stance == Stance.Affirms && (fact.Source is null ? claim.By.Kind == SourceKind.Narration : claim.By.Source is { } teller && WordingRows.Bare(fact.Source).EndsWith(WordingRows.Bare(teller.Name ?? teller.Words), StringComparison.OrdinalIgnoreCase));
        return [actor, place, day, source];
    }
}
