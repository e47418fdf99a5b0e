using System.Globalization;
using System.Text.Json;
using Sitrep.Eval.Data;
using Sitrep.Eval.Scores;
using Sitrep.Model.Record;

namespace Sitrep.Eval.Events;

/// <summary>What the police did, sentence by sentence: IndiaPoliceEvents (Halterman et al. 2021).</summary>
internal static class PoliceSet
{
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
            OneReport? read = sheet.Timed(() => OneReport.Of(report, text.ToString(), clean: false));
            foreach ((int start, int end, HashSet<string> gold) in sentences)
            {
                HashSet<string> found = [.. (read?.Read.Reading.Claims ?? []).Where(claim => claim.Span.Start >= start && claim.Span.Start < end).SelectMany(LabelsOf)];
                foreach (string label in Labels) sheet.Add($"f1_{label.ToLowerInvariant()}", new Tally(found.Contains(label) && gold.Contains(label) ? 1 : 0, found.Contains(label) ? 1 : 0, gold.Contains(label) ? 1 : 0));
            }
            sheet.EndDocument();
        }
        Tally[] byLabel = [.. Labels.Select(label => sheet.Total($"f1_{label.ToLowerInvariant()}")).Where(tally => tally.Wanted > 0)];
        if (byLabel.Length > 0) sheet.Set("macro_f1", byLabel.Average(tally => tally.F1), number);
    }

    /// <summary>Events of the police, and arrests by nobody named.</summary>
    private static IEnumerable<string> LabelsOf(Claim claim)
    {
        if (claim.Event is not { } happened || claim.Stance == Stance.Expects) yield break;
        bool police = happened.Roles.Any(role => role.Role is RoleKind.Actor or RoleKind.Instrument && IsPolice(role.Actor));
        bool nobody = happened.Roles.All(role => role.Role != RoleKind.Actor);
        if (!police && !(nobody && happened.Type == EventType.Detention)) yield break;
        if (claim.Stance != Stance.Affirms)
        {
            yield return "FAIL";
            yield break;
        }
        yield return "ANY_ACTION";
        if (happened.Type == EventType.Detention) yield return "ARREST";
        if (happened.Type == EventType.Killing) yield return "KILL";
        if (happened.Type is EventType.Attack or EventType.Strike or EventType.Clash or EventType.Injury or EventType.Killing) yield return "FORCE";
    }

    private static bool IsPolice(ActorMention actor) => $"{actor.Words} {actor.Body}".ToLowerInvariant() is var words
        && (words.Contains("police", StringComparison.Ordinal) || words.Contains("cops", StringComparison.Ordinal) || words.Contains("constable", StringComparison.Ordinal) || words.Contains("inspector", StringComparison.Ordinal));

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
