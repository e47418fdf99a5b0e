using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Sitrep.Web.Pages.Upload;
using Sitrep.Web.Running;
using Sitrep.Web.Safety;

namespace Sitrep.Web.Api;

/// <summary>A report as a program sends it.</summary>
/// <param name="Name">What it is called; its ending says what it is (.txt, .html, .json).</param>
internal sealed record ReportSent(string Text, string? Name = null);

/// <summary>What a program sends to be read.</summary>
internal sealed record ReportsSent(IReadOnlyList<ReportSent>? Reports = null, IReadOnlyList<string>? Addresses = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ReportsSent))]
internal sealed partial class ReportsJson : JsonSerializerContext;

/// <summary>Adding reports by program. They are read behind each other; <c>/live</c> and the list of reports tell when they are.</summary>
internal sealed class ReportOperations(ReadingDesk reading, AuditLog audit, bool mayBePrivate)
{
    private const string Sent = """{"type":"object","properties":{"reports":{"type":"array","items":{"type":"object","required":["text"],"properties":{"text":{"type":"string"},"name":{"type":["string","null"]}}}},"addresses":{"type":"array","items":{"type":"string","format":"uri"}}}}""";

    public IEnumerable<ApiRoute> Routes() =>
    [
        new("POST", "/api/v1/reports", "addReports", "Read reports: texts, or addresses to fetch.", [],
            [new ApiAnswer(202, "application/json", """{"type":"object","required":["waiting"],"properties":{"waiting":{"type":"boolean"}}}""", "They wait to be read.")], AnswerAsync)
        {
            Body = new ApiAnswer(0, "application/json", Sent, "Texts and addresses."),
        },
    ];

    private async Task AnswerAsync(HttpContext http)
    {
        ReportsSent sent = await ApiWriter.BodyAsync(http, ReportsJson.Default.ReportsSent, "reports, each with a text, or addresses");
        (ReadingJob job, string told) = await UploadForm.TakeAsync([.. (sent.Reports ?? []).Select(report => (report.Name ?? "", report.Text))], sent.Addresses ?? [], mayBePrivate, http.RequestAborted);
        if (!reading.Add(job))
        {
            job.Delete();
            http.Response.Headers.RetryAfter = "60";
            throw new ApiProblem(503, "busy", "Too much waits", "Too much waits to be read already. Send it again later.");
        }
        audit.Note(Gate.Of(http).Name, "upload", told);
        http.Response.StatusCode = StatusCodes.Status202Accepted;
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync("""{"waiting":true}""", http.RequestAborted);
    }
}
