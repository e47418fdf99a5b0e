using System.Collections.Frozen;

namespace Sitrep.Eval.Trees;

/// <summary>The features that the CoNLL 2018 shared task compares: those that Universal Dependencies defined for all languages then.</summary>
internal static class UniversalFeatures
{
    private static readonly FrozenSet<string> Names =
        "PronType NumType Poss Reflex Foreign Abbr Gender Animacy Number Case Definite Degree VerbForm Mood Tense Aspect Voice Evident Polarity Person Polite".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <returns>The features of a FEATS column that count, sorted; empty when there is none.</returns>
    public static string Of(string column) => string.Join('|', column.Split('|').Where(feature => Names.Contains(feature.Split('=')[0])).Order(StringComparer.Ordinal));
}
