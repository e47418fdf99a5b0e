using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Pipeline.Publish.Html;

/// <summary>The situation report as one self-contained page: left the report, right the words. No request leaves it, no markup of a report is rendered.</summary>
internal static class HtmlReport
{
    public static string Of(SituationReport report)
    {
        var sheet = new HtmlSheet();
        string style = PageAssets.Style + WordsPanel.TargetRules(report.Evidence);
        sheet.Raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"").Text(PageAssets.Policy(style)).Raw("\">\n")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>").Text(report.Title).Raw("</title>\n<style>")
            .Raw(style).Raw("</style>\n</head>\n<body>\n<div class=\"page\">\n<main id=\"top\">\n");
        sheet.Raw("<header>\n").Element("h1", null, report.Title).Raw("\n").Element("p", "asof", report.AsOf).Raw("\n<p class=\"scope\">");
        if (report.Period.Length > 0) sheet.Raw("Period covered: ").Element("span", null, report.Period).Raw(". ");
        sheet.Element("span", null, $"{report.Producer}. {report.Scope}.").Raw("</p>\n</header>\n");

        Lines(sheet, "highlights", "Highlights", report.Highlights, empty: "No report tells of an event.");
        Leads.KeyFigures(sheet, report.KeyFigures);
        Leads.Overview(sheet, report.Overview);
        Strips.Timeline(sheet, report.Timeline);
        Lines(sheet, "new", report.NewHeading, report.News);
        Disputes(sheet, report.Disputes);
        Strips.Control(sheet, report.ControlPeriod, report.Control);
        Figures(sheet, "figures", "Humanitarian figures", report.Figures);
        Figures(sheet, "other-figures", "Other figures", report.OtherFigures);
        Lines(sheet, "persons", "Fate of persons", report.Persons);
        Lines(sheet, "unknown", "What is not known", report.Unknown);
        Lines(sheet, "expected", "Expected next", report.Expected, "Said to be coming, never counted as having happened.");
        Events(sheet, report.Events);
        Lines(sheet, "other", "Other events of the period", report.Other);
        for (int i = 0; i < report.Summary.Length; i++)
        {
            StorySummary story = report.Summary[i];
            Lines(sheet, i == 0 ? "summary" : $"summary-{Wording.Number(i + 1)}", story.Story.Length == 0 ? "Timeline in the reports’ own words" : $"Timeline in the reports’ own words: {story.Story}", story.Lines);
        }
        Lines(sheet, "background", "Background", report.Background, "Before the period of this report.");
        Lines(sheet, "rulings", "Rulings of analysts", report.Rulings, "What a person decided about this record, with the reason. What was rejected counts nowhere and stays in the record.");
        Sources(sheet, report.Sources);
        Items(sheet, "grades", "Reliability of sources", report.Grades, Method.GradesNote);
        Items(sheet, "photos", "Photos", report.Photos, "Counted, never used as evidence.");
        Items(sheet, "problems", "What could not be read", report.Problems);
        Items(sheet, "method", "Method and notes", report.Notes);
        Head(sheet, "designations", "Designations and boundaries", report.Designations);
        sheet.Raw("</section>\n");

        Evidence(sheet, report.Evidence);
        sheet.Raw("</main>\n");
        WordsPanel.Write(sheet, report.Texts);
        sheet.Raw("</div>\n<script>").Raw(PageAssets.Script).Raw("</script>\n</body>\n</html>\n");
        return sheet.ToString();
    }

    internal static void Head(HtmlSheet sheet, string id, string heading, string? note = null)
    {
        sheet.Raw("<section id=\"").Raw(id).Raw("\">\n").Element("h2", null, heading).Raw("\n");
        if (note is not null) sheet.Raw("<p class=\"note\">").Text(note).Raw("</p>\n");
    }

    private static void Lines(HtmlSheet sheet, string id, string heading, ImmutableArray<Line> lines, string? note = null, string? empty = null)
    {
        if (lines.IsEmpty && empty is null) return;
        Head(sheet, id, heading, lines.IsEmpty ? empty : note);
        sheet.Raw("<ul class=\"plain\">\n");
        foreach (Line line in lines) Line(sheet, line);
        sheet.Raw("</ul>\n</section>\n");
    }

    internal static void Line(HtmlSheet sheet, Line line)
    {
        sheet.Raw("<li>");
        if (line.Date.Length > 0) sheet.Element("time", null, line.Date).Raw(" ");
        sheet.Sentence(line.Text, line.Cites);
        if (line.Badge is { } badge) sheet.Raw(" ").Badge(badge);
        sheet.Cites(line.Cites).Raw("</li>\n");
    }

    private static void Figures(HtmlSheet sheet, string id, string heading, ImmutableArray<FigureRow> rows)
    {
        if (rows.IsEmpty) return;
        Head(sheet, id, heading);
        sheet.Raw("<table class=\"figures\">\n<thead><tr><th scope=\"col\">What</th><th scope=\"col\">Where</th><th scope=\"col\" class=\"num\">How many</th>"
            + "<th scope=\"col\">Who says</th><th scope=\"col\">As of</th></tr></thead>\n<tbody>\n");
        foreach (FigureRow row in rows)
        {
            sheet.Raw("<tr><th scope=\"row\">").Element("span", null, row.Measure);
            if (row.Subject.Length > 0) sheet.Element("span", "sub", row.Subject);
            sheet.Raw("</th><td data-of=\"Where\">").Element("span", null, row.Place.Length == 0 ? "–" : row.Place).Raw("</td><td class=\"num\" data-of=\"How many\">").Sentence(row.Amount, row.Cites);
            if (row.RevisedFrom.Length > 0) sheet.Element("span", "sub", $"revised from {row.RevisedFrom}");
            sheet.Raw("</td><td data-of=\"Who says\">").Element("span", null, row.Says).Raw(" ").Badge(row.Badge).Cites(row.Cites).Raw("</td><td data-of=\"As of\">").Element("span", null, row.AsOf).Raw("</td></tr>\n");
        }
        sheet.Raw("</tbody>\n</table>\n<p class=\"note\">A total is what stood at that day; any other row is what one event or period added. Rows are not to be summed.</p>\n</section>\n");
    }

    private static void Events(HtmlSheet sheet, ImmutableArray<EventEntry> events)
    {
        if (events.IsEmpty) return;
        Head(sheet, "events", "Key events in time order");
        sheet.Raw("<ol class=\"events\">\n");
        foreach (EventEntry entry in events)
        {
            ImmutableArray<int> all = [.. entry.Voices.SelectMany(voice => voice.Cites).Distinct()];
            sheet.Raw("<li id=\"e").Number(entry.Number).Raw("\"><div class=\"when\">").Element("time", null, entry.Date);
            if (entry.Place.Length > 0) sheet.Element("span", "place", entry.Place);
            sheet.Raw("</div><div class=\"what\"><p class=\"head\">").Sentence(entry.Summary, all).Raw(" ").Badge(entry.Badge).Raw("</p>\n");
            foreach (IGrouping<Stance, Voice> side in entry.Voices.GroupBy(voice => voice.Stance))
            {
                sheet.Raw("<p class=\"by\"><span class=\"stance\">").Raw(Stances(side.Key)).Raw("</span> ");
                bool first = true;
                foreach (Voice voice in side)
                {
                    if (!first) sheet.Raw("; ");
                    first = false;
                    sheet.Element("b", null, voice.Name).Raw(" ").Element("span", "detail", $"({voice.Detail})").Cites(voice.Cites);
                }
                sheet.Raw("</p>\n");
            }
            foreach (Line note in entry.Notes)
            {
                sheet.Raw("<p class=\"by\">").Sentence(note.Text, note.Cites);
                if (note.Badge is { } badge) sheet.Raw(" ").Badge(badge);
                sheet.Cites(note.Cites).Raw("</p>\n");
            }
            sheet.Element("p", "tellings", entry.Tellings).Raw("</div></li>\n");
        }
        sheet.Raw("</ol>\n</section>\n");
    }

    private static void Disputes(HtmlSheet sheet, ImmutableArray<Dispute> disputes)
    {
        if (disputes.IsEmpty) return;
        Head(sheet, "disputes", "Disputed points", "Every side in its own words; no verdict.");
        foreach (Dispute dispute in disputes)
        {
            sheet.Raw("<article class=\"dispute\"><h3>").Element("time", null, dispute.Date).Raw(" ").Element("span", null, dispute.Question).Raw(" ").Badge(dispute.Badge).Raw("</h3>\n<div class=\"sides\">\n");
            foreach (DisputeSide side in dispute.Sides)
            {
                sheet.Raw("<div class=\"side\">").Element("h4", null, side.Heading).Raw("\n");
                foreach (Voice voice in side.Voices)
                {
                    sheet.Raw("<p>").Element("b", null, voice.Name).Raw(" ").Element("span", "detail", $"({voice.Detail})").Raw("</p>\n<blockquote>").Sentence(Wording.Quoted(voice.Words), voice.Cites).Cites(voice.Cites).Raw("</blockquote>\n");
                }
                sheet.Raw("</div>\n");
            }
            sheet.Raw("</div></article>\n");
        }
        sheet.Raw("</section>\n");
    }

    private static void Sources(HtmlSheet sheet, ImmutableArray<SourceEntry> sources)
    {
        if (sources.IsEmpty) return;
        Head(sheet, "sources", "Sources and reprints", "One entry for each independent telling.");
        sheet.Raw("<ul class=\"plain\">\n");
        foreach (SourceEntry source in sources)
        {
            sheet.Raw("<li>").Element("b", null, source.Newsroom);
            Families.Write(sheet, source.Reports);
            sheet.Raw("</li>\n");
        }
        sheet.Raw("</ul>\n</section>\n");
    }

    private static void Items(HtmlSheet sheet, string id, string heading, ImmutableArray<string> items, string? note = null)
    {
        if (items.IsEmpty) return;
        Head(sheet, id, heading, note);
        sheet.Raw("<ul class=\"plain small\">\n");
        foreach (string item in items) sheet.Element("li", null, item).Raw("\n");
        sheet.Raw("</ul>\n</section>\n");
    }

    // The audit trail: what the panel shows in its place stands here in one list, with the range of each citation.
    private static void Evidence(HtmlSheet sheet, ImmutableArray<Evidence> all)
    {
        if (all.IsEmpty) return;
        Head(sheet, "evidence", "Evidence", "Ranges count the Unicode characters of each report as received.");
        sheet.Raw("<details><summary>").Text(Wording.Count(all.Length, "citation")).Raw("</summary>\n<ol class=\"evidence\">\n");
        foreach (Evidence cited in all)
        {
            sheet.Raw("<li id=\"v").Number(cited.Number).Raw("\"><span class=\"who\">").Text(cited.Stance).Raw(" <bdi>").Text(cited.Speaker).Raw("</bdi></span>: <q><bdi>").Text(cited.Quote).Raw("</bdi></q> ");
            sheet.Element("span", "detail", $"{cited.Source}; {cited.Where}; claim {Wording.Line(cited.Claim)}").Cites([cited.Number]).Raw("</li>\n");
        }
        sheet.Raw("</ol>\n</details>\n</section>\n");
    }

    private static string Stances(Stance stance) => stance switch
    {
        Stance.Denies => "Denied by",
        Stance.Doubts => "Doubted by",
        Stance.Expects => "Expected by",
        _ => "Affirmed by",
    };
}
