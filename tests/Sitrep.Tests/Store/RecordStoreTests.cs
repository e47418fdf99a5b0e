using Microsoft.Data.Sqlite;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Ingest.Web;
using Sitrep.Store;

namespace Sitrep.Tests.Store;

public sealed class RecordStoreTests : IDisposable
{
    private readonly TemporaryRecord _record = new();

    public void Dispose() => _record.Dispose();

    [Fact]
    public void Every_field_of_a_report_and_its_reading_comes_back()
    {
        RawReport text = Samples.Raw("r1"), html = Samples.Raw("r2", "<p>Ten died</p>", Markup.Html), bare = Samples.Raw("r3") with { Supplied = SuppliedMetadata.None };
        ReadReport[] read = [Samples.Full(text), Samples.Full(html, "Ten died, they say."), Samples.Bare(bare)];
        using (RecordStore store = _record.Open())
        {
            store.Append(bare, read[2]);
            store.Append(html, read[1]);
            store.Append(text, read[0]);
        }
        using RecordStore again = _record.Open();
        Assert.Equal(Deep.Print(read), Deep.Print(again.LoadReports()));
        Assert.Equal(Deep.Print(new[] { text, html, bare }), Deep.Print(again.LoadOutdated(SitrepPipeline.ReaderVersion + 1)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b\0")]
    [InlineData("lone \ud800 and \udc00 surrogates")]
    [InlineData("\U0001F30D world \ufeff")]
    [InlineData("line\r\nbreaks\r")]
    public void Received_text_comes_back_to_the_character(string received)
    {
        RawReport raw = Samples.Raw("r1", received);
        using RecordStore store = _record.Open();
        store.Append(raw, Samples.Bare(raw));
        Assert.Equal(received, store.LoadReports()[0].Report.Received);
        Assert.Equal(received, store.LoadReports()[0].Report.Text);
        Assert.Equal(received, store.LoadOutdated(SitrepPipeline.ReaderVersion + 1)[0].Received);
    }

    [Fact]
    public void An_identity_map_and_a_map_with_gaps_come_back()
    {
        RawReport raw = Samples.Raw("r1", "0123456789");
        using RecordStore store = _record.Open();
        store.Append(raw, Samples.Full(raw));
        OffsetMap map = store.LoadReports()[0].Report.Map;
        Assert.Equal(new TextSpan(0, 11), map.ToReceived(new TextSpan(0, 5)));
        Assert.Null(map.ToReceived(new TextSpan(3, 4)));
    }

    [Fact]
    public void The_same_report_twice_changes_nothing()
    {
        RawReport raw = Samples.Raw("r1");
        var problem = new Problem("broken.txt", null, ReasonCode.Empty, "no bytes", SetAside: true);
        using RecordStore store = _record.Open();
        store.Append(raw, Samples.Full(raw));
        store.Append(problem);
        string before = _record.ContentHash();
        store.Append(raw, Samples.Full(raw));
        store.Append(problem);
        Assert.Equal(before, _record.ContentHash());
    }

    [Fact]
    public void The_same_reports_make_the_same_rows_in_two_files()
    {
        using var other = new TemporaryRecord();
        foreach (TemporaryRecord record in (TemporaryRecord[])[_record, other])
        {
            using RecordStore store = record.Open();
            foreach (string id in (string[])["r1", "r2"]) store.Append(Samples.Raw(id), Samples.Full(Samples.Raw(id)));
        }
        Assert.Equal(_record.ContentHash(), other.ContentHash());
    }

    [Fact]
    public void A_newer_reader_reads_again_and_the_older_reading_stays()
    {
        RawReport raw = Samples.Raw("r1");
        const int now = SitrepPipeline.ReaderVersion;
        using RecordStore store = _record.Open();
        store.Append(raw, Samples.Bare(raw), now - 1);
        Assert.False(store.Contains("r1"));
        Assert.Equal("r1", Assert.Single(store.LoadOutdated()).Id);

        store.Append(raw, Samples.Full(raw));
        Assert.True(store.Contains("r1"));
        Assert.Empty(store.LoadOutdated());
        Assert.Equal(2, Assert.Single(store.LoadReports()).Reading.Claims.Length);
        Assert.Equal(2L, _record.Ask("SELECT count(*) FROM reading"));
    }

    [Fact]
    public void Inputs_set_aside_are_told_until_they_are_read()
    {
        RawReport raw = Samples.Raw("r1");
        var broken = new Problem(raw.Input, "r1", ReasonCode.NoArticleText, "nothing left", SetAside: true);
        var other = new Problem("a.txt", null, ReasonCode.NotText, "bytes", SetAside: true);
        using RecordStore store = _record.Open();
        store.Append(broken);
        store.Append(other);
        Assert.Equal([other, broken], store.LoadSetAside());
        store.Append(raw, Samples.Bare(raw));
        Assert.Equal([other], store.LoadSetAside());
        store.Append(broken);   // replaced by something broken later
        Assert.Equal([other, broken], store.LoadSetAside());
    }

    [Fact]
    public void The_last_word_of_a_server_is_kept()
    {
        var first = new FetchNote("https://a.example/1", new DateTimeOffset(2024, 5, 4, 8, 0, 1, TimeSpan.Zero), 200, "\"v1\"", null);
        FetchNote second = first with { ETag = null, LastModified = "Sat, 04 May 2024 08:00:00 GMT" };
        using RecordStore store = _record.Open();
        Assert.Null(store.LastFetch(first.Address));
        store.Append(first);
        Assert.Equal(first, store.LastFetch(first.Address));
        store.Append(second);
        Assert.Equal(second, store.LastFetch(first.Address));
        Assert.Null(store.LastFetch("https://a.example/2"));
        Assert.Throws<SqliteException>(() => _record.Ask("DELETE FROM fetch"));
    }

    [Fact]
    public void The_latest_version_of_an_input_is_found()
    {
        RawReport one = Samples.Raw("r1"), two = Samples.Raw("r2", "Eleven died.") with { Input = one.Input };
        using RecordStore store = _record.Open();
        Assert.Null(store.LatestOf(one.Input));
        store.Append(one, Samples.Full(one));
        store.Append(two, Samples.Bare(two));
        Assert.Equal("Eleven died.", store.LatestOf(one.Input)?.Text);
    }

    [Fact]
    public void A_problem_that_set_nothing_aside_is_refused()
    {
        using RecordStore store = _record.Open();
        Assert.Throws<ArgumentException>(() => store.Append(new Problem("a.txt", "r1", ReasonCode.Undated, "no date", SetAside: false)));
    }

    [Fact]
    public void Rulings_are_numbered_and_come_back_in_order()
    {
        var ruling = new Ruling(0, new DateTimeOffset(2024, 5, 3, 10, 11, 12, 13, TimeSpan.FromHours(2)), "ana", RulingVerb.Reject, "e123", "Named the wrong town.");
        using RecordStore store = _record.Open();
        Assert.Equal(1, store.Append(ruling).Sequence);
        Ruling second = store.Append(ruling with { Verb = RulingVerb.Undo, Target = "1" });
        Assert.Equal([ruling with { Sequence = 1 }, second], store.LoadRulings());
    }

    [Fact]
    public void A_ruling_keeps_all_that_it_says()
    {
        var merge = new Ruling(0, DateTimeOffset.UnixEpoch, "ana", RulingVerb.Merge, "e1", "One raid.") { Other = "e2", Value = "B", Claims = ["c1", "c2"], OtherClaims = ["c3"] };
        using RecordStore store = _record.Open();
        store.Append(merge);
        Ruling kept = Assert.Single(store.LoadRulings());
        Assert.Equal((RulingVerb.Merge, "e2", "B", "c1 c2", "c3"), (kept.Verb, kept.Other, kept.Value, string.Join(' ', kept.Claims), string.Join(' ', kept.OtherClaims)));
    }

    [Theory]
    [InlineData("UPDATE report SET input = 'x'")]
    [InlineData("DELETE FROM report")]
    [InlineData("UPDATE reading SET reader_version = 9")]
    [InlineData("DELETE FROM reading")]
    [InlineData("UPDATE claim SET stance = 'x'")]
    [InlineData("DELETE FROM claim")]
    [InlineData("UPDATE set_aside SET code = 1")]
    [InlineData("DELETE FROM set_aside")]
    [InlineData("UPDATE ruling SET verb = 'x'")]
    [InlineData("DELETE FROM ruling")]
    public void Nothing_is_ever_changed_or_deleted(string sql)
    {
        using RecordStore store = _record.Open();
        store.Append(Samples.Raw("r1"), Samples.Full(Samples.Raw("r1")));
        store.Append(new Problem("a.txt", null, ReasonCode.Empty, "no bytes", SetAside: true));
        store.Append(new Ruling(0, DateTimeOffset.UnixEpoch, "ana", RulingVerb.Accept, "e1", ""));
        Assert.Contains("append-only", Assert.Throws<SqliteException>(() => _record.Ask(sql)).Message);
    }

    [Fact]
    public void A_reading_of_another_report_is_refused()
    {
        using RecordStore store = _record.Open();
        Assert.Throws<ArgumentException>(() => store.Append(Samples.Raw("r1"), Samples.Full(Samples.Raw("r2"))));
    }

    [Fact]
    public void Two_inputs_with_one_id_are_never_taken_for_one()
    {
        RawReport raw = Samples.Raw("r1");
        using RecordStore store = _record.Open();
        store.Append(raw, Samples.Bare(raw));
        RawReport clash = raw with { Input = "other.txt" };
        Assert.Contains("belongs to", Assert.Throws<StoreException>(() => store.Append(clash, Samples.Bare(clash))).Message);
    }

    [Fact]
    public void A_reading_that_cannot_be_stored_leaves_no_trace()
    {
        RawReport raw = Samples.Raw("r1");
        ReadReport read = Samples.Full(raw);
        Claim empty = read.Reading.Claims[0] with { Span = new TextSpan(3, 3) };
        using RecordStore store = _record.Open();
        Assert.Throws<StoreException>(() => store.Append(raw, read with { Reading = read.Reading with { Claims = read.Reading.Claims.Add(empty) } }));
        Assert.Equal(0L, _record.Ask("SELECT count(*) FROM report"));
        store.Append(raw, read);
        Assert.True(store.Contains("r1"));
    }

    [Fact]
    public void Nothing_of_an_empty_record()
    {
        using RecordStore store = _record.Open();
        Assert.False(store.Contains("r1"));
        Assert.Empty(store.LoadReports());
        Assert.Empty(store.LoadOutdated());
        Assert.Empty(store.LoadSetAside());
        Assert.Empty(store.LoadRulings());
    }
}
