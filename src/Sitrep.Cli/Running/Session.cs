using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Second;
using Sitrep.Pipeline.Ingest;
using Sitrep.Pipeline.Ingest.Web;
using Sitrep.Store;

namespace Sitrep.Cli.Running;

/// <summary>What reading the inputs came to.</summary>
/// <param name="Read">Reports read now.</param>
/// <param name="Known">Reports the store had already, or that were given twice; an address with nothing new is one.</param>
/// <param name="SetAside">Inputs set aside now, in the order they were met.</param>
internal sealed record Tally(int Read, int Known, IReadOnlyList<Problem> SetAside)
{
    public int Exit => SetAside.Count > 0 ? ExitCode.SomeSetAside : ExitCode.Done;

    /// <summary>True when inputs were named and there was nothing at any of them.</summary>
    public bool IsNothing => Read + Known == 0 && SetAside.Count > 0 && SetAside.All(problem => problem.Code == ReasonCode.NotFound);

    public static Tally operator +(Tally one, Tally other) => new(one.Read + other.Read, one.Known + other.Known, [.. one.SetAside, .. other.SetAside]);
}

/// <summary>From inputs to a record: load, ingest, read on all cores, store, fold.</summary>
internal sealed class Session(SitrepPipeline pipeline, Terminal terminal)
{
    private static readonly TimeProvider Clock = TimeProvider.System;   // for pauses, rates and when a page was fetched

    /// <param name="gazetteer">The user's own, by <see cref="OwnGazetteer.Open"/>; it stays open as long as the process lives.</param>
    public static Session Load(Terminal terminal, string? gazetteer) => new(SitrepPipeline.Load(DataFolder.Find(), ModelFolder, OwnGazetteer.Open(gazetteer)), terminal);

    /// <summary>The folder named by <c>SITREP_MODELS</c>, else <c>models</c> beside the program.</summary>
    public static string ModelFolder =>
        Environment.GetEnvironmentVariable("SITREP_MODELS") is { Length: > 0 } named ? named : Path.Combine(AppContext.BaseDirectory, "models");

    /// <summary>Reads the inputs, adds them to what the store holds, and folds all of it.</summary>
    /// <param name="storePath">Null: nothing is kept.</param>
    public (SituationRecord Record, Tally Tally) Record(InputChoice inputs, string? storePath, DateOnly? asOf)
    {
        (Material material, Tally tally) = Read(inputs, storePath);
        return (material.AsOf(asOf), tally);
    }

    /// <summary>Reads the inputs and adds them to what the store holds; folding is left to the caller, who may want several days.</summary>
    /// <param name="storePath">Null: nothing is kept.</param>
    public (Material Material, Tally Tally) Read(InputChoice inputs, string? storePath)
    {
        if (storePath is null)
        {
            using SecondReader? second = inputs.Reader?.Open(Clock, CancellationToken.None);
            var reports = new List<ReadReport>();
            Tally tally = ReadOnce(inputs, null, reports.Add);
            reports.Sort((a, b) => string.CompareOrdinal(a.Report.Id, b.Report.Id));   // the order a store gives them in
            return (new Material(pipeline, second is null ? reports : Second(second, inputs, CancellationToken.None).Read(reports), tally.SetAside, null, []), tally);
        }
        using RecordStore store = OpenStore(storePath, create: inputs.Paths.Count > 0);
        Tally read = ReadInto(store, inputs);
        if (store.CountWithoutChosen() is > 0 and int unread) terminal.Error.WriteLine($"note: {unread} reports of the store were not read by its second reader; --reader has it read them");
        return (new Material(pipeline, store.LoadReports(), store.LoadSetAside(), store.LoadSharedTexts(), inputs.WithoutRulings ? [] : store.LoadRulings()), read);
    }

    /// <summary>Appends a ruling to a store.</summary>
    public static Ruling Rule(string storePath, Ruling ruling)
    {
        using RecordStore store = OpenStore(storePath, create: false);
        return store.Append(ruling);
    }

    public static IReadOnlyList<Ruling> Rulings(string storePath)
    {
        using RecordStore store = OpenStore(storePath, create: false);
        return store.LoadRulings();
    }

    private Tally ReadInto(RecordStore store, InputChoice inputs)
    {
        using SecondReader? second = inputs.Reader?.Open(Clock, CancellationToken.None);   // before anything is read: a key that cannot be sent is told at once
        Tally read = ReadOnce(inputs, store, _ => { });
        if (second is not null) Second(second, inputs, CancellationToken.None).Read(store);
        return read;
    }

    private SecondRun Second(SecondReader reader, InputChoice inputs, CancellationToken cancel) => new(pipeline, reader, terminal, inputs.Progress, cancel);

    /// <summary>Reads the inputs into the store, one commit for each finished report.</summary>
    public Tally Ingest(InputChoice inputs, string storePath)
    {
        using RecordStore store = OpenStore(storePath, create: true);
        return ReadInto(store, inputs);
    }

    /// <summary>The same, and again whenever a file comes or changes, until the user stops it.</summary>
    /// <param name="poll">How often addresses are asked.</param>
    public Tally Watch(InputChoice inputs, string storePath, TimeSpan poll)
    {
        using RecordStore store = OpenStore(storePath, create: true);
        using var stop = new StopSignal();
        using SecondReader? second = inputs.Reader?.Open(Clock, stop.Token);
        using var fetcher = new Fetcher(new FetchLimits(), Clock, stop.Token);
        using var watch = new FolderWatch(inputs.Paths, Clock);
        var rounds = new WatchRounds(inputs, watch, Clock, poll);
        var total = new Tally(0, 0, []);
        var told = new HashSet<Problem>();
        bool first = true;
        do
        {
            InputChoice now = rounds.Next();
            using var reader = new ReadingRun(pipeline, terminal, store, stop.Token) { Told = told, Asked = inputs.Progress, Outdated = first };
            Tally round = reader.Read(now, Options(now, store, fetcher) with { Wanted = watch.IsFinished }, Clock);
            // A reader that is not there is looked for again when there is something new for it.
            if (second is not null && (first || round.Read > 0)) Second(second, inputs, stop.Token).Read(store);
            total += round;
            first = false;
        }
        while (rounds.Await(stop.Token));
        return total;
    }

    private Tally ReadOnce(InputChoice inputs, RecordStore? store, Action<ReadReport> keep)
    {
        using var fetcher = new Fetcher(new FetchLimits(), Clock, CancellationToken.None);
        using var run = new ReadingRun(pipeline, terminal, store, CancellationToken.None) { Keep = keep, Asked = inputs.Progress };
        return run.Read(inputs, Options(inputs, store, fetcher), Clock);
    }

    private static IngestOptions Options(InputChoice inputs, RecordStore? store, Fetcher fetcher) =>
        new() { Web = fetcher, Follow = inputs.Follow, LastFetch = address => store?.LastFetch(address) };

    private static RecordStore OpenStore(string path, bool create)
    {
        if (!create && !File.Exists(path)) throw new Failure($"No store at {path}; expected a file made by 'sitrep ingest'. Give its path with --store, or give inputs.");
        return RecordStore.Open(path);
    }
}
