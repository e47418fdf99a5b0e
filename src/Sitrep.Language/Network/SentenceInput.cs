using Sitrep.Language.Tokens;

namespace Sitrep.Language.Network;

/// <summary>Turns the tokens of a paragraph, not yet cut into sentences, into rows of the splitter's tables.</summary>
internal static class SentenceInput
{
    private const int Shapes = 256, Gaps = Shapes, TraitRows = Gaps + 8;

    /// <summary>Rows of the table of traits.</summary>
    public const int TraitCount = TraitRows + 1;

    /// <summary>Rows of the table of pieces.</summary>
    public const int PieceCount = 4096;

    /// <summary>Adds the tokens.</summary>
    /// <param name="shouted">Capitals say nothing: all words are in capitals, or in small letters.</param>
    public static void Add(WordRows features, string text, ReadOnlySpan<RawToken> tokens, Vocabulary vocabulary, bool shouted = false)
    {
        for (int i = 0; i < tokens.Length; i++)
        {
            ReadOnlySpan<char> word = text.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start);
            features.Add(word, vocabulary, PieceCount);
            features.AddTrait((int)(Shape(word, shouted) % Shapes));
            features.AddTrait(Gaps + (i == 0 ? 7 : Math.Min(6, (int)tokens[i].Gap)));
        }
    }

    private static uint Shape(ReadOnlySpan<char> word, bool shouted)
    {
        uint shape = (uint)Math.Min(word.Length, 3), last = 0;
        for (int i = 0; i < word.Length && i < 12; i++)
        {
            char c = word[i];
            uint kind = char.IsUpper(c) && !shouted ? 1u : char.IsLetter(c) ? 2u : char.IsDigit(c) ? 3u : c == '.' ? 4u : 5u + (c % 7u);
            if (kind == last) continue;
            shape = unchecked((shape * 13) + kind);
            last = kind;
        }
        return unchecked(shape * 0x9E3779B1) >> 8;
    }
}
