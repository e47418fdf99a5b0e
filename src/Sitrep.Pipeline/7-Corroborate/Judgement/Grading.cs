namespace Sitrep.Pipeline.Corroborate.Judgement;

/// <summary>An analyst's grade, which stands above the rules' own.</summary>
/// <param name="Target">Id of a source (then <paramref name="Grade"/> is a letter A to F), or of an event or a figure (then a digit 1 to 6).</param>
/// <param name="Sequence">Position of the ruling in the list of rulings; the later one counts.</param>
public sealed record Grading(string Target, string Grade, long Sequence);
