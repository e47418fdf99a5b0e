using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Corroborate.Rulings;
using Sitrep.Pipeline.Resolve;

namespace Sitrep.Pipeline.Corroborate.Events;

/// <remarks>What analysts ruled on events, applied behind the matching: only the groups that a ruling names are made anew.</remarks>
public sealed partial class EventLedger
{
    private readonly List<EventGroup> _rejected = [];
    private readonly Dictionary<string, string> _partOf = new(StringComparer.Ordinal);

    /// <summary>All events, also those an analyst rejected.</summary>
    public IEnumerable<EventGroup> All => _groups.Concat(_rejected);

    /// <summary>Splits, merges and rejects; once, when all claims are placed and the rulings on claims are applied.</summary>
    public void Apply(RulingFold rulings)
    {
        var rejected = new HashSet<string>(StringComparer.Ordinal);
        foreach (Ruling ruling in rulings.On('e'))
        {
            EventGroup? group = ruling.Verb == RulingVerb.Split ? Split(ruling) : Find(ruling.Target, ruling.Claims);
            if (group is null)
            {
                rulings.Miss(ruling);
                continue;
            }
            if (ruling.Verb == RulingVerb.Merge)
            {
                if (Find(ruling.Other ?? "", ruling.OtherClaims) is not { } other)
                {
                    rulings.Miss(ruling);
                    continue;
                }
                if (group.Expected != other.Expected)
                {
                    rulings.Refuse(ruling, "one of the two events is now only expected and the other said to have happened");
                    continue;
                }
                if (group != other) group = Merge(group, other);
            }
            if (ruling.Verb == RulingVerb.Reject) rejected.Add(group.Id);
            else if (ruling.Verb == RulingVerb.Accept) rejected.Remove(group.Id);
            rulings.Land(ruling, group.Id);
        }
        SetAside(rejected, rulings);
    }

    private void SetAside(HashSet<string> rejected, RulingFold rulings)
    {
        bool changed = _partOf.Count > 0;
        foreach (EventGroup group in _groups.ToArray())
        {
            ResolvedClaim[] kept = [.. group.Claims.Where(claim => !rulings.Rejects(claim.Claim.Id))];
            if (kept.Length == group.Claims.Count && !rejected.Contains(group.Id)) continue;
            changed = true;
            if (kept.Length == 0 || rejected.Contains(group.Id))
            {
                rulings.Reject(group.Claims.Select(claim => claim.Claim.Id));
                _groups.Remove(group);
                _rejected.Add(group);
                continue;
            }
            Replace(group, group.With(kept, [.. group.Claims.Except(kept)]));
        }
        if (changed) Reindex();
    }

    /// <returns>The event that its claims now make; null when none of them is in the record.</returns>
    private EventGroup? Split(Ruling ruling)
    {
        HashSet<string> wanted = [.. ruling.Claims];
        ResolvedClaim[] taken = [.. _groups.SelectMany(group => group.Claims).Where(claim => wanted.Contains(claim.Claim.Id))];
        if (taken.Length == 0) return null;
        EventGroup[] from = [.. _groups.Where(group => group.Claims.Any(taken.Contains))];
        // All that is left of the event, or all that is known of it by a day: nothing to take it out of.
        if (from is [EventGroup whole] && whole.Claims.Count == taken.Length) return whole;
        foreach (EventGroup group in from)
        {
            ResolvedClaim[] rest = [.. group.Claims.Except(taken)];
            if (rest.Length == 0) _groups.Remove(group);
            else Replace(group, group.With(rest, []));
        }
        EventGroup own = new EventGroup(taken[0], StableId.Of('e', ["split", .. ruling.Claims]), from[0].Number).With(taken, []);
        _groups.Insert(_groups.FindIndex(group => group.Number >= own.Number) is var at and >= 0 ? at + 1 : _groups.Count, own);
        File(own);
        _partOf[own.Id] = own.Id;
        return own;
    }

    private EventGroup Merge(EventGroup into, EventGroup from)
    {
        EventGroup whole = into.With([.. into.Claims, .. from.Claims], []);
        Replace(into, whole);
        _groups.Remove(from);
        _partOf[from.Id] = into.Id;
        return whole;
    }

    private void Replace(EventGroup old, EventGroup now)
    {
        _groups[_groups.IndexOf(old)] = now;
        File(now);
    }

    private void File(EventGroup group)
    {
        foreach (ResolvedClaim claim in group.Claims) _eventOf[claim.Claim.Id] = group.Id;
    }

    // By its id, by what it became part of, or as the event that most of its claims are of now.
    private EventGroup? Find(string id, IReadOnlyCollection<string> claims)
    {
        var met = new HashSet<string>(StringComparer.Ordinal);
        while (met.Add(id) && _partOf.TryGetValue(id, out string? whole)) id = whole;
        return _groups.Find(group => group.Id == id)
            ?? claims.Where(_eventOf.ContainsKey).GroupBy(claim => _eventOf[claim], StringComparer.Ordinal).OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal)
                .Select(same => _groups.Find(group => group.Id == same.Key)).FirstOrDefault();
    }

    private void Reindex()
    {
        _index = new EventIndex(_families, _ties, _parties);
        foreach (EventGroup group in _groups) foreach (ResolvedClaim claim in group.Claims) _index.Note(group, claim);
    }
}
