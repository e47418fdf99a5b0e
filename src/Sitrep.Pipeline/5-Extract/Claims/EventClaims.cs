using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Attributions;
using Sitrep.Pipeline.Extract.Events;
using Sitrep.Pipeline.Extract.Figures;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Claims;

/// <summary>What the event words of a sentence claim: whose word each is, when, by whom and where it happened, with its count and the fate of who it befell.</summary>
internal sealed class EventClaims(ReadingLexicon lexicon, ActorFinder actors, AttributionReader attributions, EventDays days, StanceReader stances, PronounReader pronouns)
{
    private readonly CountPlaces _counts = new(lexicon);
    private readonly UntoldEvents _untold = new(lexicon);
    private readonly DraftDays _days = new(days, lexicon);
    private readonly SpokenDeeds _spoken = new(lexicon, attributions);
    private readonly DenialsAside _aside = new(actors, attributions, lexicon.Qualifiers);
    private readonly MutualCharges _mutual = new(actors, attributions, lexicon.Words);

    public void Add(ToldSentence told, ReportMemory memory, ClaimList claims)
    {
        var here = new List<EventDraft>();
        for (int i = 0; i < told.Events.Count; i++)
        {
            if (Draft(told, i, memory) is not { } draft) continue;
            AddAttempt(told, draft, claims);
            draft = OfTaken(Placed(told, draft, memory), here, told.Sentence);
            here.Add(draft);
            if (_mutual.Add(told, draft, memory.Sides, claims) || AddEach(told, draft, claims) || AddCount(told, draft, claims)) continue;
            AddDraft(told, draft, claims);
        }
        // Only now: what stands in one sentence is placed by what was told before it.
        foreach (EventDraft draft in here)
        {
            memory.Place.Read(told.Sentence, draft.Reading, draft.Stance);
            memory.Sides = MutualCharges.SidesOf(draft.Reading) ?? memory.Sides;
        }
    }

    private EventDraft? Draft(ToldSentence told, int index, ReportMemory memory)
    {
        FoundEvent found = told.Events[index];
        if (stances.Of(told.Tree, found.Trigger, told.Attributions, found.Emptied) is not var (by, stance)) return null;
        // "an attempted coup": what was tried is told, whatever came of it.
        if (stance == Stance.Expects && found.Reading.Lemma.StartsWith("attempted ", StringComparison.Ordinal)) stance = Stance.Affirms;
        // "tried to storm the building three times": it was attacked.
        if (stance == Stance.Expects && found is { IsVerb: true, Reading.Type: EventType.Attack } && Factuality.IsAttempt(told.Tree, found.Trigger, lexicon)) stance = Stance.Affirms;
        var draft = new EventDraft(found, found.Reading, by, stance, told.Over(found.Trigger));
        if (_untold.Has(told, index, draft)) return null;
        draft = _days.Date(told, draft, memory.Day);
        draft = draft with { Reading = pronouns.Resolve(draft.Reading, draft.Teller ?? draft.By, told.Sentence, told.Before, EventDays.IsRemembered(told.Sentence, found.Trigger, lexicon.Words)) };
        if (found.Frame.With.Contains("power") && draft.Reading.Place is null) draft = draft with { Reading = draft.Reading with { Place = HomeOf(draft) } };
        if (_spoken.Read(told, draft) is not { } spoken) return null;
        FateReading? fate = told.Fates.FirstOrDefault(candidate => candidate.At == found.Trigger)?.Reading;
        if (spoken is { Reading.Type: EventType.Release, Stance: Stance.Denies or Stance.Doubts }) fate = null;   // who was not let go is not dead
        return spoken with { Figure = told.Figures.FirstOrDefault(candidate => candidate.Event == index)?.Reading, Fate = fate };
    }

    /// <summary>"Mali's officers seized power": in Mali; null when nobody's country is told.</summary>
    private PlaceMention? HomeOf(EventDraft draft) =>
        draft.Reading.Roles.FirstOrDefault(role => role is { Role: RoleKind.Actor, Actor.Country: not null })?.Actor is { Country: { } code } actor && lexicon.Countries.NameOf(code) is { } land
            ? new PlaceMention(actor.Span, land, PlaceForm.Name, false) { Carried = true } : null;

    /// <summary>"launched an offensive to retake X": the taking is an aim, the attack on X is told as done.</summary>
    private void AddAttempt(ToldSentence told, EventDraft draft, ClaimList claims)
    {
        if (draft is not { Stance: Stance.Expects, Reading: { Type: EventType.Capture, Place: { } aimed } } || aimed is { Form: PlaceForm.Common, Words: "country" or "nation" } || !Factuality.IsAttempt(told.Tree, draft.Found.Trigger, lexicon)) return;
        claims.Add(told.Span, Stance.Affirms, draft.By, draft.Reading with { Type = EventType.Attack, Extent = null, When = draft.Reading.When is null ? draft.Found.Reading.When : null });
    }

    private EventDraft Placed(ToldSentence told, EventDraft draft, ReportMemory memory)
    {
        EventReading reading = draft.Reading.Place is null && draft.Figure?.Place is { } counted ? draft.Reading with { Place = counted } : draft.Reading;
        FoundAttribution? saying = told.Attributions.FirstOrDefault(attribution => attribution.Cue >= 0 && attribution.Content[draft.Found.Trigger]);
        draft = draft with { Reading = memory.Place.Carry(told.Sentence, draft.Found, reading, draft.Stance, saying) };
        // "35 people were evacuated", right behind a flood: where it was, though they may have gone far.
        if (draft is { Reading.Place: null, Figure: { Place: null } some, Stance: Stance.Affirms } && _counts.Of(told, draft.Found.Trigger, some, memory.Place) is { } there) draft = draft with { Figure = some with { Place = there } };
        // "64 were killed in A, while in B six were": of two places before a count, its event's own is the nearer.
        bool nearer = draft is { Figure: { Place: { } where } figure, Reading.Place: { Form: PlaceForm.Name, Carried: false } own } && where.Span.End <= own.Span.Start && own.Span.End <= figure.Quantity.Span.Start;
        return nearer ? draft with { Figure = draft.Figure! with { Place = draft.Reading.Place } } : draft;   // not null: asked in the line before
    }

    /// <summary>"The army had taken X, but rebels said they remained in control": of the one town that the sentence names and tells of as taken.</summary>
    private static EventDraft OfTaken(EventDraft draft, List<EventDraft> here, ReadSentence sentence)
    {
        if (draft is not { Reading: { Type: EventType.Holding, Place: null }, Found.Frame.Pos: FramePos.Noun }) return draft;
        PlaceMention[] taken = [.. here.Where(other => other.Reading is { Type: EventType.Capture or EventType.Holding, Place.Form: PlaceForm.Name }).Select(other => other.Reading.Place!).DistinctBy(place => place.Words)];   // asked for just before
        return taken is [var only] && !sentence.Names.Any(name => name.MayBePlace && name.First > 0 && name.Words != only.Words && sentence.Tree[name.First].Start > only.Span.End) ? draft with { Reading = draft.Reading with { Place = only } } : draft;
    }

    /// <summary>"Both the army and the rebels claimed to be in control": each says it of itself. False where one claims it.</summary>
    private bool AddEach(ToldSentence told, EventDraft draft, ClaimList claims)
    {
        ActorMention[] each = Each(told.Sentence, draft);
        for (int i = 0; i < each.Length; i++)
        {
            Attribution by = draft.By with { Source = each[i], Kind = attributions.KindOf(each[i]) };
            claims.Add(told.Span, draft.Stance, by, draft.WithActorOnly(each[i]).Reading, set: i > 0);
        }
        return each.Length > 0;
    }

    /// <summary>Those joined by "and" under "both" or "each" who both say it and are said to hold or to have taken the place; empty where there are not several.</summary>
    private ActorMention[] Each(ReadSentence sentence, EventDraft draft)
    {
        Tree tree = sentence.Tree;
        if (draft is not { Reading.Type: EventType.Holding or EventType.Capture, Over: { Cue: >= 0 and var cue, By.Source: { } first } } || tree.Child(cue, "nsubj") is not (>= 0 and var subject)) return [];
        int from = Math.Max(0, tree.Extent(subject).First - 1);
        if (!Enumerable.Range(from, Math.Max(0, cue - from)).Any(at => tree[at].Lemma.ToLowerInvariant() is "both" or "each")) return [];
        ActorMention[] all = [first, .. tree.Children(subject).Where(child => tree.Is(child, "conj")).Select(child => actors.Read(sentence, child)).OfType<ActorMention>()];
        return all.Length > 1 && draft.Reading.Roles.Any(role => role.Role == RoleKind.Actor && role.Actor.Words == first.Words) ? all : [];
    }

    /// <summary>Claims the count alone, where the event is not what is told; false where it is.</summary>
    private static bool AddCount(ToldSentence told, EventDraft draft, ClaimList claims)
    {
        if (draft.Figure is not { } figure) return false;
        // "More than 3,000 have died since 1941": a count of years, and nothing that happened.
        if (draft.Reading.When is null && FigureDays.SinceYear(told.Sentence, draft.Found.Trigger) is { } years) figure = figure with { Stock = true, When = years };
        else if (IsCountDenied(told.Tree, draft)) figure = figure with { Place = figure.Place ?? draft.Reading.Place, When = figure.When ?? draft.Reading.When };
        else return false;
        claims.Add(told.Span, draft.Stance, draft.By, null, figure);
        return true;
    }

    /// <summary>"We did not kill up to 90 civilians", "contrary to reports that 30 had died": the number is denied, and not that any died.</summary>
    /// <remarks>A count of several who are not told of before ("the 12 hostages"), in a clause that somebody negates himself or that is set aside by "contrary to".</remarks>
    private static bool IsCountDenied(Tree tree, EventDraft draft)
    {
        if (draft is not { Stance: Stance.Denies, Found: { Emptied: false, Reading.Type: EventType.Killing or EventType.Injury } found }) return false;
        bool denied = draft.Over?.Verdict is { Told: >= 0 } aside ? tree[aside.Word].Form is "to" : draft.Over is null or { Effect: Stance.Affirms };
        return denied && found.Slots["obj"].Concat(found.Slots["subj"]).Any(IsSeveral);

        bool IsSeveral(int thing) => tree[thing].Upos == Upos.Num && IsMore(thing)
            || tree.Children(thing).Any(number => tree.Is(number, "nummod") && IsMore(number)) && !tree.Children(thing).Any(IsKnown);
        bool IsMore(int number) => tree[number].Lemma is not ("one" or "1");
        bool IsKnown(int word) => tree.Is(word, "det") && tree[word].Lemma is not ("some" or "all" or "a");
    }

    private void AddDraft(ToldSentence told, EventDraft draft, ClaimList claims)
    {
        FateReading? fate = draft.Fate is { } read ? told.Before.Known(read) ?? read : null;
        claims.Add(told.Span, draft.Stance, draft.By, draft.Reading, draft.Figure, fate, draft.Found.Again ? draft.Reading.Place : null);
        // "X and Y were killed": one thing was done, and it is the fate of both.
        foreach (FoundFate further in told.Fates.Where(candidate => candidate.At == draft.Found.Trigger && draft.Fate is not null).Skip(1))
        {
            if (further.Reading.Person.Form != ActorForm.Pronoun) claims.Add(told.Span, draft.Stance, draft.By, null, null, further.Reading);
        }
        // "The rebels' claim that they took X is a lie": it is also what the rebels say.
        if (draft is { Teller: { } teller, Stance: Stance.Denies or Stance.Doubts, Over.Verdict: { Told: >= 0 and var tells } })
        {
            claims.Add(told.Span, Stance.Affirms, teller, draft.Reading with { Trigger = told.Tree.Span(tells, tells) });
        }
        // A count that goes with the event holds for all its places together, so only what happened is told of each.
        foreach (PlaceMention other in draft.Found.Others) claims.Add(told.Span, draft.Stance, draft.By, draft.Reading with { Place = other }, further: other);
        if (draft.Stance != Stance.Affirms || _aside.Over(told.Sentence, draft.Found.Trigger) is not { } denial) return;
        claims.Add(told.Span, Stance.Denies, denial, draft.Reading, set: true);
        foreach (PlaceMention other in draft.Found.Others) claims.Add(told.Span, Stance.Denies, denial, draft.Reading with { Place = other }, further: other, set: true);
    }
}
