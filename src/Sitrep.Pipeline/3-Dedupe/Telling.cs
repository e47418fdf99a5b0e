using Sitrep.Model.Reports;

namespace Sitrep.Pipeline.Dedupe;

/// <summary>One report as this stage sees it.</summary>
internal sealed class Telling(Report report, ShingleSet shingles)
{
    public Report Report { get; } = report;

    public ShingleSet Shingles { get; } = shingles;

    /// <summary>The agency's own page: nobody can have written it before.</summary>
    public bool IsAgencyOriginal { get; } = report.Agency is { } agency && string.Equals(report.Outlet, agency, StringComparison.OrdinalIgnoreCase);

    /// <summary>True when both come from one newsroom, as far as they say.</summary>
    public bool SameNewsroom(Telling other) =>
        Report.Agency is { } agency ? string.Equals(agency, other.Report.Agency, StringComparison.OrdinalIgnoreCase)
        : other.Report.Agency is null && Report.Outlet is { } outlet && string.Equals(outlet, other.Report.Outlet, StringComparison.OrdinalIgnoreCase);

    /// <summary>True unless both have a date and this one's is later.</summary>
    public bool NotAfter(Telling other) => Report.Published is not { } mine || other.Report.Published is not { } theirs || mine <= theirs;

    /// <summary>Who is more likely the original comes first: the agency's own page, then the earlier date (none is last), then the
    /// longer text, then the id. A total order, so that the order of the input cannot matter.</summary>
    public static int ByOriginality(Telling first, Telling second)
    {
        int order = second.IsAgencyOriginal.CompareTo(first.IsAgencyOriginal);
        if (order == 0) order = ByDate(first, second);
        if (order == 0) order = second.Shingles.Count.CompareTo(first.Shingles.Count);
        return order != 0 ? order : string.CompareOrdinal(first.Report.Id, second.Report.Id);
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
