using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sitrep.Web.Markup;

namespace Sitrep.Web.Running;

/// <summary><c>/live</c>: server-sent events, as https://html.spec.whatwg.org/multipage/server-sent-events.html describes them.</summary>
internal static class LiveRoutes
{
    /// <summary>A comment is sent after so much silence, so that a broken connection is noticed.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);

    /// <param name="stopping">Ends the answers: a server that stops does not wait for pages that stay open.</param>
    public static void Map(IEndpointRouteBuilder routes, LiveFeed feed, ReadingStatus status, TimeProvider clock, CancellationToken stopping) => routes.MapGet("/live", async http =>
    {
        using LiveFeed.Listening? listening = feed.Listen();
        if (listening is null)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        try
        {
            await SendAsync(http, new LiveEvent("progress", JsonText.Of(status.Now, LiveJson.Default.ReadingCount).Text), ends.Token);
            while (true)
            {
                Task<bool> next = listening.Events.WaitToReadAsync(ends.Token).AsTask();
                if (await Task.WhenAny(next, Task.Delay(Silence, clock, ends.Token)) != next) await http.Response.WriteAsync(": still here\n\n", ends.Token);
                else await next;
                while (listening.Events.TryRead(out LiveEvent? told)) await SendAsync(http, told, ends.Token);
                await http.Response.Body.FlushAsync(ends.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the desk.
        }
    });

    private static async Task SendAsync(HttpContext http, LiveEvent told, CancellationToken cancel)
    {
        await http.Response.WriteAsync($"event: {told.Kind}\ndata: {told.Json}\n\n", cancel);
        await http.Response.Body.FlushAsync(cancel);
    }
}
