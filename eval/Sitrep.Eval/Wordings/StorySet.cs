using System.Diagnostics;
using Sitrep.Eval.Data;
using Sitrep.Eval.Scores;
using Sitrep.Model.Record;
using Sitrep.Pipeline;

namespace Sitrep.Eval.Wordings;

/// <summary>Stories of our own, put together from a table of wordings, each folded by itself: what the record must say of it.</summary>
internal static class StorySet
{
    private const string Name = "story-wordings";

    private const int Stories = 456;

    public static EvalSet Of(Locations locations, int draw)
    {
        string path = Path.Combine(locations.SampleGold, $"{Name}.tsv");
        return new EvalSet(Name, () => File.Exists(path) ? Run(path, draw) : SetResult.Skip(Name, $"no file eval/gold/{Name}.tsv"));
    }

    private static SetResult Run(string path, int draw)
    {
        var sheet = new TallySheet();
        long started = Stopwatch.GetTimestamp();
        var wrong = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (WordedStory story in new StoryTable(WordingRows.Load(path, draw)).Facts(Stories))
        {
            (string Metric, bool Right, string Note)[] answers = Answers(story);
            sheet.Add("right", Tally.Answer(answers.All(answer => answer.Right)));
            foreach ((string metric, bool right, _) in answers) sheet.Add(metric, Tally.Answer(right));
            sheet.EndDocument();
            if (answers.All(answer => answer.Right)) continue;
            wrong[story.Name] = wrong.GetValueOrDefault(story.Name) + 1;
            sheet.Details.Add($"{Name}: {story.Name} | {story.Text}");
            sheet.Details.AddRange(answers.Where(answer => !answer.Right).Select(answer => $"    {answer.Note}"));
        }
        sheet.Details.AddRange(wrong.Select(story => $"{Name}: {story.Value} wrong of {story.Key}"));
        return new SetResult(Name, [.. sheet.Scores(Name, Stopwatch.GetElapsedTime(started).TotalSeconds)], DataFiles.Hash([path]), null, sheet.Details);
    }

    private static (string Metric, bool Right, string Note)[] Answers(WordedStory story)
    {
        ReadReport[] read = [.. story.Reports.Select(Product.Read).OfType<ReadReport>()];
        SituationRecord? record = Product.OrNull(() => Product.Pipeline.Fold(read, [], asOf: null));
        if (record is null) return [("events", false, "no record")];
        var answers = new StoryAnswers(new StoryView(record, story.Cast), story.Cast);
        return [.. story.Musts.Select(answers.Ask)];
    }
}
