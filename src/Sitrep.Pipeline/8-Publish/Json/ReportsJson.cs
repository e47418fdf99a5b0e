using Sitrep.Model.Record;
using Sitrep.Model.Reports;

namespace Sitrep.Pipeline.Publish.Json;

/// <summary>Reports, dispatches and photos of the record.</summary>
internal static class ReportsJson
{
    public static void Write(JsonSheet sheet, SituationRecord record, Dictionary<string, ReceivedText> received)
    {
        var dispatchOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Dispatch dispatch in record.Dispatches)
        {
            foreach (string report in dispatch.Reports) dispatchOf.TryAdd(report, dispatch.Id);
        }
        sheet.Objects("reports", record.Reports, report => Write(sheet, report, dispatchOf.GetValueOrDefault(report.Id), received[report.Id]));
        sheet.Objects("dispatches", record.Dispatches, dispatch => Write(sheet, dispatch));
    }

    public static void WritePhotos(JsonSheet sheet, SituationRecord record, Dictionary<string, ReceivedText> received) =>
        sheet.Objects("photos", record.Photos, photo =>
        {
            sheet.Text("report", photo.Report);
            sheet.Span("span", received[photo.Report].Find(photo.Photo.Caption));
            sheet.Text("place", photo.Place);
            sheet.Text("placeWords", photo.Photo.PlaceWords);
            sheet.Date("date", photo.Photo.Date);
            sheet.Text("photographer", photo.Photo.Photographer);
            sheet.Text("agency", photo.Photo.Agency);
        });

    private static void Write(JsonSheet sheet, Report report, string? dispatch, ReceivedText received)
    {
        sheet.Text("id", report.Id);
        sheet.Text("input", report.Input);
        sheet.Text("sha256", report.Sha256);
        sheet.Text("title", report.Title);
        sheet.Text("outlet", report.Outlet);
        sheet.Text("agency", report.Agency);
        sheet.Words("bylines", report.Bylines);
        if (report.Dateline is null) sheet.Null("dateline");
        else
        {
            sheet.Object("dateline", () =>
            {
                sheet.Text("place", report.Dateline.Place);
                sheet.Date("date", report.Dateline.Date);
            });
        }
        sheet.Date("published", report.Published);
        sheet.Word<DateBasis>("publishedBasis", report.PublishedBasis);
        sheet.Text("dispatch", dispatch);
        // A zone the cleaner made up has no place in the received text, and nothing to show.
        var zones = report.Zones.Select(zone => (zone.Kind, Span: received.Find(zone.Span))).Where(zone => zone.Span is not null);
        sheet.Objects("zones", zones, zone =>
        {
            sheet.Word<ZoneKind>("kind", zone.Kind);
            sheet.Number("start", zone.Span?.Start);
            sheet.Number("end", zone.Span?.End);
        });
        sheet.Text("url", report.Url);
        sheet.Word<Markup>("markup", report.Markup);
        Provenance origin = report.Provenance;
        if (origin.Fetched is { } fetched) sheet.Text("fetched", Moment(fetched));
        if (origin.Modified is { } modified) sheet.Text("modified", Moment(modified));
        if (origin.EvolvedFrom is { } before) sheet.Text("evolvedFrom", before);
        if (origin.Rights is { } rights) sheet.Text("rights", rights);
    }

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static void Write(JsonSheet sheet, Dispatch dispatch)
    {
        sheet.Text("id", dispatch.Id);
        sheet.Text("agency", dispatch.Agency);
        sheet.Words("reports", dispatch.Reports);
        sheet.Objects("links", dispatch.Links, link =>
        {
            sheet.Text("report", link.Report);
            sheet.Text("of", link.Of);
            sheet.Word<CopyRelation>("relation", link.Relation);
            sheet.Number("overlap", Math.Round(link.Overlap, 4));
        });
    }
}
