using System.Collections.Immutable;
using Sitrep.Store.Search;
using Sitrep.Web.Markup;
using Sitrep.Web.Records;

namespace Sitrep.Web.Pages.Search;

/// <summary>Everything in which the words stand: events, claims, figures, reports, actors, places.</summary>
internal static class SearchPage
{
    /// <summary>Characters of a query: a sentence, not a document.</summary>
    public const int TypedMax = 200;

    /// <summary>Hits of all kinds together, and of one that was chosen.</summary>
    private const int HitsMax = 40, HitsOfKindMax = 200;

    /// <exception cref="BadQueryException">Too long, or no such kind.</exception>
    public static void Check(string typed, string? kind)
    {
        if (typed.Length > TypedMax) throw new BadQueryException($"q: expected at most {TypedMax} characters.");
        if (kind is not null && SearchItems.Kinds.All(known => known.Kind != kind)) throw new BadQueryException($"kind: expected {string.Join(", ", SearchItems.Kinds.Select(known => known.Kind))}.");
    }

    /// <param name="typed">Null before anything was typed.</param>
    /// <param name="kind">Null for all kinds.</param>
    public static Page Of(RecordView view, ViewState state, string? typed, string? kind)
    {
        typed = (typed ?? "").Trim();
        if (kind is { Length: 0 }) kind = null;
        Check(typed, kind);
        ImmutableSortedDictionary<string, int> counts = view.Search.Count(typed);
        ImmutableArray<SearchHit> hits = view.Search.Find(typed, kind, kind is null ? HitsMax : HitsOfKindMax);
        int total = kind is null ? counts.Values.Sum() : counts.GetValueOrDefault(kind);
        return new Page("search", "/search", typed.Length == 0 ? "Search" : $"Search: {typed}", Html.Of($"""
            <h1>Search</h1>
            <form id="search" role="search" method="get" action="/search"><label for="words">Words</label> <input id="words" name="q" type="search" value="{typed}" maxlength="{TypedMax}" autocomplete="off">{Layout.Hidden(state, _ => true)}<button>Search</button>
            <p class="meta">All words must be there; "words in quotation marks" in a row; -word: not there.</p></form>
            {Html.If(typed.Length > 0, $"<nav class=\"kinds\" aria-label=\"Kinds\"><ul>{Kind(null, "all", counts.Values.Sum())}{SearchItems.Kinds.Select(known => Kind(known.Kind, known.Many, counts.GetValueOrDefault(known.Kind)))}</ul></nav>")}
            {Html.If(typed.Length > 0 && hits.IsEmpty, $"<p>Nothing holds all of these words.</p>")}
            <ol id="hits" data-rows>{hits.Select(Hit)}</ol>
            {Html.If(total > hits.Length, $"<p class=\"meta\">The best {hits.Length} of {total}.</p>")}
            """)) { Count = typed.Length == 0 ? null : total };

        Html Kind(string? of, string words, int count) => Html.Of($"""<li><a href="{state.Link($"/search?q={Uri.EscapeDataString(typed)}{(of is null ? "" : $"&kind={of}")}")}"{Html.If(of == kind, $" aria-current=\"true\"")}>{words} <span class="n">{count}</span></a></li>""");

        Html Hit(SearchHit hit) => Html.Of($"""
            <li data-kind="{hit.Kind}"><span class="kind">{hit.Kind}</span> <a href="{Address(hit)}">{Html.Words(hit.Title)}</a> <span class="snippet"><bdi>{hit.Snippet.Select(piece => piece.Matched ? Html.Of($"<mark>{piece.Text}</mark>") : Html.Of($"{piece.Text}"))}</bdi></span></li>

            """);

        string Address(SearchHit hit) => hit.Kind == "claim" ? new Parts(view, state).WordsLink(view.Index.Claim(hit.Id)) : state.Link($"/{SearchItems.Kinds.First(known => known.Kind == hit.Kind).Many}/{hit.Id}");
    }
}
