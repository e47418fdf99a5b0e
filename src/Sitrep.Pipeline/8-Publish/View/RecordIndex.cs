using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>The record by id, and the names its parts go by in running text.</summary>
internal sealed class RecordIndex
{
    private readonly Dictionary<string, LedgerClaim> _claims = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Actor> _actors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Report> _reports = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dispatch> _dispatches = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Event> _events = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Figure> _figures = new(StringComparer.Ordinal);

    private readonly ILookup<string, AppliedRuling> _rulings;

    public RecordIndex(SituationRecord record)
    {
        Record = record with
        {
            Events = [.. record.Events.Where(happening => !happening.IsRejected)],
            Figures = [.. record.Figures.Where(figure => !figure.IsRejected)],
            Claims = [.. record.Claims.Where(claim => !claim.IsRejected)],
        };
        _rulings = record.Rulings.Where(made => made.On is not null).ToLookup(made => made.On!, StringComparer.Ordinal);   // filtered before
        foreach (LedgerClaim claim in record.Claims) _claims.TryAdd(claim.Claim.Id, claim);
        foreach (Actor actor in record.Actors) _actors.TryAdd(actor.Id, actor);
        foreach (Place place in record.Places) _places.TryAdd(place.Id, place);
        foreach (Report report in record.Reports) _reports.TryAdd(report.Id, report);
        foreach (Dispatch dispatch in record.Dispatches) _dispatches.TryAdd(dispatch.Id, dispatch);
        foreach (Event happening in record.Events) _events.TryAdd(happening.Id, happening);
        foreach (Figure figure in record.Figures) _figures.TryAdd(figure.Id, figure);
        FirstPublished = record.Reports.Min(report => report.Published);
        LastPublished = record.Reports.Max(report => report.Published);
    }

    /// <summary>What counts: without what analysts rejected, which is found by its id all the same.</summary>
    public SituationRecord Record { get; }

    /// <summary>Rulings that count on one thing.</summary>
    public IEnumerable<AppliedRuling> RulingsOn(string id) => _rulings[id];

    /// <summary>Those of the claims that the record holds.</summary>
    public IEnumerable<LedgerClaim> Known(IEnumerable<string> ids) => ids.Select(_claims.GetValueOrDefault).OfType<LedgerClaim>();

    /// <summary>What an actor, a place, a report or a newsroom goes by; null when the record holds none of that id.</summary>
    public string? Names(string id) => _actors.ContainsKey(id) ? ActorName(id) : _places.ContainsKey(id) ? PlaceName(id) : _reports.ContainsKey(id) ? Citation(id)
        : Record.Sources.FirstOrDefault(source => source.Id == id) is { } newsroom ? Wording.Line(newsroom.Name) : null;

    /// <summary>Null when no report is dated.</summary>
    public DateOnly? FirstPublished { get; }

    /// <summary>Null when no report is dated.</summary>
    public DateOnly? LastPublished { get; }

    public LedgerClaim Claim(string id) => Find(_claims, id, "claim");
    public Report Report(string id) => Find(_reports, id, "report");
    public Event? Event(string? id) => id is null ? null : _events.GetValueOrDefault(id);
    public Figure? Figure(string? id) => id is null ? null : _figures.GetValueOrDefault(id);

    public IEnumerable<LedgerClaim> Claims(ImmutableArray<string> ids) => ids.Select(Claim);

    /// <summary>Name of an actor; for a figure's subject also plain words, which stand for themselves.</summary>
    public string ActorName(string idOrWords) => Wording.Line(_actors.TryGetValue(idOrWords, out Actor? actor) ? actor.Name : idOrWords);

    public bool IsNamedPerson(string actor) => _actors.TryGetValue(actor, out Actor? known) && known.Kind == ActorKind.Person && known.Name.Contains(' ', StringComparison.Ordinal) && char.IsUpper(known.Name[0]);

    /// <summary>True for what is told in a source's own words only: "X denied that …".</summary>
    public bool IsWorded(Event happening) => happening.Type == EventType.Other && Claims(happening.Claims).Any(claim => claim.Claim.Event?.Lemma.Contains(": ", StringComparison.Ordinal) == true);

    public Actor? Actor(string? id) => id is null ? null : _actors.GetValueOrDefault(id);

    public Dispatch? Dispatch(string? id) => id is null ? null : _dispatches.GetValueOrDefault(id);

    public bool HasReport(string id) => _reports.ContainsKey(id);

    public bool HasClaim(string id) => _claims.ContainsKey(id);

    public Place? Place(string? id) => id is null ? null : _places.GetValueOrDefault(id);

    /// <summary>"near X" where the record is no more exact; empty when there is no place.</summary>
    public string PlaceName(string? id) => Place(id) switch
    {
        null => "",
        { Precision: PlacePrecision.Near } near => $"near {Wording.Line(near.Name)}",
        { } place => Wording.Line(place.Name),
    };

    /// <summary>The name alone, also where the record means its surroundings.</summary>
    public string PlaceNameOnly(string? id) => Place(id) is { } place ? Wording.Line(place.Name) : "";

    /// <summary>The agency that wrote a dispatch, else the outlet that first carried it, else its title.</summary>
    public string Newsroom(string dispatch, string report)
    {
        Report first = _dispatches.TryGetValue(dispatch, out Dispatch? telling) && telling.Reports is [string original, ..] ? Report(original) : Report(report);
        return Wording.Line(telling?.Agency ?? first.Agency ?? first.Outlet ?? Titled(first, 60));
    }

    /// <summary>The title in quotation marks; for a report without one, the input's name without its ending.</summary>
    private static string Titled(Report report, int most) => report.Title is { Length: > 0 } title ? $"“{Wording.Line(title, most)}”" : Wording.Line(InputName(report.Input), most);

    // "2018-10-05-straits-observer.jsonl#3" → "2018-10-05-straits-observer 3"
    private static string InputName(string input)
    {
        int slash = input.LastIndexOfAny(['/', '\\']), hash = input.LastIndexOf('#');
        string name = input[(slash + 1)..(hash > slash ? hash : input.Length)];
        int dot = name.LastIndexOf('.');
        if (dot > 0) name = name[..dot];
        return hash > slash ? $"{name} {input[(hash + 1)..]}" : name;
    }

    /// <summary>Who speaks in a claim, by name: an actor, the words that hide one, or the report itself.</summary>
    public string Speaker(LedgerClaim claim)
    {
        SourceKind kind = claim.Claim.By.Kind;
        string newsroom = Newsroom(claim.Dispatch, claim.Claim.ReportId);
        if (claim.Source is null)
        {
            if (kind == SourceKind.Narration) return $"{newsroom} (own report)";
            return claim.SourceWords is { Length: > 0 } words ? Wording.Uncapped(Wording.Line(words, 80)) : $"a source not named in {newsroom}";
        }
        string name = ActorName(claim.Source);
        bool unnamed = kind is SourceKind.UnnamedOfficial or SourceKind.Eyewitness or SourceKind.Document or SourceKind.Reporter;
        if (!unnamed || claim.SourceWords is not { Length: > 0 } said) return name.StartsWith("A ", StringComparison.Ordinal) || name.StartsWith("An ", StringComparison.Ordinal) ? Wording.Uncapped(name) : name;
        string described = Wording.Uncapped(Wording.Line(said, 80));
        if (described.StartsWith("The ", StringComparison.Ordinal)) described = "the " + described[4..];   // "The Russians": who has no name has no capital article
        // An entry without a name of its own is called by its noun: "a commander in the alliance (commanders)" would say it twice.
        if (!name.Any(char.IsUpper)) return described;
        return described.Contains(name, StringComparison.OrdinalIgnoreCase) || name.Contains(described, StringComparison.OrdinalIgnoreCase)
            ? described : $"{described} ({name})";
    }

    /// <summary>Two claims with one key are one speaker's: reprints share the narration of their dispatch.</summary>
    public static string SpeakerKey(LedgerClaim claim) => claim.Source ?? $"{claim.Dispatch}\u001F{claim.SourceWords}";

    /// <summary>"Title", outlet, day: how a report is cited.</summary>
    public string Citation(string report)
    {
        Report cited = Report(report);
        string title = Wording.Line(cited.Title is { Length: > 0 } named ? named : InputName(cited.Input), 160);
        return $"“{title}”, {Publisher(cited)}, {Wording.Day(cited.Published)}";
    }

    /// <summary>"AOL (Reuters)", "Reuters", or that it is unknown.</summary>
    public static string Publisher(Report report) => Wording.Line((report.Outlet, report.Agency) switch
    {
        ({ } outlet, { } agency) when !string.Equals(outlet, agency, StringComparison.OrdinalIgnoreCase) => $"{outlet} ({agency})",
        ({ } outlet, _) => outlet,
        (null, { } agency) => agency,
        _ => "outlet unknown",
    });

    private static T Find<T>(Dictionary<string, T> all, string id, string what) where T : class =>
        all.TryGetValue(id, out T? found) ? found : throw new InvalidOperationException($"The record names {what} {id} but does not hold it.");
}
