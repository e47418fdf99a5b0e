using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Publish.Exports;

namespace Sitrep.Tests.Pipeline.Publish.Exports;

public sealed class WebExportTests
{
    private static readonly XNamespace Tombstones = "http://purl.org/atompub/tombstones/1.0";

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
        JsonElement fight = ExportChecks.GeoJson(Exported.Rich).Single(feature => feature.GetProperty("id").GetString() == "e7");
        Assert.Equal([29.2228, -1.6792], fight.GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(number => number.GetDouble()));
        Assert.Equal("2025-01-24", fight.GetProperty("properties").GetProperty("when").GetProperty("start").GetString());
    }

    [Fact]
    public void Annotations_find_their_words_by_quotation_and_by_position() => ExportChecks.Annotations(Exported.Rich);

    [Fact]
    public void A_line_of_plover_has_what_the_manual_requires() => ExportChecks.Plover(Exported.Rich);

    [Fact]
    public void A_json_feed_keeps_version_1_1_and_its_ids_and_names_what_was_taken_back() => Assert.Contains(
        ExportChecks.JsonFeed(Rejected).GetProperty("_sitrep").GetProperty("deleted").EnumerateArray(), gone => gone.GetProperty("ref").GetString() == "urn:sitrep:e7" && gone.GetProperty("when").GetString() == "2025-02-03T00:00:00Z");

    [Fact]
    public void An_atom_feed_has_what_the_standard_requires_and_tombstones()
    {
        XElement gone = Assert.Single(ExportChecks.AtomFeed(Rejected).Elements(Tombstones + "deleted-entry"), one => one.Attribute("ref")?.Value == "urn:sitrep:e7");
        Assert.Equal("2025-02-03T00:00:00Z", gone.Attribute("when")?.Value);
    }

    [Fact]
    public void What_an_earlier_record_told_under_an_id_that_is_gone_is_deleted()
    {
        SituationRecord later = Exported.Rich with { Events = [.. Exported.Rich.Events.Where(happening => happening.Id != "e4")] };
        Assert.Contains("urn:sitrep:e4", Exported.Of(later, ExportFormat.Atom, Exported.Rich).Text);
    }

    [Fact]
    public void A_calendar_keeps_the_rules_of_its_lines_and_cancels_what_was_taken_back()
    {
        string[] Fight(SituationRecord record) => ExportChecks.Calendar(record).Single(one => ExportChecks.Value(one, "UID:") == "e7@sitrep");
        Assert.Equal("CANCELLED", ExportChecks.Value(Fight(Rejected), "STATUS:"));
        Assert.True(int.Parse(ExportChecks.Value(Fight(Rejected), "SEQUENCE:"), CultureInfo.InvariantCulture) > int.Parse(ExportChecks.Value(Fight(Exported.Rich), "SEQUENCE:"), CultureInfo.InvariantCulture));
    }
}
