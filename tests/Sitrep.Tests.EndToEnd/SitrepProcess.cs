using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Sitrep.Tests.EndToEnd;

/// <summary>What a run of the program answered.</summary>
internal sealed record Answer(int Exit, byte[] Output, string Error)
{
    public string Text => Encoding.UTF8.GetString(Output);

    public JsonElement Json
    {
        get
        {
            using JsonDocument document = JsonDocument.Parse(Output);
            return document.RootElement.Clone();
        }
    }
}

/// <summary>Runs the built program as a user does: as a process.</summary>
internal static class SitrepProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public static async Task<Answer> RunAsync(IEnumerable<string> args, Action<ProcessStartInfo>? prepare = null, byte[]? input = null)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        using Process process = Start(args, prepare);
        Task<string> error = process.StandardError.ReadToEndAsync(cancel);
        using var output = new MemoryStream();
        Task copy = process.StandardOutput.BaseStream.CopyToAsync(output, cancel);
        if (input is not null) await process.StandardInput.BaseStream.WriteAsync(input, cancel);
        process.StandardInput.Close();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"sitrep {string.Join(' ', args)} did not end within {Limit}.");
        }
        await copy;
        return new Answer(process.ExitCode, output.ToArray(), await error);
    }

    public static Process Start(IEnumerable<string> args, Action<ProcessStartInfo>? prepare = null)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = Checkout.Root,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "sitrep.dll"));
        foreach (string arg in args) start.ArgumentList.Add(arg);
        prepare?.Invoke(start);
        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }

    /// <summary>The three counts that <c>ingest</c> prints.</summary>
    public static (int Read, int Known, int SetAside) Counts(Answer answer)
    {
        string line = answer.Text.Split('\n')[0];
        int[] numbers = [.. line[(line.LastIndexOf(':') + 1)..].Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.All(char.IsAsciiDigit)).Select(word => int.Parse(word, CultureInfo.InvariantCulture))];
        Assert.Equal(3, numbers.Length);
        return (numbers[0], numbers[1], numbers[2]);
    }
}

/// <summary>A folder of its own for one test, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("sitrep-test-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
