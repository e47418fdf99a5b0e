namespace Sitrep.Pipeline.Corroborate.Stories;

/// <summary>Tellings held to be of one story.</summary>
/// <param name="Count">Tellings.</param>
/// <param name="Sum">Of their vectors.</param>
/// <param name="Names">Sum of theirs.</param>
/// <param name="Outside">Sum of their likeness to what lies outside.</param>
/// <param name="Within">Sum of closeness over all pairs of them.</param>
/// <param name="First">Earliest known day.</param>
/// <param name="Latest">Highest number of a report.</param>
internal sealed record StoryGroup(int Count, TermVector Sum, StoryNames Names, double Outside, double Within, DateOnly? First, DateOnly? Last, int Latest)
{
    /// <summary>Closeness two stories must have to be one; see <see cref="Closeness"/>.</summary>
    // Swept from 0.16 to 0.19 on ECB+ (topics 1-35), BASIL (2010-2015) and NeuS together, NeuS in its scored lines too: best at 0.18, flat from 0.17 to 0.19. The other shares were swept with it, and with those of StoryNames.
    public const double CloseMin = 0.18;

    /// <summary>How much of the likeness outside counts against two reports.</summary>
    private const double OutsideShare = 0.8;

    /// <summary>How many times its likeness a closeness may be: two reports that are like nothing are not thereby like each other.</summary>
    private const double LiftMax = 1.4;

    /// <summary>How much a story that is closer within itself than to the other resists.</summary>
    private const double CohesionShare = 0.4;

    /// <summary>Tellings from which a story has an inside to be measured.</summary>
    private const int CohesionCount = 3;

    private double Cohesion => Within / (Count * (Count - 1.0) / 2);

    public static StoryGroup Of(StoryReport report, double outside, int number) => new(1, report.Vector, report.Names, outside, 0, report.Day, report.Day, number);

    public StoryGroup Join(StoryGroup other, double usual) => new(
        Count + other.Count, Sum.Plus(other.Sum), Names.Plus(other.Names), Outside + other.Outside, Within + other.Within + Closeness(other, usual) * Count * other.Count,
        First is null || other.First < First ? other.First : First, Last is null || other.Last > Last ? other.Last : Last, Math.Max(Latest, other.Latest));

    /// <summary>Mean likeness of the reports of one to those of the other, corrected for what lies outside and for how close each is within itself.</summary>
    /// <param name="usual">Mean of what lies outside over all reports.</param>
    public double Closeness(StoryGroup other, double usual)
    {
        double likeness = Sum.Dot(other.Sum) / ((double)Count * other.Count) * StoryReport.Fading(Gap(other));
        likeness *= 1 - StoryNames.Clash(Names, Count, other.Names, other.Count, First is not null && other.First is not null);
        double closeness = Math.Min(LiftMax * likeness, likeness - OutsideShare * ((Outside / Count + other.Outside / other.Count) / 2 - usual));
        if (Count < CohesionCount || other.Count < CohesionCount) return closeness;
        return closeness - CohesionShare * Math.Max(0, Math.Min(Cohesion, other.Cohesion) - closeness);
    }

    /// <summary>Days between the end of one and the start of the other.</summary>
    private int Gap(StoryGroup other)
    {
        if (First is not { } first || other.First is not { } otherFirst || Last is not { } last || other.Last is not { } otherLast) return 0;
        return Math.Max(0, Math.Max(first.DayNumber - otherLast.DayNumber, otherFirst.DayNumber - last.DayNumber));
    }
}
