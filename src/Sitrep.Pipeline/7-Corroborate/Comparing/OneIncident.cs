using Sitrep.Pipeline.Extract.Details;

namespace Sitrep.Pipeline.Corroborate.Comparing;

/// <summary>Whether two tellings tell of one incident, and why.</summary>
/// <param name="Reason">In words, for people.</param>
public sealed record OneIncident(bool Holds, string Reason)
{
    /// <summary>Days between two reports of one incident: the news of a day is told on the morrow, that of a Saturday on Monday.</summary>
    private const int DaysMax = 2;

    /// <summary>How many times one count may be the other of one incident, where nobody is named as doing or suffering it in both.</summary>
    private const double TimesMax = 3;

    /// <param name="sameStory">True when the story map has both in one story.</param>
    /// <param name="daysApart">Between the days the reports tell from; null when one is undated.</param>
    public static OneIncident Of(TellingComparison comparison, bool sameStory, int? daysApart)
    {
        if (daysApart > DaysMax) return new OneIncident(false, $"told {daysApart.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)} days apart");
        if (!comparison.SharesDay) return new OneIncident(false, "no day in common");
        if (!comparison.SharesPlace) return new OneIncident(false, "no place in common");
        bool cause = Shares(comparison, DetailField.Cause), count = comparison.Counts.Any(counted => counted is { Differs: false, InNumbers: true });
        if (!sameStory) return cause && count ? new OneIncident(true, "place, day, cause and a count in common") : new OneIncident(false, "two stories, and too little in common");
        if (!cause && !count) return new OneIncident(false, "one story, but neither a cause nor a count in common");
        bool party = Shares(comparison, DetailField.Actor) || Shares(comparison, DetailField.Group);
        return count || party || !comparison.Counts.Any(IsFarApart) ? new OneIncident(true, "one story, and a day and a place in common") : new OneIncident(false, "one story, but no party in common and counts far apart");
    }

    private static bool Shares(TellingComparison comparison, DetailField field) => comparison.Fields.Any(told => told.Field == field && told.Shared.Any(shared => !shared.First.IsAnybody));

    private static bool IsFarApart(CountComparison count) =>
        count is { Differs: true, InNumbers: true } && (count.First.Quantity.Best ?? count.First.Quantity.Low) is { } one && (count.Second.Quantity.Best ?? count.Second.Quantity.Low) is { } other && Math.Max(one, other) > TimesMax * Math.Min(one, other);
}
