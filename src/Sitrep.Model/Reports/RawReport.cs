namespace Sitrep.Model.Reports;

/// <summary>How the text of a report is written.</summary>
public enum Markup
{
    /// <summary>Plain text, also a web page saved or pasted as text.</summary>
    Text,

    /// <summary>HTML source.</summary>
    Html,
}

/// <summary>One report as it was received: decoded, hashed, not interpreted. What Ingest hands to Clean.</summary>
/// <param name="Id">Stable id made from <paramref name="Sha256"/> and <paramref name="Input"/>.</param>
/// <param name="Input">The name it was received under: a path relative to the given folder, a file name, or <c>file.jsonl#3</c>.
/// Always with forward slashes, never absolute.</param>
/// <param name="Sha256">Hash of the bytes received, lower-case hex; for one record of a JSON Lines file, of that line's bytes.</param>
/// <param name="Received">The decoded text before any cleaning. All published spans count in this text. For JSON input it is the value
/// of the text field.</param>
/// <param name="Supplied">Metadata that came beside the text (JSON fields); empty for files that are only text.</param>
public sealed record RawReport(string Id, string Input, string Sha256, Markup Markup, string Received, SuppliedMetadata Supplied);

/// <summary>What the sender says about a report beside its text. Each field is null when it was not given.</summary>
/// <param name="Published">As written by the sender; Clean reads it.</param>
/// <param name="Provenance">Null when nothing is known of it.</param>
public sealed record SuppliedMetadata(
    string? Title = null, string? Outlet = null, string? Url = null, string? Published = null, string? Byline = null, string? Agency = null,
    Provenance? Provenance = null)
{
    /// <summary>Nothing was supplied.</summary>
    public static SuppliedMetadata None { get; } = new();
}

/// <summary>How a text came here, and which version of itself it is. Each field is null when it is not known.</summary>
/// <param name="Fetched">When it was fetched from its address, by us or by an archive.</param>
/// <param name="Modified">When its sender says this version was made.</param>
/// <param name="EvolvedFrom">Address or identifier of the item this one replaces (ninjs <c>evolvedfrom</c>).</param>
/// <param name="Rights">Who owns it and on what terms it may be used, as written by the sender.</param>
public sealed record Provenance(DateTimeOffset? Fetched = null, DateTimeOffset? Modified = null, string? EvolvedFrom = null, string? Rights = null)
{
    /// <summary>Nothing is known.</summary>
    public static Provenance None { get; } = new();

    /// <summary>The moment from which this version of the text was there: as its sender says, else when it was fetched; null when neither is known.</summary>
    public DateTimeOffset? Since => Modified ?? Fetched;
}
