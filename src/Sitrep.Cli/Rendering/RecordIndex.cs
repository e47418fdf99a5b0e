using Sitrep.Cli.Usage;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.World;

namespace Sitrep.Cli.Rendering;

/// <summary>A record by id and by name.</summary>
internal sealed class RecordIndex(SituationRecord record)
{
    private readonly Dictionary<string, Report> _reports = record.Reports.ToDictionary(report => report.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, Actor> _actors = record.Actors.ToDictionary(actor => actor.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, Place> _places = record.Places.ToDictionary(place => place.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, Event> _events = record.Events.ToDictionary(happening => happening.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, LedgerClaim> _claims = record.Claims.ToDictionary(claim => claim.Claim.Id, StringComparer.Ordinal);

    public SituationRecord Record => record;

    public Report Report(string id) => _reports[id];

    public Event? Event(string id) => _events.GetValueOrDefault(id);

    public IEnumerable<LedgerClaim> Claims(IEnumerable<string> ids) => ids.Select(id => _claims[id]);

    /// <summary>The name behind an id; words that are no id stand for themselves.</summary>
    public string Actor(string? id) => id is null ? "-" : _actors.TryGetValue(id, out Actor? actor) ? actor.Name : id;

    public string Place(string? id) => id is null ? "no place" : _places.TryGetValue(id, out Place? place) ? place.Name : id;

    /// <summary>What a claim is about, in a few words.</summary>
    public string About(LedgerClaim claim)
    {
        if (_events.TryGetValue(claim.About, out Event? happening)) return happening.Summary;
        Figure? figure = record.Figures.FirstOrDefault(figure => figure.Id == claim.About);
        return figure is not null ? FigureText.Of(figure, this) : Actor(claim.About);
    }

    /// <summary>The one thing meant: by id, by the start of an id, or by a name.</summary>
    /// <exception cref="Failure">Nothing or several things are meant.</exception>
    public static T Find<T>(string kind, string wanted, IReadOnlyList<T> all, Func<T, string> id, Func<T, IEnumerable<string>> names)
    {
        T[] hits = [.. all.Where(one => id(one) == wanted)];
        if (hits.Length == 0) hits = [.. all.Where(one => names(one).Any(name => string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase)))];
        if (hits.Length == 0 && wanted.Length > 1) hits = [.. all.Where(one => id(one).StartsWith(wanted, StringComparison.Ordinal))];
        if (hits.Length == 1) return hits[0];
        if (hits.Length > 1)
        {
            throw new Failure($"'{wanted}' means {hits.Length} of the {kind}s: {string.Join(", ", hits.Take(8).Select(Label))}{(hits.Length > 8 ? ", …" : "")}. Give more of the id.");
        }
        string? near = Spelling.Closest(wanted, all.SelectMany(one => names(one).Append(id(one))));
        string hint = near is not null ? $"did you mean '{near}'?"
            : all.Count > 0 ? $"expected one of {Wording.Count(all.Count, "id")}, for example {Label(all[0])}." : $"the record has no {kind} at all.";
        throw new Failure($"No {kind} '{wanted}' in the record; {hint}");

        string Label(T one) => names(one).FirstOrDefault() is { } name ? $"{id(one)} ({name})" : id(one);
    }
}
