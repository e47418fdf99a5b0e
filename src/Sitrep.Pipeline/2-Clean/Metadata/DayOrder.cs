using System.Globalization;
using Sitrep.Model.Reports;

namespace Sitrep.Pipeline.Clean.Metadata;

/// <summary>Tells whether "01/05/2006" is the first of May or the fifth of January: news tell on Thursday of Wednesday, and seldom of the Wednesday before last.</summary>
/// <remarks>The order of most of the world stands unless the weekday that the first paragraphs name lies right before the one day and days before the other.</remarks>
internal static class DayOrder
{
    /// <summary>Days back to the weekday that the news of a day tell of.</summary>
    private const int FreshDays = 1;

    /// <summary>Words of the report in which its weekday is looked for.</summary>
    private const int LeadWords = 120;

    public static DateOnly Settle(DateOnly day, List<Block> blocks)
    {
        if (day.Day > 12 || day.Day == day.Month || !blocks.Exists(block => block.Kind != ZoneKind.Body && IsWritten(day, block.Words)) || Told(blocks) is not { } told) return day;
        var other = new DateOnly(day.Year, day.Day, day.Month);
        return DaysSince(told, day) > FreshDays && DaysSince(told, other) <= FreshDays ? other : day;
    }

    // With a stroke: dots are written where the day comes first.
    private static bool IsWritten(DateOnly day, string words) =>
        words.Contains(day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), StringComparison.Ordinal) || words.Contains(day.ToString("d/M/yyyy", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static DayOfWeek? Told(List<Block> blocks)
    {
        foreach (string word in blocks.Where(block => block.Kind == ZoneKind.Body).SelectMany(block => block.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Take(LeadWords))
        {
            string bare = word.TrimEnd(',', '.', ';', ':', '’', '\'', '"');
            if (bare.EndsWith("day", StringComparison.Ordinal) && char.IsUpper(bare[0]) && Enum.TryParse(bare, out DayOfWeek day)) return day;
        }
        return null;
    }

    private static int DaysSince(DayOfWeek told, DateOnly day) => ((int)day.DayOfWeek - (int)told + 7) % 7;
}
