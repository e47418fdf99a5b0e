namespace Sitrep.Web.Safety;

/// <summary>What somebody may do.</summary>
public enum Role
{
    /// <summary>Look at everything.</summary>
    Reader,
    /// <summary>Also add reports and rule on what the record makes of them.</summary>
    Analyst,
}

/// <summary>Who asks.</summary>
/// <param name="Name">Stands beside what they rule and add.</param>
internal sealed record Person(string Name, Role Role);
