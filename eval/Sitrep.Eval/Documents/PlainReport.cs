using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;

namespace Sitrep.Eval.Documents;

/// <summary>Texts of data sets as reports for the product.</summary>
internal static class PlainReport
{
    /// <param name="number">Names the report; the names that data sets give may tell the answer.</param>
    public static RawReport Of(int number, string text, SuppliedMetadata? supplied = null)
    {
        string sha = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        string input = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number}.txt");
        return new RawReport(StableId.Of('r', sha, input), input, sha, Markup.Text, text, supplied ?? SuppliedMetadata.None);
    }

    /// <summary>A report whose text is known to be nothing but the article: every line is body, stage 2 is passed by, offsets are those of the text.</summary>
    public static Report Whole(int number, string text, string? title = null, string? url = null, DateOnly? published = null)
    {
        RawReport raw = Of(number, text);
        var zones = ImmutableArray.CreateBuilder<Zone>();
        for (int at = 0; at < text.Length;)
        {
            int end = text.IndexOf('\n', at);
            if (end < 0) end = text.Length;
            (int from, int to) = (at, end);
            while (from < to && char.IsWhiteSpace(text[from])) from++;
            while (to > from && char.IsWhiteSpace(text[to - 1])) to--;
            if (to > from) zones.Add(new Zone(ZoneKind.Body, new TextSpan(from, to)));
            at = end + 1;
        }
        return new Report(raw.Id, raw.Input, raw.Sha256, Markup.Text, text, text, OffsetMap.Identity(text.Length), title, null, url, null, null, [], null,
            published, published is null ? DateBasis.Unknown : DateBasis.Metadata, zones.DrainToImmutable(), []);
    }
}
