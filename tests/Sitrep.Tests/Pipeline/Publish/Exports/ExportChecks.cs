using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Ingest;
using Sitrep.Pipeline.Publish.Exports;

namespace Sitrep.Tests.Pipeline.Publish.Exports;

/// <summary>What the standards and codebooks of the field ask of each form, held against the export of any record.</summary>
internal static class ExportChecks
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom", Tombstones = "http://purl.org/atompub/tombstones/1.0";

    public static void All(SituationRecord record)
    {
        Acled(record);
        Ucdp(record);
        Plover(record);
        Hxl(record, ExportFormat.HxlCsv);
        Hxl(record, ExportFormat.HxlFiguresCsv);
        GeoJson(record);
        Annotations(record);
        JsonFeed(record);
        AtomFeed(record);
        Calendar(record);
    }

    public static List<Dictionary<string, string>> Acled(SituationRecord record)
    {
        (string text, ExportTally tally) = Exported.Of(record, ExportFormat.AcledCsv);
        List<Dictionary<string, string>> rows = Exported.Csv(text, out List<string[]> all);
        Assert.Equal(AcledCsv.Columns, all[0]);
        Assert.Equal(31, all[0].Length);
        Assert.Equal(tally.Rows, rows.Count);
        Assert.Equal(rows.Count, rows.Select(row => row["event_id_cnty"]).Distinct(StringComparer.Ordinal).Count());
        Assert.All(rows, row =>
        {
            Assert.Matches("^[A-Z]{3}e?[0-9]+$", row["event_id_cnty"]);
            DateOnly day = DateOnly.ParseExact(row["event_date"], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            Assert.Equal(day.Year.ToString(CultureInfo.InvariantCulture), row["year"]);
            Assert.Contains(row["time_precision"], (string[])["1", "2", "3"]);
            Assert.Contains(row["geo_precision"], (string[])["1", "2", "3"]);
            Assert.Contains(row["sub_event_type"], AcledCodes.Types[row["event_type"]]);
            Assert.Equal(AcledCodes.Disorder(row["event_type"], row["sub_event_type"]), row["disorder_type"]);
            foreach (string inter in (string[])["inter1", "inter2"]) if (row[inter].Length > 0) Assert.Contains(row[inter], AcledCodes.Interactions);
            Assert.Equal(AcledCodes.Pair(row["inter1"], row["inter2"]), row["interaction"]);
            if (row["event_type"] == AcledCodes.Battles) Assert.True(row["actor1"].Length > 0 && row["actor2"].Length > 0, "A battle has two sides.");
            if (row["civilian_targeting"].Length > 0) Assert.Equal("Civilians", row["inter2"]);
            Assert.Matches(@"^-?\d+\.\d{4}$", row["latitude"]);
            Assert.Matches(@"^-?\d+\.\d{4}$", row["longitude"]);
            Assert.Matches("^[0-9]*$", row["iso"]);
            Assert.NotEqual("", row["country"]);
            Assert.True(int.Parse(row["fatalities"], CultureInfo.InvariantCulture) >= 0);
            Assert.True(long.TryParse(row["timestamp"], CultureInfo.InvariantCulture, out _));
        });
        return rows;
    }

    public static List<Dictionary<string, string>> Ucdp(SituationRecord record)
    {
        List<Dictionary<string, string>> rows = Exported.Csv(Exported.Of(record, ExportFormat.UcdpCsv).Text, out List<string[]> all);
        Assert.Equal(UcdpCsv.Columns, all[0]);
        Assert.Equal(47, all[0].Length);
        Assert.All(rows, row =>
        {
            long Number(string column) => long.Parse(row[column], CultureInfo.InvariantCulture);
            Assert.InRange(Number("type_of_violence"), 1, 3);
            Assert.InRange(Number("where_prec"), 1, 7);
            Assert.InRange(Number("date_prec"), 1, 5);
            Assert.InRange(Number("event_clarity"), 1, 2);
            Assert.InRange(Number("best"), Number("low"), Number("high"));
            Assert.True(Number("high") > 0);
            Assert.Equal(Number("best"), Number("deaths_a") + Number("deaths_b") + Number("deaths_civilians") + Number("deaths_unknown"));
            Assert.True(string.CompareOrdinal(row["date_start"], row["date_end"]) <= 0);
            Assert.Equal($"{row["side_a"]} - {row["side_b"]}", row["dyad_name"]);
            Assert.InRange(Number("priogrid_gid"), 1, 259_200);
        });
        return rows;
    }

    public static void Hxl(SituationRecord record, ExportFormat format)
    {
        Exported.Csv(Exported.Of(record, format).Text, out List<string[]> all);
        string[] tags = all[1];
        Assert.All(tags, tag => Assert.Matches("^#[a-z][a-z0-9_]*(\\+[a-z][a-z0-9_]*)*$", tag));
        Assert.Equal(tags.Length, tags.Distinct(StringComparer.Ordinal).Count());
        foreach (string[] row in all.Skip(2))
        {
            for (int i = 0; i < tags.Length; i++)
            {
                Assert.Equal(row[i].Trim(), row[i]);
                if (row[i].Length == 0) continue;
                if (tags[i].StartsWith("#date", StringComparison.Ordinal) && !tags[i].EndsWith("+precision", StringComparison.Ordinal)) Assert.True(DateOnly.TryParseExact(row[i], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), $"{tags[i]}: {row[i]}");
                if (tags[i].StartsWith("#affected", StringComparison.Ordinal) || tags[i].Contains("+num", StringComparison.Ordinal)) Assert.True(long.TryParse(row[i], CultureInfo.InvariantCulture, out _), $"{tags[i]}: {row[i]}");
            }
        }
    }

    public static JsonElement[] GeoJson(SituationRecord record)
    {
        (string text, ExportTally tally) = Exported.Of(record, ExportFormat.GeoJson);
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
        return features;
    }

    public static void Annotations(SituationRecord record)
    {
        JsonElement root = JsonDocument.Parse(Exported.Of(record, ExportFormat.Annotations).Text).RootElement;
        Assert.Equal("http://www.w3.org/ns/anno.jsonld", root.GetProperty("@context").GetString());
        int seen = 0;
        foreach (JsonElement annotation in root.GetProperty("items").EnumerateArray())
        {
            Assert.Equal("Annotation", annotation.GetProperty("type").GetString());
            string claim = annotation.GetProperty("id").GetString()!.Split(':')[^1];   // written by us
            Report report = record.Reports.First(report => report.Id == record.Claims.First(one => one.Claim.Id == claim).Claim.ReportId);
            JsonElement[] selectors = [.. annotation.GetProperty("target").GetProperty("selector").EnumerateArray()];
            Assert.Equal(["TextQuoteSelector", "TextPositionSelector"], selectors.Select(selector => selector.GetProperty("type").GetString()));
            string exact = selectors[0].GetProperty("exact").GetString()!, prefix = selectors[0].GetProperty("prefix").GetString()!, suffix = selectors[0].GetProperty("suffix").GetString()!;   // the standard's names
            Assert.Contains($"{prefix}{exact}{suffix}", report.Text);
            Rune[] points = [.. report.Text.EnumerateRunes()];
            Assert.Equal(exact, string.Concat(points[selectors[1].GetProperty("start").GetInt32()..selectors[1].GetProperty("end").GetInt32()].Select(point => point.ToString())));
            seen++;
        }
        Assert.Equal(record.Claims.Count(claim => !claim.IsRejected), seen);
    }

    public static void Plover(SituationRecord record)
    {
        (string text, ExportTally tally) = Exported.Of(record, ExportFormat.PloverJsonl);
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(tally.Rows, lines.Length);
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

    public static JsonElement JsonFeed(SituationRecord record)
    {
        (string text, ExportTally tally) = Exported.Of(record, ExportFormat.JsonFeed);
        JsonElement feed = JsonDocument.Parse(text).RootElement;
        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        JsonElement[] items = [.. feed.GetProperty("items").EnumerateArray()];
        Assert.Equal(items.Length, items.Select(item => item.GetProperty("id").GetString()).Distinct().Count());
        Assert.All(items, item =>
        {
            Assert.StartsWith("urn:sitrep:", item.GetProperty("id").GetString());
            Assert.NotEqual("", item.GetProperty("content_text").GetString());
            Assert.True(DateTimeOffset.TryParse(item.GetProperty("date_published").GetString(), CultureInfo.InvariantCulture, out _));
        });
        ReadBack("feed.json", text, tally);
        return feed;
    }

    public static XElement AtomFeed(SituationRecord record)
    {
        (string text, ExportTally tally) = Exported.Of(record, ExportFormat.Atom);
        XElement feed = XDocument.Parse(text).Root!;   // a document has a root
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.All((string[])["id", "title", "updated"], name => Assert.Single(feed.Elements(Atom + name)));
        Assert.Single(feed.Elements(Atom + "author"));
        XElement[] entries = [.. feed.Elements(Atom + "entry")];
        Assert.All(entries, entry => Assert.All((string[])["id", "title", "updated", "content"], name => Assert.Single(entry.Elements(Atom + name))));
        string[] ids = [.. entries.Select(entry => entry.Element(Atom + "id")!.Value)];   // one each: asserted above
        Assert.Equal(entries.Length, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(feed.Elements(Tombstones + "deleted-entry"), gone =>
        {
            Assert.DoesNotContain(gone.Attribute("ref")?.Value, ids);
            Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}T00:00:00Z$", gone.Attribute("when")?.Value);
        });
        ReadBack("feed.xml", text, tally);
        return feed;
    }

    /// <summary>The events of a calendar, each as its unfolded lines.</summary>
    public static string[][] Calendar(SituationRecord record)
    {
        (string text, ExportTally tally) = Exported.Of(record, ExportFormat.Ics);
        string[] raw = text.Split("\r\n");
        Assert.Equal("", raw[^1]);
        Assert.All(raw, line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75 && !line.Contains('\n'), line));
        string[] lines = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(("BEGIN:VCALENDAR", "VERSION:2.0", "END:VCALENDAR"), (lines[0], lines[1], lines[^1]));
        var events = new List<string[]>();
        for (int at = Array.IndexOf(lines, "BEGIN:VEVENT"); at >= 0; at = Array.IndexOf(lines, "BEGIN:VEVENT", at + 1)) events.Add(lines[(at + 1)..Array.IndexOf(lines, "END:VEVENT", at)]);
        Assert.Equal(tally.Rows, events.Count);
        Assert.All(events, one =>
        {
            Assert.All((string[])["UID:", "DTSTAMP:", "DTSTART;VALUE=DATE:", "DTEND;VALUE=DATE:", "SEQUENCE:", "STATUS:", "SUMMARY:"], name => Assert.Single(one, line => line.StartsWith(name, StringComparison.Ordinal)));
            Assert.Contains(Value(one, "STATUS:"), (string[])["CONFIRMED", "TENTATIVE", "CANCELLED"]);
            Assert.True(string.CompareOrdinal(Value(one, "DTSTART;VALUE=DATE:"), Value(one, "DTEND;VALUE=DATE:")) < 0);
            Assert.Matches("^[0-9]{8}T[0-9]{6}Z$", Value(one, "DTSTAMP:"));
        });
        return [.. events];
    }

    public static string Value(string[] lines, string name) => lines.Single(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..];

    // The first stage reads feeds, so it can read ours.
    private static void ReadBack(string name, string text, ExportTally tally)
    {
        if (tally.Rows == 0) return;
        Ingested[] read = [.. new InputReader(null).Read(name, Encoding.UTF8.GetBytes(text), Origin.Unknown)];
        Assert.Equal(tally.Rows, read.Count(one => one.Report is not null));
    }
}
