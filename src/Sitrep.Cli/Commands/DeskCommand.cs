using System.CommandLine;
using System.Diagnostics;
using Sitrep.Cli.Running;
using Sitrep.Cli.Usage;
using Sitrep.Web.Serving;

namespace Sitrep.Cli.Commands;

/// <summary><c>sitrep desk</c>: the record in the browser, for one person on this machine.</summary>
internal static class DeskCommand
{
    /// <summary>Taken when it is free and none is named, so that a bookmark holds.</summary>
    private const int UsualPort = 4790;

    public static Command Build(Terminal terminal)
    {
        Argument<string[]> inputs = Inputs.Argument(required: false);
        Option<string?> store = Inputs.Store($"The file that keeps the reports; made when it is not there. Default without INPUT: {Inputs.DefaultStore}, if it is here. Else nothing is kept when the desk closes.");
        var watch = new Option<string[]>("--watch") { Description = "Go on reading what comes into a folder.", HelpName = "FOLDER" };
        Option<bool> follow = Inputs.Follow();
        var port = new Option<int?>("--port") { Description = $"Port to listen at; 0: any free one. Default: {UsualPort}, or any free one when that is taken.", HelpName = "N" };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 0 or > 65535) result.AddError("--port: expected a number from 0 to 65535.");
        });
        var quiet = new Option<bool>("--no-browser") { Description = "Do not open a browser; the address is printed." };
        Option<string?> gazetteer = Inputs.Gazetteer();
        var command = new TeachingCommand("desk", "Open the record in the browser: map, timeline, claims and the words they rest on. Only this machine can reach it.",
            ("sitrep desk samples/albu-kamal", "look at a folder of reports; nothing is kept"),
            ("sitrep desk --store crisis.db", "look at what is stored, and add to it"),
            ("sitrep desk --store crisis.db --watch inbox/", "go on reading what comes into a folder"))
        {
            inputs, store, watch, follow, port, quiet, gazetteer,
        };
        command.SetAction(parsed => Run(
            terminal, parsed.GetValue(inputs) ?? [], parsed.GetValue(store), parsed.GetValue(watch) ?? [], parsed.GetValue(follow), parsed.GetValue(port), parsed.GetValue(quiet), parsed.GetValue(gazetteer)));
        return command;
    }

    private static int Run(Terminal terminal, string[] inputs, string? store, string[] watched, bool follow, int? port, bool quiet, string? gazetteer)
    {
        using var stop = new StopSignal();
        using DeskStore kept = DeskStore.Choose(store, inputs);
        var options = new DeskOptions(kept.Path) { Inputs = inputs, Watched = watched, Follow = follow, Port = port ?? UsualPort };
        Serve(terminal, options, port is null, gazetteer, quiet, kept.IsKept, stop.Token).GetAwaiter().GetResult();   // the command line has one thread, and this is what it waits for
        return ExitCode.Done;
    }

    private static async Task Serve(Terminal terminal, DeskOptions options, bool anyPort, string? gazetteer, bool quiet, bool isKept, CancellationToken cancel)
    {
        await using Desk desk = await Open(options, anyPort, gazetteer, cancel);
        terminal.Out.WriteLine($"The desk is open at {desk.Address} (Ctrl-C closes it).");
        if (!isKept) terminal.Out.WriteLine("What is read now is forgotten when it closes; --store FILE keeps it.");
        terminal.Out.Flush();
        if (!quiet) Browse(desk.Address);
        await desk.RunAsync(cancel);
    }

    private static async Task<Desk> Open(DeskOptions options, bool anyPort, string? gazetteer, CancellationToken cancel)
    {
        try
        {
            return await Desk.OpenAsync(options, () => Session.LoadPipeline(gazetteer), TimeProvider.System, cancel);
        }
        catch (IOException) when (anyPort)
        {
            return await Desk.OpenAsync(options with { Port = 0 }, () => Session.LoadPipeline(gazetteer), TimeProvider.System, cancel);
        }
        catch (IOException e)
        {
            throw new Failure($"--port: {options.Port} cannot be listened at ({e.Message}). Give another, or 0 for any free one.");
        }
    }

    /// <summary>Asks the system to show the address; where it has no way to, the printed address is there.</summary>
    private static void Browse(Uri address)
    {
        try
        {
            using Process? browser = OperatingSystem.IsWindows() ? Process.Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true })
                : Process.Start(new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", address.AbsoluteUri) { RedirectStandardError = true, RedirectStandardOutput = true });
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or FileNotFoundException or InvalidOperationException)
        {
            // No browser, as on a server.
        }
    }
}
