using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Extract.Events;

/// <summary>What goes on after an event, and has days of its own.</summary>
internal static class Aftermath
{
    /// <summary>Steps from an event up to what follows on it: "the rescue of those trapped by the landslide".</summary>
    private const int StepsMax = 8;

    /// <summary>True for the quake of "fear that the toll from Saturday's quake could rise": whatever becomes of the toll, there was one.</summary>
    public static bool IsGiven(Tree tree, int trigger, WordSets words) =>
        tree[trigger].Upos == Upos.Noun && tree.Preposition(trigger) is "from" or "of" && tree.Extent(trigger).First is > 0 and var from && words.Has(WordSet.Aftermath, tree[from - 1].Lemma);

    /// <summary>The subject of "The hunt for survivors of the mudslide continued on Tuesday", where the mudslide is asked for; -1 where the event is told by itself.</summary>
    public static int Of(Tree tree, int trigger, WordSets words)
    {
        if (tree[trigger].Upos != Upos.Noun) return -1;
        int at = trigger, above = -1;
        for (int steps = 0; steps < StepsMax && tree[at].Relation is "nmod" or "obl" or "obl:agent" or "acl" or "conj" && tree.Head(at) >= 0; steps++)
        {
            at = tree.Head(at);
            if (tree[at].Upos == Upos.Verb && !tree.Is(at, "acl")) break;
            if (tree[at].Upos == Upos.Noun && words.Has(WordSet.Aftermath, tree[at].Lemma)) above = at;
        }
        return above >= 0 && tree[above].Relation.StartsWith("nsubj", StringComparison.Ordinal) ? above : -1;
    }
}
