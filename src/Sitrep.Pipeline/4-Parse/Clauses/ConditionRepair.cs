using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Makes "provided that the hostages are freed, the army will leave" a condition and what it is for, where the parser took "provided" for the verb of the sentence.</summary>
internal static class ConditionRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int word = 0; word + 2 < sentence.Tokens.Length; word++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[word] is not { Upos: Upos.Verb, Lemma: "provide" } || tokens[word].Form.ToLowerInvariant() is not ("provided" or "providing")) continue;
            bool opens = word == 0 || tokens[word - 1].Form is "," or "that" or "“" or "\"";
            if (!opens && tokens[word + 1].Form != "that" || Trees.HasSubject(tokens, word)) continue;
            int condition = Array.FindIndex(tokens, word + 1, token => token.Head == word && token is { Upos: Upos.Verb, Relation: "ccomp" or "xcomp" });
            if (condition < 0) continue;
            mended ??= (Token[])tokens.Clone();
            Lower(mended, word, condition);
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    private static void Lower(Token[] tokens, int word, int condition)
    {
        (int above, string relation) = (tokens[word].Head, tokens[word].Relation);
        // "Provided they are freed, the army will leave": the sentence is about what stands behind.
        int main = Array.FindIndex(tokens, condition + 1, token => token.Upos == Upos.Verb && (token.Head == word && token.Relation is "ccomp" or "parataxis" or "conj" || token.Head == condition && token.Relation == "parataxis"));
        if (main < 0 && above < 0) return;
        for (int at = 0; at < tokens.Length; at++)
        {
            if (tokens[at].Head != word || at == condition || at == main) continue;
            if (tokens[at].Relation == "obj" && at > word && at < condition) tokens[at] = tokens[at] with { Head = condition, Relation = "nsubj" };
            else tokens[at] = tokens[at] with { Head = at < condition || main < 0 ? condition : main };
        }
        if (main >= 0) tokens[main] = tokens[main] with { Head = above, Relation = relation };
        tokens[condition] = tokens[condition] with { Head = main >= 0 ? main : above, Relation = "advcl" };
        tokens[word] = tokens[word] with { Head = condition, Relation = "mark", Upos = Upos.Sconj, Penn = "IN", Lemma = "provided" };
    }
}
