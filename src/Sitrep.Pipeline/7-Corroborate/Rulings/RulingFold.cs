using System.Collections.Immutable;
using System.Globalization;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Corroborate.Rulings;

/// <summary>Analysts' rulings while a fold applies them: which count, where each landed, what is rejected, what could not be carried out.</summary>
/// <remarks>Claims are grouped as if nobody had ruled; rulings then change the groups they name and no other. So a ruling moves no other event, and ids stay.</remarks>
/// <param name="partial">True for a record as of a day: a target that is not in it may become known later, and is then no problem.</param>
public sealed class RulingFold(IReadOnlyList<Ruling> rulings, bool partial)
{
    private readonly Dictionary<long, long> _undoneBy = Undone(rulings);
    private readonly Dictionary<long, string> _on = [];
    private readonly Dictionary<string, Ruling> _grades = new(StringComparer.Ordinal);
    private readonly HashSet<string> _rejected = new(StringComparer.Ordinal);
    private readonly List<Problem> _problems = [];

    /// <summary>Those that count, in the order they were made.</summary>
    public IEnumerable<Ruling> InForce => rulings.Where(ruling => ruling.Verb != RulingVerb.Undo && !_undoneBy.ContainsKey(ruling.Sequence));

    /// <summary>Those in force whose target is of one kind.</summary>
    /// <param name="kind">First letter of its id, see <see cref="Model.Text.StableId"/>.</param>
    public IEnumerable<Ruling> On(char kind) => InForce.Where(ruling => ruling.Target.StartsWith(kind));

    public ImmutableArray<Problem> Problems => [.. _problems];

    /// <summary>True when the claim counts for nothing.</summary>
    public bool Rejects(string claimId) => _rejected.Contains(claimId);

    /// <summary>The last ruling that grades it, A to F for a source, 1 to 6 for a claim, an event or a figure; null when nobody did. Asked when it has landed.</summary>
    public Ruling? GradingOf(string id) => _grades.GetValueOrDefault(id);

    public void Reject(IEnumerable<string> claimIds) => _rejected.UnionWith(claimIds);

    /// <summary>The ruling was carried out on this thing.</summary>
    public void Land(Ruling ruling, string id)
    {
        _on[ruling.Sequence] = id;
        if (ruling is { Verb: RulingVerb.Grade, Value: not null }) _grades[id] = ruling;
    }

    /// <summary>Its target is not there.</summary>
    public void Miss(Ruling ruling)
    {
        if (partial) return;
        _problems.Add(Problem(ruling, ReasonCode.RulingWithoutTarget, "its target is no longer in the record, so it changes nothing; find out with 'sitrep rulings' what it was on, and rule anew or undo it"));
    }

    /// <summary>Its target is there, and it cannot be carried out.</summary>
    public void Refuse(Ruling ruling, string why) => _problems.Add(Problem(ruling, ReasonCode.RulingNotPossible, $"{why}; it changes nothing; rule anew or undo it"));

    /// <summary>Lands what is on single things of the record that no ruling changes, and what is on claims.</summary>
    /// <param name="claims">Ids of the claims of the record.</param>
    /// <param name="others">Ids of its actors, newsrooms, places and reports.</param>
    public void ApplyToClaims(IReadOnlySet<string> claims, IReadOnlySet<string> others)
    {
        foreach (Ruling ruling in InForce)
        {
            bool onClaim = ruling.Target.StartsWith('c');
            if (ruling.Target.StartsWith('e') || ruling.Target.StartsWith('f')) continue;   // their ledgers know where these are now
            if (!(onClaim ? claims : others).Contains(ruling.Target))
            {
                Miss(ruling);
                continue;
            }
            Land(ruling, ruling.Target);
            if (!onClaim) continue;
            if (ruling.Verb == RulingVerb.Reject) _rejected.Add(ruling.Target);
            else if (ruling.Verb == RulingVerb.Accept) _rejected.Remove(ruling.Target);
        }
    }

    /// <summary>The places as they stand in the record: where an analyst put one, it lies there. Names and ids stay, and nothing that was matched by places is matched anew.</summary>
    public ImmutableArray<Place> Placed(ImmutableArray<Place> places)
    {
        var ruled = new Dictionary<string, RuledPlace>(StringComparer.Ordinal);
        foreach (Ruling ruling in On('p').Where(ruling => ruling.Verb == RulingVerb.Place))
        {
            if (RuledPlace.Parse(ruling.Value) is { } where) ruled[ruling.Target] = where;      // the last one counts
        }
        return ruled.Count == 0 ? places : [.. places.Select(place => ruled.TryGetValue(place.Id, out RuledPlace? where) ? At(place, where) : place)];
    }

    private static Place At(Place place, RuledPlace where) => place with
    {
        Latitude = where.Latitude,
        Longitude = where.Longitude,
        Country = where.Country,
        Admin1 = where.Admin1,
        GeonamesId = where.GeonamesId,
        Precision = where.RadiusKm switch { <= 5 => PlacePrecision.Town, <= 20 => PlacePrecision.Near, <= 45 => PlacePrecision.Area, < RuledPlace.RadiusMaxKm => PlacePrecision.Region, _ => PlacePrecision.Country },
    };

    public ImmutableArray<AppliedRuling> Close() =>
        [.. rulings.Select(ruling => new AppliedRuling(ruling, _undoneBy.TryGetValue(ruling.Sequence, out long by) ? by : null, _on.GetValueOrDefault(ruling.Sequence)))];

    // From the last to the first: an undo that was undone undoes nothing.
    private static Dictionary<long, long> Undone(IReadOnlyList<Ruling> rulings)
    {
        var undone = new Dictionary<long, long>();
        foreach (Ruling undo in rulings.Reverse().Where(ruling => ruling.Verb == RulingVerb.Undo))
        {
            if (undone.ContainsKey(undo.Sequence)) continue;
            if (long.TryParse(undo.Target, NumberStyles.None, CultureInfo.InvariantCulture, out long target) && target < undo.Sequence) undone.TryAdd(target, undo.Sequence);
        }
        return undone;
    }

    private static Problem Problem(Ruling ruling, ReasonCode code, string what) => new(
        string.Create(CultureInfo.InvariantCulture, $"ruling {ruling.Sequence}"), null, code,
        string.Create(CultureInfo.InvariantCulture, $"ruling {ruling.Sequence} ({ruling.Verb.ToString().ToLowerInvariant()} {ruling.Target}, by {ruling.Author}): {what}."), SetAside: false);
}
