using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Extract;
using Sitrep.Pipeline.Extract.Dates;
using Sitrep.Pipeline.Resolve.Dates;

namespace Sitrep.Eval.Times;

/// <summary>Which way a date looks, where no claim says so: the tense of its clause.</summary>
internal static class Looking
{
    public static Direction From(Tree tree, FoundDate date)
    {
        int top = date.First;
        for (int i = date.First; i <= date.Last; i++) if (tree.Head(i) < date.First || tree.Head(i) > date.Last) { top = i; break; }
        int verb = top, nouns = 0;
        for (int steps = 0; steps <= tree.Count && tree[verb].Upos != Upos.Verb && tree.Head(verb) >= 0; steps++)
        {
            verb = tree.Head(verb);
            if (tree[verb].Upos is Upos.Noun) nouns++;
        }
        if (HasWill(tree, verb)) return Direction.Future;
        if (nouns == 0 && tree.Children(verb).Any(child => tree.Is(child, "aux") && tree[child].Form is "would")) return Direction.Future;
        bool past = tree[verb].Penn is "VBD" || (tree[verb].Penn is "VBN" && tree.Children(verb).Any(child => tree[child].Form is "had" or "was" or "were"));
        bool aim = tree[verb].Lemma is "plan" or "schedule" or "expect" or "set" or "postpone" or "delay" or "extend" or "due" or "slate" or "anticipate" or "begin" && !past || (IsInfinitive(tree, verb) && tree[verb].Relation is not ("acl" or "advcl"));
        if (aim && nouns <= (tree[verb].Lemma is "plan" or "schedule" ? 1 : 0) && !(past && tree[verb].Lemma is "set" or "extend" or "delay")) return Direction.Future;
        bool limit = tree.Preposition(top) is "until" or "by" or "through" or "effective" || (date.First > 0 && tree[date.First - 1].Form is "until" or "by" or "through" or "effective" or "due");
        bool soonest = date.First > 1 && tree[date.First - 1].Form is "as" && tree[date.First - 2].Form is "soon" or "early";
        bool calendar = date.Mention.Value.StartsWith("XXXX-", StringComparison.Ordinal) && !date.Mention.Value.StartsWith("XXXX-W", StringComparison.Ordinal);
        return soonest || (limit && (!past || calendar)) ? Direction.Future : Direction.Either;
    }

    private static bool HasWill(Tree tree, int at)
    {
        foreach (int child in tree.Children(at)) if (tree.Is(child, "aux") && tree[child].Form.ToLowerInvariant() is "will" or "wo" or "shall" or "'ll" or "’ll") return true;
        return false;
    }

    private static bool IsInfinitive(Tree tree, int at)
    {
        foreach (int child in tree.Children(at)) if (tree.Is(child, "mark") && tree[child].Penn == "TO") return true;
        return false;
    }
}
