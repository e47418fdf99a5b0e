using System.Globalization;
using Sitrep.Eval.Data;
using Sitrep.Eval.Reprints;
using Sitrep.Model.Reports;

namespace Sitrep.Eval.Documents;

/// <summary>The reports of FA-KES (Abu Salem et al. 2019), by their unit id. The set's judgement of each is not read.</summary>
internal static class WarReports
{
    public const string FileName = "FA-KES-Dataset.csv";

    public static IEnumerable<(string Name, RawReport Raw)> Read(string folder)
    {
        int number = 0;
        foreach (string path in DataFiles.Find(folder, FileName))
        {
            foreach (Dictionary<string, string> row in Csv.Read(path))
            {
                string? day = DateOnly.TryParseExact(row.GetValueOrDefault("date"), "M/d/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? CopyText.Day(date) : null;
                yield return (row.GetValueOrDefault("unit_id", ""), PlainReport.Of(number++, row.GetValueOrDefault("article_content", ""), new SuppliedMetadata(Title: row.GetValueOrDefault("article_title"), Outlet: row.GetValueOrDefault("source"), Published: day)));
            }
        }
    }
}
