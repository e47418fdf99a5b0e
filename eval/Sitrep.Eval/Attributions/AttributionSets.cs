using Sitrep.Eval.Data;
using Sitrep.Eval.Documents;
using Sitrep.Eval.Scores;
using Sitrep.Model.Reports;

namespace Sitrep.Eval.Attributions;

/// <summary>Who said it: PolNeAR (Newell et al. 2018).</summary>
internal static class AttributionSets
{
    public static IEnumerable<EvalSet> All(Locations locations) =>
        [PublicSet.Of(locations, "polnear", ["polnear"], Files, Score)];

    /// <summary>One archive a part, or all texts where they are unpacked.</summary>
    private static string[] Files(string folder)
    {
        string[] packed = DataFiles.Find(folder, ".zip");
        return packed.Length > 0 ? Parts.Scored(packed) : Archive.Files(folder, ".ann", ".txt");
    }

    private static void Score(string[] files, TallySheet sheet)
    {
        // Of several annotators the first; their sign stands after the last underscore.
        var annotated = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, string text) in Archive.Texts(files, ".ann")) annotated.TryAdd(name[..Math.Max(0, name.LastIndexOf('_'))], text);
        var reader = new AttributedReports();
        int number = 0;
        foreach ((string name, string text) in Archive.Texts(files, ".txt"))
        {
            if (!annotated.TryGetValue(Path.GetFileNameWithoutExtension(name), out string? annotations)) continue;
            Report report = PlainReport.Whole(number++, text);
            AttributionSpans[] gold = [.. AttributionSpans.Read(annotations, text)];
            IReadOnlyList<AttributionSpans> found = sheet.Timed(() => Product.OrNull(() => reader.Read(report))) ?? [];
            AttributionScorer.Add(sheet, text, gold, found);
        }
    }
}
