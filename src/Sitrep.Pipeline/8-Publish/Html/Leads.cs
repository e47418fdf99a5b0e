using System.Collections.Immutable;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Pipeline.Publish.Html;

/// <summary>What a reader sees first: the numbers with their footnotes, and the situation by theme and place.</summary>
internal static class Leads
{
    public static void KeyFigures(HtmlSheet sheet, ImmutableArray<KeyFigure> figures)
    {
        if (figures.IsEmpty) return;
        HtmlReport.Head(sheet, "key-figures", "Key figures");
        sheet.Raw("<ul class=\"cards\">\n");
        foreach (KeyFigure figure in figures)
        {
            sheet.Raw("<li><p class=\"amount\">").Sentence(figure.Amount, figure.Cites).Raw("</p><p class=\"label\">").Element("span", null, figure.Label).Raw("&#8288;<sup>").Raw(figure.Mark).Raw("</sup></p>").Badge(figure.Badge).Raw("</li>\n");
        }
        sheet.Raw("</ul>\n<ul class=\"footnotes\">\n");
        foreach (KeyFigure figure in figures) sheet.Raw("<li><sup>").Raw(figure.Mark).Raw("</sup> ").Sentence(figure.Footnote, figure.Cites).Cites(figure.Cites).Raw("</li>\n");
        sheet.Raw("</ul>\n</section>\n");
    }

    public static void Overview(HtmlSheet sheet, ImmutableArray<OverviewTheme> themes)
    {
        if (themes.IsEmpty) return;
        HtmlReport.Head(sheet, "overview", "Situation overview");
        foreach (OverviewTheme theme in themes)
        {
            sheet.Element("h3", "theme", theme.Heading).Raw("\n");
            foreach (OverviewPlace place in theme.Places)
            {
                sheet.Raw("<div class=\"at-place\">").Element("h4", null, place.Place.Length == 0 ? "Place not told" : place.Place).Raw("<ul class=\"plain\">\n");
                foreach (Line line in place.Lines) HtmlReport.Line(sheet, line);
                sheet.Raw("</ul></div>\n");
            }
        }
        sheet.Raw("</section>\n");
    }
}
