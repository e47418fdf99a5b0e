using System.Globalization;
using Sitrep.Web.Markup;
using Sitrep.Web.Records;
using Sitrep.Web.Serving;

namespace Sitrep.Web.Pages;

/// <summary>The frame of every page: head, navigation, the two days, search, footer.</summary>
internal static class Layout
{
    private static readonly (string Path, string Name)[] Sections =
    [
        ("/", "Situation"), ("/places", "Places"), ("/figures", "Figures"), ("/actors", "Actors"), ("/sources", "Sources"),
        ("/reports", "Reports"), ("/search", "Search"), ("/review", "Review"), ("/upload", "Add"),
    ];

    /// <param name="view">Null where there is no record yet.</param>
    /// <param name="account">Who is signed in, and how to leave; empty where nobody signs in.</param>
    public static Html Frame(Page page, ViewState state, RecordView? view, Html account)
    {
        string count = page.Count is { } number ? string.Create(CultureInfo.InvariantCulture, $"({number}) ") : "";
        return Html.Of($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{count}{page.Title} · Sitrep</title>
            <link rel="stylesheet" href="{Assets.Link("desk.css")}">
            <link rel="icon" href="{Assets.Link("icon.svg")}" type="image/svg+xml">
            <link rel="alternate" type="application/atom+xml" title="Changes" href="/api/v1/changes.atom">
            <script type="module" src="{Assets.Link("desk.js")}"></script>
            </head>
            <body data-page="{page.Key}">
            <a class="skip" href="#main">Skip to the content</a>
            <header class="top">
            <a class="brand" href="{state.Link("/")}">Sitrep</a>
            <nav id="nav" aria-label="Sections"><ul>{Sections.Select(section => Html.Of($"""<li><a href="{state.Link(section.Path)}"{Html.If(section.Path == page.Section, $" aria-current=\"page\"")}>{section.Name}</a></li>"""))}</ul></nav>
            <form id="find" role="search" action="/search"><label for="q">Search</label> <input id="q" name="q" type="search" maxlength="200" autocomplete="off">{Hidden(state, _ => true)}<button>Search</button></form>
            {Time(state, view)}
            {account}
            </header>
            <p id="live" class="live" role="status" aria-live="polite" hidden></p>
            <main id="main" tabindex="-1">
            {page.Body}
            </main>
            <footer><p>Sitrep says who says what, never who is right. Places: <a href="https://www.geonames.org/" rel="noreferrer">GeoNames</a> (CC BY 4.0); shapes: Natural Earth. Boundaries and names imply no opinion on the status of any place.</p></footer>
            {Html.Data("page-data", JsonText.Of(Data(page, state, view), PagesJson.Default.PageData))}
            </body>
            </html>

            """);
    }

    /// <summary>The fields of this view that a form does not ask for itself.</summary>
    public static IEnumerable<Html> Hidden(ViewState state, Func<string, bool> wanted) => state.Fields()
        .Where(field => field.Name is "as_of" or "on" or "since" && wanted(field.Name))
        .Select(field => Html.Of($"""<input type="hidden" name="{field.Name}" value="{field.Value}">"""));

    private static Html Time(ViewState state, RecordView? view)
    {
        if (view is null || view.KnownDays.Count == 0) return Html.Empty;
        return Html.Of($"""
            <form id="time" method="get" action="/">
            <label for="as-of">Known by</label> <input id="as-of" type="date" name="as_of"{Value(state.AsOf)}>
            <label for="on">On day</label> <input id="on" type="date" name="on"{Value(state.On)}>
            {state.Fields().Where(field => field.Name is not ("as_of" or "on" or "page")).Select(field => Html.Of($"""<input type="hidden" name="{field.Name}" value="{field.Value}">"""))}<button>Show</button>
            </form>
            """);
    }

    private static Html Value(DateOnly? day) => day is { } known ? Html.Of($" value=\"{known}\"") : Html.Empty;

    private static PageData Data(Page page, ViewState state, RecordView? view) => new(
        page.Key, page.Id, state.AsOf, state.On, state.Since, view?.Version,
        new DayRange(view?.KnownDays ?? [], view?.Happened is { } range ? [range.First, range.Last] : null));
}
