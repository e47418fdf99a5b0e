using System.Collections.Immutable;
using Sitrep.Model.World;

namespace Sitrep.Model.Record;

/// <summary>What a number does to the one before it in its series.</summary>
public enum SeriesChange
{
    /// <summary>There is none before it.</summary>
    First,
    /// <summary>It is higher.</summary>
    Up,
    /// <summary>It is lower.</summary>
    Down,
    /// <summary>It is the same, told again later.</summary>
    Same,
    /// <summary>It stands beside the one before: another source, and neither gives way.</summary>
    Beside,
    /// <summary>It is said not to be so, for instance by the body it was ascribed to.</summary>
    Denied,
}

/// <summary>One number of a series.</summary>
/// <param name="Figure">Id of a figure.</param>
/// <param name="Day">When it was first said; null when no report of it is dated.</param>
/// <param name="Revises">Id of the figure it replaces; null when none.</param>
/// <param name="BySame">True when the revision comes from a claimant of the earlier number; false from another; null when it revises nothing.</param>
public sealed record SeriesPoint(
    string Figure, DateOnly? Day, long? Low, long? Best, long? High, Qualifier Qualifier, SeriesChange Change, string? Revises, bool? BySame,
    ImmutableArray<string> Claims);

/// <summary>How one number is chosen of several; after eventreport (von Baalen, R package).</summary>
public enum FigureRule
{
    /// <summary>The lowest that anybody gives.</summary>
    Conservative,
    /// <summary>What most claimants give; of equals the one said last.</summary>
    Representative,
    /// <summary>The highest that anybody gives.</summary>
    Informative,
}

/// <summary>A number and the claims that give it.</summary>
/// <param name="Value">Null when nobody sets this end.</param>
public sealed record SeriesEnd(long? Value, ImmutableArray<string> Claims);

/// <summary>A series in three numbers, under one rule.</summary>
public sealed record SeriesRange(FigureRule Rule, SeriesEnd Low, SeriesEnd Best, SeriesEnd High);

/// <summary>All numbers given for one measure of one population in one place, event or story: the ones that may be compared.</summary>
/// <param name="Subject">Id of an actor, or words; null for people in general.</param>
/// <param name="Place">Id of a place; null when it is the whole story's.</param>
/// <param name="Story">Id of the report that stands for the story.</param>
/// <param name="Event">Id of the event counted; null when it counts over several.</param>
/// <param name="Period">First to last day on which numbers of it were said; null when none is dated.</param>
/// <param name="Points">In the order in which they became known.</param>
/// <param name="Ranges">One for each <see cref="FigureRule"/>, over the numbers that nobody has revised or taken back.</param>
/// <param name="Discrepancy">Distinct numbers standing at the same time, less one; 0 when all agree.</param>
/// <param name="PartOf">Id of the series it is a part of ("nine of them children"); null when none.</param>
public sealed record Series(
    string Id, Measure Measure, string? Subject, string? Place, string Story, string? Event, bool Stock, Interval? Period,
    ImmutableArray<SeriesPoint> Points, ImmutableArray<SeriesRange> Ranges, int Discrepancy, string? PartOf);
