using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Gives "rebels opposed to President X who have seized the town" its relative clause back: one man has not "have" done it.</summary>
/// <remarks>A clause behind "who" agrees in number with whom it tells of (Quirk et al. 1985, 10.34).</remarks>
internal static class WhoRepair
{
    /// <summary>Most tokens from those told of to "who".</summary>
    private const int BackMax = 14;

    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[]? mended = null;
        for (int verb = 3; verb < sentence.Tokens.Length; verb++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[verb] is not { Upos: Upos.Verb, Relation: "acl:relcl", Head: >= 0 and var man } || man > verb || man < 1 || !IsOneMan(tokens, man, words)) continue;
            int who = Array.FindIndex(tokens, man, verb - man, token => token.Head == verb && token is { Penn: "WP", Form: "who" });
            if (who < 0 || tokens[who - 1].Form == "," || !IsOfSeveral(tokens, verb)) continue;
            int several = Array.FindLastIndex(tokens, man - 1, Math.Min(man, BackMax), token => token is { Upos: Upos.Noun, Penn: "NNS" });
            if (several < 0 || Array.Exists(tokens[several..man], token => token.Upos == Upos.Punct) || Trees.IsUnder(tokens, several, verb)) continue;
            mended ??= (Token[])tokens.Clone();
            mended[verb] = tokens[verb] with { Head = several };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    // "President X", "General Y": a name behind a title, joined to no other.
    private static bool IsOneMan(Token[] tokens, int man, WordSets words)
    {
        if (tokens[man].Upos != Upos.Propn || Array.Exists(tokens, token => token.Head == man && token.Relation == "conj") || tokens[man].Relation == "conj") return false;
        int first = man;
        while (first > 0 && tokens[first - 1].Upos == Upos.Propn) first--;
        return tokens[man].Name == NameKind.Person || words.Has(WordSet.RulerTitle, tokens[first].Form.ToLowerInvariant());
    }

    private static bool IsOfSeveral(Token[] tokens, int verb)
    {
        Token finite = Array.Find(tokens, token => token.Head == verb && token.Relation is "aux" or "aux:pass") is { Form: not null } auxiliary ? auxiliary : tokens[verb];
        return finite.Form is "have" or "are" or "were" || finite.Penn == "VBP" && finite.Upos == Upos.Verb;
    }
}
