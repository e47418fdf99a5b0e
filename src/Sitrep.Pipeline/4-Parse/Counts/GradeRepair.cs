using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Counts;

/// <summary>Sets right "a magnitude 7.1 earthquake struck", where "magnitude" was taken for what struck: a grade and its number describe the noun behind them.</summary>
internal static class GradeRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int number = 1; number + 1 < sentence.Tokens.Length; number++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[number].Upos != Upos.Num || tokens[number + 1] is not { Penn: "NN", Upos: Upos.Noun }) continue;
            int grade = number - 1, noun = number + 1;
            if (grade > 0 && tokens[grade].Form is "-" or "–") grade--;
            if (tokens[grade] is not { Penn: "NN", Upos: Upos.Noun } || tokens[grade].Head == noun || tokens[grade].Head is var above && above >= grade && above <= noun) continue;
            if (tokens[noun].Head != grade && tokens[noun].Head != tokens[grade].Head) continue;
            mended ??= (Token[])tokens.Clone();
            mended[noun] = tokens[noun] with { Head = tokens[grade].Head, Relation = tokens[grade].Relation };
            mended[grade] = tokens[grade] with { Head = noun, Relation = "compound" };
            for (int at = 0; at < tokens.Length; at++) if (at != noun && at != number && tokens[at].Head == grade && tokens[at].Relation != "punct") mended[at] = mended[at] with { Head = noun };
            mended[number] = tokens[number] with { Head = grade, Relation = "nummod" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
