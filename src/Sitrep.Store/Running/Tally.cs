using Sitrep.Model.Reports;

namespace Sitrep.Store.Running;

/// <summary>What reading the inputs came to.</summary>
/// <param name="Read">Reports read now.</param>
/// <param name="Known">Reports the store had already, or that were given twice; an address with nothing new is one.</param>
/// <param name="SetAside">Inputs set aside now, in the order they were met.</param>
public sealed record Tally(int Read, int Known, IReadOnlyList<Problem> SetAside)
{
    /// <summary>Nothing yet.</summary>
    public static Tally None { get; } = new(0, 0, []);

    /// <summary>True when inputs were named and there was nothing at any of them.</summary>
    public bool IsNothing => Read + Known == 0 && SetAside.Count > 0 && SetAside.All(problem => problem.Code == ReasonCode.NotFound);

    public Tally Add(Tally other) => new(Read + other.Read, Known + other.Known, [.. SetAside, .. other.SetAside]);
}
