using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Sitrep.Web.Pages;
using Sitrep.Web.Records;

namespace Sitrep.Web.Api;

/// <summary>Earlier states by the web's own protocol for them (RFC 7089): each answer is its own time gate, an answer as of a day is a memento of its end, and a time map lists the evenings.</summary>
internal static class Memento
{
    public const string Map = "/api/v1/timemap";

    /// <summary>Says which evening an answer is of, and where the others are.</summary>
    /// <returns>True when it asked for an earlier evening by its header and was sent there: nothing more is to be answered.</returns>
    public static bool Answered(HttpContext http)
    {
        HttpRequest request = http.Request;
        DateOnly? asOf = ViewState.Day(request.Query, "as_of");
        string original = $"{request.Path}{Without(request.Query)}";
        http.Response.Headers.Link = $"<{original}>; rel=\"original timegate\", <{Map}?of={Uri.EscapeDataString(original)}>; rel=\"timemap\"; type=\"application/link-format\"";
        if (asOf is { } day)
        {
            http.Response.Headers["Memento-Datetime"] = Evening(day);
            return false;
        }
        http.Response.Headers.Vary = "accept-datetime";
        if (request.Headers["Accept-Datetime"].ToString() is not { Length: > 0 } wanted) return false;
        if (!DateTimeOffset.TryParseExact(wanted, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)) throw new BadQueryException("Accept-Datetime: expected a moment as Thu, 09 Nov 2017 23:59:59 GMT.");
        http.Response.StatusCode = StatusCodes.Status302Found;
        http.Response.Headers.Location = AsOf(original, LastEvening(moment));
        return true;
    }

    /// <summary>The evenings on which something new was known, as application/link-format.</summary>
    public static byte[] TimeMap(RecordView view, string original)
    {
        var text = new StringBuilder($"<{original}>; rel=\"original timegate\"");
        text.Append(CultureInfo.InvariantCulture, $",\n<{Map}?of={Uri.EscapeDataString(original)}>; rel=\"self\"; type=\"application/link-format\"");
        foreach (DateOnly day in view.KnownDays) text.Append(CultureInfo.InvariantCulture, $",\n<{AsOf(original, day)}>; rel=\"memento\"; datetime=\"{Evening(day)}\"");
        return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }

    /// <summary>The end of the day: all of what was published on it was known by then.</summary>
    private static string Evening(DateOnly day) => HeaderUtilities.FormatDate(new DateTimeOffset(day, new TimeOnly(23, 59, 59), TimeSpan.Zero));

    private static DateOnly LastEvening(DateTimeOffset moment)
    {
        var day = DateOnly.FromDateTime(moment.UtcDateTime);
        return TimeOnly.FromDateTime(moment.UtcDateTime) >= new TimeOnly(23, 59, 59) || day == DateOnly.MinValue ? day : day.AddDays(-1);
    }

    private static string AsOf(string original, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{original}{(original.Contains('?', StringComparison.Ordinal) ? '&' : '?')}as_of={day:yyyy-MM-dd}");

    // A cursor is of one state and leads to no other.
    private static QueryString Without(IQueryCollection query) => QueryString.Create(query.Where(pair => pair.Key is not ("as_of" or "cursor")));
}
