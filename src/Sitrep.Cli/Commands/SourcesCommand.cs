using System.CommandLine;
using System.Globalization;
using Sitrep.Cli.Rendering;
using Sitrep.Cli.Running;
using Sitrep.Cli.Usage;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Dedupe;
using Sitrep.Pipeline.Publish.View;
using Sitrep.Store.Running;

namespace Sitrep.Cli.Commands;

/// <summary><c>sitrep sources</c>: how many tellings there are, and who only repeats whom.</summary>
internal static class SourcesCommand
{
    public static Command Build(Terminal terminal)
    {
        Argument<string[]> inputs = Inputs.Argument(required: false);
        Option<string?> store = Inputs.Store($"Read known reports from this file. Default when no INPUT is given: {Inputs.DefaultStore}.");
        Option<DateOnly?> asOf = Inputs.AsOf();
        Option<string?> gazetteer = Inputs.Gazetteer();
        var difference = new Option<string[]>("--diff")
        {
            Description = "Compare two reports instead: what was cut, added, changed and moved. Ids, starts of ids, or files.",
            HelpName = "ID",
            Arity = new ArgumentArity(2, 2),
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new TeachingCommand("sources", "List the independent tellings (dispatches), who copied whom, and what was cut and added.",
            ("sitrep sources reports/", "of a folder"),
            ("sitrep sources --store crisis.db", "of all stored reports"),
            ("sitrep sources reports/ --diff wire-3.txt r1855", "how one report differs from another"))
        {
            inputs, store, asOf, difference, gazetteer,
        };
        command.SetAction(parsed =>
        {
            string[] given = parsed.GetValue(inputs) ?? [];
            (SituationRecord record, Tally tally) = Session.Load(terminal, parsed.GetValue(gazetteer)).Record(new InputChoice(given), Inputs.StoreOrDefault(parsed.GetValue(store), given), parsed.GetValue(asOf));
            if (parsed.GetValue(difference) is [string earlier, string later]) new ReportDifference(record, terminal).Write(earlier, later);
            else Write(record, terminal);
            return ExitCode.Of(tally);
        });
        return command;
    }

    /// <summary>Levels of copies of copies that are indented.</summary>
    private const int DepthMax = 8;

    internal static void Write(SituationRecord record, Terminal terminal)
    {
        Dictionary<string, Report> reports = record.Reports.ToDictionary(report => report.Id, StringComparer.Ordinal);
        var table = new TextTable("Dispatch", "Agency", "Report", "Outlet", "Published", "Copy of", "Overlap", "Difference", "Input");
        foreach (Dispatch dispatch in record.Dispatches)
        {
            foreach (FamilyMember member in FamilyTree.Of(dispatch))
            {
                Report report = reports[member.Report];
                CopyLink[] links = member.Link is { } first ? [first, .. member.Others] : [.. member.Others];
                table.Add(
                    dispatch.Id, dispatch.Agency ?? "-", $"{new string(' ', 2 * Math.Min(member.Depth, DepthMax))}{member.Report}", report.Outlet ?? "-", Wording.Of(report.Published),
                    links.Length == 0 ? "-" : string.Join(", ", links.Select(link => $"{Wording.Of(link.Relation)} of {link.Of}")),
                    links.Length == 0 ? "-" : string.Join(", ", links.Select(link => string.Create(CultureInfo.InvariantCulture, $"{link.Overlap * 100:0} %"))),
                    member.Link is { Relation: not CopyRelation.Patchwork } copied ? DifferenceText.Of(TextDifference.Of(reports[copied.Of], report)) : "-",
                    report.Input);
            }
        }
        table.Write(terminal);
        terminal.Out.Write($"{Wording.Count(record.Reports.Length, "report")}, {Wording.Count(record.Dispatches.Length, "independent telling")}\n");
    }
}
