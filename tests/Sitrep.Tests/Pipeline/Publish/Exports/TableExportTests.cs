using System.Text.RegularExpressions;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Publish.Exports;

namespace Sitrep.Tests.Pipeline.Publish.Exports;

public sealed class TableExportTests
{
    [Fact]
    public void Acled_rows_keep_the_codebook()
    {
        List<Dictionary<string, string>> rows = ExportChecks.Acled(Exported.Rich);
        Assert.True(rows.Count >= 3);
        Assert.All(rows, row => Assert.Equal(("180", "Middle Africa", "Democratic Republic of the Congo"), (row["iso"], row["region"], row["country"])));
        Assert.All(rows, row => Assert.NotEqual("", row["source"]));
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
        List<Dictionary<string, string>> rows = ExportChecks.Ucdp(Exported.Rich);
        Assert.All(rows, row => Assert.Equal(("490", "Africa"), (row["country_id"], row["region"])));
        Assert.All(rows, row => Assert.NotEqual("", row["source_original"]));
        Dictionary<string, string> fight = rows.Single(row => row["relid"].EndsWith("-e7", StringComparison.Ordinal));
        Assert.Equal(("Congolese army", "March 23 Movement", "1", "11", "7", "11", "11"), (fight["side_a"], fight["side_b"], fight["type_of_violence"], fight["best"], fight["low"], fight["high"], fight["deaths_a"]));
        Assert.Equal("127139", fight["priogrid_gid"]);
    }

    [Theory]
    [InlineData(ExportFormat.HxlCsv)]
    [InlineData(ExportFormat.HxlFiguresCsv)]
    public void Hxl_tables_pass_the_checks_of_its_validator(ExportFormat format) => ExportChecks.Hxl(Exported.Rich, format);

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
