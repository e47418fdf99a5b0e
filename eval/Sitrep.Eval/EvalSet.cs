using Sitrep.Eval.Scores;

namespace Sitrep.Eval;

/// <summary>Something that can be measured by name.</summary>
internal sealed record EvalSet(string Name, Func<SetResult> Run);
