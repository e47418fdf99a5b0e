using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Attributions;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Events;

/// <summary>What a source denies, expects or vows, where no event word names it: "denied that it had called off the warning".</summary>
/// <remarks>Kept as an event of type <see cref="EventType.Other"/> in the source's own words, so that no denial and no forecast is lost.</remarks>
public static class SayingFinder
{
    /// <summary>Words of the content that are kept; enough to know what it is about.</summary>
    private const int WordsMax = 24;

    /// <summary>True when what is said is told as coming: "said the toll could reach 20,000".</summary>
    public static bool LooksForward(Tree tree, FoundAttribution attribution, WordSets words)
    {
        if (attribution.Effect != Stance.Affirms || attribution.Cue < 0) return false;
        for (int at = 0; at < tree.Count; at++)
        {
            if (attribution.Content[at] && tree[at].Upos is not (Upos.Sconj or Upos.Punct) && tree[at].Lemma != "that" && (tree.Head(at) == attribution.Cue || tree.Head(attribution.Cue) == at)) return !IsRecalled(tree, at) && !IsHeard(tree, at, words) && Factuality.HasModal(tree, at) && !Factuality.IsNegated(tree, at) && !IsNobodys(tree, at);
        }
        return false;
    }

    // "No one can deny this": nothing is to come.
    private static bool IsNobodys(Tree tree, int verb) => tree.Child(verb, "nsubj") is >= 0 and var nobody && (tree[nobody].Lemma.ToLowerInvariant() is "nobody" or "none" || tree[nobody].Lemma.Equals("one", StringComparison.OrdinalIgnoreCase) && Factuality.IsNegated(tree, nobody));

    // "residents say they can still hear gunfire": they do.
    private static bool IsHeard(Tree tree, int verb, WordSets words) => (tree[verb].Lemma == "see" || words.Has(WordSet.Sensed, tree[verb].Lemma)) && tree.Children(verb).Any(child => tree.Is(child, "aux") && tree[child].Form is "could" or "can");

    // "I could only hear my brother", "we can say that …"
    private static bool IsRecalled(Tree tree, int verb) => tree.Child(verb, "nsubj") is >= 0 and var subject && tree[subject].Form is "I" or "we" or "We" && tree.Children(verb).Any(child => tree.Is(child, "aux") && tree[child].Form is "could" or "can");

    /// <returns>Null when the attribution only reports, or its content is a bare noun or pronoun, or a party.</returns>
    public static EventReading? Read(Tree tree, FoundAttribution attribution, ReadingLexicon lexicon)
    {
        if (attribution.Cue < 0 || !(attribution.Effect is Stance.Denies or Stance.Expects || LooksForward(tree, attribution, lexicon.Words))) return null;
        (int first, int last) = Behind(tree, attribution);
        bool before = first < 0;
        if (before) (first, last) = Before(tree, attribution);
        bool cut = last - first >= WordsMax;
        if (cut) last = first + WordsMax - 1;
        while (last > first && (tree[last].Upos is Upos.Punct or Upos.Det or Upos.Cconj or Upos.Part or Upos.Sconj || tree[last].Upos == Upos.Adp && tree[last].Penn != "RP")) last--;
        bool fault = first >= 0 && attribution.Effect == Stance.Denies && !before && Enumerable.Range(first, last - first + 1).Any(at => tree.Head(at) == attribution.Cue && lexicon.Words.Has(WordSet.Fault, tree[at].Lemma));
        if (first < 0 || !fault && last - first < (tree[first].Penn == "TO" || tree[first].Lemma == "that" ? 3 : 2)) return null;
        // "pledged loyalty to the front", "promised $5 million": given with the word, and nothing to come.
        if (lexicon.CueBook.For(tree[attribution.Cue].Lemma, CueForm.Verb) is { Kind: CueKind.Commitment } && tree[first].Penn != "TO" && !Enumerable.Range(first, last - first + 1).Any(at => tree[at].Upos is Upos.Verb or Upos.Aux)) return null;
        // "dismissed the city council": a party is sent away, nothing is denied.
        if (attribution.Effect == Stance.Denies && tree.Child(attribution.Cue, "obj") is >= 0 and var sent && sent >= first && sent <= last && lexicon.Nouns.ActorClass(tree[sent].Lemma) is >= NounClass.Force and <= NounClass.Monitor or NounClass.Witness or NounClass.People or NounClass.Captive) return null;
        string content = tree.Words(first, last) + (cut ? " …" : "");
        if (content.Count(c => c == '"') % 2 == 1 || content.Contains('“', StringComparison.Ordinal) != content.Contains('”', StringComparison.Ordinal)) content = content.Replace("\"", "", StringComparison.Ordinal).Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal);   // a mark without its other
        if (before && tree[first] is { Upos: not Upos.Propn, Name: Sitrep.Language.Tokens.NameKind.None, Form: not "I" }) content = char.ToLowerInvariant(content[0]) + content[1..];   // it follows the speaker now
        return new EventReading(EventType.Other, tree.Span(attribution.Cue, attribution.Cue), $"{(before && tree[attribution.Cue].Lemma == "tell" ? "say" : tree[attribution.Cue].Lemma)}: {content}", [new RoleMention(RoleKind.Actor, attribution.By.Source!)], null, null, null, false);
    }
    /// <summary>What one source told before a comma and another denies behind it: "said the guests were smugglers, which the hotel denied".</summary>
    /// <returns>Null when it is too short to be a statement.</returns>
    public static EventReading? Denied(Tree tree, FoundAttribution denial, FoundAttribution teller, int comma, ActorMention denier)
    {
        int last = comma - 1, first = last;
        while (first > 0 && teller.Content[first - 1] && tree[first - 1].Form is not (";" or "“" or "\"")) first--;
        if (tree[first] is { Lemma: "that", Upos: Upos.Sconj }) first++;
        if (last - first < 2 || last - first >= WordsMax || !Enumerable.Range(first, last - first + 1).Any(at => tree[at].Upos is Upos.Verb or Upos.Aux)) return null;
        return new EventReading(EventType.Other, tree.Span(denial.Cue, denial.Cue), $"{tree[denial.Cue].Lemma}: that {tree.Words(first, last)}", [new RoleMention(RoleKind.Actor, denier)], null, null, null, false);
    }

    // "denied that …", "expects to …": with the word that opens it.
    private static (int First, int Last) Behind(Tree tree, FoundAttribution attribution)
    {
        int first = -1, last = -1;
        for (int at = attribution.Cue + 1; at < tree.Count; at++)
        {
            if (!attribution.Content[at])
            {
                if (first >= 0) break;
                continue;
            }
            if (first < 0 && (tree[at].Upos is Upos.Punct or Upos.Adv || tree[at].Upos is Upos.Sconj && tree[at].Lemma != "that")) continue;
            if (tree[at].Form is ";" or ".") break;
            if (first < 0) first = at;
            last = at;
        }
        return (first, last);
    }

    // "The toll could reach 20,000, the mayor said": the run that ends nearest before the cue.
    private static (int First, int Last) Before(Tree tree, FoundAttribution attribution)
    {
        int last = attribution.Cue - 1;
        while (last >= 0 && (!attribution.Content[last] || tree[last].Upos == Upos.Punct)) last--;
        int first = last;
        while (first > 0 && attribution.Content[first - 1] && tree[first - 1].Form is not (";" or "." or "“" or "\"")) first--;
        while (first >= 0 && first < last && tree[first].Upos is Upos.Punct or Upos.Cconj) first++;
        return first >= 0 && Enumerable.Range(first, last - first + 1).Any(at => tree[at].Upos is Upos.Verb or Upos.Aux) ? (first, last) : (-1, -1);
    }
}
