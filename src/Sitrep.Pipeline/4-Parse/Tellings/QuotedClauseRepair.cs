using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Tellings;

/// <summary>Makes the quotation in "“The port is in our hands,” the mayor told the radio" what was told, where the parser made it a second subject of the telling.</summary>
/// <remarks>A verb has one subject. Of two, the one whose marks close before the other begins is the quotation.</remarks>
internal static class QuotedClauseRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int said = 1; said < sentence.Tokens.Length; said++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[said].Upos != Upos.Verb) continue;
            int quotation = Array.FindIndex(tokens, 0, said, token => token.Head == said && token.Relation == "nsubj");
            if (quotation < 0 || !IsClause(tokens, quotation)) continue;
            int speaker = Array.FindIndex(tokens, quotation + 1, said - quotation - 1, token => token.Head == said && token.Relation == "nsubj");
            if (speaker < 0 || Array.FindIndex(tokens, quotation, speaker - quotation, token => token.Penn == "''") < 0) continue;
            mended ??= (Token[])tokens.Clone();
            mended[quotation] = tokens[quotation] with { Relation = "ccomp" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    private static bool IsClause(Token[] tokens, int head) => Array.Exists(tokens, token => token.Head == head && token.Relation is "cop" or "nsubj" or "nsubj:pass");
}
