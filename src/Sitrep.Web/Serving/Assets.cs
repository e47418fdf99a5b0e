using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Sitrep.Web.Serving;

/// <summary>Style sheets, scripts, shapes: the folder <c>wwwroot</c>, which travels inside the program.</summary>
internal static class Assets
{
    private const string Prefix = "wwwroot/";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".js"] = "text/javascript; charset=utf-8",
        [".mjs"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".json"] = "application/json",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".ico"] = "image/x-icon",
        [".woff2"] = "font/woff2",
        [".wasm"] = "application/wasm",
        [".webmanifest"] = "application/manifest+json",
        [".txt"] = "text/plain; charset=utf-8",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly Assembly Home = typeof(Assets).Assembly;

    private static readonly FrozenDictionary<string, Lazy<(byte[] Bytes, string Hash)>> Files = Home.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Prefix.Length..].Replace('\\', '/'), name => new Lazy<(byte[], string)>(() => Load(name)), StringComparer.Ordinal);

    /// <summary>Names of all files.</summary>
    public static IEnumerable<string> Names => Files.Keys.Order(StringComparer.Ordinal);

    /// <summary>An address that changes with the content, so that browsers may keep it for ever.</summary>
    public static string Link(string name) => Files.TryGetValue(name, out Lazy<(byte[] Bytes, string Hash)>? file) ? $"/assets/{name}?v={file.Value.Hash}" : $"/assets/{name}";

    public static Task AnswerAsync(HttpContext http)
    {
        string name = http.Request.RouteValues["path"] as string ?? "";
        if (!Files.TryGetValue(name, out Lazy<(byte[] Bytes, string Hash)>? file) || !Types.TryGetValue(Path.GetExtension(name), out string? type))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        (byte[] bytes, string hash) = file.Value;
        var tag = new EntityTagHeaderValue($"\"{hash}\"");
        http.Response.GetTypedHeaders().ETag = tag;
        http.Response.Headers.CacheControl = http.Request.Query["v"] == hash ? "public, max-age=31536000, immutable" : "no-cache";
        if (http.Request.GetTypedHeaders().IfNoneMatch is { } known && known.Any(one => one.Compare(tag, useStrongComparison: false)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        http.Response.ContentType = type;
        http.Response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }

    private static (byte[] Bytes, string Hash) Load(string resource)
    {
        using Stream stream = Home.GetManifestResourceStream(resource)!;   // the name comes from the same assembly
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        byte[] all = bytes.ToArray();
        return (all, Convert.ToHexStringLower(SHA256.HashData(all).AsSpan(0, 8)));
    }
}
