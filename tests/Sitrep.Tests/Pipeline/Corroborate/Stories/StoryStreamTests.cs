using System.Globalization;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Corroborate.Stories;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Dedupe;
using Texts = Sitrep.Tests.Pipeline.Dedupe.Stories;

namespace Sitrep.Tests.Pipeline.Corroborate.Stories;

public sealed class StoryStreamTests
{
    private static readonly Lazy<WordCounts> Counts = new(() => WordCounts.Load(DataFolder.At(Path.Combine(Repository.Root, "data"))));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 7)]
    [InlineData(3, 40)]
    [InlineData(4, 1000)]
    public void Stories_are_the_same_however_the_reports_are_cut_into_batches_and_ordered_within_a_day(int seed, int batch)
    {
        Report[] reports = [.. Newsroom.Days(12, 10), .. Newsroom.Undated(9)];
        string expected = Describe(StoryClusters.Find(reports, DedupeStage.Group(reports), Counts.Value), reports);
        var random = new Random(seed);
        Report[] shuffled = [.. reports.OrderBy(report => report.Published ?? DateOnly.FromDayNumber(700_000 + random.Next(50_000))).ThenBy(_ => random.Next())];
        var stream = new StoryStream(Counts.Value);
        foreach (Report[] part in shuffled.Chunk(batch))
        {
            stream.Add(part);
            if (batch > 1) stream.Stories();   // asking changes nothing
        }
        IReadOnlyDictionary<string, string> found = stream.Stories();
        Assert.Equal(expected, string.Join(" | ", reports.GroupBy(report => found[report.Id]).Select(story => string.Join(' ', story.Select(report => report.Id).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal)));
        Assert.InRange(found.Values.Distinct().Count(), 10, 60);
    }

    [Fact]
    public void What_a_report_costs_does_not_grow_with_those_before_it()
    {
        const int Days = 60, PerDay = 20, Window = 10;
        var stream = new StoryStream(Counts.Value);
        var compared = new List<long>();
        var visited = new List<long>();
        foreach (Report[] day in Newsroom.Days(Days, PerDay).GroupBy(report => report.Published).Select(day => day.ToArray()))
        {
            stream.Add(day);
            compared.Add(stream.Compared);
            visited.Add(stream.Visited);
        }
        // Two stretches of equal length: one after the index has filled, and the last.
        long early = compared[40] - compared[40 - Window], late = compared[^1] - compared[^(1 + Window)];
        Assert.InRange(late, 1, Window * PerDay * Neighbours.CandidatesMax);
        Assert.InRange((double)late / early, 0, 1.05);
        long seen = (visited[^1] - visited[^(1 + Window)]) / (Window * PerDay);
        Assert.InRange(seen, 1, 60 * 400);   // keys of a report, reports remembered for each
    }

    [Fact]
    public void A_report_of_a_day_before_the_last_is_refused()
    {
        var stream = new StoryStream(Counts.Value);
        stream.Add([Texts.Report("a", Texts.Quake, published: "2019-03-05")]);
        Assert.Throws<ArgumentException>(() => stream.Add([Texts.Report("b", Texts.Strike, published: "2019-03-04")]));
        Assert.Equal(["a"], stream.Stories().Keys);
    }

    [Fact]
    public void A_story_goes_on_from_day_to_day_and_ends_with_a_long_silence()
    {
        var stream = new StoryStream(Counts.Value);
        stream.Add([Texts.Report("a", Texts.Quake, published: "2019-03-02", headline: "Quake brings down houses in northern Ecuador")]);
        stream.Add([Texts.Report("b", Texts.QuakeElsewhere, published: "2019-03-04", headline: "Ecuador quake kills at least eleven")]);
        stream.Add([Texts.Report("c", Texts.QuakeElsewhere, published: "2020-03-04", headline: "Ecuador quake kills at least eleven")]);
        IReadOnlyDictionary<string, string> stories = stream.Stories();
        Assert.Equal("a", stories["b"]);
        Assert.Equal("c", stories["c"]);
    }

    private static string Describe(StoryClusters stories, Report[] reports) =>
        string.Join(" | ", reports.GroupBy(report => stories.Of(report.Id)).Select(story => string.Join(' ', story.Select(report => report.Id).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));

    /// <summary>Made-up reports on floods, fires and raids in made-up towns: each story lasts three days.</summary>
    private static class Newsroom
    {
        private static readonly string[] Kinds = ["flood", "fire", "raid", "strike", "landslide"];
        private static readonly string[] Verbs = ["hit", "struck", "reached", "shook", "closed", "cut off"];
        private static readonly string[] Things = ["the market", "two bridges", "a school", "the harbour", "the hospital", "a mill", "the road north", "the power station", "the barracks", "a bus"];
        private static readonly string[] People = ["the mayor", "the police", "a nurse", "the army", "relief workers", "the governor", "a trader", "firefighters"];

        public static IEnumerable<Report> Days(int days, int perDay)
        {
            for (int day = 0; day < days; day++)
            {
                for (int i = 0; i < perDay; i++) yield return One($"d{day:D3}-{i:D2}", (day / 3 * perDay) + (i / 3), (day * perDay) + i, new DateOnly(2019, 1, 1).AddDays(day));
            }
        }

        public static IEnumerable<Report> Undated(int count) => Enumerable.Range(0, count).Select(i => One($"u-{i:D2}", i / 3, 10_000 + i, null));

        private static Report One(string id, int story, int seed, DateOnly? day)
        {
            var random = new Random(seed);
            string town = Name(story), other = Name(100_000 + story), kind = Kinds[story % Kinds.Length];
            string[] words = [.. Enumerable.Range(0, 8).Select(_ => string.Create(CultureInfo.InvariantCulture,
                $"The {kind} in {town} {Verbs[random.Next(Verbs.Length)]} {Things[random.Next(Things.Length)]}, {People[random.Next(People.Length)]} of {other} said, and {random.Next(2, 90)} people left {town} for {Name(random.Next(500))}."))];
            return Texts.Report(id, words, published: day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), headline: $"{kind} in {town}");
        }

        private static string Name(int number)
        {
            const string First = "BDFGKLMNPRST", Vowels = "aeiou", Rest = "bdfgklmnprst";
            int mixed = unchecked((int)(((uint)number * 2654435761u) >> 8));
            return string.Concat(First[mixed % 12], Vowels[mixed / 12 % 5], Rest[mixed / 60 % 12], Vowels[mixed / 720 % 5], Rest[mixed / 3600 % 12], Vowels[mixed / 43_200 % 5]);
        }
    }
}
