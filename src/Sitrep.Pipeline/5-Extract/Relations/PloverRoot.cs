namespace Sitrep.Pipeline.Extract.Relations;

/// <summary>What one party does to another: root codes of PLOVER 1.0 (Halterman et al. 2023), from talk to force.</summary>
public enum PloverRoot
{
#pragma warning disable CS1591 // the codebook defines the words
    Agree, Consult, Support, Cooperate, Aid, Retreat, Request, Accuse, Reject, Threaten, Protest, Sanction, Mobilize, Coerce, Assault,
#pragma warning restore CS1591
}

/// <summary>What a word makes of the relation told below it.</summary>
public enum RelationTurn
{
    /// <summary>Nothing: the word is the relation itself, or only carries it ("hold", "carry out").</summary>
    None,
    /// <summary>It is offered, promised or agreed to.</summary>
    Intend,
    /// <summary>It is threatened.</summary>
    Threaten,
    /// <summary>It is refused, or called off.</summary>
    Refuse,
    /// <summary>It ends or becomes less.</summary>
    Stop,
    /// <summary>It is asked of the other party.</summary>
    Demand,
    /// <summary>It is done by the word's own subject or on its order: what stands below holds, the row's root only where nothing does.</summary>
    Carry,
    /// <summary>It is told about others: what stands below is not the speaker's doing.</summary>
    Blame,
}
