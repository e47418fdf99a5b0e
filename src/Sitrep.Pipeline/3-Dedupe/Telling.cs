using Sitrep.Model.Reports;

namespace Sitrep.Pipeline.Dedupe;

/// <summary>One report as this stage sees it.</summary>
/// <param name="place">Where it stands among the versions of its item.</param>
internal sealed class Telling(Report report, ShingleSet shingles, VersionPlace place)
{
    public VersionPlace Place { get; } = place;

    public Report Report { get; } = report;

    public ShingleSet Shingles { get; } = shingles;

    /// <summary>The agency's own page: nobody can have written it before.</summary>
    public bool IsAgencyOriginal { get; } = IsOriginalOfAgency(report);

    public static bool IsOriginalOfAgency(Report report) => report.Agency is { } agency && string.Equals(report.Outlet, agency, StringComparison.OrdinalIgnoreCase);

    /// <summary>True when both come from one newsroom, as far as they say.</summary>
    public bool SameNewsroom(Telling other) =>
        Report.Agency is { } agency ? string.Equals(agency, other.Report.Agency, StringComparison.OrdinalIgnoreCase)
        : other.Report.Agency is null && Report.Outlet is { } outlet && string.Equals(outlet, other.Report.Outlet, StringComparison.OrdinalIgnoreCase);

    /// <summary>True for two versions of one item.</summary>
    public bool IsVersionOf(Telling other) => Place.First == other.Place.First && Report.Id != other.Report.Id;

    /// <summary>True unless both have a date and this one's is later.</summary>
    public bool NotAfter(Telling other) => Report.Published is not { } mine || other.Report.Published is not { } theirs || mine <= theirs;

    /// <summary>Who is more likely the original comes first: the agency's own page, then the earlier date (none is last), then the
    /// longer text, then the id. Versions of one item stand together, the first version first. A total order, so that the order of the input cannot matter.</summary>
    public static int ByOriginality(Telling first, Telling second)
    {
        (VersionPlace one, VersionPlace other) = (first.Place, second.Place);
        int order = other.IsAgencyOriginal.CompareTo(one.IsAgencyOriginal);
        if (order == 0) order = one.Day.CompareTo(other.Day);
        if (order == 0) order = other.Length.CompareTo(one.Length);
        if (order == 0) order = string.CompareOrdinal(one.First, other.First);
        return order != 0 ? order : one.Number.CompareTo(other.Number);
    }

    /// <summary>Earlier first, undated last.</summary>
    public static int ByDate(Telling first, Telling second) =>
        (first.Report.Published ?? DateOnly.MaxValue).CompareTo(second.Report.Published ?? DateOnly.MaxValue);

    /// <summary>By date, then id.</summary>
    public static int ByDateAndId(Telling first, Telling second)
    {
        int order = ByDate(first, second);
        return order != 0 ? order : string.CompareOrdinal(first.Report.Id, second.Report.Id);
    }
}
