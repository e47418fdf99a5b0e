using System.Globalization;
using Sitrep.Eval.Data;
using Sitrep.Eval.Documents;
using Sitrep.Eval.Scores;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Corroborate.Comparing;

namespace Sitrep.Eval.Tellings;

/// <summary>Which reports of one war tell of one incident, and what they count differently: labels of our own over FA-KES, in eval/gold/fakes. All labelled reports are folded into one record.</summary>
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
        (string Name, ReadReport Read)[] reports = [.. WarReports.Read(Path.Combine(locations.Datasets ?? "", "fakes")).Where(report => wanted.Contains(report.Name)).DistinctBy(report => report.Name)
            .AsParallel().AsOrdered().Select(report => (report.Name, Read: Product.Read(report.Raw))).Where(report => report.Read is not null).Select(report => (report.Name, report.Read!))];
        SituationRecord? record = sheet.Timed(() => Product.OrNull(() => Product.Pipeline.Fold([.. reports.Select(report => report.Read)], [], asOf: null)));
        Dictionary<string, HashSet<string>> happenings = Happenings(record);
        for (int i = 0; i < reports.Length; i++)
        {
            for (int j = i + 1; j < reports.Length; j++)
            {
                (string, string) pair = Pair(reports[i].Name, reports[j].Name);
                bool same = happenings.GetValueOrDefault(reports[i].Read.Report.Id, []).Overlaps(happenings.GetValueOrDefault(reports[j].Read.Report.Id, []));
                bool? known = incidents.TryGetValue(pair, out bool? label) ? label : false;
                if (known is { } right)
                {
                    sheet.Add("incident_f1", new Tally(same && right ? 1 : 0, same ? 1 : 0, right ? 1 : 0));
                    if (same != right) sheet.Details.Add($"fakes incident {pair.Item1} {pair.Item2}: {(right ? "missed" : "not one")}");
                }
                string[] differing = !same ? [] : [.. Compare(reports[i], reports[j]).Where(count => count.Differs).Select(count => Difference(count.Measure.ToString(), Number(count.First.Quantity), Number(count.Second.Quantity)))];
                if (known is null) continue;
                HashSet<string> told = [.. differing], right2 = [.. figures[pair]];
                sheet.Add("figure_f1", Tally.Of(told, right2));
                if (!told.SetEquals(right2)) sheet.Details.Add($"fakes figure {pair.Item1} {pair.Item2}: wanted {string.Join(", ", right2)}; found {string.Join(", ", told)}");
                sheet.EndDocument();
            }
        }
    }

    /// <summary>Per report the events and figures of the record it has a claim on: what happened, not what was said of it.</summary>
    private static Dictionary<string, HashSet<string>> Happenings(SituationRecord? record)
    {
        HashSet<string> told = [.. (record?.Events ?? []).Where(happened => !happened.Expected && happened.Type is EventType.Attack or EventType.Bombing or EventType.Strike or EventType.Clash or EventType.Killing or EventType.Injury or EventType.Abduction or EventType.Disaster).Select(happened => happened.Id),
            .. (record?.Figures ?? []).Where(figure => figure.Measure is Measure.Killed or Measure.Injured).Select(figure => figure.Id)];
        return (record?.Claims ?? []).Where(claim => told.Contains(claim.About)).GroupBy(claim => claim.Claim.ReportId, StringComparer.Ordinal)
            .ToDictionary(report => report.Key, report => report.Select(claim => claim.About).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static IEnumerable<CountComparison> Compare((string Name, ReadReport Read) one, (string Name, ReadReport Read) other)
    {
        bool inOrder = string.CompareOrdinal(one.Name, other.Name) < 0;
        (Report first, Report second) = inOrder ? (one.Read.Report, other.Read.Report) : (other.Read.Report, one.Read.Report);
        return Product.OrNull(() => Product.Pipeline.Compare(first, second))?.Counts ?? [];
    }

    private static IEnumerable<string[]> Rows(string folder, string name) =>
        File.ReadLines(Path.Combine(folder, name)).Where(line => !line.StartsWith('#')).Skip(1).Select(line => line.Split('\t'));

    private static (string, string) Pair(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);

    private static string Difference(string measure, long one, long other) => string.Create(CultureInfo.InvariantCulture, $"{measure.ToLowerInvariant()} {Math.Min(one, other)}/{Math.Max(one, other)}");

    private static long Number(QuantityMention quantity) => quantity.Best ?? quantity.Low ?? 0;

    private static long Count(string cell) => long.Parse(cell, CultureInfo.InvariantCulture);
}
