using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Publish;
using Sitrep.Pipeline.Publish.View;
using Sitrep.Web.Records;

namespace Sitrep.Web.Pages;

/// <summary>The record as the situation page looks at it: each event with what it can be filtered by, who holds what, what is new.</summary>
internal sealed class Situation
{
    private readonly RecordView _view;
    private readonly ViewState _state;

    public Situation(RecordView view, ViewState state)
    {
        (_view, _state) = (view, state);
        Since = state.Since ?? view.Index.LastPublished;
        News = Since is { } since ? new News(view.Index, view.Ranking, since) : null;
        Events = [.. view.Ranking.InTime(view.Record.Events).Select(Point)];
    }

    /// <summary>The first day that counts as new; null when no report is dated.</summary>
    public DateOnly? Since { get; }

    /// <summary>Null when no report is dated.</summary>
    public News? News { get; }

    /// <summary>Every event, in time order.</summary>
    public ImmutableArray<EventPoint> Events { get; }

    /// <summary>Those that pass the filters of the view.</summary>
    public IEnumerable<EventPoint> Shown => Events.Where(Passes);

    public IEnumerable<SourceKey> Sources => _view.Record.Dispatches.Select(dispatch => new SourceKey(
        dispatch.Id, dispatch.Reports is [string first, ..] ? _view.Index.Newsroom(dispatch.Id, first) : dispatch.Id, dispatch.Reports.Length,
        dispatch.Reports.Select(report => _view.Index.Report(report).Published).Min()));

    /// <summary>The same, those that tell the most events first.</summary>
    public IEnumerable<SourceKey> SourcesByEvents
    {
        get
        {
            var counts = Events.SelectMany(point => point.Sources).CountBy(source => source, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
            return Sources.OrderByDescending(source => counts.GetValueOrDefault(source.Id)).ThenByDescending(source => source.Reports);
        }
    }

    /// <summary>Actors that have a part in an event, by name.</summary>
    public IEnumerable<ActorKey> Actors => Events.SelectMany(point => point.Actors).Distinct(StringComparer.Ordinal)
        .Select(_view.Index.Actor).OfType<Actor>().Select(actor => new ActorKey(actor.Id, Wording.Line(actor.Name), actor.Side))
        .OrderBy(actor => actor.Name, StringComparer.OrdinalIgnoreCase).ThenBy(actor => actor.Id, StringComparer.Ordinal);

    /// <summary>Sides of those, by name: a side is called by its actor of the same id, else by its key.</summary>
    public IEnumerable<SideKey> Sides => Events.SelectMany(point => point.Sides).Distinct(StringComparer.Ordinal)
        .Select(side => new SideKey(side, SideName(side))).OrderBy(side => side.Name, StringComparer.OrdinalIgnoreCase).ThenBy(side => side.Id, StringComparer.Ordinal);

    /// <summary>Places where an event or a figure is, by name.</summary>
    public IEnumerable<Place> Places => Events.Select(point => point.Place).Concat(_view.Record.Control.Select(control => control.Place)).OfType<string>().Distinct(StringComparer.Ordinal)
        .Select(id => _view.Index.Place(id)).OfType<Place>().OrderBy(place => place.Name, StringComparer.OrdinalIgnoreCase).ThenBy(place => place.Id, StringComparer.Ordinal);

    /// <summary>Current figures, the gravest first.</summary>
    public IEnumerable<Figure> Figures
    {
        get
        {
            HashSet<string> replaced = [.. _view.Record.Figures.Select(figure => figure.Revises).OfType<string>()];
            return _view.Record.Figures.Where(figure => !replaced.Contains(figure.Id) && !FigureSection.IsPast(figure, _view.Index))
                .OrderByDescending(FigureSection.Weight).ThenByDescending(FigureSection.Number).ThenBy(figure => figure.Id, StringComparer.Ordinal);
        }
    }

    /// <summary>True when the event may have happened on the day.</summary>
    public static bool IsOn(EventPoint point, DateOnly day) => point.Start <= day && day <= point.End;

    /// <summary>For the scripts of the page.</summary>
    public SituationData Data()
    {
        Numbers types = new(Events.Select(point => point.Type)), statuses = new(Events.Select(point => point.Status)), actors = new(Events.SelectMany(point => point.Actors)), sources = new(Events.SelectMany(point => point.Sources));
        Place[] places = [.. Places];
        var placeNumbers = new Numbers(places.Select(place => place.Id));
        var names = Sources.ToDictionary(source => source.Id, source => source.Name, StringComparer.Ordinal);
        var events = new EventColumns(
            [.. Events.Select(point => point.Id)], [.. Events.Select(point => types[point.Type])], [.. Events.Select(point => statuses[point.Status])], [.. Events.Select(point => point.Summary)], [.. Events.Select(WhenOf)],
            [.. Events.Select(point => Number(point.Start))], [.. Events.Select(point => Number(point.End))], [.. Events.Select(point => point.Place is { } place ? placeNumbers.Find(place) : null)],
            [.. Events.Select(point => point.Actors.Select(actor => actors[actor]).ToArray())], [.. Events.Select(point => point.Sources.Select(source => sources[source]).ToArray())],
            [.. Events.Select(point => point.Dispatches)], [.. Events.Select(point => point.Claimants)],
            [.. Events.Select(point => (point.New ? 1 : 0) + (point.Disputed ? 2 : 0) + (point.Background ? 4 : 0) + (point.IsOpen ? 8 : 0))], [.. Events.Select(point => point.Weight)]);
        return new SituationData(
            _state.AsOf, types.All, statuses.All, [.. places.Select(place => new PlacePoint(place.Id, _view.Index.PlaceNameOnly(place.Id), place.Latitude, place.Longitude, Spelling.Kebab(place.Precision)))],
            [.. _view.Record.Control.Select(control => new ControlPoint(control.Place, _view.Index.PlaceNameOnly(control.Place), [.. control.Spans.Select(span => new ControlDays(span.From, span.To, Spelling.Kebab(span.State), span.Holder, span.LastEvidence))]))],
            [.. _view.Holders.Select(pair => new HolderKey(pair.Holder, _view.Index.ActorName(pair.Holder), pair.Colour))],
            new NamedColumns(sources.All, [.. sources.All.Select(source => names[source])]),
            new NamedColumns(actors.All, [.. actors.All.Select(_view.Index.ActorName)], [.. actors.All.Select(actor => _view.Index.Actor(actor)?.Side)]), events);
    }

    private EventPoint Point(Event happening)
    {
        string[] actors = [.. happening.Roles.Select(role => role.Actor).Distinct(StringComparer.Ordinal)];
        string[] sides = [.. actors.Select(actor => _view.Index.Actor(actor)?.Side).OfType<string>().Distinct(StringComparer.Ordinal)];
        string[] sources = [.. _view.Index.Claims(happening.Claims).Select(claim => claim.Dispatch).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new EventPoint(
            happening.Id, Spelling.Kebab(happening.Type), happening.Expected ? "expected" : Spelling.Kebab(happening.Status), EventSection.Summary(happening), Wording.When(happening.When),
            EventRanking.Day(happening), happening.When?.End, happening.When?.Precision is TimePrecision.Unknown, happening.Place, actors, sides, sources,
            happening.Independent.Dispatches, happening.Independent.Claimants, News?.IsNew(happening.Claims) == true,
            DisputeSection.Disputed(happening), _view.Ranking.IsBackground(happening), _view.Ranking.Weight(happening));
    }

    private static string? WhenOf(EventPoint point) => (point.End ?? point.Start) is { } last && point.When == Wording.Day(last) ? null : point.When;

    private static int? Number(DateOnly? day) => day is { } known ? known.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber : null;

    /// <summary>What is told by its number, in the order in which it comes first.</summary>
    private sealed class Numbers
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

        public Numbers(IEnumerable<string> all)
        {
            foreach (string one in all) _numbers.TryAdd(one, _numbers.Count);
            All = [.. _numbers.OrderBy(pair => pair.Value).Select(pair => pair.Key)];
        }

        public IReadOnlyList<string> All { get; }

        public int this[string one] => _numbers[one];

        public int? Find(string one) => _numbers.TryGetValue(one, out int number) ? number : null;
    }

    private bool Passes(EventPoint point) =>
        (_state.Types.IsEmpty || _state.Types.Contains(point.Type)) && (_state.Statuses.IsEmpty || _state.Statuses.Contains(point.Status))
        && (_state.Places.IsEmpty || (point.Place is not null && _state.Places.Contains(point.Place)))
        && (_state.Actors.IsEmpty || point.Actors.Any(actor => _state.Actors.Contains(actor))) && (_state.Sides.IsEmpty || point.Sides.Any(side => _state.Sides.Contains(side)))
        && (_state.Sources.IsEmpty || point.Sources.Any(source => _state.Sources.Contains(source)));

    // Countries are sides by their code; their government or forces stand for them by name.
    private string SideName(string side)
    {
        if (_view.Index.Actor(side) is { } own) return Wording.Line(own.Name);
        Actor? state = _view.Record.Actors.Where(actor => actor.Side == side).OrderBy(actor => actor.Kind).ThenBy(actor => actor.Id, StringComparer.Ordinal).FirstOrDefault();
        return state is null ? _view.Country(side) : Wording.Line(state.Name);
    }
}
