using System.Text;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Publish.Exports;

namespace Sitrep.Tests.Pipeline.Publish.Exports;

/// <summary>The rich record in the forms of the field, and the little that is needed to read these back.</summary>
internal static class Exported
{
    private static readonly RecordExports Writer = RecordExports.Load(DataFolder.At(Path.Combine(Repository.Root, "data")));

    /// <summary>The rich record with a fight of three days and its dead, and parties for every event that ACLED or UCDP could hold.</summary>
    public static SituationRecord Rich { get; } = WithFight(TestRecord.Rich);

    public static (string Text, ExportTally Tally) Of(SituationRecord record, ExportFormat format, SituationRecord? before = null)
    {
        using var output = new MemoryStream();
        ExportTally tally = Writer.Write(record, format, output, before);
        return (Encoding.UTF8.GetString(output.ToArray()), tally);
    }

    /// <summary>Rows as heading → cell (RFC 4180).</summary>
    public static List<Dictionary<string, string>> Csv(string text, out List<string[]> all)
    {
        all = [];
        var row = new List<string>();
        var cell = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') { cell.Append('"'); i++; }
            else if (c == '"') quoted = !quoted;
            else if (!quoted && c == ',') { row.Add(cell.ToString()); cell.Clear(); }
            else if (!quoted && c == '\r') continue;
            else if (!quoted && c == '\n') { row.Add(cell.ToString()); cell.Clear(); all.Add([.. row]); row.Clear(); }
            else cell.Append(c);
        }
        Assert.False(quoted, "A quotation mark is left open.");
        Assert.Empty(row);
        string[] head = all[0];
        Assert.All(all, cells => Assert.Equal(head.Length, cells.Length));
        return [.. all.Skip(1).Select(cells => head.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))];
    }

    private static SituationRecord WithFight(SituationRecord record)
    {
        LedgerClaim[] days = [.. record.Claims.Where(claim => claim.Claim.Id is "c1" or "c8").Select((claim, i) => claim with
        {
            Claim = claim.Claim with { Id = $"c2{i}" },
            About = "e7",
            When = Interval.Day(TestReports.Day("2025-01-24").AddDays(2 * i)),
        })];
        var fight = new Event(
            "e7", EventType.Clash, new EventCodes(["Battles", "Armed clash"], ["ASSAULT"], "190"), "p1", new Interval(TestReports.Day("2025-01-24"), TestReports.Day("2025-01-26"), TimePrecision.Days),
            [new Role(RoleKind.Actor, "a1"), new Role(RoleKind.Target, "a9")], null, Status.Corroborated, new Independence(2, 2, 2, 2), false, "M23 and the army fight in Goma", [], [], [.. days.Select(claim => claim.Claim.Id)]);
        var dead = new Figure("f7", Measure.Killed, "a9", 9, 11, 11, Qualifier.About, false, "p1", fight.When, "e7", Status.SingleSource, new Independence(1, 1, 1, 1), null, [days[0].Claim.Id]);
        var more = dead with { Id = "f8", Low = 7, Best = 7, High = 7, Qualifier = Qualifier.Exact, Status = Status.Contested, Claims = [days[1].Claim.Id] };
        return record with { Events = record.Events.Add(fight), Figures = record.Figures.AddRange(dead, more), Claims = record.Claims.AddRange(days) };
    }
}
