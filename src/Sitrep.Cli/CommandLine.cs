using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Sitrep.Cli.Commands;
using Sitrep.Cli.Usage;

namespace Sitrep.Cli;

/// <summary>The commands, and the one place where what went wrong becomes a line and an exit code.</summary>
internal static class CommandLine
{
    public static RootCommand Build(Terminal terminal)
    {
        var root = new RootCommand("Reads many news reports on one crisis and keeps one sourced record: what happened, where, when, who says so, who disputes it, who only repeats it.")
        {
            ReportCommand.Build(terminal),
            IngestCommand.Build(terminal),
            ShowCommand.Build(terminal),
            SourcesCommand.Build(terminal),
            DiffCommand.Build(terminal),
            ExportCommand.Build(terminal),
            RuleCommand.Build(terminal),
            RulingsCommand.Build(terminal),
            CompareCommand.Build(terminal),
            DeskCommand.Build(terminal),
            ServeCommand.Build(terminal),
            GazetteerCommand.Build(terminal),
            DoctorCommand.Build(terminal),
        };
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new TeachingHelp((SynchronousCommandLineAction)help.Action!);   // the library's own help always has an action
        return root;
    }

    public static int Run(string[] args, Terminal terminal)
    {
        try
        {
            RootCommand root = Build(terminal);
            ParseResult parsed = root.Parse(args.Length == 0 ? ["--help"] : args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Action is not (TeachingHelp or ParseErrorAction) && parsed.Errors.Count == 0 && Misuse.StrayOption(parsed, args) is { } stray) throw new Failure(stray);
            if (parsed.Action is ParseErrorAction) throw new Failure(Misuse.Describe(parsed));
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,   // every finished report is already committed: an interrupt may end us at once
            });
        }
        catch (Exception e) when (IsClosedPipe(Cause(e)))
        {
            return ExitCode.Done;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Fail(e, terminal);
        }
    }

    private static int Fail(Exception e, Terminal terminal)
    {
        if (Terminal.Debugs) terminal.Error.WriteLine(e);
        e = Cause(e);
        string message = OneLine(e.Message);
        bool ours = e is not (Failure or Store.StoreException or IOException or UnauthorizedAccessException or InvalidDataException or System.Data.Common.DbException);
        terminal.Error.WriteLine(ours
            ? $"sitrep: internal error: {e.GetType().Name}: {message} Run again with SITREP_DEBUG=1 to see where, and report it."
            : $"sitrep: {message}");
        return ExitCode.Failed;
    }

    /// <summary>What went wrong first, where several threads worked on one thing.</summary>
    public static Exception Cause(Exception e) => e is AggregateException several ? several.Flatten().InnerExceptions[0] : e;

    private static string OneLine(string message) => string.Join(' ', message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    // EPIPE is 32 on Linux and macOS; ERROR_BROKEN_PIPE and ERROR_NO_DATA on Windows.
    private static bool IsClosedPipe(Exception e) =>
        e is IOException && ((e.HResult & 0xFFFF) is 109 or 232 || (!OperatingSystem.IsWindows() && e.HResult == 32));
}
