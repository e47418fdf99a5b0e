using System.Collections.Frozen;
using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Words;

/// <summary>Makes nouns of fighters that were taken for adjectives: "one suspected insurgent", "a militant who".</summary>
/// <remarks>Most such words are both ("insurgent forces", "an insurgent"); treebanks know them before nouns. Behind a number, an article or a participle, with no noun after it, the word is the noun.</remarks>
internal sealed class FighterNouns(FrozenSet<string> nouns)
{
    public Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int at = 1; at < sentence.Tokens.Length; at++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[at] is { Upos: Upos.Adj } && nouns.Contains(tokens[at].Form.ToLowerInvariant()) && Opens(tokens, at) is { } first && Ends(tokens, at)) mended = Mend((Token[])tokens.Clone(), first, at);
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>First word of "one suspected insurgent"; null when nothing before says that a noun must follow.</summary>
    private static int? Opens(Token[] tokens, int noun)
    {
        int first = noun;
        while (first > 0 && noun - first < 4 && (tokens[first - 1].Upos is Upos.Adj or Upos.Det or Upos.Num || tokens[first - 1].Penn == "VBN")) first--;
        while (first < noun && tokens[first].Upos is Upos.Verb) first++;   // "captured insurgent" alone may be verb and object
        return first < noun && tokens[first].Upos is Upos.Det or Upos.Num ? first : null;
    }

    private static bool Ends(Token[] tokens, int noun) =>
        noun + 1 == tokens.Length || tokens[noun + 1] is var next && (next.Upos is Upos.Verb or Upos.Aux or Upos.Adp or Upos.Sconj or Upos.Cconj or Upos.Adv || next.Penn is "WP" or "WDT" || next.Relation == "obl:unmarked" || next.Upos == Upos.Punct && next.Form is not ("-" or "–" or "/"));

    private static Token[] Mend(Token[] tokens, int first, int noun)
    {
        // What the words of the phrase hang on outside of it: the leftmost such link that is not the noun's own.
        (int head, string relation) = (tokens[noun].Head, tokens[noun].Relation);
        bool inside = head >= first && head < noun;
        if (inside) (head, relation) = (tokens[head].Head, tokens[head].Relation);
        if (head >= first && head <= noun) return tokens;
        bool joined = first > 0 && tokens[first - 1].Upos == Upos.Cconj && head >= 0 && tokens[head].Upos is Upos.Noun or Upos.Propn;
        int verb = head;
        for (int steps = 0; steps < tokens.Length && verb >= 0 && tokens[verb].Upos is not (Upos.Verb or Upos.Aux); steps++) verb = tokens[verb].Head;
        tokens[noun] = tokens[noun] with
        {
            Upos = Upos.Noun,
            Penn = "NN",
            Lemma = tokens[noun].Form.ToLowerInvariant(),
            Head = head,
            Relation = joined ? "conj" : relation is "xcomp" or "ccomp" or "acl" or "amod" or "advcl" or "dep" ? "obj" : relation,
        };
        for (int at = 0; at < tokens.Length; at++)
        {
            if (at == noun) continue;
            if (at >= first && at < noun)
            {
                tokens[at] = tokens[at] with { Head = noun, Relation = tokens[at].Upos switch { Upos.Det => "det", Upos.Num => "nummod", _ => "amod" } };
            }
            // What hung on "suspected" as on a verb ("yesterday") goes to the verb above.
            else if (tokens[at].Head >= first && tokens[at].Head < noun) tokens[at] = tokens[at] with { Head = at < first || verb < 0 ? noun : verb };
        }
        return tokens;
    }
}
