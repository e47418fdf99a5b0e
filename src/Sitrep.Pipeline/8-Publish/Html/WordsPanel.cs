using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Pipeline.Publish.Html;

/// <summary>The reports that are cited, as text, with the cited words marked and what was not read set apart.</summary>
internal static class WordsPanel
{
    public static void Write(HtmlSheet sheet, ImmutableArray<ReportText> texts)
    {
        sheet.Raw("<aside id=\"words\" aria-label=\"The words\" tabindex=\"-1\">\n<div class=\"bar\" hidden><span class=\"where\" aria-live=\"polite\"></span>"
            + "<button type=\"button\" class=\"prev\" aria-label=\"Previous words\">‹</button><button type=\"button\" class=\"next\" aria-label=\"Next words\">›</button>"
            + "<button type=\"button\" class=\"close\" aria-label=\"Close the words\">×</button></div>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Reports\">\n"
            + "<h2>The words</h2>\n<p class=\"note hint\">Follow any line or number of the report: the words it rests on are shown here, in the report they stand in.</p>\n");
        foreach (ReportText text in texts) Section(sheet, text);
        sheet.Raw("</div>\n</aside>\n");
    }

    /// <summary>Marks the words of the citation in the page's address, also without the script.</summary>
    public static string TargetRules(ImmutableArray<Evidence> evidence)
    {
        if (evidence.IsEmpty) return "";
        var rules = new StringBuilder();
        foreach (Evidence cited in evidence)
        {
            if (rules.Length > 0) rules.Append(',');
            rules.Append(CultureInfo.InvariantCulture, $"#w{cited.Number}:target~.w{cited.Number}");
        }
        return rules.Append("{background:var(--hit);color:var(--hit-ink);box-shadow:0 0 0 2px var(--hit)}\n").ToString();
    }

    private static void Section(HtmlSheet sheet, ReportText text)
    {
        sheet.Raw("<section class=\"source\" id=\"r").Number(text.Number).Raw("\">\n");
        sheet.Element("h3", null, text.Heading).Raw("\n").Element("p", "meta", text.Meta).Raw("\n");
        var anchored = new HashSet<int>();
        ImmutableArray<Zone> zones = text.Report.Zones;
        for (int i = 0; i < zones.Length; i++)
        {
            if (!Folded(zones[i], text)) { Paragraph(sheet, zones[i], text, anchored); continue; }
            int end = i;
            while (end + 1 < zones.Length && Folded(zones[end + 1], text)) end++;
            string kinds = string.Join(", ", zones[i..(end + 1)].Select(zone => Label(zone.Kind)).Distinct(StringComparer.Ordinal));
            sheet.Raw("<details><summary>Not read: ").Text(kinds).Raw("</summary>\n");
            for (; i < end; i++) Paragraph(sheet, zones[i], text, anchored);
            Paragraph(sheet, zones[end], text, anchored);
            sheet.Raw("</details>\n");
        }
        // Words outside every zone have no paragraph; their links still arrive at the report.
        foreach ((int number, _) in text.Cited) if (anchored.Add(number)) Anchor(sheet, number);
        sheet.Raw("<p class=\"back\"><a href=\"#top\">Back to the report</a></p>\n</section>\n");
    }

    private static void Paragraph(HtmlSheet sheet, Zone zone, ReportText text, HashSet<int> anchored)
    {
        string kind = Spelling.Kebab(zone.Kind);
        sheet.Raw($"<p class=\"z z-{kind}\" dir=\"auto\">");
        if (zone.Kind is not (ZoneKind.Body or ZoneKind.Headline)) sheet.Raw("<span class=\"kind\">").Text(Label(zone.Kind)).Raw("</span> ");
        (int Number, TextSpan Span)[] cited = [.. text.Cited.Where(cite => cite.Span.Overlaps(zone.Span))];
        int[] cuts = [.. cited.SelectMany(cite => new[] { cite.Span.Start, cite.Span.End }).Append(zone.Span.Start).Append(zone.Span.End)
            .Where(cut => cut >= zone.Span.Start && cut <= zone.Span.End).Distinct().Order()];
        for (int i = 0; i + 1 < cuts.Length; i++)
        {
            var piece = new TextSpan(cuts[i], cuts[i + 1]);
            int[] marks = [.. cited.Where(cite => cite.Span.Overlaps(piece)).Select(cite => cite.Number)];
            foreach (int number in marks) if (anchored.Add(number)) Anchor(sheet, number);
            ReadOnlySpan<char> words = text.Report.Text.AsSpan(piece.Start, piece.Length);
            if (marks.Length == 0) { sheet.Text(words); continue; }
            sheet.Raw("<mark class=\"").Raw(string.Join(' ', marks.Select(number => string.Create(CultureInfo.InvariantCulture, $"w{number}")))).Raw("\">").Text(words).Raw("</mark>");
        }
        sheet.Raw("</p>\n");
    }

    private static void Anchor(HtmlSheet sheet, int number) => sheet.Raw("<span class=\"at\" id=\"w").Number(number).Raw("\" data-n=\"").Number(number).Raw("\"></span>");

    // A target inside closed details could not be scrolled to everywhere, so zones with cited words stay open.
    private static bool Folded(Zone zone, ReportText text) =>
        zone.Kind is ZoneKind.Gallery or ZoneKind.Related or ZoneKind.Promotion or ZoneKind.Comment or ZoneKind.Boilerplate or ZoneKind.Credit
        && !text.Cited.Any(cite => cite.Span.Overlaps(zone.Span));

    private static string Label(ZoneKind kind) => kind switch
    {
        ZoneKind.Caption => "photo caption, not read",
        ZoneKind.Comment => "reader comment",
        ZoneKind.Gallery => "photo gallery",
        ZoneKind.Related => "pointer to other stories",
        ZoneKind.Promotion => "promotion",
        ZoneKind.Boilerplate => "page furniture",
        ZoneKind.Credit => "credit",
        _ => Spelling.Kebab(kind),
    };
}
