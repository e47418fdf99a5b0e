using System.Buffers;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Corroborate.Withdrawals;

/// <summary>What a page says of what it told before.</summary>
public enum PageNotice
{
    /// <summary>Nothing.</summary>
    None,
    /// <summary>That it was corrected.</summary>
    Corrects,
    /// <summary>That it is taken back.</summary>
    Retracts,
}

/// <summary>How outlets say that a page is withdrawn or corrected, from <c>data/retractions.tsv</c>.</summary>
public sealed class RetractionCues
{
    /// <summary>Characters between the page's name for itself and what was done to it: "This article, published on 3 May under another title, has been …".</summary>
    private const int Between = 120;

    private static readonly string[] Auxiliaries = ["been", "is", "was", "were", "being"];

    private readonly string[] _items;
    private readonly (string Words, PageNotice Notice)[] _done;
    private readonly (string Words, PageNotice Notice)[] _whole;
    private readonly SearchValues<string> _any;

    private RetractionCues(string[] items, (string, PageNotice)[] done, (string, PageNotice)[] whole) =>
        (_items, _done, _whole, _any) = (items, done, whole, SearchValues.Create([.. items, .. whole.Select(row => row.Item1)], StringComparison.OrdinalIgnoreCase));

    /// <summary>Knows no words: no page says anything of itself.</summary>
    public static RetractionCues None { get; } = new([], [], []);

    /// <exception cref="InvalidDataException">A row is of an unknown kind.</exception>
    public static RetractionCues Load(DataFolder data)
    {
        var items = new List<string>();
        var done = new List<(string, PageNotice)>();
        var whole = new List<(string, PageNotice)>();
        foreach (string[] row in data.Rows("retractions.tsv", "kind", "words"))
        {
            switch (row[0])
            {
                case "item": items.Add(row[1]); break;
                case "withdrawn": done.Add((row[1], PageNotice.Retracts)); break;
                case "corrected": done.Add((row[1], PageNotice.Corrects)); break;
                case "retracts": whole.Add((row[1], PageNotice.Retracts)); break;
                case "corrects": whole.Add((row[1], PageNotice.Corrects)); break;
                default: throw new InvalidDataException($"retractions.tsv: {row[0]} is no kind; expected item, withdrawn, corrected, retracts or corrects.");
            }
        }
        return new RetractionCues([.. items], [.. done], [.. whole]);
    }

    /// <summary>What the report says of itself, outside of what readers and other stories say; a retraction before a correction.</summary>
    public PageNotice Of(Report report)
    {
        PageNotice found = report.Title is { } title ? In(title) : PageNotice.None;
        foreach (Zone zone in report.Zones)
        {
            if (zone.Kind is ZoneKind.Related or ZoneKind.Promotion or ZoneKind.Comment or ZoneKind.Gallery or ZoneKind.Caption) continue;
            PageNotice here = In(report.Text.AsSpan(zone.Span.Start, zone.Span.Length));
            if (here > found) found = here;
        }
        return found;
    }

    private PageNotice In(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAny(_any)) return PageNotice.None;
        string words = string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
        PageNotice found = PageNotice.None;
        foreach ((string whole, PageNotice notice) in _whole) if (notice > found && Find(words, whole, 0) >= 0) found = notice;
        foreach (string item in _items)
        {
            for (int at = Find(words, item, 0); at >= 0; at = Find(words, item, at + 1))
            {
                PageNotice told = Done(words.AsSpan(at + item.Length));
                if (told > found) found = told;
            }
        }
        return found;
    }

    // What is told first is told of the page: "has been corrected to say that the bridge was removed".
    private PageNotice Done(ReadOnlySpan<char> behind)
    {
        int stop = behind.IndexOf(". ");
        string rest = behind[..Math.Min(stop < 0 ? behind.Length : stop, Between)].ToString();
        (int first, PageNotice notice) = (int.MaxValue, PageNotice.None);
        foreach ((string words, PageNotice told) in _done)
        {
            int at = Find(rest, words, 0);
            if (at >= 0 && at < first && Array.Exists(Auxiliaries, auxiliary => Find(rest[..at], auxiliary, 0) >= 0)) (first, notice) = (at, told);
        }
        return notice;
    }

    // As whole words.
    private static int Find(string text, string words, int from)
    {
        for (int at = text.IndexOf(words, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + words.Length == text.Length || !char.IsLetterOrDigit(text[at + words.Length]))) return at;
        }
        return -1;
    }
}
