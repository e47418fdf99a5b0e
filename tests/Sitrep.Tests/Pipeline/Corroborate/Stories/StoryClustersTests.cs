using System.Collections.Immutable;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Corroborate.Stories;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Dedupe;
using Texts = Sitrep.Tests.Pipeline.Dedupe.Stories;

namespace Sitrep.Tests.Pipeline.Corroborate.Stories;

public sealed class StoryClustersTests
{
    private static readonly Lazy<WordCounts> Counts = new(() => WordCounts.Load(DataFolder.At(Path.Combine(Repository.Root, "data"))));

    private static readonly string[] FirstFerry =
    [
        "A ferry with ninety passengers capsized off the island of Ukerewe on Monday, and divers had brought up eleven bodies by dusk, port master Juma Kweka said.",
        "The Mwangaza had left Nansio overloaded with maize and cement when it turned over in calm water on Lake Victoria, survivors told the harbour police.",
    ];

    private static readonly string[] FirstFerryElsewhere =
    [
        "Divers searched Lake Victoria through the night for passengers of the Mwangaza, the ferry that capsized near Nansio on Monday with maize and cement on board.",
        "Port master Juma Kweka put the dead at eleven and said that nobody knew how many of the ninety had come ashore on Ukerewe.",
    ];

    private static readonly string[] SecondFerry =
    [
        "A ferry sank in the Meghna near Chandpur on Monday, and divers had brought up fourteen bodies by dusk, inspector Rafiq Hossain said.",
        "The Padma Rani had left Barisal overloaded with garment workers when a tanker struck it in fog, survivors told the river police.",
    ];

    private static readonly string[] SecondFerryElsewhere =
    [
        "Garment workers from Barisal were among the dead of the Padma Rani, the ferry that a tanker struck in fog on the Meghna, inspector Rafiq Hossain told reporters.",
        "Divers searched the river near Chandpur for a second day and counted fourteen bodies.",
    ];

    [Fact]
    public void Two_newsrooms_on_one_event_are_one_story_and_a_strike_elsewhere_is_another() =>
        Assert.Equal("a b | c", Describe(
            Texts.Report("a", Texts.Quake, headline: "Quake brings down houses in northern Ecuador"), Texts.Report("b", Texts.QuakeElsewhere, headline: "Ecuador quake kills at least eleven"),
            Texts.Report("c", Texts.Strike, headline: "Dockers bring Piraeus to a standstill")));

    [Fact]
    public void Two_ferries_that_sink_on_one_day_are_two_stories() => Assert.Equal("a b | c d", Describe(
        Texts.Report("a", FirstFerry, published: "2019-03-04", headline: "Ferry capsizes off Ukerewe"), Texts.Report("b", FirstFerryElsewhere, published: "2019-03-05", headline: "Divers search lake after Ukerewe ferry disaster"),
        Texts.Report("c", SecondFerry, published: "2019-03-04", headline: "Ferry sinks near Chandpur"), Texts.Report("d", SecondFerryElsewhere, published: "2019-03-05", headline: "Garment workers among dead in Chandpur ferry disaster")));

    [Fact]
    public void A_reprint_is_of_the_story_of_its_original() =>
        Assert.Equal("a b c", Describe(Texts.Report("a", Texts.Quake, outlet: "One", published: "2019-03-04"), Texts.Report("b", Texts.Quake, outlet: "Two", published: "2019-03-05"), Texts.Report("c", Texts.QuakeElsewhere, published: "2019-03-05")));

    [Fact]
    public void Like_words_half_a_year_later_are_another_story() =>
        Assert.Equal("a | b", Describe(Texts.Report("a", FirstFerry, published: "2019-03-04"), Texts.Report("b", FirstFerryElsewhere, published: "2019-09-04")));

    [Fact]
    public void Going_on_from_an_earlier_answer_gives_the_stories_of_a_fresh_one_in_any_order_and_batches()
    {
        string[][] texts = [FirstFerry, FirstFerryElsewhere, SecondFerry, SecondFerryElsewhere, [.. Texts.Quake], [.. Texts.Strike]];
        Report[] reports = [.. Enumerable.Range(0, 48).Select(i => Texts.Report($"r{i:D2}", texts[i % 6].Select(words => $"{words} Part {i}."), published: i % 16 == 15 ? null : $"2019-03-{1 + i % 16:D2}"))];
        int reused = 0;
        for (int seed = 0; seed < 4; seed++)
        {
            var random = new Random(seed);
            var memo = new StoryMemo();
            Report[] inOrder = [.. reports];
            if (seed > 0) random.Shuffle(inOrder);
            for (int known = 0; known < inOrder.Length;)
            {
                known = Math.Min(inOrder.Length, known + random.Next(1, 9));
                Report[] soFar = inOrder[..known];
                ImmutableArray<Dispatch> dispatches = DedupeStage.Group(soFar);
                StoryClusters fresh = StoryClusters.Find(soFar, dispatches, Counts.Value), going = StoryClusters.Find(soFar, dispatches, Counts.Value, memo);
                Assert.Equal(soFar.Select(report => fresh.Of(report.Id)), soFar.Select(report => going.Of(report.Id)));
                reused += memo.Reused;
            }
        }
        Assert.True(reused > 0);
    }

    [Fact]
    public void The_order_of_the_input_does_not_matter()
    {
        Report[] reports = [.. Enumerable.Range(0, 24).Select(i => Texts.Report($"r{i:D2}", new[] { FirstFerry, FirstFerryElsewhere, SecondFerry, SecondFerryElsewhere, [.. Texts.Quake], [.. Texts.Strike] }[i % 6].Select(words => $"{words} Part {i}."), published: $"2019-03-0{1 + i % 3}"))];
        string expected = Describe(reports);
        Assert.Equal(expected, Describe([.. reports.Reverse()]));
        Assert.Equal(expected, Describe([.. reports.OrderBy(report => report.Id[^1]).ThenByDescending(report => report.Id, StringComparer.Ordinal)]));
    }

    [Fact]
    public void No_reports_and_reports_without_words_are_no_trouble()
    {
        Assert.Equal("", Describe());
        Assert.Equal("a | b", Describe(Texts.Report("a", [], headline: "?"), Texts.Report("b", ["…"], headline: "!")));
    }

    [Theory]
    [InlineData("Cities", "city")]
    [InlineData("FLOODS", "flood")]
    [InlineData("passes", "pass")]
    [InlineData("crisis", "crisis")]
    [InlineData("gas", "gas")]
    public void Words_are_folded_to_one_form(string word, string expected) => Assert.Equal(expected, StoryWords.Fold(word));

    private static string Describe(params Report[] reports)
    {
        StoryClusters stories = StoryClusters.Find(reports, DedupeStage.Group(reports), Counts.Value);
        return string.Join(" | ", reports.Select(report => report.Id).Order(StringComparer.Ordinal).GroupBy(stories.Of).Select(story => string.Join(' ', story)));
    }
}
