using System.Diagnostics;
using Sitrep.Eval.Data;
using Sitrep.Eval.Documents;
using Sitrep.Eval.Scores;
using Sitrep.Pipeline;

namespace Sitrep.Eval.Wordings;

/// <summary>Sets of sentences of our own, put together from a table of wordings, each read as a report by itself: what was put in must come out.</summary>
/// <remarks>After CheckList (Ribeiro et al. 2020). They say which constructions are read, and not how often news uses them.</remarks>
internal static class WordedSets
{
    private const int Sentences = 1200;

    /// <param name="draw">Which sentences are put together; floors are of <see cref="Draw.Pinned"/>.</param>
    public static IEnumerable<EvalSet> All(Locations locations, int draw) =>
    [
        Of<WordedFact>(locations, draw, "wordings", (rows, count) => new WordingTable(rows).Facts(count), fact => fact.Text, null, WordingAnswers.Answers),
        Of<WordedToll>(locations, draw, "toll-wordings", (rows, count) => new TollTable(rows).Facts(count), toll => toll.Text, null, TollAnswers.Answers),
        Of<WordedStance>(locations, draw, "stance-wordings", (rows, count) => new StanceTable(rows).Facts(count), fact => fact.Text, null, StanceAnswers.Answers),
        Of<WordedSetting>(locations, draw, "setting-wordings", (rows, count) => new SettingTable(rows).Facts(count), setting => setting.Text, null, SettingAnswers.Answers),
        Of<WordedDays>(locations, draw, "date-wordings", (rows, count) => new DateTable(rows).Facts(count), days => days.Text, DateTable.Printed, DateAnswers.Answers),
        Of<WordedDisaster>(locations, draw, "disaster-wordings", (rows, count) => new DisasterTable(rows).Facts(count), worded => worded.Text, DateTable.Printed, DisasterAnswers.Answers),
        StorySet.Of(locations, draw),
        Of<WordedReference>(locations, draw, "reference-wordings", (rows, count) => new ReferenceTable(rows).Facts(count), told => told.Text, DateTable.Printed, ReferenceAnswers.Answers),
    ];

    /// <param name="answers">What of it came out; "right", the first metric, is all of them.</param>
    private static EvalSet Of<T>(Locations locations, int draw, string name, Func<WordingRows, int, IEnumerable<T>> facts, Func<T, string> text, DateOnly? published, Func<ReadReport?, T, (string Metric, bool Right)[]> answers)
    {
        string path = Path.Combine(locations.SampleGold, $"{name}.tsv");
        return new EvalSet(name, Run);

        SetResult Run()
        {
            if (!File.Exists(path)) return SetResult.Skip(name, $"no file eval/gold/{name}.tsv");
            var sheet = new TallySheet();
            long started = Stopwatch.GetTimestamp();
            int number = 0;
            foreach (T fact in facts(WordingRows.Load(path, draw), Sentences))
            {
                (string Metric, bool Right)[] parts = answers(Product.Read(PlainReport.Whole(number++, text(fact), published: published)), fact);
                sheet.Add("right", Tally.Answer(parts.All(part => part.Right)));
                foreach ((string metric, bool right) in parts) sheet.Add(metric, Tally.Answer(right));
                sheet.EndDocument();
                if (!parts.All(part => part.Right)) sheet.Details.Add($"{name}: wrong {string.Join(' ', parts.Where(part => !part.Right).Select(part => part.Metric))} | {text(fact)}");
            }
            return new SetResult(name, [.. sheet.Scores(name, Stopwatch.GetElapsedTime(started).TotalSeconds)], DataFiles.Hash([path]), null, sheet.Details);
        }
    }
}
