using Sitrep.Model.Reports;
using Sitrep.Pipeline.Ingest.Feeds;

namespace Sitrep.Pipeline.Ingest.Web;

/// <summary>Addresses → reports: a page, a feed, and where the user follows them the pages behind a feed.</summary>
/// <param name="last">What is kept of the last fetch of an address.</param>
internal sealed class WebReports(Fetcher fetcher, Func<string, FetchNote?> last, bool follow)
{
    // A feed on the user's own network may name pages there; no other may.
    private bool _feedIsPrivate;

    /// <summary>What came from the address, then, when all of that is read, the note to be kept.</summary>
    public IEnumerable<Ingested> Read(string input, InputReader reader)
    {
        if (PageAddress.Resolve(input, null) is not { } address)
        {
            yield return IngestStage.SetAside(input, ReasonCode.NotFound, $"{input} is no address. Expected http:// or https://, a host and a path.");
            yield break;
        }
        string name = PageAddress.NameOf(address);
        // A feed that has not changed is not read again; whether its pages were fetched too is part of what "read" means.
        string key = follow ? $"{name}#follow" : name;
        FetchAnswer answer = fetcher.Get(address, last(key), fromWeb: false);
        _feedIsPrivate = follow && PrivateNetworks.Holds(address);
        bool complete = true;
        foreach (Ingested one in Taken(name, answer, reader, SuppliedMetadata.None, followed: false))
        {
            complete &= one.Problem?.Code != ReasonCode.FetchFailed;   // asked again the next time
            yield return one;
        }
        _feedIsPrivate = false;
        if (complete && answer.Note is { } note) yield return new Ingested(null, null, note with { Address = key });
    }

    /// <summary>The page behind an entry of a feed. One that was fetched already is fetched again only when its entry has changed since.</summary>
    public IEnumerable<Ingested> Follow(FeedEntry entry, SuppliedMetadata supplied, InputReader reader)
    {
        var address = new Uri(entry.Link!);   // made absolute by the caller
        string name = PageAddress.NameOf(address);
        FetchNote? known = last(name);
        if (known is not null && !(Metadata.Instant(entry.Updated) > known.At))
        {
            yield return new Ingested(null, null, known with { Status = 304 });
            yield break;
        }
        FetchAnswer answer = fetcher.Get(address, known, fromWeb: !_feedIsPrivate);
        // The page says itself whose it is; the feed knows better when, by whom and under which title.
        foreach (Ingested one in Taken(name, answer, reader, supplied with { Outlet = null, Provenance = supplied.Provenance is { } told ? told with { Fetched = null } : null }, followed: true)) yield return one;
        if (answer.Note is not null) yield return new Ingested(null, null, answer.Note);
    }

    private static IEnumerable<Ingested> Taken(string name, FetchAnswer answer, InputReader reader, SuppliedMetadata supplied, bool followed)
    {
        if (answer.Failure is { } why) yield return IngestStage.SetAside(name, answer.Code, $"{name} was not fetched: {why}. Expected a page or a feed; try again later, or save it and give the file.");
        else if (answer.Bytes is { } bytes)
        {
            SuppliedMetadata beside = supplied.Or(new SuppliedMetadata(Url: answer.Address.AbsoluteUri, Provenance: new Provenance(answer.Note?.At)));
            foreach (Ingested one in reader.Read(name, bytes, new Origin(answer.MediaType, answer.Charset, beside, followed))) yield return one with { Live = true };
        }
    }
}
