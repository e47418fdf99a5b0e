using System.Text.Json.Serialization;

namespace Sitrep.Web.Pages;

/// <summary>What the map, the timeline and the filters of the situation page work on: everything known as of the day, unfiltered.</summary>
internal sealed record SituationData(
    DateOnly? AsOf, DateOnly? On, DateOnly? Since, string Version, DayRange Days, IReadOnlyList<EventPoint> Events, IReadOnlyList<PlacePoint> Places,
    IReadOnlyList<ControlPoint> Control, IReadOnlyList<HolderKey> Holders, IReadOnlyList<FigurePoint> Figures, IReadOnlyList<SourceKey> Sources,
    IReadOnlyList<ActorKey> Actors, IReadOnlyList<SideKey> Sides);

/// <param name="Status">Kebab word; "expected" for what nobody says has happened.</param>
/// <param name="Start">Null when undated; the last possible day where only a report's date bounds it.</param>
/// <param name="Known">The first day on which it was published.</param>
/// <param name="Weight">Higher is told first.</param>
internal sealed record EventPoint(
    string Id, string Type, string Status, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Expected, string Summary, string When, DateOnly? Start, DateOnly? End, string? Precision,
    string? Place, double? Lat, double? Lon, string? PlacePrecision, IReadOnlyList<string> Actors, IReadOnlyList<string> Sides, IReadOnlyList<string> Sources,
    int Dispatches, int Claimants, DateOnly? Known,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool New, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Disputed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Background, int Weight);

internal sealed record PlacePoint(string Id, string Name, double Lat, double Lon, string Precision);

internal sealed record ControlPoint(string Place, string Name, IReadOnlyList<ControlDays> Spans);

/// <param name="To">Last day, inclusive.</param>
internal sealed record ControlDays(DateOnly From, DateOnly To, string State, string? Holder, DateOnly LastEvidence);

/// <param name="Index">Number of the holder's colour, from 1 to 6.</param>
internal sealed record HolderKey(string Id, string Name, int Index);

internal sealed record FigurePoint(
    string Id, string Label, string Amount, long? Low, long? Best, long? High, string Status, string? Place, DateOnly? Start, DateOnly? End, string When);

/// <param name="Id">Of a dispatch: one newsroom's telling.</param>
internal sealed record SourceKey(string Id, string Name, int Reports, DateOnly? First);

internal sealed record ActorKey(string Id, string Name, string Kind, string? Side);

internal sealed record SideKey(string Id, string Name);
