using Sitrep.Model.Record;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Resolve.Dates;

/// <summary>Which way an underspecified date looks from its anchor; read from the tense of its clause.</summary>
public enum Direction
{
    /// <summary>The latest such day up to the anchor ("on Thursday" with a past verb).</summary>
    Past,
    /// <summary>The first such day from the anchor on ("on Thursday" with "will").</summary>
    Future,
}

/// <summary>Underspecified TIMEX3 values → intervals, counted from an anchor day.</summary>
public static class DateResolver
{
    /// <returns>Null when the value names no time that can be placed (a bare duration, a set).</returns>
    public static Interval? Resolve(DateMention mention, DateOnly anchor, Direction direction) => throw new NotImplementedException();
}
