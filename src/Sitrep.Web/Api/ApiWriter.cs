using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Sitrep.Web.Pages;

namespace Sitrep.Web.Api;

/// <summary>Writes answers: with a tag that says which state of the record they are of, and problems as documents.</summary>
internal static class ApiWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };   // UTF-8, never inside a page

    /// <summary>Answers 304 when the caller has this version already.</summary>
    /// <param name="version">The same whenever the bytes are.</param>
    public static async Task AnswerAsync(HttpContext http, string version, string mediaType, Func<byte[]> bytes)
    {
        var tag = new EntityTagHeaderValue($"\"{version}\"");
        http.Response.GetTypedHeaders().ETag = tag;
        http.Response.Headers.CacheControl = "no-cache";
        if (http.Request.GetTypedHeaders().IfNoneMatch is { Count: > 0 } known && known.Any(one => one.Compare(tag, useStrongComparison: false)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        byte[] body = bytes();
        http.Response.ContentType = mediaType;
        http.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    public static byte[] Json(Action<Utf8JsonWriter> content)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options)) content(json);
        return bytes.ToArray();
    }

    /// <summary>What a program sends.</summary>
    /// <param name="expected">In words, for whoever sent something else.</param>
    /// <exception cref="ApiProblem">It is not JSON, or not of this form.</exception>
    public static async Task<T> BodyAsync<T>(HttpContext http, JsonTypeInfo<T> type, string expected)
    {
        // No page of another site can send this type without asking first.
        if (http.Request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true) throw new ApiProblem(415, "not-json", "Not JSON", "Content-Type: expected application/json.");
        try
        {
            return await JsonSerializer.DeserializeAsync(http.Request.Body, type, http.RequestAborted) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new ApiProblem(400, "bad-body", "Bad body", $"The body is not what was expected ({e.Message}). Expected {expected}.");
        }
    }

    /// <summary>Turns what went wrong below <c>/api</c> into problem documents.</summary>
    public static async Task GuardAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (Exception e) when (e is ApiProblem or BadQueryException && !http.Response.HasStarted)
        {
            ApiProblem problem = e as ApiProblem ?? new ApiProblem(400, "bad-query", "Bad query", e.Message);
            await ProblemAsync(http, problem.Status, problem.Code, problem.Title, problem.Message);
        }
    }

    public static Task ProblemAsync(HttpContext http, int status, string code, string title, string detail)
    {
        http.Response.Headers.Remove(HeaderNames.ETag);
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/problem+json";
        byte[] body = Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("type", "about:blank");
            json.WriteString("title", title);
            json.WriteNumber("status", status);
            json.WriteString("detail", detail);
            json.WriteString("code", code);
            json.WriteEndObject();
        });
        return http.Response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }
}
