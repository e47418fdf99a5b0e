using System.Collections.Frozen;
using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Extract.Second;

/// <summary>The words a model may choose from: those of the record, spelt as there.</summary>
internal static class Vocabulary
{
    public static FrozenDictionary<string, EventType> Types { get; } = Of<EventType>();

    public static FrozenDictionary<string, Measure> Measures { get; } = Of<Measure>();

    public static FrozenDictionary<string, Stance> Stances { get; } = Of<Stance>();

    /// <summary>The words in the order of the record's contract, for the instruction.</summary>
    public static string List<T>() where T : struct, Enum => string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant()));

    // Not Enum.Parse: it takes numbers for names.
    private static FrozenDictionary<string, T> Of<T>() where T : struct, Enum => Enum.GetValues<T>().ToFrozenDictionary(value => value.ToString().ToLowerInvariant(), StringComparer.Ordinal);
}
