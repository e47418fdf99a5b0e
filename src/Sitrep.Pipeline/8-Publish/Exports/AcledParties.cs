using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Pipeline.Publish.Exports;

/// <summary>The at most two main actors of a row and who stands with them.</summary>
internal sealed record Parties(string Actor1, string Assoc1, string Inter1, string Actor2, string Assoc2, string Inter2);

/// <summary>Actors of an event as ACLED names and orders them: civilians are always the second, who is not known is an unidentified group.</summary>
internal sealed class AcledParties(ExportBasis basis, Event happening, string type, string? countryCode, string country)
{
    private readonly record struct Side(string Name, string Assoc, string Inter);

    public Parties Read()
    {
        Side one = Of([.. basis.In(happening, RoleKind.Actor)], [.. basis.In(happening, RoleKind.With)]), other = Of([.. basis.In(happening, RoleKind.Target)], []);
        if (type == AcledCodes.Protests) one = Demonstrators("Protesters", one);
        else if (type == AcledCodes.Riots) one = Demonstrators("Rioters", one);
        else if (type != AcledCodes.Strategic)
        {
            // Two that fight each other are both doers of the fight; two that do something else together are allies.
            if (other.Name.Length == 0 && happening.Type == EventType.Clash && basis.In(happening, RoleKind.Actor) is [var first, .. { Length: > 0 } rest] && Opposes(first, rest)) (one, other) = (Of([first], []), Of(rest, []));
            if (one.Name.Length == 0) one = Unidentified;
            if (other.Name.Length == 0) other = type == AcledCodes.Civilians ? new Side($"Civilians ({country})", "", "Civilians") : type == AcledCodes.Battles ? Unidentified : other;
            if (one.Inter == "Civilians" && other.Name.Length > 0 && other.Inter != "Civilians") (one, other) = (other, one);
        }
        return new Parties(one.Name, one.Assoc, one.Inter, other.Name, other.Assoc, other.Inter);
    }

    private Side Unidentified => new($"Unidentified Armed Group ({country})", "", "Political militia");

    private Side Demonstrators(string word, Side named) => new($"{word} ({country})", string.Join("; ", new[] { named.Name, named.Assoc }.Where(name => name.Length > 0 && !name.StartsWith("Civilians", StringComparison.Ordinal))), word);

    private static bool Opposes(Actor first, Actor[] rest) => first.Side is { } side && rest.All(actor => actor.Side is { } own && own != side);

    private Side Of(Actor[] main, Actor[] with)
    {
        if (main.Length == 0) return new Side("", string.Join("; ", with.Select(Name)), "");
        string[] assoc = [.. main.Skip(1).Concat(with).Select(Name).Distinct(StringComparer.Ordinal).Where(name => name != Name(main[0]))];
        return new Side(Name(main[0]), string.Join("; ", assoc), AcledCodes.Interaction(main[0], countryCode, id => basis.Index.Actor(id)));
    }

    private string Name(Actor actor) => actor.Kind == ActorKind.Population ? $"Civilians ({basis.Country(actor.Country)?.Name ?? country})" : Wording.Line(actor.Name);
}
