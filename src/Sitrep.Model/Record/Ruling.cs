namespace Sitrep.Model.Record;

/// <summary>What an analyst decided. Rulings are appended, never changed; an undo is another ruling.</summary>
/// <param name="Sequence">Position in the list, from 1.</param>
/// <param name="At">Coordinated Universal Time, as given by who made it.</param>
/// <param name="Verb">accept, reject, merge, split, grade, comment or undo.</param>
/// <param name="Target">Id of what is ruled on.</param>
public sealed record Ruling(long Sequence, DateTimeOffset At, string Author, string Verb, string Target, string Reason);
