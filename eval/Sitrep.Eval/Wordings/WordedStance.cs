using Sitrep.Model.Record;

namespace Sitrep.Eval.Wordings;

/// <summary>A sentence in which somebody affirms, denies, doubts or expects something, and what must come out of it.</summary>
/// <param name="Types">Types of event in the record's words, any of which is right.</param>
/// <param name="Sources">Whose word it may be, as written; null among them: the report's own.</param>
internal sealed record WordedStance(string Text, string[] Types, Stance Stance, string Actor, string Place, string?[] Sources);
