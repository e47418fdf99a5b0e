using Sitrep.Language.Learning;
using Sitrep.Language.Tokens;

namespace Sitrep.Language.Network;

/// <summary>What the network is told of each word: rows of its tables, for the sentences of a batch one after the other.</summary>
internal sealed class WordRows
{
    /// <summary>Longest stretch of a word that is looked at, in characters.</summary>
    private const int Longest = 28;

    private int[] _pieces = new int[1024], _traits = new int[512];
    private int _pieceCount, _traitCount;

    /// <summary>Words so far.</summary>
    public int Count { get; private set; }

    /// <summary>Row of the word table per word; 0 for words that are not in it.</summary>
    public int[] Words { get; private set; } = new int[64];

    /// <summary>Per word just past its last piece.</summary>
    public int[] PieceEnds { get; private set; } = new int[64];

    /// <summary>Per word just past its last trait.</summary>
    public int[] TraitEnds { get; private set; } = new int[64];

    /// <summary>Rows of the table of pieces: stretches of three and four letters, beginnings and endings.</summary>
    public ReadOnlySpan<int> Pieces(int word) => _pieces.AsSpan(word == 0 ? 0 : PieceEnds[word - 1], PieceEnds[word] - (word == 0 ? 0 : PieceEnds[word - 1]));

    /// <summary>Rows of the table of traits: case, place in the sentence, tags of the lexicon, hints of the book of names.</summary>
    public ReadOnlySpan<int> Traits(int word) => _traits.AsSpan(word == 0 ? 0 : TraitEnds[word - 1], TraitEnds[word] - (word == 0 ? 0 : TraitEnds[word - 1]));

    public void Clear() => (Count, _pieceCount, _traitCount) = (0, 0, 0);

    /// <summary>Adds one word with its pieces; its traits follow through <see cref="AddTrait"/>.</summary>
    public void Add(ReadOnlySpan<char> word, Vocabulary vocabulary, int pieceRows)
    {
        if (Count == Words.Length)
        {
            int size = Count * 2;
            (int[] words, int[] pieceEnds, int[] traitEnds) = (Words, PieceEnds, TraitEnds);
            Array.Resize(ref words, size);
            Array.Resize(ref pieceEnds, size);
            Array.Resize(ref traitEnds, size);
            (Words, PieceEnds, TraitEnds) = (words, pieceEnds, traitEnds);
        }
        Span<char> plain = stackalloc char[Longest + 2];
        int length = Plain(word, plain);
        Words[Count] = vocabulary.RowOf(Vocabulary.Key(plain[1..(length - 1)]));
        if (_pieceCount + (2 * length) + 8 > _pieces.Length) Array.Resize(ref _pieces, _pieces.Length * 2);
        uint mask = (uint)pieceRows - 1;
        for (int size = 3; size <= 4; size++)
        {
            for (int at = 0; at + size <= length; at++) _pieces[_pieceCount++] = (int)(Hash(plain.Slice(at, size), (uint)size) & mask);
        }
        for (int size = 1; size <= 2 && size <= length - 2; size++)
        {
            _pieces[_pieceCount++] = (int)(Hash(plain.Slice(length - 1 - size, size), 10 + (uint)size) & mask);
            _pieces[_pieceCount++] = (int)(Hash(plain.Slice(1, size), 20 + (uint)size) & mask);
        }
        if (length - 2 >= 5) _pieces[_pieceCount++] = (int)(Hash(plain.Slice(length - 6, 5), 30) & mask);
        PieceEnds[Count] = _pieceCount;
        TraitEnds[Count] = _traitCount;
        Count++;
    }

    /// <summary>Adds a trait to the last word.</summary>
    public void AddTrait(int row)
    {
        if (_traitCount == _traits.Length) Array.Resize(ref _traits, _traits.Length * 2);
        _traits[_traitCount++] = row;
        TraitEnds[Count - 1] = _traitCount;
    }

    /// <summary>The word between boundary signs: small letters, plain quotes and dashes, every digit a 0; long words by their beginning and end.</summary>
    /// <returns>Length with the signs.</returns>
    public static int Plain(ReadOnlySpan<char> word, Span<char> plain)
    {
        int length = Math.Min(word.Length, Longest);
        plain[0] = '\u0002';
        for (int i = 0; i < length; i++)
        {
            char c = word[i < Longest / 2 ? i : word.Length - length + i];
            plain[i + 1] = char.IsDigit(c) ? '0' : char.ToLowerInvariant(Characters.Plain(c));
        }
        plain[length + 1] = '\u0003';
        return length + 2;
    }

    private static uint Hash(ReadOnlySpan<char> piece, uint kind) => Hashing.Mix(kind, Vocabulary.Key(piece));
}
