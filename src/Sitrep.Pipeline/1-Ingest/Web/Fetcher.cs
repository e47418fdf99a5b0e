using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Ingest.Archives;

namespace Sitrep.Pipeline.Ingest.Web;

/// <summary>Fetches pages and feeds politely: one request at a time, a pause between two to one host, conditional, with limits on all that a server decides.</summary>
/// <remarks>Waits and requests block the caller, as reading a file does. Not thread-safe.</remarks>
public sealed class Fetcher : IDisposable
{
    private const string UserAgent = "Sitrep/0.1 (reads news reports for one person; at most one request a second per host)";
    private const string Accept = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/json;q=0.9, application/xml;q=0.9, text/plain;q=0.8, application/pdf;q=0.8, */*;q=0.1";

    private readonly FetchLimits _limits;
    private readonly TimeProvider _clock;
    private readonly CancellationToken _cancel;
    private readonly Action<TimeSpan> _wait;
    private readonly HttpClient _client;
    private readonly Dictionary<string, long> _lastRequest = new(StringComparer.Ordinal);

    /// <param name="clock">Tells when an answer came and how long ago a host was asked.</param>
    /// <param name="cancel">Ends waits and requests.</param>
    public Fetcher(FetchLimits limits, TimeProvider clock, CancellationToken cancel) : this(limits, clock, pause => cancel.WaitHandle.WaitOne(pause), cancel)
    {
    }

    internal Fetcher(FetchLimits limits, TimeProvider clock, Action<TimeSpan> wait, CancellationToken cancel)
    {
        (_limits, _clock, _cancel, _wait) = (limits, clock, cancel, wait);
        _client = NewClient();
    }

    /// <summary>A client that follows, keeps and waits for nothing by itself.</summary>
    internal static HttpClient NewClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,   // each hop is counted, checked and waited for by whoever asks
        AutomaticDecompression = DecompressionMethods.All,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        MaxResponseHeadersLength = 64,   // kilobytes
    })
    { Timeout = Timeout.InfiniteTimeSpan };

    /// <param name="last">What the server said the last time; null: fetch whatever it is.</param>
    /// <param name="fromWeb">True when a page of the open web named the address, not the user.</param>
    internal FetchAnswer Get(Uri address, FetchNote? last, bool fromWeb)
    {
        TimeSpan pause = _limits.FirstPause;
        for (int attempt = 1; ; attempt++)
        {
            (FetchAnswer answer, bool again, TimeSpan? asked) = GetOnce(address, last, fromWeb);
            if (!again || attempt == _limits.Tries || _cancel.IsCancellationRequested) return answer;
            if (asked > _limits.LongestPause) return answer with { Failure = string.Create(CultureInfo.InvariantCulture, $"{answer.Failure}, and asks to wait {asked.Value.TotalSeconds:0} seconds") };
            _wait(asked ?? pause);
            pause *= 2;
        }
    }

    public void Dispose() => _client.Dispose();

    private (FetchAnswer Answer, bool Again, TimeSpan? Asked) GetOnce(Uri address, FetchNote? last, bool fromWeb)
    {
        Uri at = address;
        bool named = !fromWeb && _limits.PrivateNamed;
        bool mayBePrivate = named && PrivateNetworks.Holds(address);
        for (int hop = 0; hop <= _limits.Redirects; hop++)
        {
            if (!mayBePrivate && (hop > 0 || !named) && PrivateNetworks.Holds(at)) return (FetchAnswer.Failed(at, "it leads from the open web into a private network"), false, null);
            AwaitTurn(at);
            using var limit = new CancellationTokenSource(_limits.Total, _clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _cancel);
            try
            {
                using HttpRequestMessage request = Request(at, last);
                using HttpResponseMessage response = _client.Send(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
                // A server that sends a byte now and then never ends; dropping the connection ends the read.
                using CancellationTokenRegistration drop = either.Token.Register(response.Dispose);
                if (Redirect(response, at) is not { } next) return Taken(response, address, at);
                at = next;
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException or InvalidDataException)
            {
                if (limit.IsCancellationRequested) return (FetchAnswer.Failed(at, string.Create(CultureInfo.InvariantCulture, $"the answer was not complete within {_limits.Total.TotalSeconds:0} seconds")), false, null);
                return (FetchAnswer.Failed(at, Why(e)), e is not InvalidDataException, null);
            }
        }
        return (FetchAnswer.Failed(at, string.Create(CultureInfo.InvariantCulture, $"it leads on and on: more than {_limits.Redirects} redirects")), false, null);
    }

    private static HttpRequestMessage Request(Uri at, FetchNote? last)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, at);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", Accept);
        request.Headers.TryAddWithoutValidation("Accept-Language", "en, *;q=0.1");
        if (last?.ETag is { } tag) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (last?.LastModified is { } modified) request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        return request;
    }

    private (FetchAnswer, bool, TimeSpan?) Taken(HttpResponseMessage response, Uri asked, Uri at)
    {
        int status = (int)response.StatusCode;
        var note = new FetchNote(PageAddress.NameOf(asked), _clock.GetUtcNow(), status, First(response.Headers, "ETag"), First(response.Content.Headers, "Last-Modified"));
        if (status == 304) return (new FetchAnswer(at, null, null, null, note, default, null), false, null);
        if (status is < 200 or > 299)
        {
            bool busy = IsBusy(status);
            return (FetchAnswer.Failed(at, string.Create(CultureInfo.InvariantCulture, $"the server answers {status} {response.ReasonPhrase}")), busy, busy ? RetryAfter(response.Headers.RetryAfter, _clock) : null);
        }
        byte[]? bytes = response.Content.Headers.ContentLength > _limits.MaxBytes ? null : IngestStage.BoundedBytes(response.Content.ReadAsStream(_cancel), _limits.MaxBytes);
        if (bytes is null) return (FetchAnswer.Failed(at, string.Create(CultureInfo.InvariantCulture, $"it is larger than {_limits.MaxBytes / (1024 * 1024.0):0.#} MiB"), ReasonCode.TooLarge), false, null);
        if (response.Content.Headers.ContentLength is { } told && response.Content.Headers.ContentEncoding.Count == 0 && bytes.Length < told) return (FetchAnswer.Failed(at, "the connection broke before the end"), true, null);
        (string? type, string? charset) = HttpMessage.ContentType(First(response.Content.Headers, "Content-Type"));
        return (new FetchAnswer(at, bytes, type, charset, note, default, null), false, null);
    }

    private static Uri? Redirect(HttpResponseMessage response, Uri at)
    {
        if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || First(response.Headers, "Location") is not { } location) return null;
        return PageAddress.Resolve(location, at.AbsoluteUri);
    }

    /// <summary>True for a status that another try may change.</summary>
    internal static bool IsBusy(int status) => status is 408 or 429 or 500 or 502 or 503 or 504;

    /// <summary>Seconds, or a moment (RFC 9110, 10.2.3).</summary>
    internal static TimeSpan? RetryAfter(RetryConditionHeaderValue? header, TimeProvider clock)
    {
        TimeSpan? pause = header?.Delta ?? (header?.Date is { } until ? until - clock.GetUtcNow() : null);
        return pause is null ? null : pause < TimeSpan.Zero ? TimeSpan.Zero : pause;
    }

    private void AwaitTurn(Uri at)
    {
        if (_lastRequest.TryGetValue(at.Authority, out long asked) && _limits.HostDelay - _clock.GetElapsedTime(asked) is var rest && rest > TimeSpan.Zero) _wait(rest);
        _lastRequest[at.Authority] = _clock.GetTimestamp();
    }

    private static string? First(HttpHeaders headers, string name) => headers.NonValidated.TryGetValues(name, out HeaderStringValues values) && values.ToString() is { Length: > 0 } value ? value : null;

    /// <summary>What broke a request, as the end of a sentence.</summary>
    internal static string Why(Exception e) => e switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "its host is not known",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "no secure connection could be made",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "its host does not answer",
        InvalidDataException => "its compression is damaged",
        OperationCanceledException => "the run was stopped",
        _ => "the connection broke before the end",
    };
}
