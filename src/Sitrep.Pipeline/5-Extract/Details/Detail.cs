using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Text;

namespace Sitrep.Pipeline.Extract.Details;

/// <summary>What two tellings of one thing may tell differently.</summary>
public enum DetailField
{
    /// <summary>Where.</summary>
    Place,
    /// <summary>When.</summary>
    Date,
    /// <summary>Who did it.</summary>
    Actor,
    /// <summary>Who was killed, hurt, held or hit.</summary>
    Group,
    /// <summary>With what, or through what.</summary>
    Cause,
}

/// <summary>One thing a report tells, and the words that tell it.</summary>
/// <param name="Span">In the clean text.</param>
/// <param name="Key">The same for words that mean the same: "IS" and "Islamic State", "air strike" and "raid".</param>
public sealed record Detail(DetailField Field, TextSpan Span, string Words, string Key)
{
    /// <summary>True for "people", "residents" and the like, which tell nobody who they are.</summary>
    public bool IsAnybody { get; init; }
}

/// <summary>One count a report gives of the killed, the hurt, the missing and so on.</summary>
/// <param name="Subject">Key of who was counted; empty for people in general.</param>
/// <param name="Sentence">Span of its sentence in the clean text.</param>
public sealed record CountDetail(Measure Measure, QuantityMention Quantity, string Subject, TextSpan Sentence)
{
    /// <summary>Keys of the names in its sentence that may say where or of what it was counted; parties, countries and days are left out.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>True for "another five", "three more" after a count of the same measure: it was added to that one.</summary>
    public bool IsAdded { get; init; }

    /// <summary>True for what "has cost 136 lives since July 11": a sum over more than the incident.</summary>
    public bool IsTotal { get; init; }

    /// <summary>True for what the report says was counted earlier: it repeats it and does not hold it.</summary>
    public bool IsEarlier { get; init; }
}

/// <summary>What one report tells, thing by thing, in the order of its words.</summary>
/// <param name="Words">Every word of the body with its place.</param>
/// <param name="LeadNames">Keys of the names in the sentences up to the first that counts: what the report is about.</param>
public sealed record TellingDetails(string ReportId, ImmutableArray<Detail> Details, ImmutableArray<CountDetail> Counts, ImmutableArray<(TextSpan Span, string Word)> Words, ImmutableArray<string> LeadNames);
