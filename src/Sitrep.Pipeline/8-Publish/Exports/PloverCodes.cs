using Sitrep.Model.Record;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Publish.Exports;

/// <summary>PLOVER's lists: types by quad, modes by type, sectors, contexts (the current manual).</summary>
internal static class PloverCodes
{
    public static readonly IReadOnlyDictionary<string, string> Quads = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AGREE"] = "VERBAL COOPERATION",
        ["CONSULT"] = "VERBAL COOPERATION",
        ["SUPPORT"] = "VERBAL COOPERATION",
        ["CONCEDE"] = "VERBAL COOPERATION",
        ["COOPERATE"] = "MATERIAL COOPERATION",
        ["AID"] = "MATERIAL COOPERATION",
        ["RETREAT"] = "MATERIAL COOPERATION",
        ["REQUEST"] = "VERBAL CONFLICT",
        ["ACCUSE"] = "VERBAL CONFLICT",
        ["REJECT"] = "VERBAL CONFLICT",
        ["THREATEN"] = "VERBAL CONFLICT",
        ["PROTEST"] = "MATERIAL CONFLICT",
        ["SANCTION"] = "MATERIAL CONFLICT",
        ["MOBILIZE"] = "MATERIAL CONFLICT",
        ["COERCE"] = "MATERIAL CONFLICT",
        ["ASSAULT"] = "MATERIAL CONFLICT",
    };

    /// <summary>Types that have modes, and these.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Modes = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["CONSULT"] = ["visit", "third-party", "multilateral", "phone"],
        ["RETREAT"] = ["withdraw", "release", "disarm", "ceasefire", "access", "resign"],
        ["REQUEST"] = ["assist", "change", "yield", "meet"],
        ["REJECT"] = ["assist", "change", "yield", "meet"],
        ["ACCUSE"] = ["disapprove", "investigate", "allege"],
        ["THREATEN"] = ["restrict", "arrest", "relations", "expel", "territory", "violence"],
        ["PROTEST"] = ["demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"],
        ["SANCTION"] = ["convict", "expel", "withdraw", "discontinue"],
        ["MOBILIZE"] = ["troops", "weapons", "police", "militia"],
        ["COERCE"] = ["seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber"],
        ["ASSAULT"] = ["abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional"],
    };

    /// <summary>The sector of an actor; a person has that of the body they belong to.</summary>
    public static string Sector(Actor actor, Func<string, Actor?> actorOf) => actor.Kind switch
    {
        ActorKind.State or ActorKind.Government => "GOV",
        ActorKind.Military => "MIL",
        ActorKind.RebelGroup => "REB",
        ActorKind.Militia => "PRM",
        ActorKind.Monitor or ActorKind.Ngo => "SOC",
        ActorKind.Media => "JRN",
        ActorKind.Company => "BUS",
        ActorKind.Population => "CVL",
        ActorKind.Person when actor.MemberOf is { } body && actorOf(body) is { Kind: not ActorKind.Person } known => Sector(known, actorOf),
        _ => "UNK",
    };

    /// <summary>Contexts that the type of an event alone tells.</summary>
    public static string[] Contexts(EventType type) => type switch
    {
        EventType.Capture or EventType.Withdrawal or EventType.Siege or EventType.Holding => ["military", "territory"],
        EventType.Clash or EventType.Strike or EventType.Bombing or EventType.Attack or EventType.Movement or EventType.Surrender or EventType.Ceasefire => ["military"],
        EventType.Displacement => ["migration"],
        EventType.Aid => ["human_security"],
        EventType.Meeting or EventType.Agreement => ["diplomatic"],
        _ => [],
    };

    /// <summary>How exactly a place is known: 5 below the city, 4 city, 3 district, 2 province, 1 country.</summary>
    public static int Resolution(PlacePrecision precision) => precision switch
    {
        PlacePrecision.Town => 4,
        PlacePrecision.Near or PlacePrecision.Area => 3,
        PlacePrecision.Region => 2,
        _ => 1,
    };
}
