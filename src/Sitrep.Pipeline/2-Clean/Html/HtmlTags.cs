using System.Collections.Frozen;

namespace Sitrep.Pipeline.Clean.Html;

/// <summary>What the HTML standard says about element names, as far as reading text needs it.</summary>
internal static class HtmlTags
{
    public static readonly FrozenSet<string> Void = Set("area base br col embed hr img input link meta param source track wbr");

    /// <summary>Their content is not parsed as markup.</summary>
    public static readonly FrozenSet<string> Raw = Set("script style textarea title xmp iframe noembed noframes");

    /// <summary>Nothing inside is shown to a reader.</summary>
    public static readonly FrozenSet<string> Unseen = Set("script style title template noscript iframe noembed noframes svg math canvas object video audio datalist head rt rp");

    /// <summary>They start and end a paragraph.</summary>
    public static readonly FrozenSet<string> Block = Set("""
        address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form
        h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav ol option p pre section select summary table tbody td textarea tfoot th thead tr ul
        """);

    /// <summary>Starting one of them ends an open paragraph.</summary>
    public static readonly FrozenSet<string> EndsParagraph = Set("""
        address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr
        main menu nav ol p pre section summary table ul li dd dt
        """);

    /// <summary>Page furniture: what stands in them is not the report.</summary>
    public static readonly FrozenSet<string> Furniture = Set("nav footer aside form button select textarea label option menu dialog fieldset");

    private static FrozenSet<string> Set(string names) => names.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);
}
