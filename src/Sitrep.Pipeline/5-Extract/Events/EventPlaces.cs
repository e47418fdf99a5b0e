using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Places;

namespace Sitrep.Pipeline.Extract.Events;

/// <summary>Where an event happened: the argument that its row says is the place, else where the words around put it; and how much of the place is meant.</summary>
internal sealed class EventPlaces(ReadingLexicon lexicon, PlaceFinder places, FrameNeeds needs)
{
    private static readonly string[] PlaceSlots = ["in", "at", "near", "around", "outside", "inside", "across", "throughout", "within", "along", "on", "over", "off", "to", "from"];

    private readonly NearbyPlaces _nearby = new(lexicon);

    /// <summary>Tokens that a word of the clause above is looked for upward.</summary>
    private const int ClimbMax = 4;

    /// <summary>True where the argument is a place, and was taken as one.</summary>
    public bool Take(FramedWord word, string slot, Part part, int argument, PlaceDraft draft)
    {
        if (part is not (Part.Place or Part.PlaceOrTarget)) return false;
        Tree tree = word.Tree;
        // "it was captured by X": what can be captured and was named before is the town.
        if (part == Part.Place && FrameNeeds.IsIt(tree, argument))
        {
            if (draft.Mention is null && SiteBefore(word.Sentence, argument) is { } site) draft.Take(site, site.Mention);
            draft.Mention ??= SomeTown(word.Sentence, argument) ?? new PlaceMention(tree.Span(argument, argument), "town", PlaceForm.Common, false);
            return true;
        }
        // "more than a year after the army first attacked it": the town told of before.
        if (part == Part.PlaceOrTarget && FrameNeeds.IsIt(tree, argument) && SiteBefore(word.Sentence, argument) is { Mention.Form: PlaceForm.Name } struck)
        {
            draft.Take(struck, struck.Mention);
            return true;
        }
        if ((places.Read(word.Sentence, argument) ?? (word is { IsVerb: true, Type: EventType.Capture } ? places.Building(word.Sentence, argument) : null)) is { } found)
        {
            // "withdrew to Y, 46 miles from X": nobody left X.
            if (slot == "from" && found.Mention.Beside && found.Mention.Near) return false;
            // "around X, a town that fell": X did.
            bool itself = slot == "subj" && found.Mention.Near && tree.Preposition(argument).Length > 0;
            if (draft.Mention is null || draft.Mention.Form == PlaceForm.Common && found.Mention.Form == PlaceForm.Name) draft.Take(found, itself ? found.Mention with { Near = false } : found.Mention);
            return true;
        }
        // "the last of the army's outposts in X": the outposts.
        if (part == Part.Place && draft.Mention is null && needs.Counted(tree, argument) is var whole && whole != argument && places.Read(word.Sentence, whole) is { } some) draft.Take(some, some.Mention);
        return false;
    }

    /// <summary>"bombed a town near the border, days after it was seized": the town told of just before, which goes by no name; null where another was.</summary>
    private PlaceMention? SomeTown(ReadSentence sentence, int it)
    {
        for (int at = it - 1; at >= 0; at--)
        {
            if (sentence.NameAt(at) is { MayBePlace: true } && !lexicon.Countries.TryByName(sentence.Tree[at].Form, out _)) return null;
            if (lexicon.Nouns.PlaceClass(sentence.Tree[at].Lemma) == NounClass.Settlement) return places.Read(sentence, at) is { Mention: { Form: PlaceForm.Common } town } && PlaceDraft.IsOneOfMany(town) ? town : null;
        }
        return null;
    }

    /// <summary>Looks for the place where no argument gave it, and for the part of it that is meant.</summary>
    public void Complete(FramedWord word, PlaceDraft draft, List<RoleMention> roles)
    {
        foreach (string slot in PlaceSlots) TakeAround(word, slot, draft);
        draft.Mention ??= Where(word) ?? BesideArgument(word) ?? OfThing(word) ?? NamedBefore(word) ?? FoughtFor(word) ?? Meanwhile(word) ?? _nearby.Find(word) ?? OfDoer(word) ?? OfTaker(word, roles);
        // "attacked a convoy in X, in Y province": X, which the province was put behind.
        if (draft.Mention is { Form: PlaceForm.Name, Hint: { } division } && lexicon.Words.Has(WordSet.ProvinceWord, division) && BesideArgument(word) is { } inside && inside.Span.End < draft.Mention.Span.Start) draft.Mention = inside;
        if (draft is { Mention.Form: PlaceForm.Common, IsIndefinite: true }) draft.Mention = _nearby.Find(word) ?? draft.Mention;
        // "crossed into X to help capture the town", "crossed the border and attacked Y": the border was crossed on the way there.
        if (word.Type == EventType.Movement && draft.Mention is { Form: PlaceForm.Name } entered && lexicon.Countries.TryByName(entered.Words, out _) && Goal(word) is { } goal) draft.Mention = goal with { Near = true };
        if (draft is { Mention.Form: PlaceForm.Common, Class: NounClass.Facility }) draft.Mention = Standing(word) ?? draft.Mention;
        // "hold positions in X": no more than those.
        if (word.Type == EventType.Holding && word.With >= 0 && word.Tree[word.With].Lemma == "position") draft.Extent ??= Extent.Partial;
        if (draft.IsNamed && word.IsOfControl && (IsOfSiteOnly(draft) || IsPresence(word) && IsWide(draft))) draft.Extent ??= Extent.Partial;
        // "seized a base in the last stronghold": one base of it, whichever place that is.
        if (word.IsOfControl && draft is { Class: NounClass.Facility, Mention: { Form: PlaceForm.Common } site } && PlaceDraft.IsOneOfMany(site)) draft.Extent ??= Extent.Partial;
    }

    private void TakeAround(FramedWord word, string slot, PlaceDraft draft)
    {
        if (draft.IsNamed || word.Names(slot) || slot is "to" or "from" or "on" or "over" or "off" && draft.Mention is not null) return;
        foreach (int argument in word.Slots[slot])
        {
            if (places.Read(word.Sentence, argument) is not { } found) continue;
            // "strikes near the capital, to regain control over the country": not where they fell.
            if (slot == "over" && found.Mention is { Form: PlaceForm.Common, Words: "country" or "nation" }) continue;
            if (slot == "from" && found.Mention is { Beside: true, Near: true }) continue;
            if (slot is "to" or "from" && (found.Mention.Form != PlaceForm.Name || word.Type is not (EventType.Movement or EventType.Displacement or EventType.Withdrawal))) continue;
            if (word.IsOfControl && found.Mention.Form == PlaceForm.Name && IsSomewhereIn(draft, found)) draft.Extent ??= Extent.Partial;
            // "bombed a town near the X border": on either side of it.
            if (draft is { Mention.Form: PlaceForm.Common, Class: NounClass.Settlement, IsIndefinite: true } && slot is "near" or "on" or "along" && lexicon.Words.Has(WordSet.Edge, word.Tree[argument].Lemma)) continue;
            // "the town in Mali" is the town, not Mali; "a base in Gao" is best told as Gao.
            bool vague = draft.Mention is { Form: PlaceForm.Common } && (draft.Class != NounClass.Settlement || draft.IsIndefinite) && found.Mention.Form == PlaceForm.Name;
            if (draft.Mention is null || vague) draft.Mention = found.Mention;
        }
    }

    /// <summary>"seized three districts in X", "captured a provincial capital in X", where X is a country: somewhere in it.</summary>
    private bool IsSomewhereIn(PlaceDraft draft, FoundPlace around)
    {
        if (draft.Mention is not { Form: PlaceForm.Common }) return false;
        if (draft.Class is NounClass.Region or NounClass.Area) return true;
        bool oneOfRegion = draft.Class is NounClass.Settlement or NounClass.Facility && around.Class == NounClass.Region;
        return draft.IsIndefinite && (oneOfRegion || draft.Class == NounClass.Settlement && lexicon.Gazetteer.Find(around.Mention.Words).All(place => place.Class != PlaceClass.Settlement));   // "a rebel town in the X mountains"
    }

    /// <summary>"abducted from his home in X", "a bomb in a bar in X": where the thing is that stands with it; but not "according to sources at X".</summary>
    private PlaceMention? BesideArgument(FramedWord word)
    {
        if (!word.IsLocal && word.Type is not (EventType.Abduction or EventType.Injury or EventType.Detention)) return null;
        return word.Slots.All.Where(filled => filled.Slot is not ("subj" or "with" or "to" or "for" or "accord to" or "according to" or "despite" or "after" or "before" or "since"))
            .Select(filled => Below(word, filled.Token, "in", "at", "near", "outside", "on", "off")).FirstOrDefault(there => there is not null);
    }

    /// <summary>"X, where rebels and villagers have clashed", "the town in which 12 had died": the place that the clause tells of.</summary>
    private PlaceMention? Where(FramedWord word)
    {
        Tree tree = word.Tree;
        for (int at = word.At, steps = 0; at >= 0 && steps < ClimbMax; at = tree.Head(at), steps++)
        {
            if (tree[at].Relation != "acl:relcl")
            {
                if (tree[at].Relation is "ccomp" or "parataxis") return null;
                continue;
            }
            // "X, whose mayor was abducted"
            if (tree.Children(at).Any(child => child < at && tree.Is(child, "nsubj") && tree.Children(child).Any(owner => tree[owner].Penn == "WP$")) && places.Read(word.Sentence, tree.Head(at)) is { Mention.Form: PlaceForm.Name } own) return own.Mention;
            int where = tree.Children(at).FirstOrDefault(child => child < at && (tree[child].Form == "where" || tree.Is(child, "obl") && tree[child].Penn == "WDT" && tree.Preposition(child) is "in" or "near" or "at" or "around"), -1);
            return where >= 0 && places.Read(word.Sentence, tree.Head(at)) is { } told ? told.Mention with { Near = told.Mention.Near || tree.Preposition(where) is "near" or "around" } : null;
        }
        return null;
    }

    /// <summary>"attacked positions of the army in X", "strikes on positions located in X": where what was struck is, however its owner's name parts the two.</summary>
    private PlaceMention? OfThing(FramedWord word)
    {
        if (!word.IsLocal) return null;
        Tree tree = word.Tree;
        foreach ((string _, int thing) in word.Slots.All)
        {
            if (!lexicon.Words.Has(WordSet.FightersThing, tree[thing].Lemma)) continue;
            foreach (int child in tree.Children(thing))
            {
                bool sited = tree.Is(child, "acl") && tree[child].Penn == "VBN", owner = tree[child].Relation == "nmod" && tree.Preposition(child) == "of";
                if (!sited && !owner) continue;
                foreach (int at in tree.Children(child)) if (tree[at].Relation is "nmod" or "obl" && tree.Preposition(at) is "in" or "at" or "near" or "outside" or "inside" or "around" && Named(word.Sentence, at) is { } there) return there;
            }
        }
        return null;
    }

    /// <summary>"an attack on a Moscow theatre", "stormed a Kabul wedding hall": the town by whose name the building goes.</summary>
    private PlaceMention? NamedBefore(FramedWord word)
    {
        if (!word.IsLocal && word.Type != EventType.Injury) return null;
        Tree tree = word.Tree;
        // "killed in an attack on a Moscow theatre"
        foreach (int thing in word.Slots.All.SelectMany(filled => tree.Children(filled.Token).Where(child => tree[child].Relation == "nmod" && tree.Preposition(child) is "on" or "at" or "in" or "against").Prepend(filled.Token)))
        {
            if (tree[thing].Upos != Upos.Noun || lexicon.Nouns.ActorClass(tree[thing].Lemma) != NounClass.Object || lexicon.Words.Has(WordSet.Vehicle, tree[thing].Lemma)) continue;
            foreach (int child in tree.Children(thing)) if (child < thing && tree.Is(child, "compound") && word.Sentence.NameAt(child) is { MayBePlace: true, IsToponym: true } && Named(word.Sentence, child) is { } town) return town;
        }
        return null;
    }

    /// <summary>"were fighting for control of X".</summary>
    private PlaceMention? FoughtFor(FramedWord word)
    {
        Tree tree = word.Tree;
        if (word.Type is not (EventType.Clash or EventType.Attack)) return null;
        for (int control = word.At + 1; control < tree.Count; control++)
        {
            if (tree[control].Lemma != "control" || tree.Preposition(control) != "for" || !tree.IsUnder(control, word.At) && !tree.IsUnder(word.At, tree.Head(control))) continue;
            PlaceMention? fought = tree.Children(control).Where(child => tree.Preposition(child) == "of").Select(child => places.Read(word.Sentence, child)?.Mention).LastOrDefault(place => place is not null);
            if (fought is not null) return fought;
        }
        return null;
    }

    /// <summary>"In X, thousands had been cut off while besieged by rebels": what goes on at the same time goes on there.</summary>
    private PlaceMention? Meanwhile(FramedWord word)
    {
        Tree tree = word.Tree;
        if (!word.IsVerb || !word.IsLocal || !tree.Is(word.At, "advcl") || tree.Child(word.At, "nsubj") >= 0) return null;
        if (!tree.Children(word.At).Any(child => tree.Is(child, "mark") && tree[child].Lemma is "while" or "as" or "when")) return null;
        return tree.Children(tree.Head(word.At)).Where(child => tree.Is(child, "obl") && tree.Preposition(child) is "in" or "at").Select(child => Named(word.Sentence, child)).FirstOrDefault(place => place is not null);
    }

    /// <summary>"Officers in X said they seized power": where who did it is, when nothing else tells.</summary>
    private PlaceMention? OfDoer(FramedWord word) => word.Slots["subj"].Select(doer => Below(word, doer, "in")).FirstOrDefault(home => home is not null);

    /// <summary>"X's officers seized power": in X.</summary>
    private PlaceMention? OfTaker(FramedWord word, List<RoleMention> roles) =>
        word.With >= 0 && word.Tree[word.With].Lemma == "power" && roles.Find(role => role.Role == RoleKind.Actor)?.Actor is { Country: { } code } taker && lexicon.Countries.NameOf(code) is { } land
            ? new PlaceMention(taker.Span, land, PlaceForm.Name, false) : null;

    /// <summary>The town that the aim of a movement, or the verb joined to it, names.</summary>
    private PlaceMention? Goal(FramedWord word)
    {
        Tree tree = word.Tree;
        foreach (int clause in tree.Children(word.At))
        {
            bool aim = (tree.Is(clause, "advcl") || tree.Is(clause, "xcomp")) && tree.Children(clause).Any(child => tree.Is(child, "mark") && tree[child].Penn == "TO");
            bool joined = tree.Is(clause, "conj") && tree[clause].Upos == Upos.Verb && tree.Child(clause, "nsubj") < 0;
            if (clause < word.At || !aim && !joined) continue;
            (int first, int last) = tree.Extent(clause);
            for (int at = Math.Max(first, word.At + 1); at <= last; at++) if (TownAt(word.Sentence, at) is { } town) return town;
        }
        return null;
    }

    private PlaceMention? TownAt(ReadSentence sentence, int at)
    {
        if (sentence.NameAt(at) is { } name && (name.First != at || lexicon.Countries.TryByName(name.Words, out _))) return null;
        if (places.Read(sentence, at) is not { } place) return null;
        if (place.Mention.Form == PlaceForm.Name && !lexicon.Countries.TryByName(place.Mention.Words, out _) && !lexicon.Gazetteer.Find(place.Mention.Words).IsEmpty) return place.Mention;
        return place is { Class: NounClass.Settlement, Mention.Form: PlaceForm.Common } ? place.Mention : null;
    }

    /// <summary>"retook the headquarters of the broadcaster in X": where it stands, however deep the words hang.</summary>
    private PlaceMention? Standing(FramedWord word)
    {
        Tree tree = word.Tree;
        foreach (int building in word.Slots["obj"].Concat(word.Slots["of"]).Concat(word.Slots["over"]))
        {
            for (int at = building + 1; at < tree.Count; at++)
            {
                if (tree.IsUnder(at, building) && tree.Is(at, "nmod") && tree.Preposition(at) is "in" && Named(word.Sentence, at) is { } town) return town;
            }
        }
        return null;
    }

    /// <summary>Who takes an airport or a palace has not taken the town that it stands in; a name that no gazetteer has is that of the facility itself ("the X oil field", and not "the post at X").</summary>
    private bool IsOfSiteOnly(PlaceDraft draft) =>
        draft is { Class: NounClass.Facility, Mention: { } place }
        && (place.Hint is not { } site || lexicon.Nouns.PlaceClass(site) != NounClass.Facility || lexicon.Gazetteer.Match(place.Words) is { Exact: true, Places.IsEmpty: false });

    /// <summary>"troops remained in the province": they are somewhere in it, and hold no more than where they are.</summary>
    private bool IsPresence(FramedWord word) => word.Type == EventType.Holding && lexicon.Words.Has(WordSet.Stays, word.Frame.Trigger) && word.Names("in");

    private bool IsWide(PlaceDraft draft) => draft.Mention is { } place && lexicon.Gazetteer.Find(place.Words) is { IsEmpty: false } known && known.All(entry => entry.Class != PlaceClass.Settlement);

    /// <summary>"retook the airport, a day after rebels seized it": the building that the clause above names, and not the town around it; null where it names none.</summary>
    private FoundPlace? SiteBefore(ReadSentence sentence, int pronoun)
    {
        Tree tree = sentence.Tree;
        for (int above = tree.Head(pronoun), steps = 0; above >= 0 && steps < ClimbMax; above = tree.Head(above), steps++)
        {
            if (tree.Child(above, "obj") is >= 0 and var site && site < pronoun && lexicon.Nouns.PlaceClass(tree[site].Lemma) == NounClass.Facility) return places.Read(sentence, site);
            // "attacked X but failed to take it"
            if (tree.Child(above, "obj") is >= 0 and var town && town < pronoun && (sentence.NameAt(town) is not null || lexicon.Nouns.PlaceClass(tree[town].Lemma) == NounClass.Settlement) && places.Read(sentence, town) is { Mention.Form: PlaceForm.Name } struck) return struck;
            // "X was stormed, a year after it was first attacked", "took control of X, days after they shelled it"
            if (tree.Children(above).FirstOrDefault(child => tree[child].Relation == "nsubj:pass", -1) is >= 0 and var taken && taken < pronoun && places.Read(sentence, taken) is { Mention.Form: PlaceForm.Name } told) return told;
            if (tree.Child(above, "obj") is >= 0 and var control && control < pronoun && tree[control].Lemma == "control" && tree.Children(control).FirstOrDefault(child => tree.Preposition(child) == "of", -1) is >= 0 and var held && places.Read(sentence, held) is { Mention.Form: PlaceForm.Name } gained) return gained;
            // "moved into the X quarter of Y, before clearing it", "reports came out of X after it was taken": X.
            foreach (int into in tree.Children(above)) if (into < pronoun && tree.Is(into, "obl") && tree.Preposition(into) is "into" or "out of" or "from" or "in" && places.Read(sentence, into) is { Mention.Form: PlaceForm.Name } entered) return entered;
        }
        return null;
    }

    /// <summary>The first named place that hangs on the token by one of these prepositions.</summary>
    private PlaceMention? Below(FramedWord word, int token, params ReadOnlySpan<string> prepositions)
    {
        foreach (int child in word.Tree.Children(token))
        {
            if (word.Tree[child].Relation == "nmod" && prepositions.Contains(word.Tree.Preposition(child)) && Named(word.Sentence, child) is { } there) return there;
        }
        return null;
    }

    private PlaceMention? Named(ReadSentence sentence, int at) => places.Read(sentence, at) is { Mention: { Form: PlaceForm.Name } place } ? place : null;
}
