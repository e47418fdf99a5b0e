using System.Collections.Immutable;
using System.Text;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Publish.Exports;

/// <summary>Forms that other programs of the field read.</summary>
public enum ExportFormat
{
    /// <summary>Events in the columns of ACLED.</summary>
    AcledCsv,
    /// <summary>Events with deaths in the columns of UCDP GED.</summary>
    UcdpCsv,
    /// <summary>Events after PLOVER, one JSON object a line.</summary>
    PloverJsonl,
    /// <summary>Events as CSV with HXL hashtags.</summary>
    HxlCsv,
    /// <summary>Figures as CSV with HXL hashtags.</summary>
    HxlFiguresCsv,
    /// <summary>Events and control as GeoJSON (RFC 7946).</summary>
    GeoJson,
    /// <summary>Claims as W3C Web Annotations.</summary>
    Annotations,
    /// <summary>What is told and what was taken back, as JSON Feed 1.1.</summary>
    JsonFeed,
    /// <summary>The same as Atom (RFC 4287), with tombstones (RFC 6721).</summary>
    Atom,
    /// <summary>Dated events as a calendar (RFC 5545).</summary>
    Ics,
}

/// <summary>What an export came to.</summary>
/// <param name="Rows">Rows, features, entries or annotations written.</param>
/// <param name="LeftOut">What the form cannot hold, each with its id and why.</param>
public sealed record ExportTally(int Rows, ImmutableArray<string> LeftOut);

/// <summary>Record → the forms of the field. Pure views; the same record gives the same bytes (UTF-8, no byte order mark).</summary>
public sealed class RecordExports
{
    /// <summary>Every form by the name it is asked for, with the file name and the media type it goes by.</summary>
    public static readonly ImmutableArray<(ExportFormat Format, string Name, string File, string MediaType)> All =
    [
        (ExportFormat.AcledCsv, "acled-csv", "acled.csv", "text/csv; charset=utf-8"),
        (ExportFormat.UcdpCsv, "ucdp-csv", "ucdp-ged.csv", "text/csv; charset=utf-8"),
        (ExportFormat.PloverJsonl, "plover-jsonl", "plover.jsonl", "application/jsonl"),
        (ExportFormat.HxlCsv, "hxl-csv", "events.hxl.csv", "text/csv; charset=utf-8"),
        (ExportFormat.HxlFiguresCsv, "hxl-figures-csv", "figures.hxl.csv", "text/csv; charset=utf-8"),
        (ExportFormat.GeoJson, "geojson", "record.geojson", "application/geo+json"),
        (ExportFormat.Annotations, "annotations", "annotations.jsonld", "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\""),
        (ExportFormat.JsonFeed, "json-feed", "feed.json", "application/feed+json"),
        (ExportFormat.Atom, "atom", "feed.atom", "application/atom+xml"),
        (ExportFormat.Ics, "ics", "events.ics", "text/calendar; charset=utf-8"),
    ];

    private readonly CountryCodes _countries;

    private RecordExports(CountryCodes countries) => _countries = countries;

    /// <exception cref="IOException">A word list is missing.</exception>
    public static RecordExports Load(DataFolder data) => new(CountryCodes.Load(data));

    /// <param name="before">For feeds: what was published before; what it held and the record does not is told as deleted. Null: nothing was.</param>
    public ExportTally Write(SituationRecord record, ExportFormat format, Stream output, SituationRecord? before = null)
    {
        var left = new List<string>();
        var basis = new ExportBasis(record, _countries);
        int rows = format switch
        {
            ExportFormat.AcledCsv => Text(output, text => AcledCsv.Write(basis, text, left)),
            ExportFormat.UcdpCsv => Text(output, text => UcdpCsv.Write(basis, text, left)),
            ExportFormat.PloverJsonl => PloverJsonl.Write(basis, output, left),
            ExportFormat.HxlCsv => Text(output, text => HxlCsv.WriteEvents(basis, text)),
            ExportFormat.HxlFiguresCsv => Text(output, text => HxlCsv.WriteFigures(basis, text)),
            ExportFormat.GeoJson => GeoJson.Write(basis, output),
            ExportFormat.Annotations => Annotations.Write(basis, output),
            ExportFormat.JsonFeed => JsonFeed.Write(basis, before, output),
            ExportFormat.Atom => AtomFeed.Write(basis, before, output),
            ExportFormat.Ics => Text(output, text => Calendar.Write(basis, text, left)),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Not a form Sitrep exports."),
        };
        return new ExportTally(rows, [.. left]);
    }

    private static int Text(Stream output, Func<TextWriter, int> write)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        return write(text);
    }
}
