using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Publish.Json;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Pipeline.Publish.Changes;

/// <summary>Changes as JSON, <c>sitrep-changes/1</c>: each with the words and sources that brought it.</summary>
internal static class ChangesJson
{
    public const string Schema = "sitrep-changes/1";

    public static void Write(SituationRecord before, SituationRecord after, RecordChanges changes, Stream output)
    {
        var index = new RecordIndex(after);
        Dictionary<string, ReceivedText> received = [];
        foreach (Report report in after.Reports) received.TryAdd(report.Id, new ReceivedText(report));
        using (var sheet = new JsonSheet(output))
        {
            sheet.Object(null, () =>
            {
                sheet.Text("schema", Schema);
                sheet.Date("from", before.AsOf);
                sheet.Date("to", after.AsOf);
                sheet.Objects("changes", changes.Changes, change =>
                {
                    sheet.Word<ChangeKind>("kind", change.Kind);
                    sheet.Word<ChangedThing>("thing", change.Thing);
                    sheet.Text("id", change.Id);
                    sheet.Text("earlier", change.Earlier);
                    sheet.Text("what", change.What);
                    sheet.Text("place", change.Place);
                    sheet.Interval("when", change.When);
                    sheet.Text("before", change.Before);
                    sheet.Text("after", change.After);
                    sheet.Objects("claims", index.Known(change.Claims), claim => Write(sheet, claim, index, received[claim.Claim.ReportId]));
                });
            });
        }
        output.WriteByte((byte)'\n');
    }

    private static void Write(JsonSheet sheet, LedgerClaim claim, RecordIndex index, ReceivedText received)
    {
        Report report = index.Report(claim.Claim.ReportId);
        sheet.Text("id", claim.Claim.Id);
        sheet.Word<Stance>("stance", claim.Claim.Stance);
        sheet.Text("speaker", index.Speaker(claim));
        sheet.Text("source", claim.Source);
        sheet.Interval("said", claim.Said);
        sheet.Text("report", report.Id);
        sheet.Text("outlet", report.Outlet);
        sheet.Text("agency", report.Agency);
        sheet.Date("published", report.Published);
        sheet.Span("span", received.Find(claim.Claim.Span));
    }
}
