using System.Globalization;

namespace Sitrep.Train.Network;

/// <summary>Documents with headings and date lines put between their sentences, as in pages that lost their line breaks.</summary>
internal sealed class HeadingVariants
{
    // A heading after so many sentences, about.
    private const int Every = 6;

    private readonly List<TreebankSentence> _headings;
    private readonly Random _random;

    public HeadingVariants(IEnumerable<TreebankSentence> sentences, int seed)
    {
        _random = new Random(seed);
        _headings = [.. sentences.Where(s => s.Forms.Length is > 2 and < 16 && char.IsUpper(s.Forms[0][0]) && char.IsLetterOrDigit(s.Forms[^1][^1]))];
    }

    /// <summary>The sentences of one document, with headings of others before some of them.</summary>
    public List<TreebankSentence> Of(IEnumerable<TreebankSentence> document)
    {
        var result = new List<TreebankSentence>();
        foreach (TreebankSentence sentence in document)
        {
            if (_random.Next(Every) == 0)
            {
                int kind = _random.Next(3);
                if (kind < 2) result.Add(_headings[_random.Next(_headings.Count)]);
                if (kind > 0) result.Add(Day(sentence));
            }
            result.Add(sentence);
        }
        return result;
    }

    private TreebankSentence Day(TreebankSentence beside)
    {
        DateTime day = new DateTime(1998, 1, 1).AddDays(_random.Next(10_000));
        string format = _random.Next(4) switch { 0 => "dddd , MMMM d , yyyy", 1 => "dddd d MMMM yyyy", 2 => "MMMM d , yyyy", _ => "d MMM yyyy" };
        string[] forms = day.ToString(format, CultureInfo.InvariantCulture).Split(' ');
        TreebankSentence line = TreebankSentence.OfWords(beside.Document, beside.Genre, forms, []);
        return line with { SpaceAfter = [.. forms.Select((_, i) => i + 1 == forms.Length || forms[i + 1] != ",")] };
    }
}
