using System.Text;
using Sitrep.Model.Text;

namespace Sitrep.Pipeline.Extract.Second;

/// <summary>A stretch of a text in which words are looked for whatever its white space and the shape of its quotation marks are. Nothing else is folded.</summary>
internal sealed class FoldedText
{
    private readonly string _text;
    private readonly string _folded;
    private readonly List<int> _start = [];   // of each folded character, in the text

    public FoldedText(string text, TextSpan span)
    {
        (_text, Span) = (text, span);
        _folded = Fold(text.AsSpan(span.Start, span.Length), at => _start.Add(span.Start + at));
    }

    public TextSpan Span { get; }

    /// <summary>Where the words stand first, as whole words; null when they do not.</summary>
    public TextSpan? Find(string words)
    {
        string wanted = Fold(words, _ => { }).Trim(' ');
        if (wanted.Length == 0) return null;
        for (int at = _folded.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = _folded.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            var span = new TextSpan(_start[at], _start[at + wanted.Length - 1] + 1);
            if (!IsInside(span.Start) && !IsInside(span.End)) return span;
        }
        return null;
    }

    // Between two letters or digits, or two halves of a character.
    private bool IsInside(int offset) => offset > 0 && offset < _text.Length && IsWord(_text[offset - 1]) && IsWord(_text[offset]);

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;

    private static string Fold(ReadOnlySpan<char> text, Action<int> kept)
    {
        var folded = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c))
            {
                if (folded.Length > 0 && folded[^1] == ' ') continue;
                c = ' ';
            }
            folded.Append(c switch { '“' or '”' or '„' or '‟' or '«' or '»' or '″' => '"', '‘' or '’' or '‚' or '‛' or '‹' or '›' or '′' or '`' or '´' => '\'', _ => c });
            kept(i);
        }
        return folded.ToString();
    }
}
