using BenchmarkDotNet.Attributes;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Dedupe;
using Sitrep.Pipeline.Ingest;

namespace Sitrep.Benchmarks;

/// <summary>The way of a report on one core: read by itself, and folded with the others. Corpus: all sample stories.</summary>
[MemoryDiagnoser]
public class StoryBenchmarks
{
    private SitrepPipeline _pipeline = null!;   // set by Setup, which runs before any benchmark
    private RawReport[] _raw = [];
    private ReadReport[] _read = [];
    private Report[] _reports = [];

    [GlobalSetup]
    public void Setup()
    {
        _pipeline = SitrepPipeline.Load(DataFolder.Find(), Path.Combine(AppContext.BaseDirectory, "models"));
        _raw = [.. new IngestStage().Read([Corpus.Samples], Stream.Null).Select(item => item.Report).OfType<RawReport>()];
        _read = [.. _raw.Select(raw => _pipeline.Read(raw).Report).OfType<ReadReport>()];
        _reports = [.. _read.Select(read => read.Report)];
        if (_read.Length == 0) throw new InvalidOperationException($"No report in {Corpus.Samples}.");
    }

    /// <summary>Clean, parse, extract all reports; the answer is the number of claims.</summary>
    [Benchmark]
    public int Read() => _raw.Sum(raw => _pipeline.Read(raw).Report?.Reading.Claims.Length ?? 0);

    /// <summary>The answer is the number of dispatches.</summary>
    [Benchmark]
    public int Dedupe() => DedupeStage.Group(_reports).Length;

    /// <summary>The answer is the number of events.</summary>
    [Benchmark]
    public int Fold()
    {
        SituationRecord record = _pipeline.Fold(_read, [], asOf: null);
        return record.Events.Length;
    }
}
