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

    private UcdpCsv(ExportBasis basis) => (_basis, _deaths) = (basis, new Deaths(basis.Index));

    /// <returns>How many rows were written.</returns>
    public static int Write(ExportBasis basis, TextWriter output, List<string> left)
    {
        var rows = new UcdpCsv(basis);
        var sheet = new CsvSheet(output);
        sheet.Head(Columns);
        foreach (Event happening in basis.Record.Events)
        {
            if (rows.Hindrance(happening) is { } why) left.Add($"{happening.Id} ({EventSection.Summary(happening)}): {why}");
            else sheet.Row(rows.Row(happening));
        }
        return sheet.Rows;
    }

    private string? Hindrance(Event happening)
    {
        if (happening.Expected) return "only expected";
        if (happening.Status is Status.Denied or Status.Retracted) return "denied or retracted";
        if (happening.Type == EventType.Disaster) return "no organised violence";
        if (_deaths.Range(happening).High == 0) return "no death is counted in it";
        if (Violence(happening) == 0) return "no two sides, nor one and civilians, are named";
        if (_basis.Index.Place(happening.Place) is not { } place) return "no place";
        if (place.Latitude is null || place.Longitude is null || _basis.Country(place.Country) is null) return "its place is not on the map";
        return happening.When is null ? "no day" : null;
    }

    /// <summary>1 state-based, 2 non-state, 3 one-sided; 0 when the record does not tell.</summary>
    private int Violence(Event happening)
    {
        (Actor? a, Actor? b) = Sides(happening);
        if (a is null || b is null) return 0;
        if (IsCivilian(b)) return IsCivilian(a) ? 0 : 3;
        return IsState(a) || IsState(b) ? 1 : 2;
    }

    // A state is side A where one fights; civilians are always side B.
    private (Actor? A, Actor? B) Sides(Event happening)
    {
        Actor[] doers = _basis.In(happening, RoleKind.Actor), targets = _basis.In(happening, RoleKind.Target);
        Actor? a = doers.FirstOrDefault(), b = targets.FirstOrDefault();
        if (b is null && happening.Type == EventType.Clash && a?.Side is { } side) b = doers.FirstOrDefault(actor => actor.Side is { } own && own != side);
        if (a is not null && b is not null && (IsCivilian(a) && !IsCivilian(b) || !IsState(a) && IsState(b))) return (b, a);
        return (a, b);
    }

    private static bool IsState(Actor actor) => actor.Kind is ActorKind.State or ActorKind.Government or ActorKind.Military;

    private static bool IsCivilian(Actor actor) => actor.Kind is ActorKind.Population or ActorKind.Person or ActorKind.Ngo or ActorKind.Media or ActorKind.Company or ActorKind.Monitor;

    private string[] Row(Event happening)
    {
        Place place = _basis.Index.Place(happening.Place)!;   // Hindrance looked
        CountryCode country = _basis.Country(place.Country)!;
        Interval when = happening.When!;
        (Actor? first, Actor? second) = Sides(happening);
        (string a, string b) = (Name(first!), Name(second!));
        (long low, long best, long high, Figure? told) = _deaths.Range(happening);
        (long ofA, long ofB, long civilians, long unknown) = Split(best, told, first!, second!);
        Report[] reports = _basis.ReportsOf(happening.Claims);
        int violence = Violence(happening);
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
    private (long A, long B, long Civilians, long Unknown) Split(long best, Figure? told, Actor a, Actor b)
    {
        if (_basis.Index.Actor(told?.Subject) is not { } dead) return (0, 0, 0, best);
        if (Same(dead, a) && !IsCivilian(a)) return (best, 0, 0, 0);
        if (Same(dead, b) && !IsCivilian(b)) return (0, best, 0, 0);
        return dead.Kind == ActorKind.Population && IsCivilian(b) || Same(dead, b) ? (0, 0, best, 0) : (0, 0, 0, best);
    }

    private static bool Same(Actor one, Actor other) => one.Id == other.Id || one.Side is { } side && side == other.Side;

    private static string Name(Actor actor) => actor.Kind switch
    {
        ActorKind.State or ActorKind.Government or ActorKind.Military => Wording.Line(actor.Name),
        _ when IsCivilian(actor) => "Civilians",
        _ => Wording.Line(actor.Name),
    };

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
