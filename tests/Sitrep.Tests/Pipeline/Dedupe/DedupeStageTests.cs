using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Dedupe;
using static Sitrep.Tests.Pipeline.Dedupe.Stories;

namespace Sitrep.Tests.Pipeline.Dedupe;

public sealed class DedupeStageTests
{
    private static readonly Report Wire = Report("r1", Quake, "Reuters", "Reuters", "2023-03-18");

    [Fact]
    public void A_report_alone_is_a_dispatch_of_its_own()
    {
        Dispatch only = Assert.Single(DedupeStage.Group([Wire]));
        Assert.Equal(StableId.Of('d', "r1"), only.Id);
        Assert.Equal("Reuters", only.Agency);
        Assert.Equal(["r1"], only.Reports.AsEnumerable());
        Assert.Empty(only.Links);
    }

    [Fact]
    public void No_reports_no_dispatches() => Assert.Empty(DedupeStage.Group([]));

    public static TheoryData<string, string[]> Reprints => new()
    {
        { "same words", [.. Quake] },
        { "dropped lead", [.. Quake[1..]] },
        { "cut tail", [.. Quake[..5]] },
        { "swapped paragraphs", [Quake[0], Quake[3], Quake[2], Quake[1], Quake[5], Quake[4], Quake[6]] },
        { "typographic quotation marks", [.. Quake.Select(Typographic)] },
        { "quotation marks lost", [.. Quake.Select(paragraph => paragraph.Replace("\"", ""))] },
        { "capitals", [.. Quake.Select(paragraph => paragraph.ToUpperInvariant())] },
        { "advertisement in the text", [.. Quake[..3], "Download our free app to have breaking alerts from around the globe sent straight to your telephone, wherever you are.", .. Quake[3..]] },
        { "one paragraph", [string.Join(' ', Quake)] },
        { "a word here and there", [.. Quake.Select(paragraph => paragraph.Replace(" people", " persons").Replace("Saturday", "March 18").Replace("reported", "said"))] },
    };

    [Theory]
    [MemberData(nameof(Reprints))]
    public void An_edited_copy_is_a_reprint(string edit, string[] paragraphs) => Check(
        [Wire, Report("r2", paragraphs, "The Courier", null, "2023-03-19", headline: $"Changed headline: {edit}")],
        """
        Reuters: r1 r2
          r2 Reprint of r1
        """);

    [Fact]
    public void British_and_american_spelling_are_the_same_words() => Check(
        [
            Report("r1", ["The organisation's defence programme for the harbour centre, which analysts had criticised, was cancelled by the labour ministry after travellers honoured a neighbour."], published: "2020-01-01"),
            Report("r2", ["The organization's defense programme for the harbor center, which analysts had criticized, was canceled by the labor ministry after travelers honored a neighbor."], published: "2020-01-02"),
        ],
        """
        -: r1 r2
          r2 Reprint of r1
        """);

    [Fact]
    public void A_much_shorter_copy_is_an_excerpt() => Check(
        [Report("r2", Quake[1..4], "The Courier", null, "2023-03-18"), Wire],
        """
        Reuters: r1 r2
          r2 Excerpt of r1
        """);

    [Fact]
    public void A_later_longer_version_of_the_newsroom_is_an_update() => Check(
        [
            Report("r2", [QuakeElsewhere[0], QuakeElsewhere[3], QuakeElsewhere[4], .. Quake[1..]], "The Courier", "Reuters", "2023-03-19"),
            Report("r1", Quake, "The Herald", "Reuters", "2023-03-18"),
        ],
        """
        Reuters: r1 r2
          r2 Update of r1
        """);

    [Fact]
    public void A_page_stitched_of_two_stories_joins_the_one_it_took_most_from_and_does_not_tie_them() => Check(
        [Wire, Report("r2", Strike, "AFP", "AFP", "2023-03-18"), Report("r3", [Quake[0], Strike[0], Quake[1], Strike[1], Quake[3], Quake[4]], "Digest", null, "2023-03-18")],
        """
        Reuters: r1 r3
          r3 Patchwork of r1
          r3 Patchwork of r2
        AFP: r2
        """,
        inAnyOrderOfDispatches: true);

    [Fact]
    public void Two_stories_one_after_the_other_on_a_page_stay_two_dispatches() => Check(
        [Report("r1", Quake[..4], null, null, "2023-03-18"), Report("r2", Strike[..4], null, null, "2023-03-18"), Report("r3", [.. Quake[..4], .. Strike[..4]], null, null, "2023-03-18")],
        """
        -: r2 r3
          r3 Patchwork of r1
          r3 Patchwork of r2
        -: r1
        """,
        inAnyOrderOfDispatches: true);

    [Fact]
    public void A_reprint_of_a_patchwork_does_not_tie_its_sources_either()
    {
        string[] stitched = [.. Quake[..4], .. Strike[..4]];
        var dispatches = DedupeStage.Group(
        [
            Report("r1", Quake[..4], null, "Reuters", "2023-03-17"), Report("r2", Strike[..4], null, "AFP", "2023-03-17"),
            Report("r3", stitched, "Digest", null, "2023-03-18"), Report("r4", stitched, "Mirror", null, "2023-03-19"), Report("r5", stitched[1..^1], "Third", null, "2023-03-19"),
        ]);
        Assert.Equal(2, dispatches.Length);
        Assert.DoesNotContain(dispatches, dispatch => dispatch.Reports.Contains("r1") && dispatch.Reports.Contains("r2"));
    }

    [Fact]
    public void A_short_text_that_stands_in_two_stories_does_not_tie_them()
    {
        string background = Quake[6];
        var dispatches = DedupeStage.Group(
        [
            Report("r1", [.. Quake[..3], background], null, null, "2023-03-18"), Report("r2", [.. Strike[..3], background], null, null, "2023-03-18"),
            Report("r3", [background], null, null, "2023-03-19"),
        ]);
        Assert.Equal(2, dispatches.Length);
        Assert.DoesNotContain(dispatches, dispatch => dispatch.Reports.Contains("r1") && dispatch.Reports.Contains("r2"));
    }

    [Fact]
    public void A_story_of_ones_own_that_holds_sentences_of_another_is_a_telling_and_says_whose_they_are() => Check(
        [Wire, Report("r2", [.. Strike[..3], $"{Quake[0]} {Quake[1]}", .. Strike[3..]], "The Courier", null, "2023-03-19")],
        """
        Reuters: r1
        -: r2
          r2 Excerpt of r1
        """);

    [Fact]
    public void Every_eighth_word_changed_is_still_a_reprint() => Check(
        [Wire, Report("r2", Quake.Select(EveryEighthWordChanged), "The Courier", null, "2023-03-19")],
        """
        Reuters: r1 r2
          r2 Reprint of r1
        """);

    [Fact]
    public void A_sentence_counts_for_the_telling_that_printed_it_first()
    {
        Report afp = Report("r2", Strike, "AFP", "AFP", "2023-03-18");
        Report page = Report("r3", [Quake[0], Strike[0], Quake[1], Strike[1], Quake[3], Quake[4]], "Digest", null, "2023-03-19");
        Copies copies = DedupeStage.Find([Wire, afp, page]);
        CheckFirst(copies, page, (Quake[0], "r1"), (Strike[0], "r2"), (Strike[1], "r2"), (Quake[4], "r1"));
        Assert.Empty(copies.Borrowed("r1"));
        Assert.Empty(copies.Borrowed("r2"));
    }

    [Fact]
    public void Two_stories_of_one_day_that_a_third_page_of_that_day_was_stitched_of_took_nothing_from_it()
    {
        string[] stitched = [Quake[0], Strike[0], Quake[1], Strike[1], Quake[3], Strike[2]];
        Report page = Report("r3", stitched, "Digest", null, "2023-03-18");
        Copies copies = DedupeStage.Find(
        [
            Report("r1", Quake, "Reuters", "Reuters", "2023-03-17"), Report("r2", Strike, "The Herald", null, "2023-03-18"), page, Report("r4", stitched[1..], "Mirror", null, "2023-03-18"),
        ]);
        Assert.Empty(copies.Borrowed("r2"));
        CheckFirst(copies, page, (Quake[0], "r1"), (Strike[0], "r2"), (Quake[3], "r1"), (Strike[2], "r2"));
        Assert.NotEqual(copies.DispatchOf("r1"), copies.DispatchOf("r2"));
    }

    [Fact]
    public void Two_excerpts_of_one_wire_story_are_one_dispatch() => Check(
        [Wire, Report("r2", Quake[..3], "The Courier", "Reuters", "2023-03-18"), Report("r3", Quake[4..], "The Herald", "Reuters", "2023-03-18")],
        """
        Reuters: r1 r2 r3
          r2 Excerpt of r1
          r3 Excerpt of r1
        """);

    [Fact]
    public void Two_stories_on_one_event_that_share_a_quotation_stay_apart() =>
        Assert.Equal(2, DedupeStage.Group([Wire, Report("r2", QuakeElsewhere, "AFP", "AFP", "2023-03-18")]).Length);

    [Fact]
    public void Two_stories_that_carry_the_same_statement_at_length_stay_apart()
    {
        string[] statement =
        [
            "“The council condemns in the strongest terms the attack on the aid convoy near El Fasher, in which five of our colleagues lost their lives, and demands an immediate and independent inquiry.",
            "“Those who gave the order and those who carried it out must be held to account, and the passage of food and medicine to the besieged must be guaranteed without delay and without condition.",
            "“We call on all members to use their influence with the parties so that the guns fall silent before the rains cut the last road that is still open to our lorries.”",
        ];
        Assert.Equal(2, DedupeStage.Group(
        [
            Report("r1", ["The council reacted late in the evening to the bombardment of a convoy in Sudan with a text read out by its chair:", .. statement], "AP", "AP", "2024-05-02"),
            Report("r2", ["Aid agencies have suspended deliveries in Darfur. New York answered within hours, and in unusual unity:", .. statement], "AFP", "AFP", "2024-05-02"),
        ]).Length);
    }

    [Fact]
    public void A_statement_without_any_frame_is_one_dispatch_wherever_it_stands() => Assert.Single(DedupeStage.Group(
        [Report("r1", [$"“{Quake[0]} {Quake[1]}”"], "One", published: "2024-05-02"), Report("r2", [$"\"{Quake[0]} {Quake[1]}\""], "Two", published: "2024-05-02")]));

    [Fact]
    public void Equal_briefs_of_two_sentences_are_one_dispatch() => Check(
        [
            Report("r2", ["Fiji lifted its tsunami warning on Friday. The wave had measured ten centimetres at Suva."], "B", null, "2022-06-11"),
            Report("r1", ["Fiji lifted its tsunami warning on Friday. The wave had measured ten centimetres at Suva."], "A", null, "2022-06-10"),
        ],
        """
        -: r1 r2
          r2 Reprint of r1
        """);

    [Fact]
    public void Briefs_of_the_same_formula_are_two_dispatches() => Assert.Equal(2, DedupeStage.Group(
        [
            Report("r1", ["A magnitude 5.9 earthquake struck off the coast of Tonga on Friday, the geological survey said. There were no immediate reports of damage or casualties."], "A", "Reuters", "2022-06-10"),
            Report("r2", ["A magnitude 6.3 earthquake struck near the city of Herat on Monday, the geological survey said. There were no immediate reports of damage or casualties."], "A", "Reuters", "2022-06-13"),
        ]).Length);

    [Fact]
    public void One_agency_is_not_one_story() =>
        Assert.Equal(2, DedupeStage.Group([Wire, Report("r2", Strike, "Reuters", "Reuters", "2023-03-18")]).Length);

    [Fact]
    public void Captions_and_headlines_do_not_count() =>
        Assert.Equal(2, DedupeStage.Group([Report("r1", ["Nothing."], headline: Quake[0]), Report("r2", ["Something."], headline: Quake[0])]).Length);

    [Fact]
    public void A_long_page_that_holds_a_short_earlier_story_whole_is_its_own_telling() => Assert.Equal(2, DedupeStage.Group(
        [Report("r1", Quake[..1], "Reuters", "Reuters", "2023-03-18"), Report("r2", [Quake[0], .. QuakeElsewhere], "The Courier", null, "2023-03-19")]).Length);

    [Theory]
    [InlineData("Reuters", "2023-03-19", "Other", "2023-03-18", "r1")]   // the agency's own page, although later
    [InlineData("One", "2023-03-19", "Other", "2023-03-18", "r2")]       // the earlier date
    [InlineData("One", null, "Other", "2023-03-18", "r2")]               // a date before none
    [InlineData("One", "2023-03-18", "Other", "2023-03-18", "r1")]       // the longer text
    public void The_original_is_the_agencys_page_then_the_earlier_then_the_longer(string outlet, string? published, string otherOutlet, string otherPublished, string original) =>
        Assert.Equal(original, DedupeStage.Group([Report("r1", Quake, outlet, "Reuters", published), Report("r2", Quake[..6], otherOutlet, "Reuters", otherPublished)])[0].Reports[0]);

    [Fact]
    public void The_agency_of_a_dispatch_is_the_one_most_reports_name() =>
        Assert.Equal("AFP", DedupeStage.Group([Report("r1", Quake, "A", "AP", "2023-03-18"), Report("r2", Quake, "B", "AFP", "2023-03-19"), Report("r3", Quake, "C", "AFP", "2023-03-19")])[0].Agency);

    [Fact]
    public void The_order_of_the_input_does_not_matter()
    {
        Report[] reports =
        [
            Wire, Report("r2", Quake[1..], "B", "Reuters", "2023-03-18"), Report("r3", Quake[..3], "C", null, "2023-03-18"), Report("r4", QuakeElsewhere, "AFP", "AFP", "2023-03-18"),
            Report("r5", Strike, "D", null, null), Report("r6", [.. Quake[..3], .. Strike[..3]], "E", null, "2023-03-19"), Report("r7", Strike[1..], "F", "AP", "2023-03-20"),
            Report("r8", [], "G"), Report("r9", QuakeElsewhere[..4], "H", null, null),
        ];
        string expected = Full(reports);
        var shuffle = new Random(7);
        for (int round = 0; round < 60; round++)
        {
            shuffle.Shuffle(reports);
            Assert.Equal(expected, Full(reports));
        }

        static string Full(Report[] reports) => string.Join('\n', DedupeStage.Group(reports).Select(dispatch =>
            $"{dispatch.Id} {dispatch.Agency} {string.Join(' ', dispatch.Reports)} {string.Join(' ', dispatch.Links)}"));
    }

    [Fact]
    public void Every_report_is_in_exactly_one_dispatch_and_its_links_start_there()
    {
        // Pages thrown together from the paragraphs of three stories: every kind of overlap, most of them absurd.
        string[] paragraphs = [.. Quake, .. QuakeElsewhere, .. Strike];
        var random = new Random(11);
        for (int round = 0; round < 40; round++)
        {
            Report[] reports = [.. Enumerable.Range(0, 12).Select(number => Report(
                $"r{number:00}", random.GetItems(paragraphs, random.Next(0, 9)), random.Next(2) == 0 ? null : "Outlet", random.Next(3) == 0 ? "Reuters" : null, random.Next(3) == 0 ? null : $"2023-03-1{random.Next(10)}"))];
            var dispatches = DedupeStage.Group(reports);
            Assert.Equal(reports.Select(report => report.Id), dispatches.SelectMany(dispatch => dispatch.Reports).Order(StringComparer.Ordinal));
            foreach (Dispatch dispatch in dispatches)
            {
                Assert.All(dispatch.Links, link => Assert.True(dispatch.Reports.Contains(link.Report) && link.Overlap is > 0 and <= 1 && link.Of != link.Report));
                Assert.All(dispatch.Links.GroupBy(link => link.Report), links => Assert.True(links.Count() == 1 || links.All(link => link.Relation == CopyRelation.Patchwork) || links.All(link => link.Relation == CopyRelation.Excerpt)));
            }
        }
    }

    [Fact]
    public void A_thousand_reprints_of_one_story_are_one_dispatch() => Assert.Single(DedupeStage.Group(
        [.. Enumerable.Range(0, 1000).Select(number => Report($"r{number:0000}", Quake.Select((paragraph, at) => at == number % 7 ? $"{paragraph} {number}" : paragraph), $"Outlet {number}", null, "2023-03-18"))]));

    private static void CheckFirst(Copies copies, Report page, params (string Sentence, string First)[] expected)
    {
        foreach ((string sentence, string first) in expected)
        {
            int at = page.Text.IndexOf(sentence, StringComparison.Ordinal);
            Assert.Equal(copies.DispatchOf(first), copies.DispatchOf(page.Id, new TextSpan(at + 10, at + 20)));
        }
    }

    private static string EveryEighthWordChanged(string paragraph) => string.Join(' ', paragraph.Split(' ').Select((word, at) => at % 8 == 4 ? "otherwise" : word));

    private static string Typographic(string paragraph) => paragraph.Replace(" \"", " “").Replace("\"", paragraph.StartsWith('"') ? "”" : "“").Replace("'", "’").Replace("-", "–");

    private static void Check(Report[] reports, string expected, bool inAnyOrderOfDispatches = false)
    {
        string actual = Describe(DedupeStage.Group(reports));
        if (inAnyOrderOfDispatches) Assert.Equal(Sorted(expected), Sorted(actual));
        else Assert.Equal(expected, actual);
    }

    private static string Sorted(string table) => string.Join('\n', table.Split('\n').Order(StringComparer.Ordinal));
}
