using System.Text.Json.Serialization;

namespace Sitrep.Web.Pages;

/// <summary>What the map, the timeline and the filters of the situation page work on: everything known as of the day, unfiltered. Events are told by columns, and what many of them share by its number in a list.</summary>
internal sealed record SituationData(
    DateOnly? AsOf, IReadOnlyList<string> Types, IReadOnlyList<string> Statuses, IReadOnlyList<PlacePoint> Places, IReadOnlyList<ControlPoint> Control, IReadOnlyList<HolderKey> Holders,
    NamedColumns Sources, NamedColumns Actors, EventColumns Events);

/// <summary>One event, as the page and its filters look at it.</summary>
/// <param name="Status">Kebab word; "expected" for what nobody says has happened.</param>
/// <param name="When">In words.</param>
/// <param name="Start">Null when undated; the last possible day where only a report's date bounds it.</param>
/// <param name="IsOpen">Nothing says since when: it was told by <paramref name="End"/>.</param>
/// <param name="Weight">Higher is told first.</param>
internal sealed record EventPoint(
    string Id, string Type, string Status, string Summary, string When, DateOnly? Start, DateOnly? End, bool IsOpen,
    string? Place, IReadOnlyList<string> Actors, IReadOnlyList<string> Sides, IReadOnlyList<string> Sources,
    int Dispatches, int Claimants, bool New, bool Disputed, bool Background, int Weight);

/// <param name="Type">Number in the list of types; so with status, place, actors and sources.</param>
/// <param name="When">Null where it is the last day in full, as in "9 November 2017".</param>
/// <param name="Start">Days since 1970; so with <paramref name="End"/>.</param>
/// <param name="Flags">Sums of 1 new, 2 disputed, 4 background, 8 nothing says since when.</param>
internal sealed record EventColumns(
    IReadOnlyList<string> Id, IReadOnlyList<int> Type, IReadOnlyList<int> Status, IReadOnlyList<string> Summary, IReadOnlyList<string?> When, IReadOnlyList<int?> Start, IReadOnlyList<int?> End,
    IReadOnlyList<int?> Place, IReadOnlyList<int[]> Actors, IReadOnlyList<int[]> Sources, IReadOnlyList<int> Dispatches, IReadOnlyList<int> Claimants, IReadOnlyList<int> Flags, IReadOnlyList<int> Weight);

/// <param name="Side">Of actors, by id; null for a list that has none.</param>
internal sealed record NamedColumns(IReadOnlyList<string> Id, IReadOnlyList<string> Name, IReadOnlyList<string?>? Side = null);

/// <param name="Lat">Null for a place that no gazetteer knows.</param>
internal sealed record PlacePoint(string Id, string Name, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? Lat, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? Lon, string Precision);

internal sealed record ControlPoint(string Place, string Name, IReadOnlyList<ControlDays> Spans);

/// <param name="To">Last day, inclusive.</param>
internal sealed record ControlDays(DateOnly From, DateOnly To, string State, string? Holder, DateOnly LastEvidence);

/// <param name="Index">Number of the holder's colour, from 1 to 6.</param>
internal sealed record HolderKey(string Id, string Name, int Index);

/// <param name="Id">Of a dispatch: one newsroom's telling.</param>
internal sealed record SourceKey(string Id, string Name, int Reports, DateOnly? First);

internal sealed record ActorKey(string Id, string Name, string? Side);

internal sealed record SideKey(string Id, string Name);
