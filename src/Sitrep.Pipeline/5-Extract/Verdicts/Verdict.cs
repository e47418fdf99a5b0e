using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Extract.Verdicts;

/// <summary>A judgement inside one sentence on what somebody told: "the claim that the town fell is a lie".</summary>
/// <param name="Effect">What it does to what was told.</param>
/// <param name="Word">Token that judges.</param>
/// <param name="Judge">Token that heads who judges; -1: whoever says the sentence.</param>
/// <param name="Told">Token of the noun or pronoun for what was told; -1 when the clause stands by itself ("it is a lie that …").</param>
/// <param name="Content">For each token whether it belongs to what was told; none does where the judgement goes back to what stands before.</param>
public sealed record Verdict(Stance Effect, int Word, int Judge, int Told, bool[] Content)
{
    /// <summary>Token that heads who told it; -1 when nobody is named.</summary>
    public int Teller { get; init; } = -1;

    /// <summary>Verb by which the teller tells it inside the judgement ("falsely claimed"); -1: none.</summary>
    public int Saying { get; init; } = -1;

    /// <summary>What was told stands in the same sentence before this token; -1: it stands in the judgement or in a sentence before.</summary>
    public int Before { get; init; } = -1;

    /// <summary>True for a telling that nobody judges: "the rebels' claim that …", "allegations that …".</summary>
    public bool IsBare { get; init; }

    public bool HasContent => Array.IndexOf(Content, true) >= 0;
}
