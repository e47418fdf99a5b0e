using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Counts;

/// <summary>Sets right "with 101 people reported missing", where "reported" was taken for what the people did: no verb stands in the past tense under "with",
/// and nobody reports, believes or confirms with nothing but a state behind.</summary>
internal static class AbsoluteRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int verb = 1; verb < sentence.Tokens.Length; verb++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[verb] is not { Penn: "VBD", Upos: Upos.Verb } || !tokens[verb].Form.EndsWith("ed", StringComparison.Ordinal)) continue;
            int subject = -1;
            bool with = false, whole = false;
            for (int at = 0; at < tokens.Length; at++)
            {
                if (tokens[at].Head != verb) continue;
                if (tokens[at].Relation == "nsubj") subject = at;
                with |= tokens[at] is { Relation: "mark", Lemma: "with" };
                whole |= tokens[at].Relation is "obj" or "ccomp" or "aux" or "nsubj:pass";
            }
            if (!with || subject < 0 || whole) continue;
            mended ??= (Token[])tokens.Clone();
            mended[verb] = tokens[verb] with { Penn = "VBN" };
            mended[subject] = tokens[subject] with { Relation = "nsubj:pass" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
