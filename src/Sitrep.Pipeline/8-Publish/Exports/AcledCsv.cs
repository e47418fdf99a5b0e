using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Model.World;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Pipeline.Publish.Exports;

/// <summary>Events in the columns of ACLED: one row a place and day. docs/exports.md tells where each column comes from.</summary>
internal sealed class AcledCsv
{
    public static readonly string[] Columns =
    [
        "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
        "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes",
        "fatalities", "tags", "timestamp",
    ];

    private readonly ExportBasis _basis;
    private readonly Deaths _deaths;
    private readonly OneDayRule _oneDay;

    private AcledCsv(ExportBasis basis) => (_basis, _deaths, _oneDay) = (basis, new Deaths(basis.Index), new OneDayRule(basis.Record));

    /// <returns>How many rows were written.</returns>
    public static int Write(ExportBasis basis, TextWriter output, List<string> left)
    {
        var rows = new AcledCsv(basis);
        var sheet = new CsvSheet(output);
        sheet.Head(Columns);
        foreach (Event happening in basis.Record.Events)
        {
            if (rows.Hindrance(happening) is { } why) left.Add($"{happening.Id} ({EventSection.Summary(happening)}): {why}");
            else foreach (string[] row in rows.Rows(happening)) sheet.Row(row);
        }
        return sheet.Rows;
    }

    /// <summary>Why ACLED has no row for it; null when it has.</summary>
    private string? Hindrance(Event happening)
    {
        if (happening.Expected) return "only expected";
        if (happening.Status is Status.Denied or Status.Retracted) return "denied or retracted";
        if (happening.Codes.Acled is not [var type, var subType] || !AcledCodes.Types.TryGetValue(type, out string[]? subTypes) || !subTypes.Contains(subType)) return $"ACLED has no event type for {Spelling.Spaced(happening.Type)}";
        if (_basis.Index.Place(happening.Place) is not { } place) return "no place";
        if (place.Latitude is null || place.Longitude is null || _basis.Country(place.Country) is null) return "its place is not on the map";
        if (place.Precision == PlacePrecision.Country) return "known to the country only";
        if (happening.When is not { } when) return "no day";
        if (when.Precision == TimePrecision.Year) return "known to the year only";
        // Strategic developments are told of without parties; violence is somebody's.
        return type != AcledCodes.Strategic && type != AcledCodes.Protests && !happening.Roles.Any(role => role.Kind is RoleKind.Actor or RoleKind.Target) ? "no party is named" : null;
    }

    private IEnumerable<string[]> Rows(Event happening)
    {
        (DateOnly Day, int Precision)[] days = [.. Days(happening)];
        long dead = _deaths.Conservative(happening);
        for (int i = 0; i < days.Length; i++)
        {
            // A total over several days is divided, the remainder to the earliest.
            long own = dead / days.Length + (i == 0 ? dead % days.Length : 0);
            yield return Row(happening, days[i].Day, days[i].Precision, i, own);
        }
    }

    /// <summary>Each day that a source names, for what lasts; else one day and how exactly it is known: 1 to the day, 2 within a week or so (its middle), 3 to the month (its middle).</summary>
    private IEnumerable<(DateOnly, int)> Days(Event happening)
    {
        Interval when = happening.When!;   // Hindrance looked
        if (AcledCodes.Lasts(happening.Type))
        {
            DateOnly[] told = [.. _basis.Index.Known(happening.Claims).Where(claim => claim is { Claim.Stance: Stance.Affirms, When: { Precision: TimePrecision.Time or TimePrecision.Day } })
                .Select(claim => claim.When!.Start).Where(day => day >= when.Start && day <= when.End).Distinct().Order()];   // filtered before
            if (told.Length > 0) return told.Select(day => (day, 1));
        }
        if (when.Precision == TimePrecision.Unknown) return [(when.End, 2)];
        if (when.Start == when.End) return [(when.Start, 1)];
        DateOnly middle = when.Start.AddDays((when.End.DayNumber - when.Start.DayNumber) / 2);
        return [(middle, when.Precision == TimePrecision.Month || when.End.DayNumber - when.Start.DayNumber > 10 ? 3 : 2)];
    }

    private string[] Row(Event happening, DateOnly day, int precision, int number, long dead)
    {
        Place place = _basis.Index.Place(happening.Place)!;   // Hindrance looked
        CountryCode country = _basis.Country(place.Country)!;
        (string type, string subType, string? why) = Code(happening, place);
        Parties parties = new AcledParties(_basis, happening, type, place.Country, country.Name).Read();
        string id = number == 0 ? happening.Id : StableId.Of('e', happening.Id, ExportBasis.Day(day));
        DateOnly[] known = _basis.KnownOn(happening.Claims);
        return
        [
            $"{country.Alpha3}{ExportBasis.Number(id)}", ExportBasis.Day(day), ExportBasis.Digits(day.Year), ExportBasis.Digits(precision), AcledCodes.Disorder(type, subType), type, subType,
            parties.Actor1, parties.Assoc1, parties.Inter1, parties.Actor2, parties.Assoc2, parties.Inter2, AcledCodes.Pair(parties.Inter1, parties.Inter2),
            parties.Inter2 == "Civilians" && type is AcledCodes.Civilians or AcledCodes.Remote && parties.Inter2 == "Civilians" ? "Civilian targeting" : "",
            country.Numeric, country.AcledRegion, country.Name, place.Admin1 ?? "", "", "", Wording.Line(place.Name), ExportBasis.Degrees(place.Latitude!.Value), ExportBasis.Degrees(place.Longitude!.Value),
            place.Precision switch { PlacePrecision.Town => "1", PlacePrecision.Region => "3", _ => "2" },
            string.Join("; ", _basis.ReportsOf(happening.Claims).Select(RecordIndex.Publisher).Distinct(StringComparer.Ordinal)), "", Notes(happening), ExportBasis.Digits(dead),
            $"sitrep-event={happening.Id}; sitrep-status={Spelling.Kebab(happening.Status)}{(why is null ? "" : $"; sitrep-code={why}")}",
            ExportBasis.Digits(new DateTimeOffset(known[^1].ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)).ToUnixTimeSeconds()),
        ];
    }

    /// <summary>A taking is one only when all of the place was taken, nobody denies it, and it held for more than a day; else it is the fight for it.</summary>
    private (string Type, string SubType, string? Why) Code(Event happening, Place place)
    {
        (string type, string subType) = (happening.Codes.Acled[0], happening.Codes.Acled[1]);
        if (subType is not (AcledCodes.Regains or AcledCodes.Overtakes)) return (type, subType, null);
        if (happening.Extent == Extent.Partial) return (AcledCodes.Battles, AcledCodes.Clash, "in-part");
        if (happening.Status == Status.Contested) return (AcledCodes.Battles, AcledCodes.Clash, "contested");
        if (happening.Codes.Provisional) return (AcledCodes.Battles, AcledCodes.Clash, "provisional");
        if (_oneDay.Verdict(happening) is { } verdict) return (AcledCodes.Battles, AcledCodes.Clash, verdict);
        // A foreign state that takes a place is no government that regains it.
        Actor? taker = _basis.In(happening, RoleKind.Actor).FirstOrDefault();
        bool government = taker is { Kind: ActorKind.State or ActorKind.Government or ActorKind.Military } && taker.Country == place.Country;
        return (type, taker is null ? subType : government ? AcledCodes.Regains : AcledCodes.Overtakes, null);
    }

    private string Notes(Event happening)
    {
        string clause = _basis.Confidence.Clause(happening.Claims, _basis.Confidence.IsDenialTakenBack(happening));
        string figures = string.Concat(_deaths.Of(happening).Select(figure => $" {FigureSection.Label(figure, _basis.Index)}: {Wording.Amount(figure)}, {_basis.Confidence.Clause(figure.Claims)}."));
        return $"{Wording.When(happening.When)}: {EventSection.Summary(happening)}{(clause.Length > 0 ? $"; {clause}" : "")}.{figures} Claims: {string.Join(' ', happening.Claims)}.";
    }
}
