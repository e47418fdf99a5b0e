using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Counts;

/// <summary>Hangs the place of "the toll from the fire in the city of X" on the fire, where it was hung on the toll.</summary>
/// <remarks>A toll is nowhere; what it is of was somewhere.</remarks>
internal static class TollPlaces
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[] tokens = sentence.Tokens;
        for (int place = 3; place < tokens.Length; place++)
        {
            if (tokens[place] is not { Relation: "nmod", Head: >= 0 and var toll } || tokens[toll].Lemma is not ("toll" or "number" or "count") || toll > place || Case(tokens, place) is not (> 0 and var preposition) || tokens[preposition].Form is not ("in" or "at" or "near" or "off")) continue;
            int cause = preposition - 1;
            if (tokens[cause] is not { Relation: "nmod", Upos: Upos.Noun } || tokens[cause].Head != toll || Case(tokens, cause) is not (>= 0 and var from) || tokens[from].Form is not ("from" or "of" or "by")) continue;
            var mended = (Token[])tokens.Clone();
            mended[place] = tokens[place] with { Head = cause };
            return new Sentence(sentence.Start, sentence.End, mended);
        }
        return sentence;
    }

    private static int Case(Token[] tokens, int noun) => Array.FindIndex(tokens, 0, noun, token => token.Head == noun && token.Relation == "case");
}
