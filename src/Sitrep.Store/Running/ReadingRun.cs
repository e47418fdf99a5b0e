using Sitrep.Model.Reports;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Dedupe;
using Sitrep.Pipeline.Ingest;

namespace Sitrep.Store.Running;

/// <summary>One pass over inputs: what is new is read on all cores and kept in order, what is known is counted, what cannot be read is told.</summary>
/// <param name="store">Null: nothing is kept in a file.</param>
/// <param name="cancel">Stops between two reports.</param>
public sealed class ReadingRun(SitrepPipeline pipeline, ReadingListener listener, RecordStore? store, CancellationToken cancel)
{
    /// <summary>Inputs taken at a time; bounds memory while all cores stay busy.</summary>
    private const int BatchSize = 64;

    private readonly HashSet<string> _met = new(StringComparer.Ordinal);
    private readonly HashSet<string> _live = new(StringComparer.Ordinal);
    private readonly List<Problem> _setAside = [];
    private int _read;
    private int _known;

    /// <summary>Problems that were told in an earlier pass of the same watch and are not told or counted again; null outside a watch, where nothing being there is a problem too.</summary>
    public HashSet<Problem>? Told { get; init; }

    /// <summary>Read again what an older reader read.</summary>
    public bool Outdated { get; init; } = true;

    /// <summary>Reads the inputs to their end.</summary>
    /// <param name="standardInput">Read for the input <c>-</c>.</param>
    public Tally Read(IReadOnlyList<string> inputs, IngestOptions options, Stream standardInput)
    {
        options.Meter.Moved = listener.Moved;
        listener.Began(options.Meter);
        foreach (RawReport[] outdated in (Outdated ? store?.LoadOutdated() ?? [] : []).Chunk(BatchSize)) ReadAll(outdated);
        foreach (List<Ingested> batch in Batches(new IngestStage(options).Read(inputs, standardInput)))
        {
            ReadAll([.. batch.Select(Sort).OfType<RawReport>()]);
            if (cancel.IsCancellationRequested) break;
            // Only now: the note says that there is no need to ask for these pages again.
            foreach (Ingested item in batch) if (item.Note is { Status: not 304 } note) store?.Append(note);
            listener.Moved();
        }
        listener.Ended();
        return new Tally(_read, _known, _setAside);
    }

    /// <summary>A batch ends early behind what was fetched: the next fetch may take long, and what is here must not wait for it.</summary>
    private static IEnumerable<List<Ingested>> Batches(IEnumerable<Ingested> items)
    {
        var batch = new List<Ingested>(BatchSize);
        foreach (Ingested item in items)
        {
            batch.Add(item);
            if (batch.Count < BatchSize && item.Note is null) continue;
            yield return batch;
            batch = new List<Ingested>(BatchSize);
        }
        if (batch.Count > 0) yield return batch;
    }

    /// <returns>The report when it is to be read.</returns>
    private RawReport? Sort(Ingested item)
    {
        if (item.Problem is { } problem) Tell(problem);
        else if (item.Note is { } note)
        {
            if (note.Status == 304) Count();
        }
        else if (item.Report is { } raw)
        {
            if (_met.Add(raw.Id) && store?.Contains(raw.Id) != true)
            {
                if (item.Live) _live.Add(raw.Id);
                return raw;
            }
            Count();
        }
        return null;
    }

    private void Count()
    {
        _known++;
        listener.Stepped();
    }

    /// <summary>Reads on all cores and takes in the order given, each as soon as it and all before it are done.</summary>
    private void ReadAll(RawReport[] raws)
    {
        if (raws.Length == 0) return;
        foreach ((RawReport raw, ReadReport? report, Sketch? sketch, Problem? problem) in raws.AsParallel().AsOrdered()
            .WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(ReadOne))
        {
            if (report is not null) Take(raw, report, sketch);
            else if (problem is not null) Tell(problem);
            if (cancel.IsCancellationRequested) return;
        }
    }

    private void Take(RawReport raw, ReadReport report, Sketch? sketch)
    {
        // Pages differ in their advertisements each time they are fetched; only a change of the report itself makes another version.
        if (_live.Contains(raw.Id) && store?.LatestOf(raw.Input) is { } latest && BodyOf(latest) == BodyOf(report.Report))
        {
            Count();
            return;
        }
        if (sketch is not null) store?.Append(raw, report, sketch);
        listener.Took(report);
        _read++;
        listener.Stepped();
    }

    private void Tell(Problem problem)
    {
        if (Told is not null && (problem.Code == ReasonCode.NotFound || !Told.Add(problem))) return;
        if (problem.SetAside)
        {
            store?.Append(problem);
            _setAside.Add(problem);
        }
        listener.Told(problem);
    }

    private (RawReport Raw, ReadReport? Report, Sketch? Sketch, Problem? Problem) ReadOne(RawReport raw)
    {
        (ReadReport? report, Problem? setAside) = pipeline.Read(raw);
        try
        {
            // Here, where all cores are at work, and not where the file is written.
            return (raw, report, report is null || store is null ? null : Sketch.Of(report.Report), setAside);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return (raw, null, null, pipeline.SetAside(raw.Input, ReasonCode.ReadingFailed, e));
        }
    }

    private static string BodyOf(Report report) => string.Join('\n', report.Body.Select(span => span.Of(report.Text)));
}
