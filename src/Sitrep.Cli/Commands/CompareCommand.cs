using System.CommandLine;
using Sitrep.Cli.Rendering;
using Sitrep.Cli.Running;
using Sitrep.Cli.Usage;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Corroborate.Comparing;
using Sitrep.Store.Running;

namespace Sitrep.Cli.Commands;

/// <summary><c>sitrep compare</c>: what two tellings of one thing agree and disagree on.</summary>
internal static class CompareCommand
{
    public static Command Build(Terminal terminal)
    {
        var first = new Argument<string>("REPORT_A") { Description = "A file, or with --store the id of a report, the start of one, or its file." };
        var second = new Argument<string>("REPORT_B") { Description = "The report to hold beside it, given the same way." };
        Option<string?> store = Inputs.Store("Take both reports from this file instead of reading them.");
        Option<string?> gazetteer = Inputs.Gazetteer();
        var command = new TeachingCommand("compare", "Hold two tellings of one thing beside each other: place, date, actor, group, cause and counts, each with its words.",
            ("sitrep compare wire-3.txt evening-paper.txt", "two files"),
            ("sitrep compare r1855 rad31 --store crisis.db", "two reports of a store"))
        {
            first, second, store, gazetteer,
        };
        command.SetAction(parsed => Run(terminal, parsed.GetRequiredValue(first), parsed.GetRequiredValue(second), parsed.GetValue(store), parsed.GetValue(gazetteer)));
        return command;
    }

    private static int Run(Terminal terminal, string first, string second, string? store, string? gazetteer)
    {
        Session session = Session.Load(terminal, gazetteer);
        (SituationRecord record, Tally tally) = session.Record(new InputChoice(store is null ? [first, second] : []), store, asOf: null);
        Report one = Find(first), other = Find(second);
        if (one.Id == other.Id) throw new Failure($"'{first}' and '{second}' are one report ({one.Id}); give two.");
        (TellingComparison comparison, OneIncident incident) = session.Compare(record.Reports, one, other);
        new ComparisonPage(record, terminal).Write(one, other, comparison, incident);
        return ExitCode.Of(tally);

        Report Find(string wanted)
        {
            if (store is not null) return RecordIndex.Find("report", wanted, record.Reports, report => report.Id, report => [report.Input, Path.GetFileName(report.Input)]);
            Report[] read = [.. session.Record(new InputChoice([wanted]), null, asOf: null).Record.Reports];
            return read.Length == 1 ? read[0] : throw new Failure($"'{wanted}' holds {Wording.Count(read.Length, "report")}; expected one. Put them into a store with 'sitrep ingest' and give ids.");
        }
    }
}
