using Sitrep.Model.Reports;

namespace Sitrep.Pipeline.Ingest;

/// <summary>One input, read or set aside: exactly one of the two is not null.</summary>
public sealed record Ingested(RawReport? Report, Problem? Problem);

/// <summary>Stage 1: files, folders, patterns and standard input → raw reports. Fetches and decodes, never interprets.</summary>
public sealed class IngestStage
{
    /// <summary>Reads every input; every file met is in the answer exactly once, as a report or as a problem (a JSON Lines file once for each record).</summary>
    /// <param name="inputs">Files, folders (read recursively), patterns with <c>*</c>, <c>**</c> and <c>?</c>, or <c>-</c>.</param>
    /// <param name="standardInput">Read for <c>-</c>.</param>
    public IEnumerable<Ingested> Read(IEnumerable<string> inputs, Stream standardInput) => throw new NotImplementedException();
}
