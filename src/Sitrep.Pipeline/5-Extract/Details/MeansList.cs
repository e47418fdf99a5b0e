using System.Collections.Frozen;
using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Extract.Details;

/// <summary>The words of <c>data/means.tsv</c>: with what people are killed, and what brings it about.</summary>
public sealed class MeansList
{
    private readonly FrozenDictionary<(string, char), string> _means;

    private MeansList(FrozenDictionary<(string, char), string> means) => _means = means;

    public static MeansList Load(DataFolder data) =>
        new(data.Rows("means.tsv", "word", "class", "means").ToFrozenDictionary(row => (row[0], row[1][0]), row => row[2]));

    /// <summary>The means that a token names, with the one before it ("air strikes") or its particle ("gunned down"); null when it names none.</summary>
    public string? Of(Tree tree, int token)
    {
        if (Class(tree[token].Upos) is not { } kind) return null;
        string lemma = tree[token].Lemma.ToLowerInvariant();
        if (token > 0 && Of($"{tree[token - 1].Lemma.ToLowerInvariant()}_{lemma}", kind) is { } compound) return compound;
        int particle = tree.Child(token, "compound");
        if (particle > token && Of($"{lemma}_{tree[particle].Lemma.ToLowerInvariant()}", kind) is { } phrase) return phrase;
        return Of(lemma, kind) ?? Of(tree[token].Form.ToLowerInvariant(), kind);
    }

    private string? Of(string word, char kind) => _means.GetValueOrDefault((word, kind));

    private static char? Class(Upos upos) => upos switch { Upos.Noun or Upos.Propn => 'n', Upos.Verb => 'v', Upos.Adj => 'a', _ => null };
}
