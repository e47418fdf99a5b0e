using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Words;

/// <summary>Makes "the rebels' last base" the base of the rebels, where the parser took the apostrophe for a mark of quotation.</summary>
/// <remarks>A mark that no other opened, right behind a plural and before a blank, closes nothing: it is the owner's.</remarks>
internal static class PossessiveRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[] tokens = sentence.Tokens;
        for (int mark = 1; mark + 1 < tokens.Length; mark++) if (IsOwners(tokens, mark) && Owned(tokens, mark) is >= 0 and var owned) tokens = Turned(tokens, mark - 1, owned);
        // "On Tuesday X's army entered Y": the owner hung on the verb is the noun's behind it.
        for (int owner = 0; owner + 2 < tokens.Length; owner++)
        {
            if (tokens[owner].Relation != "nmod:poss" || tokens[owner + 1].Penn != "POS" || tokens[owner].Head is not (>= 0 and var verb) || tokens[verb].Upos != Upos.Verb || Owned(tokens, owner + 1) is not (>= 0 and var thing) || thing >= verb || tokens[thing].Head != verb) continue;
            if (ReferenceEquals(tokens, sentence.Tokens)) tokens = (Token[])tokens.Clone();
            tokens[owner] = tokens[owner] with { Head = thing };
        }
        return ReferenceEquals(tokens, sentence.Tokens) ? sentence : new Sentence(sentence.Start, sentence.End, tokens);
    }

    private static bool IsOwners(Token[] tokens, int mark) => tokens[mark] is { Form: "'" or "’", Penn: not "POS" } && tokens[mark - 1] is { Upos: Upos.Noun or Upos.Propn, Penn: "NNS" or "NNPS" }
        && tokens[mark].Start == tokens[mark - 1].End && tokens[mark + 1].Start > tokens[mark].End && !IsOpen(tokens, mark);

    // "'We hold the camps' was all he said"
    private static bool IsOpen(Token[] tokens, int mark) => Array.FindIndex(tokens, 0, mark, token => token.Form is "'" or "‘" or "`" && token.Penn != "POS") >= 0;

    /// <summary>The noun that the phrase behind the mark ends with; -1 where no phrase stands there.</summary>
    private static int Owned(Token[] tokens, int mark)
    {
        int at = mark + 1;
        while (at < tokens.Length && (tokens[at].Upos is Upos.Adj or Upos.Num || tokens[at].Upos is Upos.Noun or Upos.Propn && at + 1 < tokens.Length && tokens[at + 1].Upos is Upos.Noun or Upos.Propn)) at++;
        return at < tokens.Length && tokens[at].Upos is Upos.Noun or Upos.Propn ? at : -1;
    }

    private static Token[] Turned(Token[] tokens, int owner, int owned)
    {
        var mended = (Token[])tokens.Clone();
        // What is owned stands where its owner was put, and has what was hung on him but for his own modifiers.
        if (Trees.IsUnder(tokens, owned, owner)) mended[owned] = tokens[owned] with { Head = tokens[owner].Head, Relation = tokens[owner].Relation };
        for (int at = 0; at < tokens.Length; at++)
        {
            if (at == owned || tokens[at].Head != owner) continue;
            if (at > owner || !(tokens[at].Relation is "det" or "amod" or "compound" or "flat" or "nummod" or "nmod:poss" or "nmod:desc")) mended[at] = tokens[at] with { Head = owned };
        }
        mended[owner] = tokens[owner] with { Head = owned, Relation = "nmod:poss" };
        mended[owner + 1] = tokens[owner + 1] with { Penn = "POS", Upos = Upos.Part, Head = owner, Relation = "case" };
        return mended;
    }
}
