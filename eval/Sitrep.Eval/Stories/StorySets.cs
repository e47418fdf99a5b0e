using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Sitrep.Eval.Scores;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Ingest;
using Sitrep.Pipeline.Publish;

namespace Sitrep.Eval.Stories;

/// <summary>Whole stories: reports in, record out, measured in its public form.</summary>
internal static class StorySets
{
    public static IEnumerable<EvalSet> All(Locations locations)
    {
        yield return Of("albu-kamal", locations.Seeds, locations.Gold is null ? null : Path.Combine(locations.Gold, "albu-kamal.json"));
        if (!Directory.Exists(locations.Samples)) yield break;
        foreach (string folder in Directory.GetDirectories(locations.Samples).Order(StringComparer.Ordinal))
        {
            string story = Path.GetFileName(folder);
            yield return Of($"sample-{story}", folder, Path.Combine(locations.SampleGold, $"{story}.json"));
        }
    }

    /// <summary>A story kept anywhere, by its folder of reports and its gold file.</summary>
    public static EvalSet At(string reports, string gold) => Of($"story-{Path.GetFileNameWithoutExtension(gold)}", Directory.Exists(reports) ? reports : null, gold);

    private static EvalSet Of(string set, string? reports, string? gold) => new(set, () =>
        reports is null ? SetResult.Skip(set, "no reports; set SITREP_SEEDS")
        : gold is null || !File.Exists(gold) ? SetResult.Skip(set, "no gold data")
        : Run(set, reports, gold));

    private static SetResult Run(string set, string folder, string goldPath)
    {
        byte[] goldBytes = File.ReadAllBytes(goldPath);
        using JsonDocument gold = JsonDocument.Parse(goldBytes);
        SitrepPipeline pipeline = Product.Pipeline;   // loading is not part of the story's time
        long started = Stopwatch.GetTimestamp();
        (List<ReadReport> reports, List<Problem> setAside) = Read(pipeline, folder);
        RecordView record = View(pipeline.Fold(reports, setAside, asOf: null));
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var wanted = new StoryGold(gold.RootElement);
        var story = new Story(
            wanted, record, reports.ToDictionary(report => report.Report.Id, report => report.Report.Received, StringComparer.Ordinal),
            wanted.EarlierDays.ToDictionary(day => day, day => View(pipeline.Fold(reports, setAside, day))));
        return StoryScorer.Score(set, story, Convert.ToHexStringLower(SHA256.HashData(goldBytes)), seconds);
    }

    private static (List<ReadReport> Reports, List<Problem> SetAside) Read(SitrepPipeline pipeline, string folder)
    {
        var reports = new List<ReadReport>();
        var setAside = new List<Problem>();
        foreach (Ingested item in new IngestStage().Read([folder], Stream.Null))
        {
            if (item.Report is { } raw)
            {
                (ReadReport? report, Problem? problem) = pipeline.Read(raw);
                if (report is not null) reports.Add(report);
                if (problem is not null) setAside.Add(problem);
            }
            else if (item.Problem is { } broken)
            {
                setAside.Add(broken);
            }
        }
        return (reports, setAside);
    }

    /// <summary>The record in its public form, and nothing else of it.</summary>
    private static RecordView View(SituationRecord record)
    {
        using var json = new MemoryStream();
        PublishStage.Write(record, PublishFormat.Json, json);
        using JsonDocument parsed = JsonDocument.Parse(json.ToArray());
        return new RecordView(parsed.RootElement);
    }
}
