using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Sitrep.Web.Serving;

/// <summary>What went wrong on our side: the operator is told what and where, who asked is told that it did.</summary>
internal sealed class Faults(Action<string> tell)
{
    public async Task GuardAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Who asked has left.
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            tell(Line($"{http.Request.Method} {http.Request.Path}", e));
            if (http.Response.HasStarted) throw;
            await Refusal.SendAsync(http, 500, "internal", "Something went wrong here", e is Store.StoreException ? e.Message : "The operator of the desk has been told. Try again; nothing was lost.");
        }
    }

    /// <summary>One line, whatever the message holds.</summary>
    public static string Line(string where, Exception e) =>
        string.Create(CultureInfo.InvariantCulture, $"{where}: {e.GetType().Name}: {string.Join(' ', e.Message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))}");
}
