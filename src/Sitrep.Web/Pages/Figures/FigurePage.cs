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
        Figure[] series = [.. InSeries()];
        Html place = _parts.Place(_figure.Place);
        Html about = _view.Index.Event(_figure.Event) is { } happening ? Html.Of($"<p>Counted in: {_parts.Event(happening)}</p>") : Html.Empty;
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
            {Ranges()}
            {_parts.Witnesses(_figure.Witnesses)}
            <dl class="facts">{Parts.Why(_figure.StatusRule, _figure.Credibility, _figure.Standing)}</dl>
            {_parts.Rulings(_figure.Id)}
            {_rules.On(_figure.Id)}
            """);
    }

    private Series? Series => _figure.Series is { } id ? _view.Record.Series.FirstOrDefault(series => series.Id == id) : null;

    /// <summary>The counts that may be compared with this one, in the order in which they became known; itself alone where there are none.</summary>
    private IEnumerable<Figure> InSeries() => Series is { } series ? series.Points.Select(point => _view.Index.Figure(point.Figure)).OfType<Figure>().Where(figure => !figure.IsRejected || figure == _figure).Distinct() : [_figure];

    private Html Ranges()
    {
        if (Series is not { } series || series.Points.Length < 2) return Html.Empty;
        return Html.Of($"""
            <section aria-labelledby="ranges-heading"><h2 id="ranges-heading">In three numbers</h2>
            <p class="meta">Over the counts that nobody has revised or taken back{(series.Discrepancy > 0 ? $"; {Wording.Count(series.Discrepancy + 1, "distinct number")} stand at the same time" : "")}.</p>
            <table class="grid"><thead><tr><th scope="col">Rule</th><th scope="col">Low</th><th scope="col">Best</th><th scope="col">High</th></tr></thead>
            <tbody>{series.Ranges.Select(range => Html.Of($"""<tr><th scope="row">{Spelling.Spaced(range.Rule)} <span class="meta">{Words(range.Rule)}</span></th><td>{Value(range.Low)}</td><td>{Value(range.Best)}</td><td>{Value(range.High)}</td></tr>"""))}</tbody></table></section>
            """);

        static string Value(SeriesEnd end) => end.Value is { } value ? Wording.Number(value) : "–";
        static string Words(FigureRule rule) => rule switch
        {
            FigureRule.Conservative => "the lowest that anybody gives",
            FigureRule.Informative => "the highest that anybody gives",
            _ => "what most claimants give; of equals the one said last",
        };
    }

    private Html Row(Figure figure) => Html.Of($"""
        <tr{Html.If(figure.Id == _figure.Id, $" aria-current=\"true\"")}><th scope="row"><a href="{_state.Link($"/figures/{figure.Id}")}">{Wording.Amount(figure)}</a></th><td>{Wording.When(figure.When)}</td><td>{_view.Confidence.Clause(figure.Claims)}</td><td>{Parts.Badge(figure)}</td><td>{(_view.Index.Figure(figure.Revises) is { } earlier ? Wording.Amount(earlier) : "")}</td><td>{_view.Index.Claims(figure.Claims).DistinctBy(RecordIndex.SpeakerKey).Take(4).Select(claim => Html.Of($"<p class=\"st-{Spelling.Kebab(claim.Claim.Stance)}\">{_parts.Quote(claim)}</p>"))}</td></tr>

        """);
}
