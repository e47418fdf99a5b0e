using System.Collections.Immutable;
using System.Globalization;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Model.World;
using Sitrep.Pipeline.Corroborate;
using Sitrep.Pipeline.Corroborate.Control;
using Sitrep.Pipeline.Corroborate.Events;
using Sitrep.Pipeline.Corroborate.Judgement;
using Sitrep.Pipeline.Corroborate.Stories;
using Sitrep.Pipeline.Corroborate.Withdrawals;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Resolve;
using Sitrep.Tests.Pipeline.Publish;

namespace Sitrep.Tests.Pipeline.Corroborate;

/// <summary>Resolved claims built by hand, as Resolve would hand them on, and their fold. Each report is one dispatch of its own outlet.</summary>
internal sealed class TestStory
{
    private static readonly DataFolder Data = DataFolder.At(Path.Combine(Repository.Root, "data"));
    private static readonly EventWords Words = EventWords.Load(Data);
    private static readonly WordSets Sets = WordSets.Load(Data);
    private static readonly SourceGrades Grades = SourceGrades.Load(Data);
    private static readonly PartReader Parts = PartReader.Load(Data);

    private static readonly RetractionCues Cues = RetractionCues.Load(Data);
    private static readonly EventFamilies Families = EventFamilies.Load(Data);

    private readonly Dictionary<string, Report> _reports = new(StringComparer.Ordinal);
    private readonly List<ResolvedClaim> _claims = [];
    private readonly List<Actor> _actors = [];
    private readonly List<Place> _places = [];
    private int _next;
    private string? _named;

    public TestStory()
    {
        Actor("army", ActorKind.Military, "XA");
        Actor("rebels", ActorKind.RebelGroup, "rebels");
        Actor("observers", ActorKind.Monitor, "observers");
        Actor("agency", ActorKind.Government, "XA");
        _actors.Add(new Actor("people", "people", ActorKind.Population, [], null, null, null));
        Place("Harbo", PlacePrecision.Town, "Upland");
        Place("Millen", PlacePrecision.Town, "Lowland");
        Place("Upland", PlacePrecision.Region, "Upland");
        Place("Xanadia", PlacePrecision.Country, null);
    }

    public void Actor(string id, ActorKind kind, string? side) => _actors.Add(new Actor(id, char.ToUpperInvariant(id[0]) + id[1..], kind, [], null, side, null));

    /// <summary>A report tells of the actor as backed by the side.</summary>
    public void Backed(string id, string side)
    {
        int at = _actors.FindIndex(actor => actor.Id == id);
        _actors[at] = _actors[at] with { SideBasis = [new SideEvidence(SideGround.Told, side, "backed", null, null)] };
    }

    /// <summary>The next claim has this id, whatever order claims are made in.</summary>
    public void Named(string id) => _named = id;

    /// <param name="north">Degrees; places without one lie a degree (111 km) apart.</param>
    public void Place(string name, PlacePrecision precision, string? admin, double? north = null) => _places.Add(new Place(name, name, [], north ?? 1 + _places.Count, 1, "XA", admin, null, precision));

    /// <summary>A report whose text is <paramref name="text"/>; claims made with its id stand in it.</summary>
    public void Report(string id, string? day, string text) => _reports[id] = TestReports.Text(id, null, $"Outlet {id}", null, day, (ZoneKind.Body, text));

    public string Event(
        string report, EventType type, string? place, string? when = null, string? source = null, string? actor = null, string? target = null, Stance stance = Stance.Affirms, string? said = null,
        (Measure Measure, long Number)? count = null, bool brief = false, Extent? extent = null)
    {
        var span = new TextSpan(0, 1);
        var reading = new EventReading(type, span, "event", [], null, null, extent, false) { Brief = brief };
        ImmutableArray<Role> roles = [.. new[] { (RoleKind.Actor, actor), (RoleKind.Target, target) }.Where(role => role.Item2 is not null).Select(role => new Role(role.Item1, role.Item2!))];
        return Add(report, place, when, source, stance, said, reading, count is { } counted ? Count(counted.Measure, counted.Number, false, null) : null, roles);
    }

    public string Figure(string report, Measure measure, long number, string? place = null, string? source = null, string? said = null, long? revises = null, bool stock = true, Stance stance = Stance.Affirms) =>
        Add(report, place, null, source, stance, said, null, Count(measure, number, stock, revises), []);

    private static FigureReading Count(Measure measure, long number, bool stock, long? revises) =>
        new(measure, new QuantityMention(new TextSpan(0, 1), number.ToString(CultureInfo.InvariantCulture), number, number, number, Qualifier.Exact), null, null, null, stock, revises);

    private string Add(string report, string? place, string? when, string? source, Stance stance, string? said, EventReading? happened, FigureReading? figure, ImmutableArray<Role> roles)
    {
        if (!_reports.ContainsKey(report)) Report(report, said ?? when, "x");
        DateOnly? told = said is not null ? TestReports.Day(said) : _reports[report].Published;
        string id = _named ?? string.Create(CultureInfo.InvariantCulture, $"c{++_next:D4}");
        _named = null;
        string text = _reports[report].Text;
        ActorMention? mention = source is null ? null : new ActorMention(new TextSpan(0, 1), source, ActorForm.Name, source, null, null, ActorKind.Other);
        var claim = new Claim(id, report, new TextSpan(0, text.Length), stance, new Attribution(mention, source is null ? SourceKind.Narration : SourceKind.Institution, null, source is null ? null : "said", false, null), happened, figure, null);
        Interval? saidOn = told is { } day ? Interval.Day(day) : null;
        Interval? happenedOn = when is not null ? Interval.Day(TestReports.Day(when)) : saidOn is null ? null : saidOn with { Precision = TimePrecision.Unknown };
        string? side = source is null ? null : _actors.Find(actor => actor.Id == source)?.Side;
        _claims.Add(new ResolvedClaim(claim, $"d-{report}", source, source ?? "", side, [], roles, place, stance == Stance.Expects ? null : happenedOn, when is not null, saidOn, null, null, _reports[report].Published));
        return id;
    }

    public SituationRecord Fold(params Ruling[] rulings)
    {
        Report[] reports = [.. _reports.Values];
        ImmutableArray<Dispatch> dispatches = [.. reports.Select(report => new Dispatch($"d-{report.Id}", null, [report.Id], []))];
        var stage = new CorroborateStage(Words, Families, new WordCounts(0, []), Grades, Parts, Cues, Sets);
        return stage.Fold(reports, new Resolution([.. _claims], [.. _actors], [.. _places], [], dispatches), stage.Stories(reports, dispatches), [], null, rulings);
    }
}
