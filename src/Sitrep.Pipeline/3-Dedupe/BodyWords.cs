using System.Globalization;
using System.Runtime.InteropServices;
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

    private readonly List<ulong> _hashes = new(512);
    private readonly List<bool> _quoted = new(512);
    private readonly List<BodySentence> _sentences = new(32);

    private BodyWords() { }

    /// <summary>One hash for each word, in order of the text.</summary>
    public ReadOnlySpan<ulong> Hashes => CollectionsMarshal.AsSpan(_hashes);

    /// <summary>For each word: true when it stands inside quotation marks.</summary>
    public ReadOnlySpan<bool> Quoted => CollectionsMarshal.AsSpan(_quoted);

    /// <summary>The sentences, in order; one that has no word is left out.</summary>
    public IReadOnlyList<BodySentence> Sentences => _sentences;

    public static BodyWords Of(Report report)
    {
        var words = new BodyWords();
        foreach (TextSpan paragraph in report.Body)
        {
            if (words._hashes.Count >= WordsMax) break;
            int start = Math.Min(paragraph.Start, report.Text.Length);   // zones of a stored report are data
            words.Read(report.Text.AsSpan(start, Math.Min(paragraph.Length, report.Text.Length - start)), start);
        }
        return words;
    }

    private void Read(ReadOnlySpan<char> paragraph, int at)
    {
        bool[] quoted = Quotations.Mark(paragraph);
        int start = 0, first = _hashes.Count;
        var word = new FoldedWord(stackalloc char[FoldedWord.LettersMax]);
        for (int i = 0; i < paragraph.Length && _hashes.Count < WordsMax; i++)
        {
            char letter = paragraph[i];
            if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter))
            {
                word.Add(letter);
                if (i + 1 < paragraph.Length) continue;
            }
            else if (word.Length > 0 && i + 1 < paragraph.Length && JoinsWord(paragraph, i)) continue;
            if (word.Length > 0)
            {
                _hashes.Add(word.End());
                _quoted.Add(quoted[Math.Max(0, i - 1)]);
            }
            if (!BodySentence.EndsAt(paragraph, i)) continue;
            Close(i + 1);
        }
        Close(paragraph.Length);

        void Close(int end)
        {
            if (_hashes.Count > first) _sentences.Add(new BodySentence(new TextSpan(at + start, at + end), first, _hashes.Count - first));
            (start, first) = (end, _hashes.Count);
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
    private ref struct FoldedWord(Span<char> letters)
    {
        /// <summary>Letters of a word that count; a longer "word" is an address or rubbish.</summary>
        public const int LettersMax = 40;

        private readonly Span<char> _letters = letters;

        public int Length { get; private set; }

        public void Add(char letter)
        {
            if (Length >= LettersMax) return;
            letter = char.ToLowerInvariant(letter < '\u0080' ? letter : BaseLetter(letter));
            if (letter is 's' or 'c') letter = 'z';                                                  // defence, defense; organise, organize
            if (Length > 0 && _letters[Length - 1] == letter && char.IsLetter(letter)) return;       // travelled, traveled
            if (letter == 'r' && Length > 2 && _letters[Length - 1] == 'u' && _letters[Length - 2] == 'o') Length--;   // harbour, harbor
            _letters[Length++] = letter;
        }

        public ulong End()
        {
            if (Length > 3 && _letters[Length - 1] == 'e' && _letters[Length - 2] == 'r')            // centre, center
            {
                (_letters[Length - 2], _letters[Length - 1]) = ('e', 'r');
            }
            ulong hash = StableHash.Empty;
            foreach (char letter in _letters[..Length]) hash = StableHash.Add(hash, letter);
            Length = 0;
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
