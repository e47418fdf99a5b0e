using System.Collections.Immutable;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Pipeline.Publish.Html;

/// <summary>The two strips: events by day, and control by day. Tables and lists, so that they read without sight or colour.</summary>
internal static class Strips
{
    /// <summary>Squares drawn for one bar; the number above it tells the rest.</summary>
    private const int MostSquares = 10;

    public static void Timeline(HtmlSheet sheet, ImmutableArray<TimelineBar> bars)
    {
        if (bars.Length < 2) return;
        sheet.Raw("<section id=\"timeline\">\n<h2>Timeline</h2>\n<ol class=\"timeline\" tabindex=\"0\" aria-label=\"Events by day\">\n");
        // Labels of neighbours must not touch: about twelve fit the column, a third of them a telephone.
        int every = (bars.Length + 11) / 12;
        for (int i = 0; i < bars.Length; i++)
        {
            TimelineBar bar = bars[i];
            sheet.Raw(bar.Events.IsEmpty ? "<li class=\"none\">" : "<li>");
            if (!bar.Events.IsEmpty)
            {
                sheet.Raw("<a href=\"#").Raw(bar.First > 0 ? "e" : "other");
                if (bar.First > 0) sheet.Number(bar.First);
                sheet.Raw("\" title=\"").Text(bar.Long).Raw("\" aria-label=\"").Text(bar.Long).Raw("\"><span class=\"n\">").Number(bar.Events.Length).Raw("</span>");
                foreach (Badge badge in bar.Events.Take(MostSquares)) sheet.Raw("<i class=\"sq b-").Raw(badge.Key).Raw("\"></i>");
                sheet.Raw("</a>");
            }
            sheet.Raw(i % every != 0 ? "<span class=\"day off\">" : i % (3 * every) == 0 ? "<span class=\"day\">" : "<span class=\"day mid\">").Text(bar.Label).Raw("</span></li>\n");
        }
        sheet.Raw("</ol>\n<p class=\"legend\">");
        foreach (Badge badge in bars.SelectMany(bar => bar.Events).Distinct().OrderBy(badge => badge.Key, StringComparer.Ordinal))
        {
            sheet.Raw("<span><i class=\"sq b-").Raw(badge.Key).Raw("\"></i> ").Text(badge.Words).Raw("</span> ");
        }
        sheet.Raw("</p>\n</section>\n");
    }

    public static void Control(HtmlSheet sheet, string period, ImmutableArray<ControlRow> rows)
    {
        if (rows.IsEmpty) return;
        sheet.Raw("<section id=\"control\">\n").Element("h2", null, $"Who holds what, {period}").Raw("\n");
        sheet.Raw("<p class=\"legend\"><span><i class=\"key s-held h1\"></i> held</span> <span><i class=\"key s-claimed h1\"></i> claimed by its own side only</span> "
            + "<span><i class=\"key s-contested h1\"></i> contested</span> <span><i class=\"key s-unknown\"></i> nobody says</span></p>\n");
        foreach (ControlRow row in rows)
        {
            sheet.Element("h3", null, row.Place).Raw("\n<table class=\"strip\" aria-hidden=\"true\"><tr>");
            foreach (ControlStretch stretch in row.Stretches)
            {
                sheet.Raw("<td colspan=\"").Number(stretch.Days).Raw("\" class=\"s-").Raw(stretch.State.Key).Raw(" h").Number(stretch.HolderIndex).Raw("\"><span>").Text(stretch.Holder).Raw("</span></td>");
            }
            sheet.Raw("</tr></table>\n<ul class=\"plain\">\n");
            foreach (ControlStretch stretch in row.Stretches)
            {
                string last = stretch.LastEvidence.Length == 0 ? "" : $"; {stretch.LastEvidence}";
                string words = stretch.Holder.Length == 0 ? stretch.State.Words : $"{stretch.State.Words} {stretch.Holder}";
                sheet.Raw("<li>").Element("time", null, stretch.Dates).Raw(" ").Sentence($"{Wording.Sentence(words)}{last}", stretch.Cites).Cites(stretch.Cites).Raw("</li>\n");
            }
            sheet.Raw("</ul>\n");
        }
        sheet.Raw("</section>\n");
    }
}
