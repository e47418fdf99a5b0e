namespace Sitrep.Eval.Scores;

/// <summary>Items counted right, found and wanted.</summary>
/// <remarks>Doubles, because some measures count parts of an item. An accuracy has as many found as wanted: its F1 is the share.</remarks>
internal readonly record struct Tally(double Right, double Found, double Wanted)
{
    public static Tally operator +(Tally left, Tally right) => new(left.Right + right.Right, left.Found + right.Found, left.Wanted + right.Wanted);

    /// <summary>One item that had to be answered.</summary>
    public static Tally Answer(bool right) => new(right ? 1 : 0, 1, 1);

    public double Precision => Found > 0 ? Right / Found : 0;
    public double Recall => Wanted > 0 ? Right / Wanted : 0;

    /// <summary>Harmonic mean of precision and recall; 0 where nothing was right.</summary>
    public double F1 => Found + Wanted > 0 ? 2 * Right / (Found + Wanted) : 0;

    /// <summary>Equal items of two sets.</summary>
    public static Tally Of<T>(IReadOnlySet<T> found, IReadOnlySet<T> wanted) => new(found.Count(wanted.Contains), found.Count, wanted.Count);
}
