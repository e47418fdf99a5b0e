using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Attributions;
using Sitrep.Pipeline.Extract.Events;
using Sitrep.Pipeline.Extract.Figures;

namespace Sitrep.Pipeline.Extract.Claims;

/// <summary>Counts and fates that stand beside no event of their own.</summary>
internal sealed class FigureClaims(AttributionReader attributions, FigureDays days, StanceReader stances, CountPlaces places)
{
    public void Add(ToldSentence told, PlaceMemory memory, ClaimList claims)
    {
        foreach (FoundFigure figure in told.Figures)
        {
            // The first count of an event is told with it.
            if (figure.Event >= 0 && figure == told.Figures.First(candidate => candidate.Event == figure.Event)) continue;
            if (stances.Of(told.Tree, figure.At, told.Attributions) is not var (speaker, stance)) continue;
            Attribution by = speaker.Source is null && figure.Counter is { } counter ? new Attribution(counter, attributions.KindOf(counter), null, figure.CounterCue, false, null) : speaker;
            FigureReading reading = figure.Reading with { When = days.Of(told.Sentence, figure.At, by.SaidOn?.Span, figure.Reading.Quantity.Span) };
            if (reading.Place is not { Form: PlaceForm.Name } && stance == Stance.Affirms && figure.Event < 0 && places.Of(told, figure.At, reading, memory) is { } there) reading = reading with { Place = there };
            if (figure.Earlier && (reading.Quantity.Best ?? reading.Quantity.Low) is { } before) claims.Replaced(reading.Measure, before);
            claims.Add(told.Span, stance, by, null, reading);
            AddSetAgainst(told, figure, reading, claims);
        }
        foreach (FoundFate fate in told.Fates)
        {
            if (told.Events.Any(found => found.Trigger == fate.At) || stances.Of(told.Tree, fate.At, told.Attributions) is not var (by, stance)) continue;
            if (told.Before.Known(fate.Reading) is { } known) claims.Add(told.Span, stance, by, null, null, known);
        }
    }

    /// <summary>"five deaths, not the 90 reported by officials": the teller denies what the officials affirm.</summary>
    private static void AddSetAgainst(ToldSentence told, FoundFigure figure, FigureReading reading, ClaimList claims)
    {
        if (told.Over(figure.At) is not { } theirs || !StanceReader.IsSetAgainst(told.Tree, figure.At, theirs)) return;
        Attribution? outer = told.Attributions.FirstOrDefault(attribution => attribution != theirs && attribution is { Effect: Stance.Affirms, Cue: >= 0 } && attribution.Content[theirs.Cue])?.By;
        claims.Add(told.Span, Stance.Denies, outer ?? Attribution.Narration, null, reading, set: true);
    }
}
