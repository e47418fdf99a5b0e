using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Sitrep.Pipeline.Ingest;
using Sitrep.Pipeline.Ingest.Web;

namespace Sitrep.Pipeline.Extract.Second;

/// <summary>A chat model behind an OpenAI-compatible address (<c>POST …/chat/completions</c>): one question at a time, with limits on all that a server decides.</summary>
/// <remarks>Waits and requests block the caller, as fetching a page does. Redirects are not followed: a report is sent to the address that was named and nowhere else. Not thread-safe.</remarks>
internal sealed class ChatModel : IDisposable
{
    /// <summary>Sent with every question; servers that know it draw the same answer again.</summary>
    private const int Seed = 1;

    private readonly Uri _address;
    private readonly string _model;
    private readonly string? _key;
    private readonly ChatLimits _limits;
    private readonly TimeProvider _clock;
    private readonly Action<TimeSpan> _wait;
    private readonly CancellationToken _cancel;
    private readonly HttpClient _client = Fetcher.NewClient();

    /// <param name="address">Base address, such as <c>http://localhost:8080/v1</c>.</param>
    /// <param name="key">Sent as a bearer token; null: none is sent. Never kept, told or logged.</param>
    /// <param name="wait">Sits out a pause.</param>
    /// <param name="cancel">Ends waits and requests.</param>
    public ChatModel(Uri address, string model, string? key, ChatLimits limits, TimeProvider clock, Action<TimeSpan> wait, CancellationToken cancel)
    {
        _address = new Uri($"{address.AbsoluteUri.TrimEnd('/')}/chat/completions");
        (_model, _key, _limits, _clock, _wait, _cancel) = (model, key, limits, clock, wait, cancel);
    }

    /// <param name="instruction">What the model is to do.</param>
    /// <param name="text">What it is to do it with.</param>
    public ChatAnswer Ask(string instruction, string text)
    {
        byte[] question = Question(instruction, text);
        TimeSpan pause = _limits.FirstPause;
        for (int attempt = 1; ; attempt++)
        {
            (ChatAnswer answer, bool again, TimeSpan? asked) = AskOnce(question);
            if (!again || attempt == _limits.Tries || _cancel.IsCancellationRequested) return answer;
            if (asked > _limits.LongestPause) return answer with { Why = string.Create(CultureInfo.InvariantCulture, $"{answer.Why}, and asks to wait {asked.Value.TotalSeconds:0} seconds") };
            _wait(asked ?? pause);
            pause *= 2;
        }
    }

    public void Dispose() => _client.Dispose();

    private byte[] Question(string instruction, string text)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("model", _model);
            json.WriteNumber("temperature", 0);
            json.WriteNumber("seed", Seed);
            json.WriteBoolean("stream", false);
            json.WriteStartArray("messages");
            foreach ((string role, string content) in ((string, string)[])[("system", instruction), ("user", text)])
            {
                json.WriteStartObject();
                json.WriteString("role", role);
                json.WriteString("content", content);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private (ChatAnswer Answer, bool Again, TimeSpan? Asked) AskOnce(byte[] question)
    {
        using var limit = new CancellationTokenSource(_limits.Total, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _cancel);
        try
        {
            using HttpRequestMessage request = Request(question);
            using HttpResponseMessage response = _client.Send(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            // A server that sends a byte now and then never ends; dropping the connection ends the read.
            using CancellationTokenRegistration drop = either.Token.Register(response.Dispose);
            return Taken(response);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException or InvalidDataException)
        {
            // Asked again, a model that is too slow would be as slow.
            if (limit.IsCancellationRequested) return (ChatAnswer.Failed(ChatTrouble.Silent, string.Create(CultureInfo.InvariantCulture, $"the answer was not complete within {_limits.Total.TotalSeconds:0} seconds")), false, null);
            return (ChatAnswer.Failed(ChatTrouble.Silent, Fetcher.Why(e)), e is not InvalidDataException, null);
        }
    }

    private HttpRequestMessage Request(byte[] question)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new ByteArrayContent(question) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", "Sitrep/0.1");
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        if (_key is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _key);
        return request;
    }

    private (ChatAnswer, bool, TimeSpan?) Taken(HttpResponseMessage response)
    {
        int status = (int)response.StatusCode;
        if (status is < 200 or > 299)
        {
            bool busy = Fetcher.IsBusy(status);
            ChatTrouble trouble = status is 401 or 403 or 404 or 405 or (>= 300 and < 400) ? ChatTrouble.Closed : ChatTrouble.Silent;
            string advice = status switch
            {
                401 or 403 => "; check the key in SITREP_READER_KEY",
                404 or 405 => "; check the model's name and the address, expected such as http://localhost:8080/v1",
                >= 300 and < 400 => "; it leads elsewhere, which is not followed: give the address it leads to",
                400 or 413 or 422 => "; it may not know the model, or not take so long a text",
                _ => "",
            };
            return (ChatAnswer.Failed(trouble, string.Create(CultureInfo.InvariantCulture, $"the server answers {status}{advice}")), busy, busy ? Fetcher.RetryAfter(response.Headers.RetryAfter, _clock) : null);
        }
        byte[]? bytes = response.Content.Headers.ContentLength > _limits.AnswerBytes ? null : IngestStage.BoundedBytes(response.Content.ReadAsStream(_cancel), _limits.AnswerBytes);
        if (bytes is null) return (ChatAnswer.Failed(ChatTrouble.Unusable, string.Create(CultureInfo.InvariantCulture, $"the answer is larger than {_limits.AnswerBytes / 1024} kB")), false, null);
        if (response.Content.Headers.ContentLength is { } told && response.Content.Headers.ContentEncoding.Count == 0 && bytes.Length < told) return (ChatAnswer.Failed(ChatTrouble.Silent, "the connection broke before the end"), true, null);
        return (ChatAnswer.Parse(bytes), false, null);
    }
}
