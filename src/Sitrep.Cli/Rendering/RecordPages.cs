using System.Collections.Immutable;
using System.Globalization;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.World;
using Sitrep.Pipeline.Explain;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Cli.Rendering;

/// <summary>One page for one thing of the record, with the words behind it.</summary>
internal sealed class RecordPages(SituationRecord record, Terminal terminal)
{
    private readonly RecordIndex _index = new(record);
    private readonly ClaimText _claims = new(new RecordIndex(record), terminal);

    private TextWriter Out => terminal.Out;

    /// <param name="why">Also why each claim was joined to it, and which events came near being it.</param>
    public void Event(string wanted, bool why = false)
    {
        Event happening = RecordIndex.Find("event", wanted, record.Events, one => one.Id, _ => []);
        Head(happening);
        foreach (Role role in happening.Roles) Line($"  {Wording.Of(role.Kind)}: {_index.Actor(role.Actor)} ({role.Actor})");
        Rulings(happening.Id, happening.IsRejected, happening.RejectedClaims);
        Related("contradicts", happening.Contradicts);
        Related("supersedes", happening.Supersedes);
        foreach (Figure figure in record.Figures.Where(figure => figure.Event == happening.Id)) Line($"  figure: {FigureText.Of(figure, _index)} ({figure.Id})");
        if (happening.Incident is { } incident) Related("part of one incident with", record.Events.Where(other => other.Incident == incident && other.Id != happening.Id).Select(other => other.Id));
        if (why) Reasons(happening);
        Words(happening.Claims);
    }

    private void Reasons(Event happening)
    {
        Line("  joined:");
        if (happening.Joined.IsEmpty) Line("    one claim alone");
        foreach (JoinedClaim joined in happening.Joined) Line($"    {joined.Claim}: {joined.Reason}");
        if (!happening.Apart.IsEmpty) Line("  kept apart:");
        foreach (ApartEvent apart in happening.Apart) Line($"    {apart.Event}{(_index.Event(apart.Event) is { } other ? $" ({other.Summary})" : "")}: {apart.Reason}");
    }

    public void Figure(string wanted)
    {
        Figure figure = RecordIndex.Find("figure", wanted, record.Figures, one => one.Id, _ => []);
        Line($"{FigureText.Of(figure, _index)} ({figure.Id})");
        Line($"  {Wording.Of(figure.Status)}; {Independent(figure.Independent)}; {(figure.Stock ? "a count standing at that time" : "added over that time")}");
        Rulings(figure.Id, figure.IsRejected, figure.RejectedClaims);
        if (figure.Event is { } of && _index.Event(of) is { } happening) Line($"  of: {happening.Summary} ({happening.Id})");
        if (figure.Revises is { } revised && record.Figures.FirstOrDefault(one => one.Id == revised) is { } earlier) Line($"  revises: {FigureText.Of(earlier, _index)} ({earlier.Id})");
        Words(figure.Claims);
    }

    public void Place(string wanted)
    {
        Place place = RecordIndex.Find("place", wanted, record.Places, one => one.Id, one => one.Aliases.Prepend(one.Name));
        Line($"{place.Name} ({place.Id})");
        if (!place.Aliases.IsDefaultOrEmpty) Line($"  also: {string.Join(", ", place.Aliases)}");
        Line(place.Latitude is { } north && place.Longitude is { } east
            ? string.Create(CultureInfo.InvariantCulture, $"  {north:0.0000}, {east:0.0000}; {string.Join(", ", new[] { place.Admin1, place.Country }.OfType<string>())}; {Wording.Of(place.Precision)}")
            : "  not placed on the map");
        Rulings(place.Id);
        foreach (ControlSpan span in record.Control.Where(control => control.Place == place.Id).SelectMany(control => control.Spans))
        {
            Line($"  {Wording.Of(span.From)} to {Wording.Of(span.To)}: {Wording.Of(span.State)}{(span.Holder is null ? "" : $" by {_index.Actor(span.Holder)}")} (last evidence {Wording.Of(span.LastEvidence)})");
        }
        Happenings(record.Events.Where(happening => happening.Place == place.Id));
    }

    public void Actor(string wanted)
    {
        Actor actor = RecordIndex.Find("actor", wanted, record.Actors, one => one.Id, one => one.Aliases.Prepend(one.Name));
        Line($"{actor.Name} ({actor.Id}), {Wording.Of(actor.Kind)}");
        if (!actor.Aliases.IsDefaultOrEmpty) Line($"  also: {string.Join(", ", actor.Aliases)}");
        if (actor.MemberOf is not null) Line($"  belongs to: {_index.Actor(actor.MemberOf)}");
        Rulings(actor.Id);
        foreach (PersonFate fate in record.Persons.Where(fate => fate.Actor == actor.Id))
        {
            Line($"  {Wording.Of(fate.State)}");
            Words(fate.Claims);
        }
        Happenings(record.Events.Where(happening => happening.Roles.Any(role => role.Actor == actor.Id)));
        LedgerClaim[] own = [.. record.Claims.Where(claim => claim.Source == actor.Id)];
        if (own.Length == 0) return;
        Line($"\nWhat it says ({Wording.Count(own.Length, "claim")}):");
        WithSubject(own);
    }

    public void Report(string wanted)
    {
        Report report = RecordIndex.Find("report", wanted, record.Reports, one => one.Id, one => [one.Input]);
        Line($"{report.Title ?? "(no title)"} ({report.Id})");
        Line($"  {report.Input}; SHA-256 {report.Sha256}");
        Line($"  outlet {report.Outlet ?? "unknown"}; agency {report.Agency ?? "none known"}; by {(report.Bylines.IsDefaultOrEmpty ? "unknown" : string.Join(", ", report.Bylines))}");
        Line($"  published {Wording.Of(report.Published)} (from {Wording.Of(report.PublishedBasis)}){(report.Dateline?.Place is { } from ? $"; filed from {from}" : "")}");
        Line($"  zones: {string.Join(", ", report.Zones.GroupBy(zone => zone.Kind).OrderBy(group => group.Key).Select(group => $"{Wording.Of(group.Key)} {group.Count()}"))}");
        foreach (Dispatch dispatch in record.Dispatches.Where(dispatch => dispatch.Reports.Contains(report.Id)))
        {
            Line($"  dispatch {dispatch.Id}, with {Wording.Count(dispatch.Reports.Length - 1, "other report")}");
        }
        foreach (Problem problem in record.Problems.Where(problem => problem.ReportId == report.Id)) Line($"  note {(int)problem.Code}: {problem.Message}");
        Rulings(report.Id);
        LedgerClaim[] own = [.. record.Claims.Where(claim => claim.Claim.ReportId == report.Id).OrderBy(claim => claim.Claim.Span.Start)];
        Line($"\nWhat it says ({Wording.Count(own.Length, "claim")}):");
        WithSubject(own);
    }

    /// <param name="why">Answers with the evidence behind the claim of an id; null: not asked for.</param>
    public void Claim(string wanted, Func<string, ImmutableArray<Evidence>>? why = null)
    {
        LedgerClaim claim = RecordIndex.Find("claim", wanted, record.Claims, one => one.Claim.Id, _ => []);
        WithSubject([claim]);
        Rulings(claim.Claim.Id, claim.IsRejected);
        if (why is null) return;
        Line("\nWhy:");
        foreach (Evidence evidence in why(claim.Claim.Id))
        {
            Line($"  {evidence.Topic}: {ClaimText.Safe(evidence.Says)}");
            foreach (string detail in evidence.Details) Line($"    {ClaimText.Safe(detail)}");
        }
    }

    private void Happenings(IEnumerable<Event> happenings)
    {
        foreach (Event happening in happenings.OrderBy(one => one.When?.Start ?? DateOnly.MaxValue).ThenBy(one => one.Id, StringComparer.Ordinal))
        {
            Line("");
            Head(happening);
            Words(happening.Claims);
        }
    }

    private void Head(Event happening)
    {
        Line($"{happening.Summary} ({happening.Id}){(happening.IsRejected ? " REJECTED" : "")}");
        Line($"  {Wording.Of(happening.Type)}{(happening.Expected ? ", only expected" : "")}; {_index.Place(happening.Place)}; {Wording.Of(happening.When)}; {Wording.Of(happening.Status)}; {Independent(happening.Independent)}");
    }

    private void Rulings(string id, bool rejected = false, ImmutableArray<string> rejectedClaims = default)
    {
        if (rejected) Line("  rejected by an analyst: it counts for nothing");
        foreach (AppliedRuling made in record.Rulings.Where(made => made.On == id)) Line($"  {ClaimText.Safe(RulingText.Of(made))}");
        if (!rejected && !rejectedClaims.IsDefaultOrEmpty) Line($"  claims rejected by an analyst, not counted: {string.Join(", ", rejectedClaims)}");
    }

    private static string Independent(Independence of) =>
        $"{Wording.Count(of.Reports, "report")}, {Wording.Count(of.Dispatches, "independent telling")}, {Wording.Count(of.Claimants, "claimant")}, {Wording.Count(of.Sides, "side")}";

    private void Related(string how, IEnumerable<string> ids)
    {
        foreach (string id in ids) Line($"  {how}: {_index.Event(id)?.Summary ?? "?"} ({id})");
    }

    private void Words(IEnumerable<string> ids) => _claims.Write(_index.Claims(ids));

    private void WithSubject(IEnumerable<LedgerClaim> claims)
    {
        foreach (LedgerClaim claim in claims)
        {
            Line($"{_index.About(claim)} ({claim.About})");
            _claims.Write([claim]);
        }
    }

    private void Line(string line) => Out.Write($"{line}\n");
}
