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

    /// <summary>Actors that have a part in an event, by name.</summary>
    public IEnumerable<ActorKey> Actors => Events.SelectMany(point => point.Actors).Distinct(StringComparer.Ordinal)
        .Select(_view.Index.Actor).OfType<Actor>().Select(actor => new ActorKey(actor.Id, Wording.Line(actor.Name), Spelling.Kebab(actor.Kind), actor.Side))
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

    public SituationData Data() => new(
        _state.AsOf, _state.On, Since, _view.Version,
        new DayRange(_view.KnownDays, _view.Happened is { } range ? [range.First, range.Last] : null), Events,
        [.. Places.Where(place => place.Latitude is not null && place.Longitude is not null)
            .Select(place => new PlacePoint(place.Id, place.Name, place.Latitude!.Value, place.Longitude!.Value, Spelling.Kebab(place.Precision)))],   // both asked for on the line before
        [.. _view.Record.Control.Select(control => new ControlPoint(control.Place, _view.Index.PlaceNameOnly(control.Place), [.. control.Spans.Select(span => new ControlDays(span.From, span.To, Spelling.Kebab(span.State), span.Holder, span.LastEvidence))]))],
        [.. _view.Holders.Select(pair => new HolderKey(pair.Holder, _view.Index.ActorName(pair.Holder), pair.Colour))], [.. Figures.Select(Point)], [.. Sources], [.. Actors], [.. Sides]);

    private EventPoint Point(Event happening)
    {
        Place? place = _view.Index.Place(happening.Place);
        DateOnly? day = EventRanking.Day(happening);
        string[] actors = [.. happening.Roles.Select(role => role.Actor).Distinct(StringComparer.Ordinal)];
        string[] sides = [.. actors.Select(actor => _view.Index.Actor(actor)?.Side).OfType<string>().Distinct(StringComparer.Ordinal)];
        string[] sources = [.. _view.Index.Claims(happening.Claims).Select(claim => claim.Dispatch).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new EventPoint(
            happening.Id, Spelling.Kebab(happening.Type), happening.Expected ? "expected" : Spelling.Kebab(happening.Status), happening.Expected, EventSection.Summary(happening), Wording.When(happening.When),
            day, happening.When?.End, happening.When is { } when ? Spelling.Kebab(when.Precision) : null,
            happening.Place, place?.Latitude, place?.Longitude, place is null ? null : Spelling.Kebab(place.Precision), actors, sides, sources,
            happening.Independent.Dispatches, happening.Independent.Claimants, _view.KnownSince(happening.Claims), News?.IsNew(happening.Claims) == true,
            DisputeSection.Disputed(happening), _view.Ranking.IsBackground(happening), _view.Ranking.Weight(happening));
    }

    private FigurePoint Point(Figure figure) => new(
        figure.Id, FigureSection.Label(figure, _view.Index), Wording.Amount(figure), figure.Low, figure.Best, figure.High, Spelling.Kebab(figure.Status),
        figure.Place, figure.When?.Start, figure.When?.End, Wording.When(figure.When));

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
        return state is null ? side : Wording.Line(state.Name);
    }
}
