using Sitrep.Eval.Data;
using Sitrep.Eval.Scores;

namespace Sitrep.Eval.Documents;

/// <summary>Which agency wrote an article, from its text alone: the metadata of PolNeAR (Newell et al. 2018) say.</summary>
internal static class WireSet
{
    /// <summary>The set's names of agencies, and those of the product.</summary>
    private static readonly Dictionary<string, string> Agencies = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AP"] = "Associated Press",
        ["AFP"] = "AFP",
        ["UPI"] = "UPI",
        ["Reuters"] = "Reuters",
    };

    public static void Score(string[] files, TallySheet sheet)
    {
        int number = 0;
        foreach (string path in files)
        {
            Dictionary<string, string> wireOf = Wires(path);
            foreach ((string name, string text) in Archive.Texts([.. Archive.Files(Path.GetDirectoryName(path) ?? ".", ".txt")], ".txt"))
            {
                if (!wireOf.TryGetValue(Path.GetFileNameWithoutExtension(name), out string? wire)) continue;
                string? wanted = Agencies.GetValueOrDefault(wire);
                int report = number++;
                string? found = sheet.Timed(() => Product.OrNull(() => Product.Clean.Clean(PlainReport.Of(report, text)).Report)?.Agency);
                sheet.Add("f1", new Tally(found is not null && found == wanted ? 1 : 0, found is null ? 0 : 1, wanted is null ? 0 : 1));
                sheet.EndDocument();
                if (found != wanted) sheet.Details.Add($"polnear-wire {name}: {wanted ?? "none"} expected, {found ?? "none"} found");
            }
        }
    }

    private static Dictionary<string, string> Wires(string path)
    {
        string[][] rows = [.. DataFiles.Lines(path).Select(line => line.Split('\t'))];
        int name = rows.Length > 0 ? Array.IndexOf(rows[0], "filename") : -1, wire = rows.Length > 0 ? Array.IndexOf(rows[0], "wire") : -1;
        if (name < 0 || wire < 0) throw new FormatException($"{Path.GetFileName(path)} has no columns filename and wire.");
        return rows.Skip(1).Where(row => row.Length > Math.Max(name, wire)).DistinctBy(row => row[name]).ToDictionary(row => row[name], row => row[wire].Trim(), StringComparer.Ordinal);
    }
}
