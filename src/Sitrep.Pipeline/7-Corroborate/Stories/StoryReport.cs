namespace Sitrep.Pipeline.Corroborate.Stories;

/// <summary>One telling as the clustering sees it.</summary>
/// <param name="Vector">Of length 1, or empty.</param>
/// <param name="Day">Null when unknown.</param>
internal sealed record StoryReport(TermVector Vector, StoryNames Names, DateOnly? Day)
{
    /// <summary>Days after which the likeness of two tellings counts a third (e-fold): what is written a month later is mostly a new story.</summary>
    private const double FadeDays = 30;

    /// <summary>Cosine, less the further apart the days; 0 to 1.</summary>
    public double Likeness(StoryReport other) => Vector.Dot(other.Vector) * Fading(other);

    /// <summary>What is left of a likeness over the days between two tellings; 1 to 0.</summary>
    public double Fading(StoryReport other) => Day is { } mine && other.Day is { } theirs ? Fading(Math.Abs(mine.DayNumber - theirs.DayNumber)) : 1;

    /// <summary>What is left of a likeness over so many days; 1 to 0.</summary>
    public static double Fading(int days) => Math.Exp(-days / FadeDays);
}
