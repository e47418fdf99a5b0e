using System.Collections.Immutable;
using System.Globalization;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Publish;
using Sitrep.Pipeline.Publish.View;
using Sitrep.Web.Markup;
using Sitrep.Web.Records;

namespace Sitrep.Web.Pages;

/// <summary>The small pieces that all pages are made of: badges and links that carry the view's days on.</summary>
internal sealed class Parts(RecordView view, ViewState state)
{
    /// <summary>Characters of a quotation in a list.</summary>
    private const int QuoteMax = 280;

    public static Html Badge(Badge badge) => Html.Of($"""<span class="badge b-{badge.Key}">{badge.Words}</span>""");

    public static Html Badge(Event happening) => Badge(Confidence.Of(happening.Status, happening.Expected));

    public static Html Badge(Figure figure) => Badge(Confidence.Of(figure.Status));

    public Html Event(Event happening) => Html.Of($"""<a class="say" href="{state.Link($"/events/{happening.Id}")}">{Html.Words(EventSection.Summary(happening))}</a>""");

    public Html Figure(Figure figure) => Html.Of($"""<a href="{state.Link($"/figures/{figure.Id}")}">{Html.Words(FigureSection.Label(figure, view.Index))}</a>""");

    /// <summary>Empty when there is no place.</summary>
    public Html Place(string? id)
    {
        if (view.Index.Place(id) is not { } place) return Html.Empty;
        string near = place.Precision == PlacePrecision.Near ? "near " : "";
        return Html.Of($"""{near}<a href="{state.Link($"/places/{place.Id}")}">{Html.Words(view.Index.PlaceNameOnly(id))}</a>""");
    }

    /// <summary>For a figure's subject also plain words.</summary>
    public Html Actor(string idOrWords) => view.Index.Actor(idOrWords) is not null
        ? Html.Of($"""<a href="{state.Link($"/actors/{idOrWords}")}">{Html.Words(view.Index.ActorName(idOrWords))}</a>""") : Html.Words(view.Index.ActorName(idOrWords));

    public Html Side(string id) => view.Index.Actor(id) is null ? Html.Words(view.SideName(id)) : Actor(id);

    public Html Source(string dispatch, string report) => Html.Of($"""<a href="{state.Link($"/sources/{dispatch}")}">{Html.Words(view.Index.Newsroom(dispatch, report))}</a>""");

    public Html Report(string id) => Html.Of($"""<a href="{state.Link($"/reports/{id}")}">{Html.Words(view.Index.Citation(id))}</a>""");

    /// <summary>Where the words of a claim stand.</summary>
    public string WordsLink(LedgerClaim claim) => $"{state.Link($"/reports/{claim.Claim.ReportId}?claim={claim.Claim.Id}")}#{claim.Claim.Id}";

    /// <summary>The words of a claim, leading to where they stand.</summary>
    public Html Quote(LedgerClaim claim) =>
        Html.Of($"""<a href="{WordsLink(claim)}">{Quoted(Wording.Line(claim.Claim.Span.Of(view.Index.Report(claim.Claim.ReportId).Text), QuoteMax))}</a>""");

    /// <summary>Words of a report in quotation marks: single ones around words that hold double ones.</summary>
    public static Html Quoted(string words)
    {
        string inner = Wording.Unquoted(words);
        return inner.AsSpan().IndexOfAny(Wording.QuotationMarks) < 0 ? Html.Of($"<q>{Html.Words(inner)}</q>") : Html.Of($"<q class=\"outer\">{Html.Words(inner)}</q>");
    }

    /// <summary>By name, with the grade of its reliability.</summary>
    public Html Claimant(string id)
    {
        if (view.Source(id) is not { } source) return Html.Words(id);
        Html name = source.Actor is { } actor ? Actor(actor) : Html.Words(Wording.Line(source.Name));
        return Html.Of($"{name} {Grade(source.Grade)}");
    }

    private string Called(string claimant) => view.Source(claimant) is { Actor: { } actor } ? view.Index.ActorName(actor) : view.Index.ActorName(claimant);

    /// <summary>How far a source can be relied on; why stands in the title.</summary>
    public static Html Grade(SourceGrade grade) => Html.Of($"""<abbr class="grade g-{Spelling.Kebab(grade.Grade)}" title="{RulingText.Grade(grade.Grade.ToString())}: {grade.Rule.Words}{Html.If(grade.Ruling is not null, $" (ruling {grade.Ruling ?? 0})")}">{grade.Grade.ToString()}</abbr>""");

    /// <summary>The rules by which something stands as it does.</summary>
    public static Html Why(RuleNote? status, Credibility? credibility, Standing standing) => Html.Of($"""
        {Html.If(status is not null, $"<dt>Status</dt><dd>{Note(status)}</dd>")}
        {(credibility is null ? Html.Empty : Html.Of($"""<dt>Credibility</dt><dd><span class="grade">{Credible(credibility)}</span>{Html.If(!Credible(credibility).Contains(credibility.Rule.Words, StringComparison.Ordinal), $" {Note(credibility.Rule)}")}{(credibility.Ruling is { } ruling ? Html.Of($""" <a href="/review#ruling-{ruling}">ruling {ruling}</a>""") : Html.Empty)}</dd>"""))}
        {Html.If(standing != Standing.Stands, $"<dt>Standing</dt><dd>{Spelling.Spaced(standing)}</dd>")}
        """);

    private static string Credible(Credibility credibility) => RulingText.Grade(credibility.Grade.ToString(CultureInfo.InvariantCulture));

    /// <summary>A rule in its words; docs/ledger.md has it under its code.</summary>
    public static Html Note(RuleNote? rule) => rule is null ? Html.Empty : Html.Of($"""<span class="rule-note" data-rule="{rule.Code}">{rule.Words}</span>""");

    /// <summary>Who stands behind something, each counted once.</summary>
    public Html Witnesses(ImmutableArray<Witness> witnesses)
    {
        if (witnesses.IsEmpty) return Html.Empty;
        return Html.Of($"""
            <section aria-labelledby="witnesses-heading"><h2 id="witnesses-heading">Who stands behind it</h2>
            <ul class="plain">{witnesses.Select(witness => Html.Of($"""
            <li>{Claimant(witness.Claimant)} <span class="meta">{Wording.Count(witness.Claims.Length, "claim")}{Html.If(!witness.Counts, $"; does not count: a newsroom that quotes somebody on it is no second witness")}{Html.If(witness.Side is not null && view.SideName(witness.Side) != Called(witness.Claimant), $"; side of {view.SideName(witness.Side ?? "")}")}</span></li>
            """))}</ul></section>
            """);
    }

    /// <summary>What analysts ruled on something; empty where nobody did.</summary>
    public Html Rulings(string id)
    {
        AppliedRuling[] rulings = [.. view.Record.Rulings.Where(made => made.On == id)];
        return rulings.Length == 0 ? Html.Empty : Html.Of($"""
            <section class="rulings" aria-label="Rulings"><h2>Rulings</h2><ul class="plain">{rulings.Select(made => Html.Of($"""<li><a href="/review#ruling-{made.Ruling.Sequence}">{Html.Words(RulingText.Of(made))}</a></li>"""))}</ul></section>
            """);
    }

    public static Html Day(DateOnly day) => Html.Of($"""<time datetime="{day}">{Wording.Day(day)}</time>""");

    public static Html When(Interval? when) => when is { } known ? Html.Of($"""<time datetime="{known.Start}">{Wording.When(known)}</time>""") : Html.Of($"""<span class="meta">{Wording.When(null)}</span>""");
}
