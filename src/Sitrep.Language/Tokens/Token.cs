using Sitrep.Language.Words;

namespace Sitrep.Language.Tokens;

/// <summary>Universal part-of-speech tags (UD v2).</summary>
public enum Upos : byte
{
#pragma warning disable CS1591 // named and defined by Universal Dependencies
    X, Adj, Adp, Adv, Aux, Cconj, Det, Intj, Noun, Num, Part, Pron, Propn, Punct, Sconj, Sym, Verb,
#pragma warning restore CS1591
}

/// <summary>Kinds of names the engine recognises.</summary>
public enum NameKind : byte
{
    /// <summary>Not part of a name.</summary>
    None,
    /// <summary>A person.</summary>
    Person,
    /// <summary>A place.</summary>
    Location,
    /// <summary>An organisation.</summary>
    Organisation,
    /// <summary>Another name (event, work, product).</summary>
    Other,
    /// <summary>A nationality, or a religious or political group: "Kenyan", "Sunni".</summary>
    Group,
}

/// <summary>One syntactic word (UD v2): a word, a clitic ("'s", "n't") or a punctuation mark.</summary>
/// <param name="Start">First UTF-16 character, in the text given to the engine.</param>
/// <param name="End">Just past the last one.</param>
/// <param name="Form">The word as written.</param>
/// <param name="Lemma">Lower case except for proper nouns.</param>
/// <param name="Upos">Universal part of speech.</param>
/// <param name="Head">Index of the governing token in the same sentence; -1 for the root.</param>
/// <param name="Name">Kind of name the token is part of.</param>
/// <param name="NameStart">True for the first token of a name.</param>
public readonly record struct Token(int Start, int End, string Form, string Lemma, Upos Upos, int Head, NameKind Name, bool NameStart)
{
    private readonly byte _penn, _relation;

    /// <summary>A token with its tag and relation by name.</summary>
    public Token(int start, int end, string form, string lemma, Upos upos, string penn, int head, string relation, NameKind name, bool nameStart)
        : this(start, end, form, lemma, upos, head, name, nameStart) => (_penn, _relation) = (Inventory.PennId(penn), Inventory.RelationId(relation));

    /// <summary>Penn Treebank tag: tense and number are read from it.</summary>
    public string Penn
    {
        get => Inventory.PennOf(_penn);
        init => _penn = Inventory.PennId(value);
    }

    /// <summary>UD v2 basic dependency relation, with subtype: "nsubj:pass", "obl".</summary>
    public string Relation
    {
        get => Inventory.RelationOf(_relation);
        init => _relation = Inventory.RelationId(value);
    }
}

/// <summary>One sentence: its tokens in order, with their tree.</summary>
/// <param name="Start">First character of the first token.</param>
/// <param name="End">Just past the last token.</param>
public sealed record Sentence(int Start, int End, Token[] Tokens)
{
    /// <summary>Morphological features per token, worked out when asked for: tense, number, voice and the others of UD v2.</summary>
    public Morphology[] Morphology()
    {
        Morphology[] features = [.. Tokens.Select(token => Words.Morphology.Of(token.Form, token.Lemma, token.Upos, token.Penn))];
        ClauseFeatures.Settle(Tokens, features);
        return features;
    }
}
