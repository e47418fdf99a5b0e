using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Attributions;
using Sitrep.Pipeline.Extract.Events;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Claims;

/// <summary>What the sources of a sentence say that no event word of it tells: denials of what was told before, and what is said in words that no frame knows.</summary>
internal sealed class DenialClaims(ReadingLexicon lexicon, AttributionReader attributions)
{
    private readonly EarlierTellings _earlier = new(lexicon);

    /// <param name="since">Number of claims before this sentence.</param>
    public void Add(ToldSentence told, ClaimList claims, int since)
    {
        foreach (FoundAttribution attribution in told.Attributions)
        {
            if (attribution.By.Source is null) continue;
            if (attribution.Verdict is { Before: >= 0 and var comma }) AddJudged(told, attribution, comma, claims, since);
            else if (!AddReferred(told, attribution, claims) && !AddNamed(told, attribution, claims)) AddSaying(told, attribution, claims, since);
        }
    }

    /// <summary>"…, a claim that the army rejected": what the sentence told before the comma.</summary>
    private void AddJudged(ToldSentence told, FoundAttribution attribution, int comma, ClaimList claims, int since)
    {
        if (Judge(told.Tree, attribution, claims, since) is not { Source: { } judge } by) return;
        TextSpan at = told.Tree.Span(attribution.Cue, attribution.Cue);
        Claim[] before = [.. claims.Since(since).Where(claim => claim is { Event: { } happened, Stance: Stance.Affirms } && happened.Trigger.End <= told.Tree[comma].Start && claim.By.Source?.Words != judge.Words)];
        if (before.Length == 0 && attribution.Effect == Stance.Denies && told.Attributions.FirstOrDefault(other => other != attribution && other is { Effect: Stance.Affirms, Cue: >= 0 } && other.Content[comma - 1]) is { } teller) AddUntold(told, attribution, teller, comma, by, claims);
        foreach (Claim judged in before.DistinctBy(claim => claim.Event?.Type)) if (judged.Event is { } happened) claims.Add(told.Span, attribution.Effect, by, happened with { Trigger = at });
    }

    /// <summary>"said the guests were smugglers, which the hotel denied": told by no event word, it is denied in the teller's words.</summary>
    private static void AddUntold(ToldSentence told, FoundAttribution attribution, FoundAttribution teller, int comma, Attribution by, ClaimList claims)
    {
        if (by.Source is not { } judge || SayingFinder.Denied(told.Tree, attribution, teller, comma, judge) is not { } saying) return;
        claims.Add(told.Span, Stance.Denies, by, saying);
    }

    /// <summary>"accused X of a plot, an accusation he denies": the accused does; null where nobody was accused.</summary>
    private Attribution? Judge(Tree tree, FoundAttribution attribution, ClaimList claims, int since)
    {
        if (attribution.Verdict is not { Judge: >= 0 and var judge } || tree[judge].Upos != Upos.Pron) return attribution.By;
        EventReading? charge = claims.Since(since).Select(claim => claim.Event).FirstOrDefault(told => told?.Type == EventType.Accusation);
        return charge?.Roles.LastOrDefault(role => role.Role == RoleKind.Target)?.Actor is { } accused ? attribution.By with { Source = accused, Kind = attributions.KindOf(accused) } : null;
    }

    /// <summary>"denied the reports", "rejected the charge": what somebody else told before.</summary>
    private bool AddReferred(ToldSentence told, FoundAttribution attribution, ClaimList claims)
    {
        if (attribution.By.Source is not { } denier || !IsReference(told.Tree, attribution) || TellsEvent(told, attribution)) return false;
        EventReading[] denied = [.. _earlier.Latest(claims.All, denier, several: IsPlural(told.Tree, attribution), charge: IsCharge(told.Tree, attribution))];
        TextSpan at = told.Tree.Span(attribution.Cue, attribution.Cue);
        for (int i = 0; i < denied.Length; i++) claims.Add(told.Span, attribution.Effect, attribution.By, denied[i] with { Trigger = at }, further: i > 0 ? denied[i].Place : null);
        return denied.Length > 0;
    }

    /// <summary>"denied the withdrawal", "denied that there had been any attack": what was told of such a thing before.</summary>
    private bool AddNamed(ToldSentence told, FoundAttribution attribution, ClaimList claims)
    {
        if (attribution is not { Verdict: null, Effect: Stance.Denies, Cue: >= 0 and var cue, By.Source: { } denier } || TellsEvent(told, attribution) || DeniedNoun(told.Tree, attribution) is not (>= 0 and var noun)) return false;
        EventType[] types = [.. lexicon.Frames.For(told.Tree[noun].Lemma, FramePos.Noun).Select(frame => frame.Type)];
        if (_earlier.LatestOf(claims.All, types, denier) is not { } same) return false;
        claims.Add(told.Span, Stance.Denies, attribution.By, same with { Trigger = told.Tree.Span(cue, cue) });
        return true;
    }

    /// <summary>"denies that it backs the rebels", "warned that the water could run out": what is told in the source's own words only.</summary>
    private void AddSaying(ToldSentence told, FoundAttribution attribution, ClaimList claims, int since)
    {
        if (attribution.Verdict is not null && told.Tree[attribution.Cue].Upos != Upos.Verb || claims.Since(since).Any(claim => SaysIt(told.Tree, claim, attribution))) return;
        if (SayingFinder.Read(told.Tree, attribution, lexicon) is not { } saying) return;
        if (attribution.Effect == Stance.Affirms && told.Figures.Any(figure => attribution.Content[figure.At])) return;   // "said the toll could reach 500": the count says it
        claims.Add(told.Span, attribution.Effect == Stance.Affirms ? Stance.Expects : attribution.Effect, attribution.By, saying);
    }

    /// <summary>True where the claim says already what the source does: an event among his words, of which more is told than that it was.</summary>
    private static bool SaysIt(Tree tree, Claim claim, FoundAttribution attribution) =>
        claim.Event is { } happened && (attribution.Effect == Stance.Denies ? claim.By.Source is not null : happened.Place is not null || !happened.Roles.IsEmpty || claim.Figure is not null)
        && Enumerable.Range(0, tree.Count).Any(at => tree[at].Start == happened.Trigger.Start && attribution.Content[at]);

    private static bool TellsEvent(ToldSentence told, FoundAttribution attribution) => told.Events.Any(found => attribution.Content[found.Trigger]);

    /// <summary>True where what is denied was told before: "denied the reports", "called the claim a lie".</summary>
    private bool IsReference(Tree tree, FoundAttribution attribution)
    {
        if (attribution.Cue < 0) return false;
        if (attribution.Verdict is { } verdict) return !verdict.HasContent;
        return attribution.Effect is Stance.Denies or Stance.Doubts
            && Words(tree, attribution).Any(at => !SaysItself(tree, at) && (lexicon.Verdicts.IsTelling(tree, at) || IsThat(tree, at, attribution.Cue)));
    }

    /// <summary>"reports that foreigners were thrown out", "rumours of another quake": those say themselves what is denied.</summary>
    private static bool SaysItself(Tree tree, int at) =>
        at + 1 < tree.Count && tree[at + 1].Lemma is "that" or "of" or "about" or "on" && tree[at].Upos == Upos.Noun
        || tree.Children(at).Any(child => child > at && tree[child].Relation is "acl" or "ccomp" or "acl:relcl" or "nmod");

    /// <summary>"denied it", "denied that this was so"; but "denies that it backs them" says itself what is denied.</summary>
    private bool IsThat(Tree tree, int at, int cue) =>
        tree[at].Lemma is "this" or "it" or "that" && tree[at].Upos == Upos.Pron && !tree.Is(at, "expl")
        && (tree.Head(at) == cue || tree.Head(at) is >= 0 and var said && tree[said].Upos is not Upos.Verb && (tree[at].Lemma != "it" || lexicon.Words.Has(WordSet.IsSo, tree[said].Lemma)));   // "denied that it was involved": it is who denies

    /// <summary>The noun for something that happens which is all that is denied: "the attack", "there had been any withdrawal"; -1 when more is told of it.</summary>
    private static int DeniedNoun(Tree tree, FoundAttribution attribution)
    {
        int cue = attribution.Cue;
        int noun = tree.Child(cue, "ccomp") is >= 0 and var clause && tree.Child(clause, "expl") >= 0 ? tree.Child(clause, "nsubj") : tree.Child(cue, "obj");
        bool known = noun > cue && attribution.Content[noun] && tree[noun].Upos == Upos.Noun
            && tree.Children(noun).Any(child => tree.Is(child, "det") && tree[child].Lemma is "the" or "any" or "such" or "that" or "this");
        return known && tree.Children(noun).All(child => tree.Is(child, "det") || tree.Is(child, "amod") || tree.Is(child, "punct") || IsOfKnown(child)) ? noun : -1;

        bool IsOfKnown(int child) => tree[child].Relation == "nmod" && child > noun && tree.Preposition(child) == "of" && tree.Children(child).Any(det => tree.Is(det, "det"));
    }

    private bool IsCharge(Tree tree, FoundAttribution attribution) => Words(tree, attribution).Any(at => lexicon.Words.Has(WordSet.ChargeNoun, tree[at].Lemma));

    private bool IsPlural(Tree tree, FoundAttribution attribution) => Words(tree, attribution).Any(at => tree[at].Penn == "NNS" && lexicon.Verdicts.For(tree[at], VerdictForm.Telling) is not null);

    private static IEnumerable<int> Words(Tree tree, FoundAttribution attribution) => Enumerable.Range(0, tree.Count).Where(at => attribution.Content[at]);
}
