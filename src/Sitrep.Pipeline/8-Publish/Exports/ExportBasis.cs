using System.Globalization;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.World;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Pipeline.Publish.Exports;

/// <summary>What several exports need of a record: its index, the countries, days of knowledge, numbers made of ids.</summary>
internal sealed class ExportBasis(SituationRecord record, CountryCodes countries)
{
    private readonly RecordIndex _index = new(record);

    /// <summary>All of it, also what analysts rejected.</summary>
    public SituationRecord Whole => record;

    /// <summary>What counts.</summary>
    public SituationRecord Record => _index.Record;

    public RecordIndex Index => _index;

    public Confidence Confidence { get; } = new(new RecordIndex(record));

    public CountryCode? Country(string? code) => countries.Of(code);

    /// <summary>The reports that the claims stand in, by day of publication, each once.</summary>
    public Report[] ReportsOf(IEnumerable<string> claims) => [.. _index.Known(claims).Select(claim => claim.Claim.ReportId).Distinct(StringComparer.Ordinal).Select(_index.Report)
        .OrderBy(report => report.Published ?? DateOnly.MaxValue).ThenBy(report => report.Id, StringComparer.Ordinal)];

    /// <summary>Days on which something was first published on a thing, in order; a thing that no dated report tells has the record's last day.</summary>
    public DateOnly[] KnownOn(IEnumerable<string> claims)
    {
        DateOnly[] days = [.. ReportsOf(claims).Select(report => report.Published).OfType<DateOnly>().Distinct().Order()];
        return days.Length > 0 ? days : [Last];
    }

    /// <summary>The last day of publication in the record: its "now", which is not the clock's.</summary>
    public DateOnly Last => Record.AsOf ?? _index.LastPublished ?? DateOnly.MinValue;

    /// <summary>A whole number that is the same in every run: the 40 bits of an id.</summary>
    public static string Number(string id) =>
        id.Length > 1 && long.TryParse(id.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long number) ? number.ToString(CultureInfo.InvariantCulture) : id;

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>"2017-11-08T00:00:00Z": a day as the moment it began.</summary>
    public static string Moment(DateOnly day) => $"{Day(day)}T00:00:00Z";

    public static string Degrees(double degrees) => degrees.ToString("0.0000", CultureInfo.InvariantCulture);

    public static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Actors in one part of an event, in the record's order.</summary>
    public Actor[] In(Event happening, RoleKind kind) => [.. happening.Roles.Where(role => role.Kind == kind).Select(role => _index.Actor(role.Actor)).OfType<Actor>()];
}
