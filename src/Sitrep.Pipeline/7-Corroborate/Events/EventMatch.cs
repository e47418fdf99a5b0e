using System.Globalization;

namespace Sitrep.Pipeline.Corroborate.Events;

/// <summary>What decided whether a claim is about an event.</summary>
public enum MatchGround
{
    /// <summary>It is.</summary>
    Joined,
    /// <summary>An analyst said so.</summary>
    Ruled,
    /// <summary>Nothing that both tell ties them together.</summary>
    NoTie,
    /// <summary>It happened on other days.</summary>
    OtherDays,
    /// <summary>The place changed hands in between.</summary>
    TakenBetween,
    /// <summary>Who did it there suffers it here.</summary>
    PartsSwapped,
    /// <summary>Two enemies cannot both have done it.</summary>
    Enemies,
    /// <summary>Other parties are named.</summary>
    OtherParties,
    /// <summary>Another number of the same thing.</summary>
    OtherCount,
    /// <summary>One sentence tells both, side by side.</summary>
    SideBySide,
}

/// <summary>How the places of a claim and an event lie to each other.</summary>
public enum PlaceTie
{
    /// <summary>One of them has none.</summary>
    Unknown,
    /// <summary>Apart.</summary>
    Other,
    /// <summary>One town's distance apart at most.</summary>
    Near,
    /// <summary>One lies in the other.</summary>
    Within,
    /// <summary>The same.</summary>
    Same,
}

/// <summary>Whether a claim is about an event, and why.</summary>
/// <param name="Score">0 when it is not; else the more, the better they agree.</param>
/// <param name="DaysApart">Between what the two tell; null when one tells no time.</param>
/// <param name="SharedParties">Named in the same part by both.</param>
public readonly record struct EventMatch(int Score, MatchGround Ground, PlaceTie Place, int? DaysApart, int SharedParties, bool SameCount, bool SameTelling)
{
    /// <summary>Put there by a ruling.</summary>
    public static EventMatch Ruled { get; } = new(1, MatchGround.Ruled, PlaceTie.Unknown, null, 0, false, false);

    /// <summary>True for another event that came near being the same: it has its place or its number.</summary>
    public bool IsNear => Ground is not (MatchGround.Joined or MatchGround.Ruled or MatchGround.NoTie) && (Place is PlaceTie.Same or PlaceTie.Within or PlaceTie.Near || SameCount);

    /// <summary>The reason in words, for people.</summary>
    public string Words
    {
        get
        {
            string agreed = string.Join(", ", Agreements());
            return Ground switch
            {
                MatchGround.Joined => agreed,
                MatchGround.Ruled => "an analyst's ruling",
                MatchGround.OtherDays => $"{Days()} apart{(agreed.Length > 0 ? $", though {agreed}" : "")}",
                MatchGround.TakenBetween => $"it changed hands in between, though {agreed}",
                MatchGround.PartsSwapped => $"who does it in one suffers it in the other, though {agreed}",
                MatchGround.Enemies => $"told of enemies, though {agreed}",
                MatchGround.OtherParties => $"other parties, though {agreed}",
                MatchGround.OtherCount => $"another count in the same report, though {agreed}",
                MatchGround.SideBySide => $"told side by side in one sentence, though {agreed}",
                _ => "nothing that both tell ties them",
            };
        }
    }

    private IEnumerable<string> Agreements()
    {
        if (Place == PlaceTie.Same) yield return "same place";
        if (Place == PlaceTie.Within) yield return "one place in the other";
        if (Place == PlaceTie.Near) yield return "places close together";
        if (Ground != MatchGround.OtherDays && DaysApart is { } days) yield return days == 0 ? "same day" : $"{Days()} apart";
        if (SharedParties > 0) yield return SharedParties == 1 ? "a party in the same part" : string.Create(CultureInfo.InvariantCulture, $"{SharedParties} parties in the same part");
        if (SameCount) yield return "same count";
        if (SameTelling) yield return "same telling";
    }

    private string Days() => DaysApart == 1 ? "1 day" : string.Create(CultureInfo.InvariantCulture, $"{DaysApart} days");
}
