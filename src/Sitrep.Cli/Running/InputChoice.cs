namespace Sitrep.Cli.Running;

/// <summary>What to read, and how.</summary>
/// <param name="Paths">Files, folders, patterns, addresses or <c>-</c>; may be empty when there is a store.</param>
/// <param name="Follow">Fetch the pages behind entries of feeds that have no text of their own.</param>
/// <param name="Progress">Tell how far the run is although no person looks.</param>
/// <param name="Reader">Reads each report after the built-in reader; null: nobody does.</param>
internal sealed record InputChoice(IReadOnlyList<string> Paths, bool Follow = false, bool Progress = false, ReaderChoice? Reader = null)
{
    /// <summary>Fold as if no analyst had ruled.</summary>
    public bool WithoutRulings { get; init; }
}
