using Sitrep.Language.Learning;
using Sitrep.Language.Tokens;

namespace Sitrep.Language.Tagging;

/// <summary>What the feature templates ask of a word, worked out once per token.</summary>
internal readonly struct WordTraits
{
    /// <summary>Stands before and after every sentence.</summary>
    public static readonly WordTraits Border = new(0xB0D3, 0xB0D3, 0, 0, 0, 0, 0, 0, 0, 1u << 31, -1);

    private WordTraits(uint form, uint lower, uint suffix1, uint suffix2, uint suffix3, uint suffix4, uint prefix2, uint prefix3, uint shape, uint tags, int only)
    {
        (Form, Lower, Suffix1, Suffix2, Suffix3, Suffix4) = (form, lower, suffix1, suffix2, suffix3, suffix4);
        (Prefix2, Prefix3, Shape, Tags, Only) = (prefix2, prefix3, shape, tags, only);
    }

    public uint Form { get; }
    public uint Lower { get; }
    public uint Suffix1 { get; }
    public uint Suffix2 { get; }
    public uint Suffix3 { get; }
    public uint Suffix4 { get; }
    public uint Prefix2 { get; }
    public uint Prefix3 { get; }
    /// <summary>Case and digits: "Xx", "X", "d", "x-x"; runs are one sign.</summary>
    public uint Shape { get; }
    /// <summary>Tags the lexicon knows for the word; 0 when it does not know it.</summary>
    public uint Tags { get; }
    /// <summary>The one class of a frequent, unambiguous word written in lower case; else -1.</summary>
    public int Only { get; }

    /// <summary>The same word with another identity: what is left are its endings and its shape.</summary>
    public WordTraits Disguised(uint form, uint lower) => new(form, lower, Suffix1, Suffix2, Suffix3, Suffix4, Prefix2, Prefix3, Shape, Tags, Only);

    /// <param name="shouted">The sentence is in capitals: case says nothing.</param>
    public static WordTraits Of(ReadOnlySpan<char> word, Lexicon lexicon, bool shouted)
    {
        ReadOnlySpan<char> tail = word.Length > 40 ? word[^40..] : word;
        uint lower = Hashing.Word(word, lower: true);
        uint shape = ShapeOf(word, shouted, out bool isLower);
        bool known = lexicon.TryGet(word, out Lexicon.Entry entry);
        return new WordTraits(
            shouted ? lower : Hashing.Word(word, lower: false), lower,
            End(tail, 1), End(tail, 2), End(tail, 3), End(tail, 4), Begin(word, 2), Begin(word, 3),
            shape, known ? entry.Tags : 0, known && (isLower || shouted) ? entry.Only : -1);
    }

    private static uint End(ReadOnlySpan<char> word, int length) => Hashing.Word(length >= word.Length ? word : word[^length..], lower: true);

    private static uint Begin(ReadOnlySpan<char> word, int length) => Hashing.Word(length >= word.Length ? word : word[..length], lower: true);

    private static uint ShapeOf(ReadOnlySpan<char> word, bool shouted, out bool isLower)
    {
        uint shape = (uint)Math.Min(word.Length, 3);
        uint last = 0;
        isLower = true;
        for (int i = 0; i < word.Length && i < 40; i++)
        {
            char c = word[i];
            bool upper = char.IsUpper(c);
            isLower &= !upper;
            uint kind = upper && !shouted ? 1u : char.IsLetter(c) ? 2u : char.IsDigit(c) ? 3u : c == '.' ? 4u : 5u;
            if (kind == last) continue;
            shape = unchecked((shape * 6) + kind);
            last = kind;
        }
        return shouted ? shape | 0x4000_0000 : shape;
    }

    /// <summary>Traits of all words of a sentence.</summary>
    public static void Fill(string text, ReadOnlySpan<RawToken> tokens, Lexicon lexicon, Span<WordTraits> traits)
    {
        bool shouted = IsShouted(text, tokens);
        for (int i = 0; i < tokens.Length; i++)
        {
            traits[i] = Of(text.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start), lexicon, shouted);
        }
    }

    /// <summary>True for headlines and leads in capitals: at least four words, nine in ten of their letters capitals.</summary>
    private static bool IsShouted(string text, ReadOnlySpan<RawToken> tokens)
    {
        int upper = 0, lower = 0, words = 0;
        foreach (RawToken token in tokens)
        {
            ReadOnlySpan<char> word = text.AsSpan(token.Start, token.End - token.Start);
            if (word.Length > 2 && char.IsLetter(word[0])) words++;
            foreach (char c in word)
            {
                if (char.IsUpper(c)) upper++;
                else if (char.IsLower(c)) lower++;
            }
        }
        return words >= 4 && upper > 9 * lower;
    }
}
