using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Extract.Actors;

/// <summary>"X, which has 1,500 troops in the country": the troops are X's, and they are not in X.</summary>
internal static class Senders
{
    /// <summary>The token of who has, sent or keeps the troops at the token; -1 when nobody does.</summary>
    public static int Of(Tree tree, int troops, WordSets words)
    {
        // "has hundreds of soldiers": what was sent are the hundreds.
        int counted = tree[troops].Relation == "nmod" && tree.Preposition(troops) == "of" && tree.Head(troops) is >= 0 and var number && words.Has(WordSet.CountedPart, tree[number].Lemma) ? number : troops;
        if (!tree.Is(counted, "obj") || tree.Head(counted) is not (>= 0 and var verb) || verb > counted || !words.Has(WordSet.Stations, tree[verb].Lemma) || tree.Child(verb, "nsubj") is not (>= 0 and var sender)) return -1;
        return tree[sender].Penn is "WDT" or "WP" ? tree.Is(verb, "acl") ? tree.Head(verb) : -1 : tree[sender].Upos is Upos.Propn or Upos.Noun ? sender : -1;
    }
}
