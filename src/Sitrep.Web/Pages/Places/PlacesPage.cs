using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Publish;
using Sitrep.Pipeline.Publish.View;
using Sitrep.Web.Markup;
using Sitrep.Web.Records;

namespace Sitrep.Web.Pages.Places;

/// <summary>Every place of the record; those that the gazetteer does not know are said to be unplaced.</summary>
internal static class PlacesPage
{
    public static Page Of(RecordView view, ViewState state)
    {
        var parts = new Parts(view, state);
        ILookup<string?, Event> events = view.Record.Events.ToLookup(happening => happening.Place);
        Dictionary<string, ControlSpan[]> control = view.Record.Control.ToDictionary(held => held.Place, held => held.Spans.ToArray(), StringComparer.Ordinal);
        Place[] places = [.. view.Record.Places.OrderByDescending(place => events[place.Id].Count()).ThenBy(place => place.Name, StringComparer.OrdinalIgnoreCase).ThenBy(place => place.Id, StringComparer.Ordinal)];
        return new Page("places", "/places", "Places", Html.Of($"""
            <h1>{Wording.Count(places.Length, "place")}</h1>
            <div class="scroll" tabindex="0" role="region" aria-label="Places">
            <table class="grid"><thead><tr><th scope="col">Place</th><th scope="col">Where</th><th scope="col">Precision</th><th scope="col">Events</th><th scope="col">Who held it</th></tr></thead>
            <tbody>{places.Select(place => Html.Of($"""
            <tr data-place="{place.Id}"><th scope="row">{parts.Place(place.Id)}</th><td>{Html.Words(view.Surroundings(place))}{Html.If(place.Latitude is null, $" <span class=\"badge b-unplaced\">unplaced</span>")}</td><td>{Spelling.Spaced(place.Precision)}</td><td>{events[place.Id].Count()}</td><td>{Last(control.GetValueOrDefault(place.Id))}</td></tr>

            """))}</tbody></table>
            </div>
            """)) { Count = places.Length };

        Html Last(ControlSpan[]? spans)
        {
            if ((state.On is { } day ? spans?.LastOrDefault(span => span.From <= day && day <= span.To) : spans?.LastOrDefault()) is not { } span) return Html.Empty;
            return Html.Of($"""<i class="key s-{Spelling.Kebab(span.State)} h{view.Colour(span.Holder)}"></i> {SituationPage.StateWords(span.State)}{Html.If(span.Holder is not null, $", {(span.Holder is { } holder ? parts.Actor(holder) : Html.Empty)}")}""");
        }
    }
}
