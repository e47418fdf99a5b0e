using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Events;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Quantities;

namespace Sitrep.Pipeline.Extract.Figures;

/// <summary>A number of the sentence and the figure read from it.</summary>
internal sealed record ReadNumber(FoundQuantity Quantity, FoundFigure Figure)
{
    public Measure Measure => Figure.Reading.Measure;

    /// <summary>The same number, read otherwise.</summary>
    public ReadNumber As(FigureReading reading) => this with { Figure = Figure with { Reading = reading } };
}

/// <summary>One number of a sentence, with all that may be asked while it is read.</summary>
/// <param name="Thing">What it stands with.</param>
/// <param name="All">Every number of the sentence and what it stands with, this one too.</param>
/// <param name="Events">What the sentence tells of.</param>
/// <param name="Memory">What the report counted before.</param>
/// <param name="Before">What was read from the numbers before it in the sentence.</param>
internal sealed record NumberAt(
    ReadSentence Sentence, FoundQuantity Quantity, CountedThing Thing, IReadOnlyList<(FoundQuantity Quantity, CountedThing Thing)> All,
    IReadOnlyList<FoundEvent> Events, FigureMemory Memory, IReadOnlyList<ReadNumber> Before)
{
    public Tree Tree => Sentence.Tree;

    /// <summary>The first word behind it; may be past the last.</summary>
    public int Next => Quantity.Last + 1;

    public bool CountsPeople => Thing.Kind == CountedKind.People;

    /// <summary>It stands alone or with people, so that it may go on from a count before it.</summary>
    public bool MayGoOn => Thing.IsBare || CountsPeople;

    /// <summary>Its value; null when it has only an upper bound.</summary>
    public long? Value => ValueOf(Quantity);

    public static long? ValueOf(FoundQuantity quantity) => quantity.Mention.Best ?? quantity.Mention.Low;

    /// <summary>What was read right before it, no more than <paramref name="words"/> words away; null when nothing was.</summary>
    public ReadNumber? Close(int words) => Before is [.., var last] && Quantity.First - last.Quantity.Last <= words ? last : null;

    /// <summary>The same, when people were counted that something had befallen.</summary>
    public ReadNumber? CloseCount(int words) => Close(words) is { Measure: not Measure.Fighters and not Measure.Other } last ? last : null;
}
