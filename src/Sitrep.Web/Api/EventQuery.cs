using System.Globalization;
using Microsoft.AspNetCore.Http;
using Sitrep.Model.World;
using Sitrep.Web.Pages;
using Sitrep.Web.Records;

namespace Sitrep.Web.Api;

/// <summary>Where and when, as OGC API Features asks for it: a box, an instant or an interval.</summary>
/// <param name="Box">West, south, east, north in degrees; west may lie east of east, across the date line. Null for everywhere.</param>
/// <param name="From">Null for an open start.</param>
/// <param name="To">Null for an open end.</param>
internal sealed record EventQuery((double West, double South, double East, double North)? Box, DateOnly? From, DateOnly? To)
{
    /// <exception cref="BadQueryException">A value is not what its name asks for.</exception>
    public static EventQuery Of(IQueryCollection query)
    {
        (DateOnly? from, DateOnly? to) = Days(query["datetime"].FirstOrDefault());
        if (ViewState.Day(query, "on") is { } on) (from, to) = (from > on ? from : on, to < on ? to : on);
        return new EventQuery(BoxOf(query["bbox"].FirstOrDefault()), from, to);
    }

    public bool Holds(Interval? when) => (From is null && To is null) || (when is not null && (To is null || when.Start <= To) && (From is null || when.End >= From));

    public bool Holds(Place? place)
    {
        if (Box is not { } box) return true;
        if (place is not { Latitude: { } north, Longitude: { } east }) return false;
        bool within = box.West <= box.East ? east >= box.West && east <= box.East : east >= box.West || east <= box.East;
        return within && north >= box.South && north <= box.North;
    }

    /// <summary>True when the event may have happened then and there; an event without a day or a place never does.</summary>
    public bool Holds(RecordView view, Model.Record.Event happening) => Holds(happening.When) && Holds(view.Index.Place(happening.Place));

    private static (double, double, double, double)? BoxOf(string? words)
    {
        if (string.IsNullOrEmpty(words)) return null;
        double[] sides = [.. words.Split(',').Select(word => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double side) && double.IsFinite(side) ? side : double.NaN)];
        if (sides.Length != 4 || sides.Any(double.IsNaN) || sides[1] > sides[3]) throw new BadQueryException("bbox: expected west,south,east,north in degrees, for example 40,33,42,36.");
        return (sides[0], sides[1], sides[2], sides[3]);
    }

    // RFC 3339 moments are taken for their day: reports are rarely more exact.
    private static (DateOnly?, DateOnly?) Days(string? words)
    {
        if (string.IsNullOrEmpty(words)) return (null, null);
        string[] ends = words.Split('/');
        if (ends.Length > 2) throw Bad();
        DateOnly?[] days = [.. ends.Select(end => end is "" or ".." ? (DateOnly?)null : DateOnly.TryParseExact(end.Length > 10 && end[10] == 'T' ? end[..10] : end, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : throw Bad())];
        return days.Length == 1 ? (days[0], days[0]) : days[0] > days[1] ? throw Bad() : (days[0], days[1]);

        static BadQueryException Bad() => new("datetime: expected a day or two with a stroke between, either of which may be “..”: 2017-11-08/2017-11-10, 2017-11-08/..");
    }
}
