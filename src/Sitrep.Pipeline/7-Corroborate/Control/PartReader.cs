using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Corroborate.Control;

/// <summary>Reads how much of a place a sentence speaks of: "more than 40 percent of the town", "half of it", "a third". Words and shares are in
/// <c>data/shares.tsv</c>. It also tells when forces are said to be inside a place, by <c>data/inside.tsv</c>.</summary>
public sealed partial class PartReader
{
    private readonly ImmutableArray<(string Words, int? Percent)> _shares;
    private readonly ImmutableArray<string> _inside;

    private PartReader(ImmutableArray<(string, int?)> shares, ImmutableArray<string> inside) => (_shares, _inside) = (shares, inside);

    public static PartReader Load(DataFolder data) => new(
        [.. data.Rows("shares.tsv", "words", "percent").Select(row => (row[0], row[1].Length == 0 ? (int?)null : int.Parse(row[1], CultureInfo.InvariantCulture))).OrderByDescending(share => share.Item1.Length).ThenBy(share => share.Item1, StringComparer.Ordinal)],
        [.. data.Rows("inside.tsv", "words").Select(row => row[0])]);

    /// <summary>True when the sentence says that somebody fights or clears inside a place rather than at it.</summary>
    public bool SaysInside(string sentence) => _inside.Any(words => Find(sentence, words) is not null);

    /// <summary>True for "two suburbs of X", "parts of the X": words of a part right before the place's name.</summary>
    public bool IsPartOf(string sentence, string place)
    {
        for (int at = sentence.IndexOf(place, StringComparison.OrdinalIgnoreCase); at > 0; at = sentence.IndexOf(place, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            string before = sentence[..at].TrimEnd();
            if (before.EndsWith(" the", StringComparison.OrdinalIgnoreCase)) before = before[..^4];
            if (_shares.Any(share => before.EndsWith(share.Words, StringComparison.OrdinalIgnoreCase))) return true;
        }
        return false;
    }

    /// <returns>The words and the share in percent, null when they give none; null when the sentence speaks of no part.</returns>
    public (string Words, int? Percent)? Read(string sentence)
    {
        if (Percentage().Match(sentence) is { Success: true } number && int.TryParse(number.Groups["number"].Value, CultureInfo.InvariantCulture, out int percent) && percent is >= 0 and <= 100) return (number.Value, percent);
        foreach ((string words, int? share) in _shares)
        {
            if (Find(sentence, words) is { } found) return (found, share);
        }
        return null;
    }

    // As whole words, in whatever case; null when they are not there.
    private static string? Find(string sentence, string words)
    {
        for (int at = sentence.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = sentence.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            bool whole = (at == 0 || !char.IsLetter(sentence[at - 1])) && (at + words.Length == sentence.Length || !char.IsLetter(sentence[at + words.Length]));
            if (whole) return sentence.Substring(at, words.Length);
        }
        return null;
    }

    [GeneratedRegex(@"((about|around|nearly|almost|some|over|more than|at least|up to|roughly) )?(?<number>\d{1,3})(\.\d{1,2})? ?(%|percent|per cent)( of( the| its)? \w+)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Percentage();
}
