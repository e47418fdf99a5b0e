using System.Collections.Frozen;
using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Makes "it was the rebels who shelled the market" the clause that it stands for: the rebels shelled it.</summary>
/// <remarks>What the sentence says is in the relative clause; "it was" only puts somebody in front. So who is set against him ("the rebels, not the army, who …") did nothing, and "it was not
/// the rebels who …" denies that they did.</remarks>
internal sealed class CleftRepair(FrozenSet<string> doers)
{
    /// <summary>Most tokens from who is put in front to the relative word: an aside or another party may stand between.</summary>
    private const int ReachMax = 14;

    public Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int it = 0; it + 3 < sentence.Tokens.Length; it++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (Cleft(tokens, it) is not var (front, relative)) continue;
            mended ??= (Token[])tokens.Clone();
            Straighten(mended, it, front, relative);
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>Who stands in front, and the relative word behind; null where "it" means something that was told of.</summary>
    private (int Front, int Relative)? Cleft(Token[] tokens, int it)
    {
        if (tokens[it].Form is not ("it" or "It") || tokens[it + 1] is not { Lemma: "be", Penn: "VBD" or "VBZ" } || tokens[it + 1].Head is not (>= 0 and var front) || front <= it + 1 || tokens[it].Head != front) return null;
        if (!IsDoer(tokens, front)) return null;
        for (int at = front + 1; at < tokens.Length && at - front <= ReachMax; at++)
        {
            if (tokens[at] is not { Form: "who" or "that" or "which", Relation: "nsubj" or "nsubj:pass" } || tokens[at].Head is not (>= 0 and var clause) || clause < at) continue;
            return tokens[clause].Relation is "acl:relcl" or "acl" or "parataxis" or "advcl" && Trees.IsUnder(tokens, clause, front) ? (front, at) : null;
        }
        return null;
    }

    // "It was a blow that …", "it was in the north that …": no doer.
    private bool IsDoer(Token[] tokens, int front)
    {
        bool named = tokens[front].Upos == Upos.Propn || tokens[front].Upos == Upos.Pron && tokens[front].Penn == "PRP" || tokens[front].Lemma == "other" || tokens[front].Upos == Upos.Noun && (doers.Contains(tokens[front].Lemma) || doers.Contains(tokens[front].Lemma.TrimEnd('s')));
        return named && !Array.Exists(tokens, token => token.Head == front && (token.Relation == "case" && token.Penn != "POS" || token is { Relation: "det", Lemma: "a" or "an" }));
    }

    private static void Straighten(Token[] tokens, int it, int front, int relative)
    {
        int clause = tokens[relative].Head;
        (int above, string relation, string subject) = (tokens[front].Head, tokens[front].Relation, tokens[relative].Relation);
        int doer = Enumerable.Range(front, relative - front).FirstOrDefault(at => (at == front || IsOther(tokens, front, at)) && !IsNegated(tokens, at), -1);
        for (int at = 0; at < tokens.Length; at++)
        {
            if (tokens[at].Head != front || at == clause) continue;
            bool aside = at > front && tokens[at].Relation is "parataxis" or "advcl" or "punct";
            if (aside) tokens[at] = tokens[at] with { Head = clause };
            // Who is set against the doer is named, and does nothing.
            else if (IsOther(tokens, front, at) && at != doer && (doer != front || IsNegated(tokens, at))) tokens[at] = tokens[at] with { Head = clause, Relation = "dep" };
        }
        if (doer < 0)
        {
            doer = front;
            int not = Array.FindIndex(tokens, token => token.Head == front && token.Lemma is "not" or "n't");
            if (not >= 0) tokens[not] = tokens[not] with { Head = clause };
        }
        else if (doer != front) tokens[front] = tokens[front] with { Head = clause, Relation = "dep" };
        tokens[it] = tokens[it] with { Head = clause, Relation = "expl" };
        tokens[it + 1] = tokens[it + 1] with { Head = clause, Relation = "dep" };
        tokens[relative] = tokens[relative] with { Head = clause, Relation = "mark", Upos = Upos.Sconj };
        tokens[clause] = tokens[clause] with { Head = above, Relation = relation };
        tokens[doer] = tokens[doer] with { Head = clause, Relation = subject };
    }

    private static bool IsOther(Token[] tokens, int front, int at) => tokens[at].Head == front && at > front && tokens[at].Relation is "conj" or "appos" && tokens[at].Upos is Upos.Noun or Upos.Propn or Upos.Pron;

    private static bool IsNegated(Token[] tokens, int at) => Array.Exists(tokens, token => token.Head == at && token.Lemma is "not" or "n't");
}
