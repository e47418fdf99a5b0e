using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Counts;

/// <summary>Makes those counted in "said 22 people, including a child and a nurse, were killed" the ones who were killed, where the parser made them what was said.</summary>
internal static class IncludingRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int verb = 5; verb < sentence.Tokens.Length; verb++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (tokens[verb] is not { Upos: Upos.Verb, Relation: "ccomp", Head: >= 0 and var cue } || cue > verb) continue;
            int first = Array.FindIndex(tokens, token => token.Head == verb && token.Relation is "aux" or "aux:pass");
            if (first <= cue || first > verb || tokens[first - 1].Form != "," || Trees.HasSubject(tokens, verb)) continue;
            int counted = Array.FindIndex(tokens, cue + 1, first - cue - 1, token => token.Head == cue && token.Relation == "obj");
            if (counted < 0 || counted + 2 >= first || tokens[counted + 1].Form != "," || tokens[counted + 2].Form is not ("including" or "among")) continue;
            mended ??= (Token[])tokens.Clone();
            mended[counted] = tokens[counted] with { Head = verb, Relation = Trees.Has(tokens, verb, "aux:pass") ? "nsubj:pass" : "nsubj" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }
}
