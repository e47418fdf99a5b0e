using System.Globalization;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.World;
using Sitrep.Pipeline.Publish.Json;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Pipeline.Publish.Exports;

/// <summary>Events after PLOVER, one JSON object a line, each with the first words that tell it.</summary>
internal static class PloverJsonl
{
    /// <returns>How many lines were written.</returns>
    public static int Write(ExportBasis basis, Stream output, List<string> left)
    {
        int rows = 0;
        foreach (Event happening in basis.Record.Events)
        {
            if (Hindrance(basis, happening) is { } why)
            {
                left.Add($"{happening.Id} ({EventSection.Summary(happening)}): {why}");
                continue;
            }
            using (var sheet = new JsonSheet(output, indented: false)) sheet.Object(null, () => Write(sheet, basis, happening));
            output.WriteByte((byte)'\n');
            rows++;
        }
        return rows;
    }

    private static string? Hindrance(ExportBasis basis, Event happening)
    {
        if (happening.Codes.Plover is not [var type, ..] || !PloverCodes.Quads.ContainsKey(type)) return $"PLOVER has no event type for {Spelling.Spaced(happening.Type)}";
        if (basis.In(happening, RoleKind.Actor).Length == 0) return "nobody is named who did it";
        return happening.When is null ? "no day" : null;
    }

    private static void Write(JsonSheet sheet, ExportBasis basis, Event happening)
    {
        string type = happening.Codes.Plover[0];
        Interval when = happening.When!;   // Hindrance looked
        DateOnly start = when.Precision == TimePrecision.Unknown ? when.End : when.Start;
        sheet.Text("id", happening.Id);
        sheet.Date("date", start);
        if (when.End > start) sheet.Date("enddate", when.End);
        sheet.Objects("actor", basis.In(happening, RoleKind.Actor).Concat(basis.In(happening, RoleKind.With)), actor => Entity(sheet, basis, actor));
        sheet.Objects("recipient", basis.In(happening, RoleKind.Target), actor => Entity(sheet, basis, actor));
        sheet.Words("event", [type]);
        if (happening.Codes.Plover.Length > 1 && PloverCodes.Modes.TryGetValue(type, out string[]? modes) && modes.Contains(happening.Codes.Plover[1])) sheet.Words("mode", [happening.Codes.Plover[1]]);
        if (PloverCodes.Contexts(happening.Type) is { Length: > 0 } contexts) sheet.Words("context", contexts);
        if (Auxiliary(happening) is { Length: > 0 } auxiliary) sheet.Words("auxiliary", auxiliary);
        sheet.Text("quad_code", PloverCodes.Quads[type]);
        if (basis.Index.Place(happening.Place) is { } place) sheet.Object("event_loc", () => Location(sheet, basis, place));
        if (basis.Index.Known(happening.Claims).FirstOrDefault() is { } first) Told(sheet, basis, first);
        sheet.Text("coder", "Sitrep");
        sheet.Date("coded_date", basis.KnownOn(happening.Claims)[^1]);
        sheet.Text("comment", string.Create(CultureInfo.InvariantCulture, $"{EventSection.Summary(happening)}; {Confidence.Of(happening.Status, happening.Expected).Words}; {Confidence.Tellings(happening.Independent)}; claims {string.Join(' ', happening.Claims)}"));
    }

    // PLOVER keeps apart what did not happen now and in fact.
    private static string[] Auxiliary(Event happening) =>
        [.. new[] { (happening.Expected, "future"), (!happening.Expected && happening.Status is Status.Denied or Status.Retracted, "negation") }.Where(pair => pair.Item1).Select(pair => pair.Item2)];

    private static void Entity(JsonSheet sheet, ExportBasis basis, Actor actor)
    {
        string sector = PloverCodes.Sector(actor, id => basis.Index.Actor(id));
        sheet.Text("code", basis.Country(actor.Country)?.Alpha3 ?? (actor.Kind == ActorKind.Intergovernmental ? "IGO" : actor.Kind == ActorKind.Ngo ? "NGO" : "---"));
        sheet.Text("sector", sector);
        sheet.Text("entity_text", Wording.Line(actor.Name));
        sheet.Text("identifier_text", actor.Id);
    }

    private static void Location(JsonSheet sheet, ExportBasis basis, Place place)
    {
        sheet.Text("extracted_place", place.Aliases.FirstOrDefault() ?? place.Name);
        sheet.Text("resolved_place", place.Name);
        if (place.GeonamesId is { } id) sheet.Number("geonameid", (long)id);
        if (place is { Latitude: { } north, Longitude: { } east })
        {
            sheet.Number("lat", north);
            sheet.Number("lon", east);
        }
        if (place.Precision is PlacePrecision.Town or PlacePrecision.Near) sheet.Text("city", place.Name);
        if (place.Admin1 is { } province) sheet.Text("province", province);
        if (basis.Country(place.Country) is { } country)
        {
            sheet.Text("country", country.Name);
            sheet.Text("country_code", country.Alpha3);
        }
        sheet.Number("resolution", (long)PloverCodes.Resolution(place.Precision));
    }

    private static void Told(JsonSheet sheet, ExportBasis basis, LedgerClaim claim)
    {
        Report report = basis.Index.Report(claim.Claim.ReportId);
        if (report.Url is { } link) sheet.Text("link", link);
        if (new ReceivedText(report).Find(claim.Claim.Span) is { } span)
        {
            sheet.Text("event_text", Wording.Line(claim.Claim.Span.Of(report.Text)));
            sheet.Object("text_info", () =>
            {
                sheet.Text("sequence", claim.Claim.Id);
                sheet.Number("start", (long)span.Start);
                sheet.Number("end", (long)span.End);
            });
        }
        sheet.Object("cite_info", () =>
        {
            sheet.Text("citation", basis.Index.Citation(report.Id));
            if (report.Url is { } url) sheet.Text("url", url);
            if (report.Title is { } title) sheet.Text("title", title);
            sheet.Text("language", "en");
            sheet.Text("publication", RecordIndex.Publisher(report));
            if (report.Provenance.Rights is { } rights) sheet.Text("copyright", rights);
            sheet.Text("coder", "Sitrep");
            sheet.Text("codebook", "PLOVER");
        });
    }
}
