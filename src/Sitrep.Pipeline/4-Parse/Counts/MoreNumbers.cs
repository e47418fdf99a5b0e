using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Counts;

/// <summary>Puts the number where the parser put its "more": in "40 more were injured" forty were, and "more" only says that they are others than those before.</summary>
internal static class MoreNumbers
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int more = 1; more < sentence.Tokens.Length; more++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            int number = more - 1, head = tokens[more].Head;
            if (tokens[more].Form != "more" || tokens[number].Upos != Upos.Num || tokens[number].Head != more || head < 0) continue;
            if (more + 1 < tokens.Length && (tokens[more + 1].Lemma == "than" || tokens[more + 1].Upos is Upos.Noun or Upos.Adj)) continue;
            mended ??= (Token[])tokens.Clone();
            bool subject = tokens[more].Relation == "advmod" && head > more && tokens[head].Upos == Upos.Verb && !Trees.HasSubject(tokens, head);
            bool passive = subject && (Trees.Has(tokens, head, "aux:pass") || tokens[head].Penn == "VBN" && !Trees.Has(tokens, head, "aux"));
            mended[number] = tokens[number] with { Head = head, Relation = passive ? "nsubj:pass" : subject ? "nsubj" : tokens[more].Relation == "advmod" && head < more ? "obj" : tokens[more].Relation };
            mended[more] = tokens[more] with { Head = number, Relation = "advmod" };
            for (int at = 0; at < tokens.Length; at++) if (at != number && tokens[at].Head == more) mended[at] = tokens[at] with { Head = number };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
