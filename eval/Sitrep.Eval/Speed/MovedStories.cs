using System.Globalization;
using System.Text.RegularExpressions;
using Sitrep.Model.Record;
using Sitrep.Pipeline;

namespace Sitrep.Eval.Speed;

/// <summary>A report that was read, moved to another year and another town with other numbers, as if it had been read there: for sizes at which reading all would take hours.</summary>
/// <remarks>Everything put in has as many letters as what it takes the place of, so that no span moves. The stories of a town of five letters move to a town of five letters.</remarks>
internal sealed partial class MovedStories(IReadOnlyList<string> towns)
{
    private readonly ILookup<int, string> _towns = towns.Order(StringComparer.Ordinal).ToLookup(town => town.Length);

    /// <param name="years">Years later, 0 to 180; 0 gives the report itself.</param>
    public ReadReport Move(ReadReport read, int years)
    {
        if (years == 0) return read;
        string text = read.Report.Text, town = towns.Where(town => text.Contains(town, StringComparison.Ordinal)).MaxBy(town => town.Length) ?? "";
        string[] alike = [.. _towns[town.Length]];
        string other = town.Length == 0 ? "" : alike[(Array.IndexOf(alike, town) + years) % alike.Length];
        string Words(string words) => Number().Replace(Year().Replace(town.Length == 0 ? words : words.Replace(town, other, StringComparison.Ordinal), year => Later(year.Value)), number => Moved(long.Parse(number.Value, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture));
        string Later(string year) => (int.Parse(year, CultureInfo.InvariantCulture) + years).ToString(CultureInfo.InvariantCulture);
        long Moved(long number) => number switch { >= 10 and < 100 => 10 + ((number - 10 + (years * 7)) % 90), >= 100 and < 1000 => 100 + ((number - 100 + (years * 37)) % 900), _ => number };
        PlaceMention? Place(PlaceMention? place) => place is null ? null : place with { Words = Words(place.Words) };
        DateMention? Date(DateMention? date) => date is null ? null : date with { Words = Words(date.Words), Value = Year().Replace(date.Value, year => Later(year.Value)) };
        ActorMention? Actor(ActorMention? actor) => actor is null ? null : actor with { Words = Words(actor.Words), Name = actor.Name is null ? null : Words(actor.Name) };

        string id = string.Create(CultureInfo.InvariantCulture, $"{read.Report.Id}y{years}"), moved = Words(text);
        if (moved.Length != text.Length) throw new InvalidOperationException($"{read.Report.Id}: {text} became {moved}, of another length.");
        Claim Told(Claim claim) => claim with
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{claim.Id}y{years}"),
            ReportId = id,
            By = claim.By with { Source = Actor(claim.By.Source), Via = Actor(claim.By.Via), SaidOn = Date(claim.By.SaidOn) },
            Event = claim.Event is not { } happened ? null : happened with { Place = Place(happened.Place), When = Date(happened.When), Roles = [.. happened.Roles.Select(role => role with { Actor = Actor(role.Actor)! })] },
            Figure = claim.Figure is not { } figure ? null : figure with
            {
                Place = Place(figure.Place),
                When = Date(figure.When),
                Subject = Actor(figure.Subject),
                Revises = figure.Revises is { } old ? Moved(old) : null,
                Quantity = figure.Quantity with { Words = Words(figure.Quantity.Words), Low = Count(figure.Quantity.Low), Best = Count(figure.Quantity.Best), High = Count(figure.Quantity.High) },
            },
        };
        long? Count(long? number) => number is { } known ? Moved(known) : null;
        return read with
        {
            Report = read.Report with { Id = id, Input = $"{id}.txt", Sha256 = id, Text = moved, Received = moved, Published = read.Report.Published?.AddYears(years) },
            Reading = read.Reading with { ReportId = id, Claims = [.. read.Reading.Claims.Select(Told)], Places = [.. read.Reading.Places.Select(place => Place(place)!)], Actors = [.. read.Reading.Actors.Select(actor => Actor(actor)!)] },
        };
    }

    [GeneratedRegex(@"\b2[01]\d\d\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Year();

    // Not the day of a date.
    [GeneratedRegex(@"\b[1-9]\d{1,2}\b(?! (January|February|March|April|May|June|July|August|September|October|November|December))", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Number();
}
