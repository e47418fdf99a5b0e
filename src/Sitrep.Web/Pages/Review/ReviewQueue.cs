using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Publish.View;
using Sitrep.Web.Pages.Events;
using Sitrep.Web.Records;

namespace Sitrep.Web.Pages.Review;

/// <summary>Something a person should look at.</summary>
/// <param name="Kind">"merge", "split", "dispute", "figure" or "place".</param>
/// <param name="Targets">Ids it is about; the first is what a ruling would be on.</param>
/// <param name="Why">What is doubtful, in a line.</param>
internal sealed record ReviewCase(string Kind, ImmutableArray<string> Targets, string Why, int Weight);

/// <summary>What the record is least sure of, the weightiest first. A case that somebody has ruled on is no longer in it.</summary>
internal static class ReviewQueue
{
    /// <summary>Cases shown at a time; a person does not get through more in an hour.</summary>
    public const int CasesMax = 60;

    /// <summary>Events of one type and place that are compared with each other; a town with more is a story of its own.</summary>
    private const int NeighboursMax = 40;

    /// <summary>How much less weighty a pair is whose parties are of different sides: most such pairs are two events.</summary>
    private const int ApartLess = 6;

    public static ImmutableArray<ReviewCase> Of(RecordView view)
    {
        HashSet<string> ruled = [.. view.Index.Record.Rulings.Where(made => made.UndoneBy is null && made.On is not null && made.Ruling.Verb != RulingVerb.Grade).Select(made => made.On!)];   // filtered on the line itself
        return [.. Merges(view).Concat(Splits(view)).Concat(Disputes(view)).Concat(Figures(view)).Concat(Places(view)).Where(one => !one.Targets.Any(ruled.Contains))
            .OrderByDescending(one => one.Weight).ThenBy(one => one.Targets[0], StringComparer.Ordinal).ThenBy(one => one.Kind, StringComparer.Ordinal)];
    }

    /// <summary>Two events of one type at one place on the same days: perhaps one, told twice. The parties may differ: who did it is what tellings differ on most.</summary>
    private static IEnumerable<ReviewCase> Merges(RecordView view)
    {
        foreach (var at in view.Record.Events.Where(happening => happening is { Place: not null, When: not null, Expected: false } && !view.Ranking.IsBackground(happening)).GroupBy(happening => (happening.Type, happening.Place)))
        {
            Event[] events = [.. at.Take(NeighboursMax)];
            for (int i = 0; i < events.Length; i++)
            {
                for (int j = i + 1; j < events.Length; j++)
                {
                    Event one = events[i], other = events[j];
                    if (!one.When!.Overlaps(other.When!) || one.Contradicts.Contains(other.Id) || one.Supersedes.Contains(other.Id) || other.Supersedes.Contains(one.Id)) continue;   // both are dated
                    string apart = one.Apart.FirstOrDefault(near => near.Event == other.Id)?.Reason ?? other.Apart.FirstOrDefault(near => near.Event == one.Id)?.Reason ?? "";
                    yield return new ReviewCase("merge", [one.Id, other.Id], $"Two events of one kind at {view.Index.PlaceNameOnly(at.Key.Place)} on the same days: one, told twice?{(apart.Length > 0 ? $" Held apart by: {apart}." : "")}", Math.Min(view.Ranking.Weight(one), view.Ranking.Weight(other)) - (Opposed(view, one, other) ? ApartLess : 0));
                }
            }
        }
    }

    /// <summary>One event whose tellings do not go together: perhaps two.</summary>
    private static IEnumerable<ReviewCase> Splits(RecordView view)
    {
        foreach (Event happening in view.Record.Events.Where(happening => happening.Independent.Dispatches > 1))
        {
            string[] apart = [.. ClaimMatrix.Of(view, happening).Rows.Where(row => row.Disagrees && row.Key is "who" or "when" or "where").Where(row => row.Disagrees).Select(row => row.Key)];
            if (apart.Length > 0) yield return new ReviewCase("split", [happening.Id], $"Its tellings do not go together on {Wording.List(apart)}: two events?", view.Ranking.Weight(happening));
        }
    }

    /// <summary>What somebody denies or doubts, and nobody has taken back.</summary>
    private static IEnumerable<ReviewCase> Disputes(RecordView view) => view.Record.Events
        .Where(happening => happening is { Expected: false, Status: Status.Contested or Status.Denied } && !view.Ranking.IsBackground(happening))
        .Select(happening => new ReviewCase("dispute", [happening.Id], $"{Wording.Sentence(view.Confidence.Clause(happening.Claims))}.", view.Ranking.Weight(happening)));

    /// <summary>Numbers for one thing that stand against each other.</summary>
    private static IEnumerable<ReviewCase> Figures(RecordView view) => view.Record.Figures.Where(figure => figure.Status is Status.Contested or Status.Denied)
        .GroupBy(figure => (figure.Measure, figure.Place, figure.Event, figure.Subject, figure.Stock))
        .Select(group => new ReviewCase("figure", [.. group.Select(figure => figure.Id)], $"{FigureSection.Label(group.First(), view.Index)}: {string.Join(" or ", group.Select(Wording.Amount).Distinct(StringComparer.Ordinal))}?", group.Max(FigureSection.Weight)));

    /// <summary>Places that no gazetteer has, where something happened.</summary>
    private static IEnumerable<ReviewCase> Places(RecordView view)
    {
        ILookup<string?, Event> at = view.Record.Events.ToLookup(happening => happening.Place);
        return view.Record.Places.Where(place => place.Latitude is null && at[place.Id].Any())
            .Select(place => new ReviewCase("place", [place.Id], $"{Wording.Line(place.Name)} is in no gazetteer; {Wording.Count(at[place.Id].Count(), "event")} there cannot be shown on the map.", at[place.Id].Max(view.Ranking.Weight)));
    }

    private static bool Opposed(RecordView view, Event one, Event other)
    {
        HashSet<string> sides = Sides(one), others = Sides(other);
        return sides.Count > 0 && others.Count > 0 && !sides.Overlaps(others);

        HashSet<string> Sides(Event happening) => [.. happening.Roles.Where(role => role.Kind == RoleKind.Actor).Select(role => view.Index.Actor(role.Actor)).OfType<Actor>().Select(actor => actor.Side ?? actor.Id)];
    }
}
