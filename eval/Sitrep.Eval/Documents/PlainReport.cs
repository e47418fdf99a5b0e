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
}
