using Sitrep.Model.Record;

namespace Sitrep.Eval.Wordings;

/// <summary>The record of a story, by the names that the story uses.</summary>
internal sealed class StoryView(SituationRecord record, StoryCast cast)
{
    private static readonly EventType[] Violent = [EventType.Attack, EventType.Strike, EventType.Bombing, EventType.Killing, EventType.Injury, EventType.Clash];

    public SituationRecord Record { get; } = record;

    /// <summary>What is told as having happened at a town of the story, of any of the types; "violent" for all violence.</summary>
    public Event[] Events(string types, string town) =>
        [.. Record.Events.Where(told => !told.Expected && IsAt(told.Place, town) && (types == "violent" ? Violent.Contains(told.Type) : types.Split(',').Contains(told.Type.ToString(), StringComparer.OrdinalIgnoreCase)))];

    /// <summary>How many things happened: the deaths in a blast are a part of the blast.</summary>
    public static int Incidents(IEnumerable<Event> events) => events.Select(told => told.Incident ?? told.Id).Distinct(StringComparer.Ordinal).Count();

    public ControlSpan? On(string town, DateOnly day) => Record.Control.Where(control => IsAt(control.Place, town)).SelectMany(control => control.Spans).FirstOrDefault(span => span.From <= day && span.To >= day);

    public bool IsAt(string? place, string town) => Record.Places.FirstOrDefault(one => one.Id == place) is { } at && cast.Words(town).Any(name => at.Name == name || at.Aliases.Contains(name));

    /// <summary>True for the side that the story calls A or B: by a name of it, or as a state's.</summary>
    public bool IsSide(string? actor, string who) =>
        Record.Actors.FirstOrDefault(one => one.Id == actor) is { } named
        && (cast.Side(who) is { } side && named.Side == side || cast.Words(who).Concat(cast.Words($"{who}s")).Any(words => named.Aliases.Append(named.Name).Any(name => WordingRows.Bare(name).Equals(WordingRows.Bare(words), StringComparison.OrdinalIgnoreCase))));

    /// <summary>The numbers of one measure counted at a town.</summary>
    public Figure[] Figures(string measure, string town) => [.. Record.Figures.Where(figure => figure.Measure.ToString().Equals(measure, StringComparison.OrdinalIgnoreCase) && (IsAt(figure.Place, town) || figure.Place is null && IsAt(Record.Events.FirstOrDefault(told => told.Id == figure.Event)?.Place, town)))];

    /// <summary>The counts of the measure, wherever they are counted.</summary>
    public Figure[] Figures(string measure, long value) => [.. Record.Figures.Where(figure => figure.Measure.ToString().Equals(measure, StringComparison.OrdinalIgnoreCase) && figure.Best == value)];

    public string Name(string? actor) => Record.Actors.FirstOrDefault(one => one.Id == actor)?.Name ?? "nobody";

    public string Told(Event told) => $"{told.Type} {Record.Places.FirstOrDefault(place => place.Id == told.Place)?.Name} {told.When?.Start:MM-dd}/{told.When?.End:MM-dd} {told.Status} {told.StatusRule?.Code}{(told.Expected ? " expected" : "")} [{string.Join(", ", told.Roles.Select(role => $"{role.Kind} {Name(role.Actor)}"))}] {string.Join(" ", told.Independent.Reports, told.Independent.Dispatches, told.Independent.Claimants, told.Independent.Sides)}";

    public static string Told(Figure figure) => $"{figure.Measure} {figure.Best ?? figure.Low ?? figure.High} {figure.Status} {figure.StatusRule?.Code} {figure.Standing} {figure.Series}";
}
