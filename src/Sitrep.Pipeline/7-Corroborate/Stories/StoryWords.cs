using Sitrep.Model.Reports;
using Sitrep.Model.Text;

namespace Sitrep.Pipeline.Corroborate.Stories;

/// <summary>The words of one report that may tell which story it is of, with how much each is worth there.</summary>
/// <remarks>Headline and opening weigh more than the rest (news is told from the top), names and numbers more than common words.</remarks>
public sealed class StoryWords
{
    /// <summary>Words of a body that are read; what tells the story stands far before that.</summary>
    private const int WordsMax = 3_000;

    /// <summary>Words of a body that are its opening.</summary>
    private const int OpeningLength = 60;

    /// <summary>Words that stand for the headline of a report without one.</summary>
    private const int HeadlineLength = 15;

    // Weights of one occurrence, swept on ECB+ (topics 1-35), BASIL (2010-2015) and NeuS together, NeuS in its scored lines too: flat around these values.
    private const double HeadlineWeight = 3, OpeningWeight = 2, NameWeight = 1.5;

    private readonly Dictionary<string, double> _text = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _headline = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _capitals = new(StringComparer.Ordinal);
    private readonly HashSet<string> _named = new(StringComparer.Ordinal), _opening = new(StringComparer.Ordinal), _small = new(StringComparer.Ordinal);

    private StoryWords() { }

    /// <summary>Weighted occurrences in headline and body.</summary>
    public IReadOnlyDictionary<string, double> Text => _text;

    /// <summary>Occurrences in the headline, or in the first words of a report without one.</summary>
    public IReadOnlyDictionary<string, double> Headline => _headline;

    /// <summary>Words written as names in the body, other than at the start of a sentence.</summary>
    public IReadOnlyCollection<string> Named => _named;

    /// <summary>Words of headline and opening that are never written but as names, with how often the report has them.</summary>
    public IEnumerable<KeyValuePair<string, double>> Prominent => _capitals.Where(word => _opening.Contains(word.Key) && _named.Contains(word.Key) && !_small.Contains(word.Key));

    public static StoryWords Of(Report report)
    {
        var words = new StoryWords();
        TextSpan[] headlines = [.. report.Zones.Where(zone => zone.Kind == ZoneKind.Headline).Select(zone => zone.Span)];
        if (report.Title is { } title) words.Read(title, HeadlineWeight, HeadlineWeight, 0, true);
        else foreach (TextSpan headline in headlines) words.Read(report.Text.AsSpan(headline.Start, headline.Length), HeadlineWeight, HeadlineWeight, 0, true);
        bool untitled = words._headline.Count == 0;
        int read = 0;
        foreach (TextSpan paragraph in report.Body)
        {
            if (read >= WordsMax) break;
            read = words.Read(report.Text.AsSpan(paragraph.Start, paragraph.Length), OpeningWeight, 1, read, untitled);
        }
        return words;
    }

    /// <summary>The folded words of a text, each once.</summary>
    public static IReadOnlyCollection<string> Distinct(string text)
    {
        var words = new StoryWords();
        words.Read(text, 1, 1, 0, false);
        return words._text.Keys;
    }

    /// <summary>One form for singular and plural, in lower case.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        Span<char> lower = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        word.ToLowerInvariant(lower);
        if (lower.Length < 4 || char.IsDigit(lower[0])) return lower.ToString();
        if (lower.Length > 4 && lower.EndsWith("ies")) return string.Concat(lower[..^3], "y");
        if (lower.EndsWith("sses")) return lower[..^2].ToString();
        if (lower[^1] == 's' && lower[^2] is not ('s' or 'u' or 'i')) return lower[..^1].ToString();
        return lower.ToString();
    }

    /// <returns>Words read so far, with those <paramref name="before"/>.</returns>
    private int Read(ReadOnlySpan<char> text, double first, double later, int before, bool headline)
    {
        int read = before;
        bool opens = true;
        for (int at = 0; at < text.Length && read < WordsMax;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                opens |= text[at] is '.' or '!' or '?' or '"' or '“' or ':' or '\n';
                at++;
                continue;
            }
            bool number = char.IsDigit(text[at]);
            int end = WordEnd(text, at, number);
            string word = Fold(text[at..end]);
            if (number) word = word.Replace(",", "", StringComparison.Ordinal);
            if (word.Length > 1 || number)
            {
                double weight = read < OpeningLength ? first : later;
                Add(_text, word, number || (char.IsUpper(text[at]) && !opens) ? weight * NameWeight : weight);
                if (!number) Note(word, char.IsUpper(text[at]), opens || first == HeadlineWeight, read);
                if (headline && read < (first == HeadlineWeight ? OpeningLength : HeadlineLength)) Add(_headline, word, 1);
            }
            read++;
            opens = false;
            at = end;
            bool possessive = at + 1 < text.Length && text[at] is '\'' or '’' && text[at + 1] == 's' && (at + 2 == text.Length || !char.IsLetter(text[at + 2]));
            if (possessive) at += 2;
        }
        return read;
    }

    /// <param name="free">A capital says nothing here: headlines and first words have them anyway.</param>
    private void Note(string word, bool capital, bool free, int read)
    {
        if (!capital)
        {
            _small.Add(word);
            return;
        }
        Add(_capitals, word, 1);
        if (!free) _named.Add(word);
        if (read < OpeningLength) _opening.Add(word);
    }

    private static int WordEnd(ReadOnlySpan<char> text, int at, bool number)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || (number && text[at] is ',' or '.' && at + 1 < text.Length && char.IsDigit(text[at + 1])))) at++;
        return at;
    }

    private static void Add(Dictionary<string, double> words, string word, double weight) => words[word] = words.GetValueOrDefault(word) + weight;
}
