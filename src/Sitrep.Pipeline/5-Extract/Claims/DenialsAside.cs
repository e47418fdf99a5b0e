using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Attributions;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Claims;

/// <summary>"Despite denials by the army, the rebels seized the town", "seized the town, prompting denials from the army": what the report tells for all that somebody denies it, he denies.</summary>
internal sealed class DenialsAside(ActorFinder actors, AttributionReader attributions, QualifierList qualifiers)
{
    /// <summary>Words from "despite" to "denials": "the repeated".</summary>
    private const int GapMax = 3;

    /// <summary>Steps from an event up to the sentence's own verb.</summary>
    private const int StepsMax = 4;

    /// <summary>Who denies what the sentence tells at <paramref name="trigger"/>; null where nobody does.</summary>
    public Attribution? Over(ReadSentence sentence, int trigger)
    {
        Tree tree = sentence.Tree;
        for (int denial = 1; denial < tree.Count; denial++)
        {
            if (tree[denial] is not { Lemma: "denial", Upos: Upos.Noun } || !IsAside(tree, denial) || tree.IsUnder(trigger, denial) || !IsMain(tree, trigger)) continue;
            // "despite denials that X": of X, and of nothing else.
            if (tree.Children(denial).Any(child => child > denial && tree[child].Relation is "acl" or "ccomp") || denial + 1 < tree.Count && tree[denial + 1].Form is "that" or "of") return null;
            return Denier(sentence, denial) is { } denier ? new Attribution(denier, attributions.KindOf(denier), null, "denial", false, null) : null;
        }
        return null;
    }

    private ActorMention? Denier(ReadSentence sentence, int denial)
    {
        Tree tree = sentence.Tree;
        int drawn = tree.Is(denial, "obj") ? tree.Head(denial) : denial;
        foreach (int child in tree.Children(denial).Concat(tree.Children(drawn)))
        {
            bool names = tree.Preposition(child) is "by" or "from" || tree[child].Relation == "nmod:poss" || tree.Is(child, "compound");
            if (names && actors.Read(sentence, child) is { Form: not ActorForm.Pronoun } denier) return denier;
        }
        return null;
    }

    private bool IsAside(Tree tree, int denial)
    {
        if (tree.Is(denial, "obj") && tree.Head(denial) is >= 0 and var drawn && tree[drawn].Penn == "VBG" && tree.Is(drawn, "advcl") && qualifiers.For(tree[drawn], QualifierPlace.Outcome) is not null) return true;
        for (int at = denial - 1; at >= 0 && at >= denial - GapMax - 1; at--) if (tree[at].Lemma.ToLowerInvariant() is "despite" or "spite" or "notwithstanding" or "amid") return true;
        return false;
    }

    // The sentence's own verb, one joined to it, or what somebody says in it.
    private static bool IsMain(Tree tree, int at)
    {
        for (int steps = 0; at >= 0 && steps < StepsMax; at = tree.Head(at), steps++)
        {
            if (tree.Is(at, "root")) return true;
            if (!(tree.Is(at, "conj") || tree.Is(at, "ccomp") || tree.Is(at, "parataxis"))) return false;
        }
        return false;
    }
}
