namespace Sitrep.Web.Pages;

/// <summary>What every page tells its scripts.</summary>
internal sealed record PageData(string Page, string? Id, DateOnly? AsOf, DateOnly? On, DateOnly? Since, string? Version, DayRange Days);

/// <param name="Known">Days on which something was published: where the slider of what was known stops.</param>
/// <param name="Happened">First and last day of what is news; null when nothing is dated.</param>
internal sealed record DayRange(IReadOnlyList<DateOnly> Known, IReadOnlyList<DateOnly>? Happened);
