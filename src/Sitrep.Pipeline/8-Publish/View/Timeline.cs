using System.Collections.Immutable;
using System.Globalization;
using Sitrep.Model.Record;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>Events per day, or per month or year where the story is longer than a strip is wide. What is only known to the month has
/// no day to stand on and is left to the list.</summary>
internal static class Timeline
{
    private const int MostBars = 62;

    /// <param name="events">The numbered events, in time order.</param>
    public static ImmutableArray<TimelineBar> Build(ImmutableArray<(Event Event, int Number)> events)
    {
        (DateOnly Day, Event Event, int Number)[] dated = [.. events.Where(item => item.Event.When is { Precision: < TimePrecision.Month or TimePrecision.Unknown })
            .Select(item => (EventRanking.Day(item.Event)!.Value, item.Event, item.Number))];   // it has an interval, so it has a day
        if (dated.Length == 0) return [];
        DateOnly first = dated.Min(item => item.Day), last = dated.Max(item => item.Day);
        int days = last.DayNumber - first.DayNumber + 1;
        if (days <= MostBars) return Bars(dated, first, last, day => day, day => day.AddDays(1), Wording.ShortDay, day => Wording.Day(day));
        bool months = days <= MostBars * 30;
        return months
            ? Bars(dated, Month(first), last, Month, day => day.AddMonths(1), day => Format(day, "MMM yy"), day => Format(day, "MMMM yyyy"))
            : Bars(dated, Year(Max(first, last.AddYears(-(MostBars - 1)))), last, Year, day => day.AddYears(1), day => Format(day, "yyyy"), day => Format(day, "yyyy"));
    }

    private static ImmutableArray<TimelineBar> Bars(
        (DateOnly Day, Event Event, int Number)[] dated, DateOnly first, DateOnly last, Func<DateOnly, DateOnly> bucket, Func<DateOnly, DateOnly> next, Func<DateOnly, string> label, Func<DateOnly, string> spoken)
    {
        var held = dated.ToLookup(item => bucket(item.Day));
        var bars = ImmutableArray.CreateBuilder<TimelineBar>();
        for (DateOnly day = first; day <= last && bars.Count <= MostBars; day = next(day))
        {
            ImmutableArray<Badge> badges = [.. held[day].Select(item => Confidence.Of(item.Event.Status))];
            bars.Add(new TimelineBar(label(day), Spoken(spoken(day), badges), badges, held[day].Any() ? held[day].First().Number : 0));
        }
        return bars.ToImmutable();
    }

    private static string Spoken(string day, ImmutableArray<Badge> badges)
    {
        if (badges.IsEmpty) return $"{day}: no event";
        IEnumerable<string> parts = badges.GroupBy(badge => badge.Words, StringComparer.Ordinal).Select(group => $"{Wording.Number(group.Count())} {group.Key}");
        return $"{day}: {Wording.Count(badges.Length, "event")} ({string.Join(", ", parts)})";
    }

    private static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;
    private static DateOnly Month(DateOnly day) => new(day.Year, day.Month, 1);
    private static DateOnly Year(DateOnly day) => new(day.Year, 1, 1);
    private static string Format(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
