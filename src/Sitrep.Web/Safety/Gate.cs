using System.Security.Claims;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Sitrep.Web.Serving;

namespace Sitrep.Web.Safety;

/// <summary>Who comes in, and what they may do: a key in the header, a session in a cookie, or, where there are no keys, whoever sits at this machine.</summary>
/// <param name="keys">Null: only this machine can reach the desk, and whoever does is the analyst.</param>
/// <param name="local">The analyst of a desk without keys.</param>
internal sealed class Gate(KeyFile? keys, string local, ITimeLimitedDataProtector sessions, AuditLog audit)
{
    private const string Cookie = "sitrep-session";

    /// <summary>How long one need not sign in again: a working day.</summary>
    private static readonly TimeSpan SessionLength = TimeSpan.FromHours(12);

    private static readonly string[] Methods = ["GET", "HEAD"];

    public bool HasKeys => keys is not null;

    /// <summary>Who asks. Known behind <see cref="GuardAsync"/>.</summary>
    public static Person Of(HttpContext http) => (Person)http.Items[typeof(Person)]!;   // set by the guard before any page is made

    public async Task GuardAsync(HttpContext http, RequestDelegate next)
    {
        bool changes = !Methods.Contains(http.Request.Method, StringComparer.Ordinal);
        if (changes && IsForeign(http))
        {
            await Refusal.SendAsync(http, 403, "foreign-origin", "Another site asked", "This was sent from a page of another site. Send it from the desk, or by a program without an Origin header.");
            return;
        }
        bool withKey = KeyIn(http) is not null;
        Person? person = Known(http);
        if (withKey && person is null)
        {
            audit.Note("nobody", "refused", $"a key that is not known, from {http.Connection.RemoteIpAddress}");
            await Refusal.SendAsync(http, 401, "unknown-key", "Unknown key", "The key is not one of this server.");
            return;
        }
        if (person is null && !IsOpen(http.Request.Path))
        {
            if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || http.Request.Path == "/live" || changes)
            {
                http.Response.Headers.WWWAuthenticate = "Bearer";
                await Refusal.SendAsync(http, 401, "no-key", "Who asks?", "This server has keys. Send one as “Authorization: Bearer KEY”, or sign in at /sign-in.");
                return;
            }
            http.Response.Redirect($"/sign-in?next={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}");
            return;
        }
        if (person is { Role: Role.Reader } && changes && !IsOpen(http.Request.Path))
        {
            audit.Note(person.Name, "refused", $"{http.Request.Method} {http.Request.Path}");
            await Refusal.SendAsync(http, 403, "readers-look", "Only analysts change the record", $"{person.Name} may look at everything. Adding reports and ruling needs the role analyst.");
            return;
        }
        if (person is not null)
        {
            http.Items[typeof(Person)] = person;
            // A key in a header is sent by no browser on its own: nothing to forge.
            http.Items[nameof(KeyFile)] = withKey;
            http.User = new ClaimsPrincipal(new ClaimsIdentity([new System.Security.Claims.Claim(ClaimTypes.Name, person.Name)], "desk"));
        }
        await next(http);
    }

    /// <summary>True for a request that carried a key in its header.</summary>
    public static bool IsByKey(HttpContext http) => http.Items[nameof(KeyFile)] is true;

    /// <returns>Null when it is nobody's key.</returns>
    public Person? SignIn(HttpContext http, string key)
    {
        if (keys?.Find(key.Trim()) is not { } person)
        {
            audit.Note("nobody", "refused", $"a sign-in, from {http.Connection.RemoteIpAddress}");
            return null;
        }
        audit.Note(person.Name, "sign-in", $"from {http.Connection.RemoteIpAddress}");
        http.Response.Cookies.Append(Cookie, sessions.Protect($"{person.Role}\t{person.Name}", SessionLength),
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = "/", MaxAge = SessionLength, IsEssential = true });
        return person;
    }

    public static void SignOut(HttpContext http) => http.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/" });

    private Person? Known(HttpContext http)
    {
        if (keys is null) return new Person(local, Role.Analyst);
        if (KeyIn(http) is { } key) return keys.Find(key);
        if (http.Request.Cookies[Cookie] is not { } kept) return null;
        try
        {
            return sessions.Unprotect(kept).Split('\t') is [var role, var name] && Enum.TryParse(role, out Role known) && keys.Has(new Person(name, known)) ? new Person(name, known) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;   // too old, of an earlier run, or made up
        }
    }

    private static string? KeyIn(HttpContext http)
    {
        const string Scheme = "Bearer ";
        string? header = http.Request.Headers.Authorization;
        return header is not null && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;
    }

    // Browsers say where a request comes from; a page of another site must not write here on behalf of whoever looks at it. Programs say nothing.
    private static bool IsForeign(HttpContext http)
    {
        if (http.Request.Headers["Sec-Fetch-Site"] is [{ Length: > 0 } site, ..]) return site is not ("same-origin" or "none");
        if (http.Request.Headers.Origin is not [{ Length: > 0 } origin, ..]) return false;
        return !Uri.TryCreate(origin, UriKind.Absolute, out Uri? from) || !string.Equals(from.Authority, http.Request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsOpen(PathString path) => path == "/sign-in" || path.StartsWithSegments("/assets", StringComparison.Ordinal);
}
