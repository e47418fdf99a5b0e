using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Resolve;

namespace Sitrep.Pipeline.Corroborate;

/// <summary>Who stands with whom, as far as the reports tell: by side, by membership, and by acting together.</summary>
public sealed class Parties
{
    private readonly IReadOnlyDictionary<string, Actor> _actors;
    private readonly HashSet<(string, string)> _together = [];
    private readonly HashSet<(string, string)> _against = [];
    private readonly Dictionary<string, HashSet<string>> _enemies = new(StringComparer.Ordinal);

    public Parties(IReadOnlyDictionary<string, Actor> actors, IEnumerable<ResolvedClaim> claims)
    {
        _actors = actors;
        foreach (Actor actor in actors.Values)
        {
            if (actor.Side is not { } own) continue;
            foreach (SideEvidence told in actor.SideBasis.Where(told => told.Ground == SideGround.Told && told.Side != own)) _together.UnionWith([(own, told.Side), (told.Side, own)]);
        }
        foreach (ResolvedClaim claim in claims)
        {
            string[] doers = [.. claim.In(RoleKind.Actor).Concat(claim.In(RoleKind.With)).Select(SideOf).OfType<string>().Distinct(StringComparer.Ordinal)];
            // Two that fight "between" them are both actors of the fight.
            bool fight = claim.Claim.Event?.Type is EventType.Clash or EventType.Meeting or EventType.Agreement or EventType.Ceasefire;
            foreach (string one in doers) foreach (string other in doers) if (one != other && !fight) _together.Add((one, other));
            if (claim.Claim.Event?.Type is not (EventType.Capture or EventType.Clash or EventType.Attack or EventType.Strike or EventType.Siege or EventType.Bombing)) continue;
            foreach (string target in claim.In(RoleKind.Target).Select(SideOf).OfType<string>())
            {
                foreach (string one in doers.Where(one => one != target)) Oppose(one, target);
            }
        }
    }

    private void Oppose(string one, string other)
    {
        foreach ((string from, string to) in new[] { (one, other), (other, one) })
        {
            _against.Add((from, to));
            if (!_enemies.TryGetValue(from, out HashSet<string>? enemies)) _enemies.Add(from, enemies = new HashSet<string>(StringComparer.Ordinal));
            enemies.Add(to);
        }
    }

    /// <summary>True when the reports tell of the side and the actor as fighting each other, and of neither as backing the other.</summary>
    public bool AreEnemies(string side, string actor) => SideOf(actor) is { } other && other != side && _against.Contains((side, other)) && !_together.Contains((side, other));

    /// <summary>True when the reports tell of the two as acting together, or of one as backing the other.</summary>
    public bool AreAllies(string side, string actor) => SideOf(actor) is { } other && (_together.Contains((side, other)) && !_against.Contains((side, other)));

    /// <summary>True for an actor whose side fights somebody in the reports.</summary>
    public bool Fights(string actor) => SideOf(actor) is { } side && _enemies.ContainsKey(side);

    /// <summary>True for "people", "others": words that name nobody in particular.</summary>
    public bool IsBare(string actor) => _actors.TryGetValue(actor, out Actor? known) && known.Kind is ActorKind.Population or ActorKind.Other && known.Name.Length > 0 && !char.IsUpper(known.Name[0]);

    /// <summary>True for somebody with a name of his own: what befalls him is told of nobody else.</summary>
    public bool IsNamedPerson(string actor) => _actors.TryGetValue(actor, out Actor? known) && known.Kind == ActorKind.Person && known.Name.Length > 0 && char.IsUpper(known.Name[0]) && known.Name.Contains(' ', StringComparison.Ordinal);

    /// <summary>True for a storm that has a name of its own.</summary>
    public bool IsNamedThing(string thing) => _actors.TryGetValue(thing, out Actor? known) && known.Name.Split(' ') is [.., { Length: > 0 } last] && char.IsUpper(last[0]);

    public bool SameSide(string one, string other) => one == other || SideOf(one) is { } side && side == SideOf(other) || Belongs(one, other) || Belongs(other, one);

    /// <summary>True when the two are parties of different sides that nobody tells of acting together.</summary>
    public bool Opposed(string one, string other)
    {
        if (SameSide(one, other) || SideOf(one) is not { } first || SideOf(other) is not { } second || !IsParty(one) || !IsParty(other)) return false;
        if (_against.Contains((first, second))) return true;
        // Two armed groups may be one under two names ("the insurgents"); a state's forces and others are not, unless they fight one enemy.
        bool statal = IsOfStates(one, first) || IsOfStates(other, second);
        return statal && !_together.Contains((first, second)) && (IsNamed(one) || IsRebels(one)) && (IsNamed(other) || IsRebels(other)) && !HaveCommonEnemy(first, second);
    }

    /// <summary>True when both name parties and no party of one is of the side of any of the other.</summary>
    public bool Opposed(IReadOnlyCollection<string> ones, IReadOnlyCollection<string> others) =>
        ones.Count > 0 && others.Count > 0 && ones.Any(one => others.Any(other => Opposed(one, other))) && !ones.Any(one => others.Any(other => SameSide(one, other)));

    /// <summary>True for one side, and for two armed groups of which one is not called by a name: "the militants" may be any of them.</summary>
    public bool MayBeOne(string one, string other) => SameSide(one, other) || IsArmedGroup(one) && IsArmedGroup(other) && !(IsProper(one) && IsProper(other)) && !Opposed(one, other);

    private bool IsArmedGroup(string actor) => _actors.TryGetValue(actor, out Actor? known) && known.Kind is ActorKind.RebelGroup or ActorKind.Militia;

    // "Islamist militants" ends in a common noun.
    private bool IsProper(string actor) => _actors.TryGetValue(actor, out Actor? known) && known.Name.Split(' ', '-')[^1] is { Length: > 0 } last && char.IsUpper(last[0]);

    private bool Belongs(string member, string body) => _actors.TryGetValue(member, out Actor? known) && known.MemberOf == body;

    /// <summary>Only those who can hold ground are party to holding it.</summary>
    private bool IsParty(string actor) => _actors.TryGetValue(actor, out Actor? known) && known.Kind is ActorKind.State or ActorKind.Government or ActorKind.Military or ActorKind.RebelGroup or ActorKind.Militia or ActorKind.Intergovernmental;

    // "His fighters" may be anybody's.
    private bool IsNamed(string actor) => _actors.TryGetValue(actor, out Actor? known) && (known.Side is { Length: 2 } || known.Name.Length > 0 && char.IsUpper(known.Name[known.Name.IndexOf('-', StringComparison.Ordinal) is 2 and var article ? article + 1 : 0]));   // "al-Shabaab"

    // "Rebels", "armed groups", whoever they are, are no state's; whose "fighters" are nobody can tell.
    private bool IsRebels(string actor) => _actors.TryGetValue(actor, out Actor? known) && known.Kind == ActorKind.RebelGroup && known.MemberOf is null && !known.Name.EndsWith("fighters", StringComparison.OrdinalIgnoreCase);

    // A state's, or of a body of states: peacekeepers who enter a town are not the rebels who took it.
    private bool IsOfStates(string actor, string side) => side.Length == 2 || _actors.TryGetValue(actor, out Actor? known) && known.Kind == ActorKind.Intergovernmental;

    private bool HaveCommonEnemy(string one, string other) => _enemies.TryGetValue(one, out HashSet<string>? own) && _enemies.TryGetValue(other, out HashSet<string>? theirs) && own.Overlaps(theirs);

    private string? SideOf(string actor) => _actors.TryGetValue(actor, out Actor? known) ? known.Side : null;
}
