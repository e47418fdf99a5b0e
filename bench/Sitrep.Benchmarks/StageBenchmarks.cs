using BenchmarkDotNet.Attributes;
using Sitrep.Language;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Clean;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Dedupe;
using Sitrep.Pipeline.Extract;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Ingest;
using Sitrep.Pipeline.Parse;
using Sitrep.Pipeline.Publish;

namespace Sitrep.Benchmarks;

/// <summary>Each stage by itself, on one core. Corpus: all sample stories together. Each answers a count, so that a faster run that finds less is seen.</summary>
[Config(typeof(OneProcess))]
public class StageBenchmarks
{
    private SitrepPipeline _pipeline = null!;   // set by Setup, as all below, which runs before any benchmark
    private CleanStage _clean = null!;
    private ParseStage _parse = null!;
    private ExtractStage _extract = null!;
    private SituationRecord _record = null!;
    private readonly IngestStage _ingest = new();
    private RawReport[] _raw = [];
    private Report[] _reports = [];
    private ParsedReport[] _parsed = [];
    private ReadReport[] _read = [];

    [GlobalSetup]
    public void Setup()
    {
        DataFolder data = DataFolder.Find();
        string models = Path.Combine(AppContext.BaseDirectory, "models");
        Gazetteer gazetteer = Gazetteer.Load(data);
        _pipeline = SitrepPipeline.Load(data, models);
        _clean = new CleanStage(data);
        _parse = new ParseStage(LanguageEngine.Load(models), data);
        _extract = new ExtractStage(data, ReadingLexicon.Load(data, gazetteer, gazetteer.Countries, KnownActors.Load(data)));
        _raw = [.. _ingest.Read([Corpus.Samples], Stream.Null).Select(item => item.Report).OfType<RawReport>()];
        _reports = [.. _raw.Select(raw => _clean.Clean(raw).Report).OfType<Report>()];
        if (_reports.Length == 0) throw new InvalidOperationException($"No report in {Corpus.Samples}.");
        _parsed = [.. _reports.Select(_parse.Parse)];
        _read = [.. _raw.Select(raw => _pipeline.Read(raw).Report).OfType<ReadReport>()];
        _record = _pipeline.Fold(_read, [], asOf: null);
    }

    /// <summary>The answer is the number of reports.</summary>
    [Benchmark]
    public int Ingest() => _ingest.Read([Corpus.Samples], Stream.Null).Count();

    /// <summary>The answer is the number of zones.</summary>
    [Benchmark]
    public int Clean() => _raw.Sum(raw => _clean.Clean(raw).Report?.Zones.Length ?? 0);

    /// <summary>The answer is the number of dispatches.</summary>
    [Benchmark]
    public int Dedupe() => DedupeStage.Group(_reports).Length;

    /// <summary>The answer is the number of tokens.</summary>
    [Benchmark]
    public int Parse() => _reports.Sum(report => _parse.Parse(report).Paragraphs.Sum(paragraph => paragraph.Sentences.Sum(sentence => sentence.Tokens.Length)));

    /// <summary>The answer is the number of claims.</summary>
    [Benchmark]
    public int Extract() => _parsed.Sum(parsed => _extract.Extract(parsed).Claims.Length);

    /// <summary>Dedupe, Resolve and Corroborate. The answer is the number of events.</summary>
    [Benchmark]
    public int Fold()
    {
        SituationRecord record = _pipeline.Fold(_read, [], asOf: null);
        return record.Events.Length;
    }

    /// <summary>All three forms. The answer is the number of bytes.</summary>
    [Benchmark]
    public long Publish()
    {
        using var output = new MemoryStream();
        foreach (PublishFormat format in Enum.GetValues<PublishFormat>()) PublishStage.Write(_record, format, output);
        return output.Length;
    }
}
