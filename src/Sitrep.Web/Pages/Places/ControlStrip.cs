using Sitrep.Model.Record;
using Sitrep.Pipeline.Publish;
using Sitrep.Pipeline.Publish.View;
using Sitrep.Web.Markup;

namespace Sitrep.Web.Pages.Places;

/// <summary>Who holds a place, day by day, as a drawing: solid is agreed, hatched is claimed by the holder's own side, split is contested, empty is what nobody says.</summary>
/// <remarks>Colour is never alone: the form differs, each stretch has a title, and the list under the drawing says the same.</remarks>
internal static class ControlStrip
{
    /// <summary>Units of the drawing; it is scaled to the page.</summary>
    private const int Width = 1000, Height = 64, Bar = 36;

    /// <summary>Days that are named below the strip; more would touch.</summary>
    private const int LabelsMax = 8;

    /// <summary>Units that a holder's name needs for a letter.</summary>
    private const int Letter = 9;

    /// <param name="colour">Number of a holder's colour, from 1; 0 for nobody.</param>
    /// <param name="name">Name of a holder.</param>
    /// <param name="on">The day looked at, marked by a line; null for none.</param>
    public static Html Draw(string label, IReadOnlyList<ControlSpan> spans, Func<string?, int> colour, Func<string, string> name, DateOnly? on)
    {
        if (spans.Count == 0) return Html.Empty;
        DateOnly first = spans.Min(span => span.From), last = spans.Max(span => span.To);
        double day = (double)Width / (last.DayNumber - first.DayNumber + 1);
        int[] used = [.. spans.Select(span => colour(span.Holder)).Distinct().Order()];
        return Html.Of($"""
            <svg class="strip" viewBox="0 0 {Width} {Height}" role="img" aria-label="{label}">
            <defs>{used.Select(index => Html.Of($"""<pattern id="hatch-h{index}" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="ground" width="8" height="8"/><rect class="h{index}" width="4" height="8"/></pattern>"""))}</defs>
            {spans.Select((span, i) => Stretch(span, i == 0 ? null : spans[i - 1], X(span.From), X(span.To.AddDays(1))))}
            {Labels()}
            {(on is { } at && at >= first && at <= last ? Html.Of($"""<line class="on" x1="{X(at) + day / 2}" x2="{X(at) + day / 2}" y1="0" y2="{Bar + 6}"/>""") : Html.Empty)}
            </svg>

            """);

        double X(DateOnly when) => (when.DayNumber - first.DayNumber) * day;

        Html Stretch(ControlSpan span, ControlSpan? before, double from, double to)
        {
            double width = to - from;
            string holder = span.Holder is null ? "nobody named" : name(span.Holder);
            string title = $"{Wording.Days(span.From, span.To)}: {SituationPage.StateWords(span.State)}{(span.State == ControlState.Unknown ? "" : $", {holder}")}";
            string words = span.State == ControlState.Unknown || holder.Length * Letter > width ? "" : holder;
            return Html.Of($"""<g class="stretch s-{Spelling.Kebab(span.State)}" data-from="{span.From}" data-to="{span.To}"><title>{title}</title>{Form(span, before, from, width)}{Html.If(words.Length > 0, $"<text x=\"{from + width / 2}\" y=\"{Bar / 2 + 5}\" text-anchor=\"middle\">{words}</text>")}</g>""");
        }

        Html Form(ControlSpan span, ControlSpan? before, double from, double width)
        {
            int index = colour(span.Holder);
            Html frame = Html.Of($"""<rect class="frame" x="{from}" y="0" width="{width}" height="{Bar}"/>""");
            return span.State switch
            {
                ControlState.Held => Html.Of($"""<rect class="h{index}" x="{from}" y="0" width="{width}" height="{Bar}"/>{frame}"""),
                ControlState.Claimed => Html.Of($"""<rect fill="url(#hatch-h{index})" x="{from}" y="0" width="{width}" height="{Bar}"/>{frame}"""),
                // The half below is of whoever had it before: the one who is said not to have lost it.
                ControlState.Contested => Html.Of($"""<rect class="h{index}" x="{from}" y="0" width="{width}" height="{Bar / 2}"/><rect class="h{colour(before?.Holder)}" x="{from}" y="{Bar / 2}" width="{width}" height="{Bar / 2}"/>{frame}"""),
                _ => frame,
            };
        }

        IEnumerable<Html> Labels()
        {
            int days = last.DayNumber - first.DayNumber + 1, every = Math.Max(1, (days + LabelsMax - 1) / LabelsMax);
            for (int i = 0; i < days; i += every)
            {
                DateOnly at = first.AddDays(i);
                yield return Html.Of($"""<text class="day" x="{X(at) + 2}" y="{Height - 8}">{Wording.ShortDay(at)}</text>""");
            }
        }
    }
}
