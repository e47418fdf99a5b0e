using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Attributions;
using Sitrep.Pipeline.Extract.Events;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Claims;

/// <summary>Whose word an event or a count is, and what he says of it: the nearest attribution over it, and what the words between do.</summary>
internal sealed class StanceReader(ReadingLexicon lexicon, Factuality factuality)
{
    /// <summary>Steps from an event word up to the verb whose subject is looked at.</summary>
    private const int OnlyStepsMax = 4;

    /// <summary>Whose word the clause at <paramref name="at"/> is, and whether it is affirmed; null when it is told as not going to happen.</summary>
    /// <param name="emptied">See <see cref="Events.FoundEvent.Emptied"/>.</param>
    public (Attribution By, Stance Stance)? Of(Tree tree, int at, List<FoundAttribution> attributions, bool emptied = false)
    {
        FoundAttribution? nearest = attributions.FirstOrDefault(attribution => attribution.Content[at]) ?? attributions.FirstOrDefault(attribution => IsDeniedWith(tree, at, attribution));
        if (factuality.Of(tree, at, nearest?.Cue ?? -1, null, Judged(nearest)) is not { } told) return null;
        // "five deaths, not the 90 reported by officials": the "not" is the teller's, and the officials affirm what it denies.
        if (told == Stance.Denies && nearest is not null && IsSetAgainst(tree, at, nearest)) told = Stance.Affirms;
        // "urged the government to stop attacking people": what is asked for is no denial of what is done.
        if (told == Stance.Denies && nearest is { Verdict: null, Effect: Stance.Expects, Cue: >= 0 and var asks } && lexicon.CueBook.For(tree[asks].Lemma, CueForm.Verb) is { Kind: CueKind.Directive }) return null;
        if (emptied && told == Stance.Expects) return null;
        if (emptied) told = told == Stance.Denies ? Stance.Affirms : Stance.Denies;
        if (nearest is null) return (Attribution.Narration, told);
        // "denied responsibility for the attack": that there was one nobody denies.
        if (nearest is { Effect: Stance.Denies, Verdict: null } && told == Stance.Affirms && Blame(tree, at, nearest.Cue) >= 0) return (Attribution.Narration, Stance.Affirms);
        // "said it was not responsible for the attack": nor is it what he tells.
        if (nearest is { Effect: Stance.Affirms, Cue: >= 0 } && told == Stance.Affirms && Blame(tree, at, nearest.Cue) is >= 0 and var blame && Factuality.IsNegated(tree, blame)) return (Attribution.Narration, Stance.Affirms);
        // "denied that soldiers had been shot after they surrendered": that they did is taken for granted.
        if (nearest is { Effect: Stance.Denies, Verdict: null, Cue: >= 0 } && told == Stance.Affirms && IsSetting(tree, at, nearest.Cue)) return (Attribution.Narration, Stance.Affirms);
        // "denied killing people who sheltered there", "killing people fleeing the town": that they fled is not denied.
        if (nearest is { Effect: Stance.Denies } && told == Stance.Affirms && IsWho(tree, at)) return (Attribution.Narration, Stance.Affirms);
        // "denied that troops were encircled in X, where the enemy has taken villages": that he has is told beside it.
        if (nearest is { Effect: Stance.Denies } && told == Stance.Affirms && IsBesideIt(tree, at, nearest.Content)) return (Attribution.Narration, Stance.Affirms);
        // "denied reports that troops would leave": that they will is what is denied.
        if (nearest.Verdict is not null && told == Stance.Expects && nearest.Effect == Stance.Denies) return (nearest.By, Stance.Denies);
        nearest = Original(at, nearest, attributions);
        return (HandedOn(nearest, attributions), Under(tree, at, nearest, told));
    }

    /// <summary>True for a participle that says who they are to whom the verb above did something.</summary>
    private static bool IsWho(Tree tree, int at) => tree[at] is { Penn: "VBG", Relation: "acl" } && tree.Head(at) is >= 0 and var who && tree.Is(who, "obj") && tree.Head(who) is >= 0 and var deed && tree[deed].Penn == "VBG";

    /// <summary>True for what a clause tells of when it was, under the verb that is denied: "after they surrendered".</summary>
    private static bool IsSetting(Tree tree, int at, int cue)
    {
        for (int steps = 0; at >= 0 && at != cue && steps < OnlyStepsMax; at = tree.Head(at), steps++)
        {
            if (!tree.Is(at, "advcl") || tree.Head(at) == cue || tree[at].Penn is not ("VBD" or "VBN")) continue;
            if (tree.Child(at, "nsubj") >= 0 && tree.Children(at).Any(child => child < at && tree[child].Lemma is "after" or "when" or "while" or "before" or "since" && (tree.Is(child, "mark") || tree.Is(child, "advmod")))) return true;
        }
        return false;
    }

    /// <summary>True for a clause that tells more of a place, a time or somebody before it: ", where", ", which it took last month", "a town that they took".</summary>
    private static bool IsBesideIt(Tree tree, int at, bool[] content)
    {
        for (int steps = 0; at >= 0 && content[at] && steps < OnlyStepsMax; at = tree.Head(at), steps++)
        {
            int where = tree.Children(at).FirstOrDefault(child => child < at && tree[child].Lemma == "where", -1);
            if (where > 1 && tree[where - 1].Form == "," && content[where - 2]) return true;
            // What "it" or "they" did is known: denied is what the clause above says.
            if (tree[at] is { Relation: "acl:relcl", Penn: "VBD" } && tree.Head(at) is >= 0 and var known && content[known] && tree.Child(at, "nsubj") is >= 0 and var who && tree[who].Form is "it" or "they" && tree.Children(at).Any(child => child < who && tree[child].Form is "which" or "that")) return true;
        }
        return false;
    }

    /// <summary>Of what is judged, only what is told has a say.</summary>
    public static bool[]? Judged(FoundAttribution? nearest) => nearest?.Verdict is { HasContent: true } verdict ? verdict.Content : null;

    /// <summary>True where a "not" sets the number against what the attribution hung on it tells: "not the 90 reported by officials".</summary>
    public static bool IsSetAgainst(Tree tree, int at, FoundAttribution nearest) =>
        nearest.Cue >= 0 && tree.Head(nearest.Cue) == at && tree.Is(nearest.Cue, "acl") && Factuality.IsNegated(tree, at);

    /// <summary>What is claimed of something told so under a source who affirms, denies, doubts or expects it.</summary>
    private Stance Under(Tree tree, int at, FoundAttribution source, Stance told) => source.Effect switch
    {
        Stance.Affirms => told,
        Stance.Denies when told == Stance.Affirms && (IsOnlyTheirs(tree, at, source.Content) || IsEnded(tree, at) || IsBeside(tree, at, source.Content)) => Stance.Affirms,
        Stance.Denies => told switch { Stance.Denies => Stance.Affirms, Stance.Expects => Stance.Expects, _ => Stance.Denies },
        Stance.Doubts => Stance.Doubts,
        _ when told == Stance.Denies => Stance.Denies,
        _ => told == Stance.Affirms && IsGiven(tree, at, source.Cue) ? Stance.Affirms : Stance.Expects,
    };

    /// <summary>"officers said X was held, according to a news agency": the officers say it, the agency hands it on.</summary>
    private static FoundAttribution Original(int at, FoundAttribution nearest, List<FoundAttribution> attributions)
    {
        if (nearest is not { By: { Source: { Kind: ActorKind.Media } agency, Via: null }, Effect: Stance.Affirms }) return nearest;
        FoundAttribution? inner = attributions.FirstOrDefault(attribution => attribution != nearest && attribution.Cue >= 0 && attribution.Content[at] && attribution.By.Source is { Kind: not ActorKind.Media });
        return inner is { Effect: Stance.Affirms } ? inner with { By = inner.By with { Via = inner.By.Via ?? agency } } : nearest;
    }

    /// <summary>"state television quoted the army as saying": the army's word, through the television.</summary>
    private Attribution HandedOn(FoundAttribution nearest, List<FoundAttribution> attributions)
    {
        FoundAttribution? outer = attributions.FirstOrDefault(attribution => attribution != nearest && attribution.Cue >= 0 && nearest.Cue >= 0 && attribution.Content[nearest.Cue]);
        // "the monitor said that evidence indicated …": evidence speaks by whoever brings it.
        if (nearest.By.Source is { Form: ActorForm.Common, Body: null, Country: null, Noun: { } paper } && outer is { Effect: Stance.Affirms, By.Source: not null } && outer.Cue < nearest.Cue && lexicon.Nouns.ActorClass(paper) == NounClass.Document) return outer.By;
        return nearest.By.Via is null && outer?.By.Source is { Kind: ActorKind.Media } hand ? nearest.By with { Via = hand } : nearest.By;
    }

    /// <summary>"denied bombing the hall killing 20": the killing is denied with it.</summary>
    private static bool IsDeniedWith(Tree tree, int at, FoundAttribution attribution) =>
        attribution is { Effect: Stance.Denies, Cue: >= 0 and var cue } && at > cue && tree.Head(at) == cue && tree[at].Penn == "VBG" && tree.Is(at, "advcl") && at > 0 && tree[at - 1].Form != ",";

    /// <summary>The word between an event and a verb of saying that tells whose fault it is: "responsible", "involvement"; -1 when none does.</summary>
    private int Blame(Tree tree, int at, int cue)
    {
        for (int up = tree.Head(at), steps = 0; up >= 0 && up != cue && steps < OnlyStepsMax; up = tree.Head(up), steps++)
        {
            if (tree[up].Upos is Upos.Verb && !tree.IsUnder(up, at) && tree[up].Lemma != "be") return -1;
            if (tree[up].Upos is not (Upos.Noun or Upos.Adj)) continue;
            if (lexicon.Words.Has(WordSet.Fault, tree[up].Lemma)) return up;
            if (lexicon.Frames.For(tree[up].Lemma, tree[up].Upos == Upos.Noun ? FramePos.Noun : FramePos.Adj).Any(frame => frame.Type == EventType.Accusation)) return up;
        }
        return -1;
    }

    /// <summary>"denied that the girls taken by rebels had been freed": that they were taken is not what is denied. With no clause beside it ("reports of villagers killed by its troops") it is.</summary>
    private static bool IsBeside(Tree tree, int at, bool[] content) =>
        tree[at].Penn == "VBN" && tree.Is(at, "acl") && Enumerable.Range(at + 1, tree.Count - at - 1).TakeWhile(other => tree[other].Form != "," && tree[other].Upos != Upos.Cconj).Any(other => content[other] && tree[other].Penn is "VBD" or "VBZ" or "VBP" or "MD" && !tree.IsUnder(other, at));

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
        tree[at].Upos == Upos.Noun && tree.Is(at, "nsubj") && tree.Head(at) is >= 0 and var said && lexicon.Qualifiers.For(tree[said], QualifierPlace.Ending) is not null;

    /// <summary>"urged them to feed troops who had surrendered": what is asked for is to come, of whom it is asked is told in the past.</summary>
    private bool IsGiven(Tree tree, int at, int cue)
    {
        if (Aftermath.IsGiven(tree, at, lexicon.Words)) return true;
        for (int up = at, steps = 0; up >= 0 && up != cue && steps < tree.Count; up = tree.Head(up), steps++)
        {
            if (tree[up].Relation == "acl:relcl") return tree[up].Penn == "VBD" || tree.Children(up).Any(child => tree.Is(child, "aux") && tree[child].Penn == "VBD");
        }
        return false;
    }
}
