using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.World;
using Sitrep.Pipeline.Publish.View;
using Sitrep.Store.Search;

namespace Sitrep.Web.Pages.Search;

/// <summary>What of a record can be found, and under which words.</summary>
internal static class SearchItems
{
    /// <summary>In the order in which kinds are told.</summary>
    public static readonly (string Kind, string Many)[] Kinds = [("event", "events"), ("claim", "claims"), ("figure", "figures"), ("report", "reports"), ("actor", "actors"), ("place", "places")];

    public static IEnumerable<SearchItem> Of(RecordIndex index, Func<string, string> countryName)
    {
        SituationRecord record = index.Record;
        foreach (Event happening in record.Events)
        {
            string names = string.Join(", ", happening.Roles.Select(role => index.ActorName(role.Actor)).Distinct(StringComparer.Ordinal));
            yield return new SearchItem("event", happening.Id, EventSection.Summary(happening), $"{index.PlaceName(happening.Place)}. {Wording.When(happening.When)}. {names}");
        }
        foreach (LedgerClaim claim in record.Claims)
        {
            yield return new SearchItem("claim", claim.Claim.Id, index.Speaker(claim), Wording.Line(claim.Claim.Span.Of(index.Report(claim.Claim.ReportId).Text)));
        }
        foreach (Figure figure in record.Figures)
        {
            yield return new SearchItem("figure", figure.Id, $"{FigureSection.Label(figure, index)}: {Wording.Amount(figure)}", $"{index.PlaceName(figure.Place)}. {Wording.When(figure.When)}");
        }
        foreach (Report report in record.Reports)
        {
            string read = string.Join(' ', report.Zones.Where(zone => zone.Kind is ZoneKind.Headline or ZoneKind.Body or ZoneKind.Caption).Select(zone => Wording.Line(zone.Span.Of(report.Text))));
            yield return new SearchItem("report", report.Id, index.Citation(report.Id), read);
        }
        foreach (Actor actor in record.Actors) yield return new SearchItem("actor", actor.Id, Wording.Line(actor.Name), Wording.Line(string.Join(", ", actor.Aliases)));
        foreach (Place place in record.Places) yield return new SearchItem("place", place.Id, Wording.Line(place.Name), Wording.Line(string.Join(", ", place.Aliases.Append(place.Admin1).Append(place.Country is { } country ? countryName(country) : null).OfType<string>())));
    }
}
