using System.Globalization;
using Sitrep.Model.Record;

namespace Sitrep.Eval.Wordings;

/// <summary>Whether the record of a story says what it must. Of each check of the table: what it asks, whether it is so, and what the record has instead.</summary>
/// <remarks>Towns, sides and counts are named as in the table, days counted from the story's first; "*" stands for anything.</remarks>
internal sealed class StoryAnswers(StoryView view, StoryCast cast)
{
    public (string Metric, bool Right, string Note) Ask(string must)
    {
        string[] words = must.Split(' ');
        (string metric, (bool right, string note)) = words[0] switch
        {
            // TYPES TOWN NUMBER: as many events.
            "events" => ("events", Count(view.Events(words[1], words[2]), found => found.Length, words[3])),
            // TOWN NUMBER: as many incidents of violence, or disasters.
            "incidents" => ("events", Count(view.Events("violent", words[1]), StoryView.Incidents, words[2])),
            "disasters" => ("events", Count(view.Events("disaster", words[1]), StoryView.Incidents, words[2])),
            // TYPES TOWN DAY: each lies on the day and no other.
            "dated" => ("events", Events(words, told => told.When is { } when && when.Start == Day(words[3]) && when.End == Day(words[3]))),
            // TOWN WHO: somebody is told as having done it.
            "doer" => ("events", Doer(words)),
            // TYPES TOWN STATUS: each is so.
            "status" => ("status", Events(words, told => Kebab(told.Status.ToString()) == words[3])),
            // TYPES TOWN reports/tellings/claimants/sides behind each.
            "behind" => ("status", Events(words, told => words[3].Split('/').Zip([told.Independent.Reports, told.Independent.Dispatches, told.Independent.Claimants, told.Independent.Sides]).All(pair => pair.First == "*" || pair.First == Text(pair.Second)))),
            // TOWN DAY STATE WHO
            "control" => ("control", Control(words)),
            // TOWN WHO: never told as holding it.
            "no-control" => ("control", NoControl(words)),
            // TOWN WHO besieges it.
            "siege" => ("control", Siege(words)),
            // MEASURE TOWN COUNTS: all in one series, and in that order.
            "series" => ("figures", Series(words)),
            // MEASURE TOWN COUNTS: those and no others stand.
            "stand" => ("figures", Stand(words)),
            // MEASURE TOWN COUNT STATUS
            "figure" => ("figures", Figures(view.Figures(words[1], words[2]), found => found.Any(figure => figure.Best == cast.Count(words[3]) && Kebab(figure.Status.ToString()) == words[4]))),
            // MEASURE PART WHOLE
            "part" => ("figures", Two(words, (part, whole) => view.Record.Series.FirstOrDefault(series => series.Id == part.Series)?.PartOf is { } of && of == whole.Series)),
            // MEASURE COUNT COUNT: of two series.
            "apart" => ("figures", Two(words, (one, other) => one.Series is null || one.Series != other.Series)),
            // STATE; DAY STATE as of that day.
            "fate" => ("fate", Fate(words[1])),
            _ => throw new InvalidDataException($"'{must}' is no check."),
        };
        return (metric, right, $"{must}: {note}");
    }

    private (bool, string) Count(Event[] found, Func<Event[], int> number, string wanted) => (number(found) == Number(wanted), Told(found));

    private (bool, string) Events(string[] words, Func<Event, bool> right)
    {
        Event[] found = view.Events(words[1], words[2]);
        return (found.Length > 0 && Array.TrueForAll(found, told => right(told)), Told(found));
    }

    private (bool, string) Doer(string[] words)
    {
        Event[] found = view.Events("violent", words[1]);
        return (found.Any(told => told.Roles.Any(role => role.Kind == RoleKind.Actor && view.IsSide(role.Actor, words[2]))), Told(found));
    }

    private (bool, string) Control(string[] words)
    {
        ControlSpan? span = view.On(words[1], Day(words[2]));
        bool holder = words[4] switch { "*" => true, "-" => span?.Holder is null, var who => view.IsSide(span?.Holder, who) };
        return (span is not null && span.State.ToString().Equals(words[3], StringComparison.OrdinalIgnoreCase) && holder, span is null ? Told(view.Record.Events) : $"{span.State} {view.Name(span.Holder)} {span.Rule?.Code}; {Told(view.Record.Events)}");
    }

    private (bool, string) NoControl(string[] words)
    {
        ControlSpan[] held = [.. view.Record.Control.Where(control => view.IsAt(control.Place, words[1])).SelectMany(control => control.Spans).Where(span => span.State is ControlState.Held or ControlState.Claimed && view.IsSide(span.Holder, words[2]))];
        return (held.Length == 0, $"{string.Join(", ", held.Select(span => $"{span.From:MM-dd} {span.State}"))}; {Told(view.Record.Events)}");
    }

    private (bool, string) Siege(string[] words)
    {
        Siege[] sieges = [.. view.Record.Control.Where(control => view.IsAt(control.Place, words[1])).SelectMany(control => control.Sieges)];
        return (sieges.Length > 0 && Array.TrueForAll(sieges, siege => siege.By.Length > 0 && siege.By.All(by => view.IsSide(by, words[2]))), Told(view.Record.Events));
    }

    private (bool, string) Series(string[] words)
    {
        long[] wanted = [.. words[3..].Select(cast.Count)];
        return Figures(view.Figures(words[1], words[2]), found => found.Select(figure => figure.Series).OfType<string>().Distinct(StringComparer.Ordinal).Any(series => view.Record.Series.First(one => one.Id == series).Points.Select(point => point.Best ?? point.Low ?? point.High ?? 0).Distinct().SequenceEqual(wanted)));
    }

    private (bool, string) Stand(string[] words)
    {
        long[] wanted = [.. words[3..].Select(cast.Count).Order()];
        return Figures(view.Figures(words[1], words[2]), found => found.Where(figure => figure.Standing == Standing.Stands).Select(figure => figure.Best ?? figure.Low ?? figure.High ?? 0).Distinct().Order().SequenceEqual(wanted));
    }

    private (bool, string) Two(string[] words, Func<Figure, Figure, bool> right)
    {
        Figure[] first = view.Figures(words[1], cast.Count(words[2])), second = view.Figures(words[1], cast.Count(words[3]));
        return Figures([.. first, .. second], _ => first.Length > 0 && second.Length > 0 && first.All(one => second.All(other => right(one, other))));
    }

    private (bool, string) Fate(string state)
    {
        string name = cast.Words("person")[0];
        PersonFate[] found = [.. view.Record.Persons.Where(fate => view.Name(fate.Actor).EndsWith(name, StringComparison.Ordinal))];
        return (found is [{ } one] && one.State.ToString().Equals(state, StringComparison.OrdinalIgnoreCase), string.Join("; ", view.Record.Persons.Select(fate => $"{view.Name(fate.Actor)} {fate.State} {fate.Rule?.Code} {string.Join(",", fate.History.Select(note => $"{note.State} {note.Stance}"))}")));
    }

    private (bool, string) Figures(Figure[] found, Func<Figure[], bool> right) => (right(found), $"{string.Join("; ", found.Select(StoryView.Told))} of {string.Join("; ", view.Record.Figures.Select(StoryView.Told))}");

    private string Told(IEnumerable<Event> events) => string.Join("; ", events.Select(view.Told));

    private DateOnly Day(string words) => cast.First.AddDays(Number(words));

    private static int Number(string words) => int.Parse(words, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Kebab(string word) => word == nameof(Status.SingleSource) ? "single-source" : word.ToLowerInvariant();
}
