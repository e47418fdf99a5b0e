using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Publish.Json;

/// <summary>The record as JSON, <c>sitrep-record/1</c>; docs/record.schema.json states the form.</summary>
internal static class RecordJson
{
    public const string Schema = "sitrep-record/1";

    public static void Write(SituationRecord record, Stream output)
    {
        var received = new Dictionary<string, ReceivedText>(StringComparer.Ordinal);
        foreach (Report report in record.Reports) received.TryAdd(report.Id, new ReceivedText(report));

        var rulings = new RulingsJson(record.Rulings);
        using (var sheet = new JsonSheet(output))
        {
            sheet.Object(null, () =>
            {
                sheet.Text("schema", Schema);
                sheet.Date("asOf", record.AsOf);
                ReportsJson.Write(sheet, record, received);
                sheet.Objects("actors", record.Actors, actor => Write(sheet, actor, received, rulings));
                sheet.Objects("places", record.Places, place => Write(sheet, place, rulings));
                LedgerJson.Write(sheet, record, received, rulings);
                ReportsJson.WritePhotos(sheet, record, received);
                sheet.Objects("problems", record.Problems, problem => Write(sheet, problem));
                JudgementJson.WriteSources(sheet, record);
                JudgementJson.WriteSeries(sheet, record);
                sheet.Objects("stories", record.Stories, story =>
                {
                    sheet.Text("id", story.Id);
                    sheet.Words("reports", story.Reports);
                });
                if (record.On is { } on) sheet.Date("on", on);
                sheet.Objects("rulings", record.Rulings, ruling => RulingsJson.Write(sheet, ruling));
            });
        }
        output.WriteByte((byte)'\n');
    }

    private static void Write(JsonSheet sheet, Actor actor, Dictionary<string, ReceivedText> received, RulingsJson rulings)
    {
        sheet.Text("id", actor.Id);
        sheet.Text("name", actor.Name);
        sheet.Word<ActorKind>("kind", actor.Kind);
        sheet.Words("aliases", actor.Aliases);
        sheet.Text("memberOf", actor.MemberOf);
        sheet.Text("side", actor.Side);
        sheet.Text("country", actor.Country);
        sheet.Objects("sideBasis", actor.SideBasis, basis =>
        {
            sheet.Word<SideGround>("ground", basis.Ground);
            sheet.Text("side", basis.Side);
            sheet.Text("words", basis.Words);
            sheet.Text("report", basis.Report);
            sheet.Span("span", basis is { Report: { } report, Span: { } span } ? received[report].Find(span) : null);
        });
        rulings.On(sheet, actor.Id);
    }

    private static void Write(JsonSheet sheet, Place place, RulingsJson rulings)
    {
        sheet.Text("id", place.Id);
        sheet.Text("name", place.Name);
        sheet.Words("aliases", place.Aliases);
        sheet.Number("lat", place.Latitude);
        sheet.Number("lon", place.Longitude);
        sheet.Text("country", place.Country);
        sheet.Text("admin1", place.Admin1);
        sheet.Number("geonamesId", place.GeonamesId);
        sheet.Word<PlacePrecision>("precision", place.Precision);
        rulings.On(sheet, place.Id);
    }

    private static void Write(JsonSheet sheet, Problem problem)
    {
        sheet.Text("report", problem.ReportId);
        sheet.Number("code", (int)problem.Code);
        sheet.Text("message", problem.Message);
        sheet.Text("input", problem.Input);
        sheet.Flag("setAside", problem.SetAside);
    }
}
