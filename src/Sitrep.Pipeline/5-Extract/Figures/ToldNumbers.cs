using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Figures;

/// <summary>What a number counts by the words of its own clause: a state, a toll, an event, a verb, a noun, or the strength of a force, asked in this order.</summary>
internal sealed class ToldNumbers(ReadingLexicon lexicon, CountReader counts, FigureMaker make, TollFigures tolls)
{
    /// <summary>Fewest houses, bridges or boats that are a count; "two dams collapsed" is an event.</summary>
    private const int StructuresMin = 3;

    /// <summary>Words of "Of the 475 people on board" before the number of those it is told of.</summary>
    private const int OfMax = 12;

    /// <summary>Fewest fighters that are a strength.</summary>
    private const int StrengthMin = 10;

    private readonly HarmDone _harm = new(lexicon.Counts);
    private readonly HappenedFigures _happened = new(lexicon, make);
    private readonly NounFigures _nouns = new(lexicon, counts, make);

    public FoundFigure? Read(NumberAt number)
    {
        if (number.Thing.Kind == CountedKind.Structure && number.Quantity.Mention.Best < StructuresMin || IsOutOfTotal(number)) return null;
        FoundCount? state = State(number);
        if (number.CountsPeople && !(state?.At < number.Quantity.First) && _harm.Of(number.Tree, number.Thing) is { } harm)
        {
            if (state?.Word.Measure != Measure.Killed) state = null;
            number = number with { Events = HarmDone.WithoutOthers(number, harm) };
        }
        if (state is { Word.Measure: not Measure.Killed } living) return make.Make(number, living, living.At);
        if (IsChange(number)) return null;
        if (tolls.Read(number) is { } toll) return toll;
        if (state is { } dead) return make.Make(number, dead, dead.At);
        if (!IsWhole(number))
        {
            if (_happened.Of(number) is >= 0 and var happened) return _happened.Read(number, happened);
            if (Verb(number) is { } verb) return Done(number, verb);
        }
        return _nouns.Read(number) ?? BeforeThem(number) ?? Again(number) ?? Strength(number);
    }

    // "12 people dead", "3,000 homeless"
    private FoundCount? State(NumberAt number)
    {
        if (number.Thing.Kind == CountedKind.Any) return null;
        FoundCount? state = counts.State(number.Tree, number.Thing, number.Quantity, number.All);
        // "the six most affected villages": said of the villages.
        if (state is { Word.Measure: Measure.Affected } said && number.Thing.IsBare && number.Tree.Is(said.At, "amod") && number.Tree.Head(said.At) is var noun && noun > said.At && number.Tree[noun].Upos == Upos.Noun) return null;
        // "100,000 refugees in four camps" are refugees.
        if (state is { Word.Measure: Measure.Displaced } && number.Tree[number.Thing.At].Lemma == "refugee") return null;
        return state is { } told && (IsOfOthers(number, told) || IsBeside(number, told)) ? null : state;
    }

    /// <summary>"the toll was 242, with at least 142 injured": what stands behind the comma is told of others.</summary>
    private bool IsOfOthers(NumberAt number, FoundCount state) =>
        state.Word.Measure != Measure.Killed && state.At > number.Quantity.Last
            && (HasComma(number.Tree, number.Quantity.Last, state.At) || number.Thing.IsBare && HasNumberBetween(number, state.At))
            && tolls.IsToll(number);

    /// <summary>"791 displaced villagers returned", "interviews with 42 displaced residents": what becomes of some who had fled, or was asked of them, is no count of those who did.</summary>
    private bool IsBeside(NumberAt number, FoundCount state)
    {
        if (state.Word.Measure != Measure.Displaced || state.At >= number.Thing.At || number.Tree.Head(number.Thing.At) is not (>= 0 and var above)) return false;
        return number.Tree.Is(number.Thing.At, "nsubj") && lexicon.Words.Has(WordSet.FlightEnds, number.Tree[above].Lemma)
            || number.Tree.Preposition(number.Thing.At) == "with" && lexicon.Words.Has(WordSet.Asked, number.Tree[above].Lemma);
    }

    private static bool HasComma(Tree tree, int from, int to)
    {
        for (int at = from + 1; at < to; at++) if (tree[at].Form is "," or ";") return true;
        return false;
    }

    private static bool HasNumberBetween(NumberAt number, int at) => number.All.Any(other => other.Quantity.First > number.Quantity.Last && other.Quantity.First < at);

    /// <summary>"up from 32" is the earlier count, "rose by 40" what was added; neither is a toll of its own.</summary>
    private bool IsChange(NumberAt number) =>
        EarlierCount.Is(number.Tree, number.Quantity, lexicon.Words) || EarlierCount.IsRise(number.Tree, number.Quantity, lexicon.Words);

    /// <summary>"Of the 475 people on board 179 were rescued": what befell some is not told of all.</summary>
    private static bool IsWhole(NumberAt number)
    {
        Tree tree = number.Tree;
        int first = tree[0].Form is "Of" or "of" ? tree[1].Lemma is "the" or "those" or "some" ? 2 : 1 : -1;
        return number.Quantity.First == first && number.Sentence.Quantities.Any(other => other.First > number.Quantity.Last && other.First < OfMax);
    }

    /// <summary>"48,000 people out of the total 245,000": who all of them are.</summary>
    private static bool IsOutOfTotal(NumberAt number)
    {
        Tree tree = number.Tree;
        int total = number.Quantity.First - 1;
        if (total > 0 && tree[total].Lemma == "of") total--;
        if (total < 2 || tree[total].Lemma != "total") return false;
        int of = tree[total - 1].Upos == Upos.Det ? total - 2 : total - 1;
        return of > 0 && tree[of].Lemma == "of" && tree[of - 1].Lemma == "out";
    }

    // "164 people had been rescued", "3,000 have fallen ill"
    private FoundCount? Verb(NumberAt number) => number.Thing.Kind != CountedKind.Any ? counts.Verb(number.Tree, number.Thing, number.Quantity, number.All) : null;

    private FoundFigure? Done(NumberAt number, FoundCount done)
    {
        // "200 fighters crossed into X"
        if (done.Word.Measure == Measure.Refugees && number.Thing.Noun is not (NounClass.None or NounClass.People)) return null;
        // "4,751 people crossing into X over the weekend": those of these days, beside all who came.
        if (done.Word.Measure == Measure.Refugees && number.Tree[done.At].Penn == "VBG") done = done with { Word = done.Word with { Stock = false } };
        if (done.Word.Measure == Measure.Displaced)
        {
            if (Displacement.IsNone(number, lexicon)) return null;
            if (Displacement.IsAbroad(number.Tree, done.At, lexicon)) done = done with { Word = done.Word with { Measure = Measure.Refugees } };
        }
        FoundFigure made = make.Make(number, done, number.Thing.At);
        // "The missing include eight firefighters": some of them.
        return done.Word.Word == "include" ? made with { Part = true } : made;
    }

    /// <summary>"the whereabouts of 125 others": "no word of them" denies the word, "confirmed the death of two" confirms the death.</summary>
    private FoundFigure? BeforeThem(NumberAt number)
    {
        if (!number.CountsPeople || counts.Before(number.Tree, number.Thing) is not { } noun) return null;
        int at = noun.Word.Measure is Measure.Killed or Measure.Injured ? noun.At : Math.Max(number.Tree.Head(noun.At), 0);
        return make.Make(number, noun, number.Thing.At) with { At = at };
    }

    /// <summary>"Two days before, the agency had counted 2,010": of what was counted last.</summary>
    private FoundFigure? Again(NumberAt number)
    {
        FoundFigure? here = number.Before is [.., { Figure: var last }] ? last : null;
        if (number.Memory.Again(number.Tree, number.Thing, number.Quantity, lexicon.Counts, here) is not { } again) return null;
        int verb = number.Tree.Head(number.Thing.At);
        FigureReading reading = again.Reading with { Quantity = number.Quantity.Mention, Revises = null, When = number.Sentence.Dates.FirstOrDefault()?.Mention };
        return new FoundFigure(reading, verb, -1) { Counter = tolls.Counting(number.Sentence, SubjectOf(number.Tree, verb)), CounterCue = number.Tree[verb].Lemma };
    }

    // "about 680 are missing; village heads still speak of 5,000": a subject before a verb that the parser hung elsewhere.
    private static int SubjectOf(Tree tree, int verb)
    {
        if (tree.Child(verb, "nsubj") is >= 0 and var own) return own;
        for (int at = verb - 1; at >= 0 && tree[at].Form is not (";" or "," or "." or ":"); at--)
        {
            if (tree[at].Upos == Upos.Verb) return -1;
            bool joined = tree.Is(at, "conj") && tree[at].Upos == Upos.Noun && tree.Head(at) < at && tree.Preposition(at).Length == 0;
            if (joined && tree[Math.Max(0, tree.Extent(at).First - 1)].Form == ";") return at;
        }
        return -1;
    }

    /// <summary>"550 troops are in the town": counted, present somewhere, and nothing is done to them. "2,500 troops to be sent" are none yet.</summary>
    private FoundFigure? Strength(NumberAt number)
    {
        CountedThing thing = number.Thing;
        bool force = thing.Noun is NounClass.Militants or NounClass.Force && !lexicon.Words.Has(WordSet.Units, number.Tree[thing.At].Lemma);
        if (!force || number.Quantity.Mention.Low < StrengthMin || IsToCome(number.Tree, thing.At)) return null;
        if (GovernedBy(number.Tree, thing.At, WordSet.DoneToFighters) || GovernedBy(number.Tree, thing.At, WordSet.DoneByHelpers)) return null;
        return make.Make(number, Measure.Fighters, thing.At, thing.At, stock: true, -1, thing.At);
    }

    private static bool IsToCome(Tree tree, int at) =>
        tree.Children(at).Any(child => child > at && tree[child].Relation == "acl" && tree.Children(child).Any(mark => tree.Is(mark, "mark") && tree[mark].Penn == "TO"));

    private bool GovernedBy(Tree tree, int at, WordSet verbs)
    {
        for (int head = tree.Head(at), steps = 0; head >= 0 && steps < 2; head = tree.Head(head), steps++) if (lexicon.Words.Has(verbs, tree[head].Lemma)) return true;
        return false;
    }
}
