using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Ingest;
using Sitrep.Store;

namespace Sitrep.Cli.Running;

/// <summary>What reading the inputs came to.</summary>
/// <param name="Read">Reports read now.</param>
/// <param name="Known">Reports the store had already, or that were given twice.</param>
/// <param name="SetAside">Inputs set aside now, in the order they were met.</param>
internal sealed record Tally(int Read, int Known, IReadOnlyList<Problem> SetAside)
{
    public int Exit => SetAside.Count > 0 ? ExitCode.SomeSetAside : ExitCode.Done;
}

/// <summary>From inputs to a record: load, ingest, read on all cores, store, fold.</summary>
internal sealed class Session(SitrepPipeline pipeline, Terminal terminal)
{
    /// <summary>Inputs taken at a time; bounds memory while all cores stay busy.</summary>
    private const int BatchSize = 64;

    public static Session Load(Terminal terminal) => new(SitrepPipeline.Load(DataFolder.Find(), ModelFolder), terminal);

    /// <summary>The folder named by <c>SITREP_MODELS</c>, else <c>models</c> beside the program.</summary>
    public static string ModelFolder =>
        Environment.GetEnvironmentVariable("SITREP_MODELS") is { Length: > 0 } named ? named : Path.Combine(AppContext.BaseDirectory, "models");

    /// <summary>Reads the inputs, adds them to what the store holds, and folds all of it.</summary>
    /// <param name="inputs">May be empty when there is a store.</param>
    /// <param name="storePath">Null: nothing is kept.</param>
    public (SituationRecord Record, Tally Tally) Record(IReadOnlyList<string> inputs, string? storePath, DateOnly? asOf)
    {
        if (storePath is null)
        {
            var reports = new List<ReadReport>();
            Tally tally = Read(inputs, null, reports.Add);
            reports.Sort((a, b) => string.CompareOrdinal(a.Report.Id, b.Report.Id));   // the order a store gives them in
            return (pipeline.Fold(reports, tally.SetAside, asOf), tally);
        }
        using RecordStore store = OpenStore(storePath, create: inputs.Count > 0);
        Tally read = Read(inputs, store, _ => { });
        return (pipeline.Fold(store.LoadReports(), store.LoadSetAside(), asOf, store.LoadSharedTexts()), read);
    }

    /// <summary>Reads the inputs into the store, one commit for each finished report.</summary>
    public Tally Ingest(IReadOnlyList<string> inputs, string storePath)
    {
        using RecordStore store = OpenStore(storePath, create: true);
        return Read(inputs, store, _ => { });
    }

    private static RecordStore OpenStore(string path, bool create)
    {
        if (!create && !File.Exists(path)) throw new Failure($"No store at {path}; expected a file made by 'sitrep ingest'. Give its path with --store, or give inputs.");
        return RecordStore.Open(path);
    }

    private Tally Read(IReadOnlyList<string> inputs, RecordStore? store, Action<ReadReport> keep)
    {
        int read = 0, known = 0;
        var setAside = new List<Problem>();
        var met = new HashSet<string>(StringComparer.Ordinal);
        using var progress = new Progress(terminal, "read");

        void Take(RawReport raw, ReadReport? report, Problem? problem)
        {
            progress.Step();
            if (report is not null)
            {
                store?.Append(raw, report);
                keep(report);
                read++;
            }
            else if (problem is not null)
            {
                SetAside(problem);
            }
        }

        void SetAside(Problem problem)
        {
            store?.Append(problem);
            setAside.Add(problem);
            progress.Wipe();
            terminal.Error.WriteLine($"set aside ({(int)problem.Code} {problem.Code}) {problem.Input}: {problem.Message}");
        }

        foreach (RawReport[] outdated in (store?.LoadOutdated() ?? []).Chunk(BatchSize)) ReadAll(outdated, Take);
        var ingest = new IngestStage();
        foreach (Ingested[] batch in ingest.Read(inputs, terminal.Input).Chunk(BatchSize))
        {
            var fresh = new List<RawReport>(batch.Length);
            foreach (Ingested item in batch)
            {
                if (item.Problem is { } problem) SetAside(problem);
                else if (item.Report is { } raw && met.Add(raw.Id) && store?.Contains(raw.Id) != true) fresh.Add(raw);
                else known++;
            }
            ReadAll(fresh, Take);
        }
        return new Tally(read, known, setAside);
    }

    /// <summary>Reads on all cores and hands on in the order given, each as soon as it and all before it are done.</summary>
    private void ReadAll(IReadOnlyList<RawReport> raws, Action<RawReport, ReadReport?, Problem?> take)
    {
        foreach ((RawReport raw, ReadReport? report, Problem? problem) in raws.AsParallel().AsOrdered()
            .WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(ReadOne))
        {
            take(raw, report, problem);
        }
    }

    private (RawReport Raw, ReadReport? Report, Problem? Problem) ReadOne(RawReport raw)
    {
        try
        {
            (ReadReport? report, Problem? setAside) = pipeline.Read(raw);
            return (raw, report, setAside);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or IOException))
        {
            throw new InvalidOperationException($"while reading {raw.Input}: {e.GetType().Name}: {e.Message}", e);   // a bug of ours: say at which report
        }
    }
}
