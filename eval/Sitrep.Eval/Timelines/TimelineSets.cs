using System.Globalization;
using Sitrep.Eval.Data;
using Sitrep.Eval.Pages;
using Sitrep.Eval.Scores;

namespace Sitrep.Eval.Timelines;

/// <summary>Timelines of many articles: Timeline17 (Tran et al. 2013) and Crisis (Tran, Alrifai and Herder 2015). The gold number of days, and of sentences a day, is given.</summary>
internal static class TimelineSets
{
    /// <summary>Words of a sentence of news, about.</summary>
    private const double SentenceWords = 25;

    public static IEnumerable<EvalSet> All(Locations locations) =>
    [
        PublicSet.Of(locations, "timeline17", ["timeline17"], folder => [.. DataFiles.Find(folder, ".txt").Where(path => Path.GetFileName(path).StartsWith("outputTimelines", StringComparison.OrdinalIgnoreCase))], Articles),
        PublicSet.Of(locations, "crisis", ["crisis"], folder => DataFiles.Find(folder, "outputTimelines.csv"), Streams),
    ];

    private static void Articles(string[] files, TallySheet sheet)
    {
        var scores = new List<(double Ar1, double Ar2, double Dates)>();
        foreach (var topic in files.GroupBy(path => Path.GetDirectoryName(path) ?? ".", StringComparer.Ordinal))
        {
            (DateOnly, string)[] articles = [.. DataFiles.Find(topic.Key, "outputwithpub.csv").SelectMany(Csv.Read).Select(row => (Day(row.GetValueOrDefault("date")), row.GetValueOrDefault("text", ""))).Where(row => row.Item1 is not null).Select(row => (row.Item1!.Value, Running(row.Item2.Split('\n'))))];   // not null: filtered in the same line
            if (articles.Length == 0) continue;
            RecordTimeline found = sheet.Timed(() => new RecordTimeline(articles));
            foreach (DayTexts gold in topic.SelectMany(Timelines))
            {
                DayTexts taken = found.Take(gold.Count, Math.Max(1, (int)Math.Round((double)gold.Values.Sum(day => day.Count) / gold.Count)));
                scores.Add((TimelineScorer.Aligned(gold, taken, 1), TimelineScorer.Aligned(gold, taken, 2), TimelineScorer.DateF1(gold.Keys.ToHashSet(), taken.Keys.ToHashSet())));
                sheet.Details.Add(string.Create(CultureInfo.InvariantCulture, $"timeline17 {Path.GetFileName(topic.Key)}: {gold.Count} days, ar1 {scores[^1].Ar1:0.000}, ar2 {scores[^1].Ar2:0.000}, dates {scores[^1].Dates:0.000}"));
            }
        }
        if (scores.Count == 0) return;
        sheet.Set("ar1", scores.Average(score => score.Ar1), scores.Count);
        sheet.Set("ar2", scores.Average(score => score.Ar2), scores.Count);
        sheet.Set("date_f1", scores.Average(score => score.Dates), scores.Count);
    }

    /// <summary>Sentences by the day they are about: each day is read as one report of that day.</summary>
    private static void Streams(string[] files, TallySheet sheet)
    {
        var scores = new List<(double Dates, double Rouge1, double Rouge2)>();
        foreach (string path in files)
        {
            (DateOnly, string)[] days = [.. DataFiles.Find(Path.GetDirectoryName(path) ?? ".", "time-sent.csv").SelectMany(Csv.Read).Select(row => (Day(row.GetValueOrDefault("time")), PythonList.Read(row.GetValueOrDefault("Sentences", "")))).Where(row => row.Item1 is not null).Select(row => (row.Item1!.Value, Running(row.Item2)))];   // not null: filtered in the same line
            if (days.Length == 0) continue;
            RecordTimeline found = sheet.Timed(() => new RecordTimeline(days));
            foreach (Dictionary<string, string> row in Csv.Read(path))
            {
                HashSet<DateOnly> gold = [.. PythonList.Read(row.GetValueOrDefault("time", "")).Select(Day).OfType<DateOnly>()];
                if (gold.Count == 0) continue;
                string text = row.GetValueOrDefault("timeline", "");
                // The gold text runs on, so its length is given in words and not, as in Timeline17, in sentences.
                int sentences = Math.Max(1, (int)Math.Round(Shingles.Words(text).Count / (double)gold.Count / SentenceWords));
                DayTexts taken = found.Take(gold.Count, sentences);
                IEnumerable<string> told = taken.Values.SelectMany(day => day);
                scores.Add((TimelineScorer.DateF1(gold, taken.Keys.ToHashSet()), TimelineScorer.Rouge([text], told, 1), TimelineScorer.Rouge([text], told, 2)));
            }
        }
        if (scores.Count == 0) return;
        sheet.Set("date_f1", scores.Average(score => score.Dates), scores.Count);
        sheet.Set("rouge1", scores.Average(score => score.Rouge1), scores.Count);
        sheet.Set("rouge2", scores.Average(score => score.Rouge2), scores.Count);
    }

    /// <summary>A day, its sentences as a Python list in CSV quotes, a line of dashes; a file is one timeline.</summary>
    private static IEnumerable<DayTexts> Timelines(string path)
    {
        var timeline = new DayTexts();
        DateOnly? day = null;
        foreach (string line in DataFiles.Lines(path))
        {
            if (Day(line.Trim()) is { } next) day = next;
            else if (day is { } known && line.Contains('[', StringComparison.Ordinal))
            {
                string list = line.StartsWith('"') ? string.Concat(Csv.Rows(line).SelectMany(row => row)) : line;
                if (!timeline.TryGetValue(known, out List<string>? sentences)) timeline[known] = sentences = [];
                sentences.AddRange(PythonList.Read(list).Select(Plain));
            }
        }
        if (timeline.Count > 0) yield return timeline;
    }

    private static string Running(IEnumerable<string> sentences)
    {
        var text = new Detokeniser();
        foreach (string sentence in sentences) text.Add([.. Plain(sentence).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)]);
        return text.Text;
    }

    // Marks of the Penn Treebank.
    private static string Plain(string sentence) => sentence.Replace("\\/", "/", StringComparison.Ordinal).Replace("-LRB-", "(", StringComparison.Ordinal).Replace("-RRB-", ")", StringComparison.Ordinal);

    private static DateOnly? Day(string? written) =>
        written is { Length: >= 10 and < 40 } && DateOnly.TryParseExact(written[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
}
