using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Sitrep.Web.Serving;

namespace Sitrep.Web.Safety;

/// <summary>How often one address may ask in a minute: enough for a person and a program, too little to try keys or to fill a disk.</summary>
internal static class RateLimits
{
    private const int SignInsMax = 10, ChangesMax = 120, ProgramsMax = 600, AsksMax = 3000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static RateLimiterOptions Options()
    {
        var options = new RateLimiterOptions
        {
            RejectionStatusCode = StatusCodes.Status429TooManyRequests,
            GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, (string, string)>(http =>
            {
                (string kind, int most) = HttpMethods.IsPost(http.Request.Method) ? http.Request.Path == "/sign-in" ? ("sign-in", SignInsMax) : ("change", ChangesMax) : http.Request.Headers.Authorization.Count > 0 ? ("program", ProgramsMax) : ("ask", AsksMax);
                return RateLimitPartition.GetFixedWindowLimiter((kind, http.Connection.RemoteIpAddress?.ToString() ?? ""), _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window, QueueLimit = 0 });
            }),
        };
        options.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            return new ValueTask(Refusal.SendAsync(rejected.HttpContext, 429, "too-often", "Too often", "Ask again in a minute."));
        };
        return options;
    }
}
