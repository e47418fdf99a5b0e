using Sitrep.Eval.Data;
using Sitrep.Eval.Documents;
using Sitrep.Eval.Scores;
using Sitrep.Pipeline.Corroborate.Comparing;
using Sitrep.Pipeline.Extract.Details;

namespace Sitrep.Eval.Tellings;

/// <summary>Which fields two tellings tell differently: reports of FA-KES and the same with some facts changed.</summary>
internal static class ChangedFactSet
{
    private static readonly (string Original, string Changed)[] Texts = [("article_text", "transformed_article_text"), ("Original_article", "Changed_article")];

    private static readonly string[] Topics = ["first_changed_topic", "second_changed_topic", "third_changed_topic", "first_topic_changed", "second_topic_changed", "third_topic_changed"];

    public static EvalSet Of(Locations locations) => PublicSet.Of(locations, "changed-fact", ["changed-fact", "fakes"], folder => [.. DataFiles.Find(folder, ".csv").Where(IsPairs)], Score);

    private static bool IsPairs(string path) => Csv.Rows(DataFiles.Text(path)).FirstOrDefault() is { } header && Texts.Any(pair => header.Contains(pair.Original) && header.Contains(pair.Changed));

    private static void Score(string[] files, TallySheet sheet)
    {
        int number = 0;
        foreach (string file in files)
        {
            foreach (Dictionary<string, string> row in Csv.Read(file))
            {
                (string original, string changed) = Texts.First(pair => row.ContainsKey(pair.Original));
                HashSet<DetailField> gold = [.. Topics.Where(row.ContainsKey).Select(topic => FieldOf(row[topic])).OfType<DetailField>()];
                if (gold.Count == 0 || row[original].Length == 0 || row[changed].Length == 0) continue;
                TellingComparison? found = sheet.Timed(() => Product.OrNull(() => Product.Pipeline.Compare(PlainReport.Whole(number, row[original]), PlainReport.Whole(number + 1, row[changed]))));
                number += 2;
                DetailField[] differing = [.. found?.Differing ?? []];
                sheet.Add("field_f1", Tally.Of(differing.ToHashSet(), gold));
                foreach (DetailField field in gold.Union(differing)) sheet.Add($"f1_{field.ToString().ToLowerInvariant()}", new Tally(gold.Contains(field) && differing.Contains(field) ? 1 : 0, differing.Contains(field) ? 1 : 0, gold.Contains(field) ? 1 : 0));
                sheet.EndDocument();
                foreach (FieldComparison field in found?.Fields ?? []) sheet.Details.Add($"changed-fact {number / 2} {field.Field} gold {gold.Contains(field.Field)} found {field.Differs}: {Told(field.OnlyFirst)} / {Told(field.OnlySecond)}");
            }
        }
    }

    private static string Told(IEnumerable<Detail> details) => string.Join(", ", details.Select(detail => $"{detail.Words} [{detail.Key}]"));

    /// <summary>The field a topic is of; some rows give its definition instead of its name.</summary>
    private static DetailField? FieldOf(string topic) => topic.TrimStart() switch
    {
        var text when text.StartsWith("place", StringComparison.OrdinalIgnoreCase) => DetailField.Place,
        var text when text.StartsWith("date", StringComparison.OrdinalIgnoreCase) || text.StartsWith("the date", StringComparison.OrdinalIgnoreCase) => DetailField.Date,
        var text when text.StartsWith("actor", StringComparison.OrdinalIgnoreCase) => DetailField.Actor,
        var text when text.StartsWith("cause", StringComparison.OrdinalIgnoreCase) => DetailField.Cause,
        var text when text.StartsWith("name of casualty", StringComparison.OrdinalIgnoreCase) => DetailField.Group,
        _ => null,
    };
}
