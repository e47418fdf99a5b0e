using System.Globalization;
using Sitrep.Language.Tokens;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Relations;

/// <summary>Tells what one party of a sentence does to another: the word that joins them on the tree, and what stands above it
/// ("agreed to", "refused to", "called for") or below it ("launched an investigation").</summary>
/// <remarks>The turns of CAMEO's higher roots (Schrodt 2012: intent, demand, threat, reduction) are worked out of the word below and the word above, not listed one by one.</remarks>
public sealed class RelationReader(ReadingLexicon lexicon)
{
    /// <summary>Words walked down from a verb to what it is about: "agreed to resume talks" is three.</summary>
    private const int DepthMax = 6;

    /// <summary>Null when the sentence joins the two by no listed word.</summary>
    /// <param name="source">Words of who acts, in the text of the tree.</param>
    /// <param name="target">Words of whom it concerns.</param>
    public PloverRoot? Between(Tree tree, TextSpan source, TextSpan target) => Above(tree, source) ?? Above(tree, target) ?? Read(tree, tree.Root, DepthMax);

    /// <summary>From a party up: the nearest word that says more than who it is.</summary>
    private PloverRoot? Above(Tree tree, TextSpan party)
    {
        int first = -1, last = -1;
        for (int at = 0; at < tree.Count; at++)
        {
            if (tree[at].Start >= party.End || tree[at].End <= party.Start) continue;
            if (first < 0) first = at;
            last = at;
        }
        if (first < 0) return null;
        int top = first;
        for (int at = first; at <= last; at++) if (tree.Head(at) is var head && (head < first || head > last)) { top = at; break; }
        int child = top;
        for (int at = tree.Head(top), steps = 0; at >= 0 && steps < tree.Count; child = at, at = tree.Head(at), steps++)
        {
            PloverRoot? found = IsSubject(tree, child) || tree[at].Upos is not Upos.Noun ? Read(tree, at, DepthMax) : OfWord(tree, at)?.Root;
            if (found is null) continue;
            return Governed(tree, at, found.Value);
        }
        return null;
    }

    /// <summary>What verbs above make of a relation: "agreed to …", "said it will …" with the party named in the clause below.</summary>
    private PloverRoot Governed(Tree tree, int at, PloverRoot found)
    {
        for (int steps = 0; steps < DepthMax; steps++)
        {
            int head = tree.Head(at);
            if (head < 0 || !(tree.Is(at, "xcomp") || tree.Is(at, "ccomp") || tree.Is(at, "obj") || tree.Is(at, "acl") && tree[at].Relation != "acl:relcl")) return found;
            if (OfWord(tree, head) is { Turn: not RelationTurn.None } word) found = Turned(word.Turn, found, tree, head);
            at = head;
        }
        return found;
    }

    private PloverRoot? Read(Tree tree, int at, int depth)
    {
        if (depth == 0) return null;
        RelationWord? word = OfWord(tree, at);
        PloverRoot? below = word is { Turn: RelationTurn.None, Root: not null } ? word.Root : Below(tree, at, depth) ?? word?.Root;
        if (below is not { } found) return Unnamed(tree, at);
        if (word is { Turn: not RelationTurn.None }) found = Turned(word.Turn, found, tree, at);
        return Mooded(tree, at, found);
    }

    /// <summary>A clause with no listed word: "must do more" still asks, "will not be" still refuses.</summary>
    private static PloverRoot? Unnamed(Tree tree, int at)
    {
        (bool future, bool duty) = Modals(tree, at);
        return duty ? PloverRoot.Request : future && Factuality.IsNegated(tree, at) ? PloverRoot.Reject : null;
    }

    /// <summary>What the words below a verb or noun tell: its object, its complement, then what it does it with or for.</summary>
    private PloverRoot? Below(Tree tree, int at, int depth)
    {
        foreach (string relation in Order)
        {
            foreach (int child in tree.Children(at))
            {
                if (!tree.Is(child, relation)) continue;
                if (relation == "nsubj" && (tree[child].Upos != Upos.Noun || OfWord(tree, child) is null)) continue;
                if (Read(tree, child, depth - 1) is { } found) return found;
            }
        }
        return null;
    }

    private static readonly string[] Order = ["obj", "xcomp", "ccomp", "obl", "nmod", "compound", "advcl", "acl", "conj", "nsubj", "parataxis"];

    private RelationWord? OfWord(Tree tree, int at)
    {
        FramePos? pos = tree[at].Upos switch { Upos.Verb => FramePos.Verb, Upos.Noun or Upos.Propn => FramePos.Noun, Upos.Adj => FramePos.Adj, _ => null };
        if (pos is not { } known) return null;
        foreach (RelationWord word in lexicon.Relations.For(tree[at].Lemma.ToLowerInvariant(), known)) if (word.With.IsEmpty || Has(tree, at, word, 2)) return word;
        return null;
    }

    private static bool Has(Tree tree, int at, RelationWord word, int depth)
    {
        foreach (int child in tree.Children(at))
        {
            if (tree.Is(child, "nsubj") && !tree[child].Relation.EndsWith(":pass", StringComparison.Ordinal) || IsDay(tree, child)) continue;
            if (word.With.Contains(tree[child].Lemma.ToLowerInvariant()) || depth > 1 && Has(tree, child, word, depth - 1)) return true;
        }
        return false;
    }

    // "on Monday", "in June": its preposition is none of the verb's.
    private static bool IsDay(Tree tree, int at) => tree.Is(at, "obl") && tree[at].Upos is Upos.Propn or Upos.Num && (Enum.TryParse(tree[at].Form, out DayOfWeek _) || tree.Relation(at).EndsWith("tmod") || DateTimeFormatInfo.InvariantInfo.MonthNames.Contains(tree[at].Form));

    private static bool IsSubject(Tree tree, int at) => tree.Is(at, "nsubj") || tree.Is(at, "csubj");

    /// <summary>Negation, future and obligation of the word's own clause.</summary>
    private static PloverRoot Mooded(Tree tree, int at, PloverRoot found)
    {
        (bool future, bool duty) = Modals(tree, at);
        if (Factuality.IsNegated(tree, at)) return IsCooperative(found) ? PloverRoot.Reject : found;
        if (duty) return PloverRoot.Request;
        return future ? Turned(RelationTurn.Intend, found, tree, at) : found;
    }

    private static (bool Future, bool Duty) Modals(Tree tree, int at)
    {
        bool future = false, duty = false;
        foreach (int child in tree.Children(at))
        {
            if (!tree.Is(child, "aux")) continue;
            string form = tree[child].Form.ToLowerInvariant();
            future |= form is "will" or "wo" or "'ll" or "’ll" or "shall" or "would" or "may" or "might" or "could";
            duty |= form is "must" or "should" or "ought";
        }
        return (future, duty);
    }

    private static PloverRoot Turned(RelationTurn turn, PloverRoot found, Tree tree, int at) => turn switch
    {
        RelationTurn.Intend when found == PloverRoot.Support => found,
        RelationTurn.Intend => IsCooperative(found) ? PloverRoot.Agree : IsForceful(found) ? PloverRoot.Threaten : found,
        RelationTurn.Threaten => PloverRoot.Threaten,
        RelationTurn.Refuse => PloverRoot.Reject,
        RelationTurn.Stop => IsCooperative(found) && found != PloverRoot.Retreat ? PloverRoot.Sanction : PloverRoot.Retreat,
        RelationTurn.Demand when found == PloverRoot.Accuse => found,
        RelationTurn.Demand => IsForceful(found) && tree.Children(at).Any(child => tree.Preposition(child) == "for") && found is not PloverRoot.Mobilize ? PloverRoot.Threaten : PloverRoot.Request,
        RelationTurn.Blame => PloverRoot.Accuse,
        _ => found,
    };

    /// <summary>Quadrants 1 and 2 of PLOVER.</summary>
    private static bool IsCooperative(PloverRoot root) => root is PloverRoot.Agree or PloverRoot.Consult or PloverRoot.Support or PloverRoot.Cooperate or PloverRoot.Aid or PloverRoot.Retreat;

    /// <summary>Quadrant 4 of PLOVER.</summary>
    private static bool IsForceful(PloverRoot root) => root >= PloverRoot.Protest;
}
