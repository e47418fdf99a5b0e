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

    /// <summary>Starts this program again on the text, three times, and prints the median of what a user would wait for.</summary>
    /// <returns>Exit code.</returns>
    public static int Run(Locations locations) => WholeProcess.Time(locations, TextSize, Workers, "bench-child");

    /// <summary>The process that is timed.</summary>
    public static int Child(string path)
    {
        long started = Stopwatch.GetTimestamp();
        LanguageEngine engine = LanguageEngine.Load(Product.Models);
        double load = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        string[] documents = WholeProcess.Documents(path);
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
}
