using System.Diagnostics;
using System.Globalization;
using Sitrep.Eval.Documents;
using Sitrep.Model.Reports;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Dedupe;
using Sitrep.Pipeline.Parse;
using Sitrep.Pipeline.Resolve;

namespace Sitrep.Eval.Speed;

/// <summary>How fast news is read as a whole process: start, load, and stages 4 (parse), 5 (extract) and 6 (resolve); every document is a report of one story.</summary>
internal static class ReadingSpeed
{
    /// <summary>Bytes of text to read.</summary>
    private const int TextSize = 3_000_000;

    /// <summary>Threads for stages 4 and 5, each with documents of its own; stage 6 sees all reports and has one.</summary>
    private const int Workers = 2;

    /// <returns>Exit code.</returns>
    public static int Run(Locations locations) => WholeProcess.Time(locations, TextSize, Workers, "bench-reading-child");

    /// <summary>The process that is timed.</summary>
    public static int Child(string path)
    {
        long started = Stopwatch.GetTimestamp();
        Parallel.Invoke(() => _ = Product.Parse, () => _ = Product.Extract);
        ResolveStage resolve = Product.Resolve;
        double load = Stopwatch.GetElapsedTime(started).TotalMilliseconds;

        Report[] reports = [.. WholeProcess.Documents(path).Select((text, number) => PlainReport.Whole(number, text))];
        var read = new ReadReport[reports.Length];
        int words = 0;
        long parsing = 0, extracting = 0;
        started = Stopwatch.GetTimestamp();
        Parallel.For(0, reports.Length, new ParallelOptions { MaxDegreeOfParallelism = Workers }, i =>
        {
            long from = Stopwatch.GetTimestamp();
            ParsedReport parsed = Product.Parse.Parse(reports[i]);
            long between = Stopwatch.GetTimestamp();
            read[i] = new ReadReport(reports[i], Product.Extract.Extract(parsed), []);
            Interlocked.Add(ref parsing, between - from);
            Interlocked.Add(ref extracting, Stopwatch.GetTimestamp() - between);
            Interlocked.Add(ref words, parsed.Paragraphs.Sum(paragraph => paragraph.Sentences.Sum(sentence => sentence.Tokens.Length)));
        });
        double reading = Stopwatch.GetElapsedTime(started).TotalSeconds;

        // Stage 3 is no part of what is asked; stage 6 is given every report as a telling of its own.
        var alone = new Copies([.. reports.Select(report => new Dispatch(report.Id, null, [report.Id], []))], []);
        started = Stopwatch.GetTimestamp();
        Resolution resolution = resolve.Resolve(read, alone);
        double resolving = Stopwatch.GetElapsedTime(started).TotalSeconds;

        Console.WriteLine(words.ToString(CultureInfo.InvariantCulture));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"stages alone: {words / (reading + resolving):0} words/s; parse and extract {reading:0.00} s by the clock (parse {parsing * 1.0 / Stopwatch.Frequency:0.00} s, extract {extracting * 1.0 / Stopwatch.Frequency:0.00} s, summed over threads), resolve {resolving:0.00} s"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"load: {load:0} ms; {resolution.Claims.Length} claims; peak memory: {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB"));
        return 0;
    }
}
