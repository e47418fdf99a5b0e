using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Attributions;

// Nouns and adjectives: "the army's claim that …", "raised doubts about …", "is confident that …".
public sealed partial class ClauseFinder
{
    /// <summary>Most tokens from a verb to the noun it carries ("launched an unusually fierce attack").</summary>
    private const int CarriedMax = 6;

    /// <summary>"the army's claim that …", "launched a fierce attack on …", "is a critic of …": a noun with a content, and a source before it or at the verb it completes.</summary>
    private CuedClause? OfNoun(Tree tree, int noun)
    {
        if (cues.For(tree[noun].Lemma, CueForm.Noun) is not { } cue) return null;
        int source = tree.Children(noun).FirstOrDefault(child => tree[child].Relation == "nmod:poss", -1), verb = -1;
        if (source < 0 && tree.Child(noun, "cop") is >= 0 and var copula && copula < noun)
        {
            source = tree.Child(noun, "nsubj");
            verb = copula;
        }
        else if (source < 0 && tree.Is(noun, "obj") && tree.Head(noun) is >= 0 and var carrier && carrier < noun && noun - carrier <= CarriedMax && cues.For(tree[carrier].Lemma, CueForm.Light) is not null)
        {
            verb = carrier;
            source = SourceReader.Of(tree, verb, sets);
        }
        bool[] content = new bool[tree.Count], words = new bool[tree.Count];
        bool any = false, told = false;
        foreach (int child in verb < 0 || tree.Head(noun) != verb ? tree.Children(noun) : tree.Children(noun).Concat(tree.Children(verb)))
        {
            if (child <= noun) continue;
            bool clause = (tree.Is(child, "acl") && (tree[child].Relation != "acl:relcl" || (source >= 0 && tree[noun + 1].Form == "that")) && (tree.HasMark(child, "TO") ? cue.Takes.Contains("infinitive") : cue.Takes.Contains("clause") && (tree.HasMark(child, "IN") || IsThat(tree, noun, child) || tree[child].Relation == "acl:relcl"))) || (tree.Is(child, "ccomp") && cue.Takes.Contains("clause"));
            bool phrase = !clause && (tree.Is(child, "nmod") || tree.Is(child, "obl") || tree.Is(child, "acl") || tree.Is(child, "advcl")) && cue.Takes.Contains(PrepositionAt(tree, child) + ":np");
            if (!clause && !phrase) continue;
            tree.Mark(child, content);
            any = true;
            told |= clause && tree.Is(child, "acl") && tree.HasMark(child, "IN");
            if (!phrase) continue;
            foreach (int word in tree.Children(child)) if ((tree.Is(word, "case") || tree.Is(word, "mark")) && word == noun + 1) (words[word], content[word]) = (true, false);
        }
        // A noun without a source is a cue of its own where what is felt or said is told in full: "growing fears that …".
        if (!any || (source < 0 && (verb >= 0 || !told || cue.Kind is CueKind.Intention or CueKind.Showing))) return null;
        words[noun] = true;
        if (verb >= 0)
        {
            for (int at = verb; at < noun; at++) words[at] = true;
            CueWords(tree, verb, words, content);
        }
        else
        {
            // What the noun is called belongs to the cue: "his repeated attacks on", "a sharp rebuke to".
            for (int at = noun - 1; at >= 0 && tree.Head(at) == noun && !content[at] && (tree.Is(at, "amod") || tree.Is(at, "compound") || (source < 0 && tree.Is(at, "det"))); at--) words[at] = true;
        }
        return new CuedClause(cue, noun, source, SourceReader.Words(tree, source, noun, content), words, Trim(tree, content, words));
    }

    // "has no doubt that": whatever the tagger took the word for.
    private static bool IsThat(Tree tree, int noun, int clause) => noun + 1 < tree.Count && tree[noun + 1].Form == "that" && tree.Is(noun + 1, "mark") && tree.Head(noun + 1) == clause;

    private static string PrepositionAt(Tree tree, int child) => tree.Preposition(child) is { Length: > 0 } preposition ? preposition : ContentReader.Marker(tree, child);

    /// <summary>"The mayor is confident that …"</summary>
    private CuedClause? OfAdjective(Tree tree, int adjective)
    {
        if (cues.For(tree[adjective].Lemma, CueForm.Adjective) is not { } cue || tree.Child(adjective, "cop") < 0) return null;
        int source = tree.Child(adjective, "nsubj");
        if (source < 0) source = SourceReader.Of(tree, adjective, sets);
        bool[] content = new bool[tree.Count], words = new bool[tree.Count];
        bool any = false;
        foreach (int child in tree.Children(adjective))
        {
            if (child < adjective) continue;
            bool clause = (tree.Is(child, "ccomp") && cue.Takes.Contains("clause")) || (tree.Is(child, "xcomp") && cue.Takes.Contains("infinitive"));
            bool phrase = tree.Is(child, "obl") && cue.Takes.Contains(tree.Preposition(child) + ":np");
            if (!clause && !phrase) continue;
            tree.Mark(child, content);
            any = true;
            if (!phrase) continue;
            foreach (int word in tree.Children(child)) if (tree.Is(word, "case") && word == adjective + 1) (words[word], content[word]) = (true, false);
        }
        if (!any || source < 0) return null;
        CueWords(tree, adjective, words, content);
        return new CuedClause(cue, adjective, source, SourceReader.Words(tree, source, adjective, content), words, Trim(tree, content));
    }
}
