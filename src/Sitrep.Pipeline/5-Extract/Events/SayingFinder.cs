using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Attributions;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Events;

/// <summary>What a source denies, expects or vows, where no event word names it: "denied that it had called off the warning".</summary>
/// <remarks>Kept as an event of type <see cref="EventType.Other"/> in the source's own words, so that no denial and no forecast is lost.</remarks>
public static class SayingFinder
{
    /// <summary>Words of the content that are kept; enough to know what it is about.</summary>
    private const int WordsMax = 14;

    /// <summary>True when what is said is told as coming: "said the toll could reach 20,000".</summary>
    public static bool LooksForward(Tree tree, FoundAttribution attribution)
    {
        if (attribution.Effect != Stance.Affirms || attribution.Cue < 0) return false;
        for (int at = 0; at < tree.Count; at++)
        {
            if (attribution.Content[at] && (tree.Head(at) == attribution.Cue || tree.Head(attribution.Cue) == at)) return Factuality.HasModal(tree, at) && !Factuality.IsNegated(tree, at);
        }
        return false;
    }

    /// <returns>Null when the attribution only reports, or its content is a bare noun or pronoun, or a party.</returns>
    public static EventReading? Read(Tree tree, FoundAttribution attribution, ReadingLexicon lexicon)
    {
        if (attribution.Cue < 0 || !(attribution.Effect is Stance.Denies or Stance.Expects || LooksForward(tree, attribution))) return null;
        int first = -1, last = -1, words = 0;
        for (int at = attribution.Cue + 1; at < tree.Count; at++)
        {
            if (!attribution.Content[at])
            {
                if (first >= 0) break;
                continue;
            }
            if (first < 0 && (tree[at].Upos is Upos.Punct or Upos.Sconj || tree[at].Penn == "TO")) continue;
            if (tree[at].Form is ";" or "." || ++words > WordsMax) break;
            if (first < 0) first = at;
            last = at;
        }
        while (last > first && tree[last].Upos is Upos.Punct or Upos.Adp or Upos.Det or Upos.Cconj or Upos.Part or Upos.Sconj) last--;
        if (first < 0 || last - first < 2) return null;
        // "dismissed the city council": a party is sent away, nothing is denied.
        if (tree.Child(attribution.Cue, "obj") is >= 0 and var sent && sent >= first && sent <= last && lexicon.Nouns.ActorClass(tree[sent].Lemma) is >= NounClass.Force and <= NounClass.Monitor or NounClass.Witness or NounClass.People or NounClass.Captive) return null;
        string content = tree.Words(first, last);
        return new EventReading(EventType.Other, tree.Span(attribution.Cue, attribution.Cue), $"{tree[attribution.Cue].Lemma}: {content}", [new RoleMention(RoleKind.Actor, attribution.By.Source!)], null, null, null, false);
    }
}
