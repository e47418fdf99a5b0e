using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Words;

/// <summary>Makes "by X Y gunmen" one party, where the parser took the group's name for one agent and its fighters for another.</summary>
/// <remarks>Two nouns side by side with one preposition before them are one phrase, whose noun is the last.</remarks>
internal static class NamedFighters
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int noun = 2; noun < sentence.Tokens.Length; noun++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[noun] is not { Upos: Upos.Noun, Relation: "obl:agent" or "obl" or "nsubj" or "nsubj:pass" or "obj" } || Array.Exists(tokens, token => token.Head == noun && token.Relation is "case" or "det" or "nummod")) continue;
            int name = tokens[noun - 1] is { Upos: Upos.Propn, Relation: "flat" } ? tokens[noun - 1].Head : noun - 1;
            if (name < 0 || name >= noun || tokens[name] is not { Upos: Upos.Propn } || tokens[name].Head != tokens[noun].Head || tokens[name].Relation != tokens[noun].Relation) continue;
            mended ??= (Token[])tokens.Clone();
            mended[name] = tokens[name] with { Head = noun, Relation = "compound" };
            for (int at = 0; at < name; at++) if (tokens[at].Head == name && tokens[at].Relation is "case" or "det") mended[at] = tokens[at] with { Head = noun };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
