namespace Sitrep.Pipeline.Clean.Html;

/// <summary>One element of a page: enough of it to judge what the text inside is.</summary>
internal sealed class HtmlElement(string tag, HtmlElement? parent, (string Name, string Value)[] attributes)
{
    /// <summary>Characters of class and id that are read.</summary>
    private const int LongestHints = 600;

    public string Tag { get; } = tag;
    public HtmlElement? Parent { get; } = parent;

    /// <summary>Characters of running text inside, links weighed out. Filled by <see cref="MainContent"/>.</summary>
    public double Weight { get; set; }

    /// <summary>Children that hold running text, in order.</summary>
    public List<HtmlElement> Weighed { get; } = [];

    /// <summary>Class, id and role as <c>-word-word-</c>, lower case: the form that class cues are compared with.</summary>
    public string Hints => field ??= Fold($"{this["class"]} {this["id"]} {this["data-component"]} {this["data-testid"]}");

    /// <returns>Null when the attribute is absent.</returns>
    public string? this[string name]
    {
        get
        {
            foreach ((string known, string value) in attributes) if (known == name) return value;
            return null;
        }
    }

    public bool IsHidden =>
        this["hidden"] is not null
        || (this["style"] is { } style && style.Replace(" ", "", StringComparison.Ordinal) is var tight
            && (tight.Contains("display:none", StringComparison.OrdinalIgnoreCase) || tight.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)));

    // Blog software writes the story's topics and the page builder's parts into classes; they say nothing about what the element is.
    private static readonly string[] Silent = ["category-", "tag-", "cat-", "has-", "no-", "without-", "post_tag-", "elementor-", "et_pb_", "vc_", "wpb_", "fusion-"];

    private static string Fold(string words)
    {
        var folded = new System.Text.StringBuilder(Math.Min(words.Length, LongestHints) + 2);
        folded.Append('-');
        foreach (string word in words[..Math.Min(words.Length, LongestHints)].Split((char[])[' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Array.Exists(Silent, start => word.StartsWith(start, StringComparison.Ordinal))) continue;
            char before = ' ';
            foreach (char c in word)
            {
                if (char.IsAsciiLetterUpper(c) && char.IsAsciiLetterLower(before) && folded[^1] != '-') folded.Append('-');
                before = c;
                if (char.IsAsciiLetterOrDigit(c)) folded.Append(char.ToLowerInvariant(c));
                else if (folded[^1] != '-') folded.Append('-');
            }
            if (folded[^1] != '-') folded.Append('-');
        }
        return folded.ToString();
    }
}
