using Sitrep.Language.Tokens;
using Sitrep.Model.Text;

namespace Sitrep.Pipeline.Extract;

/// <summary>One sentence with its dependency tree made walkable.</summary>
/// <remarks>Token indexes count in the sentence. Built once for each sentence; walks are linear in it.</remarks>
public sealed class Tree
{
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;
    private readonly int[] _low;      // smallest token index in the subtree
    private readonly int[] _high;     // largest token index in the subtree
    private readonly int[] _base;     // length of the relation without its subtype
    private readonly string?[] _prepositions;

    public Tree(string text, Sentence sentence)
    {
        (Text, Sentence) = (text, sentence);
        Token[] tokens = sentence.Tokens;
        int count = tokens.Length;
        (_firstChild, _nextSibling, _low, _high) = (new int[count], new int[count], new int[count], new int[count]);
        (_base, _prepositions) = (new int[count], new string?[count]);
        Array.Fill(_firstChild, -1);
        Array.Fill(_nextSibling, -1);
        for (int i = count - 1; i >= 0; i--)
        {
            (_low[i], _high[i]) = (i, i);
            int colon = tokens[i].Relation.IndexOf(':', StringComparison.Ordinal);
            _base[i] = colon < 0 ? tokens[i].Relation.Length : colon;
            int head = tokens[i].Head;
            if (head < 0 || head >= count || head == i) { Root = i; continue; }
            _nextSibling[i] = _firstChild[head];
            _firstChild[head] = i;
        }
        for (int i = 0; i < count; i++)
        {
            int steps = 0;
            for (int up = tokens[i].Head; up >= 0 && up < count && steps++ < count; up = tokens[up].Head)
            {
                _low[up] = Math.Min(_low[up], i);
                _high[up] = Math.Max(_high[up], i);
            }
        }
    }

    public string Text { get; }
    public Sentence Sentence { get; }
    public int Root { get; }
    public int Count => Sentence.Tokens.Length;

    /// <summary>The tokens as written.</summary>
    public IReadOnlyList<string> Forms => field ??= [.. Sentence.Tokens.Select(token => token.Form)];

    public ref readonly Token this[int index] => ref Sentence.Tokens[index];

    /// <summary>Relation of the token without its subtype.</summary>
    public ReadOnlySpan<char> Relation(int index) => Sentence.Tokens[index].Relation.AsSpan(0, _base[index]);

    public bool Is(int index, string relation) => Relation(index).SequenceEqual(relation);

    /// <summary>Children in order.</summary>
    public ChildTokens Children(int index) => new(_nextSibling, _firstChild[index]);

    /// <summary>First child with this relation, subtype ignored; -1 when there is none.</summary>
    public int Child(int index, string relation)
    {
        for (int child = _firstChild[index]; child >= 0; child = _nextSibling[child]) if (Is(child, relation)) return child;
        return -1;
    }

    public int Head(int index) => Sentence.Tokens[index].Head;

    /// <summary>First and last token of the subtree.</summary>
    public (int First, int Last) Extent(int index) => (_low[index], _high[index]);

    /// <summary>True when <paramref name="inner"/> is <paramref name="outer"/> or hangs below it.</summary>
    public bool IsUnder(int inner, int outer)
    {
        int steps = 0;
        for (int at = inner; at >= 0 && steps++ <= Count; at = Head(at)) if (at == outer) return true;
        return false;
    }

    /// <summary>Lemma of the case-marking words of a nominal, joined: "in", "out of", "according to"; empty when it has none.</summary>
    public string Preposition(int index) => _prepositions[index] ??= ReadPreposition(index);

    private string ReadPreposition(int index)
    {
        string? joined = null;
        foreach (int child in Children(index))
        {
            if (!Is(child, "case") || this[child].Lemma is "'s" or "'" or "’s" or "’") continue;
            joined = joined is null ? this[child].Lemma : joined + " " + this[child].Lemma;
            foreach (int grandchild in Children(child)) if (Is(grandchild, "fixed")) joined += " " + this[grandchild].Lemma;
        }
        return joined is null ? "" : joined switch { "out of" or "away from" or "out" => "from", "close to" or "next to" or "not far from" => "near", "toward" => "towards", "inside of" => "inside", _ => joined };
    }

    /// <summary>The characters from one token to another, both inclusive.</summary>
    public TextSpan Span(int first, int last) => new(this[first].Start, this[last].End);

    /// <summary>The words from one token to another, white space folded.</summary>
    public string Words(int first, int last) => Fold(Text.AsSpan(this[first].Start, this[last].End - this[first].Start));

    /// <summary>Runs of white space become one space.</summary>
    public static string Fold(ReadOnlySpan<char> words)
    {
        var folded = new System.Text.StringBuilder(words.Length);
        foreach (char c in words.Trim())
        {
            if (!char.IsWhiteSpace(c)) folded.Append(c);
            else if (folded[^1] != ' ') folded.Append(' ');
        }
        return folded.ToString();
    }
}
