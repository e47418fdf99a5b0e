using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Attributions;
using Sitrep.Pipeline.Extract.Events;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract;

// Whose word an event or a count is, and what he says of it: the nearest attribution over it, and what the words between do.
public sealed partial class ExtractStage
{
    /// <summary>Whose word the clause at <paramref name="at"/> is, and whether it is affirmed; null when it is told as not going to happen.</summary>
    private (Attribution By, Stance Stance)? StanceOf(Tree tree, int at, List<FoundAttribution> attributions, bool emptied = false)
    {
        FoundAttribution? nearest = attributions.FirstOrDefault(attribution => attribution.Content[at]);
        // "denied bombing the hall killing 20": the killing is denied with it.
        nearest ??= attributions.FirstOrDefault(attribution => attribution is { Effect: Stance.Denies, Cue: >= 0 } && tree.Head(at) == attribution.Cue && tree[at].Penn == "VBG" && tree.Is(at, "advcl") && at > 0 && tree[at - 1].Form != ",");
        if (_factuality.Of(tree, at, nearest?.Cue ?? -1, null, Judged(nearest)) is not { } told) return null;
        // "five deaths, not the 90 reported by officials": the "not" is the teller's, and the officials affirm what it denies.
        if (told == Stance.Denies && IsSetAgainst(tree, at, nearest)) told = Stance.Affirms;
        if (emptied)
        {
            if (told == Stance.Expects) return null;
            told = told == Stance.Denies ? Stance.Affirms : Stance.Denies;
        }
        if (nearest is null) return (Attribution.Narration, told);
        // "denied responsibility for the attack": that there was one nobody denies.
        if (nearest is { Effect: Stance.Denies, Verdict: null } && told == Stance.Affirms && IsBlamed(tree, at, nearest.Cue)) return (Attribution.Narration, Stance.Affirms);
        // "denied reports that troops would leave": that they will is what is denied.
        if (nearest.Verdict is not null && told == Stance.Expects && nearest.Effect == Stance.Denies) return (nearest.By, Stance.Denies);
        // "officers said X was held, according to a news agency": the officers say it, the agency hands it on.
        if (nearest is { By: { Source: { Kind: Model.World.ActorKind.Media } agency, Via: null }, Effect: Stance.Affirms } && attributions.FirstOrDefault(attribution => attribution != nearest && attribution.Cue >= 0 && attribution.Content[at] && attribution.By.Source is { Kind: not Model.World.ActorKind.Media }) is { Effect: Stance.Affirms } inner) nearest = inner with { By = inner.By with { Via = inner.By.Via ?? agency } };
        Stance stance = nearest.Effect switch
        {
            Stance.Affirms => told,
            Stance.Denies when told == Stance.Affirms && (IsOnlyTheirs(tree, at, nearest.Content) || IsEnded(tree, at)) => Stance.Affirms,
            Stance.Denies => told switch { Stance.Denies => Stance.Affirms, Stance.Expects => Stance.Expects, _ => Stance.Denies },
            Stance.Doubts => Stance.Doubts,
            _ => told == Stance.Denies ? Stance.Denies : told == Stance.Affirms && IsGiven(tree, at, nearest.Cue) ? Stance.Affirms : Stance.Expects,
        };
        FoundAttribution? outer = attributions.FirstOrDefault(attribution => attribution != nearest && attribution.Cue >= 0 && nearest.Cue >= 0 && attribution.Content[nearest.Cue]);
        Attribution by = nearest.By.Via is null && outer?.By.Source is { Kind: Model.World.ActorKind.Media } hand ? nearest.By with { Via = hand } : nearest.By;
        return (by, stance);
    }

    /// <summary>Who each claims a place for himself: those joined by "and" under "both" or "each" who both say it and are said to hold or to have taken it; empty where one claims it.</summary>
    private ActorMention[] Each(ReadSentence sentence, EventReading reading, FoundAttribution? nearest)
    {
        Tree tree = sentence.Tree;
        if (reading.Type is not (EventType.Holding or EventType.Capture) || nearest is not { Cue: >= 0 and var cue, By.Source: { } first } || tree.Child(cue, "nsubj") is not (>= 0 and var subject)) return [];
        (int from, int to) = tree.Extent(subject);
        if (!Enumerable.Range(Math.Max(0, from - 1), Math.Min(tree.Count, cue) - Math.Max(0, from - 1)).Any(at => tree[at].Lemma.ToLowerInvariant() is "both" or "each")) return [];
        ActorMention[] all = [first, .. tree.Children(subject).Where(child => tree.Is(child, "conj")).Select(child => _actors.Read(sentence, child)).OfType<ActorMention>()];
        return all.Length > 1 && reading.Roles.Any(role => role.Role == RoleKind.Actor && role.Actor.Words == first.Words) ? all : [];
    }

    // A count of several who are not told of before ("the 12 hostages"), in a clause that somebody negates himself or that is set aside by "contrary to".
    private static bool IsCountDenied(Tree tree, FoundEvent found, List<FoundAttribution> attributions)
    {
        if (found.Emptied || found.Reading.Type is not (EventType.Killing or EventType.Injury)) return false;
        bool counted = found.Slots["obj"].Concat(found.Slots["subj"]).Any(thing => tree[thing].Upos == Upos.Num && tree[thing].Lemma is not ("one" or "1") || tree.Children(thing).Any(number => tree.Is(number, "nummod") && tree[number].Lemma is not ("one" or "1")) && !tree.Children(thing).Any(det => tree.Is(det, "det") && tree[det].Lemma is not ("some" or "all" or "a")));
        FoundAttribution? nearest = attributions.FirstOrDefault(attribution => attribution.Content[found.Trigger]);
        return counted && (nearest?.Verdict is { Told: >= 0 } aside ? tree[aside.Word].Form is "to" : nearest is null or { Effect: Stance.Affirms });
    }

    private bool IsBlamed(Tree tree, int at, int cue)
    {
        for (int up = tree.Head(at), steps = 0; up >= 0 && up != cue && steps < OnlyStepsMax; up = tree.Head(up), steps++)
        {
            if (tree[up].Upos is Upos.Verb && !tree.IsUnder(up, at) && tree[up].Lemma != "be") return false;
            if (tree[up].Upos is Upos.Noun or Upos.Adj && _lexicon.Frames.For(tree[up].Lemma, tree[up].Upos == Upos.Noun ? FramePos.Noun : FramePos.Adj).Any(frame => frame.Type == EventType.Accusation)) return true;
        }
        return false;
    }

    private static bool IsSetAgainst(Tree tree, int at, FoundAttribution? nearest) => nearest is { Cue: >= 0 and var cue } && tree.Head(cue) == at && tree.Is(cue, "acl") && Factuality.IsNegated(tree, at);

    /// <summary>"denied that only the guard was in the fight": that others were in it too denies no fight.</summary>
    private static bool IsOnlyTheirs(Tree tree, int at, bool[] content)
    {
        for (int steps = 0; at >= 0 && content[at] && steps < OnlyStepsMax; at = tree.Head(at), steps++)
        {
            if (tree.Child(at, "nsubj") is >= 0 and var subject) return tree.Children(subject).Any(child => child < subject && tree[child].Lemma is "only" or "solely" or "exclusively");
        }
        return false;
    }

    /// <summary>"denied that the siege was over": that it goes on is what he says.</summary>
    private bool IsEnded(Tree tree, int at) =>
        tree[at].Upos == Upos.Noun && tree.Is(at, "nsubj") && tree.Head(at) is >= 0 and var said && _lexicon.Qualifiers.For(tree[said], QualifierPlace.Ending) is not null;

    /// <summary>Steps from an event word up to the verb whose subject is looked at.</summary>
    private const int OnlyStepsMax = 4;

    /// <summary>"urged them to feed troops who had surrendered": what is asked for is to come, of whom it is asked is told in the past.</summary>
    private static bool IsGiven(Tree tree, int at, int cue)
    {
        for (int up = at, steps = 0; up >= 0 && up != cue && steps < tree.Count; up = tree.Head(up), steps++)
        {
            if (tree[up].Relation == "acl:relcl") return tree[up].Penn == "VBD" || tree.Children(up).Any(child => tree.Is(child, "aux") && tree[child].Penn == "VBD");
        }
        return false;
    }

    private static bool IsSome(ReadSentence sentence, int subject)
    {
        Tree tree = sentence.Tree;
        bool counted = tree.Children(subject).Any(child => tree.Is(child, "nummod")) || sentence.Quantities.Any(quantity => quantity.First <= subject && subject <= quantity.Last);
        return counted || tree[subject].Lemma is "group" or "handful" or "number" or "pocket" or "few" && tree.Children(subject).Any(child => tree.Is(child, "det") && tree[child].Lemma is "a" or "some") || tree.Children(subject).Any(child => tree.Is(child, "det") && tree[child].Lemma == "some");
    }

    // Of what is judged, only what is told has a say.
    private static bool[]? Judged(FoundAttribution? nearest) => nearest?.Verdict is { HasContent: true } verdict ? verdict.Content : null;
}
