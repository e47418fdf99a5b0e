using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Publish.Json;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Pipeline.Publish.Exports;

/// <summary>Events and control as a feature collection (RFC 7946): points, longitude first, WGS 84; what is unplaced has no geometry. The time stands in <c>when</c>.</summary>
internal static class GeoJson
{
    /// <returns>How many features were written.</returns>
    public static int Write(ExportBasis basis, Stream output)
    {
        using (var sheet = new JsonSheet(output))
        {
            sheet.Object(null, () =>
            {
                sheet.Text("type", "FeatureCollection");
                sheet.Objects("features", Features(basis), write => write(sheet));
            });
        }
        output.WriteByte((byte)'\n');
        return basis.Record.Events.Length + basis.Record.Control.Sum(control => control.Spans.Length);
    }

    private static IEnumerable<Action<JsonSheet>> Features(ExportBasis basis)
    {
        foreach (Event happening in basis.Record.Events) yield return sheet => Write(sheet, basis, happening);
        foreach (Control control in basis.Record.Control)
        {
            for (int i = 0; i < control.Spans.Length; i++)
            {
                int number = i;
                yield return sheet => Write(sheet, basis, control, number);
            }
        }
    }

    private static void Write(JsonSheet sheet, ExportBasis basis, Event happening) => Feature(sheet, happening.Id, basis.Index.Place(happening.Place), () =>
    {
        sheet.Text("kind", "event");
        sheet.Word<EventType>("type", happening.Type);
        sheet.Text("summary", EventSection.Summary(happening));
        When(sheet, happening.When);
        Where(sheet, basis, happening.Place);
        sheet.Word<Status>("status", happening.Status);
        sheet.Flag("expected", happening.Expected);
        sheet.Words("actors", basis.In(happening, RoleKind.Actor).Select(actor => actor.Name));
        sheet.Words("targets", basis.In(happening, RoleKind.Target).Select(actor => actor.Name));
        sheet.Number("dispatches", (long)happening.Independent.Dispatches);
        sheet.Number("claimants", (long)happening.Independent.Claimants);
        sheet.Number("sides", (long)happening.Independent.Sides);
        sheet.Words("claims", happening.Claims);
    });

    private static void Write(JsonSheet sheet, ExportBasis basis, Control control, int number)
    {
        ControlSpan span = control.Spans[number];
        Feature(sheet, $"{control.Place}-control-{ExportBasis.Digits(number + 1)}", basis.Index.Place(control.Place), () =>
        {
            sheet.Text("kind", "control");
            sheet.Word<ControlState>("state", span.State);
            sheet.Text("holder", span.Holder is null ? null : basis.Index.ActorName(span.Holder));
            sheet.Object("when", () =>
            {
                sheet.Date("start", span.From);
                sheet.Date("end", span.To);
                sheet.Text("precision", "day");
            });
            Where(sheet, basis, control.Place);
            sheet.Date("lastEvidence", span.LastEvidence);
            sheet.Words("basis", span.Basis);
        });
    }

    private static void Feature(JsonSheet sheet, string id, Place? place, Action properties)
    {
        sheet.Text("type", "Feature");
        sheet.Text("id", id);
        if (place is { Latitude: { } north, Longitude: { } east })
        {
            sheet.Object("geometry", () =>
            {
                sheet.Text("type", "Point");
                sheet.Degrees("coordinates", east, north);
            });
        }
        else sheet.Null("geometry");
        sheet.Object("properties", properties);
    }

    private static void When(JsonSheet sheet, Interval? when) => sheet.Interval("when", when);

    private static void Where(JsonSheet sheet, ExportBasis basis, string? id)
    {
        Place? place = basis.Index.Place(id);
        sheet.Text("place", place?.Name);
        sheet.Word("placePrecision", place?.Precision);
        sheet.Text("country", basis.Country(place?.Country)?.Name);
    }
}
