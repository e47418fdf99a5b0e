using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Makes the name the head of "Secretary of State Ann Lee": the office says who she is, wherever the parser hung the name.</summary>
internal static class OfficeRepair
{
    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[]? mended = null;
        for (int office = 0; office + 4 < sentence.Tokens.Length; office++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            int of = office + 1, field = office + 2, name = office + 3, last = name;
            if (!words.Has(WordSet.OfficeOf, tokens[office].Form) || tokens[of].Form != "of" || tokens[field].Upos != Upos.Propn || tokens[name].Upos != Upos.Propn) continue;
            while (last + 1 < tokens.Length && tokens[last + 1].Upos == Upos.Propn) last++;
            if (last == name || tokens[office].Head >= office && tokens[office].Head <= last) continue;
            if (Trees.IsUnder(tokens, tokens[office].Head, office) || Trees.IsUnder(tokens, tokens[office].Head, name)) continue;
            mended ??= (Token[])tokens.Clone();
            mended[name] = tokens[name] with { Head = tokens[office].Head, Relation = tokens[office].Relation };
            mended[office] = tokens[office] with { Head = name, Relation = "nmod:desc" };
            mended[of] = tokens[of] with { Head = field, Relation = "case" };
            mended[field] = tokens[field] with { Head = name, Relation = "nmod:desc" };
            for (int at = name + 1; at <= last; at++) mended[at] = tokens[at] with { Head = name, Relation = "flat" };
            for (int at = 0; at < tokens.Length; at++) if ((at < office || at > last) && tokens[at].Head >= office && tokens[at].Head <= last) mended[at] = mended[at] with { Head = name };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
