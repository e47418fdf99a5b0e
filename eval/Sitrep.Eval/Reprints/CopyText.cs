using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;

namespace Sitrep.Eval.Reprints;

/// <summary>Makes reports of paragraphs, by way of stage 2 as for any text received.</summary>
internal static class CopyText
{
    /// <param name="name">Names the input; no part of the text.</param>
    /// <returns>Null when stage 2 sets it aside.</returns>
    public static Report? Clean(string name, IEnumerable<string> paragraphs, string? title, string? outlet, string? agency, string? published)
    {
        string text = string.Join("\n\n", paragraphs);
        string sha = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        var raw = new RawReport(StableId.Of('r', sha, name), name, sha, Markup.Text, text, new SuppliedMetadata(Title: title, Outlet: outlet, Agency: agency, Published: published));
        return Product.OrNull(() => Product.Clean.Clean(raw).Report);
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Sentences of a paragraph; abbreviations and initials do not end one.</summary>
    public static IEnumerable<string> Sentences(string paragraph)
    {
        int from = 0;
        for (int i = 1; i + 2 < paragraph.Length; i++)
        {
            bool ends = paragraph[i] == ' ' && (paragraph[i - 1] is '.' or '?' or '!' || (paragraph[i - 1] is '"' or '”' && paragraph[i - 2] is '.' or '?' or '!'));
            if (!ends || i - from < 30 || !(char.IsUpper(paragraph[i + 1]) || paragraph[i + 1] is '"' or '“') || char.IsUpper(paragraph[i - 2])) continue;
            yield return paragraph[from..i];
            from = i + 1;
        }
        yield return paragraph[from..];
    }

    public static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
