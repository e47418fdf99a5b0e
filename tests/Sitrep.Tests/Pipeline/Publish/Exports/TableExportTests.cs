using System.Globalization;
using System.Text.RegularExpressions;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Publish.Exports;

namespace Sitrep.Tests.Pipeline.Publish.Exports;

public sealed class TableExportTests
{
    [Fact]
    public void Acled_rows_keep_the_codebook()
    {
        (string text, ExportTally tally) = Exported.Of(Exported.Rich, ExportFormat.AcledCsv);
        List<Dictionary<string, string>> rows = Exported.Csv(text, out List<string[]> all);
        Assert.Equal(AcledCsv.Columns, all[0]);
        Assert.Equal(31, all[0].Length);
        Assert.Equal(tally.Rows, rows.Count);
        Assert.True(rows.Count >= 3);
        Assert.Equal(rows.Count, rows.Select(row => row["event_id_cnty"]).Distinct(StringComparer.Ordinal).Count());
        Assert.All(rows, row =>
        {
            Assert.Matches("^[A-Z]{3}[0-9]+$|^[A-Z]{3}e7$|^[A-Z]{3}e[0-9]$", row["event_id_cnty"]);
            DateOnly day = DateOnly.ParseExact(row["event_date"], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            Assert.Equal(day.Year.ToString(CultureInfo.InvariantCulture), row["year"]);
            Assert.Contains(row["time_precision"], (string[])["1", "2", "3"]);
            Assert.Contains(row["geo_precision"], (string[])["1", "2", "3"]);
            Assert.Contains(row["sub_event_type"], AcledCodes.Types[row["event_type"]]);
            Assert.Equal(AcledCodes.Disorder(row["event_type"], row["sub_event_type"]), row["disorder_type"]);
            foreach (string inter in (string[])["inter1", "inter2"]) if (row[inter].Length > 0) Assert.Contains(row[inter], AcledCodes.Interactions);
            Assert.Equal(AcledCodes.Pair(row["inter1"], row["inter2"]), row["interaction"]);
            Assert.Matches(@"^-?\d+\.\d{4}$", row["latitude"]);
            Assert.Equal(("180", "Middle Africa", "Democratic Republic of the Congo"), (row["iso"], row["region"], row["country"]));
            Assert.True(int.Parse(row["fatalities"], CultureInfo.InvariantCulture) >= 0);
            Assert.True(long.Parse(row["timestamp"], CultureInfo.InvariantCulture) > 1_700_000_000);
            Assert.NotEqual("", row["source"]);
        });
    }

    [Fact]
    public void A_fight_is_a_row_for_each_day_told_and_its_lowest_dead_are_divided_the_rest_to_the_first()
    {
        Dictionary<string, string>[] fight = Acled("e7");
        Assert.Equal(["2025-01-24", "2025-01-26"], fight.Select(row => row["event_date"]));
        Assert.Equal(["4", "3"], fight.Select(row => row["fatalities"]));
        Assert.Equal(("March 23 Movement", "Rebel group", "Congolese army", "State forces", "State forces-Rebel group"), (fight[0]["actor1"], fight[0]["inter1"], fight[0]["actor2"], fight[0]["inter2"], fight[0]["interaction"]));
    }

    [Fact]
    public void A_taking_that_is_denied_is_coded_as_the_fight_for_it() => Assert.Equal(("Armed clash", true), (Acled("e1")[0]["sub_event_type"], Acled("e1")[0]["tags"].Contains("contested", StringComparison.Ordinal)));

    [Theory]
    [InlineData("2025-01-27", null, "Armed clash", "lost-within-a-day")]
    [InlineData("2025-02-10", null, "Non-state actor overtakes territory", null)]
    [InlineData(null, "2025-01-27", "Armed clash", "provisional")]
    public void A_place_is_taken_when_it_was_held_for_more_than_a_day(string? lost, string? until, string subType, string? tag)
    {
        DateOnly taken = TestReports.Day("2025-01-27"), last = TestReports.Day(lost ?? until!);   // one of the two is given
        ControlSpan own = new(taken, last, ControlState.Held, "a1", ["e1"], last);
        ControlSpan[] spans = lost is null ? [own] : [own, new(last.AddDays(1), last.AddDays(20), ControlState.Held, "a9", ["e1"], last)];
        SituationRecord record = TestRecord.Rich with
        {
            Control = [new Control("p1", [.. spans])],
            Events = [.. TestRecord.Rich.Events.Select(happening => happening.Id == "e1" ? happening with { Status = Status.Corroborated } : happening)],
        };
        Dictionary<string, string> row = Exported.Csv(Exported.Of(record, ExportFormat.AcledCsv).Text, out _).First(row => row["tags"].Contains("sitrep-event=e1;", StringComparison.Ordinal));
        Assert.Equal(subType, row["sub_event_type"]);
        if (tag is not null) Assert.Contains(tag, row["tags"]);
    }

    [Fact]
    public void What_acled_cannot_hold_is_named_with_its_reason()
    {
        ExportTally tally = Exported.Of(Exported.Rich, ExportFormat.AcledCsv).Tally;
        Assert.Contains(tally.LeftOut, left => left.StartsWith("e2 ", StringComparison.Ordinal) && left.Contains("only expected", StringComparison.Ordinal));
        Assert.Contains(tally.LeftOut, left => left.StartsWith("e5 ", StringComparison.Ordinal) && left.Contains("year", StringComparison.Ordinal));
        Assert.Equal(Exported.Rich.Events.Length, tally.LeftOut.Length + Exported.Csv(Exported.Of(Exported.Rich, ExportFormat.AcledCsv).Text, out _).Select(row => row["tags"].Split(';')[0]).Distinct().Count());
    }

    [Fact]
    public void Ucdp_rows_keep_the_codebook()
    {
        List<Dictionary<string, string>> rows = Exported.Csv(Exported.Of(Exported.Rich, ExportFormat.UcdpCsv).Text, out List<string[]> all);
        Assert.Equal(UcdpCsv.Columns, all[0]);
        Assert.Equal(47, all[0].Length);
        Assert.NotEmpty(rows);
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
            Assert.Equal(("490", "Africa"), (row["country_id"], row["region"]));
            Assert.NotEqual("", row["source_original"]);
        });
        Dictionary<string, string> fight = rows.Single(row => row["relid"].EndsWith("-e7", StringComparison.Ordinal));
        Assert.Equal(("Congolese army", "March 23 Movement", "1", "11", "7", "11", "11"), (fight["side_a"], fight["side_b"], fight["type_of_violence"], fight["best"], fight["low"], fight["high"], fight["deaths_a"]));
        Assert.Equal("127139", fight["priogrid_gid"]);
    }

    [Theory]
    [InlineData(ExportFormat.HxlCsv)]
    [InlineData(ExportFormat.HxlFiguresCsv)]
    public void Hxl_tables_pass_the_checks_of_its_validator(ExportFormat format)
    {
        Exported.Csv(Exported.Of(Exported.Rich, format).Text, out List<string[]> all);
        string[] tags = all[1];
        Assert.All(tags, tag => Assert.Matches("^#[a-z][a-z0-9_]*(\\+[a-z][a-z0-9_]*)*$", tag));
        Assert.Equal(tags.Length, tags.Distinct(StringComparer.Ordinal).Count());
        Assert.True(all.Count > 4);
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

    [Fact]
    public void A_cell_that_a_spreadsheet_would_run_is_made_text()
    {
        SituationRecord record = Exported.Rich with { Actors = [.. Exported.Rich.Actors.Select(actor => actor.Id == "a1" ? actor with { Name = "=HYPERLINK(\"http://a.example\",\"x\")" } : actor)] };
        Dictionary<string, string> row = Exported.Csv(Exported.Of(record, ExportFormat.AcledCsv).Text, out _)[0];
        Assert.StartsWith("'=", row["actor1"]);
    }

    [Fact]
    public void Every_column_is_documented()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "exports.md"));
        Assert.All(AcledCsv.Columns.Concat(UcdpCsv.Columns), column => Assert.Matches($"`{Regex.Escape(column)}`", page));
        Assert.All(RecordExports.All, known => Assert.Contains($"`{known.Name}`", page));
    }

    private static Dictionary<string, string>[] Acled(string id) =>
        [.. Exported.Csv(Exported.Of(Exported.Rich, ExportFormat.AcledCsv).Text, out _).Where(row => row["tags"].StartsWith($"sitrep-event={id};", StringComparison.Ordinal))];
}
