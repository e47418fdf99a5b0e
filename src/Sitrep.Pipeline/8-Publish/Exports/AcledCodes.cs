using Sitrep.Model.Record;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Publish.Exports;

/// <summary>ACLED's lists: event types in rank order, disorder types, interaction codes (codebook of 2024).</summary>
internal static class AcledCodes
{
    public const string Battles = "Battles", Protests = "Protests", Riots = "Riots", Remote = "Explosions/Remote violence", Civilians = "Violence against civilians", Strategic = "Strategic developments";
    public const string Clash = "Armed clash", Regains = "Government regains territory", Overtakes = "Non-state actor overtakes territory", NonViolent = "Non-violent transfer of territory";

    /// <summary>Event type → its sub-event types.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Types = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [Battles] = [Regains, Overtakes, Clash],
        [Protests] = ["Excessive force against protesters", "Protest with intervention", "Peaceful protest"],
        [Riots] = ["Violent demonstration", "Mob violence"],
        [Remote] = ["Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Grenade"],
        [Civilians] = ["Sexual violence", "Attack", "Abduction/forced disappearance"],
        [Strategic] = ["Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Headquarters or base established", "Looting/property destruction", NonViolent, "Other"],
    };

    /// <summary>Interaction codes 1 to 8; the number is the place in the list and one.</summary>
    public static readonly string[] Interactions =
        ["State forces", "Rebel group", "Political militia", "Identity militia", "Rioters", "Protesters", "Civilians", "External/Other forces"];

    public static string Disorder(string type, string subType) => type switch
    {
        Strategic => "Strategic developments",
        Protests when subType == "Excessive force against protesters" => "Political violence; Demonstrations",
        Riots when subType == "Mob violence" => "Political violence; Demonstrations",
        Protests or Riots => "Demonstrations",
        _ => "Political violence",
    };

    /// <summary>What an actor is to ACLED in one country; empty when the record does not say what it is.</summary>
    public static string Interaction(Actor actor, string? country, Func<string, Actor?> actorOf)
    {
        // A person acts for the body they belong to.
        if (actor.Kind == ActorKind.Person) return actor.MemberOf is { } body && actorOf(body) is { Kind: not ActorKind.Person } known ? Interaction(known, country, actorOf) : "Civilians";
        return actor.Kind switch
        {
            ActorKind.State or ActorKind.Government or ActorKind.Military => actor.Country is null || country is null || actor.Country == country ? "State forces" : "External/Other forces",
            ActorKind.RebelGroup => "Rebel group",
            ActorKind.Militia => "Political militia",
            ActorKind.Intergovernmental => "External/Other forces",
            ActorKind.Population or ActorKind.Ngo or ActorKind.Media or ActorKind.Company or ActorKind.Monitor => "Civilians",
            _ => "",
        };
    }

    /// <summary>"Rebel group-Civilians": the pair in the order of its codes; "Protesters only" for one alone; empty when neither is known.</summary>
    public static string Pair(string one, string other)
    {
        int first = Array.IndexOf(Interactions, one), second = Array.IndexOf(Interactions, other);
        if (first < 0 && second < 0) return "";
        if (first < 0 || second < 0) return $"{Interactions[Math.Max(first, second)]} only";
        return $"{Interactions[Math.Min(first, second)]}-{Interactions[Math.Max(first, second)]}";
    }

    /// <summary>Types told of stretches of days: each day that a source names is a row.</summary>
    public static bool Lasts(EventType type) => type is EventType.Clash or EventType.Siege or EventType.Attack or EventType.Strike or EventType.Protest;
}
