using System.Collections.Immutable;
using System.Globalization;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Corroborate.Rulings;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Publish.View;
using Sitrep.Web.Markup;
using Sitrep.Web.Records;

namespace Sitrep.Web.Pages.Review;

/// <summary>Where a toponym lies that no gazetteer knows: the words it is named in, entries of the gazetteer to choose from, or a spot and how exactly it is known.</summary>
internal static class PlacingPage
{
    /// <summary>Reports whose words are shown: enough to tell where it may be.</summary>
    private const int QuotesMax = 6;

    /// <param name="typed">Name looked for in the gazetteer; null: the place's own.</param>
    /// <param name="find">Entries of a name.</param>
    /// <param name="token">Of the form; empty where the person may not rule.</param>
    /// <returns>Null when the record has no such place.</returns>
    public static Page? Of(RecordView view, ViewState state, string id, string? typed, Func<string, ImmutableArray<GazetteerPlace>> find, Html token)
    {
        if (view.Index.Place(id) is not { } place) return null;
        var parts = new Parts(view, state);
        string name = typed is { Length: > 0 } ? typed : place.Name;
        GazetteerPlace[] entries = [.. find(name).DistinctBy(entry => (entry.Id, entry.Country, entry.Name, entry.Latitude)).Take(PlaceAsked.ChoiceMax)];
        LedgerClaim[] claims = [.. view.Record.Claims.Where(claim => claim.Place == id).DistinctBy(claim => claim.Claim.ReportId).Take(QuotesMax)];
        return new Page("placing", "/review", $"Where is {Wording.Line(place.Name)}?", Html.Of($"""
            <h1>Where is {Html.Words(Wording.Line(place.Name))}?</h1>
            <p class="meta">{(place.Latitude is null ? "It is in no gazetteer, so nothing that happened there is on the map." : "It stands where somebody put it, or near where it was told of.")} Matching and control stay as they are: a place changes where things are shown, not what is one event.</p>
            <section aria-labelledby="words-heading"><h2 id="words-heading">In these words</h2><ul class="plain">{claims.Select(claim => Html.Of($"<li>{parts.Quote(claim)} <span class=\"meta\">{parts.Report(claim.Claim.ReportId)}</span></li>"))}</ul></section>
            <form method="get" action="/review/place" role="search"><input type="hidden" name="target" value="{id}"><label>Look in the gazetteer for <input name="name" value="{name}" maxlength="200" autocomplete="off"></label> <button>Look</button></form>
            {Ruling(token, id, name, entries)}
            {parts.Rulings(id)}
            """)) { Id = id };
    }

    private static Html Ruling(Html token, string id, string name, GazetteerPlace[] entries)
    {
        if (token.IsEmpty) return Html.Of($"<p>Only analysts rule.</p>");
        return Html.Of($"""
            <form method="post" action="/review" class="placing">{token}<input type="hidden" name="back" value="/places/{id}"><input type="hidden" name="target" value="{id}">
            <fieldset><legend>{(entries.Length > 0 ? "It is" : $"The gazetteer has no {Wording.Line(name)}; it is at")}</legend>
            {entries.Select((entry, at) => Html.Of($"""<p><label><input type="radio" name="value" value="{PlaceAsked.Of(entry).ToString()}"{Html.If(at == 0, $" checked")}> {Html.Words(PlaceAsked.Words(entry))}</label></p>"""))}
            <p>{Html.If(entries.Length > 0, $"<label><input type=\"radio\" name=\"value\" value=\"\"> a spot:</label> ")}<label>degrees north, east <input name="spot" placeholder="34.45, 40.92" maxlength="60" autocomplete="off"></label> <label>within <input name="radius" type="number" min="0.1" max="{RuledPlace.RadiusMaxKm.ToString("0", CultureInfo.InvariantCulture)}" step="0.1" value="{PlaceAsked.UsualKm.ToString("0", CultureInfo.InvariantCulture)}"> km</label></p>
            </fieldset>
            <p><label>Why <input name="reason" required maxlength="1000" autocomplete="off"></label> <button name="verb" value="place">Place it there</button></p></form>
            """);
    }

    /// <summary>Leads here; empty where the place is one of the gazetteer.</summary>
    public static Html Link(RecordView view, Place place)
    {
        bool ruled = view.Record.Rulings.Any(made => made.Ruling.Verb == RulingVerb.Place && made.UndoneBy is null && made.On == place.Id);
        return place.Latitude is null || ruled || place is { Precision: PlacePrecision.Near, GeonamesId: null }
            ? Html.Of($"""<a href="/review/place?target={place.Id}">{(place.Latitude is null ? "Say where it is" : "Say that it is elsewhere")}</a>""") : Html.Empty;
    }
}
