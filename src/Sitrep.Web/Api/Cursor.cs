using System.Globalization;
using System.Text;

namespace Sitrep.Web.Api;

/// <summary>Where the next page of a list begins, and of which state of the record the list is: a list that changed is not gone on with.</summary>
internal static class Cursor
{
    public static string Write(string version, int offset) => Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{version}.{offset}"))).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <returns>0 for the first page.</returns>
    /// <exception cref="ApiProblem">No cursor of this API, or one of another state of the record.</exception>
    public static int Read(string? cursor, string version)
    {
        if (string.IsNullOrEmpty(cursor)) return 0;
        Span<byte> bytes = stackalloc byte[64];
        string padded = cursor.Replace('-', '+').Replace('_', '/').PadRight((cursor.Length + 3) / 4 * 4, '=');
        if (!Convert.TryFromBase64String(padded, bytes, out int length) || Encoding.ASCII.GetString(bytes[..length]).Split('.') is not [var of, var at]
            || !int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out int offset))
        {
            throw new ApiProblem(400, "bad-cursor", "Bad cursor", "cursor: expected the value of “next” in an answer of this list.");
        }
        return of == version ? offset : throw new ApiProblem(410, "cursor-expired", "The list has changed", "The record has changed since the cursor was given. Ask for the first page again.");
    }
}
