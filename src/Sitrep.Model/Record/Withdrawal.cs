namespace Sitrep.Model.Record;

/// <summary>How an outlet goes back on what an earlier version of a page told.</summary>
public enum WithdrawalKind
{
    /// <summary>A later version no longer tells it and says nothing of it.</summary>
    Dropped,
    /// <summary>A later version no longer tells it, and says that the page was corrected.</summary>
    Corrected,
    /// <summary>The page was withdrawn.</summary>
    Retracted,
}

/// <summary>That an outlet went back on a claim.</summary>
/// <param name="By">Id of the report that does so: the later version, or the notice.</param>
public sealed record Withdrawal(WithdrawalKind Kind, string By)
{
    /// <summary>True when the outlet says that it takes it back, and did not only leave it out.</summary>
    public bool IsTakenBack => Kind != WithdrawalKind.Dropped;
}
