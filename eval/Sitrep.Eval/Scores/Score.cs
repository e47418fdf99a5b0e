namespace Sitrep.Eval.Scores;

/// <summary>One number of one set.</summary>
/// <param name="Count">Items behind the value.</param>
/// <param name="Seconds">Time the whole set took.</param>
internal sealed record Score(string Set, string Metric, double Value, int Count, double Seconds)
{
    /// <summary>True for counts of violations.</summary>
    public bool LowerIsBetter => Metric == "mustnot";

    /// <summary>95 % interval over documents; null where there is none.</summary>
    public (double Low, double High)? Spread { get; init; }
}

/// <summary>What running one set came to.</summary>
/// <param name="GoldHash">SHA-256 of the gold data, lower-case hex; empty when skipped.</param>
/// <param name="Skipped">Why it was not run; null when it was.</param>
/// <param name="Details">Lines for a reader who asked for them.</param>
internal sealed record SetResult(string Set, IReadOnlyList<Score> Scores, string GoldHash, string? Skipped, IReadOnlyList<string> Details)
{
    /// <summary>True when the data are there and could not be scored.</summary>
    public bool Failed { get; init; }

    public static SetResult Skip(string set, string why) => new(set, [], "", why, []);

    public static SetResult Fail(string set, string why) => new(set, [], "", why, []) { Failed = true };
}
