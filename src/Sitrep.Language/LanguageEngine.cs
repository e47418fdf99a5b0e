using Sitrep.Language.Tokens;

namespace Sitrep.Language;

/// <summary>English analysis: text in; sentences, tokens, tags, lemmas, dependency trees and names out.</summary>
/// <remarks>Immutable after loading; safe to share between threads.</remarks>
public sealed class LanguageEngine
{
    /// <summary>Loads the models from a folder.</summary>
    /// <exception cref="InvalidDataException">A model is missing or differs from the manifest.</exception>
    public static LanguageEngine Load(string modelFolder) => throw new NotImplementedException(modelFolder);

    /// <summary>Analyses one paragraph.</summary>
    /// <param name="text">The whole text; offsets in the result count in it.</param>
    /// <param name="start">First character to read.</param>
    /// <param name="end">Just past the last character to read. No sentence crosses a paragraph.</param>
    public IReadOnlyList<Sentence> Analyze(string text, int start, int end) => throw new NotImplementedException();
}
