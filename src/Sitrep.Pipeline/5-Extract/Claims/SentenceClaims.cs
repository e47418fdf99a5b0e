using Sitrep.Model.Text;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Attributions;
using Sitrep.Pipeline.Extract.Events;
using Sitrep.Pipeline.Extract.Figures;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Claims;

/// <summary>Makes claims of a sentence: its events, then what its sources say beside them, then counts and fates that stand alone.</summary>
internal sealed class SentenceClaims(
    ReadingLexicon lexicon, ActorFinder actors, AttributionReader attributions, EventDays days, FigureDays figureDays, StanceReader stances, PronounReader pronouns)
{
    private readonly EventClaims _events = new(lexicon, actors, attributions, days, stances, pronouns);
    private readonly DenialClaims _denials = new(lexicon, attributions);
    private readonly FigureClaims _figures = new(attributions, figureDays, stances, new CountPlaces(lexicon));

    public void Add(ToldSentence told, ReportMemory memory, ClaimList claims)
    {
        int since = claims.Count;
        _events.Add(told, memory, claims);
        _denials.Add(told, claims, since);
        _figures.Add(told, memory.Place, claims);
    }

    /// <summary>"according to two people": who tells it is no count.</summary>
    public static bool IsTeller(FoundFigure figure, IEnumerable<FoundAttribution> attributions)
    {
        TextSpan number = figure.Reading.Quantity.Span;
        return attributions.Any(attribution => attribution.Cue >= 0 && attribution.By.Source is { } teller && teller.Span.Start <= number.End && number.Start < teller.Span.End);
    }
}
