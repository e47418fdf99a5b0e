using System.Net;
using Microsoft.AspNetCore.Http;
using Sitrep.Web.Serving;

namespace Sitrep.Web.Safety;

/// <summary>A desk for one machine answers only to that machine's names: a page of the open web whose name is led here (DNS rebinding) is not answered.</summary>
internal static class HostNames
{
    public static Task GuardAsync(HttpContext http, RequestDelegate next)
    {
        string host = http.Request.Host.Host;
        bool own = string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
        return own ? next(http) : Refusal.SendAsync(http, 421, "other-host", "Not this host", "This desk answers to localhost and 127.0.0.1 only.");
    }
}
