using System.CommandLine;
using Sitrep.Cli.Running;
using Sitrep.Cli.Usage;
using Sitrep.Model.Reports;

namespace Sitrep.Cli.Commands;

/// <summary><c>sitrep ingest</c>: reads reports into a store, so that they are read once.</summary>
internal static class IngestCommand
{
    public static Command Build(Terminal terminal)
    {
        Argument<string[]> inputs = Inputs.Argument(required: true);
        Option<string?> store = Inputs.Store($"The file that keeps the reports; made when it is not there. Default: {Inputs.DefaultStore}.");
        var command = new TeachingCommand("ingest", "Read reports into a store. Each is committed when it is finished; run it again to go on, or to add what is new.",
            ("sitrep ingest reports/", $"read a folder into {Inputs.DefaultStore}"),
            ("sitrep ingest 'feed/*.jsonl' --store crisis.db", "one report a line; known ones are skipped"),
            ("sitrep report --store crisis.db", "then: the situation report of all of it"))
        {
            inputs, store,
        };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(inputs) ?? [], parsed.GetValue(store) ?? Inputs.DefaultStore));
        return command;
    }

    private static int Run(Terminal terminal, string[] inputs, string store)
    {
        Tally tally = Session.Load(terminal).Ingest(inputs, store);
        if (tally.Read + tally.Known == 0 && tally.SetAside.All(problem => problem.Code == ReasonCode.NotFound))
        {
            throw new Failure($"Nothing to ingest: no report at {string.Join(", ", inputs)}. Give files, folders or patterns that exist.");
        }
        terminal.Out.WriteLine($"{store}: {tally.Read} read, {tally.Known} already known, {tally.SetAside.Count} set aside");
        foreach (IGrouping<ReasonCode, Problem> reason in tally.SetAside.GroupBy(problem => problem.Code).OrderBy(group => group.Key))
        {
            terminal.Out.WriteLine($"  {(int)reason.Key} {reason.Key}: {reason.Count()}");
        }
        return tally.Exit;
    }
}
