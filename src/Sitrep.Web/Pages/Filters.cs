using System.Collections.Immutable;
using Sitrep.Pipeline.Publish.View;
using Sitrep.Web.Markup;
using Sitrep.Web.Records;

namespace Sitrep.Web.Pages;

/// <summary>The form that narrows the list of events.</summary>
internal static class Filters
{
    public static Html Form(RecordView view, ViewState state, Situation situation) => Html.Of($"""
        <form id="filters" method="get" action="/#events">
        {Choice("type", "Type", state.Types, situation.Events.Select(point => point.Type).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(type => (type, type)))}
        {Choice("status", "Status", state.Statuses, situation.Events.Select(point => point.Status).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(status => (status, status.Replace('-', ' '))))}
        {Choice("place", "Place", state.Places, situation.Places.Select(place => (place.Id, view.Index.PlaceName(place.Id))))}
        {Choice("actor", "Actor", state.Actors, situation.Actors.Select(actor => (actor.Id, actor.Name)))}
        {Choice("side", "Side", state.Sides, situation.Sides.Select(side => (side.Id, side.Name)))}
        {Choice("source", "Source", state.Sources, situation.Sources.OrderByDescending(source => source.Reports).ThenBy(source => source.Id, StringComparer.Ordinal).Take(SituationPage.SourcesMax).Select(source => (source.Id, $"{source.Name}, {Wording.Day(source.First)}")))}
        {Layout.Hidden(state, _ => true)}<button>Filter</button>{Html.If(state.IsFiltered, $" <a href=\"{state.Link("/")}#events\">All events</a>")}
        </form>
        """);

    private static Html Choice(string name, string label, ImmutableArray<string> chosen, IEnumerable<(string Value, string Words)> options) => Html.Of($"""
        <label for="f-{name}">{label}</label> <select id="f-{name}" name="{name}"><option value="">any</option>{options.Select(option => Html.Of($"""<option value="{option.Value}"{Html.If(chosen.Contains(option.Value), $" selected")}>{option.Words}</option>"""))}</select>

        """);
}
