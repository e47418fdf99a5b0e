namespace Sitrep.Pipeline.Ingest.Web;

/// <summary>What a server said of one address. Sent back the next time, so that it need not send again what has not changed (RFC 9110, section 13).</summary>
/// <param name="Address">Without fragment; with <c>#follow</c> behind it where the pages of a feed were fetched too.</param>
/// <param name="Status">200, or 304 when nothing had changed.</param>
/// <param name="ETag">As sent; null when the server gave none.</param>
/// <param name="LastModified">As sent; null when the server gave none.</param>
public sealed record FetchNote(string Address, DateTimeOffset At, int Status, string? ETag, string? LastModified);
