using System.Diagnostics;
using System.Globalization;

namespace Sitrep.Benchmarks;

/// <summary>What a user waits for: the built program from start to exit, on one folder of reports.</summary>
internal static class WholeProcess
{
    private const int Runs = 5;

    /// <summary>Milliseconds between two looks at the memory of the process.</summary>
    private const int LookEvery = 10;

    /// <summary>Prints the median and the range of <see cref="Runs"/> runs, and the highest memory seen.</summary>
    public static void Run(string program, string reports)
    {
        var seconds = new double[Runs];
        double peak = 0;
        long bytes = 0;
        for (int run = 0; run < Runs; run++)
        {
            (seconds[run], double memory, bytes) = Once(program, reports);
            peak = Math.Max(peak, memory);
        }
        Array.Sort(seconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(reports))}: {seconds[Runs / 2]:0.00} s (of {Runs} runs: {seconds[0]:0.00} to {seconds[^1]:0.00}), at most {peak:0} MB, {bytes} bytes of record, {Environment.ProcessorCount} cores"));
    }

    private static (double Seconds, double Memory, long Bytes) Once(string program, string reports)
    {
        var start = new ProcessStartInfo("dotnet", [program, "report", reports, "--format", "json"]) { RedirectStandardOutput = true };
        long from = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        using var output = new MemoryStream();
        Task copy = process.StandardOutput.BaseStream.CopyToAsync(output);
        double peak = 0;
        while (!process.WaitForExit(LookEvery))
        {
            peak = Math.Max(peak, PeakOf(process));
        }
        double seconds = Stopwatch.GetElapsedTime(from).TotalSeconds;
        copy.GetAwaiter().GetResult();
        return process.ExitCode == 0 ? (seconds, peak, output.Length) : throw new InvalidOperationException($"The program answered {process.ExitCode}.");
    }

    private static double PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64 / 1e6;
        }
        catch (InvalidOperationException)
        {
            return 0;   // it ended between the two looks
        }
    }
}
