using Sitrep.Model.Reports;

namespace Sitrep.Pipeline.Ingest.Web;

/// <summary>What came of fetching one address: bytes, or "not changed", or a failure.</summary>
/// <param name="Address">Where the answer came from, after redirects.</param>
/// <param name="Bytes">Unpacked; null when there are none to read.</param>
/// <param name="Note">To be kept once what was fetched has been read; null after a failure.</param>
/// <param name="Failure">The end of a sentence; null when it went well.</param>
internal sealed record FetchAnswer(Uri Address, byte[]? Bytes, string? MediaType, string? Charset, FetchNote? Note, ReasonCode Code, string? Failure)
{
    public static FetchAnswer Failed(Uri address, string why, ReasonCode code = ReasonCode.FetchFailed) => new(address, null, null, null, null, code, why);
}
