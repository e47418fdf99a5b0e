using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;

namespace Sitrep.Store.Json;

/// <summary>What Clean found out about a report: a <see cref="Report"/> without what stands in columns of its own (id, input, hash, texts).</summary>
internal sealed record StoredReport(
    OffsetMap Map, string? Title, string? Outlet, string? Url, string? Agency, TextSpan? AgencyBasis, ImmutableArray<string> Bylines,
    Dateline? Dateline, DateOnly? Published, DateBasis PublishedBasis, ImmutableArray<Zone> Zones, ImmutableArray<Photo> Photos,
    Provenance? Provenance = null, ImmutableArray<Dateline>? Further = null)
{
    public static StoredReport Of(Report report) => new(
        report.Map, report.Title, report.Outlet, report.Url, report.Agency, report.AgencyBasis, report.Bylines,
        report.Dateline, report.Published, report.PublishedBasis, report.Zones, report.Photos, report.Provenance, report.Further.IsEmpty ? null : report.Further);

    public Report With(string id, string input, string sha256, Markup markup, string received, string text) => new(
        id, input, sha256, markup, received, text, Map, Title, Outlet, Url, Agency, AgencyBasis, Bylines,
        Dateline, Published, PublishedBasis, Zones, Photos)
    { Provenance = Provenance ?? Provenance.None, Further = Further ?? [] };
}

/// <summary>What Extract read: a <see cref="Reading"/> without its claims, which have rows of their own.</summary>
internal sealed record StoredReading(ImmutableArray<PlaceMention> Places, ImmutableArray<ActorMention> Actors, ImmutableArray<AliasReading> Aliases, ImmutableArray<PlaceMention> Toponyms)
{
    public static StoredReading Of(Reading reading) => new(reading.Places, reading.Actors, reading.Aliases, reading.Toponyms);

    public Reading With(string reportId, ImmutableArray<Claim> claims) => new(reportId, claims, Places, Actors, Aliases) { Toponyms = Toponyms };
}
