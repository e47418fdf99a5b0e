namespace Sitrep.Pipeline.Clean.Metadata;

/// <summary>Days of publication in the data that a page carries for its scripts.</summary>
internal static class ScriptDates
{
    // Keys of content systems, the surest first.
    private static readonly string[] Keys = ["datePublished", "publishedDate", "published_at", "publishedAt", "publishDate", "publish_date", "publicationDate", "publication_date", "pubDate", "uploadDate", "dateCreated", "created_at", "createdAt"];

    /// <summary>Characters between a key and the end of its date.</summary>
    private const int Reach = 60;

    /// <param name="source">The page as received.</param>
    /// <param name="day">Reads a day as written, or gives null.</param>
    public static DateOnly? Find(string source, Func<string, DateOnly?> day)
    {
        foreach (string key in Keys)
        {
            int at = source.IndexOf(key, StringComparison.Ordinal);
            for (int tried = 0; at >= 0 && tried < 20; tried++)
            {
                int start = at + key.Length;
                ReadOnlySpan<char> value = source.AsSpan(start, Math.Min(Reach, source.Length - start)).TrimStart("\"'\\:= ");
                int end = value.IndexOfAny('"', '\'', ',');
                if (value.Length > 0 && char.IsAsciiDigit(value[0]) && day((end > 0 ? value[..end] : value).ToString()) is { } found) return found;
                at = source.IndexOf(key, start, StringComparison.Ordinal);
            }
        }
        return null;
    }
}
