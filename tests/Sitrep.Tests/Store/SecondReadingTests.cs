using Microsoft.Data.Sqlite;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline;
using Sitrep.Store;

namespace Sitrep.Tests.Store;

public sealed class SecondReadingTests : IDisposable
{
    private static readonly SecondReaderName One = new("http://localhost:8080/v1", "one", "aa"), Other = One with { Model = "other" };

    private readonly TemporaryRecord _record = new();

    public void Dispose() => _record.Dispose();

    [Fact]
    public void What_a_second_reader_found_stands_among_the_claims_and_says_so()
    {
        RawReport raw = Samples.Raw("r1");
        using (RecordStore store = _record.Open())
        {
            store.Append(raw, Samples.Full(raw));
            store.Choose(One);
            store.Append(Found("r1", One));
        }
        using RecordStore again = _record.Open();
        ReadReport read = Assert.Single(again.LoadReports());
        Assert.Equal(Deep.Print(Samples.Full(raw).With(Found("r1", One))), Deep.Print(read));
        Assert.Equal([null, null, "one"], read.Reading.Claims.Select(claim => claim.ReadBy).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_report_is_read_once_by_each_reader()
    {
        using RecordStore store = Two();
        store.Choose(One);
        Assert.Equal(["r1", "r2"], store.LoadWithout(One, "", 10).Select(read => read.Report.Id));
        Assert.Equal("r1", Assert.Single(store.LoadWithout(One, "", 1)).Report.Id);
        Assert.Equal("r2", Assert.Single(store.LoadWithout(One, "r1", 10)).Report.Id);
        store.Append(Found("r1", One));
        store.Append(Found("r1", One));
        Assert.Equal(2, Assert.Single(store.LoadWithout(One, "", 10)).Reading.Claims.Length);   // the built-in reader's
        Assert.Equal(1, store.CountWithoutChosen());
        store.Choose(Other);
        Assert.Equal(2, store.LoadWithout(Other, "", 10).Count);
    }

    [Fact]
    public void Two_second_readers_are_never_mixed()
    {
        using RecordStore store = Two();
        store.Choose(One);
        store.Append(Found("r1", One));
        store.Append(Found("r2", One));
        store.Choose(Other);
        store.Append(Found("r2", Other));
        Assert.Equal(["built-in", "other"], Readers(store));
        store.Choose(One);
        store.Choose(One);
        Assert.Equal(["built-in", "one"], Readers(store));
        Assert.Equal(3L, _record.Ask("SELECT count(*) FROM second_choice"));
    }

    [Fact]
    public void A_newer_built_in_reading_waits_for_its_own_second_one()
    {
        RawReport raw = Samples.Raw("r1");
        using RecordStore store = _record.Open();
        store.Append(raw, Samples.Full(raw), SitrepPipeline.ReaderVersion - 1);
        store.Choose(One);
        store.Append(Found("r1", One));
        Assert.Equal(["built-in", "one"], Readers(store));
        store.Append(raw, Samples.Full(raw));   // its clean text may be another
        Assert.Equal(["built-in"], Readers(store));
        Assert.Single(store.LoadWithout(One, "", 10));
    }

    [Fact]
    public void Nothing_of_a_second_reader_where_there_was_none()
    {
        using RecordStore store = Two();
        Assert.Equal(0, store.CountWithoutChosen());
        Assert.Equal(["built-in"], Readers(store));
        Assert.Equal(2, store.CountWithout(One));
    }

    [Theory]
    [InlineData("UPDATE second_reading SET claims = '[]'")]
    [InlineData("DELETE FROM second_reading")]
    [InlineData("DELETE FROM second_choice")]
    [InlineData("UPDATE second_reader SET model = 'x'")]
    public void Nothing_is_ever_changed_or_deleted(string sql)
    {
        using RecordStore store = Two();
        store.Choose(One);
        store.Append(Found("r1", One));
        Assert.Contains("append-only", Assert.Throws<SqliteException>(() => _record.Ask(sql)).Message, StringComparison.Ordinal);
    }

    private static string[] Readers(RecordStore store) => [.. store.LoadReports().SelectMany(read => read.Reading.Claims).Select(claim => claim.ReadBy ?? "built-in").Distinct().Order(StringComparer.Ordinal)];

    private RecordStore Two()
    {
        RecordStore store = _record.Open();
        foreach (string id in (string[])["r1", "r2"]) store.Append(Samples.Raw(id), Samples.Full(Samples.Raw(id)));
        return store;
    }

    private static SecondReading Found(string report, SecondReaderName by)
    {
        var span = new TextSpan(3, 9);
        var happened = new EventReading(EventType.Attack, new TextSpan(4, 6), "torch", [], null, null, null, false);
        return new SecondReading(report, by, [new Claim($"{report}-{by.Model}", report, span, Stance.Affirms, Attribution.Narration, happened, null, null) { ReadBy = by.Model }],
            [new Problem($"folder/{report}.txt", report, ReasonCode.ItemNotQuoted, "1 item refused", SetAside: false)]);
    }
}
