using Sitrep.Model.Record;
using Sitrep.Pipeline.Publish;
using Sitrep.Pipeline.Publish.View;
using Sitrep.Web.Markup;
using Sitrep.Web.Pages.Review;
using Sitrep.Web.Records;

namespace Sitrep.Web.Pages.Figures;

/// <summary>One figure in its series: what was counted before and after, by whom, and in which words.</summary>
internal sealed class FigurePage
{
    private readonly RecordView _view;
    private readonly ViewState _state;
    private readonly Parts _parts;
    private readonly Figure _figure;

    private readonly RulingForm _rules;

    private FigurePage(RecordView view, ViewState state, Figure figure, RulingForm rules) => (_view, _state, _parts, _figure, _rules) = (view, state, new Parts(view, state), figure, rules);

    /// <returns>Null when the record has no such figure as of the day.</returns>
    public static Page? Of(RecordView view, ViewState state, string id, RulingForm rules) => view.Index.Figure(id) is { } figure
        ? new Page("figure", "/figures", $"{FigureSection.Label(figure, view.Index)}: {Wording.Amount(figure)}", new FigurePage(view, state, figure, rules).Body()) { Id = id } : null;

    private Html Body()
    {
        Figure[] series = [.. FigureSeriesOf.Figure(_view.Record, _figure)];
        Html place = _parts.Place(_figure.Place);
        Html about = _view.Index.Event(_figure.Event) is { } happening ? Html.Of($"<p>Counts what {_parts.Event(happening)} did.</p>") : Html.Empty;
        string label = FigureSection.Label(_figure, _view.Index);
        return Html.Of($"""
            <h1>{Html.Words(label)}: <span class="amount">{Wording.Amount(_figure)}</span></h1>
            <p>{Parts.When(_figure.When)}{Html.If(!place.IsEmpty, $", {place}")}; {(_figure.Stock ? "a standing count" : "what one event added")} {Parts.Badge(_figure)} <span class="meta">{Confidence.Tellings(_figure.Independent)}</span></p>
            {about}
            {Html.If(series.Length > 1, $"<figure id=\"series\"><figcaption>{Html.Words(label)}{Html.If(!place.IsEmpty, $", {place}")}: {Wording.Count(series.Length, "count")}. A bar is the range a source leaves open, a dot its number, a dashed line what it replaces, a cross a denied one.</figcaption>{SeriesChart.Draw($"{label} over time; the table below says the same", series, figure => _state.Link($"/figures/{figure.Id}"))}</figure>")}
            <div class="scroll" tabindex="0" role="region" aria-label="Counts">
            <table id="series-table" class="grid"><thead><tr><th scope="col">Count</th><th scope="col">As of</th><th scope="col">Says</th><th scope="col">Status</th><th scope="col">Replaces</th><th scope="col">Words</th></tr></thead>
            <tbody>{series.Select(Row)}</tbody></table>
            </div>
            {_parts.Rulings(_figure.Id)}
            {_rules.On(_figure.Id)}
            """);
    }

    private Html Row(Figure figure) => Html.Of($"""
        <tr{Html.If(figure.Id == _figure.Id, $" aria-current=\"true\"")}><th scope="row"><a href="{_state.Link($"/figures/{figure.Id}")}">{Wording.Amount(figure)}</a></th><td>{Wording.When(figure.When)}</td><td>{_view.Confidence.Clause(figure.Claims)}</td><td>{Parts.Badge(figure)}</td><td>{(_view.Index.Figure(figure.Revises) is { } earlier ? Wording.Amount(earlier) : "")}</td><td>{_view.Index.Claims(figure.Claims).DistinctBy(RecordIndex.SpeakerKey).Take(4).Select(claim => Html.Of($"<p class=\"st-{Spelling.Kebab(claim.Claim.Stance)}\">{_parts.Quote(claim)}</p>"))}</td></tr>

        """);
}
