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
    [InlineData(true, "XXX", "3")]
    [InlineData(false, null, null)]
    public void Civilians_killed_in_an_attack_of_nobody_named_are_one_sided_and_deaths_without_one_are_left_out(bool attacked, string? sideA, string? violence)
    {
        Event killing = Killing("e8"), attack = Killing("e9") with { Type = EventType.Strike, Roles = [] };
        SituationRecord record = With([killing, .. attacked ? [attack] : Array.Empty<Event>()]);
        Dictionary<string, string>? row = Ucdp(record).SingleOrDefault(row => row["relid"].EndsWith("-e8", StringComparison.Ordinal));
        Assert.Equal((sideA, violence, attacked ? "Civilians" : null, attacked ? "26" : null), (row?["side_a"], row?["type_of_violence"], row?["side_b"], row?["deaths_civilians"]));
    }

    [Fact]
    public void An_incident_is_one_row_by_the_side_that_one_of_its_events_names()
    {
        Event killing = Killing("e8"), attack = Killing("e9") with { Type = EventType.Strike, Roles = [new Role(RoleKind.Actor, "a9")] }, again = Killing("e10");
        SituationRecord record = With([killing, attack, again]);
        Dictionary<string, string> row = Assert.Single(Ucdp(record), row => row["best"] == "26");
        Assert.Equal(("Congolese army", "Civilians", "3"), (row["side_a"], row["side_b"], row["type_of_violence"]));
        Assert.Contains(Exported.Of(record, ExportFormat.UcdpCsv).Tally.LeftOut, left => left.Contains("its incident is counted in the row of", StringComparison.Ordinal));
    }

    [Fact]
    public void Country_numbers_lie_in_the_range_of_their_region()
    {
        // UCDP's codebook: 2-199 Americas, 200-399 Europe, 400-626 Africa, 630-698 Middle East, 700-990 Asia.
        string[][] rows = [.. File.ReadLines(Path.Combine(Repository.Root, "data", "country-codes.tsv")).Where(line => !line.StartsWith('#')).Skip(1).Select(line => line.Split('\t'))];
        string[][] states = [.. rows.Where(row => row[3].Length > 0)];
        Assert.True(states.Length > 190);
        Assert.Equal(states.Length, states.Select(row => row[3]).Distinct().Count());
        Assert.All(states, row => Assert.Equal(int.Parse(row[3], CultureInfo.InvariantCulture) switch { < 200 => "Americas", < 400 => "Europe", < 630 => "Africa", < 700 => "Middle East", _ => "Asia" }, row[5]));
    }

    private static Event Killing(string id) => Exported.Rich.Events.Single(happening => happening.Id == "e7") with
    {
        Id = id,
        Type = EventType.Killing,
        Incident = "e8",
        Status = Status.SingleSource,
        Roles = [new Role(RoleKind.Target, "a20")],
    };

    private static SituationRecord With(Event[] events) => Exported.Rich with
    {
        Actors = Exported.Rich.Actors.Add(new Actor("a20", "civilians", ActorKind.Population, [], null, null, null)),
        Events = Exported.Rich.Events.AddRange(events),
        Figures = Exported.Rich.Figures.AddRange(events.Where(happening => happening.Type == EventType.Killing).Select(happening => Exported.Rich.Figures.Single(figure => figure.Id == "f7") with { Id = $"f-{happening.Id}", Event = happening.Id, Subject = "a20", Low = 26, Best = 26, High = 26 })),
    };

    private static List<Dictionary<string, string>> Ucdp(SituationRecord record) => ExportChecks.Ucdp(record);

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
