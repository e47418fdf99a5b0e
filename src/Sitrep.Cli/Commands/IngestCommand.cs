using System.CommandLine;
using Sitrep.Cli.Running;
using Sitrep.Cli.Usage;
using Sitrep.Model.Reports;
using Sitrep.Store.Running;

namespace Sitrep.Cli.Commands;

/// <summary><c>sitrep ingest</c>: reads reports into a store, so that they are read once.</summary>
internal static class IngestCommand
{
    /// <summary>Feeds say themselves that they are not to be asked more often (RSS <c>ttl</c> is mostly 15 to 60).</summary>
    private const int DefaultEvery = 15;

    public static Command Build(Terminal terminal)
    {
        Argument<string[]> inputs = Inputs.Argument(required: true);
        Option<string?> store = Inputs.Store($"The file that keeps the reports; made when it is not there. Default: {Inputs.DefaultStore}.");
        Option<string?> gazetteer = Inputs.Gazetteer();
        Option<bool> follow = Inputs.Follow(), progress = Inputs.Progress();
        Option<string?> reader = Inputs.Reader(), model = Inputs.ReaderModel();
        var watch = new Option<bool>("--watch") { Description = "Go on: read files as they come or change, and ask addresses again, until Ctrl-C." };
        var every = new Option<int>("--every") { Description = "With --watch: minutes between two requests for one address.", HelpName = "MINUTES", DefaultValueFactory = _ => DefaultEvery };
        every.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 1440) result.AddError("--every: expected minutes from 1 to 1440 (a day).");
        });
        var command = new TeachingCommand("ingest", "Read reports into a store. Each is committed when it is finished; run it again to go on, or to add what is new.",
            ("sitrep ingest reports/", $"read a folder into {Inputs.DefaultStore}"),
            ("sitrep ingest 'feed/*.jsonl' --store crisis.db", "one report a line; known ones are skipped"),
            ("sitrep ingest https://example.org/feed.xml --follow", "a feed and the pages behind it; again later: only what is new"),
            ("sitrep ingest inbox/ --watch", "go on reading what comes into a folder, until Ctrl-C"),
            ("sitrep report --store crisis.db", "then: the situation report of all of it"))
        {
            inputs, store, follow, watch, every, progress, gazetteer, reader, model,
        };
        command.SetAction(parsed => Run(
            terminal, new InputChoice(parsed.GetValue(inputs) ?? [], parsed.GetValue(follow), parsed.GetValue(progress), ReaderChoice.Of(parsed.GetValue(reader), parsed.GetValue(model))), parsed.GetValue(store) ?? Inputs.DefaultStore,
            parsed.GetValue(watch) ? TimeSpan.FromMinutes(parsed.GetValue(every)) : null, parsed.GetValue(gazetteer)));
        return command;
    }

    /// <param name="poll">Null: read once.</param>
    private static int Run(Terminal terminal, InputChoice inputs, string store, TimeSpan? poll, string? gazetteer)
    {
        if (poll is not null && inputs.Paths.Contains("-", StringComparer.Ordinal)) throw new Failure("--watch: standard input ends and cannot be watched. Give folders, files or addresses.");
        Session session = Session.Load(terminal, gazetteer);
        Tally tally = poll is { } time ? session.Watch(inputs, store, time) : session.Ingest(inputs, store);
        if (tally.IsNothing)
        {
            throw new Failure($"Nothing to ingest: no report at {string.Join(", ", inputs.Paths)}. Give files, folders or patterns that exist.");
        }
        terminal.Out.WriteLine($"{store}: {tally.Read} read, {tally.Known} already known, {tally.SetAside.Count} set aside");
        foreach (IGrouping<ReasonCode, Problem> reason in tally.SetAside.GroupBy(problem => problem.Code).OrderBy(group => group.Key))
        {
            terminal.Out.WriteLine($"  {(int)reason.Key} {reason.Key}: {reason.Count()}");
        }
        return ExitCode.Of(tally);
    }
}
