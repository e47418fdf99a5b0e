using System.IO.Compression;
using System.Text;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Ingest;

namespace Sitrep.Tests.Pipeline.Ingest.Archives;

public sealed class WarcTests
{
    private const string Body = "<html><p>Nine people died in the flood, officials said.</p></html>";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Responses_are_reports_and_the_rest_is_counted(bool packed)
    {
        TestArchive archive = new TestArchive(packed)
            .Record("warcinfo", "", "software: x"u8.ToArray())
            .Record("request", "https://a.example/1", "GET /1 HTTP/1.1\r\n\r\n"u8.ToArray())
            .Page("https://a.example/1", Body)
            .Page("https://a.example/2", "", "HTTP/1.1 301 Moved\r\nLocation: /3")
            .Page("https://a.example/3", "gone", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html")
            .Page("https://a.example/4", "PNG", "HTTP/1.1 200 OK\r\nContent-Type: image/png")
            .Page("https://a.example/1", "", "HTTP/1.1 200 OK\r\nContent-Type: text/html", "revisit")
            .Page("<https://a.example/5>", "{\"headline\":\"Flood\",\"articleBody\":\"Nine died.\"}", "HTTP/1.1 200 OK\r\nContent-Type: application/json")
            .Page("https://a.example/6", "Nine died.", "HTTP/1.1 200 OK\r\nContent-Type: text/plain");
        Ingested[] read = Read(archive.Bytes);
        Assert.Equal(["https://a.example/1", "https://a.example/5", "https://a.example/6", "a.warc!PassedOver"], Names(read));
        RawReport? first = read[0].Report;
        Assert.Equal((Body, Markup.Html, "https://a.example/1"), (first?.Received, first?.Markup, first?.Supplied.Url));
        Assert.Equal(new DateTimeOffset(2021, 5, 3, 10, 0, 0, TimeSpan.Zero), first?.Supplied.Provenance?.Fetched);
        Assert.Contains("1 records of pages that had not changed (revisit), 1 redirects, 1 answers that are errors, 1 that", read[^1].Problem?.Message, StringComparison.Ordinal);
        Assert.False(read[^1].Problem?.SetAside);
    }

    public static TheoryData<string> Codings => ["gzip", "br", "deflate", "zlib", "chunked", "gzip that is none"];

    [Theory]
    [MemberData(nameof(Codings))]
    public void Codings_of_the_answer_are_undone(string coding)
    {
        using var packed = new MemoryStream();
        byte[] plain = Encoding.UTF8.GetBytes(Body);
        using (Stream? packer = coding switch
        {
            "gzip" => new GZipStream(packed, CompressionMode.Compress, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionMode.Compress, leaveOpen: true),
            "deflate" => new DeflateStream(packed, CompressionMode.Compress, leaveOpen: true),
            "zlib" => new ZLibStream(packed, CompressionMode.Compress, leaveOpen: true),
            _ => null,
        })
        {
            (packer ?? packed).Write(plain);
        }
        string header = coding switch { "chunked" => "Transfer-Encoding: chunked", "zlib" => "Content-Encoding: deflate", _ => $"Content-Encoding: {coding.Split(' ')[0]}" };
        byte[] body = coding == "chunked" ? [.. "5\r\n"u8, .. plain[..5], .. Encoding.ASCII.GetBytes($"\r\n{plain.Length - 5:x};x=y\r\n"), .. plain[5..], .. "\r\n0\r\n\r\n"u8] : packed.ToArray();
        byte[] block = [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{header}\r\n\r\n"), .. body];
        Assert.Equal(Body, Assert.Single(Read(new TestArchive(packed: true).Record("response", "https://a.example/1", block).Bytes)).Report?.Received);
    }

    [Fact]
    public void Header_names_the_encoding()
    {
        byte[] block = [.. "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1251\r\n\r\n<html><p>"u8, 0xCC, 0xE8, 0xF0];
        Assert.EndsWith("Мир", Assert.Single(Read(new TestArchive(packed: false).Record("response", "https://a.example/1", block).Bytes)).Report?.Received, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_member_costs_only_itself()
    {
        TestArchive archive = new TestArchive(packed: true).Page("https://a.example/1", Body).Page("https://a.example/2", $"{Body}{Noise(3000)}").Page("https://a.example/3", Body);
        byte[] bytes = archive.Bytes;
        for (int i = 0; i < 40; i++) bytes[archive.Starts[1] + 300 + i] ^= 0x5A;
        Assert.Equal(["https://a.example/1", "a.warc#2!BadArchiveRecord", "https://a.example/3"], Names(Read(bytes)).Where(name => !name.StartsWith("https://a.example/2", StringComparison.Ordinal)));
    }

    [Fact]
    public void Member_cut_off_at_the_end_is_told_and_the_others_are_read()
    {
        TestArchive archive = new TestArchive(packed: true).Page("https://a.example/1", Body).Page("https://a.example/2", $"{Body}{Noise(3000)}");
        Assert.Equal(["https://a.example/1", "a.warc#2!BadArchiveRecord"], Names(Read(archive.Bytes[..^900])));
    }

    [Fact]
    public void Junk_between_members_is_passed_over()
    {
        byte[] first = new TestArchive(packed: true).Page("https://a.example/1", Body).Bytes, second = new TestArchive(packed: true).Page("https://a.example/2", Body).Bytes;
        Assert.Equal(["https://a.example/1", "a.warc#2!BadArchiveRecord", "https://a.example/2"], Names(Read([.. first, .. "junk \u001f\u008b\u0008 junk"u8, .. second])));
    }

    [Fact]
    public void Plain_archive_goes_on_behind_a_broken_head_and_tells_its_cut_off_end()
    {
        byte[] bytes = new TestArchive(packed: false).Page("https://a.example/1", Body).Raw("WARC/1.0\r\nWARC-Type: response\r\n\r\nlost\r\n\r\n"u8.ToArray()).Page("https://a.example/3", Body).Page("https://a.example/4", Body).Bytes;
        Assert.Equal(["https://a.example/1", "a.warc#2!BadArchiveRecord", "https://a.example/3", "a.warc#4!BadArchiveRecord"], Names(Read(bytes[..^30])));
    }

    [Fact]
    public void Whole_archive_in_one_member_is_read()
    {
        byte[] plain = new TestArchive(packed: false).Page("https://a.example/1", Body).Page("https://a.example/2", Body).Bytes;
        Assert.Equal(["https://a.example/1", "https://a.example/2"], Names(Read(new TestArchive(packed: true).Raw(plain).Bytes)));
    }

    [Fact]
    public void Record_over_the_limit_is_set_aside_and_the_next_is_read()
    {
        byte[] bytes = new TestArchive(packed: true).Record("response", "https://a.example/1", new byte[IngestStage.MaxBytes + 1]).Page("https://a.example/2", Body).Bytes;
        Assert.Equal(["a.warc#1!TooLarge", "https://a.example/2"], Names(Read(bytes)));
    }

    [Fact]
    public void Answer_that_unpacks_without_end_is_set_aside()
    {
        using var bomb = new MemoryStream();
        using (var packer = new GZipStream(bomb, CompressionLevel.Fastest, leaveOpen: true)) packer.Write(new byte[IngestStage.MaxBytes + 1]);
        byte[] block = [.. "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"u8, .. bomb.ToArray()];
        Assert.Equal(["a.warc#1!TooLarge"], Names(Read(new TestArchive(packed: true).Record("response", "https://a.example/1", block).Bytes)));
    }

    [Fact(Timeout = 60_000)]
    public async Task Members_that_lie_in_one_another_take_no_long_time()
    {
        // Each starts a stored block (RFC 1951, 3.2.4) that reaches over those behind it and ends in no checksum.
        byte[] trap = [.. Enumerable.Repeat((byte[])[0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, .. "WARC/1.0\r\n"u8], 40_000).SelectMany(member => member)];
        Assert.NotEmpty(await Task.Run(() => Read(trap), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Any_bytes_are_accounted_for()
    {
        var random = new Random(7);
        byte[] bytes = new TestArchive(packed: true).Page("https://a.example/1", Body).Page("https://a.example/2", Body).Page("https://a.example/3", Body).Bytes;
        for (int round = 0; round < 200; round++)
        {
            byte[] damaged = [.. bytes];
            for (int i = 0; i < 3; i++) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            Assert.NotEmpty(Read(damaged[..random.Next(1, damaged.Length)]));
        }
    }

    private static string Noise(int length)
    {
        var random = new Random(1);
        return string.Concat(Enumerable.Range(0, length).Select(_ => (char)random.Next('a', 'z')));
    }

    private static Ingested[] Read(byte[] bytes) => [.. new InputReader(null).ReadArchive("a.warc", new MemoryStream(bytes))];

    private static string[] Names(Ingested[] read) => [.. read.Select(one => one.Report?.Input ?? $"{one.Problem?.Input}!{one.Problem?.Code}")];
}
