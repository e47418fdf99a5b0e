using System.Globalization;
using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>Rulings in words.</summary>
public static class RulingText
{
    /// <summary>"ruling 3, ana, 3 May 2024: rejected: names the wrong town (undone by ruling 4)".</summary>
    public static string Of(AppliedRuling made) =>
        string.Create(CultureInfo.InvariantCulture, $"ruling {made.Ruling.Sequence}, {Wording.Line(made.Ruling.Author)}, {Day(made.Ruling)}: {What(made.Ruling)}: {Reason(made.Ruling)}{State(made)}");

    /// <summary>What was ruled, in the past tense.</summary>
    public static string What(Ruling ruling) => ruling.Verb switch
    {
        RulingVerb.Accept => "accepted",
        RulingVerb.Reject => "rejected",
        RulingVerb.Merge => $"merged with {ruling.Other}",
        RulingVerb.Split => $"took {Wording.Count(ruling.Claims.Length, "claim")} out as an event of their own",
        RulingVerb.Grade => $"graded {Grade(ruling.Value)}",
        RulingVerb.Place => $"placed at {Where(ruling.Value)}",
        RulingVerb.Comment => "commented",
        _ => $"undid ruling {ruling.Target}",
    };

    /// <summary>"34.45, 40.92 (Abu Kamal, SY; GeoNames 174448), within 4 km".</summary>
    public static string Where(string? value)
    {
        if (RuledPlace.Parse(value) is not { } where) return Wording.Line(value ?? "");
        string named = string.Join(", ", new[] { where.Name, where.Admin1, where.Country }.OfType<string>().Select(part => Wording.Line(part, 80)));
        string source = where.GeonamesId is { } id ? string.Create(CultureInfo.InvariantCulture, $"{(named.Length > 0 ? "; " : "")}GeoNames {id}") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{where.Latitude:0.####}, {where.Longitude:0.####}{(named.Length + source.Length > 0 ? $" ({named}{source})" : "")}, within {where.RadiusKm:0.#} km");
    }

    /// <summary>The letter or digit of the Admiralty scale with its meaning.</summary>
    public static string Grade(string? value) => value switch
    {
        "A" => "A (completely reliable)",
        "B" => "B (usually reliable)",
        "C" => "C (fairly reliable)",
        "D" => "D (not usually reliable)",
        "E" => "E (unreliable)",
        "F" => "F (reliability cannot be judged)",
        "1" => "1 (confirmed by other independent sources)",
        "2" => "2 (probably true)",
        "3" => "3 (possibly true)",
        "4" => "4 (doubtful)",
        "5" => "5 (improbable)",
        "6" => "6 (credibility cannot be judged)",
        _ => value ?? "",
    };

    /// <summary>Empty for one that counts.</summary>
    public static string State(AppliedRuling made) => made.UndoneBy is { } by ? string.Create(CultureInfo.InvariantCulture, $" (undone by ruling {by})")
        : made.On is null && made.Ruling.Verb != RulingVerb.Undo ? " (its target is not in this record)" : "";

    internal static string Day(Ruling ruling) => Wording.Day(DateOnly.FromDateTime(ruling.At.UtcDateTime));

    internal static string Reason(Ruling ruling) => Wording.Line(ruling.Reason, 600).TrimEnd('.');
}
