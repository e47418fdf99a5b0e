using Sitrep.Model.Record;
using Sitrep.Pipeline.Publish;
using Sitrep.Pipeline.Publish.View;
using Sitrep.Web.Markup;

namespace Sitrep.Web.Pages.Figures;

/// <summary>Counts of one thing over time, drawn: a bar for the range a source leaves open, a dot for the number it gives, a line to the number it replaces, a cross where it is denied.</summary>
/// <remarks>Every point is a link with a name, and the table beside the drawing holds the same.</remarks>
internal static class SeriesChart
{
    /// <summary>Units of the drawing; it is scaled to the page.</summary>
    private const int Width = 900, Height = 320, Left = 70, Right = 20, Top = 16, Bottom = 40;

    /// <summary>Lines across, besides the axis.</summary>
    private const int Lines = 4;

    /// <summary>Days named under the axis.</summary>
    private const int DaysMax = 8;

    /// <param name="figures">Of one series; those without a day are left to the table.</param>
    /// <param name="link">Address of a figure's page.</param>
    public static Html Draw(string label, IReadOnlyList<Figure> figures, Func<Figure, string> link)
    {
        (Figure Figure, DateOnly Day, long Low, long High)[] points = [.. figures.Where(figure => figure.When is not null).Select(figure => (figure, figure.When!.End, Low(figure), High(figure))).OrderBy(point => point.End)];   // dated ones only
        if (points.Length == 0) return Html.Empty;
        DateOnly first = points[0].Day, last = points[^1].Day;
        long top = Nice(points.Max(point => point.High));
        int days = Math.Max(1, last.DayNumber - first.DayNumber);
        Dictionary<string, (Figure Figure, DateOnly Day, long Low, long High)> byId = points.ToDictionary(point => point.Figure.Id, StringComparer.Ordinal);
        return Html.Of($"""
            <svg class="series" viewBox="0 0 {Width} {Height}" role="group" aria-label="{label}">
            <g class="axis">{Enumerable.Range(0, Lines + 1).Select(i => Line(top * i / Lines))}{Days()}</g>
            <g class="revisions">{points.Where(point => point.Figure.Revises is { } earlier && byId.ContainsKey(earlier)).Select(point => Revision(byId[point.Figure.Revises!], point))}</g>
            {points.Select(Point)}
            </svg>

            """);

        double X(DateOnly day) => Left + (Width - Left - Right) * (first == last ? 0.5 : (double)(day.DayNumber - first.DayNumber) / days);
        double Y(long value) => Height - Bottom - (double)value / top * (Height - Top - Bottom);

        Html Line(long value) => Html.Of($"""<line x1="{Left}" x2="{Width - Right}" y1="{Y(value)}" y2="{Y(value)}"/><text x="{Left - 8}" y="{Y(value) + 4}" text-anchor="end">{Wording.Number(value)}</text>""");

        IEnumerable<Html> Days()
        {
            DateOnly[] told = [.. points.Select(point => point.Day).Distinct()];
            int every = Math.Max(1, (told.Length + DaysMax - 1) / DaysMax);
            for (int i = 0; i < told.Length; i += every) yield return Html.Of($"""<text x="{X(told[i])}" y="{Height - Bottom + 20}" text-anchor="middle">{Wording.ShortDay(told[i])}</text>""");
        }

        Html Revision((Figure Figure, DateOnly Day, long Low, long High) from, (Figure Figure, DateOnly Day, long Low, long High) to) =>
            Html.Of($"""<line class="revision" x1="{X(from.Day)}" y1="{Y(Middle(from.Figure))}" x2="{X(to.Day)}" y2="{Y(Middle(to.Figure))}"/>""");

        Html Point((Figure Figure, DateOnly Day, long Low, long High) point)
        {
            double x = X(point.Day), y = Y(Middle(point.Figure));
            bool denied = point.Figure.Status == Status.Denied;
            string name = $"{Wording.Amount(point.Figure)}, {Wording.When(point.Figure.When)}, {Spelling.Spaced(point.Figure.Status)}";
            Html range = point.Low == point.High ? Html.Empty : Html.Of($"""<line class="range" x1="{x}" x2="{x}" y1="{Y(point.Low)}" y2="{Y(point.High)}"/>""");
            Html mark = denied ? Html.Of($"""<path class="denied" d="M{x - 6} {y - 6}L{x + 6} {y + 6}M{x - 6} {y + 6}L{x + 6} {y - 6}"/>""") : Html.Of($"""<circle class="best" cx="{x}" cy="{y}" r="6"/>""");
            return Html.Of($"""<a class="point b-{Spelling.Kebab(point.Figure.Status)}" href="{link(point.Figure)}" aria-label="{name}" data-figure="{point.Figure.Id}"><title>{name}</title>{range}{mark}</a>""");
        }
    }

    /// <summary>The least the words allow; "at most 40" allows none.</summary>
    private static long Low(Figure figure) => figure.Low ?? (figure.Qualifier == Qualifier.AtMost ? 0 : figure.Best ?? figure.High ?? 0);

    /// <summary>The most the words name; "at least 12" names no more.</summary>
    private static long High(Figure figure) => figure.High ?? figure.Best ?? figure.Low ?? 0;

    private static long Middle(Figure figure) => figure.Best ?? (Low(figure) + High(figure)) / 2;

    // The next of 1, 2, 4, 5, 8 and 10 times a power of ten, which four lines divide evenly enough to read.
    private static long Nice(long most)
    {
        for (long unit = 1; ; unit *= 10)
        {
            foreach (int times in (int[])[4, 8, 12, 20, 40]) if (times * unit >= most) return times * unit;
        }
    }
}
