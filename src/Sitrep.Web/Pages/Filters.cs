using System.Collections.Immutable;
using Sitrep.Pipeline.Publish.View;
using Sitrep.Web.Markup;
using Sitrep.Web.Records;

namespace Sitrep.Web.Pages;

/// <summary>The form that narrows the list of events.</summary>
internal static class Filters
{
    /// <summary>Values offered of one filter: of those with the most events. Others are reached by their own page; a list of thousands is no choice, and weighs.</summary>
    private const int Offered = 100;

    public static Html Form(RecordView view, ViewState state, Situation situation) => Html.Of($"""
        <form id="filters" method="get" action="/#events">
        {Choice("type", "Type", state.Types, situation.Events.Select(point => point.Type).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(type => (type, type)))}
        {Choice("status", "Status", state.Statuses, situation.Events.Select(point => point.Status).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(status => (status, status.Replace('-', ' '))))}
        {Choice("place", "Place", state.Places, Most(situation.Places, place => place.Id, situation, point => point.Place is { } place ? [place] : [], state.Places).Select(place => (place.Id, view.Index.PlaceName(place.Id))))}
        {Choice("actor", "Actor", state.Actors, Most(situation.Actors, actor => actor.Id, situation, point => point.Actors, state.Actors).Select(actor => (actor.Id, actor.Name)))}
        {Choice("side", "Side", state.Sides, Most(situation.Sides, side => side.Id, situation, point => point.Sides, state.Sides).Select(side => (side.Id, side.Name)))}
        {Choice("source", "Source", state.Sources, Most(situation.Sources, source => source.Id, situation, point => point.Sources, state.Sources).Select(source => (source.Id, $"{source.Name}, {Wording.Day(source.First)}")))}
        {Layout.Hidden(state, _ => true)}<button>Filter</button>{Html.If(state.IsFiltered, $" <a href=\"{state.Link("/")}#events\">All events</a>")}
        </form>
        """);

    /// <summary>Those with the most events, and those that are chosen, in the order given.</summary>
    private static IEnumerable<T> Most<T>(IEnumerable<T> all, Func<T, string> id, Situation situation, Func<EventPoint, IReadOnlyList<string>> has, ImmutableArray<string> chosen)
    {
        T[] values = [.. all];
        if (values.Length <= Offered) return values;
        var counts = situation.Events.SelectMany(has).CountBy(value => value, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        HashSet<string> kept = [.. values.Select(id).OrderByDescending(value => counts.GetValueOrDefault(value)).ThenBy(value => value, StringComparer.Ordinal).Take(Offered), .. chosen];
        return values.Where(value => kept.Contains(id(value)));
    }

    private static Html Choice(string name, string label, ImmutableArray<string> chosen, IEnumerable<(string Value, string Words)> options) => Html.Of($"""
        <label for="f-{name}">{label}</label> <select id="f-{name}" name="{name}"><option value="">any</option>{options.Select(option => Html.Of($"""<option value="{option.Value}"{Html.If(chosen.Contains(option.Value), $" selected")}>{option.Words}</option>"""))}</select>

        """);
}
