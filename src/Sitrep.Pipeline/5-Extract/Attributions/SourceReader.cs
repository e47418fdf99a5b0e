using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Events;

namespace Sitrep.Pipeline.Extract.Attributions;

/// <summary>Who is behind a verb: its subject, the agent of a passive, or for a verb without a subject that of the clause it hangs on.</summary>
internal static class SourceReader
{
    /// <summary>Longest way up from a verb without a subject, in steps.</summary>
    private const int ClimbMax = 6;

    /// <returns>-1 when nobody is named.</returns>
    public static int Of(Tree tree, int verb, WordSets words)
    {
        if (IsPassive(tree, verb, words)) return Agent(tree, verb);
        int at = Resumed(tree, verb) ?? Continued(tree, verb, words) ?? verb;
        for (int steps = 0; steps < ClimbMax; steps++)
        {
            int subject = Subject(tree, at);
            // "increased to 716, with 18 deaths reported": the deaths say nothing.
            // "Among the laboratory confirmed there are 11 deaths": a laboratory that confirms stands behind no preposition.
            if (subject >= 0 && tree.Preposition(subject) is "among") return -1;
            if (subject >= 0) return tree.Child(subject, "nummod") >= 0 && words.Has(WordSet.ReportedHarm, tree[subject].Lemma) ? -1 : subject;
            if (at == verb && tree.Child(at, "expl") is >= 0 and var formal) return formal;
            if (at == verb && Inverted(tree, verb) is >= 0 and var after) return PartOf(tree, after);
            if (at == verb && Accompanied(tree, verb) is >= 0 and var beside) return beside;
            int head = tree.Head(at);
            if (head < 0) return -1;
            if (tree.Is(at, "acl")) return tree[at].Penn == "VBG" || at == verb && tree[at].Penn != "VBN" && !tree.HasMark(at, "TO") || tree[at].Relation == "acl:relcl" ? head : -1;
            bool shares = tree.Is(at, "xcomp") || tree.Is(at, "conj") || (tree.Is(at, "ccomp") && at == verb && tree[at].Penn == "VBG" && head < at - 1 && tree[at - 1].Form == ",") || tree.Is(at, "advcl") && (tree[at].Penn == "VBG" || tree.HasMark(at, "TO") || tree[at].Penn == "VBN");
            // A finite verb that was hung on another clause and has no subject shares that clause's.
            shares |= tree.Is(at, "parataxis") && tree[at].Penn is "VBG" or "VBD" or "VBZ";
            if (!shares) return -1;
            // "X said 'there is hope,' but stopped short of saying …": behind the marks it is the speaker who goes on.
            bool outside = tree.Is(at, "conj") && tree.Is(head, "ccomp") && tree.Head(head) is >= 0 and var speech && speech < head && Enumerable.Range(head, Math.Max(0, at - head)).Any(mark => tree[mark].Form is "”" or "''" || tree[mark].Form == "\"" && tree[mark].Penn == "''");
            at = outside ? tree.Head(head) : head;
            // A participle that was hung on the noun before it: "he spoke to the crowd, saying".
            if (tree.IsNominal(at) && tree.Child(at, "nsubj") < 0)
            {
                for (int climb = 0; climb < ClimbMax && tree.IsNominal(at) && tree.Child(at, "nsubj") < 0 && tree.Head(at) >= 0; climb++) at = tree.Head(at);
            }
        }
        return -1;
    }

    // "Days after fires had ravaged the coast, officials said": of two subjects the one beside the verb.
    private static int Subject(Tree tree, int verb)
    {
        int subject = tree.Child(verb, "nsubj"), beside = verb - 1;
        if (subject >= verb || subject < 0) return subject;
        // The same, with the officials hung on the clause before.
        bool lost = subject < beside && tree[beside].Penn is "NNS" && tree.Head(beside) != verb && tree.Preposition(beside).Length == 0;
        if (lost && tree.Extent(beside).First is > 0 and var first && tree[first - 1].Form == ",") return beside;
        foreach (int child in tree.Children(verb)) if (child < verb && tree.Is(child, "nsubj")) subject = child;
        return subject;
    }

    /// <summary>"A spokesman denied that troops had entered the town, saying …": the saying behind the comma is his who spoke before, not theirs of whom he spoke.</summary>
    private static int? Resumed(Tree tree, int verb)
    {
        int told = tree.Head(verb), mark = verb - 1;
        while (mark > 0 && tree[mark].Form is "\"" or "”" or "''" or "’") mark--;
        if (tree[verb].Penn != "VBG" || mark < 1 || tree[mark].Form != "," || told < 0 || !tree.Is(verb, "advcl") || !tree.Is(told, "ccomp")) return null;
        int outer = tree.Head(told);
        return outer >= 0 && outer < told && tree[outer].Upos == Upos.Verb && tree.Child(outer, "nsubj") is >= 0 and var speaker && speaker < outer ? outer : null;
    }

    /// <summary>"X denied claims that they were encircled and said the troops are leaving": the saying is X's, not theirs of whom he spoke. Where they themselves say, it may be theirs.</summary>
    private static int? Continued(Tree tree, int verb, WordSets words)
    {
        if (!tree.Is(verb, "conj") || tree[verb].Penn != "VBD" || !words.Has(WordSet.Says, tree[verb].Lemma) && !words.Has(WordSet.Denies, tree[verb].Lemma) || tree.Child(verb, "nsubj") >= 0 || tree.Head(verb) is not (>= 0 and var told) || !(tree.Is(told, "acl") || tree.Is(told, "ccomp")) || tree[told].Relation == "acl:relcl") return null;
        // "said its forces had driven them out and denied that …": the past tense goes on with the past that tells, and not with the perfect that is told.
        if (!IsPassive(tree, told, words) && !(tree.Is(told, "ccomp") && tree.Children(told).Any(child => tree.Is(child, "aux") && tree[child].Form == "had"))) return null;
        int outer = tree.Head(told);
        for (int steps = 0; steps < ClimbMax && outer >= 0 && tree.IsNominal(outer); steps++) outer = tree.Head(outer);
        return outer >= 0 && outer < told && tree[outer] is { Upos: Upos.Verb, Penn: "VBD" } && tree.Child(outer, "nsubj") is >= 0 and var speaker && speaker < outer ? outer : null;
    }

    /// <summary>True for a passive; a subject that was taken for a passive one is none where a clause follows and no auxiliary stands before ("an official said it was").</summary>
    public static bool IsPassive(Tree tree, int verb, WordSets words) =>
        Slots.IsPassive(tree, verb, words) && !(tree.Child(verb, "ccomp") > verb && tree.Child(verb, "nsubj") is >= 0 and var subject && subject < verb && !tree.Children(verb).Any(child => tree[child].Relation is "aux:pass"));

    public static int Agent(Tree tree, int verb)
    {
        foreach (int child in tree.Children(verb)) if (tree.Is(child, "obl") && (tree[child].Relation == "obl:agent" || tree.Preposition(child) == "by")) return child;
        return -1;
    }

    // "…, with the governor saying that …": who stands behind "with" is what a participle is told of.
    private static int Accompanied(Tree tree, int verb)
    {
        if (tree[verb].Penn != "VBG") return -1;
        foreach (int child in tree.Children(verb)) if (child < verb && tree.Is(child, "obl") && tree.Preposition(child) == "with") return child;
        if (tree.Head(verb) is not (>= 0 and var head)) return -1;
        if (tree.Is(verb, "acl") && tree.Preposition(head) == "with") return head;
        // "were sent, with the governor, a doctor, saying …": hung on the verb before, and ending right before the participle.
        foreach (int child in tree.Children(head)) if (child < verb && tree.Is(child, "obl") && tree.Preposition(child) == "with" && tree.Extent(child).Last is var last && (last == verb - 1 || last == verb - 2 && tree[verb - 1].Form == ",")) return child;
        return -1;
    }

    // "…, said the commander": what follows the verb is its subject, whatever the tree calls it.
    private static int Inverted(Tree tree, int verb)
    {
        if (verb == 0 || tree[verb - 1].Upos != Upos.Punct || tree[verb].Penn is "VBG" or "VB") return -1;
        foreach (string relation in (string[])["obj", "obl", "ccomp", "dep"])
        {
            if (tree.Child(verb, relation) is >= 0 and var after && after > verb && tree[after].Upos is Upos.Noun or Upos.Propn && tree.Preposition(after).Length == 0 && tree.Extent(after).First == verb + 1) return after;
        }
        return -1;
    }

    // "…, reads part of the statement": the statement does.
    private static int PartOf(Tree tree, int source)
    {
        if (tree[source].Lemma != "part") return source;
        foreach (int child in tree.Children(source)) if (tree[child].Relation == "nmod" && tree.Preposition(child) == "of") return child;
        return source;
    }

    /// <summary>The words of the source: the whole noun phrase with its appositions and relative clauses, but nothing of the cue or the content.</summary>
    public static bool[] Words(Tree tree, int source, int cue, bool[] content)
    {
        bool[] words = new bool[tree.Count];
        if (source < 0) return words;
        tree.Mark(source, words);
        if (words[cue])
        {
            // The cue hangs on the source: "a statement saying …", "the army, which said …".
            int top = cue;
            while (tree.Head(top) != source && tree.Head(top) >= 0) top = tree.Head(top);
            tree.Clear(top, words);
        }
        for (int at = 0; at < words.Length; at++) if (content[at] || at == cue) words[at] = false;
        foreach (int child in tree.Children(source))
        {
            if (child < source && (tree.Is(child, "case") || tree.Is(child, "mark") || tree.Is(child, "cc") || tree.Is(child, "obl") || tree.Is(child, "discourse") || (tree.Is(child, "advmod") && tree[child].Lemma is not ("even" or "only" or "not" or "about" or "almost" or "nearly")))) tree.Clear(child, words);
        }
        KeepRun(tree, source, words);
        return words;
    }

    /// <summary>Keeps the run of tokens around the head; trims punctuation, but for the comma that closes what a comma opened.</summary>
    private static void KeepRun(Tree tree, int head, bool[] words)
    {
        int first = head, last = head;
        while (first > 0 && words[first - 1]) first--;
        while (last + 1 < words.Length && words[last + 1]) last++;
        while (first < head && tree[first].Upos == Upos.Punct && tree[first].Form is not ("“" or "\"" or "(")) first++;
        while (last > head && tree[last].Upos == Upos.Punct && tree[last].Form is "," or "." or ":" or "-" or "–" or "—" or ";") last--;
        bool comma = false;
        for (int at = head; at <= last; at++) comma |= tree[at].Form == ",";
        bool closes = comma && last + 2 < tree.Count && tree[last + 1].Form == "," && tree[last + 2].Upos is Upos.Verb or Upos.Aux or Upos.Adv;
        for (int at = 0; at < words.Length; at++) words[at] = (at >= first && at <= last) || (closes && at == last + 1);
    }
}
