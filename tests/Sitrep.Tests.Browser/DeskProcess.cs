using System.Diagnostics;
using System.Text;

namespace Sitrep.Tests.Browser;

/// <summary>The built program with its desk open, as a user has it.</summary>
internal sealed class DeskProcess : IAsyncDisposable
{
    /// <summary>A busy machine may take long to load word lists and models; a desk that is not there by then does not come.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private DeskProcess(Process process, Uri address, TimeSpan start) => (_process, Address, Start) = (process, address, start);

    public Uri Address { get; }

    /// <summary>From the start of the process to the line that names the address.</summary>
    public TimeSpan Start { get; }

    /// <param name="program">Path of <c>sitrep.dll</c>.</param>
    /// <param name="arguments">What follows <c>sitrep desk</c>: folders, <c>--store</c>.</param>
    public static async Task<DeskProcess> OpenAsync(string program, params string[] arguments)
    {
        long from = Stopwatch.GetTimestamp();
        Process process = Begin(program, ["desk", .. arguments, "--port", "0", "--no-browser"]);
        var error = new StringBuilder();
        process.ErrorDataReceived += (_, line) => { lock (error) error.AppendLine(line.Data); };
        process.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(Limit);
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            int at = line.IndexOf("http://", StringComparison.Ordinal);
            if (at < 0) continue;
            var address = new Uri(line[at..].Split(' ')[0]);
            TimeSpan start = Stopwatch.GetElapsedTime(from);
            _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);      // read on, or the program waits for the pipe
            return new DeskProcess(process, address, start);
        }
        throw new InvalidOperationException($"The desk did not open: {error}");
    }

    /// <summary>Waits until everything that was named is read: pages before that hold a part of the record.</summary>
    public async Task<DeskProcess> ReadAllAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        using var client = new HttpClient { BaseAddress = Address };
        using var lines = new StreamReader(await client.GetStreamAsync(new Uri("/live", UriKind.Relative), limit.Token));
        while (await lines.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal) && line.Contains("\"busy\":false", StringComparison.Ordinal)) return this;
        }
        throw new InvalidOperationException("The desk closed while it was reading.");
    }

    /// <summary>Runs another command of the program to its end; its exit code must be 0.</summary>
    public static async Task RunAsync(string program, params string[] arguments)
    {
        using Process process = Begin(program, arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        await output;
        if (process.ExitCode != 0) throw new InvalidOperationException($"sitrep {string.Join(' ', arguments)} answered {process.ExitCode}: {await error}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process Begin(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }
}
