using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Attributions;

// Phrases, adverbs and marks: "according to X", "reportedly", "X: …", "“…” — X".
public sealed partial class ClauseFinder
{
    /// <summary>Longest name before a colon, in tokens: "The governor: …".</summary>
    private const int LabelMax = 6;

    /// <summary>Longest name before the colon of a headline, in tokens.</summary>
    private const int HeadlineLabelMax = 3;

    private CuedClause? AccordingTo(Tree tree, int at)
    {
        if (tree[at].Form is not ("according" or "According") || at + 2 >= tree.Count || tree[at + 1].Form != "to") return null;
        // Trees differ: the source may be above "according", below it, or beside.
        int source = tree.Is(at, "case") ? tree.Head(at) : tree.Child(at, "obl") is >= 0 and var below ? below : tree.Child(at, "nmod");
        if (source < 0) source = tree.Head(at + 1) > at ? tree.Head(at + 1) : -1;
        if (source < 0) return null;
        int top = tree.IsUnder(at, source) ? source : at;
        bool[] content = new bool[tree.Count], words = new bool[tree.Count];
        (words[at], words[at + 1]) = (true, true);
        int clause = tree.Head(top);
        if (clause < 0) return null;
        for (int steps = 0; steps < tree.Count && tree.Head(clause) >= 0 && !(tree[clause].Upos is Upos.Verb or Upos.Aux or Upos.Adj && tree.Child(clause, "nsubj") >= 0); steps++) clause = tree.Head(clause);
        // At the edge of a sentence it is the whole sentence that is told, but for a clause beside it that somebody else tells.
        if (IsAtEdge(tree, top)) while (tree.Head(clause) >= 0 && !(tree.Is(clause, "conj") && IsTold(tree, tree.Head(clause)))) clause = tree.Head(clause);
        tree.Mark(clause, content);
        tree.Clear(top, content);
        bool[] who = SourceReader.Words(tree, source, at, content);
        who[at + 1] = false;
        Cue cue = cues.For("according to", CueForm.Phrase) ?? throw new InvalidDataException("cues.tsv has no row for 'according to'.");
        return new CuedClause(cue, at, source, who, words, Trim(tree, content));
    }

    // The comma before it may hang on it, or on the clause.
    private static bool IsAtEdge(Tree tree, int top) =>
        tree.Extent(top) is var (first, last) && (first == 0 || last >= tree.Count - 2 && (tree[first].Form == "," || tree[first - 1].Form == ","));

    /// <summary>"The army said it held the town, and 20 were killed, according to a monitor": the first clause has its own source.</summary>
    private bool IsTold(Tree tree, int clause) => Tells(tree, clause) || tree.Is(clause, "ccomp") && Tells(tree, tree.Head(clause));

    private bool Tells(Tree tree, int verb) => tree[verb].Upos == Upos.Verb && cues.For(tree[verb].Lemma, CueForm.Verb) is not null && (tree.Child(verb, "ccomp") >= 0 || tree.Child(verb, "parataxis") >= 0);

    private CuedClause? OfAdverb(Tree tree, int adverb)
    {
        if (cues.For(tree[adverb].Lemma, CueForm.Adverb) is not { } cue || tree.Head(adverb) is not (>= 0 and var head) || tree[head].Upos is not (Upos.Verb or Upos.Aux or Upos.Adj or Upos.Noun)) return null;
        bool[] content = tree.Subtree(head), words = new bool[tree.Count];
        words[adverb] = true;
        content[adverb] = false;
        return new CuedClause(cue, adverb, -1, new bool[tree.Count], words, Trim(tree, content));
    }

    /// <summary>"Musa Bello: We will rebuild." A name that the sentence opens with, and a colon.</summary>
    private CuedClause? OfColon(Tree tree, int colon, bool[] quoted)
    {
        int first = tree[0].Form is "“" or "\"" ? 1 : 0;   // a transcript that is itself quoted
        if (colon == first || colon > LabelMax || (quoted[colon] && first == 0)) return null;
        bool capitals = Enumerable.Range(first, colon - first).All(at => tree[at].Form.All(c => !char.IsLetter(c) || char.IsUpper(c)));
        // A headline has no stop: "Report: …", "Okoro: …".
        bool headline = first == 0 && colon <= HeadlineLabelMax && tree[tree.Count - 1].Form is not ("." or "?" or "!" or "”" or "\"" or "…") && Enumerable.Range(0, colon).All(at => tree[at].Upos == Upos.Propn || (colon == 1 && cues.For(tree[at].Lemma, CueForm.Noun) is { Kind: CueKind.Speech or CueKind.Showing or CueKind.Thought }));
        for (int at = first; at < colon; at++) if (!capitals && tree[at].Upos is not (Upos.Propn or Upos.Det or Upos.Adj or Upos.Noun or Upos.Adp) && !(tree[at].Upos == Upos.Verb && char.IsUpper(tree[at].Form[0]) && tree[at + 1].Name == NameKind.Person)) return null;
        if (!capitals && !headline && !Enumerable.Range(first, colon - first).Any(at => tree[at].Name is NameKind.Person or NameKind.Organisation)) return null;
        int source = Enumerable.Range(first, colon - first).First(at => tree.Head(at) < 0 || tree.Head(at) >= colon || at == colon - 1);
        bool[] content = new bool[tree.Count], words = new bool[tree.Count], who = new bool[tree.Count];
        for (int at = 0; at < tree.Count; at++) (who[at], words[at], content[at]) = (at >= first && at < colon, at == colon, at > colon);
        Cue cue = cues.For("say", CueForm.Verb) ?? throw new InvalidDataException("cues.tsv has no row for 'say'.");
        return new CuedClause(cue, colon, source, who, words, Trim(tree, content));
    }

    /// <summary>"“We lost everything.” — Amina Diallo": a name signs what is quoted before it.</summary>
    private CuedClause? OfDash(Tree tree, int dash, bool[] quoted)
    {
        if (dash + 1 >= tree.Count || tree.Count - dash > LabelMax + 2 || tree[dash + 1].Upos != Upos.Propn) return null;
        for (int at = dash + 1; at < tree.Count; at++) if (tree[at].Upos is Upos.Verb or Upos.Aux or Upos.Pron) return null;
        if (dash > 0 && tree[dash - 1].Form is not ("”" or "\"" or "''")) return null;
        bool[] words = new bool[tree.Count], who = new bool[tree.Count];
        for (int at = dash + 1; at < tree.Count; at++) who[at] = at < tree.Count - 1 || tree[at].Upos != Upos.Punct;
        words[dash] = true;
        Cue cue = cues.For("say", CueForm.Verb) ?? throw new InvalidDataException("cues.tsv has no row for 'say'.");
        int source = Enumerable.Range(dash + 1, tree.Count - dash - 1).FirstOrDefault(at => tree.Head(at) <= dash, dash + 1);
        return new CuedClause(cue, dash, source, who, words, Trim(tree, (bool[])quoted.Clone()));
    }
}
