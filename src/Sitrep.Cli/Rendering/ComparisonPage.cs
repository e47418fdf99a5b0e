using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Corroborate.Comparing;
using Sitrep.Pipeline.Extract.Details;

namespace Sitrep.Cli.Rendering;

/// <summary>Two tellings side by side, for a terminal or a pipe.</summary>
internal sealed class ComparisonPage(SituationRecord record, Terminal terminal)
{
    /// <summary>Details of one kind that are shown of one report; a long report names many places.</summary>
    private const int DetailsMax = 8;

    private readonly ClaimText _text = new(new RecordIndex(record), terminal);

    /// <param name="incident">Whether they tell of one incident.</param>
    public void Write(Report first, Report second, TellingComparison comparison, OneIncident incident)
    {
        Line($"A  {Head(first)}");
        Line($"B  {Head(second)}");
        Line($"{(incident.Holds ? "One incident" : "Not held to be one incident")}: {incident.Reason}.");
        HashSet<string> inFirst = AboutIn(first), inSecond = AboutIn(second);
        Event[] both = [.. record.Events.Where(happened => inFirst.Contains(happened.Id) && inSecond.Contains(happened.Id))];
        Line(both.Length == 0 ? "No event of the record is told by both." : $"Told by both: {string.Join("; ", both.Select(happened => $"{happened.Summary} [{happened.Id}]"))}");
        foreach (FieldComparison field in comparison.Fields)
        {
            Line("");
            Line($"{Name(field.Field)}: {(field.Differs ? "DIFFERS" : field.Shared.IsEmpty ? "nothing in common" : "agrees")}");
            if (!field.Shared.IsEmpty) Line($"  both  {string.Join(", ", field.Shared.Take(DetailsMax).Select(pair => ClaimText.Safe(pair.First.Words)))}{More(field.Shared.Length)}");
            Write("A", first, field.OnlyFirst, field.Differs);
            Write("B", second, field.OnlySecond, field.Differs);
        }
        foreach (CountComparison count in comparison.Counts)
        {
            Line("");
            Line($"{Wording.Of(count.Measure)}: {(count.Differs ? "DIFFERS" : "agrees")}");
            Line($"  A  {ClaimText.Safe(count.First.Quantity.Words)}  {Context(first, count.First.Quantity.Span)}");
            Line($"  B  {ClaimText.Safe(count.Second.Quantity.Words)}  {Context(second, count.Second.Quantity.Span)}");
        }
    }

    private void Write(string side, Report report, ImmutableArray<Detail> only, bool inContext)
    {
        if (only.IsEmpty) return;
        if (!inContext)
        {
            Line($"  only {side}  {string.Join(", ", only.Take(DetailsMax).Select(detail => ClaimText.Safe(detail.Words)))}{More(only.Length)}");
            return;
        }
        foreach (Detail detail in only.Take(DetailsMax)) Line($"  {side}  {ClaimText.Safe(detail.Words)}  {Context(report, detail.Span)}");
        if (only.Length > DetailsMax) Line($"  {side}  {More(only.Length).TrimStart(',', ' ')}");
    }

    private string Context(Report report, TextSpan span) => _text.InContext(report.Text, span);

    private HashSet<string> AboutIn(Report report) => [.. record.Claims.Where(claim => claim.Claim.ReportId == report.Id).Select(claim => claim.About)];

    private static string Name(DetailField field) => Wording.Of(field);

    private static string More(int count) => count > DetailsMax ? $", and {count - DetailsMax} more" : "";

    private static string Head(Report report) => $"{report.Id} {ClaimText.Safe(report.Outlet ?? report.Agency ?? "unknown outlet")}, {Wording.Of(report.Published)} ({report.Input})";

    private void Line(string line) => terminal.Out.Write($"{line}\n");
}
