using Sitrep.Pipeline.Extract.Details;

namespace Sitrep.Pipeline.Corroborate.Comparing;

/// <summary>Whether two tellings tell of one incident, and why.</summary>
/// <param name="Reason">In words, for people.</param>
public sealed record OneIncident(bool Holds, string Reason)
{
    /// <summary>Days between two reports of one incident: the news of a day is told on the morrow.</summary>
    private const int DaysMax = 1;

    /// <param name="sameStory">True when the story map has both in one story.</param>
    /// <param name="daysApart">Between the days the reports tell from; null when one is undated.</param>
    public static OneIncident Of(TellingComparison comparison, bool sameStory, int? daysApart)
    {
        if (daysApart > DaysMax) return new OneIncident(false, daysApart == 1 ? "told a day apart" : $"told {daysApart.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)} days apart");
        bool day = SharesDay(comparison);
        if (!day) return new OneIncident(false, "no day in common");
        if (sameStory) return new OneIncident(true, "one story, and a day in common");
        bool place = comparison.Fields.Any(told => told.Field == DetailField.Place && told.Shared.Any(pair => !IsCountry(pair.First.Key)));
        bool cause = comparison.Fields.Any(told => told.Field == DetailField.Cause && !told.Shared.IsEmpty);
        bool count = comparison.Counts.Any(counted => !counted.Differs);
        return day && place && cause && count ? new OneIncident(true, "place, day, cause and a count in common") : new OneIncident(false, "two stories, and too little in common");
    }

    // A year or a month is had in common by reports of many things.
    private static bool SharesDay(TellingComparison comparison) =>
        comparison.Fields.Any(told => told.Field == DetailField.Date && told.Shared.Any(pair => pair.First.Key.Contains("-WXX-", StringComparison.Ordinal) || pair.First.Key.Length == 10 && pair.First.Key[^3] == '-'));

    /// <summary>Keys of countries are codes of two letters.</summary>
    private static bool IsCountry(string key) => key.Length == 2;
}
