using System.Collections.Frozen;
using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Parse.Days;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Makes "seized" in "attacked the town and seized control of the radio" a second verb, and in "before the army seized control" the verb of its clause, where the parser took it for a participle beside the noun.</summary>
/// <param name="pairs">Verbs with the noun that completes them: "seize control".</param>
internal sealed class SecondVerbRepair(FrozenSet<string> pairs, WordSets words)
{
    public Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int verb = 2; verb + 1 < sentence.Tokens.Length; verb++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            int noun = tokens[verb].Head;
            if (tokens[verb] is not { Penn: "VBN", Relation: "amod" } || noun != verb + 1 || !pairs.Contains($"{tokens[verb].Lemma} {tokens[noun].Lemma}")) continue;
            if (tokens[noun].Relation != "conj" && Lone(tokens, verb) is { } lone) mended = lone;
            if (mended is not null && !ReferenceEquals(tokens, mended) || tokens[noun].Relation != "conj" || tokens[verb - 1].Form is not ("and" or "but")) continue;
            int above = tokens[noun].Head;
            while (above >= 0 && tokens[above].Upos is Upos.Noun or Upos.Propn or Upos.Pron) above = tokens[above].Head;
            if (above < 0 || above > verb || tokens[above] is not { Upos: Upos.Verb, Penn: "VBD" or "VBZ" or "VBP" or "VBN" or "VBG" }) continue;
            mended ??= (Token[])tokens.Clone();
            mended[verb] = tokens[verb] with { Head = above, Relation = "conj", Upos = Upos.Verb, Penn = tokens[above].Penn is "VBG" ? "VBN" : tokens[above].Penn };
            mended[noun] = tokens[noun] with { Head = verb, Relation = "obj" };
            for (int at = 0; at < verb; at++) if (tokens[at] is { Relation: "cc" } && tokens[at].Head == noun) mended[at] = tokens[at] with { Head = verb };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>The noun before the verb, and the day that may stand between, made its subject and its day; null where nobody stands there.</summary>
    private Token[]? Lone(Token[] tokens, int verb)
    {
        int noun = verb + 1, subject = verb - 1;
        while (subject > 0 && (tokens[subject].Upos is Upos.Adv or Upos.Adp or Upos.Num || OpeningDates.IsDate(tokens, subject) || words.Has(WordSet.DayPart, tokens[subject].Lemma) || words.Has(WordSet.NamedDay, tokens[subject].Lemma))) subject--;
        if (tokens[subject].Upos is not (Upos.Noun or Upos.Propn) || Trees.Has(tokens, subject, "cop")) return null;
        int of = subject, above = tokens[subject].Head == noun ? noun : tokens[noun].Head == subject || tokens[noun].Head == tokens[subject].Head ? subject : -1;
        if (above < 0 || tokens[above].Relation.StartsWith("nsubj", StringComparison.Ordinal)) return null;
        int marker = Array.FindIndex(tokens, 0, subject, token => token.Head == above && token is { Relation: "case", Lemma: "after" or "before" or "as" or "since" or "until" });
        if (marker < 0 && Array.Exists(tokens, token => token.Head == above && token.Relation == "case" && token.Start < tokens[of].Start && token.Lemma is not ("in" or "on"))) return null;
        int head = tokens[above].Head;
        while (head >= 0 && tokens[head].Upos != Upos.Verb) head = tokens[head].Head;
        var mended = (Token[])tokens.Clone();
        mended[verb] = tokens[verb] with { Penn = "VBD", Head = head, Relation = head < 0 ? "root" : marker >= 0 ? "advcl" : "ccomp" };
        mended[noun] = tokens[noun] with { Head = verb, Relation = "obj" };
        for (int at = 0; at < tokens.Length; at++)
        {
            if (at == verb || at == noun || at == subject || tokens[at].Head != noun && tokens[at].Head != subject) continue;
            bool day = OpeningDates.IsDate(tokens, at) || tokens[at].Upos == Upos.Adv;
            if (at > subject && at < verb) mended[at] = tokens[at] with { Head = verb, Relation = day && tokens[at].Upos != Upos.Adv ? "obl" : tokens[at].Relation };
            else if (at < subject && tokens[at].Head == noun && at != marker) mended[at] = tokens[at] with { Head = subject };
            else if (at > noun && (tokens[at].Head == subject || tokens[at].Relation is "parataxis" or "punct" or "advcl")) mended[at] = tokens[at] with { Head = verb };
        }
        for (int at = subject + 1; at + 1 < verb; at++) if (tokens[at].Upos == Upos.Adp && OpeningDates.IsDate(tokens, at + 1)) mended[at] = tokens[at] with { Head = at + 1, Relation = "case" };
        if (marker >= 0) mended[marker] = tokens[marker] with { Head = verb, Relation = "mark", Upos = Upos.Sconj };
        mended[subject] = tokens[subject] with { Head = verb, Relation = "nsubj" };
        return mended;
    }
}
