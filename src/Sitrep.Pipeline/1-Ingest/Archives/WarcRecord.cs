using Sitrep.Model.Reports;

namespace Sitrep.Pipeline.Ingest.Archives;

/// <summary>One record of a web archive (WARC 1.1, ISO 28500): named fields and a block of bytes.</summary>
/// <param name="Number">From 1, in order of the file.</param>
/// <param name="Fields">Keys without regard to case; of a field given twice the first.</param>
internal sealed record WarcRecord(int Number, IReadOnlyDictionary<string, string> Fields, byte[] Block)
{
    public string? this[string field] => Fields.TryGetValue(field, out string? value) ? value : null;

    /// <summary>The address that was asked for; some writers put it between angle brackets (WARC 1.0).</summary>
    public string? Target => this["WARC-Target-URI"]?.Trim('<', '>', ' ');

    public DateTimeOffset? Date => Metadata.Instant(this["WARC-Date"]);
}

/// <summary>A record, or why there is none at this place: exactly one of the two.</summary>
/// <param name="Why">What is wrong, as the end of a sentence; null when there is a record.</param>
internal readonly record struct WarcItem(int Number, WarcRecord? Record, ReasonCode Code, string? Why);
