using Sitrep.Model.Reports;
using Sitrep.Pipeline.Ingest.Web;

namespace Sitrep.Pipeline.Dedupe;

/// <summary>Where a telling stands among the versions of its item. All but the number is the same for all of them, so that they stand together in any order.</summary>
/// <param name="First">Id of the first version.</param>
/// <param name="Number">From 0.</param>
/// <param name="Day">The earliest published day among them.</param>
/// <param name="NamesAgency">True when one of them says whose wire it is.</param>
/// <param name="Length">Shingles of the longest.</param>
internal readonly record struct VersionPlace(string First, int Number, bool IsAgencyOriginal, DateOnly Day, bool NamesAgency, int Length);

/// <summary>Which reports are versions of one item: of one address, or of one item and what it says it evolved from.</summary>
/// <remarks>Pure, and the order of the reports does not matter. A report alone is its own first version.</remarks>
public sealed class Versions
{
    private readonly Dictionary<string, (string First, int Number)> _places;

    private Versions(Dictionary<string, (string, int)> places) => _places = places;

    public static Versions Of(IEnumerable<Report> reports)
    {
        Report[] all = [.. reports.DistinctBy(report => report.Id).OrderBy(report => report.Id, StringComparer.Ordinal)];
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        var sets = new DisjointSets(all.Length);
        for (int i = 0; i < all.Length; i++)
        {
            foreach (string? address in (ReadOnlySpan<string?>)[all[i].Url, all[i].Provenance.EvolvedFrom])
            {
                if (PageAddress.KeyOf(address) is not { } key) continue;
                if (!keys.TryAdd(key, i)) sets.Join(i, keys[key]);
            }
        }
        var places = new Dictionary<string, (string, int)>(StringComparer.Ordinal);
        int[] roots = sets.Roots();
        foreach (IGrouping<int, int> item in Enumerable.Range(0, all.Length).GroupBy(i => roots[i]).Where(group => group.Skip(1).Any()))
        {
            Report[] versions = [.. item.Select(i => all[i])];
            Array.Sort(versions, ByTime);
            for (int number = 0; number < versions.Length; number++) places[versions[number].Id] = (versions[0].Id, number);
        }
        return new Versions(places);
    }

    /// <summary>Id of the first version; the report's own where it has no other.</summary>
    public string FirstOf(Report report) => _places.TryGetValue(report.Id, out (string First, int Number) place) ? place.First : report.Id;

    /// <summary>From 0, in the order in which the versions were there.</summary>
    public int NumberOf(Report report) => _places.TryGetValue(report.Id, out (string First, int Number) place) ? place.Number : 0;

    public bool AreOne(Report one, Report other) => one.Id != other.Id && FirstOf(one) == FirstOf(other);

    /// <summary>The day from which the words of a report could be known: of a first version when it was published; a later one still shows that day, but
    /// was not there before it was made.</summary>
    public DateOnly? KnownOn(Report report)
    {
        if (NumberOf(report) == 0 || report.Provenance.Since is not { } since) return report.Published;
        var day = DateOnly.FromDateTime(since.UtcDateTime);
        return report.Published is { } published && published < day ? day : report.Published;
    }

    // As their sender dates them, else as they were fetched, else as they were published.
    private static int ByTime(Report one, Report other)
    {
        int order = Moment(one).CompareTo(Moment(other));
        if (order == 0) order = (one.Provenance.Fetched ?? DateTimeOffset.MinValue).CompareTo(other.Provenance.Fetched ?? DateTimeOffset.MinValue);
        return order != 0 ? order : string.CompareOrdinal(one.Id, other.Id);
    }

    private static DateTimeOffset Moment(Report report) =>
        report.Provenance.Since ?? (report.Published is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : DateTimeOffset.MinValue);
}
