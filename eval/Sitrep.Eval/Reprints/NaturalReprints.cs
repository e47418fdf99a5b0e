using Sitrep.Eval.Data;
using Sitrep.Eval.Documents;
using Sitrep.Eval.Scores;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Dedupe;

namespace Sitrep.Eval.Reprints;

/// <summary>Pairs of reports of public data sets that are, or are not, one telling: labels of our own, in eval/gold/reprints/natural.tsv.</summary>
internal static class NaturalReprints
{
    public static EvalSet Set(Locations locations)
    {
        string labels = Path.Combine(locations.SampleGold, "reprints", "natural.tsv");
        return PublicSet.Of(locations, "reprints-natural", ["fakes"], folder => File.Exists(labels) ? [labels] : [], (_, sheet) => Score(locations, labels, sheet));
    }

    private static void Score(Locations locations, string labels, TallySheet sheet)
    {
        var rows = File.ReadLines(labels).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')).Where(row => row.Length == 4).ToLookup(row => row[0], StringComparer.Ordinal);
        foreach (IGrouping<string, string[]> set in rows)
        {
            (string Name, RawReport Raw)[] all = [.. Reports(Path.Combine(locations.Datasets ?? "", set.Key), set.Key)];   // PublicSet has seen that it is there
            if (all.Length == 0) continue;
            Report[] reports = [.. all.AsParallel().AsOrdered().Select(one => Product.OrNull(() => Product.Clean.Clean(one.Raw).Report)).OfType<Report>()];
            Dictionary<string, string> ids = all.DistinctBy(one => one.Name).ToDictionary(one => one.Name, one => one.Raw.Id, StringComparer.Ordinal);
            Dictionary<string, string> telling = sheet.Timed(() => DedupeStage.Group(reports))
                .SelectMany(dispatch => dispatch.Reports.Select(report => (report, dispatch.Id))).ToDictionary(pair => pair.report, pair => pair.Id, StringComparer.Ordinal);
            foreach (string[] row in set)
            {
                if (!ids.TryGetValue(row[1], out string? one) || !ids.TryGetValue(row[2], out string? other)) continue;
                bool same = telling.TryGetValue(one, out string? first) && telling.TryGetValue(other, out string? second) && first == second;
                bool wanted = row[3] != "none";
                sheet.Add("f1", new Tally(same && wanted ? 1 : 0, same ? 1 : 0, wanted ? 1 : 0));
                sheet.Add("accuracy", Tally.Answer(same == wanted));
                sheet.EndDocument();
                if (same != wanted) sheet.Details.Add($"reprints-natural {set.Key}: {row[1]} and {row[2]} are {row[3]}, found {(same ? "one telling" : "two tellings")}");
            }
        }
    }

    private static IEnumerable<(string, RawReport)> Reports(string folder, string set)
    {
        int number = 0;
        if (set == "fakes")
        {
            foreach ((string, RawReport) report in WarReports.Read(folder)) yield return report;
        }
        else if (Directory.Exists(folder))
        {
            foreach ((string name, string text) in Archive.Texts(Archive.Files(folder, ".txt"), ".txt"))
            {
                string[] parts = name.Split('_');
                yield return (name, PlainReport.Of(number++, text, parts.Length > 2 ? new SuppliedMetadata(Outlet: parts[0], Published: parts[1]) : SuppliedMetadata.None));
            }
        }
    }
}
