using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Events;
using Sitrep.Pipeline.Extract.Figures.Lists;
using Sitrep.Pipeline.Extract.Figures.Where;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Places;
using Sitrep.Pipeline.Extract.Quantities;

namespace Sitrep.Pipeline.Extract.Figures;

/// <summary>Tells which quantities are figures of the record, and what they count.</summary>
/// <remarks>Each number is asked by itself (<see cref="ToldNumbers"/>), then as one that goes on from those before it (<see cref="BareNumbers"/>,
/// <see cref="PartNumbers"/>); then the figures of the sentence are set against each other.</remarks>
public sealed class FigureFinder
{
    private readonly ReadingLexicon _lexicon;
    private readonly ToldNumbers _told;
    private readonly BareNumbers _bare;
    private readonly PartNumbers _parts;

    public FigureFinder(ReadingLexicon lexicon, ActorFinder actors, PlaceFinder places)
    {
        _lexicon = lexicon;
        var where = new FigurePlaces(lexicon, places);
        var make = new FigureMaker(lexicon, actors, where);
        _told = new ToldNumbers(lexicon, new CountReader(lexicon.Counts, lexicon.Words), make, new TollFigures(lexicon, actors, make));
        _bare = new BareNumbers(lexicon, actors, where, make);
        _parts = new PartNumbers(lexicon, actors);
    }

    /// <summary>The figures of a sentence.</summary>
    /// <param name="memory">What the report counted before.</param>
    public IEnumerable<FoundFigure> Find(ReadSentence sentence, IReadOnlyList<FoundEvent> events, FigureMemory memory)
    {
        (FoundQuantity Quantity, CountedThing Thing)[] all = [.. sentence.Quantities.Select(quantity => (quantity, CountedThing.Of(sentence, quantity, _lexicon)))];
        var found = new List<ReadNumber>();
        foreach ((FoundQuantity quantity, CountedThing thing) in all)
        {
            if (Read(new NumberAt(sentence, quantity, thing, all, events, memory, found)) is { } figure) found.Add(new ReadNumber(quantity, figure));
        }
        PartsBehindColon(sentence.Tree, found);
        TollsRevised(sentence, found);
        found.AddRange(Earlier(sentence, found));
        TollsSetBeside(sentence.Tree, found);
        TollsAddedTo(sentence.Tree, found);
        return found.Select((entry, i) => entry.Figure with { Reading = entry.Figure.Reading with { Part = IsPart(sentence.Tree, found, i, memory) || entry.Figure.Reading.Part, SinceOnset = Onset.IsSince(sentence, entry.Figure.At, _lexicon.Words) } });
    }

    private FoundFigure? Read(NumberAt number) => RateWords.Are(number, _lexicon.Words) || Inclusion.IsWholeOfThose(number.Tree, number.Quantity) || IsWithheld(number) ? null
        : (Inclusion.IsBehind(number.Tree, number.Quantity) ? _parts.Read(number) : null) ?? _told.Read(number) ?? _bare.Read(number) ?? _parts.Read(number);

    /// <summary>"declined to give a number of the missing": none is told.</summary>
    private bool IsWithheld(NumberAt number) =>
        number.Quantity is { Mention.Qualifier: Qualifier.Several, First: > 0 and var first } && _lexicon.Words.Has(WordSet.Withholds, number.Tree[first - 1].Lemma)
            && Enumerable.Range(first, number.Quantity.Last - first + 1).Any(at => number.Tree[at].Lemma == "number");

    private bool IsPart(Tree tree, List<ReadNumber> found, int at, FigureMemory memory) =>
        found[at].Figure.Part || Inclusion.IsOfThose(tree, found[at].Quantity) || found[at].Measure == Measure.Injured && Inclusion.IsInCondition(tree, found[at].Quantity, _lexicon.Words) || IsAddition(tree, found, at, memory)
            || Inclusion.Is(tree, found[at].Quantity) && found.Take(at).Any(whole => whole.Measure == found[at].Measure);

    /// <summary>"Another eight died overnight": beside those who were counted before, and no count of all.</summary>
    private bool IsAddition(Tree tree, List<ReadNumber> found, int at, FigureMemory memory) =>
        IsBesideOthers(tree, found[at].Quantity) && !found[at].Figure.Reading.Stock
            && (found.Take(at).Any(other => other.Measure == found[at].Measure) || memory.HasCounted(found[at].Measure));

    private bool IsBesideOthers(Tree tree, FoundQuantity quantity) =>
        quantity.First > 0 && _lexicon.Words.Has(WordSet.InAddition, tree[quantity.First - 1].Lemma.ToLowerInvariant());

    /// <summary>"80 dead: 31 soldiers and at least 50 rebels": the parts are counted as the whole is.</summary>
    private static void PartsBehindColon(Tree tree, List<ReadNumber> found)
    {
        for (int i = 1; i < found.Count; i++)
        {
            if (found[i].Measure != Measure.Fighters) continue;
            int whole = found.FindLastIndex(i - 1, entry =>
                entry.Measure is not Measure.Fighters and not Measure.Other && HasColon(tree, entry.Quantity.Last, found[i].Quantity.First));
            if (whole >= 0) found[i] = found[i].As(found[i].Figure.Reading with { Measure = found[whole].Measure });
        }
    }

    private static bool HasColon(Tree tree, int from, int to)
    {
        for (int at = from + 1; at < to; at++) if (tree[at].Form is ":" or "—" or "–") return true;
        return false;
    }

    /// <summary>"killing 77 and injuring 588, revising an earlier toll of 41": a toll was of the dead.</summary>
    private void TollsRevised(ReadSentence sentence, List<ReadNumber> found)
    {
        for (int i = 1; i < found.Count; i++)
        {
            FigureReading other = found[i].Figure.Reading;
            if (other is not { Revises: { } earlier, Measure: not Measure.Killed } || !EarlierCount.IsToll(sentence, earlier, _lexicon.Words)) continue;
            int dead = found.FindLastIndex(i - 1, entry => entry.Measure == Measure.Killed);
            if (dead < 0) continue;
            found[i] = found[i].As(other with { Revises = null });
            found[dead] = found[dead].As(found[dead].Figure.Reading with { Revises = earlier });
        }
    }

    /// <summary>"The government says 16 people died, while the party puts the toll at 19": two tolls of one thing.</summary>
    private void TollsSetBeside(Tree tree, List<ReadNumber> found)
    {
        for (int i = 1; i < found.Count; i++)
        {
            ReadNumber before = found[i - 1], toll = found[i];
            if (before.Measure != toll.Measure || before.Figure.Reading.Stock || !toll.Figure.Reading.Stock || before.Figure.Part || toll.Figure.Part) continue;
            bool put = Enumerable.Range(before.Quantity.Last + 1, Math.Max(0, toll.Quantity.First - before.Quantity.Last - 1)).Any(at =>
                tree[at].Upos == Upos.Verb && _lexicon.Words.Has(WordSet.PutsAt, tree[at].Lemma) && tree.Child(at, "nsubj") > before.Quantity.Last);
            if (put) found[i - 1] = before.As(before.Figure.Reading with { Stock = true });
        }
    }

    /// <summary>"Another 14 were killed in X, raising the toll to 50": those of X are some of the 50.</summary>
    private void TollsAddedTo(Tree tree, List<ReadNumber> found)
    {
        for (int i = 1; i < found.Count; i++)
        {
            FigureReading toll = found[i].Figure.Reading;
            bool added = toll is { Stock: true, Place: not null } && found.Take(i).Any(other =>
                other.Measure == toll.Measure && !other.Figure.Reading.Stock && other.Figure.Reading.Place?.Words == toll.Place!.Words && IsBesideOthers(tree, other.Quantity));   // not null: asked just before
            if (added) found[i] = found[i].As(toll with { Place = null });
        }
    }

    /// <summary>"up from 844": the earlier count is a figure too, of the same thing.</summary>
    private static List<ReadNumber> Earlier(ReadSentence sentence, List<ReadNumber> found)
    {
        var earlier = new List<ReadNumber>();
        foreach (ReadNumber entry in found)
        {
            if (entry.Figure.Reading.Revises is not { } old) continue;
            if (sentence.Quantities.FirstOrDefault(quantity => NumberAt.ValueOf(quantity) == old) is not { } number) continue;
            if (found.Concat(earlier).Any(other => other.Quantity == number)) continue;
            FoundFigure figure = entry.Figure with { Reading = entry.Figure.Reading with { Quantity = number.Mention, Revises = null }, Event = -1 };
            earlier.Add(new ReadNumber(number, figure));
        }
        return earlier;
    }
}
