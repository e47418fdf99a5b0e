using System.Text;
using System.Text.Json;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Ingest;
using Sitrep.Pipeline.Publish;
using Sitrep.Pipeline.Publish.Changes;
using Sitrep.Store;
using Sitrep.Tests.Pipeline.Publish;
using Sitrep.Tests.Pipeline.Publish.Exports;
using Sitrep.Tests.Store;

namespace Sitrep.Tests.Pipeline;

/// <summary>What the contract promises of every record, held against the sample stories and, where they are present, the seed reports.</summary>
public sealed class SampleStoryTests
{
    private static readonly Lazy<SitrepPipeline> Pipeline = new(() => SitrepPipeline.Load(DataFolder.At(Path.Combine(Repository.Root, "data")), Path.Combine(Repository.Root, "models")));
    private static readonly Lazy<SitrepPipeline> Remembering = new(() => SitrepPipeline.Load(DataFolder.At(Path.Combine(Repository.Root, "data")), Path.Combine(Repository.Root, "models")));

    public static TheoryData<string> Stories => [.. Directory.GetDirectories(Path.Combine(Repository.Root, "samples")).Select(Path.GetFileName).Order(StringComparer.Ordinal).Select(name => name ?? ""), "seeds"];

    [Theory]
    [MemberData(nameof(Stories))]
    public void Records_keep_the_contract(string story)
    {
        RawReport[] raw = Raw(story);
        SituationRecord record = Pipeline.Value.Fold(Read(raw), [], asOf: null);
        JsonElement json = RecordChecks.PublishJson(record);
        Assert.Empty(JsonSchema.Validate(RecordChecks.Schema, json));
        RecordChecks.NamesOnlyWhatItHolds(json);
        Dictionary<string, string> received = raw.ToDictionary(report => report.Input, report => report.Received, StringComparer.Ordinal);
        RecordChecks.SpansEqualOriginal(json, input => received[input]);
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Exports_and_states_of_a_day_keep_their_standards(string story)
    {
        SituationRecord record = Pipeline.Value.Fold([.. Read(Raw(story))], [], asOf: null);
        ExportChecks.All(record);
        DateOnly middle = record.Reports.Select(report => report.Published).OfType<DateOnly>().Order().ElementAt(record.Reports.Length / 2);
        SituationRecord on = RecordOn.Of(record, middle);
        ExportChecks.All(on);
        JsonElement json = RecordChecks.PublishJson(on);
        Assert.Empty(JsonSchema.Validate(RecordChecks.Schema, json));
        RecordChecks.NamesOnlyWhatItHolds(json);
        // A report with a sentence that rests on nothing would not be written.
        foreach (PublishFormat format in (PublishFormat[])[PublishFormat.Markdown, PublishFormat.Html]) Assert.NotEmpty(RecordChecks.Publish(on, format));
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void What_changed_between_two_days_adds_up(string story)
    {
        ReadReport[] read = [.. Read(Raw(story))];
        DateOnly[] days = [.. read.Select(report => report.Report.Published).OfType<DateOnly>().Distinct().Order()];
        SituationRecord before = Pipeline.Value.Fold(read, [], days[days.Length / 2]), after = Pipeline.Value.Fold(read, [], asOf: null);
        RecordChanges changes = RecordDifference.Of(before, after);
        HashSet<string> known = [.. before.Claims.Select(claim => claim.Claim.Id)];
        // Every event that rests on new claims only is told as new, expected or reversed, and nothing else is.
        string[] fresh = [.. after.Events.Where(happening => !happening.Claims.Any(known.Contains)).Select(happening => happening.Id).Order(StringComparer.Ordinal)];
        Assert.Equal(fresh, changes.Changes.Where(change => change.Thing == ChangedThing.Event && change.Kind is ChangeKind.New or ChangeKind.Expected or ChangeKind.Reversed && change.Thing == ChangedThing.Event).Select(change => change.Id).Order(StringComparer.Ordinal));
        Assert.All(changes.Changes, change => Assert.NotEmpty(change.Claims));
        Assert.Empty(RecordDifference.Of(after, after).Changes);
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void The_order_of_reports_does_not_matter_on_any_day(string story)
    {
        ReadReport[] read = [.. Read(Raw(story))];
        DateOnly?[] days = [null, .. read.Select(report => report.Report.Published).Where(day => day is not null).Distinct().Order()];
        Assert.True(days.Length > 1, "No report has a day.");
        foreach (DateOnly? day in days)
        {
            string forwards = Json(Pipeline.Value.Fold(read, [], day));
            Assert.Equal(forwards, Json(Pipeline.Value.Fold([.. read.Reverse()], [], day)));
            Assert.Equal(forwards, Json(Pipeline.Value.Fold([.. read.OrderBy(report => report.Report.Sha256, StringComparer.Ordinal)], [], day)));
        }
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void A_later_report_changes_no_claim_of_an_earlier_one(string story)
    {
        ReadReport[] read = [.. Read(Raw(story)).OrderBy(report => report.Report.Published ?? DateOnly.MaxValue).ThenBy(report => report.Report.Id, StringComparer.Ordinal)];
        HashSet<string> all = Words(Pipeline.Value.Fold(read, [], asOf: null));
        foreach (int count in new[] { 1, read.Length / 2 }) Assert.Subset(all, Words(Pipeline.Value.Fold([.. read.Take(count)], [], asOf: null)));
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Any_order_and_any_batches_in_a_store_give_the_record_of_a_rebuild(string story)
    {
        RawReport[] raw = Raw(story);
        Dictionary<string, ReadReport> read = Read(raw).ToDictionary(report => report.Report.Id, StringComparer.Ordinal);
        string rebuilt = Json(Pipeline.Value.Fold([.. read.Values], [], asOf: null));
        for (int seed = 0; seed < 3; seed++)
        {
            var random = new Random(seed);
            RawReport[] inOrder = [.. raw.Where(report => read.ContainsKey(report.Id))];
            random.Shuffle(inOrder);
            using var kept = new TemporaryRecord();
            KnownReports known = KnownReports.None;
            Remembering.Value.Remembers = true;   // forgets the order before
            for (int next = 0; next < inOrder.Length;)
            {
                using RecordStore store = kept.Open();
                for (int batch = random.Next(1, 5); batch > 0 && next < inOrder.Length; batch--, next++) store.Append(inOrder[next], read[inOrder[next].Id]);
                // An answer in between must leave nothing behind, whether it is worked out anew or goes on from the one before.
                if (seed == 0) continue;
                string anew = Json(Pipeline.Value.Fold(store.LoadReports(), [], asOf: null, store.LoadSharedTexts()));
                known = store.LoadReports(known);
                Assert.Equal(anew, Json(Remembering.Value.Fold(known.Reports, [], asOf: null, store.LoadSharedTexts())));
            }
            using RecordStore whole = kept.Open();
            Assert.Equal(rebuilt, Json(Pipeline.Value.Fold(whole.LoadReports(), [], asOf: null, whole.LoadSharedTexts())));
        }
    }

    // Whose word, of what stance, at which words; what it is about may be known better later.
    private static HashSet<string> Words(SituationRecord record) =>
        [.. RecordChecks.PublishJson(record).GetProperty("claims").EnumerateArray().Select(claim => $"{claim.GetProperty("id")} {claim.GetProperty("stance")} {claim.GetProperty("span").GetRawText()}")];

    private static string Json(SituationRecord record) => Encoding.UTF8.GetString(RecordChecks.Publish(record, PublishFormat.Json));

    private static RawReport[] Raw(string story)
    {
        string? folder = story == "seeds" ? Repository.Seeds : Path.Combine(Repository.Root, "samples", story);
        Assert.SkipWhen(folder is null, "The seed reports are not on this machine; SITREP_SEEDS names their folder.");
        Ingested[] items = [.. new IngestStage().Read([folder!], Stream.Null)];   // skipped above when null
        Assert.All(items, item => Assert.Null(item.Problem));
        return [.. items.Select(item => item.Report).OfType<RawReport>()];
    }

    private static IReadOnlyList<ReadReport> Read(RawReport[] raw) => [.. raw.Select(report => Pipeline.Value.Read(report).Report).OfType<ReadReport>()];
}
