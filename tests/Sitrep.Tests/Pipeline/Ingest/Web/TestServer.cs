using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sitrep.Tests.Pipeline.Ingest.Web;

/// <summary>A web server on this machine that answers byte for byte what a test wants, and remembers what it was asked.</summary>
internal sealed class TestServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, byte[]> _answer;
    private readonly CancellationTokenSource _stop = new();

    /// <param name="answer">Gets the path, gives the whole answer with its head.</param>
    public TestServer(Func<string, byte[]> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = ServeAsync();
    }

    public string Root => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>All requests, in order: the head, and behind its blank line the body.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Between two bytes of an answer's second half.</summary>
    public TimeSpan Drip { get; init; }

    public static byte[] Answer(string status, string headers, string body) => Answer(status, headers, Encoding.UTF8.GetBytes(body));

    public static byte[] Answer(string status, string headers, byte[] body) =>
        [.. Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {body.Length}\r\n{headers}{(headers.Length > 0 ? "\r\n" : "")}\r\n"), .. body];

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        CancellationToken stop = _stop.Token;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync(stop);
                await ServeAsync(client.GetStream(), stop);
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The client left, or the test is over.
            }
        }
    }

    private async Task ServeAsync(NetworkStream stream, CancellationToken stop)
    {
        var head = new StringBuilder();
        byte[] buffer = new byte[4096];
        while (!IsWhole(head.ToString()))
        {
            int read = await stream.ReadAsync(buffer, stop);
            if (read == 0) return;
            head.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }
        string request = head.ToString();
        Requests.Add(request);
        byte[] answer = _answer(request.Split(' ')[1]);
        int whole = Drip == default ? answer.Length : answer.Length / 2;
        await stream.WriteAsync(answer.AsMemory(0, whole), stop);
        for (int i = whole; i < answer.Length; i++)
        {
            await Task.Delay(Drip, stop);
            await stream.WriteAsync(answer.AsMemory(i, 1), stop);
        }
    }

    private static bool IsWhole(string request)
    {
        const string Length = "Content-Length: ";
        int blank = request.IndexOf("\r\n\r\n", StringComparison.Ordinal), told = request.IndexOf(Length, StringComparison.OrdinalIgnoreCase);
        if (blank < 0 || told < 0 || told > blank) return blank >= 0;
        int start = told + Length.Length;
        return request.Length - blank - 4 >= int.Parse(request.AsSpan(start, request.IndexOf('\r', start) - start), CultureInfo.InvariantCulture);
    }
}
