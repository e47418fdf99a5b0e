using Sitrep.Model.Reports;

namespace Sitrep.Pipeline.Corroborate.Stories;

/// <summary>One telling as it comes in.</summary>
/// <param name="Known">Day it was published; null when unknown.</param>
/// <param name="Day">Day it tells from, which a dateline may put before that; null when unknown.</param>
internal sealed record StoryTelling(string Id, DateOnly? Known, DateOnly? Day, StoryWords Words)
{
    public static StoryTelling Of(Report original) => new(original.Id, original.Published ?? original.Anchor, original.Anchor, StoryWords.Of(original));

    /// <summary>Originals by day, as <see cref="Days"/> has their tellings, before their words are read.</summary>
    public static Report[][] ByDay(IEnumerable<Report> originals) => [.. originals
        .GroupBy(original => original.Published ?? original.Anchor ?? DateOnly.MaxValue)
        .OrderBy(day => day.Key)
        .Select(day => day.OrderBy(original => original.Anchor ?? DateOnly.MaxValue).ThenBy(original => original.Id, StringComparer.Ordinal).ToArray())];

    /// <summary>The tellings of each day, undated ones last, in an order that does not depend on the one given.</summary>
    public static IEnumerable<StoryTelling[]> Days(IEnumerable<StoryTelling> tellings) => tellings
        .GroupBy(telling => telling.Known ?? DateOnly.MaxValue)
        .OrderBy(day => day.Key)
        .Select(day => day.OrderBy(telling => telling.Day ?? DateOnly.MaxValue).ThenBy(telling => telling.Id, StringComparer.Ordinal).ToArray());
}
