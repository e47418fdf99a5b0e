using System.IO.Compression;
using System.Text;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Ingest;
using Sitrep.Pipeline.Ingest.Web;

namespace Sitrep.Tests.Pipeline.Ingest.Web;

public sealed class FetchTests
{
    private const string Body = "<html><p>Nine people died in the flood, officials said.</p></html>", Html = "Content-Type: text/html; charset=utf-8";

    private readonly List<TimeSpan> _pauses = [];
    private readonly Dictionary<string, FetchNote> _notes = new(StringComparer.Ordinal);

    [Fact]
    public void Page_is_a_report_with_its_address_and_when_it_was_fetched()
    {
        using var server = new TestServer(_ => TestServer.Answer("200 OK", $"{Html}\r\nETag: \"v1\"\r\nLast-Modified: Mon, 03 May 2021 10:00:00 GMT", Body));
        Ingested[] read = Read(server, "/story?id=1#top");
        Assert.Equal(($"{server.Root}/story?id=1", Body, Markup.Html, true), (read[0].Report?.Input, read[0].Report?.Received, read[0].Report?.Markup, read[0].Live));
        Assert.NotNull(read[0].Report?.Supplied.Provenance?.Fetched);
        Assert.Equal(("\"v1\"", "Mon, 03 May 2021 10:00:00 GMT", 200), (read[1].Note?.ETag, read[1].Note?.LastModified, read[1].Note?.Status));
        Assert.Contains("User-Agent: Sitrep/", server.Requests[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Page_that_has_not_changed_is_not_sent_again()
    {
        using var server = new TestServer(_ => TestServer.Answer("304 Not Modified", "ETag: \"v1\"", ""));
        _notes[$"{server.Root}/a"] = new FetchNote($"{server.Root}/a", DateTimeOffset.UnixEpoch, 200, "\"v1\"", "Mon, 03 May 2021 10:00:00 GMT");
        Assert.Equal(304, Assert.Single(Read(server, "/a")).Note?.Status);
        Assert.Contains("If-None-Match: \"v1\"", server.Requests[0], StringComparison.Ordinal);
        Assert.Contains("If-Modified-Since: Mon, 03 May 2021 10:00:00 GMT", server.Requests[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Server_that_asks_to_wait_is_waited_for()
    {
        int asked = 0;
        using var server = new TestServer(_ => ++asked == 1 ? TestServer.Answer("429 Too Many Requests", "Retry-After: 7", "") : TestServer.Answer("200 OK", Html, Body));
        Assert.NotNull(Read(server, "/a")[0].Report);
        Assert.Contains(TimeSpan.FromSeconds(7), _pauses);
    }

    [Fact]
    public void Server_that_asks_to_wait_too_long_is_left_alone()
    {
        using var server = new TestServer(_ => TestServer.Answer("503 Service Unavailable", "Retry-After: 86400", ""));
        Problem? problem = Assert.Single(Read(server, "/a")).Problem;
        Assert.Equal(ReasonCode.FetchFailed, problem?.Code);
        Assert.Contains("503 Service Unavailable, and asks to wait 86400 seconds", problem?.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public void Broken_server_is_tried_again_with_growing_pauses()
    {
        int asked = 0;
        using var server = new TestServer(_ => ++asked < 3 ? TestServer.Answer("500 Internal Server Error", "", "") : TestServer.Answer("200 OK", Html, Body));
        Assert.NotNull(Read(server, "/a")[0].Report);
        Assert.Equal([2, 4], _pauses.Where(pause => pause >= TimeSpan.FromSeconds(2)).Select(pause => pause.TotalSeconds));
    }

    [Theory]
    [InlineData("404 Not Found", 1)]
    [InlineData("500 Internal Server Error", 3)]
    public void Failure_is_told_after_as_many_tries_as_make_sense(string status, int tries)
    {
        using var server = new TestServer(_ => TestServer.Answer(status, "", ""));
        Problem? problem = Assert.Single(Read(server, "/a")).Problem;
        Assert.Contains($"the server answers {status}", problem?.Message, StringComparison.Ordinal);
        Assert.Equal(tries, server.Requests.Count);
    }

    [Fact]
    public void Redirects_are_followed_and_the_report_keeps_the_address_it_came_from()
    {
        using var server = new TestServer(path => path == "/a" ? TestServer.Answer("301 Moved Permanently", "Location: /b", "") : TestServer.Answer("200 OK", Html, Body));
        RawReport? report = Read(server, "/a")[0].Report;
        Assert.Equal(($"{server.Root}/a", $"{server.Root}/b"), (report?.Input, report?.Supplied.Url));
    }

    [Fact]
    public void Redirect_loop_ends()
    {
        using var server = new TestServer(_ => TestServer.Answer("302 Found", "Location: /a", ""));
        Assert.Contains("more than 6 redirects", Assert.Single(Read(server, "/a")).Problem?.Message, StringComparison.Ordinal);
        Assert.Equal(7, server.Requests.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Huge_body_is_not_taken(bool told)
    {
        byte[] body = new byte[200_000];
        using var server = new TestServer(_ => told ? TestServer.Answer("200 OK", Html, body) : [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nConnection: close\r\n{Html}\r\n\r\n"), .. body]);
        Assert.Equal(ReasonCode.TooLarge, Assert.Single(Read(server, "/a", new FetchLimits { MaxBytes = 100_000 })).Problem?.Code);
    }

    [Fact]
    public void Small_answer_that_unpacks_to_a_huge_one_is_not_taken()
    {
        using var server = new TestServer(_ => TestServer.Answer("200 OK", $"{Html}\r\nContent-Encoding: gzip", Packed(new byte[5_000_000])));
        Assert.Equal(ReasonCode.TooLarge, Assert.Single(Read(server, "/a", new FetchLimits { MaxBytes = 100_000 })).Problem?.Code);
    }

    [Fact(Timeout = 60_000)]
    public async Task Body_that_drips_is_given_up()
    {
        using var server = new TestServer(_ => TestServer.Answer("200 OK", Html, new string('a', 10_000))) { Drip = TimeSpan.FromMilliseconds(50) };
        Ingested[] read = await Task.Run(() => Read(server, "/a", new FetchLimits { Total = TimeSpan.FromMilliseconds(700) }), TestContext.Current.CancellationToken);
        Assert.Contains("not complete within 1 seconds", Assert.Single(read).Problem?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Connection_that_breaks_is_told()
    {
        using var server = new TestServer(_ => TestServer.Answer("200 OK", Html, Body)[..^20]);
        Assert.Contains("broke before the end", Assert.Single(Read(server, "/a")).Problem?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compressed_answer_is_unpacked()
    {
        using var server = new TestServer(_ => TestServer.Answer("200 OK", $"{Html}\r\nContent-Encoding: gzip", Packed(Encoding.UTF8.GetBytes(Body))));
        Assert.Equal(Body, Read(server, "/a")[0].Report?.Received);
        Assert.Contains("Accept-Encoding: gzip, deflate, br", server.Requests[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Header_names_the_encoding_unless_the_bytes_show_it_wrong()
    {
        using var right = new TestServer(_ => TestServer.Answer("200 OK", "Content-Type: text/html; charset=windows-1251", [.. "<html><meta charset=utf-8><p>"u8, 0xCC, 0xE8, 0xF0]));
        Assert.EndsWith("Мир", Read(right, "/a")[0].Report?.Received, StringComparison.Ordinal);
        using var wrong = new TestServer(_ => TestServer.Answer("200 OK", "Content-Type: text/html; charset=iso-8859-1", "<html><p>Zürich — Überflutung"));
        Assert.EndsWith("Zürich — Überflutung", Read(wrong, "/a")[0].Report?.Received, StringComparison.Ordinal);
    }

    [Fact]
    public void One_host_is_asked_once_a_second()
    {
        using var server = new TestServer(_ => TestServer.Answer("200 OK", Html, Body));
        Read(server, "/a", new FetchLimits(), "/b");
        TimeSpan pause = Assert.Single(_pauses);
        Assert.InRange(pause.TotalSeconds, 0.01, 1);
    }

    [Fact]
    public void Pages_behind_a_feed_are_fetched_only_when_they_are_followed()
    {
        using var server = new TestServer(path => path == "/feed" ? TestServer.Answer("200 OK", "Content-Type: application/rss+xml",
            "<rss><channel><item><title>Flood</title><link>/1</link><description>Nine died.</description><pubDate>2021-05-03</pubDate></item><item><link>/gone</link></item></channel></rss>")
            : path == "/1" ? TestServer.Answer("200 OK", Html, Body) : TestServer.Answer("410 Gone", "", ""));
        Assert.Equal(["Nine died.", "LinkOnly"], Read(server, "/feed").Where(one => one.Note is null).Select(one => one.Report?.Received ?? one.Problem?.Code.ToString()));
        Assert.Single(server.Requests);

        Ingested[] followed = Read(server, "/feed", new FetchLimits(), follow: true);
        Assert.Equal([Body, "FetchFailed"], followed.Where(one => one.Note is null).Select(one => one.Report?.Received ?? one.Problem?.Code.ToString()));
        Assert.Equal("2021-05-03", followed[0].Report?.Supplied.Published);
        // The feed is asked for again as a whole while one of its pages is missing; the page that came is not.
        Assert.Equal([$"{server.Root}/1"], followed.Select(one => one.Note?.Address).OfType<string>());
        foreach (Ingested one in followed) if (one.Note is { } note) _notes[note.Address] = note;
        Read(server, "/feed", new FetchLimits(), follow: true);
        Assert.Single(server.Requests, request => request.StartsWith("GET /1 ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    [InlineData("169.254.169.254")]
    public void Private_networks_are_told_apart(string host)
    {
        Assert.True(PrivateNetworks.Holds(new Uri($"http://{host}/")));
        Assert.False(PrivateNetworks.Holds(new Uri("http://93.184.216.34/")));
    }

    [Fact]
    public void Feed_of_the_open_web_cannot_send_us_into_a_private_network()
    {
        using var server = new TestServer(_ => TestServer.Answer("200 OK", Html, Body));
        using var fetcher = new Fetcher(new FetchLimits(), TimeProvider.System, _pauses.Add, CancellationToken.None);
        Assert.Contains("private network", fetcher.Get(new Uri($"{server.Root}/a"), null, fromWeb: true).Failure, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void Strangers_cannot_send_us_into_a_private_network()
    {
        using var server = new TestServer(_ => TestServer.Answer("200 OK", Html, Body));
        using var fetcher = new Fetcher(new FetchLimits { PrivateNamed = false }, TimeProvider.System, _pauses.Add, CancellationToken.None);
        Assert.Contains("private network", fetcher.Get(new Uri($"{server.Root}/a"), null, fromWeb: false).Failure, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void Without_leave_nothing_is_fetched()
    {
        using var server = new TestServer(_ => TestServer.Answer("200 OK", Html, Body));
        Assert.Equal(ReasonCode.FetchFailed, Assert.Single(new IngestStage().Read([$"{server.Root}/a"], Stream.Null)).Problem?.Code);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("https://www.a.example/x/?utm_source=y&id=1#top", "http://a.example/x?id=1", true)]
    [InlineData("https://a.example/x?id=1", "https://a.example/x?id=2", false)]
    [InlineData("https://a.example/", "https://a.example", false)]
    [InlineData("urn:news:7", "urn:news:7", true)]
    [InlineData("a name", "a name", false)]
    public void Addresses_of_one_page_have_one_key(string one, string other, bool same) =>
        Assert.Equal(same, PageAddress.KeyOf(one) is { } key && key == PageAddress.KeyOf(other));

    private Ingested[] Read(TestServer server, string path, FetchLimits? limits = null, string? second = null, bool follow = false)
    {
        using var fetcher = new Fetcher(limits ?? new FetchLimits(), TimeProvider.System, _pauses.Add, CancellationToken.None);
        var stage = new IngestStage(new IngestOptions { Web = fetcher, Follow = follow, LastFetch = address => _notes.GetValueOrDefault(address) });
        return [.. stage.Read(second is null ? [$"{server.Root}{path}"] : [$"{server.Root}{path}", $"{server.Root}{second}"], Stream.Null)];
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var packer = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) packer.Write(bytes);
        return packed.ToArray();
    }
}
