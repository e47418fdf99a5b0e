using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Corroborate.Comparing;
using Sitrep.Pipeline.Corroborate.Stories;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Extract.Second;
using Sitrep.Pipeline.Ingest;
using Sitrep.Pipeline.Ingest.Web;
using Sitrep.Store;
using Sitrep.Store.Running;

namespace Sitrep.Cli.Running;

/// <summary>From inputs to a record: load, ingest, read on all cores, store, fold.</summary>
internal sealed class Session(SitrepPipeline pipeline, Terminal terminal)
{
    private static readonly TimeProvider Clock = TimeProvider.System;   // for pauses, rates and when a page was fetched

    /// <param name="gazetteer">The user's own, by <see cref="OwnGazetteer.Open"/>; it stays open as long as the process lives.</param>
    public static Session Load(Terminal terminal, string? gazetteer) => new(LoadPipeline(terminal, gazetteer), terminal);

    /// <param name="gazetteer">As for <see cref="Load"/>.</param>
    public static SitrepPipeline LoadPipeline(Terminal terminal, string? gazetteer)
    {
        SitrepPipeline pipeline = SitrepPipeline.Load(DataFolder.Find(), ModelFolder, OwnGazetteer.Open(gazetteer));
        pipeline.Faulted = terminal.Faulted;
        return pipeline;
    }

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

    /// <summary>What two reports tell alike and differently, and whether of one incident.</summary>
    /// <param name="known">The reports among which stories are told apart, those two with them.</param>
    public (TellingComparison Comparison, OneIncident Incident) Compare(IReadOnlyList<Report> known, Report first, Report second)
    {
        TellingComparison comparison = pipeline.Compare(first, second);
        StoryClusters stories = pipeline.Stories(known);
        int? apart = first.Anchor is { } one && second.Anchor is { } other ? Math.Abs(one.DayNumber - other.DayNumber) : null;
        return (comparison, OneIncident.Of(comparison, stories.Of(first.Id) == stories.Of(second.Id), apart));
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

    /// <summary>Entries of the gazetteer and of the user's own, by any spelling; the largest first.</summary>
    public ImmutableArray<GazetteerPlace> PlacesNamed(string name) => pipeline.PlacesNamed(name);

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
        using var listener = new TerminalListener(terminal, Clock, inputs.Progress);
        bool first = true;
        return new WatchRun(pipeline, listener, store, Clock, stop.Token).Read(inputs.Paths, Options(inputs, store, fetcher), poll, round =>
        {
            // A reader that is not there is looked for again when there is something new for it.
            if (second is not null && (first || round.Read > 0)) Second(second, inputs, stop.Token).Read(store);
            first = false;
        });
    }

    private Tally ReadOnce(InputChoice inputs, RecordStore? store, Action<ReadReport> keep)
    {
        using var fetcher = new Fetcher(new FetchLimits(), Clock, CancellationToken.None);
        using var listener = new TerminalListener(terminal, Clock, inputs.Progress) { Keep = keep };
        return new ReadingRun(pipeline, listener, store, CancellationToken.None).Read(inputs.Paths, Options(inputs, store, fetcher), terminal.Input);
    }

    private IngestOptions Options(InputChoice inputs, RecordStore? store, Fetcher fetcher) =>
        new() { Web = fetcher, Follow = inputs.Follow, LastFetch = address => store?.LastFetch(address), Faulted = terminal.Faulted };

    private static RecordStore OpenStore(string path, bool create)
    {
        if (!create && !File.Exists(path)) throw new Failure($"No store at {path}; expected a file made by 'sitrep ingest'. Give its path with --store, or give inputs.");
        return RecordStore.Open(path);
    }
}
