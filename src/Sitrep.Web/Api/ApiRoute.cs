using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace Sitrep.Web.Api;

/// <summary>One operation of the API: what it takes, what it answers. The server maps this list, and the OpenAPI document is written from it: the two cannot differ.</summary>
/// <param name="Name">Stable name for programs that are made from the document.</param>
/// <param name="Path">With parts in braces, below the root of the server.</param>
internal sealed record ApiRoute(string Method, string Path, string Name, string Summary, ImmutableArray<ApiParameter> Parameters, ImmutableArray<ApiAnswer> Answers, RequestDelegate Handle)
{
    /// <summary>The body it takes; null for none.</summary>
    public ApiAnswer? Body { get; init; }

    /// <summary>True when only an analyst may call it.</summary>
    public bool Changes => Method != "GET";
}

/// <param name="In">"query", "path" or "header".</param>
/// <param name="Schema">JSON Schema.</param>
internal sealed record ApiParameter(string Name, string In, string Schema, string Description)
{
    /// <summary>True where nothing is answered without it.</summary>
    public bool Required { get; init; } = In == "path";

    /// <summary>A value that could stand there; null where the description says enough.</summary>
    public string? Example { get; init; }
}

/// <param name="Schema">JSON Schema; null where the form is told by the media type alone.</param>
internal sealed record ApiAnswer(int Status, string MediaType, string? Schema, string Description);

/// <summary>A request that cannot be answered; becomes a problem document (RFC 9457).</summary>
internal sealed class ApiProblem(int status, string code, string title, string detail) : Exception(detail)
{
    public int Status { get; } = status;

    /// <summary>Stable word for programs.</summary>
    public string Code { get; } = code;

    public string Title { get; } = title;

    public static ApiProblem NotFound(string what, string id) => new(404, "not-found", "Not found", $"No {what} has the id {id} in the record as of this day.");
}
