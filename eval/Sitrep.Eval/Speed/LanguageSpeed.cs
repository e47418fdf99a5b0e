using System.Diagnostics;
using System.Globalization;
using System.Text;
using Sitrep.Language;
using Sitrep.Language.Names;

namespace Sitrep.Eval.Speed;

/// <summary>How fast the language engine is as a whole process: start, load, tokens, tags, trees and names.</summary>
internal static class LanguageSpeed
{
    /// <summary>Bytes of text to read.</summary>
    private const int TextSize = 3_000_000;

    /// <summary>Threads, each with documents of its own.</summary>
    private const int Workers = 2;

    /// <summary>Words after which code is compiled and pools are filled.</summary>
    private const int WarmWords = 60_000;

    private const char DocumentEnd = '\f';

    /// <summary>Starts this program again on the text, three times, and prints the median of what a user would wait for.</summary>
    /// <returns>Exit code.</returns>
    public static int Run(Locations locations)
    {
        List<string> documents = NewsText.Take(locations, TextSize);
        if (documents.Count == 0)
        {
            Console.Error.WriteLine("No text to time; set SITREP_DATASETS.");
            return 2;
        }
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, string.Join(DocumentEnd, documents.Select(text => text.Replace(DocumentEnd, ' '))));
            (double Seconds, string[] Lines)[] runs = [.. Enumerable.Range(0, 3).Select(_ => Once(path)).OrderBy(run => run.Seconds)];
            (double seconds, string[] lines) = runs[1];
            int words = int.Parse(lines[0], CultureInfo.InvariantCulture);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"whole process: {words / seconds:0} words/s ({words} words, {new FileInfo(path).Length / 1e6:0.0} MB, {documents.Count} documents, {seconds:0.00} s from start to exit, of 3 runs {runs[0].Seconds:0.00} to {runs[2].Seconds:0.00}; {Workers} threads on {Environment.ProcessorCount} cores)"));
            foreach (string line in lines[1..]) Console.WriteLine(line);
            return 0;
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The process that is timed.</summary>
    public static int Child(string path)
    {
        long started = Stopwatch.GetTimestamp();
        LanguageEngine engine = LanguageEngine.Load(Product.Models);
        double load = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        string[] documents = File.ReadAllText(path).Split(DocumentEnd);
        started = Stopwatch.GetTimestamp();
        int words = 0;
        Parallel.ForEach(documents, new ParallelOptions { MaxDegreeOfParallelism = Workers }, text => Interlocked.Add(ref words, Words(engine, text)));
        double analysis = Stopwatch.GetElapsedTime(started).TotalSeconds;

        // By now the code is compiled. Allocation is counted on a part only, so that it does not count for much in the time of the process.
        int counted = 0, next = 0;
        long before = GC.GetAllocatedBytesForCurrentThread();
        while (counted < WarmWords && next < documents.Length) counted += Words(engine, documents[next++]);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        var lines = new StringBuilder();
        lines.AppendLine(CultureInfo.InvariantCulture, $"{words + counted}");
        lines.AppendLine(CultureInfo.InvariantCulture, $"analysis alone: {words / analysis:0} words/s");
        lines.AppendLine(CultureInfo.InvariantCulture, $"model load: {load:0} ms");
        lines.AppendLine(CultureInfo.InvariantCulture, $"allocated: {(double)allocated / Math.Max(1, counted):0} bytes a word ({counted} words after warm-up, one thread)");
        lines.AppendLine(CultureInfo.InvariantCulture, $"peak memory: {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB");
        Console.Write(lines);
        return 0;
    }

    private static int Words(LanguageEngine engine, string text) => engine.Analyze(text, 0, text.Length, new NameVotes()).Sum(sentence => sentence.Tokens.Length);

    private static (double Seconds, string[] Lines) Once(string path)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(LanguageSpeed).Assembly.Location, "bench-child", path]) { RedirectStandardOutput = true };
        long from = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        double seconds = Stopwatch.GetElapsedTime(from).TotalSeconds;
        return process.ExitCode == 0 ? (seconds, output.Split('\n', StringSplitOptions.RemoveEmptyEntries)) : throw new InvalidOperationException($"The program answered {process.ExitCode}.");
    }
}
