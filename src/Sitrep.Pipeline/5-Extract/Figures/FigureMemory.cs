using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Quantities;

namespace Sitrep.Pipeline.Extract.Figures;

/// <summary>What the report counted last, so that a number told again without its noun is read: "Two days before, the agency had counted 2,010."</summary>
/// <remarks>Holds for the next sentence only.</remarks>
public sealed class FigureMemory
{
    private FoundFigure? _last, _people;
    private readonly HashSet<Measure> _counted = [];
    private (Measure Measure, PlaceMention Place)[] _placed = [];   // of the sentence before

    /// <summary>True once the report told of a disease, so that its "cases" are the sick.</summary>
    public bool Outbreak { get; private set; }

    /// <summary>True once the report counted the sick.</summary>
    public bool CountsSick { get; private set; }

    /// <summary>What the sentence before counted, as a toll or as what an event did; null when it counted nothing.</summary>
    public Measure? Measure => (_last ?? _people)?.Reading.Measure;

    /// <summary>True once the report counted those who fared so.</summary>
    internal bool HasCounted(Measure measure) => _counted.Contains(measure);

    /// <summary>The sentence's figures were read.</summary>
    /// <param name="events">What it tells of; a figure that goes with one of them was counted where that happened.</param>
    public void Read(IReadOnlyList<FoundFigure> figures, IReadOnlyList<Events.FoundEvent> events)
    {
        _placed = [.. Placed(figures, events)];
        _counted.UnionWith(figures.Select(figure => figure.Reading.Measure));
        CountsSick |= Outbreak && figures.Any(figure => figure.Reading.Measure == Model.Record.Measure.Affected);
        _people = figures.LastOrDefault(figure => IsOfPeople(figure.Reading.Measure) && !figure.Part);
        _last = figures.LastOrDefault(figure => figure.Reading.Stock && IsOfPeople(figure.Reading.Measure) && !figure.Part);
    }

    private static IEnumerable<(Measure, PlaceMention)> Placed(IReadOnlyList<FoundFigure> figures, IReadOnlyList<Events.FoundEvent> events)
    {
        foreach (FoundFigure figure in figures)
        {
            PlaceMention? place = figure.Reading.Place ?? (figure.Event >= 0 ? events[figure.Event].Reading.Place : null);
            if (place is { Form: PlaceForm.Name }) yield return (figure.Reading.Measure, place);
        }
    }

    private static bool IsOfPeople(Measure measure) => measure is not (Model.Record.Measure.Fighters or Model.Record.Measure.Other);

    /// <summary>"The mayor put the toll at six", right after another count of the dead: where those were counted.</summary>
    /// <returns>Null when the sentence before counted in several places, or in none.</returns>
    internal PlaceMention? PlaceOf(Measure measure) =>
        _placed.Where(figure => figure.Measure == measure).Select(figure => figure.Place).DistinctBy(place => place.Words).ToArray() is [var one]
            ? one with { Carried = true }
            : null;

    /// <summary>"Twelve of them were its staff": those whom the sentence before counted; null when it counted nobody.</summary>
    internal FoundFigure? Them => _people;

    /// <summary>A sentence is about to be read.</summary>
    public void Notice(ReadSentence sentence, ReadingLexicon lexicon)
    {
        for (int at = 0; at < sentence.Tree.Count && !Outbreak; at++)
        {
            string lemma = sentence.Tree[at].Lemma;
            Outbreak = lexicon.Words.Has(WordSet.Outbreak, lemma.ToLowerInvariant())
                || lexicon.Nouns.ActorClass(lemma) == NounClass.Ill && lexicon.Words.Has(WordSet.Disease, lemma);
        }
    }

    /// <summary>The last figure, when a bare number is said to be a count of the same.</summary>
    /// <param name="here">What its own sentence counted before it; null: nothing.</param>
    internal FoundFigure? Again(Tree tree, CountedThing thing, FoundQuantity quantity, CountList counts, FoundFigure? here)
    {
        FoundFigure? last = here is not null && IsOfPeople(here.Reading.Measure) ? here : _last;
        if (last is null || !thing.IsBare) return null;
        if (quantity.Last + 1 < tree.Count && tree[quantity.Last + 1].Upos is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Sym) return null;
        int verb = tree.Head(thing.At);
        bool given = tree.Is(thing.At, "obj") || tree.Is(thing.At, "obl") && tree.Preposition(thing.At) is "of" or "at";
        if (verb < 0 || !given || !counts.IsRecount(tree[verb].Lemma)) return null;
        // "had 3,361" alone may be anything; a count, an agency's verb of counting or "a number which" says what it is.
        bool counting = tree[verb].Lemma is "count" or "tally"
            || Enumerable.Range(0, tree.Count).Any(at => tree[at].Upos == Upos.Noun && counts.IsTally(tree[at].Lemma));
        return counting ? last : null;
    }
}
