using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Ingest;
using Sitrep.Pipeline.Publish.Exports;

namespace Sitrep.Tests.Pipeline.Publish.Exports;

public sealed class WebExportTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom", Tombstones = "http://purl.org/atompub/tombstones/1.0";

    private static readonly SituationRecord Rejected = Exported.Rich with
    {
        Events = [.. Exported.Rich.Events.Select(happening => happening.Id == "e7" ? happening with { IsRejected = true, RejectedClaims = happening.Claims } : happening)],
        Claims = [.. Exported.Rich.Claims.Select(claim => claim.About == "e7" ? claim with { IsRejected = true } : claim)],
        Rulings = [new AppliedRuling(new Ruling(1, new DateTimeOffset(2025, 2, 3, 4, 5, 6, TimeSpan.Zero), "ana", RulingVerb.Reject, "e7", "another town"), null, "e7")],
    };

    [Theory]
    [InlineData(ExportFormat.AcledCsv)]
    [InlineData(ExportFormat.UcdpCsv)]
    [InlineData(ExportFormat.PloverJsonl)]
    [InlineData(ExportFormat.HxlCsv)]
    [InlineData(ExportFormat.HxlFiguresCsv)]
    [InlineData(ExportFormat.GeoJson)]
    [InlineData(ExportFormat.Annotations)]
    [InlineData(ExportFormat.JsonFeed)]
    [InlineData(ExportFormat.Atom)]
    [InlineData(ExportFormat.Ics)]
    public void The_same_record_gives_the_same_bytes_in_any_culture_and_what_is_rejected_is_in_none(ExportFormat format)
    {
        string here = Exported.Of(Exported.Rich, format).Text;
        CultureInfo own = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fa-IR");
            Assert.Equal(here, Exported.Of(Exported.Rich, format).Text);
        }
        finally
        {
            CultureInfo.CurrentCulture = own;
        }
        const string summary = "M23 and the army fight in Goma";
        if (format == ExportFormat.Ics) Assert.Contains("CANCELLED", Exported.Of(Rejected, format).Text);
        else Assert.DoesNotContain(summary, Exported.Of(Rejected, format).Text);
        // A table has its heading, a document its frame; lines of JSON have neither.
        Assert.Equal(format == ExportFormat.PloverJsonl, Exported.Of(new SituationRecord(null, [], [], [], [], [], [], [], [], [], [], []), format).Text.Length == 0);
    }

    [Fact]
    public void GeoJson_is_a_feature_collection_of_points_longitude_first()
    {
        (string text, ExportTally tally) = Exported.Of(Exported.Rich, ExportFormat.GeoJson);
        JsonElement root = JsonDocument.Parse(text).RootElement;
        Assert.Equal("FeatureCollection", root.GetProperty("type").GetString());
        Assert.False(root.TryGetProperty("crs", out _));
        JsonElement[] features = [.. root.GetProperty("features").EnumerateArray()];
        Assert.Equal(tally.Rows, features.Length);
        Assert.Equal(features.Length, features.Select(feature => feature.GetProperty("id").GetString()).Distinct().Count());
        Assert.All(features, feature =>
        {
            Assert.Equal("Feature", feature.GetProperty("type").GetString());
            Assert.Equal(JsonValueKind.Object, feature.GetProperty("properties").ValueKind);
            JsonElement geometry = feature.GetProperty("geometry");
            if (geometry.ValueKind == JsonValueKind.Null) return;
            Assert.Equal("Point", geometry.GetProperty("type").GetString());
            double[] at = [.. geometry.GetProperty("coordinates").EnumerateArray().Select(number => number.GetDouble())];
            Assert.InRange(at[0], -180, 180);
            Assert.InRange(at[1], -90, 90);
        });
        JsonElement fight = features.Single(feature => feature.GetProperty("id").GetString() == "e7");
        Assert.Equal([29.2228, -1.6792], fight.GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(number => number.GetDouble()));
        Assert.Equal("2025-01-24", fight.GetProperty("properties").GetProperty("when").GetProperty("start").GetString());
    }

    [Fact]
    public void Annotations_find_their_words_by_quotation_and_by_position()
    {
        JsonElement root = JsonDocument.Parse(Exported.Of(Exported.Rich, ExportFormat.Annotations).Text).RootElement;
        Assert.Equal("http://www.w3.org/ns/anno.jsonld", root.GetProperty("@context").GetString());
        int seen = 0;
        foreach (JsonElement annotation in root.GetProperty("items").EnumerateArray())
        {
            Assert.Equal("Annotation", annotation.GetProperty("type").GetString());
            string claim = annotation.GetProperty("id").GetString()!.Split(':')[^1];   // written by us
            Report report = Exported.Rich.Reports.Single(report => report.Id == Exported.Rich.Claims.Single(one => one.Claim.Id == claim).Claim.ReportId);
            JsonElement[] selectors = [.. annotation.GetProperty("target").GetProperty("selector").EnumerateArray()];
            Assert.Equal(["TextQuoteSelector", "TextPositionSelector"], selectors.Select(selector => selector.GetProperty("type").GetString()));
            string exact = selectors[0].GetProperty("exact").GetString()!, prefix = selectors[0].GetProperty("prefix").GetString()!, suffix = selectors[0].GetProperty("suffix").GetString()!;   // the standard's names
            Assert.Contains($"{prefix}{exact}{suffix}", report.Text);
            Rune[] points = [.. report.Text.EnumerateRunes()];
            Assert.Equal(exact, string.Concat(points[selectors[1].GetProperty("start").GetInt32()..selectors[1].GetProperty("end").GetInt32()].Select(point => point.ToString())));
            seen++;
        }
        Assert.Equal(Exported.Rich.Claims.Length, seen);
    }

    [Fact]
    public void A_line_of_plover_has_what_the_manual_requires()
    {
        (string text, ExportTally tally) = Exported.Of(Exported.Rich, ExportFormat.PloverJsonl);
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(tally.Rows, lines.Length);
        Assert.NotEmpty(lines);
        Assert.All(lines, line =>
        {
            JsonElement row = JsonDocument.Parse(line).RootElement;
            Assert.All((string[])["id", "date", "actor", "event", "quad_code"], key => Assert.True(row.TryGetProperty(key, out _), key));
            string type = row.GetProperty("event")[0].GetString()!;   // required
            Assert.Equal(PloverCodes.Quads[type], row.GetProperty("quad_code").GetString());
            if (row.TryGetProperty("mode", out JsonElement mode)) Assert.Contains(mode[0].GetString(), PloverCodes.Modes[type]);
            Assert.NotEqual(0, row.GetProperty("actor").GetArrayLength());
            Assert.Matches("^([A-Z]{3}|---)$", row.GetProperty("actor")[0].GetProperty("code").GetString());
        });
    }

    [Fact]
    public void A_json_feed_keeps_version_1_1_and_its_ids_and_names_what_was_taken_back()
    {
        JsonElement feed = JsonDocument.Parse(Exported.Of(Rejected, ExportFormat.JsonFeed).Text).RootElement;
        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        JsonElement[] items = [.. feed.GetProperty("items").EnumerateArray()];
        Assert.NotEmpty(items);
        Assert.All(items, item =>
        {
            Assert.StartsWith("urn:sitrep:", item.GetProperty("id").GetString());
            Assert.NotEqual("", item.GetProperty("content_text").GetString());
            Assert.True(DateTimeOffset.TryParse(item.GetProperty("date_published").GetString(), CultureInfo.InvariantCulture, out _));
        });
        Assert.Contains(feed.GetProperty("_sitrep").GetProperty("deleted").EnumerateArray(), gone => gone.GetProperty("ref").GetString() == "urn:sitrep:e7" && gone.GetProperty("when").GetString() == "2025-02-03T00:00:00Z");
    }

    [Fact]
    public void An_atom_feed_has_what_the_standard_requires_and_tombstones()
    {
        XElement feed = XDocument.Parse(Exported.Of(Rejected, ExportFormat.Atom).Text).Root!;   // a document has a root
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.All((string[])["id", "title", "updated"], name => Assert.Single(feed.Elements(Atom + name)));
        Assert.Single(feed.Elements(Atom + "author"));
        XElement[] entries = [.. feed.Elements(Atom + "entry")];
        Assert.NotEmpty(entries);
        Assert.All(entries, entry => Assert.All((string[])["id", "title", "updated", "content"], name => Assert.Single(entry.Elements(Atom + name))));
        Assert.Equal(entries.Length, entries.Select(entry => entry.Element(Atom + "id")!.Value).Distinct(StringComparer.Ordinal).Count());   // one each: asserted above
        XElement gone = Assert.Single(feed.Elements(Tombstones + "deleted-entry"), one => one.Attribute("ref")?.Value == "urn:sitrep:e7");
        Assert.Equal("2025-02-03T00:00:00Z", gone.Attribute("when")?.Value);
        Assert.DoesNotContain(entries, entry => entry.Element(Atom + "id")!.Value == "urn:sitrep:e7");
    }

    [Fact]
    public void What_an_earlier_record_told_under_an_id_that_is_gone_is_deleted()
    {
        SituationRecord later = Exported.Rich with { Events = [.. Exported.Rich.Events.Where(happening => happening.Id != "e4")] };
        Assert.Contains("urn:sitrep:e4", Exported.Of(later, ExportFormat.Atom, Exported.Rich).Text);
    }

    [Theory]
    [InlineData(ExportFormat.JsonFeed, "feed.json")]
    [InlineData(ExportFormat.Atom, "feed.xml")]
    public void A_feed_can_be_read_back_by_the_first_stage(ExportFormat format, string name)
    {
        (string text, ExportTally tally) = Exported.Of(Exported.Rich, format);
        Ingested[] read = [.. new InputReader(null).Read(name, Encoding.UTF8.GetBytes(text), Origin.Unknown)];
        Assert.Equal(tally.Rows, read.Count(one => one.Report is not null));
    }

    [Fact]
    public void A_calendar_keeps_the_rules_of_its_lines_and_cancels_what_was_taken_back()
    {
        string text = Exported.Of(Rejected, ExportFormat.Ics).Text;
        string[] raw = text.Split("\r\n");
        Assert.Equal("", raw[^1]);
        Assert.All(raw, line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75 && !line.Contains('\n'), line));
        string[] lines = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(("BEGIN:VCALENDAR", "VERSION:2.0", "END:VCALENDAR"), (lines[0], lines[1], lines[^1]));
        string[][] events = [.. Events(lines)];
        Assert.NotEmpty(events);
        Assert.All(events, one =>
        {
            Assert.All((string[])["UID:", "DTSTAMP:", "DTSTART;VALUE=DATE:", "DTEND;VALUE=DATE:", "SEQUENCE:", "STATUS:", "SUMMARY:"], name => Assert.Single(one, line => line.StartsWith(name, StringComparison.Ordinal)));
            Assert.Contains(Value(one, "STATUS:"), (string[])["CONFIRMED", "TENTATIVE", "CANCELLED"]);
            Assert.True(string.CompareOrdinal(Value(one, "DTSTART;VALUE=DATE:"), Value(one, "DTEND;VALUE=DATE:")) < 0);
            Assert.Matches("^[0-9]{8}T[0-9]{6}Z$", Value(one, "DTSTAMP:"));
        });
        string[] cancelled = events.Single(one => Value(one, "UID:") == "e7@sitrep"), before = Events(Exported.Of(Exported.Rich, ExportFormat.Ics).Text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n")).Single(one => Value(one, "UID:") == "e7@sitrep");
        Assert.Equal("CANCELLED", Value(cancelled, "STATUS:"));
        Assert.True(int.Parse(Value(cancelled, "SEQUENCE:"), CultureInfo.InvariantCulture) > int.Parse(Value(before, "SEQUENCE:"), CultureInfo.InvariantCulture));
    }

    private static IEnumerable<string[]> Events(string[] lines)
    {
        for (int at = Array.IndexOf(lines, "BEGIN:VEVENT"); at >= 0; at = Array.IndexOf(lines, "BEGIN:VEVENT", at + 1)) yield return lines[(at + 1)..Array.IndexOf(lines, "END:VEVENT", at)];
    }

    private static string Value(string[] lines, string name) => lines.Single(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..];
}
