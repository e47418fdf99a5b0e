using System.Collections.Immutable;

namespace Sitrep.Model.World;

/// <summary>What an actor is.</summary>
public enum ActorKind
{
    /// <summary>A country as a party.</summary>
    State,
    /// <summary>A government or one of its civil bodies.</summary>
    Government,
    /// <summary>Armed forces or police of a state.</summary>
    Military,
    /// <summary>An armed opposition group.</summary>
    RebelGroup,
    /// <summary>An armed group beside a state's forces.</summary>
    Militia,
    /// <summary>A body that watches and counts.</summary>
    Monitor,
    /// <summary>A body of states.</summary>
    Intergovernmental,
    /// <summary>An aid or civil organisation.</summary>
    Ngo,
    /// <summary>An outlet, agency or broadcaster.</summary>
    Media,
    /// <summary>A business.</summary>
    Company,
    /// <summary>One human being.</summary>
    Person,
    /// <summary>People as a group: civilians, residents, a nationality.</summary>
    Population,
    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>A person, force, state, body or outlet that acts or speaks in the reports.</summary>
/// <param name="Aliases">Other names met in the reports, in ordinal order.</param>
/// <param name="MemberOf">Id of the actor it belongs to; null when none is known.</param>
/// <param name="Side">Key of the party it speaks for ("SY" for a state's government, forces and media, else the actor's own id);
/// null when unknown.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code; null when none or unknown.</param>
public sealed record Actor(string Id, string Name, ActorKind Kind, ImmutableArray<string> Aliases, string? MemberOf, string? Side, string? Country);
