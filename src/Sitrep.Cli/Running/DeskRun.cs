using System.Diagnostics;
using Sitrep.Web.Serving;

namespace Sitrep.Cli.Running;

/// <summary>A desk from opening to Ctrl-C.</summary>
internal static class DeskRun
{
    /// <summary>Taken when it is free and none is named, so that a bookmark holds.</summary>
    public const int UsualPort = 4790;

    /// <param name="anyPort">True when another port will do where the one named is taken.</param>
    /// <param name="browse">Have the system show it.</param>
    /// <param name="notes">Lines that stand below the address.</param>
    public static void Run(Terminal terminal, DeskOptions options, bool anyPort, string? gazetteer, bool browse, params string[] notes)
    {
        using var stop = new StopSignal();
        RunAsync(terminal, options with { Tell = line => terminal.Error.WriteLine($"desk: {line}") }, anyPort, gazetteer, browse, notes, stop.Token).GetAwaiter().GetResult();   // the command line has one thread, and this is what it waits for
    }

    private static async Task RunAsync(Terminal terminal, DeskOptions options, bool anyPort, string? gazetteer, bool browse, string[] notes, CancellationToken cancel)
    {
        await using Desk? desk = await OpenAsync(terminal, options, anyPort, gazetteer, cancel);
        if (desk is null) return;
        terminal.Out.WriteLine($"The desk is open at {desk.Address} (Ctrl-C closes it).");
        foreach (string note in notes) terminal.Out.WriteLine(note);
        terminal.Out.Flush();
        if (browse) Browse(desk.Address);
        await desk.RunAsync(cancel);
    }

    /// <returns>Null when it was stopped before it was open.</returns>
    private static async Task<Desk?> OpenAsync(Terminal terminal, DeskOptions options, bool anyPort, string? gazetteer, CancellationToken cancel)
    {
        try
        {
            return await Desk.OpenAsync(options, () => Session.LoadPipeline(terminal, gazetteer), TimeProvider.System, cancel);
        }
        catch (IOException) when (anyPort)
        {
            return await Desk.OpenAsync(options with { Port = 0 }, () => Session.LoadPipeline(terminal, gazetteer), TimeProvider.System, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return null;
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
