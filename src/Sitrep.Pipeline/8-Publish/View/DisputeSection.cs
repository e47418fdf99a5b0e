using System.Collections.Immutable;
using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>Points on which the sources disagree: every side in its own words, no verdict.</summary>
internal sealed class DisputeSection(RecordIndex index, EventRanking ranking, Voices voices)
{
    /// <summary>Most disputes told in full; weightier ones first.</summary>
    private const int Most = 25;

    public ImmutableArray<Dispute> Build()
    {
        var disputes = ImmutableArray.CreateBuilder<Dispute>();
        var pairs = new HashSet<(string, string)>();
        foreach (Event happening in ranking.InTime(ranking.ByWeight(index.Record.Events.Where(Disputed)).Take(Most)))
        {
            List<DisputeSide> sides = Sides(voices.Of(happening.Claims));
            bool ownDoubt = sides.Any(side => side.Heading != Affirmed);
            bool paired = false;
            foreach (Event other in happening.Contradicts.Select(index.Event).OfType<Event>())
            {
                bool first = string.CompareOrdinal(happening.Id, other.Id) <= 0;
                if (!pairs.Add(first ? (happening.Id, other.Id) : (other.Id, happening.Id))) continue;
                paired = true;
                ImmutableArray<Voice> against = [.. voices.Of(other.Claims).Where(voice => voice.Stance == Opposing(other))];
                if (against.Length > 0) sides.Add(new DisputeSide($"Against it, “{EventSection.Summary(other)}”, {(Opposing(other) == Stance.Denies ? "denied" : "affirmed")} by", against));
            }
            if (ownDoubt || paired) disputes.Add(new Dispute(Wording.When(happening.When), EventSection.Summary(happening), Confidence.Of(happening.Status), [.. sides]));
        }
        disputes.AddRange(Figures());
        return disputes.ToImmutable();
    }

    private const string Affirmed = "Affirmed by";

    /// <summary>True when sources stand against each other on it.</summary>
    public static bool Disputed(Event happening) => !happening.Expected && (happening.Status is Status.Contested or Status.Denied or Status.Retracted || happening.Contradicts.Length > 0);

    /// <summary>What is said of an event by whom it sets against another: that a rival took the place, or, where it is only denied, that the place was not lost.</summary>
    public static Stance Opposing(Event other) => other.Status == Status.Denied ? Stance.Denies : Stance.Affirms;

    private static List<DisputeSide> Sides(ImmutableArray<Voice> voices) =>
        [.. voices.GroupBy(voice => voice.Stance).Select(side => new DisputeSide(side.Key switch
        {
            Stance.Denies => "Denied by",
            Stance.Doubts => "Doubted by",
            Stance.Expects => "Expected by",
            _ => Affirmed,
        }, [.. side]))];

    // Only figures that count the same thing at the same place for the same event stand against each other.
    private IEnumerable<Dispute> Figures() => index.Record.Figures
        .Where(figure => figure.Status is Status.Contested or Status.Denied)
        .GroupBy(figure => (figure.Measure, figure.Place, figure.Event, figure.Subject, figure.Stock))
        .Take(Most)
        .Select(group =>
        {
            Figure[] figures = [.. group.OrderBy(figure => figure.When?.End ?? DateOnly.MaxValue).ThenBy(figure => figure.Id, StringComparer.Ordinal)];
            string place = index.PlaceName(group.Key.Place);
            string question = $"{FigureSection.Label(figures[0], index)}{(place.Length > 0 ? $", {place}" : "")}: {(figures.Length > 1 ? "figures differ" : Wording.Amount(figures[0]))}";
            IEnumerable<DisputeSide> sides = figures.SelectMany(figure => Sides(voices.Of(figure.Claims))
                .Select(side => side with { Heading = $"{Wording.Sentence(Wording.Amount(figure))}, {side.Heading.ToLowerInvariant()}" }));
            return new Dispute(Wording.When(figures[0].When), question, Confidence.Of(figures[0].Status), [.. sides]);
        });
}
