using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Corroborate.Stories;

namespace Sitrep.Pipeline.Corroborate.Figures;

/// <summary>Which figure replaces which, and which stand against each other.</summary>
/// <remarks>Only figures of one measure, population, place and story are compared; others stand side by side as different quantities.</remarks>
internal sealed class FigureSeries(StoryMap stories, IReadOnlyDictionary<string, Actor> actors, IReadOnlyDictionary<string, Place> places, Witnesses witnesses)
{
    /// <summary>Days before the telling from which a dated count is of the past and no part of today's series.</summary>
    private const int PastDays = 45;

    /// <summary>A toll told as what the disaster did ("a quake that killed …") may be so many times the last count.</summary>
    private const int TimesMax = 10;

    public void Compare(IEnumerable<FigureGroup> groups)
    {
        // What nobody dates cannot be put in order.
        foreach (var series in groups.Where(group => group.Day is not null && group.Reading.Measure != Measure.Other && !IsPast(group) && !group.Elsewhere && group.Claims.Any(claim => claim.Claim.Stance == Stance.Affirms))
            .GroupBy(group => (group.Reading.Measure, group.Story, Place: IsWide(group.ToldPlace, group.Story) ? "" : group.ToldPlace, Population(group.Subject), Scope: IsToll(group) || group.Event is null ? "" : group.Event)))
        {
            FigureGroup? head = null;
            foreach (FigureGroup group in series.OrderBy(group => group.Day).ThenBy(group => group.Number ?? 0).ThenBy(group => group.Id, StringComparer.Ordinal)) head = Next(head, group);
        }
    }

    /// <returns>The figure that now stands.</returns>
    private FigureGroup Next(FigureGroup? head, FigureGroup group)
    {
        if (head is null) return group;
        bool told = group.Reading.Revises is { } old && old == head.Number;
        bool sameClaimant = head.Claims.Any(a => group.Claims.Any(b => witnesses.Claimant(a) == witnesses.Claimant(b)));
        bool tally = group.Reading.Measure is Measure.Killed or Measure.Injured;
        if (!told && group.Number == head.Number) return head;
        // "80 dead: 31 on one side and 50 on the other": counts of one sentence are a whole and its parts.
        if (!told && head.Claims.Any(a => group.Claims.Any(b => a.Claim.ReportId == b.Claim.ReportId && a.Claim.Span == b.Claim.Span))) return group.Number > head.Number ? group : head;
        // A count of one event gives way to a toll; many times the toll is another disaster's.
        if (tally && !head.Reading.Stock && group.Reading.Stock && group.Number < head.Number) return group;
        if (tally && !group.Reading.Stock && group.Number / TimesMax > head.Number) return head;
        // A count of what one event added, or one far below the toll, is of a part.
        if (!told && tally && (!group.Reading.Stock && group.Number < head.Number || group.Number < head.Number / 2)) return head;
        if (group.Day == head.Day && !told)
        {
            if (Agree(head.Reading.Quantity, group.Reading.Quantity)) return tally && group.Number > head.Number ? group : head;
            bool bothNamed = head.Claims.Any(claim => claim.Source is not null) && group.Claims.Any(claim => claim.Source is not null);
            bool oneTelling = head.Claims.Any(a => group.Claims.Any(b => a.Dispatch == b.Dispatch));
            if (!sameClaimant && !(oneTelling && !bothNamed))
            {
                (head.Contested, group.Contested) = (true, true);
                return group;
            }
        }
        // The missing of an agency's list and of a village head's guess are two counts.
        if (!told && !sameClaimant && (group.Reading.Measure == Measure.Missing || !tally && !group.Reading.Stock)) return group;
        group.Replace(head);
        return group;
    }

    // The dead of a disaster are counted as one toll, however they are told.
    private static bool IsToll(FigureGroup group) => group.Reading.Stock || group.OfDisaster && group.Reading.Measure is Measure.Killed or Measure.Injured;

    private static bool IsPast(FigureGroup group) =>
        group.Claims.Any(claim => claim.Dated && claim.When is { } when && when.End.DayNumber < group.Day!.Value.DayNumber - PastDays);

    /// <summary>True when a place is all that the story is about: not told, the story's country, or the region of its town.</summary>
    public bool IsWide(string? place, string story)
    {
        if (place is null) return true;
        if (!places.TryGetValue(place, out Place? told) || told.Precision is not (PlacePrecision.Region or PlacePrecision.Country)) return false;
        if (stories.FocusOf(story) is not { } focus || !places.TryGetValue(focus, out Place? about)) return false;
        if (told.Precision == PlacePrecision.Country) return told.Country == about.Country;
        return told.Id == about.Id || told.Country == about.Country && about.Admin1 is { } admin && (admin.Contains(told.Name, StringComparison.OrdinalIgnoreCase) || told.Name.Contains(admin, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>True for the place the story is about and for those around it.</summary>
    public bool IsOfStory(string place, string story) => place == stories.FocusOf(story) || IsWide(place, story);

    /// <summary>Who is counted; empty for people in general.</summary>
    public string Population(string? subject)
    {
        if (subject is null) return "";
        string name = actors.TryGetValue(subject, out Actor? known) ? known.Kind is ActorKind.Population or ActorKind.Other or ActorKind.Person ? known.Name : known.Id : subject;
        return name.ToUpperInvariant() is "PEOPLE" or "PERSONS" or "OTHERS" or "RESIDENTS" or "VICTIMS" or "INDIVIDUALS" or "MORE PEOPLE" or "LIVES" or "DEATHS" ? "" : name;
    }

    private static bool Agree(QuantityMention a, QuantityMention b) =>
        (a.Low ?? 0) <= (b.High ?? long.MaxValue) && (b.Low ?? 0) <= (a.High ?? long.MaxValue);
}
