using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Publish;
using Sitrep.Pipeline.Publish.View;
using Sitrep.Web.Markup;
using Sitrep.Web.Records;

namespace Sitrep.Web.Pages;

/// <summary>The first page: what is new, what is disputed, what was counted, who holds what, where and when, and who told it.</summary>
internal sealed class SituationPage
{
    /// <summary>Lines of a section that leads to a page of its own.</summary>
    private const int Leading = 12;

    /// <summary>Sources of the panel: more are looked for on their own page.</summary>
    private const int SourcesMax = 60;

    /// <summary>Events of one page of the list; scripts make further rows themselves.</summary>
    private const int EventsAtOnce = 100;

    /// <summary>Events whose data travel inside the page; those of a larger record are asked for beside it, so that the first picture does not wait for them.</summary>
    private const int EventsInside = 400;

    private readonly RecordView _view;
    private readonly ViewState _state;
    private readonly Parts _parts;
    private readonly Situation _situation;

    private SituationPage(RecordView view, ViewState state) => (_view, _state, _parts, _situation) = (view, state, new Parts(view, state), new Situation(view, state));

    public static Page Of(RecordView view, ViewState state)
    {
        var page = new SituationPage(view, state);
        if (view.Record.Reports.IsEmpty) return new Page("situation", "/", "Situation", Empty(state));
        EventPoint[] shown = [.. page._situation.Shown];
        return new Page("situation", "/", "Situation", page.Body(shown)) { Count = shown.Length };
    }

    private static Html Empty(ViewState state) => Html.Of($"""
        <h1>Nothing is read yet</h1>
        <p>{(state.AsOf is { } day ? $"No report of this record was published up to {Wording.Day(day)}." : "This record holds no report.")} <a href="/upload">Add reports</a>{Html.If(state.AsOf is not null, $", or <a href=\"/\">see all there is</a>")}.</p>
        """);

    private Html Body(EventPoint[] shown) => Html.Of($"""
        <h1>{Heading()}</h1>
        <p class="meta">{AsOf()}</p>
        <div class="overview">
        {New()}
        {Disputes()}
        {Figures()}
        {Control()}
        </div>
        <div class="picture">
        <section id="map-panel" aria-labelledby="map-heading"><h2 id="map-heading">Where</h2>
        <div id="map" hidden></div>
        <ul id="map-places">{PlaceLines()}</ul>
        </section>
        {Timeline(shown)}
        </div>
        <div class="listing">
        {Events(shown)}
        {Sources()}
        </div>
        {Data()}
        """);

    private Html Data() => _situation.Events.Length > EventsInside
        ? Html.Of($"""<link id="situation-data" rel="preload" as="fetch" crossorigin href="{_state.Link("/situation.json")}">""")
        : Html.Data("situation-data", JsonText.Of(_situation.Data(), PagesJson.Default.SituationData));

    private string Heading() => new Heading(_view.Index, _view.Ranking).Title([.. _view.Record.Events.Where(happening => !happening.Expected && _view.Ranking.IsTold(happening) && !_view.Ranking.IsBackground(happening))]);

    private Html AsOf()
    {
        var heading = new Heading(_view.Index, _view.Ranking);
        return Html.Of($"{heading.AsOf()}. {heading.Scope()}. <a href=\"{_state.Link("/report")}\">Printable report</a>.");
    }

    private Html New()
    {
        if (_situation.News is not { } news || _situation.Since is not { } since) return Html.Empty;
        NewsItem[] items = [.. news.Events()];
        Figure[] figures = [.. _situation.Figures.Where(figure => news.IsNew(figure.Claims)).Take(Leading / 2)];
        return Html.Of($"""
            <section id="new" aria-labelledby="new-heading"><h2 id="new-heading">New since {Wording.Day(since)}</h2>
            <form class="since" method="get" action="/"><label for="since">New is what was published from</label> <input id="since" type="date" name="since" value="{since}">{Layout.Hidden(_state, name => name != "since")}<button>Show</button></form>
            {Html.If(items.Length + figures.Length == 0, $"<p>Nothing that had not been reported before.</p>")}
            <ul>{items.Take(Leading).Select(NewsLine)}{figures.Select(figure => Html.Of($"<li>{FigureLine(figure)}</li>"))}</ul>
            {Html.If(since > _view.Index.FirstPublished, $"<p class=\"meta\"><a href=\"{_state.Link($"/changes?from={since.AddDays(-1):yyyy-MM-dd}")}\">All that changed</a>: confirmed, disputed, revised, reversed, taken back</p>")}
            {Html.If(items.Length > Leading, $"<p class=\"meta\">and {Wording.Count(items.Length - Leading, "more line")} in the list of events, marked as new</p>")}
            </section>
            """);
    }

    private Html NewsLine(NewsItem item) => item.Now is null
        ? Html.Of($"<li>{Parts.When(item.Event.When)} {_parts.Event(item.Event)} {Parts.Badge(item.Event)}</li>")
        : Html.Of($"<li>{Parts.When(item.Event.When)} {_parts.Event(item.Event)} <strong>{item.Now}</strong> {Voices(item.Voices)} {Parts.Badge(item.Event)}</li>");

    private Html Voices(ImmutableArray<LedgerClaim> voices) => Html.Join(
        voices.DistinctBy(RecordIndex.SpeakerKey).Take(4).Select(claim => Html.Of($"<a href=\"{_parts.WordsLink(claim)}\">{Html.Words(_view.Index.Speaker(claim))}</a>")), ", ");

    private Html Disputes()
    {
        Event[] disputed = [.. _view.Ranking.ByWeight(_view.Record.Events.Where(happening => DisputeSection.Disputed(happening) && !_view.Ranking.IsBackground(happening)))];
        if (disputed.Length == 0) return Html.Empty;
        return Html.Of($"""
            <section id="disputes" aria-labelledby="disputes-heading"><h2 id="disputes-heading">Disputed <span class="n">{disputed.Length}</span></h2>
            <ul>{disputed.Take(Leading).Select(happening => Html.Of($"""
            <li>{Parts.When(happening.When)} {_parts.Event(happening)} {Parts.Badge(happening)} <span class="meta">{_view.Confidence.Clause(happening.Claims, _view.Confidence.IsDenialTakenBack(happening))}</span></li>
            """))}</ul>
            </section>
            """);
    }

    private Html Figures()
    {
        Figure[] figures = [.. _situation.Figures.Where(figure => figure.Measure != Measure.Other).Take(Leading)];
        if (figures.Length == 0) return Html.Empty;
        return Html.Of($"""
            <section id="figures" aria-labelledby="figures-heading"><h2 id="figures-heading">Key figures</h2>
            <ul>{figures.Select(figure => Html.Of($"<li>{FigureLine(figure)}</li>"))}</ul>
            <p class="meta"><a href="{_state.Link("/figures")}">All figures</a></p>
            </section>
            """);
    }

    private Html FigureLine(Figure figure)
    {
        Html place = _parts.Place(figure.Place);
        return Html.Of($"<strong class=\"amount\">{Wording.Amount(figure)}</strong> {_parts.Figure(figure)}{Html.If(!place.IsEmpty, $", {place}")} <span class=\"meta\">{Wording.When(figure.When)}; {_view.Confidence.Clause(figure.Claims)}</span> {Parts.Badge(figure)}");
    }

    private Html Control()
    {
        (Control Control, ControlSpan Span)[] held = [.. _view.Record.Control.Select(control => (control, SpanOn(control))).Where(pair => pair.Item2 is not null).Select(pair => (pair.control, pair.Item2!))];   // filtered just before
        if (held.Length == 0) return Html.Empty;
        string when = _state.On is { } day ? $" on {Wording.Day(day)}" : "";
        return Html.Of($"""
            <section id="control" aria-labelledby="control-heading"><h2 id="control-heading">Who holds what{when}</h2>
            <table class="grid"><thead><tr><th scope="col">Place</th><th scope="col">State</th><th scope="col">Holder</th><th scope="col">Days</th><th scope="col">Last evidence</th></tr></thead>
            <tbody>{held.Select(pair => Html.Of($"""
            <tr><th scope="row">{_parts.Place(pair.Control.Place)}</th><td><i class="key s-{Spelling.Kebab(pair.Span.State)} h{_view.Colour(pair.Span.Holder)}"></i> {StateWords(pair.Span.State)}</td><td>{(pair.Span.Holder is { } holder ? _parts.Actor(holder) : Html.Of($"nobody named"))}</td><td>{Wording.Days(pair.Span.From, pair.Span.To)}</td><td>{Parts.Day(pair.Span.LastEvidence)}</td></tr>
            """))}</tbody></table>
            </section>
            """);
    }

    private ControlSpan? SpanOn(Control control) => _state.On is { } day
        ? control.Spans.LastOrDefault(span => span.From <= day && day <= span.To) : control.Spans.LastOrDefault();

    public static string StateWords(ControlState state) => state switch
    {
        ControlState.Held => "held",
        ControlState.Claimed => "claimed by its own side only",
        ControlState.Contested => "contested",
        _ => "nobody says",
    };

    private IEnumerable<Html> PlaceLines()
    {
        ILookup<string?, EventPoint> at = _situation.Shown.ToLookup(point => point.Place);
        foreach (Place place in _situation.Places.OrderByDescending(place => at[place.Id].Count()).ThenBy(place => place.Id, StringComparer.Ordinal))
        {
            string where = place.Latitude is null ? "unplaced" : _view.Surroundings(place), events = Wording.Count(at[place.Id].Count(), "event");
            yield return Html.Of($"<li data-place=\"{place.Id}\">{_parts.Place(place.Id)} <span class=\"meta\">{where}{Html.If(where.Length > 0, $"; ")}<span class=\"n\">{events}</span></span></li>");
        }
    }

    private Html Timeline(EventPoint[] shown)
    {
        (DateOnly Day, int Count)[] days = [.. shown.Where(point => !point.Background && point.Start is not null).GroupBy(point => point.Start!.Value).OrderBy(group => group.Key).Select(group => (group.Key, group.Count()))];   // undated ones are filtered on the same line
        return Html.Of($"""
            <section id="timeline" aria-labelledby="timeline-heading"><h2 id="timeline-heading">When</h2>
            <ol class="days">{days.Select(day => Html.Of($"""
            <li data-day="{day.Day}"><a href="{(_state with { On = day.Day, Page = 1 }).Whole("/")}#events"{Html.If(_state.On == day.Day, $" aria-current=\"date\"")}><span class="n">{day.Count}</span> <span class="day">{Wording.ShortDay(day.Day)}</span></a></li>
            """))}</ol>
            </section>
            """);
    }

    private Html Events(EventPoint[] shown)
    {
        EventPoint[] page = [.. shown.Skip((_state.Page - 1) * EventsAtOnce).Take(EventsAtOnce)];
        return Html.Of($"""
            <section id="events" aria-labelledby="events-heading"><h2 id="events-heading">Events</h2>
            {Filters.Form(_view, _state, _situation)}
            <p id="count">{(shown.Length == _situation.Events.Length ? Wording.Count(shown.Length, "event") : $"{Wording.Number(shown.Length)} of {Wording.Count(_situation.Events.Length, "event")}")}</p>
            <ol id="event-list" start="{(_state.Page - 1) * EventsAtOnce + 1}">{page.Select(EventLine)}</ol>
            {Paging(shown.Length)}
            </section>
            """);
    }

    private Html EventLine(EventPoint point)
    {
        Event happening = _view.Index.Event(point.Id)!;   // the point was made of it
        Html place = _parts.Place(point.Place);
        string classes = string.Join(' ', new[] { point.New ? "new" : "", point.Disputed ? "disputed" : "", point.Background ? "background" : "", _state.On is { } on && Situation.IsOn(point, on) ? "on" : "" }.Where(name => name.Length > 0));
        return Html.Of($"""
            <li id="ev-{point.Id}" data-id="{point.Id}" class="{classes}"{Html.If(_state.Selected == point.Id, $" aria-current=\"true\"")}>{Parts.When(happening.When)} {_parts.Event(happening)} {Parts.Badge(happening)}{Html.If(point.New, $" <span class=\"badge b-new\">new</span>")} <span class="meta">{place}{Html.If(!place.IsEmpty, $"; ")}{Confidence.Tellings(happening.Independent)}</span></li>

            """);
    }

    private Html Paging(int count)
    {
        int pages = (count + EventsAtOnce - 1) / EventsAtOnce;
        if (pages < 2) return Html.Empty;
        return Html.Of($"""<nav class="pages" aria-label="Pages of the list">{Enumerable.Range(1, pages).Select(number => Html.Of($"""<a href="{(_state with { Page = number }).Whole("/")}#events"{Html.If(number == _state.Page, $" aria-current=\"page\"")}>{number}</a> """))}</nav>""");
    }

    private Html Sources() => Html.Of($"""
        <section id="sources" aria-labelledby="sources-heading"><h2 id="sources-heading">Sources</h2>
        <ul id="source-list">{_situation.SourcesByEvents.Take(SourcesMax).Select(source => Html.Of($"""
        <li data-source="{source.Id}"><a href="{_state.Link($"/sources/{source.Id}")}">{Html.Words(source.Name)}</a> <span class="meta">{Wording.Count(source.Reports, "report")}, {Wording.Day(source.First)}</span></li>
        """))}</ul>
        {Html.If(_view.Record.Dispatches.Length > SourcesMax, $"<p class=\"meta\">and {Wording.Number(_view.Record.Dispatches.Length - SourcesMax)} more under <a href=\"{_state.Link("/sources")}\">sources</a></p>")}
        </section>
        """);
}
