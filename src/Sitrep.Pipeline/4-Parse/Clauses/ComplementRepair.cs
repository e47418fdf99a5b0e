using System.Collections.Frozen;
using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Gives verbs and adjectives what they govern: "plans to withdraw", "denied having ordered the attack", "denied bombing the theatre in X", "it is not clear whether …", "expect the group to return".</summary>
/// <param name="aims">Verbs for what somebody means to do: "plan", "vow".</param>
/// <param name="askers">Verbs that are followed by somebody and what he is to do.</param>
/// <param name="doers">Nouns for those who can do something.</param>
internal sealed class ComplementRepair(FrozenSet<string> aims, FrozenSet<string> askers, FrozenSet<string> doers, WordSets words)
{
    public Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int at = 1; at < sentence.Tokens.Length; at++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            int head = tokens[at].Head;
            if (head < 0 || head >= at) continue;
            // A finite verb is described by nothing: the infinitive is what it plans.
            if (tokens[at] is { Upos: Upos.Verb, Relation: "acl" } && tokens[head] is { Upos: Upos.Verb, Penn: "VBZ" or "VBP" or "VBD" } && tokens[at - 1].Penn == "TO")
            {
                (mended ??= (Token[])tokens.Clone())[at] = tokens[at] with { Relation = "xcomp" };
            }
            else if (tokens[at] is { Upos: Upos.Verb, Penn: "VB", Relation: "acl" } && tokens[at - 1].Penn == "TO" && head == at - 2 && tokens[head] is { Relation: "obj", Head: >= 0 and var asking } && asking < head && askers.Contains(tokens[asking].Lemma) && doers.Contains(tokens[head].Lemma))
            {
                (mended ??= (Token[])tokens.Clone())[at] = tokens[at] with { Head = asking, Relation = "xcomp" };
            }
            // "accused the air force of bombing a camp, killing 20": what the bombing did, and not the accusing.
            else if (tokens[at] is { Penn: "VBG", Relation: "advcl" } && tokens[at - 1].Form == "," && tokens[head].Lemma is "accuse" or "suspect" && Array.FindIndex(tokens, head + 1, at - head - 1, token => token is { Penn: "VBG", Relation: "advcl" or "acl" } && (token.Head == head || token.Head >= 0 && tokens[token.Head].Relation == "obj" && tokens[token.Head].Head == head)) is > 0 and var charged)
            {
                (mended ??= (Token[])tokens.Clone())[at] = tokens[at] with { Head = charged };
            }
            // "to allow displaced people to return": nothing is displaced by it, people are allowed.
            else if (tokens[at] is { Penn: "VBN", Relation: "xcomp" } && head == at - 1 && words.Has(WordSet.Lets, tokens[head].Lemma) && at + 1 < tokens.Length && tokens[at + 1] is { Upos: Upos.Noun, Relation: "obj" } && tokens[at + 1].Head == at)
            {
                mended ??= (Token[])tokens.Clone();
                for (int below = at + 2; below < tokens.Length; below++) if (tokens[below].Head == at) mended[below] = tokens[below] with { Head = head };
                mended[at + 1] = tokens[at + 1] with { Head = head };
                mended[at] = tokens[at] with { Head = at + 1, Relation = "amod" };
            }
            // "detaining fleeing civilians": those who flee are detained, and nobody flees them
            else if (tokens[at] is { Penn: "VBG", Relation: "xcomp" or "advcl" } && head == at - 1 && words.Has(WordSet.Intransitive, tokens[at].Lemma) && at + 1 < tokens.Length && tokens[at + 1] is { Penn: "NNS", Relation: "obj" } && tokens[at + 1].Head == at && doers.Contains(tokens[at + 1].Lemma))
            {
                mended ??= (Token[])tokens.Clone();
                for (int below = at + 2; below < tokens.Length; below++) if (tokens[below].Head == at) mended[below] = tokens[below] with { Head = head };
                mended[at + 1] = tokens[at + 1] with { Head = head };
                mended[at] = tokens[at] with { Head = at + 1, Relation = "amod" };
            }
            // "threatened to shell X"
            else if (tokens[at] is { Penn: "VB", Relation: "advcl" } && head == at - 2 && tokens[at - 1].Form == "to" && tokens[at - 1].Head == at && tokens[head].Upos == Upos.Verb && aims.Contains(tokens[head].Lemma) && !Trees.Has(tokens, head, "aux:pass") && !Trees.Has(tokens, head, "obj"))
            {
                mended ??= (Token[])tokens.Clone();
                mended[at - 1] = tokens[at - 1] with { Upos = Upos.Part, Penn = "TO", Relation = "mark" };
                mended[at] = tokens[at] with { Relation = "xcomp" };
                if (tokens[head].Penn == "VBN" && !Trees.Has(tokens, head, "aux")) mended[head] = tokens[head] with { Penn = "VBD" };
            }
            else if (Gerund(tokens, at, head) is { } governed) mended = governed;
            else if (tokens[at] is { Relation: "mark", Lemma: "whether" }) continue;
            else if (tokens[at] is { Upos: Upos.Verb, Relation: "advcl" } && tokens[head].Upos is Upos.Adj or Upos.Verb && Array.Exists(tokens, token => token.Head == at && token is { Relation: "mark", Lemma: "whether" }))
            {
                (mended ??= (Token[])tokens.Clone())[at] = tokens[at] with { Relation = "ccomp" };
            }
            else if (tokens[at] is { Upos: Upos.Verb, Penn: "VBD" or "VBN" } && tokens[at - 1] is { Form: "having" } && tokens[at - 1].Upos != Upos.Aux && tokens[at - 1].Head == at)
            {
                mended ??= (Token[])tokens.Clone();
                mended[at - 1] = tokens[at - 1] with { Upos = Upos.Aux, Lemma = "have", Relation = "aux" };
                mended[at] = tokens[at] with { Penn = "VBN", Relation = tokens[at].Relation == "ccomp" ? "xcomp" : tokens[at].Relation };
            }
            else if (tokens[at] is { Upos: Upos.Verb, Penn: "VBG", Relation: "obj" or "xcomp" } && tokens[head].Upos == Upos.Verb && Array.FindIndex(tokens, at, token => token.Head == at && token.Relation == "obj") is > 0 and var direct)
            {
                mended ??= (Token[])tokens.Clone();
                mended[at] = tokens[at] with { Relation = "xcomp" };
                // Where the theatre stood that was bombed is not where that was denied.
                int place = Array.FindIndex(tokens, direct, token => token is { Upos: Upos.Propn, Relation: "obl" } && token.Head == head);
                if (place == direct + 2 && tokens[direct + 1] is { Relation: "case", Lemma: "in" or "at" or "near" or "outside" or "inside" }) mended[place] = tokens[place] with { Head = at };
            }
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>"denied seizing X", "denied having overrun X", with X hung on the denial or on the "having": what stands right behind the gerund is its object; null where no sentence reads so.</summary>
    private static Token[]? Gerund(Token[] tokens, int at, int head)
    {
        bool having = tokens[at] is { Form: "having", Upos: Upos.Verb } && at + 1 < tokens.Length && tokens[at + 1] is { Upos: Upos.Verb, Penn: "VBN" or "VBD" };
        int verb = having ? at + 1 : at;
        if (tokens[at] is not { Upos: Upos.Verb, Penn: "VBG", Relation: "xcomp" or "advcl" or "obj" } || head != at - 1 || tokens[head].Upos != Upos.Verb || Trees.Has(tokens, verb, "obj") || having && tokens[verb].Relation is not ("case" or "amod" or "xcomp")) return null;
        int lord = having ? at : head, thing = Array.FindIndex(tokens, verb, token => token.Head == lord && token.Relation == "obj");
        if (thing < 0) return null;
        for (int between = verb + 1; between < thing; between++) if (!Trees.IsUnder(tokens, between, thing)) return null;
        Token[] mended = (Token[])tokens.Clone();
        mended[verb] = tokens[verb] with { Head = head, Relation = "xcomp" };
        mended[thing] = tokens[thing] with { Head = verb };
        if (having)
        {
            mended[at] = tokens[at] with { Head = verb, Relation = "aux", Upos = Upos.Aux, Lemma = "have" };
            for (int below = verb + 1; below < tokens.Length; below++) if (below != thing && tokens[below].Head == at) mended[below] = tokens[below] with { Head = verb };
        }
        return mended;
    }
}
