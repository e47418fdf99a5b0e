using System.Globalization;
using System.Text.Json;
using Sitrep.Eval.Data;
using Sitrep.Eval.Documents;
using Sitrep.Eval.Scores;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Extract;
using Sitrep.Pipeline.Extract.Events;

namespace Sitrep.Eval.Events;

/// <summary>What the police did, sentence by sentence: IndiaPoliceEvents (Halterman et al. 2021).</summary>
internal static class PoliceSet
{
    private static readonly Lazy<PolicingReader> Policing = new(() => new PolicingReader(Product.Lexicon));

    private static readonly string[] Labels = ["ANY_ACTION", "ARREST", "FORCE", "FAIL", "KILL"];

    public static EvalSet Of(Locations locations) => PublicSet.Of(locations, "india-police-events", ["india-police-events"], folder => DataFiles.Find(folder, "sents.jsonl"), Score);

    private static void Score(string[] files, TallySheet sheet)
    {
        HashSet<long> wanted = Scored(Path.GetDirectoryName(files[0]) ?? ".");
        var documents = files.SelectMany(JsonLines.Read).GroupBy(row => row.GetProperty("doc_id").GetInt64()).Where(document => wanted.Count == 0 || wanted.Contains(document.Key));
        int number = 0;
        foreach (var document in documents)
        {
            var text = new System.Text.StringBuilder();
            var sentences = new List<(int Start, int End, HashSet<string> Gold)>();
            foreach (JsonElement row in document.OrderBy(row => row.GetProperty("sent_id").GetInt32()))
            {
                int start = text.Length;
                text.Append((row.GetProperty("sent_text").GetString() ?? "").ReplaceLineEndings(" ").Trim());
                sentences.Add((start, text.Length, [.. row.GetProperty("sent_labels").EnumerateArray().Select(label => label.GetString() ?? "")]));
                text.Append('\n');
            }
            int report = number++;
            List<(int At, PoliceActs Acts)> read = sheet.Timed(() => Product.OrNull(() => Read(PlainReport.Whole(report, text.ToString())))) ?? [];
            foreach ((int start, int end, HashSet<string> gold) in sentences)
            {
                HashSet<string> found = [.. LabelsOf(read.Where(act => act.At >= start && act.At < end).Aggregate(PoliceActs.None, (sum, act) => sum | act.Acts))];
                if (!found.SetEquals(gold)) sheet.Details.Add($"police {string.Join('+', gold.Order(StringComparer.Ordinal))} read as {string.Join('+', found.Order(StringComparer.Ordinal))}: {text.ToString(start, end - start)}");
                foreach (string label in Labels) sheet.Add($"f1_{label.ToLowerInvariant()}", new Tally(found.Contains(label) && gold.Contains(label) ? 1 : 0, found.Contains(label) ? 1 : 0, gold.Contains(label) ? 1 : 0));
            }
            sheet.EndDocument();
        }
        Tally[] byLabel = [.. Labels.Select(label => sheet.Total($"f1_{label.ToLowerInvariant()}")).Where(tally => tally.Wanted > 0)];
        if (byLabel.Length > 0) sheet.Set("macro_f1", byLabel.Average(tally => tally.F1), number);
    }

    /// <summary>What each sentence of the report tells of the police.</summary>
    private static List<(int At, PoliceActs Acts)> Read(Report report) =>
        [.. Product.Parse.Parse(report).Paragraphs.SelectMany(paragraph => paragraph.Sentences).Where(sentence => sentence.Tokens.Length > 0).Select(sentence => (sentence.Start, Policing.Value.Read(new Tree(report.Text, sentence))))];

    private static IEnumerable<string> LabelsOf(PoliceActs acts)
    {
        if (acts == PoliceActs.None) yield break;
        if (acts != PoliceActs.Failed) yield return "ANY_ACTION";
        if (acts.HasFlag(PoliceActs.Arrested)) yield return "ARREST";
        if (acts.HasFlag(PoliceActs.Killed)) yield return "KILL";
        if (acts.HasFlag(PoliceActs.UsedForce) || acts.HasFlag(PoliceActs.Killed)) yield return "FORCE";
        if (acts.HasFlag(PoliceActs.Failed)) yield return "FAIL";
    }

    /// <summary>Documents of the test part, else of the development part, where the split is given; none: all.</summary>
    private static HashSet<long> Scored(string folder)
    {
        string path = Path.Combine(folder, "split.tsv");
        if (!File.Exists(path)) return [];
        string[][] rows = [.. DataFiles.Lines(path).Select(line => line.Split('\t')).Where(row => row.Length == 2 && long.TryParse(row[0], NumberStyles.None, CultureInfo.InvariantCulture, out _))];
        string part = rows.Any(row => row[1] == "test") ? "test" : "dev";
        return [.. rows.Where(row => row[1] == part).Select(row => long.Parse(row[0], CultureInfo.InvariantCulture))];
    }
}
