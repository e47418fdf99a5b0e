using System.Text.RegularExpressions;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Publish;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Tests.Pipeline.Publish;

public sealed class ReportTests
{
    private static readonly SituationReport Report = SituationReportBuilder.Build(TestRecord.Rich);

    [Fact]
    public void The_title_names_place_and_period() => Assert.Equal("Goma: situation report, 26–30 January 2025", Report.Title);

    [Fact]
    public void The_scope_counts_a_reprint_as_a_report_only() =>
        Assert.StartsWith("4 reports, published 27–30 January 2025; 3 independent tellings;", Report.Scope, StringComparison.Ordinal);

    [Fact]
    public void Denials_stand_beside_affirmations_with_names_and_days()
    {
        EventEntry entry = Report.Events.Single(entry => entry.Summary == "March 23 Movement captures Goma");
        Assert.Equal(
            ["Affirms March 23 Movement (27 January 2025; in Reuters)", "Affirms Lawrence Kanyuka (28 January 2025; through AFP)", "Denies Government of the Democratic Republic of the Congo (28 January 2025; in AFP)"],
            entry.Voices.Select(voice => $"{voice.Stance} {voice.Name} ({voice.Detail})"));
        Assert.Equal("3 reports, 2 independent tellings, 3 claimants of 2 sides", entry.Tellings);
        Assert.Equal("contested", entry.Badge.Words);
    }

    [Fact]
    public void A_denial_that_was_taken_back_is_told_as_one()
    {
        SituationRecord record = TestRecord.Rich with { Events = [.. TestRecord.Rich.Events.Select(e => e.Id == "e1" ? e with { Status = Status.SingleSource } : e)] };
        EventEntry entry = SituationReportBuilder.Build(record).Events.Single(entry => entry.Summary == "March 23 Movement captures Goma");
        Assert.Contains(entry.Notes, note => note.Text.StartsWith("The denial no longer stands", StringComparison.Ordinal));
        Assert.DoesNotContain(Report.Events.SelectMany(other => other.Notes), note => note.Text.StartsWith("The denial no longer stands", StringComparison.Ordinal));
    }

    [Fact]
    public void Expected_events_are_listed_apart_and_nowhere_else()
    {
        Assert.Contains(Report.Expected, line => line.Text.StartsWith("Rwanda's president to meet mediators: expected by Presidency of Rwanda", StringComparison.Ordinal));
        Assert.DoesNotContain(Report.Events, entry => entry.Summary.Contains("mediators", StringComparison.Ordinal));
        Assert.DoesNotContain(Report.Highlights, line => line.Text.Contains("mediators", StringComparison.Ordinal));
    }

    [Fact]
    public void Events_long_before_the_first_report_are_background()
    {
        Assert.Contains(Report.Background, line => line.Text == "Rebels hold Goma for eleven days: according to Lakes Daily (own report) alone.");
        Assert.DoesNotContain(Report.Events, entry => entry.Date == "2012");
    }

    [Fact]
    public void A_revised_figure_shows_what_it_was()
    {
        FigureRow row = Assert.Single(Report.Figures);
        Assert.Equal("at least 700", row.Amount);
        Assert.Equal("at least 17 (27 January 2025)", row.RevisedFrom);
        Assert.Equal("According to United Nations alone", row.Says);
    }

    [Fact]
    public void Events_that_contradict_each_other_are_one_dispute_with_both_words()
    {
        Dispute dispute = Report.Disputes.Single(dispute => dispute.Question == "Congolese army holds Goma airport");
        Assert.Equal(["its troops held the airport", "Rebels also held the airport"], dispute.Sides.SelectMany(side => side.Voices).Select(voice => voice.Words));
        Assert.DoesNotContain(Report.Disputes, other => other.Question == "March 23 Movement holds Goma airport");
    }

    [Fact]
    public void A_highlight_names_who_contradicts_it_and_leaves_the_other_side_to_it()
    {
        Assert.Contains(Report.Highlights, line => line.Text == "March 23 Movement holds Goma airport: according to a UN official (United Nations) alone; contradicted by Government of the Democratic Republic of the Congo.");
        Assert.DoesNotContain(Report.Highlights, line => line.Text.StartsWith("Congolese army holds", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_new_is_what_the_last_day_first_told()
    {
        Assert.Equal("What is new on 30 January 2025", Report.NewHeading);
        Assert.Contains(Report.News, line => line.Text.StartsWith("March 23 Movement holds Goma airport", StringComparison.Ordinal));
        Assert.DoesNotContain(Report.News, line => line.Text.StartsWith("March 23 Movement captures Goma", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_line_about_the_world_cites_words()
    {
        Assert.All(Report.Highlights.Concat(Report.News).Concat(Report.Persons).Concat(Report.Expected).Concat(Report.Background).Concat(Report.Other), line => Assert.NotEmpty(line.Cites));
        Assert.All(Report.Events.SelectMany(entry => entry.Voices), voice => Assert.NotEmpty(voice.Cites));
        Assert.All(Report.Figures, row => Assert.NotEmpty(row.Cites));
    }

    [Fact]
    public void No_sentence_of_the_report_is_without_claims()
    {
        (string Section, string Sentence, bool Cited)[] sentences = [.. ReportCheck.Sentences(Report)];
        Assert.True(sentences.Length > 40, $"Only {sentences.Length} sentences were looked at.");
        Assert.All(sentences, sentence => Assert.True(sentence.Cited, $"{sentence.Section}: {sentence.Sentence}"));
        Assert.Superset(new HashSet<string>(["highlights", "key figures", "overview", "changes", "events", "disputes", "control", "figures", "expected", "timeline"]), sentences.Select(sentence => sentence.Section).ToHashSet());
    }

    [Fact]
    public void A_report_with_a_sentence_that_rests_on_nothing_is_refused() =>
        Assert.Contains("without a claim", Assert.Throws<InvalidOperationException>(() => ReportCheck.Refuse(Report with { Highlights = [new Line("", "The war is over.", null, [])] })).Message);

    [Fact]
    public void Every_line_of_the_written_report_about_the_world_has_a_citation()
    {
        string[] sections = ["Highlights", "Key figures", "Situation overview", "Disputed points", "Fate of persons", "What is not known", "Expected next", "Other events of the period", "Timeline in the reports' own words", "Background"];
        string heading = "";
        int seen = 0;
        foreach (string line in RecordChecks.PublishText(TestRecord.Rich, PublishFormat.Markdown).Split('\n'))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) heading = line[3..];
            // Headings of groups end with a colon or are a place in bold; what stands below them is cited.
            if (!sections.Contains(heading) || !line.TrimStart().StartsWith("- ", StringComparison.Ordinal) || line.TrimEnd().EndsWith(':') || line.TrimEnd().EndsWith("**", StringComparison.Ordinal) || heading == "Disputed points" && line.StartsWith("- ", StringComparison.Ordinal)) continue;
            Assert.Matches(@"\[c\d+\]\(#c\d+\)$", line.TrimEnd());
            seen++;
        }
        Assert.True(seen > 15, $"Only {seen} lines were looked at.");
    }

    [Fact]
    public void Key_figures_say_what_is_counted_by_whom_and_as_of_when()
    {
        KeyFigure figure = Assert.Single(Report.KeyFigures);
        Assert.Equal(("a", "at least 700", "Killed, Goma"), (figure.Mark, figure.Amount, figure.Label));
        Assert.Equal("Standing count (stock), 30 January 2025; according to United Nations alone; revised from at least 17 (27 January 2025).", figure.Footnote);
    }

    [Fact]
    public void The_head_names_period_and_producer()
    {
        Assert.Equal("27–30 January 2025", Report.Period);
        Assert.Equal("Produced by Sitrep, by machine, from 4 reports; no person has reviewed it", Report.Producer);
        Assert.Contains("no opinion on the legal status", Report.Designations);
    }

    [Fact]
    public void The_overview_goes_by_theme_and_place()
    {
        OverviewTheme fighting = Report.Overview.Single(theme => theme.Heading == "Fighting and control");
        Assert.Contains(fighting.Places, place => place.Place == "Goma" && place.Lines.Any(line => line.Text.StartsWith("March 23 Movement captures Goma", StringComparison.Ordinal)));
    }

    [Fact]
    public void Each_story_that_lasts_has_a_timeline_in_the_words_of_its_own_reports()
    {
        Assert.Equal("", Assert.Single(Report.Summary).Story);
        SituationRecord two = TestRecord.Rich with { Stories = [new RecordStory("r1", ["r1", "r2"]), new RecordStory("r3", ["r3", "r4"])] };
        StorySummary[] told = [.. SituationReportBuilder.Build(two).Summary];
        Assert.NotEmpty(told);
        Assert.All(told, story => Assert.NotEqual("", story.Story));
        Assert.All(told.SelectMany(story => story.Lines), line => Assert.NotEmpty(line.Cites));
    }

    [Fact]
    public void What_changed_since_the_day_before_is_told_with_kinds()
    {
        SituationRecord before = TestRecord.Rich with { AsOf = new DateOnly(2025, 1, 29), Figures = [TestRecord.Rich.Figures[0] with { Status = Status.SingleSource }], Claims = [.. TestRecord.Rich.Claims.Where(claim => claim.Claim.ReportId != "r4")], Events = [.. TestRecord.Rich.Events.Where(happening => happening.Id is "e1" or "e4")] };
        SituationReport told = SituationReportBuilder.Build(TestRecord.Rich, before);
        Assert.Equal("What changed since 29 January 2025", told.NewHeading);
        Assert.Contains(told.News, line => line.Badge?.Key == "revised" && line.Text.Contains("at least 700, revised from at least 17", StringComparison.Ordinal));
    }

    [Fact]
    public void Citations_number_the_evidence_without_gaps() =>
        Assert.Equal(Enumerable.Range(1, Report.Evidence.Length), Report.Evidence.Select(evidence => evidence.Number));

    [Fact]
    public void An_unnamed_source_keeps_its_words_and_its_body() =>
        Assert.Contains(Report.Events.SelectMany(entry => entry.Voices), voice => voice.Name == "a UN official (United Nations)");

    [Fact]
    public void A_long_story_is_told_in_full_for_its_weightiest_events_and_in_lines_for_the_rest()
    {
        string words = string.Join(' ', Enumerable.Range(0, 300).Select(i => $"Shells hit quarter {i}."));
        Report report = TestReports.Text("r9", "A long war", "Example", null, "2024-05-01", (ZoneKind.Body, words));
        SituationRecord one = RecordJsonTests.OneClaim(report, report.Zones[0].Span);
        Event[] events = [.. Enumerable.Range(0, 300).Select(i => TestRecord.Event($"e{i}", EventType.Strike, "p1", Sitrep.Model.World.Interval.Day(new DateOnly(2024, 4, 1).AddDays(i % 30)),
            Status.SingleSource, $"Shells hit quarter {i}", new Independence(1, 1, 1, 1), [$"c{i}"]))];
        LedgerClaim[] claims = [.. Enumerable.Range(0, 300).Select(i => TestRecord.Claim($"c{i}", report, $"Shells hit quarter {i}.", $"e{i}", Stance.Affirms, null, null, SourceKind.Narration, null, null, "d1"))];
        SituationReport told = SituationReportBuilder.Build(one with { Events = [.. events], Claims = [.. claims], Places = [new Sitrep.Model.World.Place("p1", "Old Town", [], null, null, null, null, null, Sitrep.Model.World.PlacePrecision.Town)] });
        Assert.Equal((25, 101, 30), (told.Events.Length, told.Other.Length, told.Timeline.Length));
        Assert.Equal("175 more lines in the record's JSON form.", told.Other[^1].Text);
        Assert.InRange(told.Highlights.Length, 4, 6);
    }

    [Fact]
    public void An_event_without_place_parties_and_count_is_no_line_of_the_report()
    {
        Event empty = TestRecord.Event("e9", EventType.Aid, null, null, Status.SingleSource, "Aid", new Independence(1, 1, 1, 1), ["c12"]);
        SituationReport told = SituationReportBuilder.Build(TestRecord.Rich with { Events = [.. TestRecord.Rich.Events, empty] });
        Assert.DoesNotContain(told.Events, entry => entry.Summary == "Aid");
        Assert.DoesNotContain(told.Other.Concat(told.Background).Concat(told.Highlights), line => line.Text.StartsWith("Aid:", StringComparison.Ordinal));
    }

    [Fact]
    public void The_title_covers_the_days_of_the_reports() =>
        Assert.EndsWith("30 January 2025", SituationReportBuilder.Build(TestRecord.Rich).Title, StringComparison.Ordinal);

    [Fact]
    public void A_report_of_an_unknown_outlet_goes_by_its_title_never_by_a_file_name()
    {
        Report report = TestReports.Text("r9", "Bridge falls", null, null, "2024-05-01", (ZoneKind.Body, "The bridge fell."));
        SituationReport told = SituationReportBuilder.Build(RecordJsonTests.OneClaim(report, report.Zones[0].Span));
        Assert.Equal("“Bridge falls”", Assert.Single(told.Sources).Newsroom);
        Report untitled = TestReports.Text("r9", null, null, null, "2024-05-01", (ZoneKind.Body, "The bridge fell."));
        Assert.Equal("r9", Assert.Single(SituationReportBuilder.Build(RecordJsonTests.OneClaim(untitled, untitled.Zones[0].Span)).Sources).Newsroom);
    }

    [Fact]
    public void The_dead_stand_first_in_the_table_and_only_the_newest_count_of_a_series()
    {
        Figure before = Counted("f8", Measure.Killed, 400, Status.Revised, null), dead = Counted("f9", Measure.Killed, 512, Status.SingleSource, "f8"), hurt = Counted("f10", Measure.Injured, 9000, Status.SingleSource, null);
        SituationReport told = SituationReportBuilder.Build(TestRecord.Rich with { Figures = [hurt, before, dead] });
        Assert.Equal(["512", "9,000"], told.Figures.Select(row => row.Amount));
        Assert.StartsWith("400 (", told.Figures[0].RevisedFrom, StringComparison.Ordinal);
        Assert.Contains("512", told.Highlights[0].Text, StringComparison.Ordinal);

        static Figure Counted(string id, Measure measure, long number, Status status, string? revises) =>
            new(id, measure, null, number, number, number, Qualifier.Exact, true, null, Sitrep.Model.World.Interval.Day(new DateOnly(2025, 1, 28)), null, status, new Independence(1, 1, 1, 1), revises, ["c6"]);
    }

    [Theory]
    [InlineData(PublishFormat.Markdown)]
    [InlineData(PublishFormat.Html)]
    public void The_same_record_gives_the_same_bytes(PublishFormat format) =>
        Assert.Equal(RecordChecks.Publish(TestRecord.Rich, format), RecordChecks.Publish(TestRecord.Rich with { }, format));

    [Theory]
    [InlineData(PublishFormat.Markdown)]
    [InlineData(PublishFormat.Html)]
    public void An_empty_record_makes_a_report_that_says_so(PublishFormat format)
    {
        string text = RecordChecks.PublishText(RecordJsonTests.Empty, format);
        Assert.Contains("No report tells of an event", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_link_of_the_page_has_its_target()
    {
        string page = RecordChecks.PublishText(TestRecord.Rich, PublishFormat.Html);
        HashSet<string> ids = [.. Regex.Matches(page, " id=\"([^\"]+)\"").Select(match => match.Groups[1].Value)];
        string[] targets = [.. Regex.Matches(page, " href=\"#([^\"]+)\"").Select(match => match.Groups[1].Value)];
        Assert.NotEmpty(targets);
        Assert.All(targets, target => Assert.Contains(target, ids));
        Assert.Equal(Report.Evidence.Length, ids.Count(id => id[0] == 'w' && id != "words"));
    }

    [Fact]
    public void Cited_words_are_marked_in_the_text_of_their_report()
    {
        string page = RecordChecks.PublishText(TestRecord.Rich, PublishFormat.Html);
        Assert.Matches("<mark class=\"w\\d+\">The government denied that Goma had fallen &amp; said</mark> <span class=\"at\" id=\"w\\d+\"[^>]*></span><mark class=\"w\\d+\">its troops held the airport</mark>", page);
        Assert.Contains("Not read: reader comment, promotion", page, StringComparison.Ordinal);
        Assert.Contains("photo caption, not read", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_citation_of_the_Markdown_has_its_words()
    {
        string text = RecordChecks.PublishText(TestRecord.Rich, PublishFormat.Markdown);
        string[] targets = [.. Regex.Matches(text, @"\]\(#(c\d+)\)").Select(match => match.Groups[1].Value)];
        Assert.NotEmpty(targets);
        Assert.All(targets, target => Assert.Contains($"<a id=\"{target}\"></a>", text, StringComparison.Ordinal));
        Assert.Contains("> The government denied that Goma had fallen & said", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_fetches_nothing()
    {
        string page = RecordChecks.PublishText(TestRecord.Rich, PublishFormat.Html);
        Assert.Contains("default-src &#39;none&#39;", page, StringComparison.Ordinal);
        foreach (string request in new[] { "http:", "https:", " src=", "url(", "@import", "<link", "<img", " style=" }) Assert.DoesNotContain(request, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("</style><script>alert(1)</script>")]
    [InlineData("\" onmouseover=\"alert(1)")]
    [InlineData("' autofocus onfocus='alert(1)")]
    [InlineData("<!--<script>")]
    [InlineData("\u202Egnp.exe\u2066 \u0000\u0007 \uD800 end")]
    public void Hostile_words_stay_words_in_the_page(string hostile)
    {
        string page = RecordChecks.PublishText(Hostile(hostile), PublishFormat.Html);
        Assert.Single(Regex.Matches(page, "<script"));
        Assert.Single(Regex.Matches(page, "</style"));
        Assert.DoesNotContain("<!--", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\0', page);
        Assert.DoesNotMatch("<[^>]* (onmouseover|onfocus|autofocus)", page);
    }

    [Theory]
    [InlineData("# Heading\n\n- item")]
    [InlineData("[link](javascript:alert(1)) <b>bold</b> `code` | cell")]
    [InlineData("1. first *star* _line_ ~~gone~~ &amp;")]
    public void Hostile_words_stay_words_in_the_Markdown(string hostile)
    {
        string text = RecordChecks.PublishText(Hostile(hostile), PublishFormat.Markdown);
        Assert.DoesNotContain("\n# Heading", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n- item", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?<!\\)\]\(javascript", text);
        Assert.DoesNotMatch(@"(?<!\\)<b>", text);
        Assert.DoesNotMatch(@"(?<!\\)[`*]star|\n> 1\. ", text);
    }

    private static SituationRecord Hostile(string words)
    {
        Report report = TestReports.Text("r9", words, words, words, "2024-05-01", (ZoneKind.Headline, words), (ZoneKind.Body, words), (ZoneKind.Comment, words));
        SituationRecord record = RecordJsonTests.OneClaim(report, report.Zones[1].Span, words);
        return record with { Problems = [new Problem(words, null, ReasonCode.BadJson, words, true)] };
    }
}
