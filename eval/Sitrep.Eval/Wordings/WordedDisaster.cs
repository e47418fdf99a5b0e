namespace Sitrep.Eval.Wordings;

/// <summary>A report of a disaster, and what must come out of it.</summary>
/// <param name="Kinds">Kinds of disaster in the record's words, any of which is right; empty among them: none known.</param>
/// <param name="Day">Null where no day of the disaster is told.</param>
/// <param name="Source">Who tells the first sentence, as written; null when the report does.</param>
/// <param name="Told">False where the report need tell of no disaster by itself.</param>
internal sealed record WordedDisaster(string Text, string[] Kinds, string Place, DateOnly? Day, bool Expected, bool Told, string? Source, DisasterCount[] Counts);

/// <summary>One figure of a <see cref="WordedDisaster"/>.</summary>
/// <param name="Source">Who tells it, as written; null when the report does.</param>
/// <param name="Needed">False for what may come out and need not.</param>
internal sealed record DisasterCount(WordedCount Count, string Place, string? Source, bool Needed);
