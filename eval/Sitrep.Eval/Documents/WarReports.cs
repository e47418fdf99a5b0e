using System.Globalization;
using System.Text.RegularExpressions;
using Sitrep.Eval.Data;
using Sitrep.Eval.Reprints;
using Sitrep.Model.Reports;

namespace Sitrep.Eval.Documents;

/// <summary>The reports of FA-KES (Abu Salem et al. 2019), by their unit id. The set's judgement of each is not read.</summary>
/// <remarks>The day of the set is that of the casualties a report was gathered for, up to a month from the day it was published; that day is printed at the head of most, in the one line the set makes of a page.</remarks>
internal static partial class WarReports
{
    /// <summary>Characters of a page's one line in which its own day is printed.</summary>
    private const int HeadMax = 110;

    [GeneratedRegex(@"(?<d>\d{1,2})[ .-](?<m>\d\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[ .-](?<y>20\d\d)|(?<m>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (?<d>\d{1,2}) ?(?<y>20\d\d)", RegexOptions.CultureInvariant)]
    private static partial Regex PrintedDay();

    public const string FileName = "FA-KES-Dataset.csv";

    public static IEnumerable<(string Name, RawReport Raw)> Read(string folder)
    {
        int number = 0;
        foreach (string path in DataFiles.Find(folder, FileName))
        {
            foreach (Dictionary<string, string> row in Csv.Read(path))
            {
                string? day = DateOnly.TryParseExact(row.GetValueOrDefault("date"), "M/d/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? CopyText.Day(Printed(row.GetValueOrDefault("article_content", "")) ?? date) : null;
                yield return (row.GetValueOrDefault("unit_id", ""), PlainReport.Of(number++, row.GetValueOrDefault("article_content", ""), new SuppliedMetadata(Title: row.GetValueOrDefault("article_title"), Outlet: row.GetValueOrDefault("source"), Published: day)));
            }
        }
    }

    private static DateOnly? Printed(string text) =>
        PrintedDay().Match(text[..Math.Min(text.Length, HeadMax)]) is { Success: true } day && DateOnly.TryParse($"{day.Groups["d"]} {day.Groups["m"]} {day.Groups["y"]}", British, out DateOnly date) ? date : null;

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");
}
