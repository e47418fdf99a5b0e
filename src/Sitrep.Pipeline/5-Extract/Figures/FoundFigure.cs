using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Extract.Figures;

/// <summary>A figure and where it was read.</summary>
/// <param name="At">Token whose clause it belongs to: attribution and factuality are read there.</param>
/// <param name="Event">Index of the event it counts in the list it was found with; -1 when none.</param>
public sealed record FoundFigure(FigureReading Reading, int At, int Event)
{
    /// <summary>True when it counts some of those counted before it in the sentence.</summary>
    public bool Part { get; init; }

    /// <summary>True when the words say that it was counted before what the report counts now: "an earlier toll put the dead at 198".</summary>
    public bool Earlier { get; init; }

    /// <summary>Who counts, where the words of the count say so ("the agency's list", "the agency had counted"); null where only the sentence's source may.</summary>
    public ActorMention? Counter { get; init; }

    /// <summary>The word that makes <see cref="Counter"/> the source; empty without one.</summary>
    public string CounterCue { get; init; } = "";

    /// <summary>Another number that is counted as this one is, with what differs.</summary>
    internal FoundFigure Like(QuantityMention quantity, PlaceMention? place) =>
        this with { Reading = Reading with { Quantity = quantity, Place = place, Revises = null }, Event = -1 };
}
