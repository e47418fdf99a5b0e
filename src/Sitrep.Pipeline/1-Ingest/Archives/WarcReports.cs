using System.Globalization;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Ingest.Web;

namespace Sitrep.Pipeline.Ingest.Archives;

/// <summary>Records of a web archive → reports: the responses that are pages, JSON or text.</summary>
internal sealed class WarcReports(InputReader reader)
{
    private int _redirects, _errors, _otherKinds, _unchanged;

    /// <summary>Every record that should be a report is in the answer, as one or as a problem; the others are counted in one note at the end.</summary>
    public IEnumerable<Ingested> Read(string name, Stream file, Action moved)
    {
        int seen = 0;
        foreach (WarcItem item in new WarcReader(file).Items())
        {
            seen++;
            moved();
            string place = string.Create(CultureInfo.InvariantCulture, $"{name}#{item.Number}");
            if (item.Record is not { } record) yield return IngestStage.SetAside(place, item.Code, $"{place}: record {item.Number} of the archive is not read: {item.Why}. Expected a whole WARC record; the others are read.");
            else if (IsReport(record))
            {
                foreach (Ingested one in Read(place, record)) yield return one;
            }
        }
        if (seen == 0) yield return IngestStage.SetAside(name, ReasonCode.Empty, $"{name} holds no record. Expected a web archive; fetch it again.");
        else if (_redirects + _errors + _otherKinds + _unchanged > 0)
        {
            string message = string.Create(CultureInfo.InvariantCulture,
                $"{name}: passed over {_unchanged} records of pages that had not changed (revisit), {_redirects} redirects, {_errors} answers that are errors, {_otherKinds} that are no page, JSON or text.");
            yield return new Ingested(null, new Problem(name, null, ReasonCode.PassedOver, message, SetAside: false));
        }
    }

    private bool IsReport(WarcRecord record)
    {
        string type = (record["WARC-Type"] ?? "").ToLowerInvariant();
        if (type == "revisit") _unchanged++;   // its text stands in an earlier record
        return type == "response" && record.Block.AsSpan().StartsWith("HTTP/"u8);
    }

    private IEnumerable<Ingested> Read(string place, WarcRecord record)
    {
        if (HttpMessage.Parse(record.Block) is not { } response)
        {
            yield return IngestStage.SetAside(place, ReasonCode.BadArchiveRecord, $"{place}: the answer in it is not HTTP. Expected a status line and headers; the others are read.");
            yield break;
        }
        if (response.Status is >= 300 and < 400) _redirects++;
        else if (response.Status is < 200 or >= 400) _errors++;
        else if (InputKinds.OfMediaType(response.MediaType) is not (InputKind.Html or InputKind.Json or InputKind.Text or null)) _otherKinds++;
        else if (response.Body is null) yield return IngestStage.SetAside(place, ReasonCode.TooLarge, $"{place}: its text unpacks to more than {IngestStage.MaxBytes / (1024 * 1024)} MiB. Expected one page; leave it out.");
        else
        {
            Uri? target = PageAddress.Resolve(record.Target, null);
            DateTimeOffset? fetched = record.Date;
            var beside = new SuppliedMetadata(Url: target?.AbsoluteUri, Provenance: fetched is null ? null : new Provenance(fetched));
            foreach (Ingested one in reader.Read(target is null ? place : PageAddress.NameOf(target), response.Body, new Origin(response.MediaType, response.Charset, beside))) yield return one;
        }
    }
}
