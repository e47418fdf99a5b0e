using Sitrep.Model.Record;
using Sitrep.Model.World;
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

    public Html Source(string dispatch, string report) => Html.Of($"""<a href="{state.Link($"/sources/{dispatch}")}">{Html.Words(view.Index.Newsroom(dispatch, report))}</a>""");

    public Html Report(string id) => Html.Of($"""<a href="{state.Link($"/reports/{id}")}">{Html.Words(view.Index.Citation(id))}</a>""");

    /// <summary>Where the words of a claim stand.</summary>
    public string WordsLink(LedgerClaim claim) => $"{state.Link($"/reports/{claim.Claim.ReportId}?claim={claim.Claim.Id}")}#{claim.Claim.Id}";

    /// <summary>The words of a claim, leading to where they stand.</summary>
    public Html Quote(LedgerClaim claim) =>
        Html.Of($"""<a href="{WordsLink(claim)}"><q>{Html.Words(Wording.Line(claim.Claim.Span.Of(view.Index.Report(claim.Claim.ReportId).Text), QuoteMax))}</q></a>""");

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
