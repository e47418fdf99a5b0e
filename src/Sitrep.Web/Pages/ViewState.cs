using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Sitrep.Web.Pages;

/// <summary>What is looked at: the whole of it stands in the address, so that a view can be kept, sent and gone back to.</summary>
/// <param name="AsOf">Only what was published up to the end of this day; null: everything.</param>
/// <param name="On">The day looked at on the map and among holders; null: the latest.</param>
/// <param name="Since">What was published from this day on is new; null: what came on the last day is.</param>
internal sealed record ViewState(DateOnly? AsOf, DateOnly? On, DateOnly? Since)
{
    /// <summary>Values of one filter: more are no filter but a search.</summary>
    private const int ValuesMax = 50;

    /// <summary>Characters of a value: ids and words of a vocabulary are far shorter.</summary>
    private const int ValueLengthMax = 100;

    public ImmutableArray<string> Types { get; init; } = [];
    public ImmutableArray<string> Actors { get; init; } = [];
    public ImmutableArray<string> Sides { get; init; } = [];
    public ImmutableArray<string> Sources { get; init; } = [];
    public ImmutableArray<string> Statuses { get; init; } = [];
    public ImmutableArray<string> Places { get; init; } = [];

    /// <summary>Id of the event that is looked at closely.</summary>
    public string? Selected { get; init; }

    /// <summary>Page of a long list, from 1.</summary>
    public int Page { get; init; } = 1;

    public bool IsFiltered => !(Types.IsEmpty && Actors.IsEmpty && Sides.IsEmpty && Sources.IsEmpty && Statuses.IsEmpty && Places.IsEmpty);

    /// <exception cref="BadQueryException">A value is not what its name asks for.</exception>
    public static ViewState Of(IQueryCollection query) => new(Day(query, "as_of"), Day(query, "on"), Day(query, "since"))
    {
        Types = Words(query, "type"),
        Actors = Words(query, "actor"),
        Sides = Words(query, "side"),
        Sources = Words(query, "source"),
        Statuses = Words(query, "status"),
        Places = Words(query, "place"),
        Selected = Words(query, "sel").FirstOrDefault(),
        Page = Number(query, "page", 1, 1, 100_000),
    };

    /// <summary>An address with the days of this view, which every link carries on.</summary>
    public string Link(string path) => (this with { Types = [], Actors = [], Sides = [], Sources = [], Statuses = [], Places = [], Selected = null, Page = 1 }).Whole(path);

    /// <summary>An address with all of this view.</summary>
    public string Whole(string path)
    {
        var address = new StringBuilder(path);
        char joint = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        foreach ((string name, string value) in Fields())
        {
            address.Append(joint).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            joint = '&';
        }
        return address.ToString();
    }

    /// <summary>All of this view by name, in a fixed order.</summary>
    public IEnumerable<(string Name, string Value)> Fields()
    {
        if (AsOf is { } asOf) yield return ("as_of", Written(asOf));
        if (On is { } on) yield return ("on", Written(on));
        if (Since is { } since) yield return ("since", Written(since));
        foreach ((string name, ImmutableArray<string> values) in new[] { ("type", Types), ("actor", Actors), ("side", Sides), ("source", Sources), ("status", Statuses), ("place", Places) })
        {
            foreach (string value in values) yield return (name, value);
        }
        if (Selected is { } selected) yield return ("sel", selected);
        if (Page > 1) yield return ("page", Page.ToString(CultureInfo.InvariantCulture));
    }

    public static DateOnly? Day(IQueryCollection query, string name)
    {
        string? words = query[name].FirstOrDefault(value => !string.IsNullOrEmpty(value));
        if (words is null) return null;
        return DateOnly.TryParseExact(words, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day
            : throw new BadQueryException($"{name}: expected a day as 2017-11-09.");
    }

    /// <exception cref="BadQueryException">No whole number between the two.</exception>
    public static int Number(IQueryCollection query, string name, int usual, int least, int most)
    {
        string? words = query[name].FirstOrDefault(value => !string.IsNullOrEmpty(value));
        if (words is null) return usual;
        return int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most ? number
            : throw new BadQueryException(string.Create(CultureInfo.InvariantCulture, $"{name}: expected a whole number from {least} to {most}."));
    }

    /// <summary>The values given under a name; several may also stand in one, between commas.</summary>
    public static ImmutableArray<string> Words(IQueryCollection query, string name)
    {
        string[] words = [.. query[name].SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal)];
        if (words.Length > ValuesMax || words.Any(word => word.Length > ValueLengthMax)) throw new BadQueryException($"{name}: too many or too long values.");
        return [.. words];
    }

    private static string Written(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}

/// <summary>An address asks for something that cannot be. The message says what was expected.</summary>
internal sealed class BadQueryException(string message) : Exception(message);
