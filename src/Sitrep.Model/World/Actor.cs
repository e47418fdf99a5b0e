using System.Collections.Immutable;
using Sitrep.Model.Text;

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
public sealed record Actor(string Id, string Name, ActorKind Kind, ImmutableArray<string> Aliases, string? MemberOf, string? Side, string? Country)
{
    /// <summary>Why it is of that side, and whom the reports tell of as backing it or as its master; empty for those who stand alone.</summary>
    public ImmutableArray<SideEvidence> SideBasis { get; init; } = [];
}

/// <summary>What makes an actor speak for a party.</summary>
public enum SideGround
{
    /// <summary>The list of actors says so.</summary>
    Listed,
    /// <summary>It is a body of a state: its forces, its government, its state media.</summary>
    State,
    /// <summary>It belongs to another actor, or holds an office in it.</summary>
    Member,
    /// <summary>A report says so: "Iran-backed", "the armed wing of", "loyal to".</summary>
    Told,
}

/// <summary>Why an actor is of a side.</summary>
/// <param name="Side">Key of the party.</param>
/// <param name="Words">The words that say so, or the row of the list.</param>
/// <param name="Report">Id of the report that says so; null for a list.</param>
/// <param name="Span">The words in the report's clean text; null for a list.</param>
public sealed record SideEvidence(SideGround Ground, string Side, string Words, string? Report, TextSpan? Span);
