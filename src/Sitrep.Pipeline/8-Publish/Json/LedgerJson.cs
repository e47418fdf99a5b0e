using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Publish.Json;

/// <summary>Events, figures, claims, control and persons of the record.</summary>
internal static class LedgerJson
{
    public static void Write(JsonSheet sheet, SituationRecord record, Dictionary<string, ReceivedText> received, RulingsJson rulings)
    {
        var clean = record.Reports.GroupBy(report => report.Id, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First().Text, StringComparer.Ordinal);
        sheet.Objects("events", record.Events, happening => Write(sheet, happening, rulings));
        sheet.Objects("figures", record.Figures, figure => Write(sheet, figure, rulings));
        sheet.Objects("claims", record.Claims, claim =>
        {
            string report = claim.Claim.ReportId;
            ReceivedSpan span = received[report].Find(claim.Claim.Span)
                ?? throw new InvalidOperationException($"Claim {claim.Claim.Id} at {claim.Claim.Span} of report {report} rests on no received character; Extract may only claim words that were received.");
            Write(sheet, claim, span, claim.Claim.Span.Of(clean[report]));
            rulings.On(sheet, claim.Claim.Id, claim.IsRejected, []);
        });
        sheet.Objects("control", record.Control, control => ControlJson.Write(sheet, control));
        sheet.Objects("persons", record.Persons, person => ControlJson.Write(sheet, person));
    }

    private static void Write(JsonSheet sheet, Event happening, RulingsJson rulings)
    {
        sheet.Text("id", happening.Id);
        sheet.Word<EventType>("type", happening.Type);
        sheet.Object("codes", () =>
        {
            sheet.Words("acled", happening.Codes.Acled);
            sheet.Words("plover", happening.Codes.Plover);
            sheet.Text("cameo", happening.Codes.Cameo);
            sheet.Flag("provisional", happening.Codes.Provisional);
        });
        sheet.Text("place", happening.Place);
        sheet.Interval("when", happening.When);
        sheet.Objects("roles", happening.Roles, role =>
        {
            sheet.Word<RoleKind>("role", role.Kind);
            sheet.Text("actor", role.Actor);
        });
        sheet.Word("extent", happening.Extent);
        sheet.Word<Status>("status", happening.Status);
        Write(sheet, happening.Independent);
        sheet.Flag("expected", happening.Expected);
        sheet.Text("summary", happening.Summary);
        sheet.Words("supersedes", happening.Supersedes);
        sheet.Words("contradicts", happening.Contradicts);
        sheet.Words("claims", happening.Claims);
        JudgementJson.Write(sheet, "statusRule", happening.StatusRule);
        JudgementJson.Write(sheet, happening.Credibility);
        sheet.Word<Standing>("standing", happening.Standing);
        sheet.Words("supersededBy", happening.SupersededBy);
        JudgementJson.Write(sheet, happening.Witnesses);
        rulings.On(sheet, happening.Id, happening.IsRejected, happening.RejectedClaims);
        sheet.Text("incident", happening.Incident);
        sheet.Objects("joined", happening.Joined, joined =>
        {
            sheet.Text("claim", joined.Claim);
            sheet.Text("reason", joined.Reason);
        });
        sheet.Objects("apart", happening.Apart, apart =>
        {
            sheet.Text("event", apart.Event);
            sheet.Text("reason", apart.Reason);
        });
    }

    private static void Write(JsonSheet sheet, Figure figure, RulingsJson rulings)
    {
        sheet.Text("id", figure.Id);
        sheet.Word<Measure>("measure", figure.Measure);
        sheet.Text("subject", figure.Subject);
        sheet.Number("low", figure.Low);
        sheet.Number("best", figure.Best);
        sheet.Number("high", figure.High);
        sheet.Text("qualifier", Spelling.Spaced(figure.Qualifier));
        sheet.Flag("stock", figure.Stock);
        sheet.Text("place", figure.Place);
        sheet.Interval("when", figure.When);
        sheet.Text("event", figure.Event);
        sheet.Word<Status>("status", figure.Status);
        sheet.Text("revises", figure.Revises);
        sheet.Words("claims", figure.Claims);
        Write(sheet, figure.Independent);
        JudgementJson.Write(sheet, "statusRule", figure.StatusRule);
        JudgementJson.Write(sheet, figure.Credibility);
        sheet.Word<Standing>("standing", figure.Standing);
        sheet.Text("revisedBy", figure.RevisedBy);
        sheet.Text("series", figure.Series);
        JudgementJson.Write(sheet, figure.Witnesses);
        rulings.On(sheet, figure.Id, figure.IsRejected, figure.RejectedClaims);
    }

    private static void Write(JsonSheet sheet, Independence independent) => sheet.Object("independent", () =>
    {
        sheet.Number("reports", independent.Reports);
        sheet.Number("dispatches", independent.Dispatches);
        sheet.Number("claimants", independent.Claimants);
        sheet.Number("sides", independent.Sides);
    });

    private static void Write(JsonSheet sheet, LedgerClaim claim, ReceivedSpan span, string text)
    {
        Attribution by = claim.Claim.By;
        sheet.Text("id", claim.Claim.Id);
        sheet.Text("about", claim.About);
        sheet.Word<Stance>("stance", claim.Claim.Stance);
        sheet.Text("source", claim.Source);
        sheet.Text("sourceWords", claim.SourceWords);
        sheet.Word<SourceKind>("sourceKind", by.Kind);
        sheet.Words("via", claim.Via);
        sheet.Interval("said", claim.Said);
        sheet.Text("report", claim.Claim.ReportId);
        sheet.Text("dispatch", claim.Dispatch);
        sheet.Span("span", span);
        sheet.Text("cue", by.Cue);
        sheet.Flag("words", by.Quoted);
        // Markup and entities make the received words hard to read; the clean ones stand beside them where they differ.
        if (!string.Equals(Spelling.WellFormed(text), span.Exact, StringComparison.Ordinal)) sheet.Text("text", text);
        sheet.Text("claimant", claim.Claimant);
        sheet.Text("side", claim.Side);
        sheet.Word<Interest>("interest", claim.Interest);
        JudgementJson.Write(sheet, "interestRule", claim.InterestRule);
        if (claim.Claim.ReadBy is { } reader) sheet.Text("reader", reader);
        if (claim.When is { } when) sheet.Interval("when", when);
        if (claim.Withdrawn is { } withdrawn)
        {
            sheet.Object("withdrawn", () =>
            {
                sheet.Word<WithdrawalKind>("kind", withdrawn.Kind);
                sheet.Text("by", withdrawn.By);
            });
        }
    }
}
