using System.Globalization;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Pipeline.Publish.Exports;

/// <summary>Events, and figures, as CSV whose second row holds HXL hashtags. One table cannot hold both: a row of HXL is one thing.</summary>
internal static class HxlCsv
{
    private static readonly (string Head, string Tag)[] EventColumns =
    [
        ("event id", "#event+id"), ("start date", "#date+occurred+start"), ("end date", "#date+occurred+end"), ("date precision", "#date+precision"), ("event type", "#event+type"),
        ("sub event type", "#event+type+sub"), ("first actor", "#group+name+first"), ("second actor", "#group+name+second"), ("country", "#country+name"), ("iso3", "#country+iso3"), ("admin1", "#adm1+name"),
        ("location", "#loc+name"), ("location precision", "#loc+precision"), ("latitude", "#geo+lat"), ("longitude", "#geo+lon"), ("description", "#description"), ("status", "#status"),
        ("killed", "#affected+killed"), ("sources", "#meta+source"), ("links", "#meta+url"), ("first reported", "#date+reported"), ("last updated", "#date+updated"),
    ];

    private static readonly (string Head, string Tag)[] FigureColumns =
    [
        ("figure id", "#indicator+id"), ("measure", "#indicator+name"), ("figure", "#indicator+value+num"), ("low", "#indicator+value+min+num"), ("high", "#indicator+value+max+num"), ("qualifier", "#indicator+qualifier"),
        ("category", "#indicator+type"), ("population", "#population+name"), ("killed", "#affected+killed"), ("injured", "#affected+injured"), ("displaced", "#affected+displaced"), ("refugees", "#affected+refugees"),
        ("start date", "#date+start"), ("end date", "#date+end"), ("country", "#country+name"), ("iso3", "#country+iso3"), ("admin1", "#adm1+name"), ("location", "#loc+name"), ("latitude", "#geo+lat"), ("longitude", "#geo+lon"),
        ("event id", "#event+id"), ("revises", "#indicator+id+revised"), ("status", "#status"), ("said by", "#meta+source+original"), ("sources", "#meta+source"), ("links", "#meta+url"), ("first reported", "#date+reported"),
        ("last updated", "#date+updated"),
    ];

    public static int WriteEvents(ExportBasis basis, TextWriter output)
    {
        var deaths = new Deaths(basis.Index);
        return Write(output, EventColumns, basis.Record.Events.Where(happening => !happening.Expected), happening =>
        {
            (string lat, string lon, string country, string iso3, string admin1, string location, string precision) = Where(basis, happening.Place);
            DateOnly[] known = basis.KnownOn(happening.Claims);
            string killed = deaths.Of(happening).Length == 0 ? "" : ExportBasis.Digits(deaths.Conservative(happening));
            string[] codes = happening.Codes.Acled is [var type, var sub] ? [type, sub] : [Spelling.Spaced(happening.Type), ""];
            return
            [
                happening.Id, Start(happening.When), End(happening.When), happening.When is { } when ? Spelling.Kebab(when.Precision) : "", codes[0], codes[1], Names(basis, happening, RoleKind.Actor),
                Names(basis, happening, RoleKind.Target), country, iso3, admin1, location, precision, lat, lon, EventSection.Summary(happening), Spelling.Kebab(happening.Status), killed,
                Sources(basis, happening.Claims), Links(basis, happening.Claims), ExportBasis.Day(known[0]), ExportBasis.Day(known[^1]),
            ];
        });
    }

    public static int WriteFigures(ExportBasis basis, TextWriter output) => Write(output, FigureColumns, basis.Record.Figures, figure =>
    {
        (string lat, string lon, string country, string iso3, string admin1, string location, _) = Where(basis, figure.Place);
        DateOnly[] known = basis.KnownOn(figure.Claims);
        string number = Digits(figure.Best ?? figure.Low ?? figure.High);
        string Of(Measure measure) => figure.Measure == measure ? number : "";
        return
        [
            figure.Id, Spelling.Spaced(figure.Measure), number, Digits(figure.Low), Digits(figure.High), Spelling.Spaced(figure.Qualifier), figure.Stock ? "stock" : "flow", figure.Subject is null ? "" : basis.Index.ActorName(figure.Subject),
            Of(Measure.Killed), Of(Measure.Injured), Of(Measure.Displaced), Of(Measure.Refugees), Start(figure.When), End(figure.When), country, iso3, admin1, location, lat, lon, figure.Event ?? "", figure.Revises ?? "",
            Spelling.Kebab(figure.Status), string.Join("; ", basis.Index.Known(figure.Claims).Select(basis.Index.Speaker).Distinct(StringComparer.Ordinal)), Sources(basis, figure.Claims), Links(basis, figure.Claims),
            ExportBasis.Day(known[0]), ExportBasis.Day(known[^1]),
        ];
    });

    private static int Write<T>(TextWriter output, (string Head, string Tag)[] columns, IEnumerable<T> items, Func<T, string[]> row)
    {
        var sheet = new CsvSheet(output);
        sheet.Head(columns.Select(column => column.Head));
        sheet.Head(columns.Select(column => column.Tag));
        foreach (T item in items) sheet.Row(row(item));
        return sheet.Rows;
    }

    private static (string Lat, string Lon, string Country, string Iso3, string Admin1, string Location, string Precision) Where(ExportBasis basis, string? id)
    {
        if (basis.Index.Place(id) is not { } place) return ("", "", "", "", "", "", "");
        CountryCode? country = basis.Country(place.Country);
        return (place.Latitude is { } north ? ExportBasis.Degrees(north) : "", place.Longitude is { } east ? ExportBasis.Degrees(east) : "", country?.Name ?? "", country?.Alpha3 ?? "", place.Admin1 ?? "",
            place.Precision == PlacePrecision.Country ? "" : Wording.Line(place.Name), Spelling.Kebab(place.Precision));
    }

    private static string Names(ExportBasis basis, Event happening, RoleKind kind) => string.Join("; ", basis.In(happening, kind).Select(actor => Wording.Line(actor.Name)));

    private static string Sources(ExportBasis basis, IEnumerable<string> claims) => string.Join("; ", basis.ReportsOf(claims).Select(RecordIndex.Publisher).Distinct(StringComparer.Ordinal));

    private static string Links(ExportBasis basis, IEnumerable<string> claims) => string.Join(" ", basis.ReportsOf(claims).Select(report => report.Url).OfType<string>().Distinct(StringComparer.Ordinal));

    private static string Start(Interval? when) => when is null ? "" : ExportBasis.Day(when.Precision == TimePrecision.Unknown ? when.End : when.Start);

    private static string End(Interval? when) => when is null ? "" : ExportBasis.Day(when.End);

    private static string Digits(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
