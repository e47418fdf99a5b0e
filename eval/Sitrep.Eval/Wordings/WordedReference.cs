using Sitrep.Model.World;

namespace Sitrep.Eval.Wordings;

/// <summary>A text of one to four sentences, and what happened in it, to be told with those who were meant.</summary>
internal sealed record WordedReference(string Text, WordedEvent[] Events);

/// <summary>An event of a <see cref="WordedReference"/>.</summary>
/// <param name="Types">Types of event in the record's words, any of which is right.</param>
/// <param name="Doers">Who did it, all of them.</param>
/// <param name="Open">The words may leave it open who did it: nobody, or several, is right too.</param>
/// <param name="Target">Null where it is not asked to whom it was done.</param>
/// <param name="Source">Null where nobody is said to tell it.</param>
internal sealed record WordedEvent(string[] Types, ActorAnswer[] Doers, bool Open, ActorAnswer? Target, PlaceAnswer Place, ActorAnswer? Source);

/// <summary>An actor of the record, by any of its names and kinds.</summary>
internal sealed record ActorAnswer(string[] Names, string[] Kinds)
{
    public bool Is(Actor actor) =>
        Kinds.Contains(actor.Kind.ToString(), StringComparer.OrdinalIgnoreCase) && Names.Any(name => IsCalled(actor.Name, name) || actor.Aliases.Any(alias => IsCalled(alias, name)));

    /// <summary>Several actors, joined by "+" in both columns; no kinds are a person's.</summary>
    public static ActorAnswer[] Read(string names, string kinds) => [.. names.Split('+').Zip(kinds.Split('+'), (name, kind) => new ActorAnswer(name.Split('|'), [.. kind.Split(',').Select(word => word.Replace("-", "", StringComparison.Ordinal))]))];

    private static bool IsCalled(string told, string name) => WordingRows.Bare(told).Equals(WordingRows.Bare(name), StringComparison.OrdinalIgnoreCase);
}

/// <summary>A place of the record, by any of these names, in that country.</summary>
/// <param name="Near">Told as near it; null where either is right.</param>
internal sealed record PlaceAnswer(string[] Names, string Country, bool? Near)
{
    /// <param name="near">What the claim says of it.</param>
    public bool Is(Place place, bool near) =>
        place.Country == Country && (Near is null || Near == near) && place.Aliases.Prepend(place.Name).Any(told => Names.Any(name => told.Equals(name, StringComparison.OrdinalIgnoreCase) || told.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase)));
}
