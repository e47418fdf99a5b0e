using System.Globalization;
using Sitrep.Model.Reports;

namespace Sitrep.Pipeline.Ingest;

/// <summary>Joins what a text says beside itself with what is known of the way it came.</summary>
internal static class Metadata
{
    // ISO 8601, long and basic; RFC 822 as RFC 2822 mended it. Nothing without a year: the clock would fill it in.
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss K", "yyyyMMdd'T'HHmmssK",
        "d MMM yyyy HH:mm:ss zzz", "d MMM yyyy HH:mm zzz",
    ];

    /// <summary>Each field of the first that is there, else the second's.</summary>
    public static SuppliedMetadata Or(this SuppliedMetadata first, SuppliedMetadata second) => ReferenceEquals(second, SuppliedMetadata.None) ? first : new SuppliedMetadata(
        first.Title ?? second.Title, first.Outlet ?? second.Outlet, first.Url ?? second.Url, first.Published ?? second.Published, first.Byline ?? second.Byline, first.Agency ?? second.Agency,
        first.Provenance is not { } one || second.Provenance is not { } other ? first.Provenance ?? second.Provenance
            : new Provenance(one.Fetched ?? other.Fetched, one.Modified ?? other.Modified, one.EvolvedFrom ?? other.EvolvedFrom, one.Rights ?? other.Rights));

    /// <summary>A moment as ISO 8601 or RFC 822 writes it; universal time where no zone is given. Null for anything else.</summary>
    public static DateTimeOffset? Instant(string? written)
    {
        if (written is null || written.Length > 60) return null;
        string words = written.Trim();
        if (words.IndexOf(',', StringComparison.Ordinal) is >= 0 and < 12 and int comma) words = words[(comma + 1)..].TrimStart();
        foreach (string zone in (ReadOnlySpan<string>)[" GMT", " UTC", " UT", " Z"])
        {
            if (words.EndsWith(zone, StringComparison.Ordinal)) words = $"{words[..^zone.Length]} +00:00";
        }
        return DateTimeOffset.TryParseExact(words, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces, out DateTimeOffset instant)
            ? instant : null;
    }
}
