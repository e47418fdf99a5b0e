using System.CommandLine;
using System.Globalization;
using Sitrep.Cli.Rendering;
using Sitrep.Cli.Running;
using Sitrep.Cli.Usage;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;

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
        var command = new TeachingCommand("sources", "List the independent tellings (dispatches) and who reprints whom.",
            ("sitrep sources reports/", "of a folder"),
            ("sitrep sources --store crisis.db", "of all stored reports"))
        {
            inputs, store, asOf, gazetteer,
        };
        command.SetAction(parsed =>
        {
            string[] given = parsed.GetValue(inputs) ?? [];
            (SituationRecord record, Tally tally) = Session.Load(terminal, parsed.GetValue(gazetteer)).Record(new InputChoice(given), Inputs.StoreOrDefault(parsed.GetValue(store), given), parsed.GetValue(asOf));
            Write(record, terminal);
            return tally.Exit;
        });
        return command;
    }

    internal static void Write(SituationRecord record, Terminal terminal)
    {
        Dictionary<string, Report> reports = record.Reports.ToDictionary(report => report.Id, StringComparer.Ordinal);
        var table = new TextTable("Dispatch", "Agency", "Report", "Outlet", "Published", "Copy of", "Overlap", "Input");
        foreach (Dispatch dispatch in record.Dispatches)
        {
            foreach (string id in dispatch.Reports)
            {
                Report report = reports[id];
                CopyLink[] links = [.. dispatch.Links.Where(link => link.Report == id)];
                table.Add(
                    dispatch.Id, dispatch.Agency ?? "-", id, report.Outlet ?? "-", Wording.Of(report.Published),
                    links.Length == 0 ? "-" : string.Join(", ", links.Select(link => $"{Wording.Of(link.Relation)} of {link.Of}")),
                    links.Length == 0 ? "-" : string.Join(", ", links.Select(link => string.Create(CultureInfo.InvariantCulture, $"{link.Overlap * 100:0} %"))),
                    report.Input);
            }
        }
        table.Write(terminal);
        terminal.Out.Write($"{Wording.Count(record.Reports.Length, "report")}, {Wording.Count(record.Dispatches.Length, "independent telling")}\n");
    }
}
