using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Attributions;

// Nouns and adjectives: "the army's claim that …", "raised doubts about …", "is confident that …".
public sealed partial class ClauseFinder
{
    /// <summary>"the army's claim that …", "raised doubts about …": a noun with a content, and a source before it or at the verb it completes.</summary>
    private CuedClause? OfNoun(Tree tree, int noun)
    {
        if (cues.For(tree[noun].Lemma, CueForm.Noun) is not { } cue) return null;
        int source = tree.Children(noun).FirstOrDefault(child => tree[child].Relation == "nmod:poss", -1), verb = -1;
        if (source < 0 && tree.Is(noun, "obj") && tree.Head(noun) is >= 0 and var light && light < noun && cues.For(tree[light].Lemma, CueForm.Light) is not null)
        {
            verb = light;
            source = SourceReader.Of(tree, verb);
        }
        bool[] content = new bool[tree.Count], words = new bool[tree.Count];
        bool any = false;
        foreach (int child in verb < 0 ? tree.Children(noun) : tree.Children(noun).Concat(tree.Children(verb)))
        {
            if (child <= noun) continue;
            bool clause = (tree.Is(child, "acl") && (tree[child].Relation != "acl:relcl" || (source >= 0 && tree[noun + 1].Form == "that")) && (tree.HasMark(child, "TO") ? cue.Takes.Contains("infinitive") : cue.Takes.Contains("clause") && (tree.HasMark(child, "IN") || tree[child].Relation == "acl:relcl"))) || (tree.Is(child, "ccomp") && cue.Takes.Contains("clause"));
            bool phrase = (tree.Is(child, "nmod") || tree.Is(child, "obl")) && source >= 0 && cue.Takes.Contains(tree.Preposition(child) + ":np");
            if (!clause && !phrase) continue;
            tree.Mark(child, content);
            any = true;
            if (!phrase) continue;
            foreach (int word in tree.Children(child)) if (tree.Is(word, "case") && word == noun + 1) (words[word], content[word]) = (true, false);
        }
        if (!any || source < 0) return null;
        words[noun] = true;
        if (verb >= 0)
        {
            for (int at = verb; at < noun; at++) words[at] = true;
            CueWords(tree, verb, words, content);
        }
        return new CuedClause(cue, noun, source, SourceReader.Words(tree, source, noun, content), words, Trim(tree, content, words));
    }

    /// <summary>"The mayor is confident that …"</summary>
    private CuedClause? OfAdjective(Tree tree, int adjective)
    {
        if (cues.For(tree[adjective].Lemma, CueForm.Adjective) is not { } cue || tree.Child(adjective, "cop") < 0) return null;
        int source = tree.Child(adjective, "nsubj");
        if (source < 0) source = SourceReader.Of(tree, adjective);
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
