using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Publish;
using Sitrep.Pipeline.Publish.View;
using Sitrep.Web.Markup;
using Sitrep.Web.Records;

namespace Sitrep.Web.Pages.Actors;

/// <summary>Everybody who acts or speaks, those who do most first.</summary>
internal static class ActorsPage
{
    public static Page Of(RecordView view, ViewState state)
    {
        var parts = new Parts(view, state);
        ILookup<string, string> acts = view.Record.Events.SelectMany(happening => happening.Roles.Select(role => (role.Actor, happening.Id)).Distinct()).ToLookup(pair => pair.Actor, pair => pair.Id, StringComparer.Ordinal);
        ILookup<string?, LedgerClaim> says = view.Record.Claims.ToLookup(claim => claim.Source);
        Actor[] actors = [.. view.Record.Actors.OrderByDescending(actor => acts[actor.Id].Count() + says[actor.Id].Count()).ThenBy(actor => actor.Name, StringComparer.OrdinalIgnoreCase).ThenBy(actor => actor.Id, StringComparer.Ordinal)];
        return new Page("actors", "/actors", "Actors", Html.Of($"""
            <h1>{Wording.Count(actors.Length, "actor")}</h1>
            <div class="scroll" tabindex="0" role="region" aria-label="Actors">
            <table class="grid"><thead><tr><th scope="col">Actor</th><th scope="col">Kind</th><th scope="col">Side</th><th scope="col">Events</th><th scope="col">Claims</th></tr></thead>
            <tbody>{actors.Select(actor => Html.Of($"""
            <tr data-actor="{actor.Id}"><th scope="row">{parts.Actor(actor.Id)}</th><td>{Spelling.Spaced(actor.Kind)}</td><td>{Html.If(actor.Side is not null && actor.Side != actor.Id, $"{parts.Actor(actor.Side ?? "")}")}</td><td>{acts[actor.Id].Count()}</td><td>{says[actor.Id].Count()}</td></tr>

            """))}</tbody></table>
            </div>
            """)) { Count = actors.Length };
    }
}
