using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Attributions;

/// <summary>What a verb of saying, thinking or wanting has for content: clauses, infinitives, objects, phrases, as the cue's row allows.</summary>
internal static class ContentReader
{
    /// <summary>Most tokens between a verb and the preposition of its content that still belong to the cue ("called on Friday for").</summary>
    private const int GapMax = 3;

    /// <summary>Marks the content of the cue and, in <paramref name="cueWords"/>, a preposition that belongs to the cue.</summary>
    /// <returns>False when the verb has nothing beside it that its row allows.</returns>
    public static bool Mark(Tree tree, int verb, Cue cue, bool[] quoted, bool[] content, bool[] cueWords, WordSets sets)
    {
        bool passive = SourceReader.IsPassive(tree, verb, sets), any = false;
        int direct = tree.Child(verb, "obj") is >= 0 and var obj ? obj : tree.Child(verb, "iobj");
        foreach (int child in tree.Children(verb))
        {
            if (Top(tree, verb, child, cue, quoted, direct, passive, sets) is not (>= 0 and var top)) continue;
            any = true;
            if (tree[child].Penn is "WDT" or "WP" && child < verb) { content[child] = true; continue; }
            tree.Mark(top, content);
            if (top == child && IsPhrase(tree, child, cue)) GivePreposition(tree, verb, child, direct, content, cueWords);
            // "want them to go", "called it a fraud": who is meant belongs to what is wanted or said.
            bool pair = tree.HasMark(child, "TO") ? cue.Takes.Contains("object:infinitive") : tree.Is(child, "xcomp") && cue.Takes.Contains("object:predicate");
            if (pair && direct >= 0 && direct != child && (tree.Is(child, "xcomp") || tree.Is(child, "advcl"))) tree.Mark(direct, content);
            if (pair && passive && tree.Child(verb, "nsubj") is >= 0 and var object_ && cue.Kind is CueKind.Expectation or CueKind.Thought) tree.Mark(object_, content);
        }
        if (!any) return false;
        // "said it would close but would reopen": a second verb with a modal of its own and no subject goes on with what is said.
        if (cue.Takes.Contains("clause") && tree.Child(verb, "ccomp") is >= 0 and var first && content[first])
        {
            foreach (int child in tree.Children(verb)) if (child > first && tree.Is(child, "conj") && tree.Child(child, "nsubj") < 0 && Factuality.HasModal(tree, child)) tree.Mark(child, content);
        }
        // Praise and blame take their reason along: "criticised him for leaving".
        int blamed = direct >= 0 ? direct : passive ? tree.Child(verb, "nsubj") : -1;
        if (cue.Kind == CueKind.Judgement && blamed >= 0 && content[blamed])
        {
            foreach (int child in tree.Children(verb)) if (child > verb && child > blamed && !content[child] && Preposition(tree, child) is "for" or "of" or "as" or "over" or "with") tree.Mark(child, content);
        }
        if (cue.Takes.Contains("object:predicate") && direct >= 0 && content[direct])
        {
            foreach (int child in tree.Children(verb)) if (child > direct && (tree.Is(child, "obj") || tree.Is(child, "xcomp") || tree.Is(child, "ccomp") || tree.Is(child, "appos") || (tree.Is(child, "advcl") && quoted[child]))) tree.Mark(child, content);
        }
        // "put the toll at 80 dead: 31 soldiers and 50 rebels": all that is counted behind.
        if (cue.Takes.Contains("object:at") || (cue.Takes.Contains("object:to") && IsPut(tree, verb, "to", sets))) for (int at = verb + 1; at < tree.Count && !(tree[at].Upos is Upos.Verb or Upos.Aux && tree[at].Penn is "VBD" or "VBZ" or "VBP" or "MD"); at++) content[at] = true;
        // "has confirmed 19 deaths, …, as well as 37 wounded": the second of two objects may have been hung on the verb.
        if (cue.Takes.Contains("object") && direct > verb && content[direct])
        {
            foreach (int child in tree.Children(verb)) if (child > direct && tree.Is(child, "conj") && tree.Children(child).Any(number => tree.Is(number, "nummod")) && tree.Child(child, "nsubj") < 0) tree.Mark(child, content);
        }
        if (cue.IsBare && tree.Child(verb, "nsubj") is >= 0 and var subject) tree.Mark(subject, content);
        return true;
    }

    /// <summary>The token whose subtree is content by way of <paramref name="child"/>; -1 when none is.</summary>
    private static int Top(Tree tree, int verb, int child, Cue cue, bool[] quoted, int direct, bool passive, WordSets sets)
    {
        bool clauses = cue.Takes.Contains("clause"), after = child > verb, infinitive = tree.HasMark(child, "TO"), quotes = cue.Takes.Contains("quote");
        bool whole = tree[child].Relation switch
        {
            "xcomp" or "ccomp" when tree[child].Penn == "VBG" && child > verb + 1 && tree[verb + 1].Form == "," && tree.Child(child, "nsubj") < 0 && tree.Child(child, "aux") < 0 => false,   // "…, he said, adding that …"
            "ccomp" or "csubj" => (clauses || quotes) && !(child < verb && Marker(tree, child) is "when" or "while" or "after" or "because" or "although" or "though"),
            "xcomp" when infinitive => cue.Takes.Contains("infinitive") || cue.IsBare || (cue.Takes.Contains("object:infinitive") && (direct >= 0 || passive)),
            "xcomp" when tree[child].Penn == "VBG" || tree[child].Penn == "VBN" && tree.Child(child, "aux") is >= 0 and var having && tree[having].Form == "having" => clauses || cue.Takes.Contains("object"),   // "denied having taken X"
            "xcomp" when direct >= 0 && direct < child && cue.Takes.Contains("object") && tree[child].Upos == Upos.Adj && tree.Children(direct).Append(direct).Any(number => tree[number].Upos == Upos.Num) => true,   // "reported 40 dead"
            "xcomp" => cue.Takes.Contains("predicate:bare") || (cue.Takes.Contains("object:predicate") && (direct >= 0 || passive || (after && tree.IsNominal(child)))) || ((clauses || quotes) && (quoted[child] || HasSubject(tree, child))),
            // "While officials said X, a count by Y shows …": told by somebody else.
            "parataxis" when HasSubject(tree, child) && !quoted[child] && Marker(tree, verb) is "while" or "although" or "though" or "whereas" => false,
            // "agreed to cease fire, a breakthrough in a war that has killed thousands": what is set beside the agreement nobody agreed to.
            "parataxis" when after && tree.IsNominal(child) && !HasSubject(tree, child) && !quoted[child] && HasInfinitiveContent(tree, verb, child, cue) => false,
            // "She said three survived, 79 others were rescued and …": a list of what is said, joined by nothing but commas.
            "conj" => clauses && after && IsListed(tree, verb, child, sets),
            "parataxis" => (clauses || quotes) && after && IsOpened(tree, verb, child),
            "obj" when clauses && tree.Child(verb, "ccomp") is >= 0 and var said && said > child && !quoted[child] && !(tree.Extent(child).Last + 1 is var next && next < said && tree[next].Form == ",") => false,   // who is told; "confirmed the loss, saying …" tells of the loss
            "obj" => cue.Takes.Contains("object") || (cue.Takes.Contains("object:at") && IsPut(tree, verb, "at", sets)) || (cue.Takes.Contains("object:to") && IsPut(tree, verb, "to", sets)) || (cue.Takes.Contains("object:number") && tree.Children(child).Any(number => tree.Is(number, "nummod"))) || (cue.Takes.Contains("object:predicate") && tree.Child(verb, "xcomp") >= 0) || (quotes && quoted[child]) || (cue.Takes.Contains("object:infinitive") && HasInfinitive(tree, child)),
            "nsubj:pass" => cue.Takes.Contains("object"),
            "advcl" => after && (infinitive ? direct >= 0 && cue.Takes.Contains("object:infinitive") || (cue.Takes.Contains("infinitive") && tree.Child(verb, "xcomp") < 0 && direct < 0)
                : (clauses && (Marker(tree, child) is "that" or "whether" || (Marker(tree, child) == "if" && cue.Kind == CueKind.Question) || IsAsked(tree, verb, child) || (tree[child].Penn == "VBG" && Marker(tree, child).Length == 0 && child == verb + 1))) || (cue.Takes.Contains("object:as") && direct >= 0 && Marker(tree, child) == "as") || IsPhrase(tree, child, cue)),
            "obl" when cue.Takes.Contains("object:at") => after && Is(Preposition(tree, child), "at") && IsPut(tree, verb, "at", sets),
            "obl" when cue.Takes.Contains("object:to") => after && Preposition(tree, child) is "to" or "from" && IsPut(tree, verb, "to", sets),
            "obl" => after && ((cue.Takes.Contains("object:as") && direct >= 0 && Preposition(tree, child) == "as") || IsPhrase(tree, child, cue)),
            _ => false,
        };
        if (whole) return child;
        // "told reporters that …": the clause was hung on the hearer or on the day.
        if (clauses && after && tree.IsNominal(child))
        {
            foreach (int below in tree.Children(child)) if ((tree.Is(below, "acl") || tree.Is(below, "ccomp")) && tree[below].Relation != "acl:relcl" && Marker(tree, below) is "that" or "whether") return below;
        }
        return -1;
    }

    // "at around 10" is at 10.
    private static bool Is(string joined, string preposition) => joined == preposition || joined.StartsWith(preposition + " ", StringComparison.Ordinal);

    // "put the toll at 40"
    private static bool IsPut(Tree tree, int verb, string preposition, WordSets sets)
    {
        int thing = tree.Child(verb, "obj");
        // Who raises a toll tells a number; who raises a rate or a flag does not.
        if (preposition == "to" && (thing < 0 || !sets.Has(WordSet.RunningCount, tree[thing].Lemma) && !sets.Has(WordSet.CountNoun, tree[thing].Lemma))) return false;
        for (int at = verb + 1; thing >= 0 && at < tree.Count; at++)
        {
            // Wherever the tree hung it: "put the cost of the raid at 60".
            if (Is(tree.Preposition(at), preposition) && tree.IsUnder(at, verb) && (tree[at].Upos == Upos.Num || tree.Children(at).Any(number => tree.Is(number, "nummod")))) return true;
        }
        return false;
    }

    // "did not say when they would leave": a question right behind the verb.
    private static bool IsAsked(Tree tree, int verb, int child) =>
        tree.Extent(child).First == verb + 1 && tree[verb + 1].Penn is "WRB" && HasSubject(tree, child);

    private static bool HasSubject(Tree tree, int clause) => tree.Child(clause, "nsubj") >= 0;

    private static bool HasInfinitive(Tree tree, int noun)
    {
        foreach (int child in tree.Children(noun)) if (tree.Is(child, "acl") && tree.HasMark(child, "TO")) return true;
        return false;
    }

    private static bool HasInfinitiveContent(Tree tree, int verb, int before, Cue cue)
    {
        foreach (int child in tree.Children(verb)) if (child > verb && child < before && tree.HasMark(child, "TO") && (cue.Takes.Contains("infinitive") || cue.Takes.Contains("object:infinitive"))) return true;
        return false;
    }

    private static bool IsListed(Tree tree, int verb, int child, WordSets sets)
    {
        int first = tree.Extent(child).First;
        if (tree[first].Form == ",") first++;
        // "officials said 153 people were killed and 133 were injured": one count beside the other.
        if (tree.Child(verb, "ccomp") is >= 0 and var said && said > verb && said < child && Events.Slots.IsPassive(tree, said, sets) && Events.Slots.IsPassive(tree, child, sets) && tree[first] is { Upos: Language.Tokens.Upos.Cconj, Form: "and" } && first + 1 < tree.Count && tree[first + 1].Upos == Language.Tokens.Upos.Num && tree[first - 1].Form != ",") return true;
        return HasSubject(tree, child) && tree[verb].Penn == "VBD" && Events.Slots.IsPassive(tree, child, sets) && first > verb + 1 && tree[first].Upos is Upos.Num or Upos.Noun or Upos.Det && tree[first - 1].Form == "," && !tree.Children(child).Any(word => tree.Is(word, "cc"))
            && tree.Children(child).Any(next => tree.Is(next, "conj"));
    }

    private static bool IsOpened(Tree tree, int verb, int child)
    {
        int first = tree.Extent(child).First;
        for (int at = verb + 1; at <= first && at < tree.Count; at++) if (tree[at].Form is ":" or "“" or "\"" or "''" or ",") return true;
        return first == verb + 1;
    }

    internal static string Marker(Tree tree, int clause)
    {
        foreach (int child in tree.Children(clause)) if (tree.Is(child, "mark") && tree[child].Penn != "TO") return tree[child].Lemma;
        return "";
    }

    private static string Preposition(Tree tree, int child) => tree.Is(child, "obl") ? tree.Preposition(child) : tree.Is(child, "advcl") ? Marker(tree, child) : "";

    private static bool IsPhrase(Tree tree, int child, Cue cue) => Preposition(tree, child) is { Length: > 0 } preposition && cue.Takes.Contains(preposition + ":np");

    private static void GivePreposition(Tree tree, int verb, int child, int direct, bool[] content, bool[] cueWords)
    {
        foreach (int word in tree.Children(child))
        {
            if (!(tree.Is(word, "case") || (tree.Is(word, "mark") && tree[word].Penn == "IN")) || word > child) continue;
            if (direct > verb && direct < word) return;   // "accused him of lying": the object stands between
            content[word] = false;
            if (word - verb <= GapMax) for (int at = verb + 1; at <= word; at++) cueWords[at] = true;
        }
    }
}
