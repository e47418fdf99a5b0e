using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.World;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Pipeline.Publish.Exports;

/// <summary>Events with at least one death in the columns of UCDP GED. Numbers that only UCDP gives (of conflicts, dyads and sides) are left empty.</summary>
internal sealed class UcdpCsv
{
    public static readonly string[] Columns =
    [
        "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name",
        "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date", "source_headline",
        "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region",
        "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low",
    ];

    private readonly ExportBasis _basis;
    private readonly Deaths _deaths;

    private readonly UcdpSides _sides;

    private UcdpCsv(ExportBasis basis) => (_basis, _deaths, _sides) = (basis, new Deaths(basis.Index), new UcdpSides(basis));

    /// <returns>How many rows were written.</returns>
    public static int Write(ExportBasis basis, TextWriter output, List<string> left)
    {
        var rows = new UcdpCsv(basis);
        var sheet = new CsvSheet(output);
        sheet.Head(Columns);
        Dictionary<string, Event> chosen = rows.Chosen();
        foreach (Event happening in basis.Record.Events)
        {
            Event? stands = chosen.GetValueOrDefault(UcdpSides.Incident(happening));
            if (stands == happening) sheet.Row(rows.Row(happening));
            else left.Add($"{happening.Id} ({EventSection.Summary(happening)}): {rows.Hindrance(happening) ?? $"its incident is counted in the row of {stands!.Id}"}");   // what hinders nothing is chosen, or another of its incident is
        }
        return sheet.Rows;
    }

    // The dead of one incident are told of its bombing, its attack and its killings; they are one event, and never added up.
    private Dictionary<string, Event> Chosen() => _basis.Record.Events.Where(happening => Hindrance(happening) is null).GroupBy(UcdpSides.Incident, StringComparer.Ordinal)
        .ToDictionary(incident => incident.Key, incident => incident.OrderByDescending(part => Pair(part)!.A is not null).ThenByDescending(part => part.Independent.Dispatches).ThenByDescending(part => _deaths.Range(part).Best)
            .ThenBy(part => part.Id, StringComparer.Ordinal).First(), StringComparer.Ordinal);   // what hinders nothing has a pair

    private UcdpPair? Pair(Event happening) => _sides.Of(happening, _deaths.Range(happening).Told);

    private string? Hindrance(Event happening)
    {
        if (happening.Expected) return "only expected";
        if (happening.Status is Status.Denied or Status.Retracted) return "denied or retracted";
        if (happening.Type == EventType.Disaster) return "no organised violence";
        if (_deaths.Range(happening).High == 0) return "no death is counted in it";
        if (Pair(happening) is null) return "no two sides, nor civilians that somebody attacked, are named";
        if (_basis.Index.Place(happening.Place) is not { } place) return "no place";
        if (place.Latitude is null || place.Longitude is null || _basis.Country(place.Country) is null) return "its place is not on the map";
        return happening.When is null ? "no day" : null;
    }

    private string[] Row(Event happening)
    {
        Place place = _basis.Index.Place(happening.Place)!;   // Hindrance looked
        CountryCode country = _basis.Country(place.Country)!;
        Interval when = happening.When!;
        UcdpPair pair = Pair(happening)!;
        (string a, string b) = (pair.NameA, pair.NameB);
        (long low, long best, long high, Figure? told) = _deaths.Range(happening);
        (long ofA, long ofB, long civilians, long unknown) = Split(best, told, pair);
        Report[] reports = _basis.ReportsOf(happening.Claims);
        int violence = pair.Violence;
        (DateOnly start, DateOnly end) = when.Precision == TimePrecision.Unknown ? (when.End, when.End) : (when.Start, when.End);
        return
        [
            ExportBasis.Number(happening.Id), $"{country.Alpha3}-{ExportBasis.Digits(start.Year)}-{ExportBasis.Digits(violence)}-{happening.Id}", ExportBasis.Digits(start.Year), "",
            _basis.Index.RulingsOn(happening.Id).Any(made => made.Ruling.Verb == RulingVerb.Accept) ? "released" : "candidate", ExportBasis.Digits(violence),
            "", "", "", "", "", $"{a} - {b}", "", "", a, "", "", b, ExportBasis.Digits(happening.Independent.Dispatches),
            string.Join(";", reports.Select(Article)), Joined(reports.Select(RecordIndex.Publisher)), Joined(reports.Select(report => report.Published is { } day ? ExportBasis.Day(day) : "")),
            Joined(reports.Select(report => Wording.Line(report.Title ?? ""))), Joined(_basis.Index.Known(happening.Claims).Where(claim => claim.Claim.Stance == Stance.Affirms).Select(_basis.Index.Speaker)),
            WherePrecision(place.Precision), Wording.Line(place.Name), place.Precision == PlacePrecision.Near ? $"near {Wording.Line(place.Name)}" : Wording.Line(place.Name), place.Admin1 ?? "", "",
            ExportBasis.Degrees(place.Latitude!.Value), ExportBasis.Degrees(place.Longitude!.Value), $"POINT ({ExportBasis.Degrees(place.Longitude.Value)} {ExportBasis.Degrees(place.Latitude.Value)})",
            ExportBasis.Digits(PrioGrid(place.Latitude.Value, place.Longitude.Value)), country.Name, country.GleditschWard, country.UcdpRegion,
            told is { Stock: true } || start != end ? "2" : "1", DatePrecision(when), ExportBasis.Day(start), ExportBasis.Day(end),
            ExportBasis.Digits(ofA), ExportBasis.Digits(ofB), ExportBasis.Digits(civilians), ExportBasis.Digits(unknown), ExportBasis.Digits(best), ExportBasis.Digits(high), ExportBasis.Digits(low),
        ];
    }

    /// <summary>The best count under whom it counts; UCDP's four add up to best.</summary>
    private (long A, long B, long Civilians, long Unknown) Split(long best, Figure? told, UcdpPair pair)
    {
        if (_basis.Index.Actor(told?.Subject) is not { } dead) return (0, 0, 0, best);
        if (pair.A is { } a && Same(dead, a)) return (best, 0, 0, 0);
        bool civilians = UcdpPair.IsCivilian(pair.B);
        if (Same(dead, pair.B) && !civilians) return (0, best, 0, 0);
        return civilians && dead.Kind == ActorKind.Population || Same(dead, pair.B) ? (0, 0, best, 0) : (0, 0, 0, best);
    }

    private static bool Same(Actor one, Actor other) => one.Id == other.Id || one.Side is { } side && side == other.Side;

    private static string Article(Report report) => $"\"{RecordIndex.Publisher(report)},{(report.Published is { } day ? ExportBasis.Day(day) : "")},{Wording.Line(report.Title ?? "")}\"";

    private static string Joined(IEnumerable<string> parts) => string.Join(";", parts.Where(part => part.Length > 0).Distinct(StringComparer.Ordinal));

    private static string WherePrecision(PlacePrecision precision) => precision switch
    {
        PlacePrecision.Town => "1",
        PlacePrecision.Near => "2",
        PlacePrecision.Area => "3",
        PlacePrecision.Region => "4",
        _ => "6",
    };

    private static string DatePrecision(Interval when) => (when.Precision, Days: when.End.DayNumber - when.Start.DayNumber + 1) switch
    {
        (TimePrecision.Unknown, _) => "2",
        (TimePrecision.Month, _) => "4",
        (TimePrecision.Year, _) => "5",
        (_, 1) => "1",
        (_, <= 6) => "2",
        (_, <= 10) => "3",
        (_, <= 31) => "4",
        _ => "5",
    };

    /// <summary>Cell of PRIO-GRID 2.0: half degrees, counted from the south-west, 720 a row, from 1 (Tollefsen, Strand and Buhaug 2012).</summary>
    private static int PrioGrid(double latitude, double longitude) => Math.Min(359, (int)Math.Floor((latitude + 90) * 2)) * 720 + Math.Min(719, (int)Math.Floor((longitude + 180) * 2)) + 1;
}
