using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Extract.Events.Words;

/// <summary>Gathers who did what a word names, to whom it was done, and what else hangs on it.</summary>
/// <param name="own">Tokens of the word itself, which are no part of it.</param>
internal sealed class PartCollector(Tree tree, int[] own)
{
    public HashSet<string> Doers { get; } = new(StringComparer.Ordinal);
    public HashSet<string> Targets { get; } = new(StringComparer.Ordinal);
    public HashSet<string> Others { get; } = new(StringComparer.Ordinal);
    public bool Negated { get; private set; }

    public void Read(int head)
    {
        foreach (int child in own.SelectMany(at => (IEnumerable<int>)tree.Children(at)).Distinct()) if (!own.Contains(child)) ReadChild(head, child);
        int governor = tree.Head(head);
        if (governor < 0) return;
        if (tree.Is(head, "acl")) Take(IsPassive(head) ? Targets : Doers, governor);
        // A second verb and a clause without a subject have that of the verb they hang on.
        if (Doers.Count > 0 || !(tree.Is(head, "conj") || tree.Is(head, "xcomp") || tree.Is(head, "advcl"))) return;
        foreach (int child in tree.Children(governor))
        {
            if (tree[child].Relation == "nsubj:pass") Take(Targets, child);
            else if (tree.Is(child, "nsubj")) Take(Doers, child);
        }
    }

    private void ReadChild(int head, int child)
    {
        ReadOnlySpan<char> relation = tree.Relation(child);
        string full = tree[child].Relation;
        if (full == "nsubj:pass" || relation is "obj") Take(Targets, child);
        else if (relation is "nsubj" or "csubj") Take(Doers, child);
        else if (relation is "obl" or "nmod" or "iobj")
        {
            string preposition = tree.Preposition(child);
            Take(full is "obl:agent" or "nmod:poss" || preposition == "by" ? Doers : relation is "nmod" && preposition == "of" ? Targets : Others, child);
        }
        else if (relation is "compound" && full != "compound:prt" && tree[head].Upos is Upos.Noun or Upos.Propn) Take(Others, child);
        else if (relation is "amod") Others.Add(EventWordReader.Fold(tree[child].Lemma));
        else if (relation is "advmod" && tree[child].Lemma is "not" or "never") Negated = true;
    }

    private bool IsPassive(int head) => tree[head].Penn == "VBN" || tree.Children(head).Any(child => tree[child].Relation == "nsubj:pass");

    private void Take(HashSet<string> into, int token)
    {
        if (own.Contains(token)) return;
        into.Add(EventWordReader.Fold(tree[token].Lemma));
        foreach (int child in tree.Children(token)) if (!own.Contains(child) && (tree.Is(child, "flat") || tree.Is(child, "conj") || tree[child].Relation == "compound")) into.Add(EventWordReader.Fold(tree[child].Lemma));
    }
}
