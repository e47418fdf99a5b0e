using System.Globalization;
using System.Text.Json;
using static Sitrep.Eval.Stories.Fields;

namespace Sitrep.Eval.Stories;

internal sealed record Days(DateOnly Start, DateOnly End)
{
    public bool Overlaps(Days other) => Start <= other.End && other.Start <= End;

    public int Length => End.DayNumber - Start.DayNumber + 1;

    /// <summary>A day, a month, a year, or a range "a/b" of these.</summary>
    public static Days? Parse(string? value)
    {
        if (value is null) return null;
        int slash = value.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0) return Parse(value[..slash]) is { } from && Parse(value[(slash + 1)..]) is { } to && from.Start <= to.End ? new Days(from.Start, to.End) : null;
        if (Exact(value, "yyyy-MM-dd") is { } day) return new Days(day, day);
        if (Exact(value, "yyyy-MM") is { } month) return new Days(month, month.AddMonths(1).AddDays(-1));
        return Exact(value, "yyyy") is { } year ? new Days(year, year.AddYears(1).AddDays(-1)) : null;
    }

    private static DateOnly? Exact(string value, string form) =>
        DateOnly.TryParseExact(value, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date : null;

    public override string ToString() => Start == End ? $"{Start:yyyy-MM-dd}" : $"{Start:yyyy-MM-dd}/{End:yyyy-MM-dd}";
}

internal sealed record ZoneView(string Kind, int Start, int End);
internal sealed record ReportView(string Id, string Input, string? Title, string? Outlet, string? Agency, string[] Bylines, string? DatelinePlace, string? Published, string? Dispatch, ZoneView[] Zones);
internal sealed record NamedView(string Id, string[] Names, string? Side, double? Lat, double? Lon, string? Precision, string? MemberOf);
internal sealed record EventView(string Id, string Type, string? Place, Days? When, (string Role, string Actor)[] Roles, bool Expected, string Summary, string? Status, int Claims);
internal sealed record FigureView(string Id, string Measure, string? Subject, long? Low, long? Best, long? High, string? Qualifier, string? Place, string[] Claims, string? Status);
internal sealed record PointView(DateOnly? Day, long? Low, long? Best, long? High);
internal sealed record EndsView(string Rule, long? Low, long? Best, long? High);
internal sealed record SeriesView(string Id, string Measure, string? Subject, string? Place, PointView[] Points, EndsView[] Ends, long? Discrepancy);
internal sealed record ClaimView(string Id, string About, string Stance, string? Source, string? SourceWords, string[] Via, Days? Said, string Report, int Start, int End, string Exact);
internal sealed record ControlView(string Place, Days When, string State, string? Holder);
internal sealed record PersonView(string Actor, string State);

/// <summary>A record in its public form, as far as it is measured. Reads the JSON and nothing else, so that any version can be measured.</summary>
internal sealed class RecordView
{
    public RecordView(JsonElement root)
    {
        Reports = [.. List(root, "reports").Select(report => new ReportView(
            Need(report, "id"), Need(report, "input"), Text(report, "title"), Text(report, "outlet"), Text(report, "agency"), Texts(report, "bylines"),
            Child(report, "dateline") is { } dateline ? Text(dateline, "place") : null, Text(report, "published"), Text(report, "dispatch"),
            [.. List(report, "zones").Select(zone => new ZoneView(Need(zone, "kind"), Offset(zone, "start"), Offset(zone, "end")))]))];
        Actors = Named(root, "actors");
        Places = Named(root, "places");
        Events = [.. List(root, "events").Select(one => new EventView(
            Need(one, "id"), Need(one, "type"), Text(one, "place"), Interval(one, "when"),
            [.. List(one, "roles").Select(role => (Need(role, "role"), Need(role, "actor")))], Flag(one, "expected"), Text(one, "summary") ?? "", Text(one, "status"), Texts(one, "claims").Length))];
        Figures = [.. List(root, "figures").Select(one => new FigureView(
            Need(one, "id"), Need(one, "measure"), Text(one, "subject"), Number(one, "low"), Number(one, "best"), Number(one, "high"),
            Text(one, "qualifier"), Text(one, "place"), Texts(one, "claims"), Text(one, "status")))];
        Series = [.. List(root, "series").Select(one => new SeriesView(
            Need(one, "id"), Need(one, "measure"), Text(one, "subject"), Text(one, "place"),
            [.. List(one, "points").Select(point => new PointView(Days.Parse(Text(point, "day"))?.Start, Number(point, "low"), Number(point, "best"), Number(point, "high")))],
            [.. List(one, "ranges").Select(range => new EndsView(Need(range, "rule"), End(range, "low"), End(range, "best"), End(range, "high")))], Number(one, "discrepancy")))];
        Claims = [.. List(root, "claims").Select(ReadClaim)];
        Control = [.. List(root, "control").SelectMany(control => List(control, "spans").Select(span => new ControlView(
            Need(control, "place"), new Days(Days.Parse(Need(span, "from"))!.Start, Days.Parse(Need(span, "to"))!.End),   // both are days by the contract
            Need(span, "state"), Text(span, "holder"))))];
        Persons = [.. List(root, "persons").Select(person => new PersonView(Need(person, "actor"), Need(person, "state")))];
        Photos = [.. List(root, "photos").Select(photo => Need(photo, "report"))];
        _actors = Actors.ToDictionary(actor => actor.Id, StringComparer.Ordinal);
        _places = Places.ToDictionary(place => place.Id, StringComparer.Ordinal);
        _events = Events.ToDictionary(one => one.Id, StringComparer.Ordinal);
        _reports = Reports.ToDictionary(report => report.Id, StringComparer.Ordinal);
    }

    private readonly Dictionary<string, NamedView> _actors, _places;
    private readonly Dictionary<string, EventView> _events;
    private readonly Dictionary<string, ReportView> _reports;

    public IReadOnlyList<ReportView> Reports { get; }
    public IReadOnlyList<NamedView> Actors { get; }
    public IReadOnlyList<NamedView> Places { get; }
    public IReadOnlyList<EventView> Events { get; }
    public IReadOnlyList<FigureView> Figures { get; }
    public IReadOnlyList<SeriesView> Series { get; }
    public IReadOnlyList<ClaimView> Claims { get; }
    public IReadOnlyList<ControlView> Control { get; }
    public IReadOnlyList<PersonView> Persons { get; }

    /// <summary>The report of each photo.</summary>
    public IReadOnlyList<string> Photos { get; }

    public NamedView? Actor(string? id) => id is null ? null : _actors.GetValueOrDefault(id);
    public NamedView? Place(string? id) => id is null ? null : _places.GetValueOrDefault(id);
    public EventView? Event(string id) => _events.GetValueOrDefault(id);
    public ReportView? Report(string id) => _reports.GetValueOrDefault(id);

    /// <summary>Names of an actor; words that are no id stand for themselves.</summary>
    public string[] ActorNames(string? id) => id is null ? [] : Actor(id)?.Names ?? [id];

    /// <summary>The report a gold id means: the stem of its file, the start of it ("000" for "000_ab.txt"), either with the number of a JSON Lines record.</summary>
    public ReportView? ReportOf(string goldId)
    {
        (string stem, string record) = Split(goldId);
        ReportView[] same = [.. Reports.Where(report => Split(Path.GetFileName(report.Input)).Record == record)];
        return same.FirstOrDefault(report => Split(Path.GetFileName(report.Input)).Stem == stem)
            ?? same.FirstOrDefault(report => Path.GetFileName(report.Input) is { } file && file.Length > stem.Length
                && file.StartsWith(stem, StringComparison.Ordinal) && !char.IsAsciiLetterOrDigit(file[stem.Length]));

        static (string Stem, string Record) Split(string name)
        {
            int hash = name.IndexOf('#', StringComparison.Ordinal);
            return (Path.GetFileNameWithoutExtension(hash < 0 ? name : name[..hash]), hash < 0 ? "" : name[hash..]);
        }
    }

    private static long? End(JsonElement range, string key) => Child(range, key) is { } end ? Number(end, "value") : null;

    private static NamedView[] Named(JsonElement root, string key) =>
        [.. List(root, key).Select(one => new NamedView(
            Need(one, "id"), [Need(one, "name"), .. Texts(one, "aliases")], Text(one, "side"), Real(one, "lat"), Real(one, "lon"), Text(one, "precision"), Text(one, "memberOf")))];

    private static ClaimView ReadClaim(JsonElement claim)
    {
        JsonElement span = claim.GetProperty("span");
        return new ClaimView(
            Need(claim, "id"), Need(claim, "about"), Need(claim, "stance"), Text(claim, "source"), Text(claim, "sourceWords"), Texts(claim, "via"),
            Interval(claim, "said"), Need(claim, "report"), Offset(span, "start"), Offset(span, "end"), Need(span, "exact"));
    }

    private static Days? Interval(JsonElement parent, string key) =>
        Child(parent, key) is { } when && Days.Parse(Text(when, "start")) is { } start && Days.Parse(Text(when, "end")) is { } end ? new Days(start.Start, end.End) : null;

    private static string Need(JsonElement parent, string key) =>
        Text(parent, key) ?? throw new InvalidDataException($"The record has an entry without {key}: {parent.GetRawText()[..Math.Min(120, parent.GetRawText().Length)]}");

    private static int Offset(JsonElement parent, string key) => parent.GetProperty(key).GetInt32();
}
