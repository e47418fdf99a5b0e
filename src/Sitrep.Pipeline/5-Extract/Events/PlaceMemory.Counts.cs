using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Attributions;

namespace Sitrep.Pipeline.Extract.Events;

// Where those were counted whom a sentence without a place counts.
internal sealed partial class PlaceMemory
{
    /// <summary>Where the disasters were of which the sentence being read tells, once its events were read.</summary>
    public IEnumerable<PlaceMention> Struck => _told.Where(told => told.Sentence == _sentence && told.Type == EventType.Disaster).Select(told => told.Place);

    /// <summary>"Another 35 people are missing", "2,000 homes were destroyed", in a report that has told of a disaster in one town and of nothing elsewhere: there; null for all else.</summary>
    /// <param name="by">Whose word it is; null for the report's own.</param>
    public PlaceMention? OfCount(ReadSentence sentence, FoundAttribution? by)
    {
        if (_told.Count == 0) return null;
        Told last = _told[^1];
        bool oneTown = _told.All(told => told.Place.Words == last.Place.Words) && _told.Any(told => told.Type == EventType.Disaster);
        if (!oneTown || _paragraph - last.Paragraph > 1 || HasMoved(last) || NamesPlace(sentence, by) || LooksBack(sentence) || lexicon.TurnsElsewhere(sentence.Tree, counts: true)) return null;
        return last.Place with { Carried = true };
    }
}
