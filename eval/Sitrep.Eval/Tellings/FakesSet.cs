using System.Globalization;
using Sitrep.Eval.Data;
using Sitrep.Eval.Documents;
using Sitrep.Eval.Scores;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Corroborate.Comparing;
using Sitrep.Pipeline.Corroborate.Stories;
using Sitrep.Pipeline.Extract.Details;

namespace Sitrep.Eval.Tellings;

/// <summary>Which reports of one war tell of one incident, and what they count differently: labels of our own over FA-KES, in eval/gold/fakes. Every two of the labelled reports are compared.</summary>
internal static class FakesSet
{
    public static EvalSet Of(Locations locations)
    {
        string gold = Path.Combine(locations.SampleGold, "fakes");
        return PublicSet.Of(locations, "fakes", ["fakes"], folder => DataFiles.Find(folder, WarReports.FileName).Length > 0 && Directory.Exists(gold) ? [.. DataFiles.Find(gold, ".tsv")] : [], (_, sheet) => Score(locations, gold, sheet));
    }

    private static void Score(Locations locations, string gold, TallySheet sheet)
    {
        HashSet<string> wanted = [.. Rows(gold, "reports.tsv").Select(row => row[1])];
        Dictionary<(string, string), bool?> incidents = Rows(gold, "incidents.tsv").ToDictionary(row => Pair(row[0], row[1]), row => row[2] == "yes" ? true : (bool?)null);
        ILookup<(string, string), string> figures = Rows(gold, "figures.tsv").ToLookup(row => Pair(row[0], row[1]), row => Difference(row[2], Count(row[3]), Count(row[4])));
        (string Name, Report Report)[] reports = [.. WarReports.Read(Path.Combine(locations.Datasets ?? "", "fakes")).Where(report => wanted.Contains(report.Name)).DistinctBy(report => report.Name)
            .AsParallel().AsOrdered().Select(report => (report.Name, Report: Product.OrNull(() => Product.Clean.Clean(report.Raw).Report))).Where(report => report.Report is not null).Select(report => (report.Name, report.Report!))
            .OrderBy(report => report.Name, StringComparer.Ordinal)];
        TellingDetails[] details = sheet.Timed(() => reports.AsParallel().AsOrdered().Select(report => Product.Pipeline.Details(report.Report)).ToArray());
        StoryClusters stories = sheet.Timed(() => Product.Pipeline.Stories([.. reports.Select(report => report.Report)]));
        for (int i = 0; i < reports.Length; i++)
        {
            for (int j = i + 1; j < reports.Length; j++)
            {
                (string, string) pair = Pair(reports[i].Name, reports[j].Name);
                bool? known = incidents.TryGetValue(pair, out bool? label) ? label : false;
                if (known is not { } right) continue;
                TellingComparison comparison = sheet.Timed(() => TellingComparison.Of(details[i], details[j]));
                int? apart = reports[i].Report.Anchor is { } one && reports[j].Report.Anchor is { } other ? Math.Abs(one.DayNumber - other.DayNumber) : null;
                OneIncident found = OneIncident.Of(comparison, stories.Of(reports[i].Report.Id) == stories.Of(reports[j].Report.Id), apart);
                sheet.Add("incident_f1", new Tally(found.Holds && right ? 1 : 0, found.Holds ? 1 : 0, right ? 1 : 0));
                if (found.Holds != right) sheet.Details.Add($"fakes incident {pair.Item1} {pair.Item2}: {(right ? "missed" : "not one")}, {found.Reason}");
                HashSet<string> told = [.. found.Holds ? comparison.Counts.Where(count => count.Differs).Select(count => Difference(count.Measure.ToString(), Number(count.First.Quantity), Number(count.Second.Quantity))) : []], differing = [.. figures[pair]];
                sheet.Add("figure_f1", Tally.Of(told, differing));
                if (!told.SetEquals(differing)) sheet.Details.Add($"fakes figure {pair.Item1} {pair.Item2}: wanted {string.Join(", ", differing)}; found {string.Join(", ", told)}");
                sheet.EndDocument();
            }
        }
    }

    private static IEnumerable<string[]> Rows(string folder, string name) =>
        File.ReadLines(Path.Combine(folder, name)).Where(line => !line.StartsWith('#')).Skip(1).Select(line => line.Split('\t'));

    private static (string, string) Pair(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);

    private static string Difference(string measure, long one, long other) => string.Create(CultureInfo.InvariantCulture, $"{measure.ToLowerInvariant()} {Math.Min(one, other)}/{Math.Max(one, other)}");

    private static long Number(QuantityMention quantity) => quantity.Best ?? quantity.Low ?? 0;

    private static long Count(string cell) => long.Parse(cell, CultureInfo.InvariantCulture);
}
