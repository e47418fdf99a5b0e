using System.Globalization;
using System.Text;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Pipeline.Publish.Exports;

/// <summary>Dated events as a calendar (RFC 5545). What was denied, retracted or rejected is cancelled, so that a calendar that had it takes it out.</summary>
internal static class Calendar
{
    /// <summary>Octets of a line, without its end (RFC 5545, 3.1).</summary>
    private const int LineMax = 75;

    /// <summary>An event that is known to lie within more days has no place in a calendar.</summary>
    private const int DaysMax = 31;

    /// <returns>How many events were written.</returns>
    public static int Write(ExportBasis basis, TextWriter output, List<string> left)
    {
        int rows = 0;
        foreach (string line in (string[])["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sitrep//Record//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]) Line(output, line);
        Property(output, "X-WR-CALNAME", FeedEntries.Title(basis));
        foreach (Event happening in basis.Whole.Events)
        {
            if (Hindrance(happening) is { } why)
            {
                left.Add($"{happening.Id} ({EventSection.Summary(happening)}): {why}");
                continue;
            }
            Write(basis, output, happening);
            rows++;
        }
        Line(output, "END:VCALENDAR");
        return rows;
    }

    private static string? Hindrance(Event happening)
    {
        if (happening.When is not { } when) return "no day";
        return when.Precision is TimePrecision.Year or TimePrecision.Month || when.End.DayNumber - when.Start.DayNumber >= DaysMax ? "not known to the day" : null;
    }

    private static void Write(ExportBasis basis, TextWriter output, Event happening)
    {
        Interval when = happening.When!;   // Hindrance looked
        DateOnly start = when.Precision == TimePrecision.Unknown ? when.End : when.Start;
        DateOnly[] known = basis.KnownOn(happening.Claims);
        bool cancelled = happening.IsRejected || happening.Status is Status.Denied or Status.Retracted;
        Line(output, "BEGIN:VEVENT");
        Line(output, $"UID:{happening.Id}@sitrep");
        Line(output, $"DTSTAMP:{Day(known[^1])}T000000Z");
        Line(output, $"DTSTART;VALUE=DATE:{Day(start)}");
        // The end of a whole day is the next one.
        Line(output, $"DTEND;VALUE=DATE:{Day(when.End.AddDays(1))}");
        // Each day that brought something on it is a version; taking it out is one more.
        Line(output, $"SEQUENCE:{ExportBasis.Digits(known.Length - 1 + (happening.IsRejected ? 1 : 0))}");
        Line(output, $"STATUS:{(cancelled ? "CANCELLED" : happening.Status == Status.Corroborated && !happening.Expected ? "CONFIRMED" : "TENTATIVE")}");
        Line(output, "TRANSP:TRANSPARENT");
        Property(output, "SUMMARY", EventSection.Summary(happening));
        string clause = basis.Confidence.Clause(happening.Claims, basis.Confidence.IsDenialTakenBack(happening));
        Property(output, "DESCRIPTION", $"{Confidence.Of(happening.Status, happening.Expected).Words}{(happening.IsRejected ? ", rejected by an analyst" : "")}{(clause.Length > 0 ? $"; {clause}" : "")}. {Confidence.Tellings(happening.Independent)}.");
        if (basis.Index.PlaceName(happening.Place) is { Length: > 0 } place) Property(output, "LOCATION", place);
        if (basis.Index.Place(happening.Place) is { Latitude: { } north, Longitude: { } east }) Line(output, string.Create(CultureInfo.InvariantCulture, $"GEO:{north:0.0000};{east:0.0000}"));
        Line(output, $"CATEGORIES:{Escape(Spelling.Spaced(happening.Type))}");
        if (basis.ReportsOf(happening.Claims).Select(report => report.Url).OfType<string>().FirstOrDefault(address => Uri.IsWellFormedUriString(address, UriKind.Absolute)) is { } link) Line(output, $"URL:{link}");
        Line(output, "END:VEVENT");
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static void Property(TextWriter output, string name, string text) => Line(output, $"{name}:{Escape(text)}");

    private static string Escape(string text) => Wording.Line(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal);

    // Long lines are folded between characters, never inside one.
    private static void Line(TextWriter output, string line)
    {
        int octets = 0;
        foreach (Rune rune in line.EnumerateRunes())
        {
            int size = rune.Utf8SequenceLength;
            if (octets + size > LineMax)
            {
                output.Write("\r\n ");
                octets = 1;
            }
            output.Write(rune.ToString());
            octets += size;
        }
        output.Write("\r\n");
    }
}
