namespace Sitrep.Pipeline.Ingest.Web;

/// <summary>Addresses of pages: how one is written, and when two are the same page.</summary>
internal static class PageAddress
{
    /// <summary>Characters of an address; longer ones are traps or data.</summary>
    private const int LongestAddress = 2000;

    // What links carry to count readers; it does not choose the page.
    private static readonly string[] TrackingKeys = ["fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "ref", "ref_src", "cmpid", "ocid", "smid", "src", "taid", "at_medium", "at_campaign"];
    private static readonly string[] TrackingStarts = ["utm_", "at_", "ns_"];

    /// <summary>True for an input that is to be fetched.</summary>
    public static bool IsWeb(string input) =>
        input.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || input.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    /// <summary>The address of a page, resolved against that of what names it; null when it is no address on the web.</summary>
    public static Uri? Resolve(string? link, string? against)
    {
        if (string.IsNullOrWhiteSpace(link) || link.Length > LongestAddress) return null;
        link = link.Trim();
        // On Unix "/path" alone would be taken for a file.
        bool whole = IsWeb(link);
        if (whole) return Uri.TryCreate(link, UriKind.Absolute, out Uri? address) ? address : null;
        return Uri.TryCreate(against, UriKind.Absolute, out Uri? ground) && IsWeb(ground.AbsoluteUri) && Uri.TryCreate(ground, link, out Uri? resolved) && IsWeb(resolved.AbsoluteUri) ? resolved : null;
    }

    /// <summary>How the record calls a page: its address without fragment, user and password.</summary>
    public static string NameOf(Uri address) => address.GetComponents(UriComponents.SchemeAndServer | UriComponents.PathAndQuery, UriFormat.UriEscaped);

    /// <summary>Equal for two addresses of one page; null where the address does not name one page (a site's front page, no address).</summary>
    /// <remarks>Scheme, <c>www.</c>, letter case of the host, a closing slash, the fragment and tracking parameters do not count. Identifiers that are no
    /// web addresses (<c>urn:</c>, <c>tag:</c>) are taken as they are.</remarks>
    public static string? KeyOf(string? address)
    {
        if (string.IsNullOrWhiteSpace(address) || address.Length > LongestAddress) return null;
        address = address.Trim();
        if (!IsWeb(address)) return address.Contains(':', StringComparison.Ordinal) && !address.Contains(' ', StringComparison.Ordinal) ? address : null;
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)) return null;
        string host = uri.IdnHost.ToLowerInvariant();
        if (host.StartsWith("www.", StringComparison.Ordinal)) host = host[4..];
        string path = uri.AbsolutePath.TrimEnd('/');
        string query = string.Join('&', uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(part => !IsTracking(part)));
        if (path.Length == 0 && query.Length == 0) return null;
        string port = uri.IsDefaultPort ? "" : uri.GetComponents(UriComponents.StrongPort, UriFormat.Unescaped);
        return $"{host}{(port.Length > 0 ? ":" : "")}{port}{path}{(query.Length > 0 ? "?" : "")}{query}";
    }

    private static bool IsTracking(string part)
    {
        string key = part.Split('=')[0].ToLowerInvariant();
        return TrackingKeys.Contains(key, StringComparer.Ordinal) || TrackingStarts.Any(start => key.StartsWith(start, StringComparison.Ordinal));
    }
}
