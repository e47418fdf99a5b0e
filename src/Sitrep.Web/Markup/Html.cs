using System.Runtime.CompilerServices;

namespace Sitrep.Web.Markup;

/// <summary>A piece of a page. <c>Html.Of($"…")</c>: what stands in the code is markup, what stands in a hole is text and is encoded.</summary>
/// <remarks>There is no way from a string to markup but a literal of this project, so no text of others becomes markup.</remarks>
internal readonly struct Html
{
    private readonly string? _markup;

    private Html(string markup) => _markup = markup;

    public static Html Empty => default;

    public bool IsEmpty => string.IsNullOrEmpty(_markup);

    public static Html Of(ref MarkupWriter markup) => new(markup.ToString());

    /// <summary>Nothing when the condition does not hold; its holes are not even asked for then.</summary>
    public static Html If(bool condition, [InterpolatedStringHandlerArgument(nameof(condition))] ref MarkupWriter markup) => condition ? new(markup.ToString()) : default;

    public static Html Join(IEnumerable<Html> parts, string separator = "")
    {
        MarkupWriter joined = new(0, 0);
        bool first = true;
        foreach (Html part in parts)
        {
            if (!first) joined.AppendFormatted(separator);
            joined.AppendFormatted(part);
            first = false;
        }
        return new(joined.ToString());
    }

    /// <summary>Words of others: kept from reordering what stands beside them.</summary>
    public static Html Words(string? text) => Of($"<bdi>{text}</bdi>");

    /// <summary>Data for scripts, in an element that no browser runs.</summary>
    /// <param name="json">Written with the encoder that escapes markup.</param>
    public static Html Data(string id, JsonText json) => new($"<script type=\"application/json\" id=\"{id}\">{json.Text}</script>\n");

    public override string ToString() => _markup ?? "";
}
