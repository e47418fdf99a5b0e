using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Places;

namespace Sitrep.Pipeline.Extract.Figures.Where;

/// <summary>The place among the phrases that hang on a word: on those counted, on what is said of them, on the verb above.</summary>
internal sealed class PlaceBelow(ReadingLexicon lexicon, PlaceFinder places, ManyPlaces many)
{
    /// <param name="from">The word whose phrases are asked.</param>
    /// <param name="at">Token of those counted; the phrase nearest to it wins.</param>
    public PlaceMention? Find(ReadSentence sentence, int from, int at)
    {
        Tree tree = sentence.Tree;
        PlaceMention? best = null;
        int distance = int.MaxValue;
        foreach (int child in tree.Children(from))
        {
            if (IsToll(tree, child) && OfToll(sentence, child, at) is { } counted) return counted;
            if (!IsWhere(sentence, child) || FigurePlaces.Apart(child, at) >= distance) continue;
            if (Read(sentence, child) is { } place) (best, distance) = (place, FigurePlaces.Apart(child, at));
        }
        return best;
    }

    private bool IsWhere(ReadSentence sentence, int phrase) =>
        (sentence.Tree.Is(phrase, "nmod") || sentence.Tree.Is(phrase, "obl")) && FigurePlaces.IsWhere(lexicon, sentence.Tree.Preposition(phrase))
            && sentence.DateAt(phrase) is null && !FigurePlaces.IsLeft(lexicon, sentence.Tree, phrase);

    private PlaceMention? Read(ReadSentence sentence, int phrase)
    {
        if (sentence.Tree[phrase].Lemma is "country" or "nation" && Land(sentence, phrase) is { } land) return land;
        if (many.IsOneOfMany(sentence, phrase) || ManyPlaces.HasOwnCount(sentence, phrase) || places.Read(sentence, phrase) is not { } place) return null;
        return many.Lands(sentence, phrase) ?? many.Several(sentence, phrase) ?? place.Mention;
    }

    // "the toll in X": the subject's own place is the number's.
    private bool IsToll(Tree tree, int at) => tree[at].Relation is "nsubj" or "obj" && lexicon.Words.Has(WordSet.CountNoun, tree[at].Lemma);

    // "the number of deaths throughout the country"
    private PlaceMention? OfToll(ReadSentence sentence, int toll, int at) =>
        Find(sentence, toll, at)
            ?? sentence.Tree.Children(toll)
                .Where(child => sentence.Tree.Is(child, "nmod") && sentence.Tree.Preposition(child) == "of")
                .Select(child => Find(sentence, child, at))
                .FirstOrDefault(place => place is not null);

    /// <summary>"Zimbabwe's minister put the toll in the country at 259": the land that the words before name, by itself or by its people.</summary>
    /// <returns>Null when they name none.</returns>
    private PlaceMention? Land(ReadSentence sentence, int country)
    {
        Tree tree = sentence.Tree;
        if (!tree.Children(country).Any(child => tree.Is(child, "det") && tree[child].Lemma is "the" || tree[child].Relation == "nmod:poss")) return null;
        string? nearest = null, speaking = null;
        for (int at = country - 1; at >= 0; at--)
        {
            string words = sentence.NameAt(at)?.Words ?? tree[at].Form;
            if (!lexicon.Countries.TryByName(words, out string? code) && !lexicon.Countries.TryByDemonym(tree[at].Form, out code)) continue;
            nearest ??= code;
            // Whoever speaks for a land speaks of his own.
            if (tree[at].Relation is "nmod:poss" or "amod" or "compound") speaking ??= code;
        }
        return (speaking ?? nearest) is { } land && lexicon.Countries.NameOf(land) is { } name
            ? new PlaceMention(tree.Span(country, country), name, PlaceForm.Name, false)
            : null;
    }
}
