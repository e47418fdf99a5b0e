using Sitrep.Model.Text;

namespace Sitrep.Pipeline.Extract.Details;

/// <summary>Tells doer from sufferer where no event frame does, by how a party's words hang on the tree.</summary>
internal static class PartyPart
{
    /// <returns><see cref="DetailField.Actor"/> or <see cref="DetailField.Group"/>; null when the tree says neither.</returns>
    public static DetailField? Of(ReadSentence sentence, TextSpan party)
    {
        Tree tree = sentence.Tree;
        int head = -1;
        for (int i = 0; i < tree.Count && head < 0; i++)
        {
            if (Inside(i) && (tree.Head(i) < 0 || !Inside(tree.Head(i)))) head = i;
        }
        if (head < 0 || tree.Head(head) < 0) return null;
        if (sentence.Quantities.Any(quantity => quantity.Last < head && tree.Head(quantity.Last) == head)) return DetailField.Group;   // who is counted
        string full = tree[head].Relation;
        ReadOnlySpan<char> relation = tree.Relation(head);
        if (full == "nsubj:pass" || relation is "obj") return DetailField.Group;
        if (relation is "nsubj" || full is "obl:agent") return DetailField.Actor;
        return tree.Preposition(head) switch
        {
            "by" => DetailField.Actor,
            "against" or "on" or "of" or "among" => DetailField.Group,
            _ => relation is "compound" or "amod" or "nmod" ? DetailField.Actor : null,
        };

        bool Inside(int token) => tree[token].Start >= party.Start && tree[token].End <= party.End;
    }
}
