namespace Sitrep.Pipeline.Extract.Lexicon;

/// <summary>Words of the data files ("rebel-group") as enum values.</summary>
public static class Spelling
{
    /// <exception cref="InvalidDataException">The word names no value.</exception>
    public static T Parse<T>(string word) where T : struct, Enum =>
        Enum.TryParse(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out T value) ? value
            : throw new InvalidDataException($"'{word}' is no {typeof(T).Name}; expected one of {string.Join(", ", Enum.GetNames<T>())}.");
}
