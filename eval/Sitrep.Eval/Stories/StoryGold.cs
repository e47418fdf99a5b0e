using System.Text.Json;
using static Sitrep.Eval.Stories.Fields;

namespace Sitrep.Eval.Stories;

internal sealed record GoldReport(string Id, string? Agency, string? Outlet, string? Published, string? Dateline, string? Title, string[] Byline, int? PhotoCaptions, int? ReaderComments);
internal sealed record GoldClaim(string? Source, string Stance, Days? Said, string? Report, string? QuoteHas);
internal sealed record GoldEvent(string Id, bool Must, string[] Types, string? Place, string[] Actors, string[] Targets, Days[] When, bool Expected, GoldClaim[] Claims);
internal sealed record GoldFigure(string Id, bool Must, string Measure, string? Subject, string? Place, long? Low, long? High, string? Qualifier, string? Source, string? Report);
internal sealed record GoldPerson(string Id, bool Must, string Person, string State, string? Report);
internal sealed record GoldControl(string Id, bool Must, string Place, DateOnly Day, string Holder, string[] Basis);
internal sealed record GoldPoint(DateOnly Day, long Value);
internal sealed record GoldEnds(string Rule, long? Low, long? Best, long? High);

/// <summary>Numbers that belong to one count, in order.</summary>
/// <param name="Also">Numbers that may stand in it without being asked for.</param>
internal sealed record GoldSeries(string Id, string Measure, string? Subject, string? Place, GoldPoint[] Points, long[] Also, GoldEnds[] Ends, long? Discrepancy);

/// <summary>The status of a gold event or figure.</summary>
/// <param name="Of">Id of the event or figure.</param>
/// <param name="AsOf">Known by that day; null: in the end.</param>
internal sealed record GoldStatus(string Id, string Of, string[] Status, DateOnly? AsOf);

/// <summary>What a careful reader wrote down from a story.</summary>
internal sealed class StoryGold
{
    public StoryGold(JsonElement root)
    {
        Reports = [.. List(root, "reports").Select(report => new GoldReport(
            Text(report, "id") ?? "", Text(report, "agency"), Text(report, "outlet"), Text(report, "published"), Text(report, "dateline"), Text(report, "title"),
            Texts(report, "byline"), (int?)Number(report, "photoCaptions"), (int?)Number(report, "readerComments")))];
        if (root.TryGetProperty("dispatches", out JsonElement dispatches) && dispatches.ValueKind == JsonValueKind.Object)
        {
            SameText = [.. List(dispatches, "sameText").Select(Strings)];
            Distinct = Texts(dispatches, "distinct");
            IndependentTellings = (int?)Number(dispatches, "independentTellings");
        }
        SameActor = [.. List(root, "sameActor").Select(Strings)];
        SamePlace = [.. List(root, "samePlace").Select(Strings)];
        if (root.TryGetProperty("placesNear", out JsonElement near) && near.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty place in near.EnumerateObject())
            {
                if (place.Value.ValueKind == JsonValueKind.Array) Near[place.Name] = (place.Value[0].GetDouble(), place.Value[1].GetDouble());
                else if (place.NameEquals("toleranceKm")) ToleranceKm = place.Value.GetDouble();
            }
        }
        Events = [.. List(root, "events").Select(one => new GoldEvent(
            Text(one, "id") ?? "?", Flag(one, "must"), Texts(one, "type"), Text(one, "place"), Texts(one, "actor"), Texts(one, "target"),
            [.. Texts(one, "when").Select(Days.Parse).OfType<Days>()], Flag(one, "expected"), [.. List(one, "claims").Select(ReadClaim)]))];
        Figures = [.. List(root, "figures").Select(one => new GoldFigure(
            Text(one, "id") ?? "?", Flag(one, "must"), Text(one, "measure") ?? "?", Text(one, "subject"), Text(one, "place"),
            Number(one, "low"), Number(one, "high"), Text(one, "qualifier"), Text(one, "source"), Text(one, "report")))];
        Persons = [.. List(root, "persons").Select(one => new GoldPerson(Text(one, "id") ?? "?", Flag(one, "must"), Text(one, "person") ?? "?", Text(one, "state") ?? "?", Text(one, "report")))];
        Control = [.. List(root, "control").Where(one => Days.Parse(Text(one, "asOf")) is not null).Select(one => new GoldControl(
            Text(one, "id") ?? "?", Flag(one, "must"), Text(one, "place") ?? "?", Days.Parse(Text(one, "asOf"))!.End, Text(one, "holder") ?? "?", Texts(one, "basis")))];   // checked in the line before
        Series = [.. List(root, "series").Select(ReadSeries)];
        Statuses = [.. List(root, "statuses").Select(one => new GoldStatus(Text(one, "id") ?? "?", Text(one, "of") ?? "?", Texts(one, "status"), Days.Parse(Text(one, "asOf"))?.End))];
        MustNot = Texts(root, "mustNot");
    }

    public IReadOnlyList<GoldReport> Reports { get; }
    public IReadOnlyList<string[]> SameText { get; } = [];
    public IReadOnlyList<string> Distinct { get; } = [];
    public int? IndependentTellings { get; }
    public IReadOnlyList<string[]> SameActor { get; }
    public IReadOnlyList<string[]> SamePlace { get; }
    public Dictionary<string, (double Lat, double Lon)> Near { get; } = new(StringComparer.Ordinal);
    public double ToleranceKm { get; } = 25;
    public IReadOnlyList<GoldEvent> Events { get; }
    public IReadOnlyList<GoldFigure> Figures { get; }
    public IReadOnlyList<GoldPerson> Persons { get; }
    public IReadOnlyList<GoldControl> Control { get; }
    public IReadOnlyList<GoldSeries> Series { get; }
    public IReadOnlyList<GoldStatus> Statuses { get; }
    public IReadOnlyList<string> MustNot { get; }

    /// <summary>Days on which statuses are asked for as they were known then.</summary>
    public IEnumerable<DateOnly> EarlierDays => Statuses.Select(one => one.AsOf).OfType<DateOnly>().Distinct().Order();

    private static GoldClaim ReadClaim(JsonElement claim) =>
        new(Text(claim, "source"), Text(claim, "stance") ?? "affirms", Days.Parse(Text(claim, "said")), Text(claim, "report"), Text(claim, "quoteHas"));

    private static GoldSeries ReadSeries(JsonElement one) => new(
        Text(one, "id") ?? "?", Text(one, "measure") ?? "?", Text(one, "subject"), Text(one, "place"),
        [.. List(one, "points").Select(point => new GoldPoint(Days.Parse(Text(point, "day"))!.Start, Number(point, "value") ?? 0))],   // a gold file without days is broken
        [.. List(one, "also").Select(value => value.GetInt64())],
        [.. List(one, "ends").Select(ends => new GoldEnds(Text(ends, "rule") ?? "?", Number(ends, "low"), Number(ends, "best"), Number(ends, "high")))], Number(one, "discrepancy"));
}
