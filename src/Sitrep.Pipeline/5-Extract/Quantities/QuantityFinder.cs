using System.Collections.Immutable;
using Sitrep.Language.Tokens;
using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Extract.Quantities;

/// <summary>A quantity and the tokens it covers (qualifier and number, not the thing counted).</summary>
/// <param name="First">Index of its first token in the sentence.</param>
/// <param name="Last">Index of its last token, inclusive.</param>
public sealed record FoundQuantity(QuantityMention Mention, int First, int Last);

/// <summary>Finds counts in one sentence, not overlapping, in order. Numbers that cannot count people or things (years, dates,
/// ages, money, percentages, measures of length and magnitude, times, ordinals, numbers inside names) are left out.</summary>
public static class QuantityFinder
{
    public static ImmutableArray<FoundQuantity> Find(string text, Sentence sentence) => throw new NotImplementedException();
}
