using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Attributions;
using Sitrep.Pipeline.Extract.Events;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Places;

namespace Sitrep.Pipeline.Extract.Figures.Where;

/// <summary>Where a number was counted: the place of its own phrase, else of the verbs above it, else the nearest one that the sentence names.</summary>
internal sealed class FigurePlaces
{
    /// <summary>Heads walked up from the number; a clause inside a clause inside the sentence.</summary>
    private const int HeadsMax = 5;

    /// <summary>Words between a number and "all of them".</summary>
    private const int AllMax = 8;

    /// <summary>Words from "told" to the hearers' place, and from there to "that".</summary>
    private const int HearersMax = 5;

    private readonly ReadingLexicon _lexicon;
    private readonly PlaceFinder _places;
    private readonly PlaceBelow _below;
    private readonly PlaceBeside _beside;
    private readonly NearestPlace _nearest;
    private readonly TownOfLand _towns;
    private readonly PlaceInLand _inLand;

    public FigurePlaces(ReadingLexicon lexicon, PlaceFinder places)
    {
        (_lexicon, _places) = (lexicon, places);
        var many = new ManyPlaces(lexicon);
        _below = new PlaceBelow(lexicon, places, many);
        _beside = new PlaceBeside(lexicon, places);
        _nearest = new NearestPlace(lexicon, places, many);
        _towns = new TownOfLand(lexicon, places);
        _inLand = new PlaceInLand(lexicon, places);
    }

    /// <param name="at">Token of those counted.</param>
    /// <param name="clause">Token whose clause the number belongs to.</param>
    public PlaceMention? Find(ReadSentence sentence, int at, int clause)
    {
        if (GrandTotal.Is(sentence, at) || Widest(sentence, at, clause) is not { } found || IsOfSome(found) || IsHome(sentence.Tree, found) || IsOfHearers(sentence.Tree, found, at)) return null;
        if (!_lexicon.Countries.TryByName(found.Words, out string? land)) return found;
        // "X, which has 1,500 troops in the country": another country than X.
        bool sender = Senders.Of(sentence.Tree, at, _lexicon.Words) is >= 0 and var who && sentence.NameAt(who) is { } home && _lexicon.Countries.TryByName(home.Words, out string? own) && own == land;
        if (sender) return null;
        return (_inLand.Find(sentence, found) ?? _towns.Find(sentence, at, land)) is { } town && !IsOfSome(town) ? town : found;

        bool IsOfSome(PlaceMention place) => PlaceOfSome.Is(sentence, place.Span, at, _lexicon.Words);
    }

    // "Nine of the dead came from Chile": their country, and not where they died.
    private bool IsHome(Tree tree, PlaceMention place)
    {
        if (!_lexicon.Countries.TryByName(place.Words, out _)) return false;
        int name = At(tree, place);
        return name > 1 && tree[name - 1].Form == "from" && (tree[name - 2].Lemma is "come" or "hail" or "be" or "and" || tree[name - 2].Upos is Upos.Num or Upos.Noun);
    }

    // "told diplomats in X that 30 had died": where they were told.
    private bool IsOfHearers(Tree tree, PlaceMention place, int at)
    {
        int name = At(tree, place), that = at;
        while (that > name && tree[that].Form != "that") that--;
        if (name < 0 || that <= name || that - name > HearersMax || Enumerable.Range(name, that - name).Any(word => tree[word].Upos is Upos.Punct or Upos.Noun or Upos.Verb)) return false;
        for (int cue = name - 1; cue >= 0 && name - cue <= HearersMax; cue--)
        {
            if (tree[cue].Upos == Upos.Verb) return Reports(_lexicon, tree, cue);
            if (tree[cue].Upos is Upos.Punct or Upos.Sconj) return false;
        }
        return false;
    }

    private static int At(Tree tree, PlaceMention place)
    {
        for (int at = 0; at < tree.Count; at++) if (tree[at].Start == place.Span.Start) return at;
        return -1;
    }

    /// <summary>"X (21 cases), Y district (17 cases)": the place right before the bracket that the number opens.</summary>
    public PlaceMention? Bracketed(ReadSentence sentence, int at) => _beside.Bracketed(sentence, at);

    public bool IsWhere(string preposition) => IsWhere(_lexicon, preposition);

    /// <summary>"in", "near", "across": the name behind it is where something is.</summary>
    internal static bool IsWhere(ReadingLexicon lexicon, string preposition) => lexicon.Words.Has(WordSet.Where, preposition);

    /// <summary>"minutes after takeoff from X, killing all on board": the place that was left.</summary>
    internal static bool IsLeft(ReadingLexicon lexicon, Tree tree, int at) =>
        tree.Preposition(at) is "from" or "for" or "to" && tree.Head(at) is >= 0 and var head && lexicon.Words.Has(WordSet.SetsOut, tree[head].Lemma);

    /// <summary>How far a place is from a number; English puts the place after the number.</summary>
    internal static int Apart(int place, int number) => place > number ? place - number : number - place + 2;

    /// <summary>The word of a name that hangs outside it.</summary>
    internal static int HeadOf(Tree tree, NameRun name)
    {
        for (int at = name.First; at <= name.Last; at++) if (tree.Head(at) < name.First || tree.Head(at) > name.Last) return at;
        return name.First;
    }

    /// <summary>"were reported in X" tells where they were counted; "told reporters in X" where somebody spoke.</summary>
    internal static bool Reports(ReadingLexicon lexicon, Tree tree, int at) => lexicon.Cues.ContainsKey(tree[at].Lemma) && !Slots.IsPassive(tree, at, lexicon.Words) && !ClauseFinder.IsOtherSense(lexicon.CueBook.For(tree[at].Lemma, CueForm.Verb), tree, at);

    private PlaceMention? Widest(ReadSentence sentence, int at, int clause) =>
        Shared(sentence, at) is { } shared ? shared
        : GrandTotal.IsOutOf(sentence.Tree, at) ? null
        // "blamed for killing thousands since 2009, they overran X": a count of years is of no place that another verb has.
        : FigureDays.SinceYear(sentence, at) is not null ? _below.Find(sentence, at, at) ?? _below.Find(sentence, clause, at)
        : _beside.Find(sentence, at)
            ?? _below.Find(sentence, at, at) ?? _below.Find(sentence, clause, at)
            ?? Above(sentence, at)
            ?? _beside.WorstHit(sentence, at) ?? _nearest.Find(sentence, at) ?? Struck(sentence, clause);

    /// <summary>"35 people were hurt when floods hit X", "floods hit X, leaving 35 dead": where that struck which hurt them.</summary>
    private PlaceMention? Struck(ReadSentence sentence, int clause)
    {
        Tree tree = sentence.Tree;
        for (int at = clause, steps = 0; at >= 0 && steps < HeadsMax; at = tree.Head(at), steps++)
        {
            foreach (int beside in tree.Children(at)) if (tree.Is(beside, "conj") && When(beside) is { } shared) return shared;
            if ((When(at) ?? (steps > 0 ? Of(at) : null)) is { } struck) return struck;
            if (!tree.Is(at, "advcl") && !tree.Is(at, "xcomp") && !tree.Is(at, "conj")) return null;
        }
        return null;

        PlaceMention? When(int harmed)
        {
            foreach (int when in tree.Children(harmed)) if (tree.Is(when, "advcl") && tree.Children(when).Any(child => tree[child].Relation is "mark" or "advmod" && tree[child].Lemma is "when" or "as" or "after") && Of(when) is { } struck) return struck;
            return null;
        }

        PlaceMention? Of(int striking) =>
            _lexicon.Words.Has(WordSet.BefallsPlace, tree[striking].Lemma) && tree.Child(striking, "obj") is >= 0 and var thing && (sentence.NameAt(thing) is { MayBePlace: true } || _lexicon.Nouns.PlaceClass(tree[thing].Lemma) != NounClass.None) && _places.Read(sentence, thing)?.Mention is { Form: PlaceForm.Name } place ? place : null;
    }

    /// <summary>"rose to 38 on Monday, all of them in X".</summary>
    private PlaceMention? Shared(ReadSentence sentence, int at)
    {
        Tree tree = sentence.Tree;
        for (int all = at + 1; all < Math.Min(tree.Count - 2, at + AllMax); all++)
        {
            bool them = tree[all].Lemma == "all" && tree[all + 1].Form == "of" && tree[all + 2].Form is "them" or "whom";
            if (them && _below.Find(sentence, all, at) is { } shared) return shared;
        }
        return null;
    }

    // The place of the verbs above the number, up to one by which somebody tells it.
    private PlaceMention? Above(ReadSentence sentence, int at)
    {
        Tree tree = sentence.Tree;
        for (int head = tree.Head(at), steps = 0; head >= 0 && steps < HeadsMax; head = tree.Head(head), steps++)
        {
            bool reports = Reports(_lexicon, tree, head) && !Registers(tree, head, at) && !RaisesToll(tree, head);
            if (reports) return GivesNumber(tree, head, at) ? OfCounter(sentence, tree.Child(head, "nsubj")) : null;
            if (_below.Find(sentence, head, at) is { } above) return above;
            if (IsLongBefore(tree, head)) return null;
        }
        return null;
    }

    // "killed nine in X, a week after a storm left 52 dead": another time, and no day on which the 52 were counted in X.
    private bool IsLongBefore(Tree tree, int clause)
    {
        if (!tree.Is(clause, "advcl") || tree.Child(clause, "nsubj") < 0) return false;
        int mark = tree.Children(clause).FirstOrDefault(child => tree.Is(child, "mark") && tree[child].Lemma is "after" or "before" or "since", -1);
        return mark > 0 && _lexicon.Words.Has(WordSet.CalendarUnit, tree[mark - 1].Lemma);
    }

    private static bool GivesNumber(Tree tree, int verb, int at) =>
        tree.Child(verb, "obj") is >= 0 and var deaths && tree.IsUnder(at, deaths) && tree.Child(deaths, "nummod") >= 0 && tree.Child(verb, "ccomp") < 0;

    /// <summary>"X reported 121 deaths", "the health office of X reports 40 dead": where those count who give the number.</summary>
    private PlaceMention? OfCounter(ReadSentence sentence, int subject)
    {
        if (subject < 0) return null;
        if (sentence.NameAt(subject) is { MayBePlace: true, Known: null }) return _places.Read(sentence, subject)?.Mention;
        foreach (int child in sentence.Tree.Children(subject))
        {
            bool of = sentence.Tree.Is(child, "nmod") && sentence.Tree.Preposition(child) == "of";
            if (of && sentence.NameAt(child) is { MayBePlace: true }) return _places.Read(sentence, child)?.Mention;
        }
        return null;
    }

    /// <summary>"In X alone, the agency registered 646 dead": a verb that takes nothing but numbers says where they were counted.</summary>
    private bool Registers(Tree tree, int verb, int at) =>
        _lexicon.CueBook.For(tree[verb].Lemma, CueForm.Verb) is { } cue && cue.Takes.Contains("object:number")
            && tree.Children(verb).Any(child => tree.Is(child, "obj") && tree.IsUnder(at, child));

    // "raising the toll in the country to 259" counts there.
    private bool RaisesToll(Tree tree, int verb) => tree.Children(verb).Any(child => tree.Is(child, "obj") && _lexicon.Counts.IsTally(tree[child].Lemma));
}
