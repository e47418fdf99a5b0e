using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Counts;

/// <summary>Says "killed" in "with some 100 rebels and 13 soldiers killed" of both, where the parser made the second number the subject of a clause about the first.</summary>
internal static class SharedParticiple
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int verb = 3; verb < sentence.Tokens.Length; verb++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            (int first, int second) = (tokens[verb].Head, verb - 1);
            if (tokens[verb] is not { Upos: Upos.Verb, Penn: "VBN" or "VBD", Relation: "acl:relcl" or "acl" } || first < 0 || first >= second || tokens[second].Head != verb || !tokens[second].Relation.StartsWith("nsubj", StringComparison.Ordinal)) continue;
            if (!IsCounted(tokens, first) || !IsCounted(tokens, second) || !IsJoined(tokens, first, second)) continue;
            mended ??= (Token[])tokens.Clone();
            mended[second] = tokens[second] with { Head = first, Relation = "conj" };
            mended[verb] = tokens[verb] with { Penn = "VBN", Relation = "acl" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    private static bool IsCounted(Token[] tokens, int noun) => Trees.Has(tokens, noun, "nummod");

    private static bool IsJoined(Token[] tokens, int first, int second) =>
        Array.FindIndex(tokens, first, second - first, token => token.Form == "and") is >= 0 and var and && tokens[and].Head > and && tokens[and].Head <= second;
}
