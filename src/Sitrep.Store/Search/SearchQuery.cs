using System.Text;

namespace Sitrep.Store.Search;

/// <summary>What a person types → an expression of SQLite's full-text search (https://www.sqlite.org/fts5.html, section 3).</summary>
internal static class SearchQuery
{
    /// <summary>Words of one query; more narrow nothing.</summary>
    private const int WordsMax = 16;

    /// <summary>All words must be there; words in quotation marks in a row; a word behind a minus not at all; the last one may go on.</summary>
    /// <returns>Null when there is no word to look for.</returns>
    public static string? Of(string typed)
    {
        var wanted = new List<string>();
        var unwanted = new List<string>();
        bool quoted = false, open = true;
        var word = new StringBuilder();
        bool minus = false;
        foreach (char letter in typed + " ")
        {
            if (letter is '"' or '“' or '”' or '«' or '»')
            {
                Close(phrase: quoted);
                quoted = !quoted;
            }
            else if (!quoted && char.IsWhiteSpace(letter)) Close(phrase: false);
            else if (!quoted && letter == '-' && word.Length == 0) minus = true;
            else if (!char.IsControl(letter)) word.Append(letter);
        }
        if (quoted) Close(phrase: true);
        if (wanted.Count == 0) return null;
        // The last word of somebody who is still typing is the beginning of one.
        if (open) wanted[^1] += " *";
        string expression = string.Join(' ', wanted.Take(WordsMax));
        return unwanted.Count == 0 ? expression : $"({expression}) NOT ({string.Join(" OR ", unwanted.Take(WordsMax))})";

        void Close(bool phrase)
        {
            string text = word.ToString().Trim();
            word.Clear();
            bool negative = minus;
            minus = false;
            // Signs alone are no words: the tokeniser would find nothing in them.
            if (!text.Any(char.IsLetterOrDigit)) return;
            (negative ? unwanted : wanted).Add($"\"{text}\"");
            if (!negative) open = !phrase;
        }
    }
}
