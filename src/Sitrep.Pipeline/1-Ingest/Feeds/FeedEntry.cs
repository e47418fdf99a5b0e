namespace Sitrep.Pipeline.Ingest.Feeds;

/// <summary>One entry of a feed, whatever its format calls the fields. Each is null when the entry has none.</summary>
/// <param name="Key">What the feed tells the entry by: <c>guid</c>, <c>id</c>, <c>rdf:about</c>.</param>
/// <param name="Link">Address of the page.</param>
/// <param name="Published">As written.</param>
/// <param name="Updated">As written.</param>
/// <param name="Content">The text in full, as the feed claims; HTML or plain.</param>
/// <param name="Summary">A teaser, or in older feeds all there is; HTML or plain.</param>
/// <param name="Source">The outlet it was taken over from.</param>
internal sealed record FeedEntry(
    string? Key, string? Link, string? Title, string? Author, string? Published, string? Updated, string? Content, string? Summary, string? Source, string? Rights);

/// <summary>What a feed says of itself before its first entry.</summary>
/// <param name="Link">Address of the site.</param>
internal sealed record FeedHead(string? Title, string? Link, string? Rights)
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " » ", " > ", ": "];

    /// <summary>The outlet in a title such as "World news | The Gazette" or "The Gazette - World": the part that the address spells out, else the first.</summary>
    public string? Outlet
    {
        get
        {
            if (string.IsNullOrWhiteSpace(Title)) return null;
            string[] parts = Title.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            string host = Uri.TryCreate(Link, UriKind.Absolute, out Uri? site) ? Letters(site.Host) : "";
            return parts.FirstOrDefault(part => Letters(part) is { Length: > 1 } letters && host.Contains(letters, StringComparison.Ordinal)) ?? parts.FirstOrDefault();
        }
    }

    private static string Letters(string words) => string.Concat(words.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
