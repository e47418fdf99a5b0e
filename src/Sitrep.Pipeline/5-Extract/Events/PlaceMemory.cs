using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Attributions;
using Sitrep.Pipeline.Extract.Figures.Where;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Places;

namespace Sitrep.Pipeline.Extract.Events;

/// <summary>Where the events told before happened, for one whose own sentence names no place.</summary>
/// <remarks>A place is carried on two kinds of evidence only. The words go back to an event told before ("the attack began at dawn", "killed in the
/// blast"): then it has that event's place, and its day where it tells none. Or the sentence goes on with what the one before it told, in the same
/// paragraph or at the head of the next, where all was told of one place. A sentence that names a place of its own, turns elsewhere ("in a separate
/// attack"), or looks back on a war or on years, gets none, and none is carried over a sentence that named another place: a gap is better than a guess.</remarks>
internal sealed partial class PlaceMemory(ReadingLexicon lexicon)
{
    /// <summary>Paragraphs that "the attack" may go back; farther up another one may have been told.</summary>
    private const int ReachMax = 12;

    private readonly record struct Told(EventType Type, PlaceMention Place, DateMention? When, int Paragraph, int Sentence);

    private readonly List<Told> _told = [];
    private readonly List<(string Words, int Sentence)> _named = [];
    private int _paragraph, _sentence;

    public void NextParagraph() => _paragraph++;

    /// <summary>A sentence was read, after its events: the places it names show where the text has moved.</summary>
    public void Read(ReadSentence sentence)
    {
        foreach (NameRun name in sentence.Names) if (name.MayBePlace && !IsWide(name.Words) && !IsBuilding(sentence.Tree, name) && !SpeakersPlace.Is(sentence, name.First, lexicon)) _named.Add((name.Words, _sentence));
        _sentence++;
    }

    /// <summary>"A second blast struck the port": the toll of "the blast" is that of the first, or of both.</summary>
    private bool IsFurther(Tree tree, EventReading reading)
    {
        if (_told.Count == 0) return false;
        int at = Enumerable.Range(0, tree.Count).FirstOrDefault(token => tree[token].Start == reading.Trigger.Start, -1);
        int noun = at < 0 || tree[at].Upos == Upos.Noun ? at : tree.Child(at, "nsubj");
        return noun >= 0 && tree.Children(noun).Any(child => child < noun && lexicon.Words.Has(WordSet.AnotherEvent, tree[child].Lemma.ToLowerInvariant()));
    }

    // "35 have died since floods hit X on Monday": the floods have a day, and no years.
    private static bool IsDated(EventReading reading) => reading is { Type: EventType.Disaster, When.Value: { Length: >= 10 } day } && !day.Contains('/', StringComparison.Ordinal);

    /// <summary>An event that was told with its place.</summary>
    public void Read(ReadSentence sentence, EventReading reading, Stance stance)
    {
        // What somebody denies or doubts is no ground to stand on.
        if (!IsDated(reading) && LooksBack(sentence) || IsFurther(sentence.Tree, reading) || stance is not Stance.Affirms || reading.Background || reading.Place is not { Form: PlaceForm.Name, Carried: false } place || IsWide(place.Words) || Kin(reading.Type) == 0) return;
        _told.Add(new Told(reading.Type, place, reading.When, _paragraph, _sentence));
    }

    /// <summary>The event with the place carried to it; unchanged when nothing good tells where it was. One place that the sentence names is its own, not carried.</summary>
    /// <param name="by">Whose word it is: where that was said ("told reporters in X") is no place of the event. Null for the report's own.</param>
    public EventReading Carry(ReadSentence sentence, FoundEvent found, EventReading reading, Stance stance, FoundAttribution? by)
    {
        // "a bomber in Pakistan killed 70 at a hospital in the city of Quetta": the town says more than its country.
        if (reading.Place is { Form: PlaceForm.Name } wide && stance == Stance.Affirms && (Kin(reading.Type) & (1 | 4)) != 0 && lexicon.Countries.TryByName(wide.Words, out string? land) && Only(sentence, found.Trigger, by) is { } town
            && lexicon.Gazetteer.Find(town.Words).Any(place => place.Country == land)) return reading with { Place = town };
        // "shelled the area beside the airport in the city of X": somewhere there, where the sentence names one town only.
        if (reading.Place is { Form: PlaceForm.Common } vague && (Kin(reading.Type) & 1) != 0 && lexicon.Nouns.PlaceClass(vague.Words) == NounClass.Area && Only(sentence, found.Trigger, by) is { } around) return reading with { Place = around with { Near = true } };
        // "a fire swept through villages near X"
        if (reading is { Type: EventType.Disaster, Place: { Form: PlaceForm.Common } some } && IsOfTown(sentence.Tree, some) && Only(sentence, found.Trigger, by) is { Near: true } beside) return reading with { Place = beside };
        if (reading.Place is { Form: PlaceForm.Common } && SiteOf(sentence, reading, by) is { } stands) return stands;
        if (reading.Place is not null || stance == Stance.Expects || reading.Background || Kin(reading.Type) == 0 || !IsDated(reading) && LooksBack(sentence) || IsTotal(sentence.Tree, found)) return reading;
        if (Joined(sentence, found) is { } there) return reading with { Place = there };
        if (Only(sentence, found.Trigger, by) is { } only) return (Kin(reading.Type) & (1 | 4)) != 0 && reading.Type != EventType.Displacement ? reading with { Place = only } : reading;
        // "187 people were killed in the northern states": in several places, and not in the one told of before.
        if (found.Slots.All.Any(slot => slot.Slot is "in" or "across" or "throughout" && sentence.Tree[slot.Token].Penn == "NNS" && lexicon.Nouns.PlaceClass(sentence.Tree[slot.Token].Lemma) is NounClass.Region or NounClass.Settlement)) return reading;
        // "In May 2009 a ferry capsized": of another year, wherever it was.
        if (reading.When is { Value: [>= '1' and <= '2', _, _, _] or [>= '1' and <= '2', _, _, _, '-', _, _] }) return reading;
        // "On Tuesday they abducted 20 women there": in the place told of last, whatever was done in it, and when.
        if (_told.Count > 0 && IsThere(sentence.Tree, found)) return HasMoved(_told[^1]) || _paragraph - _told[^1].Paragraph > 1 ? reading : With(reading, _told[^1]);
        if (_told.Count == 0 || NamesPlace(sentence, by) || IsOfOtherHospital(sentence, reading, by) || lexicon.TurnsElsewhere(sentence.Tree)) return reading;
        if (IsThatEvent(sentence, found)) return Latest(reading, IsNear(sentence.Tree, found)) is { } same ? With(reading, same) with { When = reading.When ?? same.When } : reading;
        // "was still in control": of what was fought over just now.
        bool open = reading.Type is EventType.Movement or EventType.Displacement || reading.Type == EventType.Holding && found.Frame.Pos != FramePos.Noun;
        return !open && Focus(reading, IsInFighting(sentence.Tree, found)) is { } focus ? With(reading, focus) : reading;
    }

    // "villages", "an area"
    private bool IsOfTown(Tree tree, PlaceMention common) =>
        Enumerable.Range(0, tree.Count).Any(at => common.Span.Start <= tree[at].Start && tree[at].Start < common.Span.End && lexicon.Nouns.PlaceClass(tree[at].Lemma) is NounClass.Settlement or NounClass.Area);

    /// <summary>"took the airport", "the palace could fall", in a report that has told of one town only: that town's; null where the words name no building, or the story moved.</summary>
    private EventReading? SiteOf(ReadSentence sentence, EventReading reading, FoundAttribution? by)
    {
        if (reading.Place is not { Form: PlaceForm.Common, Words: var words } || lexicon.Nouns.PlaceClass(words) != NounClass.Facility && !lexicon.Words.Has(WordSet.Building, words) || reading.Type is not (EventType.Capture or EventType.Withdrawal or EventType.Holding or EventType.Siege)) return null;
        if (_told.Count == 0 || reading.Background || LooksBack(sentence) || NamesPlace(sentence, by) || lexicon.TurnsElsewhere(sentence.Tree)) return null;
        Told last = _told[^1];
        // "Fighting in A and B. The rebels took the airport.": of either.
        if (_named.Any(named => named.Sentence == last.Sentence && named.Words != last.Place.Words)) return null;
        if (_paragraph - last.Paragraph > SiteReachMax || HasMoved(last) || !_told.All(told => told.Place.Words == last.Place.Words)) return null;
        return reading with { Place = last.Place with { Carried = true, Near = false }, Extent = reading.Type == EventType.Siege ? reading.Extent : Extent.Partial };
    }

    /// <summary>Paragraphs from a town to a building of it that is told of by itself.</summary>
    private const int SiteReachMax = 3;

    private static EventReading With(EventReading reading, Told told) => reading with { Place = told.Place with { Carried = true } };

    /// <summary>"This clash": the one told right before.</summary>
    private static bool IsNear(Tree tree, FoundEvent found) => (found.Frame.Pos == FramePos.Noun ? found.Trigger : found.With) is >= 0 and var noun && tree.Children(noun).Any(child => tree.Is(child, "det") && tree[child].Lemma == "this");

    private Told? Latest(EventReading reading, bool near)
    {
        for (int i = _told.Count - 1; i >= 0 && _paragraph - _told[i].Paragraph <= ReachMax; i--)
        {
            if (!IsKin(reading.Type, _told[i].Type)) continue;
            // Where the text has moved on since, and tells of such things in several places, it may be any of them.
            bool one = _told.Where(told => IsKin(reading.Type, told.Type)).All(told => told.Place.Words == _told[i].Place.Words);
            return one && !near || !HasMoved(_told[i]) ? _told[i] : null;
        }
        // Nothing of its kind, but all that was told so far is of one place.
        return _told.All(told => told.Place.Words == _told[^1].Place.Words) && _paragraph - _told[^1].Paragraph <= ReachMax ? _told[^1] with { When = null } : null;
    }

    /// <param name="fighting">True for deaths "in fighting" or "in clashes", which are those of the fight just told of.</param>
    private Told? Focus(EventReading reading, bool fighting)
    {
        Told last = _told[^1];
        if (_paragraph - last.Paragraph > (fighting ? ReachMax : 1) || HasMoved(last)) return null;
        // An ambush after the fall of a town: nothing of its kind was told yet, and all that was is of that town.
        if (!IsKin(reading.Type, last.Type)) return (_told.Count > 1 || fighting) && (Kin(reading.Type) & 1) != 0 && _told.All(told => told.Place.Words == last.Place.Words) ? last with { When = null } : null;
        if (reading.When is { } own && last.When is { } before && own.Value != before.Value) return null;
        // "In August six were shot": of another time, where nothing of that time was told.
        if (reading.When is { Value: ['X', 'X', 'X', 'X', '-', _, _] } month && last.When?.Value != month.Value) return null;
        return _told.Where(told => told.Paragraph == last.Paragraph).All(told => told.Place.Words == last.Place.Words) ? last : null;
    }

    private static bool IsThere(Tree tree, FoundEvent found) => found.Frame.Pos == FramePos.Verb && tree.Children(found.Trigger).Any(child => child > found.Trigger && tree[child] is { Form: "there", Penn: "RB" });

    private bool IsInFighting(Tree tree, FoundEvent found) => found.Slots["in"].Any(argument => lexicon.Frames.For(tree[argument].Lemma, FramePos.Noun).Any(frame => frame.Type == EventType.Clash));

    /// <summary>True when a later sentence named another place than the event's.</summary>
    private bool HasMoved(Told told) => _named.Any(named => named.Sentence > told.Sentence && named.Words != told.Place.Words && !_named.Any(before => before.Sentence <= told.Sentence && before.Words == named.Words));

    // 1: what is done with arms; 2: who has a place; 4: what a disaster does. An event may be kin to several.
    private static int Kin(EventType type) => type switch
    {
        EventType.Attack or EventType.Strike or EventType.Bombing or EventType.Abduction => 1,
        EventType.Clash => 1 | 2,
        EventType.Capture or EventType.Withdrawal or EventType.Siege or EventType.Holding or EventType.Surrender or EventType.Movement => 2,
        EventType.Killing or EventType.Injury => 1 | 4,
        EventType.Disaster or EventType.Displacement => 4,
        _ => 0,
    };

    private static bool IsKin(EventType a, EventType b) => (Kin(a) & Kin(b)) != 0;

    /// <summary>"the attack", or a killing "in the attack": what was told before, and nothing that says it is another.</summary>
    private bool IsThatEvent(ReadSentence sentence, FoundEvent found)
    {
        Tree tree = sentence.Tree;
        int noun = found.Frame.Pos == FramePos.Noun ? found.Trigger : found.With;
        if (noun >= 0 && IsDefinite(sentence, noun)) return true;
        if (found.Slots["subj"].Any(argument => tree[argument].Form is "We" or "we")) return true;   // "we are under their control", told by those who are there
        return found.Slots["in"].Concat(found.Slots["during"]).Concat(found.Slots["by"]).Concat(found.Slots["for"]).Any(argument => IsDefinite(sentence, argument) && !lexicon.Frames.For(tree[argument].Lemma, FramePos.Noun).IsEmpty);
    }

    private static bool IsDefinite(ReadSentence sentence, int noun)
    {
        Tree tree = sentence.Tree;
        return tree[noun].Upos == Upos.Noun && tree.Children(noun).Any(child => tree.Is(child, "det") && tree[child].Lemma is "the" or "this" or "that")
            && !tree.Children(noun).Any(child => tree[child].Relation is "nmod" or "acl" or "acl:relcl" && tree.Preposition(child) is not ("by" or "from") && sentence.DateAt(child) is null);   // "the fighting as of Wednesday"
    }

    /// <summary>"killed in air strikes on mourners in X's capital, Y": the one place that what is told names, however deep in it; null for none and for several.</summary>
    private PlaceMention? Only(ReadSentence sentence, int trigger, FoundAttribution? by)
    {
        Tree tree = sentence.Tree;
        PlaceMention? only = null;
        foreach (NameRun name in sentence.Names)
        {
            if (!name.MayBePlace || by?.Content[name.First] == false || IsWide(name.Words) || lexicon.Gazetteer.Find(name.Words).IsEmpty || PlaceOfSome.Is(sentence, name.First, trigger, lexicon.Words)) continue;
            int head = name.First;
            for (int at = name.First; at <= name.Last; at++) if (tree.Head(at) < name.First || tree.Head(at) > name.Last) head = at;
            if (only is not null || !(tree.Is(head, "obl") || tree.Is(head, "nmod") || tree.Is(head, "appos") || IsHit(tree, head)) || tree.Preposition(head) is not ("in" or "at" or "near" or "outside" or "of" or "on" or "")) return null;
            if (tree[head].Relation == "nmod:poss") return null;
            // "were forced back towards the city of X": where they went.
            if (tree.Preposition(head) == "of" && tree.Head(head) is >= 0 and var named && tree.Preposition(named) is "to" or "towards" or "toward" or "from") return null;
            // "…, who was born in X", "despite a truce being signed in X": a clause of its own.
            for (int at = head, steps = 0; at >= 0 && steps < tree.Count; at = tree.Head(at), steps++) if ((tree[at].Relation == "acl:relcl" || tree.Is(at, "advcl") && tree.Child(at, "nsubj") >= 0 && !IsSameTime(tree, at)) && !tree.IsUnder(trigger, at)) return null;
            // "the representative to the office in X was killed": where the office is.
            if (tree.Is(head, "nmod") && tree.Preposition(head) is "in" or "at" && tree.Head(head) is >= 0 and var seat && (sentence.NameAt(seat) is { MayBePlace: false } || lexicon.Nouns.ActorClass(tree[seat].Lemma) == NounClass.Body) && IsOfSubject(tree, seat)) return null;
            only = new PlaceMention(tree.Span(name.First, name.Last), name.Words, PlaceForm.Name, tree.Preposition(head) is "near" or "outside");
        }
        return only;
    }

    /// <summary>"stormed X overnight and killed the mayor", "attacked X, taking hostages": where the first verb of two with one subject struck, whatever other places the sentence names.</summary>
    private PlaceMention? Joined(ReadSentence sentence, FoundEvent found)
    {
        Tree tree = sentence.Tree;
        int verb = found.Trigger;
        if ((Kin(found.Reading.Type) & 1) == 0 || tree[verb].Upos != Upos.Verb || tree.Child(verb, "nsubj") >= 0 || !(tree.Is(verb, "conj") || tree.Is(verb, "advcl") && tree[verb].Penn == "VBG" && verb > 0 && tree[verb - 1].Form == ",") || tree.Head(verb) is not (>= 0 and var first) || first > verb || tree[first].Upos != Upos.Verb) return null;
        if (tree.Child(first, "obj") is not (>= 0 and var struck) || !IsHit(tree, struck) || tree.Children(struck).Any(child => tree.Is(child, "conj"))) return null;
        NameRun[] named = [.. sentence.Names.Where(name => name.MayBePlace && name.First > first && name.Last < verb && (name.First == struck || tree.Head(name.First) == struck) && !lexicon.Gazetteer.Find(name.Words).IsEmpty)];
        return named is [var town] && !IsWide(town.Words) ? new PlaceMention(tree.Span(town.First, town.Last), town.Words, PlaceForm.Name, false) : null;
    }

    /// <summary>"A quake hit X, killing 12": where it struck.</summary>
    private bool IsHit(Tree tree, int head) =>
        tree.Is(head, "obj") && tree.Head(head) is >= 0 and var verb && lexicon.Frames.For(tree[verb].Lemma, FramePos.Verb).Any(frame => frame.Slots.Any(slot => slot is { Slot: "obj", Part: Part.Place or Part.PlaceOrTarget }));

    // "were killed when a bomber struck …": it tells of the same thing.
    private static bool IsSameTime(Tree tree, int clause)
    {
        int first = tree.Extent(clause).First;
        return tree.Children(clause).Append(first).Any(child => child < clause && tree[child].Lemma is "when" or "as" or "after" or "while" or "where" or "before" or "once");
    }

    private static bool IsOfSubject(Tree tree, int noun)
    {
        for (int at = noun, steps = 0; at >= 0 && steps < tree.Count && tree.IsNominal(at); at = tree.Head(at), steps++) if (tree.Is(at, "nsubj") || tree.Is(at, "appos")) return true;
        return false;
    }

    /// <summary>"A source at the hospital in Y said nine were wounded", after X was told of: those who were brought to Y, wherever they were hurt.</summary>
    private bool IsOfOtherHospital(ReadSentence sentence, EventReading reading, FoundAttribution? by)
    {
        if (reading.Type is not (EventType.Killing or EventType.Injury) || by?.By.Source is not { } teller) return false;
        Tree tree = sentence.Tree;
        bool tends = false, elsewhere = false;
        for (int at = 0; at < tree.Count; at++)
        {
            if (by.Content[at] || tree[at].Start < teller.Span.Start && tree[at].Upos is not (Upos.Propn or Upos.Noun or Upos.Adj)) continue;
            tends |= lexicon.Words.Has(WordSet.TendsHarmed, tree[at].Lemma.ToLowerInvariant());
            elsewhere |= sentence.NameAt(at) is { MayBePlace: true } name && name.Words != _told[^1].Place.Words && !IsWide(name.Words) && !lexicon.Gazetteer.Find(name.Words).IsEmpty;
        }
        return tends && elsewhere;
    }

    private bool NamesPlace(ReadSentence sentence, FoundAttribution? by)
    {
        foreach (NameRun name in sentence.Names)
        {
            if (!name.MayBePlace || IsCountry(name.Words) || lexicon.Gazetteer.Find(name.Words).IsEmpty) continue;
            for (int at = name.First; at <= name.Last; at++) if (by?.Content[at] != false && sentence.Tree.Relation(at) is "obl" or "nmod" or "obj" or "nsubj" or "appos" or "conj") return true;
        }
        return false;
    }

    // "the Amarula hotel" moves no story: it stands in the town.
    private bool IsBuilding(Tree tree, NameRun name) => name.Last + 1 < tree.Count && lexicon.Nouns.PlaceClass(tree[name.Last + 1].Lemma) == NounClass.Facility && lexicon.Gazetteer.Find(name.Words).IsEmpty;

    // "across the Sahel": too wide to be where the next thing happened.
    internal bool IsWide(string words) => IsCountry(words) || lexicon.Gazetteer.Find(words) is { IsEmpty: false } known && known.All(place => place.Class != PlaceClass.Settlement);

    private bool IsCountry(string words) => lexicon.Countries.TryByName(words, out _);

    // "12,000 have been killed as a result of the fighting": all that it has cost so far, wherever.
    private bool IsTotal(Tree tree, FoundEvent found)
    {
        // "As of today 445 people have died": of the whole disaster, whatever place the line before named.
        if (found.Reading.Type is EventType.Killing or EventType.Injury or EventType.Displacement && tree.Count > 2 && tree[0].Form == "As" && tree[1].Form == "of") return true;
        if (found.Reading.Type is not (EventType.Killing or EventType.Injury or EventType.Clash) || !tree.Sentence.Tokens.Any(token => lexicon.Words.Has(WordSet.LongFighting, token.Lemma))) return false;
        // "the fighting has killed 92 and wounded 400": the noun and the second verb have the first one's auxiliary.
        int verb = found.Trigger;
        for (int steps = 0; steps < 4 && (tree.Is(verb, "nsubj") || tree.Is(verb, "conj") || found.Reading.Type == EventType.Clash && (tree.Is(verb, "nmod") || tree.Is(verb, "obl"))) && tree.Head(verb) >= 0; steps++) verb = tree.Head(verb);
        return (tree[verb].Lemma == "die" || lexicon.Words.Has(WordSet.Results, tree[verb].Lemma)) && tree.Children(verb).Any(child => tree.Is(child, "aux") && tree[child].Penn is "VBZ" or "VBP" && tree[child].Lemma == "have");
    }

    // "killed since 2015", "have died in the war": a count of years is no part of the day's event.
    private bool LooksBack(ReadSentence sentence) =>
        sentence.Dates.Any(date => date.Mention.Value is { Length: 4 } year && year.All(char.IsAsciiDigit) || date.Mention.Value.Contains('/', StringComparison.Ordinal) && !date.Mention.Value.EndsWith("/UNDEF-this-day", StringComparison.Ordinal) || date.Mention.Value.StartsWith('P') && date.Mention.Value[^1] is 'Y' or 'M')
        || sentence.Tree.Sentence.Tokens.Where((token, at) => lexicon.Words.Has(WordSet.LookBack, token.Lemma) && !IsMeanwhile(sentence.Tree, at)).Any();

    // "has since risen to 17": after what was told, and not over years.
    private static bool IsMeanwhile(Tree tree, int at) => tree[at].Form == "since" && at > 0 && at + 1 < tree.Count && tree[at - 1].Lemma is "have" or "be" && tree[at + 1].Penn is "VBN" or "VBD";
}
