using Sitrep.Language.Tokens;
using Sitrep.Model.Text;

namespace Sitrep.Pipeline.Extract.Numbers;

/// <summary>The pieces of one sentence. An index outside gives <see cref="Piece.Outside"/>, so that grammars need no bounds checks.</summary>
internal sealed class Pieces
{
    private readonly List<Piece> _pieces = [];
    private readonly string _text;

    private Pieces(string text) => _text = text;

    public int Count => _pieces.Count;

    public Piece this[int index] => index >= 0 && index < _pieces.Count ? _pieces[index] : Piece.Outside;

    /// <summary>The lower-case form; empty outside.</summary>
    public string Word(int index) => this[index].Lower;

    public bool Is(int index, string lower) => this[index].Lower == lower;

    public bool IsAny(int index, string first, string second) => this[index].Lower == first || this[index].Lower == second;

    /// <summary>The mark <paramref name="mark"/> stands there.</summary>
    public bool IsMark(int index, char mark) => this[index] is { Kind: PieceKind.Mark } piece && piece.Form[0] == mark;

    public TextSpan Span(int first, int next) => new(_pieces[first].Start, _pieces[next - 1].End);

    /// <summary>The words of a span, white space folded.</summary>
    public string Words(TextSpan span) => string.Join(' ', span.Of(_text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>True when most longer words are capitals: then a capital tells nothing about names.</summary>
    public bool InTitleCase { get; private set; }

    public static Pieces Of(string text, Sentence sentence)
    {
        var pieces = new Pieces(text);
        if (sentence.Tokens.Length > 0) pieces.Scan(Math.Min(sentence.End, text.Length), Math.Max(0, sentence.Start), sentence.Tokens);
        return pieces;
    }

    private void Scan(int end, int from, Token[] tokens)
    {
        int token = 0, capitals = 0, longWords = 0;
        bool glued = false;
        for (int i = from; i < end;)
        {
            if (char.IsWhiteSpace(_text[i])) { glued = false; i++; continue; }
            (int stop, PieceKind kind) = char.IsAsciiDigit(_text[i]) ? (NumberEnd(i, end), PieceKind.Number)
                : IsLetter(_text[i]) ? (WordEnd(i, end), PieceKind.Word) : (i + 1, PieceKind.Mark);
            while (token < tokens.Length - 1 && tokens[token].End <= i) token++;
            int last = token;
            while (last < tokens.Length - 1 && tokens[last].End < stop) last++;
            string form = _text[i..stop];
            _pieces.Add(new Piece(i, stop, kind, form, kind == PieceKind.Word ? form.ToLowerInvariant() : form, glued, token, last));
            if (kind == PieceKind.Word && form.Length > 3)
            {
                longWords++;
                if (char.IsUpper(form[0])) capitals++;
            }
            glued = true;
            i = stop;
        }
        InTitleCase = longWords > 1 && capitals * 10 >= longWords * 7;
    }

    private static bool IsLetter(char c) => char.IsLetter(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;

    private int WordEnd(int from, int end)
    {
        int i = from + 1;
        while (i < end && IsLetter(_text[i])) i++;
        return i;
    }

    // Commas only before groups of three ("9,000", never "9,2017"); one point only, so that 09.11.2017 stays three numbers.
    private int NumberEnd(int from, int end)
    {
        int i = DigitsEnd(from, end);
        if (i - from <= 3)
        {
            while (i < end && _text[i] == ',' && DigitsEnd(i + 1, end) == i + 4) i += 4;
        }
        if (i >= end || _text[i] != '.') return i;
        int fraction = DigitsEnd(i + 1, end);
        bool another = fraction < end - 1 && _text[fraction] == '.' && char.IsAsciiDigit(_text[fraction + 1]);
        bool before = from > 1 && _text[from - 1] == '.' && char.IsAsciiDigit(_text[from - 2]);
        return fraction > i + 1 && !another && !before ? fraction : i;
    }

    private int DigitsEnd(int from, int end)
    {
        while (from < end && char.IsAsciiDigit(_text[from])) from++;
        return from;
    }
}
