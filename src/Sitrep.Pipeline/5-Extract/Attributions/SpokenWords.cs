using Sitrep.Model.Text;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Attributions;

/// <summary>One attribution as stretches of the text; the content of a quotation that runs over sentences is whole.</summary>
/// <param name="Source">Empty when nobody is named.</param>
public sealed record AttributedSpans(Cue Entry, IReadOnlyList<TextSpan> Source, IReadOnlyList<TextSpan> Cue, IReadOnlyList<TextSpan> Content);

/// <summary>The outermost attributions of one paragraph, as PolNeAR marks them: none inside the content of another, quotations whole.</summary>
internal sealed class SpokenWords
{
    /// <summary>Fewest words of a quotation that is a statement by itself, not a quoted term.</summary>
    private const int StatementMin = 4;

    /// <summary>Most words of a name that signs a quotation.</summary>
    private const int SignatureMax = 5;

    private readonly List<Draft> _drafts = [];

    /// <summary>Who was quoted last; what a paragraph that is nothing but a quotation goes back to.</summary>
    private Draft? _last;

    /// <summary>Whose words the next paragraph holds; null when the paragraph does not end with a cue and a colon.</summary>
    private Draft? _open;

    /// <summary>The spans as they stand; a quotation of the next paragraph may still be added to one.</summary>
    public IReadOnlyList<AttributedSpans> Spans => [.. _drafts.Where(draft => draft.Content.Count > 0).Select(draft => new AttributedSpans(draft.Entry, draft.SourceSpans, draft.CueSpans, draft.Joined()))];

    public static SpokenWords Of(string text, ReadParagraph paragraph, List<CuedClause>[] clauses, List<TextSpan> quotes, SpokenWords? before, Cue said)
    {
        var spoken = new SpokenWords { _last = before?._last };
        List<Draft> drafts = spoken._drafts;
        if (Signature(text, paragraph.Span, quotes) is { } signed)
        {
            drafts.Add(new Draft(said, [signed.Name], [signed.Dash], [QuoteMarks.WithMarks(text, quotes[0])]));
            return spoken;
        }
        // "The governor added:" and a paragraph of its own without marks.
        if (before?._open is { } open && quotes.Count == 0)
        {
            open.Content.Add(paragraph.Span);
            spoken._last = open;
            return spoken;
        }
        for (int i = 0; i < clauses.Length; i++)
        {
            Tree tree = paragraph.Sentences[i].Tree;
            foreach (CuedClause clause in Outermost(clauses[i]))
            {
                var draft = new Draft(clause.Entry, Runs(tree, clause.SourceWords), Runs(tree, clause.CueWords), Runs(tree, clause.Content));
                drafts.Add(draft);
                if (i > 0 || tree[clause.At].Form != ":") continue;
                // A transcript: what the paragraph holds is said by who stands before its colon.
                draft.Content.Clear();
                if (NextWord(text, tree[clause.At].End, paragraph.Span.End) is { } rest) draft.Content.Add(new TextSpan(rest, paragraph.Span.End));
                return spoken;
            }
        }
        foreach (TextSpan quote in quotes) spoken.Give(text, quote);
        spoken._last = drafts.LastOrDefault(draft => draft.CanQuote) ?? spoken._last;
        if (paragraph.Span.Length > 0 && text[paragraph.Span.End - 1] == ':' && drafts.LastOrDefault() is { CanQuote: true, Content.Count: 0 } waits && waits.CueSpans[^1].End == paragraph.Span.End) spoken._open = waits;
        return spoken;
    }

    /// <summary>"“We lost everything.” ― Amina Diallo": a paragraph that is one quotation, a dash and a name.</summary>
    private static (TextSpan Dash, TextSpan Name)? Signature(string text, TextSpan paragraph, List<TextSpan> quotes)
    {
        if (quotes.Count != 1 || QuoteMarks.WithMarks(text, quotes[0]) is var quote && quote.Start != paragraph.Start) return null;
        int dash = quote.End;
        while (dash < paragraph.End && text[dash] is ' ' or '\u00A0') dash++;
        int name = dash;
        while (name < paragraph.End && text[name] is '—' or '–' or '―' or '-') name++;
        if (name == dash) return null;
        int dashEnd = name, end = paragraph.End;
        while (name < end && text[name] is ' ' or '\u00A0') name++;
        while (end > name && text[end - 1] is '.' or ' ') end--;
        string[] words = text[name..end].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 1 and <= SignatureMax && words.All(word => char.IsUpper(word[0])) ? (new TextSpan(dash, dashEnd), new TextSpan(name, end)) : null;
    }

    /// <summary>Gives a quotation to who says it.</summary>
    private void Give(string text, TextSpan quote)
    {
        TextSpan outer = QuoteMarks.WithMarks(text, quote);
        if (_drafts.FirstOrDefault(draft => draft.Content.Any(piece => piece.Start < quote.End && quote.Start < piece.End)) is { } touching)
        {
            touching.Extend(text, quote, outer, IsStatement(text, quote));
            return;
        }
        if (!IsSentence(text, quote) || _drafts.Any(draft => draft.SourceSpans.Any(piece => piece.Start < quote.End && quote.Start < piece.End))) return;
        // A statement without a cue beside it belongs to who is quoted before it, else behind it, in the paragraph; else to the last speaker.
        Draft? by = _drafts.LastOrDefault(draft => draft.CueStart < quote.Start && draft.CanQuote) ?? _drafts.FirstOrDefault(draft => draft.CueStart > quote.Start && draft.CanQuote) ?? (_drafts.All(draft => draft.CueStart > quote.End) ? _last : null);
        by?.Content.Add(outer);
    }

    /// <summary>A sentence of its own begins with a capital and ends with a mark of its own, or runs on.</summary>
    private static bool IsSentence(string text, TextSpan quote) => IsStatement(text, quote) && (char.IsUpper(text[quote.Start]) || text[quote.Start] is '\'' or '‘' or '[' or '.' or '…') && (text[quote.End - 1] is '.' or ',' or '?' or '!' or '…' or '-' or '—' or '\'' or '’' || quote.End >= text.Length || text[quote.End] is '\n' or '\r');

    /// <summary>A statement has a few words; a quoted term has not.</summary>
    private static bool IsStatement(string text, TextSpan quote)
    {
        int words = 0;
        bool inside = false;
        for (int at = quote.Start; at < quote.End; at++)
        {
            bool letter = char.IsLetterOrDigit(text[at]);
            if (letter && !inside) words++;
            inside = letter;
        }
        return words >= StatementMin;
    }

    /// <summary>Those that are in no other's content.</summary>
    internal static IEnumerable<CuedClause> Outermost(List<CuedClause> clauses) =>
        clauses.Where(clause => !clauses.Any(other => other != clause && other.Content[clause.At] && !(clause.Content[other.At] && clause.Size > other.Size)));

    private static int? NextWord(string text, int from, int end)
    {
        while (from < end && char.IsWhiteSpace(text[from])) from++;
        return from < end ? from : null;
    }

    private static List<TextSpan> Runs(Tree tree, bool[] set)
    {
        var runs = new List<TextSpan>();
        for (int first = 0; first < set.Length; first++)
        {
            if (!set[first]) continue;
            int last = first;
            while (last + 1 < set.Length && set[last + 1]) last++;
            runs.Add(tree.Span(first, last));
            first = last;
        }
        return runs;
    }

    private sealed class Draft(Cue entry, List<TextSpan> source, List<TextSpan> cue, List<TextSpan> content)
    {
        public Cue Entry { get; } = entry;
        public List<TextSpan> SourceSpans { get; } = source;
        public List<TextSpan> CueSpans { get; } = cue;
        public List<TextSpan> Content { get; } = content;
        public int CueStart => CueSpans[0].Start;
        public bool CanQuote => Entry.Takes.Contains("quote");

        /// <summary>A quotation that the content touches belongs to it as a whole, with its marks.</summary>
        public void Extend(string text, TextSpan quote, TextSpan outer, bool statement)
        {
            for (int i = 0; i < Content.Count; i++)
            {
                TextSpan piece = Content[i];
                if (piece.Start >= quote.End || quote.Start >= piece.End) continue;
                int start = NoWord(text, quote.Start, piece.Start) || (statement && CanQuote) ? Math.Min(piece.Start, outer.Start) : piece.Start;
                int end = NoWord(text, piece.End, quote.End) || (statement && CanQuote) ? Math.Max(piece.End, outer.End) : piece.End;
                Content[i] = new TextSpan(start, end);
            }
        }

        private static bool NoWord(string text, int from, int to)
        {
            for (int at = from; at < to; at++) if (char.IsLetterOrDigit(text[at])) return false;
            return true;
        }

        /// <summary>The pieces in order, those that touch made one.</summary>
        public List<TextSpan> Joined()
        {
            var joined = new List<TextSpan>();
            foreach (TextSpan piece in Content.OrderBy(piece => piece.Start).ThenBy(piece => piece.End))
            {
                if (joined.Count > 0 && piece.Start <= joined[^1].End + 1) joined[^1] = new TextSpan(joined[^1].Start, Math.Max(joined[^1].End, piece.End));
                else joined.Add(piece);
            }
            return joined;
        }
    }
}
