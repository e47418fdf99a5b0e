using Microsoft.AspNetCore.Http;

namespace Sitrep.Web.Serving;

/// <summary>Headers of every answer: nothing runs, loads or leaves but what this server sends.</summary>
internal static class Policy
{
    /// <summary>Scripts, workers and styles of our own files only; images also as data, which maps are drawn from.</summary>
    public const string Content = "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
        + "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>For a document that carries its own policy: it may only not be framed.</summary>
    public const string OfDocuments = "frame-ancestors 'none'";

    public static Task ApplyAsync(HttpContext http, RequestDelegate next)
    {
        IHeaderDictionary headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Content;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";   // other sites learn nothing; "no-referrer" would take the origin from our own forms too
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return next(http);
    }
}
