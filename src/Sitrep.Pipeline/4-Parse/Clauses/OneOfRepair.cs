using System.Collections.Frozen;
using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Makes the name between commas behind "one of the leaders of the group" or "a leader of the group in X" that of the man, where the parser gave it to the leaders, to the group, to the town or to the verb.</summary>
internal sealed class OneOfRepair(FrozenSet<string> officials)
{
    /// <summary>Longest description of those whom he is one of, or of his office, in tokens.</summary>
    private const int DescriptionMax = 9;

    public Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int man = 0; man + 4 < sentence.Tokens.Length; man++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            bool one = tokens[man] is { Upos: Upos.Num, Form: "One" or "one" } && tokens[man + 1].Form == "of";
            bool office = tokens[man] is { Upos: Upos.Noun, Penn: "NN", Relation: "nsubj" } && tokens[man + 1].Form is "of" or "for" or "in" or "from" && officials.Contains(tokens[man].Lemma);
            if (!one && !office) continue;
            int comma = man + 2;
            while (comma < tokens.Length && comma - man <= DescriptionMax && tokens[comma].Upos is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Det or Upos.Adp or Upos.Part or Upos.Pron) comma++;
            if (comma + 2 >= tokens.Length || tokens[comma].Form != ",") continue;
            int last = comma + 1;
            while (last + 1 < tokens.Length && tokens[last].Upos == Upos.Propn && tokens[last + 1].Upos == Upos.Propn) last++;
            if (tokens[last].Upos != Upos.Propn || last + 1 < tokens.Length && tokens[last + 1].Form is not ("," or "." or "”" or "\"")) continue;
            int name = Enumerable.Range(comma + 1, last - comma).FirstOrDefault(at => tokens[at].Head <= comma || tokens[at].Head > last, -1);
            // "The mayor of the capital, X, said": a town stands there as often as a man.
            if (name < 0 || office && (last == comma + 1 || tokens[last].Name != NameKind.Person || tokens[name].Head <= man) || tokens[name].Head == man || Trees.IsUnder(tokens, man, name)) continue;
            mended ??= (Token[])tokens.Clone();
            // Of the two subjects of the verb the first one is named by the second.
            if (tokens[name].Relation.StartsWith("nsubj", StringComparison.Ordinal) && !Trees.IsUnder(tokens, tokens[name].Head, man)) mended[man] = tokens[man] with { Head = tokens[name].Head, Relation = tokens[name].Relation };
            mended[name] = tokens[name] with { Head = man, Relation = "appos" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
