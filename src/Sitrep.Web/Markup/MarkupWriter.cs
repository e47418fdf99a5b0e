using System.Globalization;
using System.Runtime.CompilerServices;
using Sitrep.Pipeline.Publish.Html;

namespace Sitrep.Web.Markup;

/// <summary>Writes the interpolated strings of <see cref="Html"/>. A hole takes text, numbers, days and markup; anything else does not compile.</summary>
[InterpolatedStringHandler]
internal readonly ref struct MarkupWriter
{
    private readonly HtmlSheet? _sheet;

    public MarkupWriter(int literalLength, int formattedCount) => _sheet = new HtmlSheet();

    public MarkupWriter(int literalLength, int formattedCount, bool condition, out bool wanted)
    {
        wanted = condition;
        _sheet = condition ? new HtmlSheet() : null;
    }

    public void AppendLiteral(string markup) => _sheet?.Raw(markup);

    public void AppendFormatted(string? text) => _sheet?.Text(text);

    public void AppendFormatted(ReadOnlySpan<char> text) => _sheet?.Text(text);

    public void AppendFormatted(Html part) => _sheet?.Raw(part.ToString());

    public void AppendFormatted(IEnumerable<Html> parts)
    {
        foreach (Html part in parts) AppendFormatted(part);
    }

    public void AppendFormatted(int number) => _sheet?.Number(number);

    public void AppendFormatted(long number) => _sheet?.Raw(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A length in a drawing: at most two decimals.</summary>
    public void AppendFormatted(double number) => _sheet?.Raw(Math.Round(number, 2).ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(DateOnly day) => _sheet?.Raw(day.ToString("O", CultureInfo.InvariantCulture));

    public override string ToString() => _sheet?.ToString() ?? "";
}
