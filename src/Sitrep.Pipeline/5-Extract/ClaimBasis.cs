using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Attributions;
using Sitrep.Pipeline.Extract.Events;

namespace Sitrep.Pipeline.Extract;

/// <summary>What a claim was read from: made on demand by reading the report again, never kept.</summary>
/// <param name="By">The attribution that covers the words; null for the report's own narration.</param>
/// <param name="Event">Frame and slots; null for a figure or a fate alone, and for a denial of what was told in an earlier sentence.</param>
/// <param name="At">Token that names the event, figure or fate; -1 when it stands in another sentence.</param>
/// <param name="Inside">What the words themselves do, before the source's own cue; null when they tell nothing as happened or not.</param>
/// <param name="Signs">The words that decided <paramref name="Inside"/>.</param>
public sealed record ClaimBasis(
    Claim Claim, ReadSentence Sentence, FoundAttribution? By, FoundEvent? Event, int At, Stance? Inside, ImmutableArray<FactualitySign> Signs);
