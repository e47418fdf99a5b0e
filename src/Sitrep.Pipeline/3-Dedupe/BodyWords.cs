using System.Globalization;
using System.Text;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;

namespace Sitrep.Pipeline.Dedupe;

/// <summary>The words of a report's body, folded to hashes: what is left when typography and house spelling are taken away.</summary>
/// <remarks>Folded are: case, diacritics, apostrophes, dashes, punctuation, commas inside numbers, and the commonest differences of
/// British and American spelling (s, z and c; -our; -re; doubled letters). The folding joins some different words; that is harmless,
/// because five of them in a row must agree.</remarks>
internal sealed class BodyWords
{
    /// <summary>Words read of one report; longer than any news report, short enough that a book costs no more than a long one.</summary>
    public const int WordsMax = 20_000;

    private readonly List<ulong> _hashes = [];
    private readonly List<bool> _quoted = [];

    private BodyWords() { }

    /// <summary>One hash for each word, in order of the text.</summary>
    public IReadOnlyList<ulong> Hashes => _hashes;

    /// <summary>For each word: true when it stands inside quotation marks.</summary>
    public IReadOnlyList<bool> Quoted => _quoted;

    public static BodyWords Of(Report report)
    {
        var words = new BodyWords();
        foreach (TextSpan paragraph in report.Body)
        {
            if (words._hashes.Count >= WordsMax) break;
            words.Read(report.Text.AsSpan(paragraph.Start, paragraph.Length));
        }
        return words;
    }

    private void Read(ReadOnlySpan<char> paragraph)
    {
        bool[] quoted = Quotations.Mark(paragraph);
        var word = new FoldedWord();
        for (int i = 0; i < paragraph.Length && _hashes.Count < WordsMax; i++)
        {
            char letter = paragraph[i];
            if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter))
            {
                word.Add(letter);
                if (i + 1 < paragraph.Length) continue;
            }
            else if (word.Length > 0 && i + 1 < paragraph.Length && JoinsWord(paragraph, i)) continue;
            if (word.Length == 0) continue;
            _hashes.Add(word.End());
            _quoted.Add(quoted[Math.Max(0, i - 1)]);
        }
    }

    // "don't", "don’t", combining marks, soft hyphens, "1,000"
    private static bool JoinsWord(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        '\'' or '’' or '‘' or 'ʼ' or '´' or '`' => char.IsLetter(text[at + 1]) && at > 0 && char.IsLetter(text[at - 1]),
        ',' or '.' => char.IsAsciiDigit(text[at + 1]) && at > 0 && char.IsAsciiDigit(text[at - 1]),
        '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\uFEFF' => true,
        _ => char.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark,
    };

    /// <summary>Takes in the letters of one word and gives its hash.</summary>
    private struct FoldedWord
    {
        /// <summary>Letters of a word that count; a longer "word" is an address or rubbish.</summary>
        private const int LettersMax = 40;

        private readonly StringBuilder _letters = new(LettersMax);

        public FoldedWord() { }

        public readonly int Length => _letters.Length;

        public readonly void Add(char letter)
        {
            if (_letters.Length >= LettersMax) return;
            letter = char.ToLowerInvariant(letter < '\u0080' ? letter : BaseLetter(letter));
            if (letter is 's' or 'c') letter = 'z';                                                  // defence, defense; organise, organize
            if (char.IsLetter(letter) && _letters.Length > 0 && _letters[^1] == letter) return;      // travelled, traveled
            if (letter == 'r' && _letters.Length > 2 && _letters[^1] == 'u' && _letters[^2] == 'o') _letters.Length--;   // harbour, harbor
            _letters.Append(letter);
        }

        public readonly ulong End()
        {
            int count = _letters.Length;
            if (count > 3 && _letters[count - 1] == 'e' && _letters[count - 2] == 'r')               // centre, center
            {
                (_letters[count - 2], _letters[count - 1]) = ('e', 'r');
            }
            ulong hash = StableHash.Empty;
            for (int i = 0; i < count; i++) hash = StableHash.Add(hash, _letters[i]);
            _letters.Clear();
            return hash;
        }

        private static char BaseLetter(char letter)
        {
            if (char.IsSurrogate(letter)) return letter;
            string apart = letter.ToString().Normalize(NormalizationForm.FormKD);
            return apart.Length > 0 ? apart[0] : letter;
        }
    }
}
