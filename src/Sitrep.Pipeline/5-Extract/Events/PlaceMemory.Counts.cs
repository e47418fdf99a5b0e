using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Attributions;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Events;

// Where those were counted whom a sentence without a place counts.
internal sealed partial class PlaceMemory
{
    /// <summary>"Another 35 people are missing", "2,000 homes were destroyed", in a report that has told of a disaster in one town and of nothing elsewhere: there; null for all else.</summary>
    /// <param name="by">Whose word it is; null for the report's own.</param>
    public PlaceMention? OfCount(ReadSentence sentence, Measure measure, FoundAttribution? by)
    {
        if (_told.Count == 0 || measure is Measure.Fighters or Measure.Detained or Measure.Surrendered or Measure.Refugees) return null;
        Told last = _told[^1];
        bool oneTown = _told.All(told => told.Place.Words == last.Place.Words) && _told.Any(told => told.Type == EventType.Disaster);
        if (!oneTown || _paragraph - last.Paragraph > 1 || HasMoved(last)) return null;
        if (NamesPlace(sentence, by) || LooksBack(sentence) || lexicon.TurnsElsewhere(sentence.Tree) || IsOfSeveralPlaces(sentence.Tree)) return null;
        return last.Place with { Carried = true };
    }

    // "in three districts", "across the province", "As of Monday 35 people had died": of more than the town.
    private bool IsOfSeveralPlaces(Tree tree)
    {
        if (tree.Count > 1 && tree[0].Form == "As" && tree[1].Form == "of") return true;
        for (int at = 0; at < tree.Count; at++)
        {
            if (tree[at].Upos != Upos.Noun) continue;
            NounClass place = lexicon.Nouns.PlaceClass(tree[at].Lemma);
            if (place is NounClass.Region or NounClass.Country || tree[at].Penn == "NNS" && place is NounClass.Settlement or NounClass.Area) return true;
        }
        return false;
    }
}
