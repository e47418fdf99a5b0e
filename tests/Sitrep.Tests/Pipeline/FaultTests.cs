using System.Text;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Ingest;
using Sitrep.Pipeline.Publish;

namespace Sitrep.Tests.Pipeline;

/// <summary>A fault of ours in one report costs that report and no other. Faults are put in as what no reader or caller ever makes.</summary>
public sealed class FaultTests
{
    private static readonly Lazy<SitrepPipeline> Loaded = new(() => SitrepPipeline.Load(DataFolder.At(Path.Combine(Repository.Root, "data")), Path.Combine(Repository.Root, "models")));

    [Fact]
    public void A_report_on_which_the_reader_breaks_is_set_aside_with_its_reason_and_the_fault_is_told()
    {
        var told = new List<string>();
        SitrepPipeline pipeline = Loaded.Value;
        pipeline.Faulted = (input, fault) => told.Add($"{input} {fault.GetType().Name}");
        (ReadReport? report, Problem? problem) = pipeline.Read(Raw("broken", "Ten people died.") with { Supplied = null! });
        Assert.Null(report);
        Assert.True(problem is { Code: ReasonCode.ReadingFailed, SetAside: true, Input: "broken.txt" });
        Assert.Contains("NullReferenceException", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Message);
        Assert.Equal("broken.txt NullReferenceException", Assert.Single(told));
    }

    [Fact]
    public void A_report_on_which_the_fold_breaks_is_left_out_and_the_record_is_that_of_the_others()
    {
        ReadReport[] whole = [Read("one", "Flooding killed ten people in Rome on Monday, police said."), Read("two", "The army captured the town of Rome on Tuesday.")];
        ReadReport broken = Read("three", "A bomb killed six people in Rome on Wednesday, police said.");
        broken = broken with { Reading = broken.Reading with { Claims = [.. broken.Reading.Claims.Select(claim => claim with { Span = new TextSpan(5_000, 5_010), Event = claim.Event is { } told ? told with { Trigger = new TextSpan(5_000, 5_010) } : null })] } };
        Assert.NotEmpty(broken.Reading.Claims);

        SituationRecord record = Loaded.Value.Fold([.. whole, broken], [], asOf: null);
        Problem problem = Assert.Single(record.Problems, problem => problem.SetAside);
        Assert.Equal((ReasonCode.FoldingFailed, "three.txt"), (problem.Code, problem.Input));
        Assert.Equal(Json(Loaded.Value.Fold(whole, [problem], asOf: null)), Json(record));
    }

    [Fact]
    public void What_breaks_while_an_input_is_taken_apart_ends_that_input_only()
    {
        var told = new List<string>();
        var reader = new InputReader((_, _) => throw new InvalidOperationException("a fault\nput in"), (input, _) => told.Add(input));
        const string feed = "<rss version=\"2.0\"><channel><title>F</title><item><title>T</title><link>https://example.org/a</link></item></channel></rss>";
        Ingested one = Assert.Single(reader.Read("f.xml", Encoding.UTF8.GetBytes(feed), Origin.Unknown));
        Assert.True(one.Problem is { Code: ReasonCode.IngestingFailed, SetAside: true });
        Assert.Equal("f.xml", Assert.Single(told));
    }

    private static RawReport Raw(string id, string text) => new(id, $"{id}.txt", id, Markup.Text, text, new SuppliedMetadata(Outlet: "Outlet", Published: "2024-05-15"));

    private static ReadReport Read(string id, string text) => Loaded.Value.Read(Raw(id, text)).Report ?? throw new InvalidOperationException(text);

    private static string Json(SituationRecord record)
    {
        using var output = new MemoryStream();
        PublishStage.Write(record, PublishFormat.Json, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
