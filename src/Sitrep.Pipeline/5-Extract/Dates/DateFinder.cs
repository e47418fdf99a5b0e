using System.Collections.Immutable;
using Sitrep.Language.Tokens;
using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Extract.Dates;

/// <summary>A date expression and the tokens it covers.</summary>
/// <param name="First">Index of its first token in the sentence.</param>
/// <param name="Last">Index of its last token, inclusive.</param>
public sealed record FoundDate(DateMention Mention, int First, int Last);

/// <summary>Finds date expressions in one sentence, longest first, not overlapping, in order.</summary>
public static class DateFinder
{
    public static ImmutableArray<FoundDate> Find(string text, Sentence sentence) => throw new NotImplementedException();
}
