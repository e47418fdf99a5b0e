using System.Diagnostics;
using Sitrep.Eval.Data;
using Sitrep.Eval.Documents;
using Sitrep.Eval.Scores;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline;

namespace Sitrep.Eval.Wordings;

/// <summary>Whether one toll is read alike in whatever words plain news puts it: sentences of our own, each read as a report by itself.</summary>
/// <remarks>As <see cref="WordingSet"/>: it says which constructions are read, and not how often news uses them.</remarks>
internal static class TollSet
{
    private const string Name = "toll-wordings";

    private const int Sentences = 1200;

    public static EvalSet Of(Locations locations) => new(Name, () => Run(Path.Combine(locations.SampleGold, "toll-wordings.tsv")));

    private static SetResult Run(string path)
    {
        if (!File.Exists(path)) return SetResult.Skip(Name, "no file eval/gold/toll-wordings.tsv");
        var sheet = new TallySheet();
        long started = Stopwatch.GetTimestamp();
        int number = 0;
        foreach (WordedToll toll in new TollTable(WordingRows.Load(path)).Facts(Sentences))
        {
            ReadReport? read = Product.Read(PlainReport.Whole(number++, toll.Text));
            SituationRecord? record = read is null ? null : Product.OrNull(() => Product.Pipeline.Fold([read], [], asOf: null));
            Told[] told = [.. (record?.Figures ?? []).Select(figure => new Told(figure, read!.Reading.Claims.First(claim => figure.Claims.Contains(claim.Id)), record!.Places.FirstOrDefault(place => place.Id == figure.Place)))];   // figures are of a record, and a record of a report
            Told?[] found = [.. toll.Counts.Select(count => Array.Find(told, one => one.Figure.Measure == count.Measure && count.Is(one.Figure)))];
            bool count = found.All(one => one is not null) && told.Length == found.Length;
            bool who = toll.Counts.Zip(found).All(pair => pair.First.Who is null || pair.Second?.Claim.Figure!.Subject is { } subject && (subject.Name ?? subject.Words).Split(" in ")[0].EndsWith(pair.First.Who, StringComparison.OrdinalIgnoreCase));
            bool place = found.All(one => one?.Place is { } town && (town.Name == toll.Place || town.Aliases.Contains(toll.Place)));
            bool source = found.All(one => one is { Claim: { Stance: Stance.Affirms } claim } && (toll.Source is null ? claim.By.Kind == SourceKind.Narration : claim.By.Source is { } teller && WordingRows.Bare(toll.Source).EndsWith(WordingRows.Bare(teller.Name ?? teller.Words), StringComparison.OrdinalIgnoreCase)));
            (string, bool)[] answers = [("right", count && who && place && source), ("count", count), ("who", who), ("place", place), ("source", source)];
            foreach ((string metric, bool right) in answers) sheet.Add(metric, Tally.Answer(right));
            sheet.EndDocument();
            if (!answers[0].Item2) sheet.Details.Add($"{Name}: wrong {string.Join(' ', answers.Skip(1).Where(one => !one.Item2).Select(one => one.Item1))} | {toll.Text}");
        }
        return new SetResult(Name, [.. sheet.Scores(Name, Stopwatch.GetElapsedTime(started).TotalSeconds)], DataFiles.Hash([path]), null, sheet.Details);
    }

    /// <summary>A figure of the record, the claim it rests on, and its place; null when it has none.</summary>
    private sealed record Told(Figure Figure, Claim Claim, Place? Place);
}
