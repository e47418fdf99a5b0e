using System.Collections.Frozen;
using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Counts;

/// <summary>Makes "25 civilians killed 80 injured" two things that were done to people, where the parser made the first number the doer and the second its object.</summary>
/// <remarks>A verb that needs an object and has none, right behind a number or those counted, is a participle said of them. What stands before a number that has such
/// a participle of its own has no object in it.</remarks>
/// <param name="done">Lemmas of verbs whose object is those counted.</param>
internal sealed class CountedParticiples(FrozenSet<string> done, WordSets words)
{
    /// <summary>Words between a number and what is said of those counted: "12 suspected rebel fighters killed".</summary>
    private const int CountedMax = 3;

    /// <summary>Words between one member of the list and the number of the next: ", with at least another".</summary>
    private const int JointMax = 5;

    public Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        int listed = -1;
        for (int verb = 1; verb < sentence.Tokens.Length; verb++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (NumberOf(tokens, verb) is not (>= 0 and var number) || HasObject(tokens, verb)) continue;
            int thing = Opening(tokens, verb) is { } line ? line.Subject : RightBefore(tokens, verb), before = listed;
            listed = verb;
            if (tokens[verb].Penn == "VBN" && (tokens[verb] is { Relation: "acl" } && tokens[verb].Head == thing || tokens[thing] is { Relation: "nsubj:pass" } && tokens[thing].Head == verb)) continue;
            mended ??= (Token[])tokens.Clone();
            mended[verb] = mended[verb] with { Penn = "VBN" };
            if (before >= 0 && IsJoint(mended, before, number) && !Trees.IsUnder(mended, before, verb)) mended[verb] = mended[verb] with { Head = before, Relation = "conj" };
            if (!Trees.IsUnder(mended, verb, thing)) mended[thing] = mended[thing] with { Head = verb, Relation = "nsubj:pass" };
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>The number of those counted right before the verb; -1 when it is no such verb.</summary>
    private int NumberOf(Token[] tokens, int verb)
    {
        if (tokens[verb] is not { Upos: Upos.Verb, Penn: "VBD" or "VBN" } || !done.Contains(tokens[verb].Lemma)) return -1;
        if (Opening(tokens, verb) is { } item) return item.Number;
        int right = RightBefore(tokens, verb);
        for (int at = right; at >= 0 && right - at <= CountedMax; at--)
        {
            if (tokens[at].Upos == Upos.Num) return right == verb - 1 && !IsDay(tokens, at, verb) ? at : right < verb - 1 && at < right ? at : -1;
            // "and dozens injured": they stand for those counted.
            if (at == right && tokens[at].Penn == "NNS" && words.Has(WordSet.RoundNumber, tokens[at].Lemma)) return at;
            if (!(tokens[at].Upos is Upos.Noun or Upos.Propn or Upos.Adj || tokens[at].Penn is "VBN" or "VBG") || at == right && tokens[at].Upos is not (Upos.Noun or Upos.Propn)) return -1;
        }
        return -1;
    }

    // "1,033 people seriously injured"
    private static int RightBefore(Token[] tokens, int verb) => verb > 1 && tokens[verb - 1] is { Upos: Upos.Adv, Penn: "RB" } ? verb - 2 : verb - 1;

    /// <summary>"15 members of the ministry of X killed in a strike": a line of a list, which opens with the number; null for all else.</summary>
    private static (int Subject, int Number)? Opening(Token[] tokens, int verb)
    {
        if (tokens[verb].Relation != "root" || Array.Exists(tokens, token => token.Head == verb && token.Relation is "aux" or "obj" or "ccomp" or "xcomp")) return null;
        int subject = Array.FindIndex(tokens, token => token.Head == verb && token.Relation is "nsubj" or "nsubj:pass");
        if (subject < 1 || subject > verb || tokens[subject].Penn != "NNS") return null;
        int number = Array.FindIndex(tokens, token => token.Head == subject && token.Relation == "nummod");
        return number == 0 || number == 1 && tokens[0].Upos is Upos.Punct ? (subject, number) : null;
    }

    // "in 2014 killed", "on Nov. 12 killed", "a mother of 12 killed"
    private static bool IsDay(Token[] tokens, int number, int verb) => number == verb - 1 && number > 0 && (tokens[number - 1].Upos == Upos.Propn || tokens[number - 1].Lemma is "in" or "on" or "since" or "by" or "until" or "of");

    private bool HasObject(Token[] tokens, int verb)
    {
        int next = verb + 1;
        if (next < tokens.Length && tokens[next].Upos is Upos.Noun or Upos.Pron) return true;
        // "killed another 40 wounded": the next number has its own.
        int number = next;
        while (number < tokens.Length && number - next < JointMax && IsBetween(tokens[number])) number++;
        int own = -1;
        if (number < tokens.Length && tokens[number].Upos == Upos.Num)
        {
            own = Enumerable.Range(number + 1, Math.Min(CountedMax + 1, tokens.Length - number - 1)).FirstOrDefault(at => NumberOf(tokens, at) == number && !HasObject(tokens, at), -1);
        }
        for (int at = next; at < tokens.Length; at++) if (tokens[at].Head == verb && tokens[at].Relation is "obj" or "ccomp" && !(own >= 0 && at <= own)) return true;
        return false;
    }

    private static bool IsJoint(Token[] tokens, int from, int number)
    {
        if (number - from > JointMax + 1) return false;
        for (int at = from + 1; at < number; at++) if (!IsBetween(tokens[at])) return false;
        return true;
    }

    private static bool IsBetween(in Token token) => token.Form is "," or ";" || token.Upos is Upos.Cconj or Upos.Det or Upos.Adv or Upos.Adj || token.Lemma is "with" or "than" or "at" or "as";
}
