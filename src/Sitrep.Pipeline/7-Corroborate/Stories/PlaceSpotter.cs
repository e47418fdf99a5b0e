using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Corroborate.Stories;

/// <summary>Counts how often a report names each known place, in its headline, dateline and body.</summary>
internal sealed class PlaceSpotter
{
    /// <summary>A headline or a dateline says what a report is about; it weighs as much as this many mentions.</summary>
    private const int HeadWeight = 3;

    /// <summary>Words of the longest toponym looked for.</summary>
    private const int WordsMax = 5;

    private readonly Dictionary<string, string> _placeOf = new(StringComparer.OrdinalIgnoreCase);

    public PlaceSpotter(IEnumerable<Place> places)
    {
        // The finer place of two that share a name: a town rather than its province.
        foreach (Place place in places.OrderBy(place => place.Precision).ThenBy(place => place.Id, StringComparer.Ordinal))
        {
            foreach (string name in place.Aliases.Prepend(place.Name)) _placeOf.TryAdd(name, place.Id);
        }
    }

    public Dictionary<string, int> Count(Report report)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Zone zone in report.Zones)
        {
            if (zone.Kind is ZoneKind.Headline or ZoneKind.Dateline or ZoneKind.Body) Count(report.Text, zone.Span, zone.Kind == ZoneKind.Body ? 1 : HeadWeight, counts);
        }
        return counts;
    }

    public Dictionary<string, int> Count(string text, TextSpan span)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        Count(text, span, 1, counts);
        return counts;
    }

    private void Count(string text, TextSpan span, int weight, Dictionary<string, int> counts)
    {
        var lookup = _placeOf.GetAlternateLookup<ReadOnlySpan<char>>();
        int at = span.Start;
        while (at < span.End)
        {
            if (!char.IsLetter(text[at])) { at++; continue; }
            int next = WordEnd(text, at, span.End);
            int end = next, found = -1;
            string? place = null;
            // Toponyms start with a capital letter; the longest one that starts here is meant.
            for (int words = 1; char.IsUpper(text[at]) && words <= WordsMax; words++)
            {
                if (lookup.TryGetValue(text.AsSpan(at, end - at), out string? known)) (place, found) = (known, end);
                if (end >= span.End || text[end] is not (' ' or '-' or '\'' or '’')) break;
                end = WordEnd(text, end + 1, span.End);
            }
            if (place is not null) counts[place] = counts.GetValueOrDefault(place) + weight;
            at = found > 0 ? found : next;
        }
    }

    private static int WordEnd(string text, int at, int end)
    {
        while (at < end && char.IsLetterOrDigit(text[at])) at++;
        return at;
    }
}
