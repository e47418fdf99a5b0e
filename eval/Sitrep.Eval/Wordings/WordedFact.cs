namespace Sitrep.Eval.Wordings;

/// <summary>One sentence and what was put into it.</summary>
/// <param name="Types">Types of event in the record's words, any of which is right.</param>
/// <param name="Day">Null where the sentence gives no time.</param>
/// <param name="Source">Null where nobody is said to tell it.</param>
internal sealed record WordedFact(string Text, string[] Types, string Actor, string Place, string? Day, string? Source);
