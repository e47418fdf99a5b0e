using System.Numerics;
using Sitrep.Language.Names;
using Sitrep.Language.Tagging;
using Sitrep.Language.Tokens;

namespace Sitrep.Language.Network;

/// <summary>Turns the words of a sentence into rows of the network's tables.</summary>
internal static class NetworkInput
{
    private const int Shapes = 512, TagBits = Shapes, Unknown = TagBits + 22, Hints = Unknown + 1, Phrases = Hints + 11, First = Phrases + 33, Last = First + 1;

    /// <summary>Rows of the table of traits.</summary>
    public const int TraitCount = Last + 1;

    /// <summary>Adds one sentence.</summary>
    /// <param name="words">Traits of the words.</param>
    /// <param name="tokens">Their places in the text.</param>
    public static void Add(WordRows features, ReadOnlySpan<WordTraits> words, string text, ReadOnlySpan<RawToken> tokens, NameBook book, Vocabulary vocabulary, int pieces)
    {
        int length = words.Length;
        Span<uint> rows = length <= 256 ? stackalloc uint[2 * length] : new uint[2 * length];
        Span<uint> hints = rows[..length], phrases = rows[length..];
        book.Mark(words, hints, phrases);
        for (int i = 0; i < length; i++)
        {
            features.Add(text.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start), vocabulary, pieces);
            WordTraits word = words[i];
            features.AddTrait((int)(word.Shape % Shapes));
            if (word.Tags == 0) features.AddTrait(Unknown);
            AddBits(features, word.Tags & 0x3F_FFFF, TagBits, 1);
            AddBits(features, hints[i] & 0x7FF, Hints, 1);
            if (phrases[i] != 0) AddBits(features, phrases[i] & 0x7FF, Phrases + (int)(phrases[i] >> 16) - 1, 3);
            if (i == 0) features.AddTrait(First);
            if (i == length - 1) features.AddTrait(Last);
        }
    }

    private static void AddBits(WordRows features, uint bits, int first, int step)
    {
        for (; bits != 0; bits &= bits - 1) features.AddTrait(first + (step * BitOperations.TrailingZeroCount(bits)));
    }
}
