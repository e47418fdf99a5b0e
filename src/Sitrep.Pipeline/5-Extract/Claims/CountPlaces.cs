using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Events;
using Sitrep.Pipeline.Extract.Figures.Where;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Claims;

/// <summary>Where those were counted whose number names no place: where the disaster was of which the sentence tells ("35 people are missing after a ferry sank off X"), else the one that the report has told of.</summary>
/// <remarks>Of more than one town no guess is made: "2,000 homes were destroyed across the province when floods hit X".</remarks>
internal sealed class CountPlaces(ReadingLexicon lexicon)
{
    /// <param name="at">Token whose clause the number belongs to.</param>
    public PlaceMention? Of(ToldSentence told, int at, FigureReading counted, PlaceMemory memory)
    {
        int number = Enumerable.Range(0, told.Tree.Count).LastOrDefault(token => told.Tree[token].Start < counted.Quantity.Span.End, at);
        if (counted.SinceOnset || counted.Measure is Measure.Fighters or Measure.Detained or Measure.Surrendered or Measure.Refugees || GrandTotal.Is(told.Sentence, number) || GrandTotal.IsOutOf(told.Tree, number) || IsOfSeveralPlaces(told.Sentence)) return null;
        if (told.Events.Any(found => found.Reading.Type == EventType.Disaster && IsOutcome(told.Tree, found.Trigger, at))) return null;
        PlaceMention[] struck = [.. told.Events.Where(found => found.Reading is { Type: EventType.Disaster, Place.Form: PlaceForm.Name }).Select(found => found.Reading.Place!).Concat(memory.Struck).DistinctBy(place => place.Words)];   // asked for just before
        // "35 died in Y after floods in X": where they died is told, though it may not have been read.
        return struck is [var only] ? IsOnlyOne(told.Sentence, only, memory) ? only : null : struck.Length > 1 ? null : memory.OfCount(told.Sentence, told.Over(at));
    }

    // "killed hundreds, touching off an avalanche on X": what came of it elsewhere.
    private static bool IsOutcome(Tree tree, int trigger, int at)
    {
        int verb = trigger;
        while (verb >= 0 && tree[verb].Upos != Upos.Verb) verb = tree.Head(verb);
        return verb >= 0 && tree[verb].Penn == "VBG" && tree.Child(verb, "nsubj") < 0 && tree.Child(verb, "aux") < 0 && !tree.IsUnder(at, verb);
    }

    // But for the land or the lake around it, and where what sank or crashed came from: "on Lake Kivu near X on its way from Y".
    private static bool IsOnlyOne(ReadSentence sentence, PlaceMention place, PlaceMemory memory) =>
        sentence.Names.All(name => !name.MayBePlace || name.Words == place.Words || memory.IsWide(name.Words) || FigurePlaces.HeadOf(sentence.Tree, name) is var head && (sentence.Tree.Relation(head) is "appos" or "compound" || sentence.Tree.Preposition(head) is "from" or "to"));

    // "in three districts", "across the province", "As of Monday 35 people had died": of more than the town.
    private bool IsOfSeveralPlaces(ReadSentence sentence)
    {
        Tree tree = sentence.Tree;
        if (tree.Count > 1 && tree[0].Form == "As" && tree[1].Form == "of") return true;
        for (int at = 0; at < tree.Count; at++)
        {
            if (tree[at].Upos != Upos.Noun || !FigurePlaces.IsWhere(lexicon, tree.Preposition(at)) || sentence.Names.Any(name => tree.IsUnder(name.First, at) || name.First == at + 2 && tree[at + 1].Upos == Upos.Adp)) continue;
            NounClass place = lexicon.Nouns.PlaceClass(tree[at].Lemma);
            if (place is NounClass.Region or NounClass.Country || tree[at].Penn == "NNS" && place is NounClass.Settlement or NounClass.Area) return true;
        }
        return false;
    }
}
