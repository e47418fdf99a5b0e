using Sitrep.Model.Reports;

namespace Sitrep.Pipeline.Dedupe;

/// <summary>One report as this stage sees it.</summary>
internal sealed class Telling
{
    private Telling(Report report, BodyWords words)
    {
        Report = report;
        Shingles = ShingleSet.Of(words);
        Runs = ShingleSet.Runs(words);
        Fingerprints = ShingleSet.Fingerprints(words);
        Sentences = words.Sentences;
        Place = new VersionPlace(report.Id, 0, false, report.Published ?? DateOnly.MaxValue, report.Agency is not null, Shingles.Count);
        IsAgencyOriginal = report.Agency is { } agency && string.Equals(report.Outlet, agency, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Where it stands among the versions of its item; by itself until the versions are known.</summary>
    public VersionPlace Place { get; set; }

    public static Telling Of(Report report) => new(report, BodyWords.Of(report));

    public Report Report { get; }

    public ShingleSet Shingles { get; }

    /// <summary>The run that begins at each word of the body, in order.</summary>
    public uint[] Runs { get; }

    public ulong[] Fingerprints { get; }

    public IReadOnlyList<BodySentence> Sentences { get; }

    /// <summary>The runs that lie in one sentence.</summary>
    public ReadOnlySpan<uint> RunsOf(int sentence) =>
        Runs.AsSpan(Math.Min(Runs.Length, Sentences[sentence].First), Math.Max(0, Sentences[sentence].Words - ShingleSet.Width + 1));

    /// <summary>The agency's own page: nobody can have written it before.</summary>
    public bool IsAgencyOriginal { get; }

    /// <summary>True when both come from one newsroom, as far as they say.</summary>
    public bool SameNewsroom(Telling other) =>
        Report.Agency is { } agency ? string.Equals(agency, other.Report.Agency, StringComparison.OrdinalIgnoreCase)
        : other.Report.Agency is null && Report.Outlet is { } outlet && string.Equals(outlet, other.Report.Outlet, StringComparison.OrdinalIgnoreCase);

    /// <summary>True when both were published by one outlet: what they share may be its furniture or its own earlier work.</summary>
    public bool SameOutlet(Telling other) => Report.Outlet is { } outlet && string.Equals(outlet, other.Report.Outlet, StringComparison.OrdinalIgnoreCase);
    /// <summary>True for two versions of one item.</summary>
    public bool IsVersionOf(Telling other) => Place.First == other.Place.First && Report.Id != other.Report.Id;

    /// <summary>True unless both have a date and this one's is later.</summary>
    public bool NotAfter(Telling other) => Report.Published is not { } mine || other.Report.Published is not { } theirs || mine <= theirs;

    /// <summary>Who is more likely the original comes first: the agency's own page, then the earlier date (none is last), then who
    /// names the agency, then the longer text, then the id. Versions of one item stand together, the first version first. A total order, so that the order of the input cannot matter.</summary>
    public static int ByOriginality(Telling first, Telling second)
    {
        (VersionPlace one, VersionPlace other) = (first.Place, second.Place);
        int order = other.IsAgencyOriginal.CompareTo(one.IsAgencyOriginal);
        if (order == 0) order = one.Day.CompareTo(other.Day);
        if (order == 0) order = other.NamesAgency.CompareTo(one.NamesAgency);
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
