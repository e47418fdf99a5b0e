using System.Collections.Immutable;

namespace Sitrep.Model.Reports;

/// <summary>How one report depends on another.</summary>
public enum CopyRelation
{
    /// <summary>The same text, give or take edits.</summary>
    Reprint,
    /// <summary>A part of it.</summary>
    Excerpt,
    /// <summary>It, and more written later by the same newsroom.</summary>
    Update,
    /// <summary>Stitched together from sentences of several reports.</summary>
    Patchwork,
}

/// <summary><paramref name="Report"/> copies from <paramref name="Of"/>.</summary>
/// <param name="Report">Id of the copy.</param>
/// <param name="Of">Id of what it was copied from.</param>
/// <param name="Overlap">Share of the copy's word shingles that stand in the other, 0 to 1.</param>
public sealed record CopyLink(string Report, string Of, CopyRelation Relation, double Overlap);

/// <summary>One telling by one newsroom, however many outlets carry it.</summary>
/// <param name="Agency">Null when no wire is known.</param>
/// <param name="Reports">Ids, the original first, then by date and id.</param>
public sealed record Dispatch(string Id, string? Agency, ImmutableArray<string> Reports, ImmutableArray<CopyLink> Links);
