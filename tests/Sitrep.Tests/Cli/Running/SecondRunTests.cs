using Sitrep.Cli;
using Sitrep.Cli.Running;
using Sitrep.Model.Reports;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Second;
using Sitrep.Store;
using Sitrep.Tests.Pipeline.Ingest.Web;
using Sitrep.Tests.Store;

namespace Sitrep.Tests.Cli.Running;

public sealed class SecondRunTests : IDisposable
{
    private static readonly DataFolder Data = DataFolder.At(Path.Combine(Repository.Root, "data"));
    private static readonly Lazy<SitrepPipeline> Pipeline = new(() => SitrepPipeline.Load(Data, Path.Combine(Repository.Root, "models")));

    private readonly TemporaryRecord _record = new();
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public void Dispose()
    {
        _record.Dispose();
        _error.Dispose();
    }

    [Fact]
    public void What_was_not_answered_is_asked_for_again_and_nothing_else_is()
    {
        int asked = 0;
        using var server = new TestServer(_ => ++asked == 2 ? TestServer.Answer("400 Bad Request", "", "") : Good);
        using RecordStore store = _record.Open();
        foreach ((RawReport raw, ReadReport read) in Reports(3)) store.Append(raw, read);
        Run(server, run => run.Read(store));
        Assert.Equal((3, 1), (server.Requests.Count, store.CountWithoutChosen()));
        Assert.Contains("note (5001 SecondReaderSilent)", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("2 reports read, 1 not read, 2 claims added, 0 items refused", _error.ToString(), StringComparison.Ordinal);
        Run(server, run => run.Read(store));
        Assert.Equal((4, 0), (server.Requests.Count, store.CountWithoutChosen()));
        Run(server, run => run.Read(store));
        Assert.Equal(4, server.Requests.Count);
        Assert.Equal(3, store.LoadReports().Sum(read => read.Reading.Claims.Count(claim => claim.ReadBy == "some-model")));
    }

    [Fact]
    public void A_reader_that_answers_nothing_does_not_take_the_place_of_one_that_did()
    {
        using var server = new TestServer(_ => Good);
        using var broken = new TestServer(_ => TestServer.Answer("404 Not Found", "", ""));
        using RecordStore store = _record.Open();
        foreach ((RawReport raw, ReadReport read) in Reports(2)) store.Append(raw, read);
        Run(server, run => run.Read(store));
        Run(broken, run => run.Read(store));
        Assert.Equal(0, store.CountWithoutChosen());
        Assert.Equal(2, store.LoadReports().Sum(read => read.Reading.Claims.Count(claim => claim.ReadBy is not null)));
    }

    [Fact]
    public void Three_reports_in_a_row_without_an_answer_are_enough()
    {
        using var server = new TestServer(_ => TestServer.Answer("400 Bad Request", "", ""));
        ReadReport[] reports = [.. Reports(6).Select(one => one.Read)];
        IReadOnlyList<ReadReport> read = [];
        Run(server, run => read = run.Read(reports));
        Assert.Equal(reports, read);
        Assert.Equal(3, server.Requests.Count);
        Assert.Contains("is not asked again in this run", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("0 reports read, 6 not read", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_gives_the_same_claims_as_reading_at_once()
    {
        using var server = new TestServer(_ => Good);
        (RawReport Raw, ReadReport Read)[] reports = [.. Reports(2)];
        IReadOnlyList<ReadReport> read = [];
        Run(server, run => read = run.Read([.. reports.Select(one => one.Read).OrderBy(one => one.Report.Id, StringComparer.Ordinal)]));
        using RecordStore store = _record.Open();
        foreach ((RawReport raw, ReadReport built) in reports) store.Append(raw, built);
        Run(server, run => run.Read(store));
        Assert.Equal(Deep.Print(read), Deep.Print(store.LoadReports()));
    }

    private static byte[] Good { get; } = TestServer.Answer("200 OK", "Content-Type: application/json",
        """{"choices":[{"message":{"content":"[{\"kind\":\"event\",\"type\":\"attack\",\"quote\":\"Gunmen desecrated the shrine in Gao\",\"word\":\"desecrated\",\"stance\":\"affirms\"}]"}}]}""");

    private void Run(TestServer server, Action<SecondRun> run)
    {
        using var terminal = new Terminal(Stream.Null, Stream.Null, _error, drawn: false, live: false, color: false);
        using var reader = new SecondReader(Data, new Uri($"{server.Root}/v1"), "some-model", null, new ChatLimits(), TimeProvider.System, _ => { }, CancellationToken.None);
        run(new SecondRun(Pipeline.Value, reader, terminal, asked: false, CancellationToken.None));
    }

    private static IEnumerable<(RawReport Raw, ReadReport Read)> Reports(int count)
    {
        for (int i = 0; i < count; i++)
        {
            var raw = new RawReport($"r{i}", $"{i}.txt", $"{i}00ff", Markup.Text, $"Gunmen desecrated the shrine in Gao on Monday, the army said. Rebels killed 1{i} soldiers near Menaka.", SuppliedMetadata.None with { Published = "2024-05-15" });
            yield return (raw, Pipeline.Value.Read(raw).Report!);   // two sentences are enough to be a report
        }
    }
}
