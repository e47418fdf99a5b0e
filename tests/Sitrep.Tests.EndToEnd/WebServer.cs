using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sitrep.Tests.EndToEnd;

/// <summary>A site on this machine: what is at each path may be changed while it runs; each page has an ETag made of its text.</summary>
internal sealed class WebServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _pages = new(StringComparer.Ordinal);
    private readonly List<string> _answers = [];

    public WebServer()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Root = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        }
        _listener.Prefixes.Add($"{Root}/");
        _listener.Start();
        _ = ServeAsync();
    }

    public string Root { get; }

    public string this[string path]
    {
        set
        {
            lock (_gate) _pages[path] = value;
        }
    }

    /// <summary>Path and status of each answer since the last call, in order.</summary>
    public string[] TakeAnswers()
    {
        lock (_gate)
        {
            string[] taken = [.. _answers];
            _answers.Clear();
            return taken;
        }
    }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                Answer(await _listener.GetContextAsync());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                // The test is over, or the client left.
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        string path = context.Request.Url!.AbsolutePath;   // a request has an address
        string? page;
        lock (_gate) page = _pages.GetValueOrDefault(path);
        string tag = $"\"{page?.Length}-{string.GetHashCode(page, StringComparison.Ordinal)}\"";
        context.Response.StatusCode = page is null ? 404 : context.Request.Headers["If-None-Match"] == tag ? 304 : 200;
        lock (_gate) _answers.Add($"{path} {context.Response.StatusCode}");
        if (context.Response.StatusCode == 200)
        {
            context.Response.Headers["ETag"] = tag;
            context.Response.ContentType = path.EndsWith("feed", StringComparison.Ordinal) ? "application/rss+xml" : "text/html; charset=utf-8";
            context.Response.OutputStream.Write(Encoding.UTF8.GetBytes(page!));   // not null with 200
        }
        context.Response.Close();
    }
}
