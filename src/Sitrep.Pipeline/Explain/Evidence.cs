using System.Collections.Immutable;

namespace Sitrep.Pipeline.Explain;

/// <summary>One part of why a claim says what it says: the rule, the row of a word list, the score.</summary>
/// <param name="Topic">One word: "attribution", "event", "place" …</param>
/// <param name="Says">What was decided.</param>
/// <param name="Details">What it rests on, most telling first.</param>
public sealed record Evidence(string Topic, string Says, ImmutableArray<string> Details);
