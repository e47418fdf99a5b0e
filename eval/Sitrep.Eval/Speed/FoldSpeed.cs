using System.Diagnostics;
using System.Globalization;
using Sitrep.Model.Record;
using Sitrep.Pipeline;

namespace Sitrep.Eval.Speed;

/// <summary>What a report costs as their number grows: reading it, and its share of one fold of all; each number in a process of its own, because memory that was taken is not given back.</summary>
internal static class FoldSpeed
{
    /// <summary>Numbers of reports when none is given.</summary>
    private static readonly int[] Counts = [1_000, 10_000, 100_000];

    /// <returns>Exit code.</returns>
    public static int Run(string[] counts)
    {
        foreach (string count in counts.Length > 0 ? counts : [.. Counts.Select(count => count.ToString(CultureInfo.InvariantCulture))])
        {
            using Process process = Process.Start(new ProcessStartInfo("dotnet", [typeof(FoldSpeed).Assembly.Location, "bench-fold-child", count])) ?? throw new InvalidOperationException("The program did not start.");
            process.WaitForExit();
            if (process.ExitCode != 0) return process.ExitCode;
        }
        return 0;
    }

    /// <summary>The process that is timed.</summary>
    public static int Child(string counted)
    {
        int count = int.Parse(counted, CultureInfo.InvariantCulture);
        string[] towns = [.. Product.Data.Rows("countries.tsv", "code", "name", "aliases", "demonyms", "capital", "latitude", "longitude", "geonames").Select(row => row[4]).Where(town => town.Length > 3 && !Product.Gazetteer.Find(town).IsEmpty)];
        SitrepPipeline pipeline = Product.Pipeline;
        var clock = Stopwatch.StartNew();
        ReadReport[] read = [.. SyntheticStories.Reports(count, towns).AsParallel().AsOrdered().Select(report => Product.Read(report)).OfType<ReadReport>()];
        double reading = clock.Elapsed.TotalMilliseconds;
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        clock.Restart();
        SituationRecord record = pipeline.Fold(read, [], asOf: null);
        double folding = clock.Elapsed.TotalMilliseconds, processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count} reports: reading {reading / count:0.00} ms a report, one fold of all {folding / count:0.000} ms a report ({processor / count:0.000} ms of processor time), {record.Claims.Length} claims, {record.Events.Length} events; peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB"));
        return 0;
    }
}
