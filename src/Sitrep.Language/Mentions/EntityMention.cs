using Sitrep.Language.Tokens;

namespace Sitrep.Language.Mentions;

/// <summary>The words by which a mention refers.</summary>
public enum MentionForm : byte
{
    /// <summary>A name, bare or widened to its noun phrase: "Kenya", "the Kenyan Red Cross".</summary>
    Name,
    /// <summary>A phrase around a common noun: "two of our nurses".</summary>
    Nominal,
    /// <summary>A personal pronoun.</summary>
    Pronoun,
}

/// <summary>Words of a sentence that refer to a person, a body or a place. Mentions may lie in each other: "the mayor of Goma" holds "Goma".</summary>
/// <param name="First">First token, counted in the sentence.</param>
/// <param name="End">Just past the last token.</param>
/// <param name="Head">The token that the others hang on.</param>
/// <param name="Kind">Person, Location or Organisation; several persons are an organisation.</param>
public readonly record struct EntityMention(int First, int End, int Head, NameKind Kind, MentionForm Form);
