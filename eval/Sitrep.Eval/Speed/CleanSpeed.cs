using System.Diagnostics;
using System.Globalization;
using System.Text;
using Sitrep.Eval.Data;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Clean;
using Sitrep.Pipeline.Ingest;

namespace Sitrep.Eval.Speed;

/// <summary>How fast pages are cleaned, and what hostile ones cost: stage 2 alone, warm, from decoded text to zones.</summary>
internal static class CleanSpeed
{
    /// <summary>Threads, each with pages of its own.</summary>
    private const int Workers = 2;

    /// <summary>Passes over all pages; the first is not counted.</summary>
    private const int Passes = 6;

    /// <summary>Characters of a hostile page.</summary>
    private const int HostileSize = 10_000_000;

    private static readonly (string Name, string Unit, string End)[] Hostile =
    [
        ("nested elements", "<div>", "<p>One sentence that stands at the end.</p>"),
        ("nested tables", "<table><tr><td>x", ""),
        ("unclosed inline elements", "<b><i>word ", ""),
        ("one line of script", "var a=1;", ""),
        ("character references", "&amp;&#128512;&notanentity;", ""),
        ("references without end", "&#9999999999", ""),
        ("attributes of one tag", " a1=\"v\"", "><p>One sentence that stands at the end.</p>"),
        ("comments without end", "<!-- x ", ""),
        ("closing tags without opening", "</div></p>", ""),
        ("short paragraphs", "<p>A short line of words.</p>", ""),
        ("links in a list", "<li><a href=x>Some link text</a></section>", ""),
        ("stamped times", "<time datetime=2020-01-01>x</time>", ""),
        ("metadata", "<meta property=article:published_time content=x>", ""),
    ];

    /// <returns>Exit code.</returns>
    public static int Run(Locations locations)
    {
        RawReport[] pages = [.. Pages(locations)];
        CleanStage clean = Product.Clean;
        if (pages.Length == 0) Console.Error.WriteLine("No page to time; set SITREP_DATASETS.");
        else
        {
            var runs = new List<(double Wall, double Busy)>();
            for (int pass = 0; pass < Passes; pass++) runs.Add(Timed(() => Parallel.ForEach(pages, new ParallelOptions { MaxDegreeOfParallelism = Workers }, page => clean.Clean(page))));
            (double Wall, double Busy) median = (Median(runs.Skip(1).Select(run => run.Wall)), Median(runs.Skip(1).Select(run => run.Busy)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"pages: {pages.Length / median.Wall:0} a second by the clock, {Workers * pages.Length / median.Busy:0} by processor time on {Workers} cores ({pages.Length} pages, {pages.Sum(page => (long)page.Received.Length) / 1e6:0.0} million characters, median of {Passes - 1} warm passes)"));
        }
        foreach ((string name, string unit, string end) in Hostile)
        {
            RawReport page = new(StableId.Of('r', name), "page.html", name, Markup.Html, HostilePage(name, unit, end), SuppliedMetadata.None);
            long before = GC.GetTotalAllocatedBytes(precise: true);
            (double _, double busy) = Timed(() => clean.Clean(page));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page.Received.Length / 1e6:0.0} million characters of {name}: {busy:0.00} s of processor time, {(GC.GetTotalAllocatedBytes(precise: true) - before) / 1e6:0} MB allocated in all, {GC.GetGCMemoryInfo(GCKind.Any).HeapSizeBytes / 1e6:0} MB of heap"));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory: {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB"));
        return 0;
    }

    private static string HostilePage(string name, string unit, string end)
    {
        var source = new StringBuilder(HostileSize + 200).Append("<html><body>");
        if (name == "one line of script") source.Append("<script>");
        if (name == "attributes of one tag") source.Append("<div");
        while (source.Length < HostileSize) source.Append(unit);
        return source.Append(end).ToString();
    }

    /// <summary>The pages of the sets that measure what cleaning finds; those of trafilatura-eval are among the last.</summary>
    private static IEnumerable<RawReport> Pages(Locations locations)
    {
        if (locations.Datasets is not { } root) yield break;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string set in (string[])["article-extraction", "htmldate-eval"])
        {
            foreach (string path in DataFiles.Find(Path.Combine(root, set), ".html", ".htm"))
            {
                foreach (Ingested one in new InputReader(follow: null).Read("page.html", DataFiles.Bytes(path), Origin.Unknown)) if (one.Report is { } page && seen.Add(page.Sha256)) yield return page;
            }
        }
    }

    private static (double Wall, double Busy) Timed(Action work)
    {
        long from = Stopwatch.GetTimestamp();
        TimeSpan before = Environment.CpuUsage.TotalTime;
        work();
        return (Stopwatch.GetElapsedTime(from).TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
