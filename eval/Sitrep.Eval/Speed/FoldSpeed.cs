using System.Diagnostics;
using System.Globalization;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Corroborate;
using Sitrep.Pipeline.Corroborate.Stories;
using Sitrep.Pipeline.Dedupe;
using Sitrep.Pipeline.Publish;
using Sitrep.Pipeline.Resolve;
using Sitrep.Store;

namespace Sitrep.Eval.Speed;

/// <summary>What a report costs in one store as their number grows, by step, in processor time, which a busy machine hardly changes; each number in a process of its own, because memory that was taken is not given back.</summary>
internal static class FoldSpeed
{
    /// <summary>Numbers of reports when none is given.</summary>
    private static readonly int[] Counts = [1_000, 10_000, 100_000];

    /// <summary>Reports that the language engine reads; beyond them, readings are moved to other years and towns (<see cref="MovedStories"/>).</summary>
    private const int ReadMax = 1_000;

    /// <summary>Reports appended between two lines of progress.</summary>
    private const int ToldEvery = 5_000;

    /// <returns>Exit code.</returns>
    public static int Run(string[] counts)
    {
        string[] sizes = counts.Length > 0 ? counts : [.. Counts.Select(count => count.ToString(CultureInfo.InvariantCulture))];
        var table = new List<(string Step, double[] Values)>();
        for (int size = 0; size < sizes.Length; size++)
        {
            using Process process = Process.Start(new ProcessStartInfo("dotnet", [typeof(FoldSpeed).Assembly.Location, "bench-fold-child", sizes[size]]) { RedirectStandardOutput = true }) ?? throw new InvalidOperationException("The program did not start.");
            string[] lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            process.WaitForExit();
            if (process.ExitCode != 0) return process.ExitCode;
            foreach (string[] cells in lines.Select(line => line.Split('\t')))
            {
                int row = table.FindIndex(known => known.Step == cells[0]);
                if (row < 0) table.Add((cells[0], new double[sizes.Length]));
                table[row < 0 ? ^1 : row].Values[size] = double.Parse(cells[1], CultureInfo.InvariantCulture);
            }
        }
        Console.WriteLine($"{"",-44}{string.Concat(sizes.Select(size => $"{size,12}"))}   last/first");
        foreach ((string step, double[] values) in table) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step,-44}{string.Concat(values.Select(value => value.ToString("0.###", CultureInfo.InvariantCulture).PadLeft(12)))}{values[^1] / values[0],12:0.00}"));
        return 0;
    }

    /// <summary>The process that is timed.</summary>
    public static int Child(string counted)
    {
        int count = int.Parse(counted, CultureInfo.InvariantCulture), read = Math.Min(count, ReadMax);
        string[] towns = [.. Product.Data.Rows("countries.tsv", "code", "name", "aliases", "demonyms", "capital", "latitude", "longitude", "geonames").Select(row => row[4]).Where(town => town.Length > 3 && !Product.Gazetteer.Find(town).IsEmpty)];
        SitrepPipeline pipeline = Product.Pipeline;
        CorroborateStage corroborate = CorroborateStage.Load(Product.Data);
        pipeline.Fold([], [], asOf: null);
        string folder = Directory.CreateTempSubdirectory("sitrep-bench-").FullName;
        try
        {
            string path = Path.Combine(folder, "record.db");
            ReadReport[] readings = [];
            Step("reading (of those read), ms a report", read, () => readings = [.. SyntheticStories.Reports(read, towns).AsParallel().AsOrdered().Select(report => Product.Read(report)).OfType<ReadReport>()]);
            Append(path, readings, count, towns);
            ReadReport last = readings[^1];
            readings = [];
            Answer(path, count, corroborate, pipeline, last);
            Line("peak memory, MB", Process.GetCurrentProcess().PeakWorkingSet64 / 1e6);
            Line("store, KB a report", new FileInfo(path).Length / 1e3 / count);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        return 0;
    }

    // Made outside of the time that is taken.
    private static void Append(string path, ReadReport[] readings, int count, string[] towns)
    {
        var moved = new MovedStories(towns);
        using RecordStore store = RecordStore.Open(path);
        var kept = new List<ReadReport>(ToldEvery);
        TimeSpan spent = TimeSpan.Zero;
        for (int number = 0; number < count; number++)
        {
            kept.Add(moved.Move(readings[number % readings.Length], number / readings.Length));
            if (kept.Count < ToldEvery && number < count - 1) continue;
            TimeSpan before = Processor;
            foreach (ReadReport read in kept) store.Append(Raw(read.Report), read);
            spent += Processor - before;
            kept.Clear();
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count}: {number + 1} kept"));
        }
        Line("dedupe and keep, ms a report", spent.TotalMilliseconds / count);
    }

    private static void Answer(string path, int count, CorroborateStage corroborate, SitrepPipeline pipeline, ReadReport last)
    {
        using RecordStore store = RecordStore.Open(path);
        KnownReports known = KnownReports.None;
        SharedTexts? shared = null;
        Step("load, ms a report", count, () => (known, shared) = (store.LoadReports(known), store.LoadSharedTexts()));
        IReadOnlyList<ReadReport> all = known.Reports;
        Report[] texts = [.. all.Select(read => read.Report)];
        Copies? copies = null;
        Resolution? resolution = null;
        StoryClusters? stories = null;
        SituationRecord? record = null;
        double total = Step("fold: copies, ms a report", count, () => copies = DedupeStage.Find(texts, shared));
        total += Step("fold: resolve, ms a report", count, () => resolution = Product.Resolve.Resolve(all, copies!));
        total += Step("fold: stories, ms a report", count, () => stories = corroborate.Stories(texts, copies!.Dispatches));
        total += Step("fold: corroborate, ms a report", count, () => record = corroborate.Fold(texts, resolution!, stories!, [], null));
        Line("fold, ms a report", total);
        (copies, resolution, stories) = (null, null, null);
        Step("write JSON, ms a report", count, () => PublishStage.Write(record!, PublishFormat.Json, Stream.Null));
        Line("claims", record!.Claims.Length);
        Line("events", record.Events.Length);
        record = null;
        // As the desk does it: it remembers, and one report comes in.
        pipeline.Remembers = true;
        Step("an answer, ms", 1, () => pipeline.Fold(known.Reports, [], asOf: null, shared));
        ReadReport late = last with { Report = last.Report with { Id = "late", Input = "late.txt", Sha256 = "late", Published = all.Max(read => read.Report.Published) }, Reading = last.Reading with { ReportId = "late", Claims = [] } };
        Step("one report more: dedupe and keep, ms", 1, () => store.Append(Raw(late.Report), late));
        Step("one report more: load, ms", 1, () => (known, shared) = (store.LoadReports(known), store.LoadSharedTexts()));
        Step("one report more: the answer, ms", 1, () => pipeline.Fold(known.Reports, [], asOf: null, shared));
    }

    private static TimeSpan Processor => Process.GetCurrentProcess().TotalProcessorTime;

    private static double Step(string step, int share, Action work)
    {
        Console.Error.WriteLine(step);
        TimeSpan before = Processor;
        work();
        double taken = (Processor - before).TotalMilliseconds / share;
        Line(step, taken);
        return taken;
    }

    private static void Line(string step, double value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step}\t{value:0.#####}"));

    private static RawReport Raw(Report report) => new(report.Id, report.Input, report.Sha256, report.Markup, report.Received, SuppliedMetadata.None);
}
