using System.Globalization;
using System.Text;
using Sitrep.Model.Record;

namespace Sitrep.Tests.Pipeline.Extract;

/// <summary>A reading as text, one line a claim, so that a difference can be read.</summary>
internal static class ClaimTable
{
    /// <summary><c>capture affirms by the army (institution, said): actor=…, place=…, when=…</c>, then the aliases.</summary>
    public static string Of(Reading reading) =>
        string.Join('\n', reading.Claims.Select(Line).Concat(reading.Aliases.Select(alias => $"alias {alias.Alias} = {alias.Name}")) is var lines && lines.Any() ? lines : ["(nothing)"]);

    private static string Line(Claim claim)
    {
        var parts = new List<string>();
        if (claim.Event is { } happened) parts.AddRange(Event(happened));
        if (claim.Figure is { } figure) parts.Add(Figure(figure));
        if (claim.Fate is { } fate) parts.Add($"{Lower(fate.State)}={fate.Person.Name ?? fate.Person.Words}");
        string what = claim.Event is { } named ? Lower(named.Type) : claim.Figure is not null ? "figure" : "fate";
        return $"{what} {Lower(claim.Stance)} by {By(claim.By)}{(parts.Count > 0 ? ": " + string.Join(", ", parts) : "")}";
    }

    private static string By(Attribution by)
    {
        if (by.Kind == SourceKind.Narration) return "narration";
        var text = new StringBuilder($"{by.Source?.Words} ({Lower(by.Kind)}, {by.Cue}");
        if (by.Quoted) text.Append(", quoted");
        if (by.Via is { } via) text.Append(", via ").Append(via.Words);
        if (by.SaidOn is { } day) text.Append(", on ").Append(day.Value);
        return text.Append(')').ToString();
    }

    private static IEnumerable<string> Event(EventReading happened)
    {
        if (happened.Type == EventType.Other) yield return happened.Lemma;
        foreach (RoleMention role in happened.Roles) yield return $"{Lower(role.Role)}={role.Actor.Words}";
        if (happened.Place is { } place) yield return $"place={(place.Near ? "near " : "")}{place.Words}{(place.Carried ? " (carried)" : "")}";
        if (happened.When is { } when) yield return when.Shift == 0 ? $"when={when.Value}" : string.Create(CultureInfo.InvariantCulture, $"when={when.Value}{when.Shift:+0;-0}d");
        if (happened.Extent is { } extent) yield return $"extent={Lower(extent)}";
        if (happened.Background) yield return "background";
    }

    private static string Figure(FigureReading figure)
    {
        QuantityMention quantity = figure.Quantity;
        string number = quantity.Best?.ToString(CultureInfo.InvariantCulture) ?? string.Create(CultureInfo.InvariantCulture, $"{quantity.Low}..{quantity.High}");
        string qualifier = quantity.Qualifier is Qualifier.Exact or Qualifier.Between ? "" : $" {Lower(quantity.Qualifier)}";
        string of = figure.Subject is { } subject ? $" of {subject.Words}" : "";
        string at = figure.Place is { } place ? $" at {place.Words}" : "";
        string from = figure.Revises is { } old ? string.Create(CultureInfo.InvariantCulture, $" up from {old}") : "";
        return $"{Lower(figure.Measure)}={number}{qualifier}{of}{at}{(figure.Stock ? " in all" : "")}{from}";
    }

    private static string Lower<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
