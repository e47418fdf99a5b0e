using System.Text.Json;
using Sitrep.Eval.Data;
using Sitrep.Eval.Scores;
using Sitrep.Model.Reports;

namespace Sitrep.Eval.Documents;

/// <summary>Whose text a report is, and which reports tell one story.</summary>
internal static class DocumentSets
{
    public static IEnumerable<EvalSet> All(Locations locations) =>
    [
        PublicSet.Of(locations, "polnear-wire", ["polnear-wire", "polnear"], folder => DataFiles.Find(folder, "metadata.tsv"), WireSet.Score),
        PublicSet.Of(locations, "ecbplus-docs", ["ecbplus-docs", "ecbplus"], folder => Archive.Files(folder, "ecb.xml", "ecbplus.xml"), (files, sheet) => Score(sheet, Ecb(files))),
        PublicSet.Of(locations, "basil-docs", ["basil-docs", "basil"], folder => [.. DataFiles.Find(folder, ".json").Where(path => !path.Contains("_ann", StringComparison.Ordinal))], (files, sheet) => Score(sheet, Basil(files))),
        PublicSet.Of(locations, "neus-docs", ["neus-docs", "neus"], Neus, (files, sheet) => Score(sheet, Neus(files))),
    ];

    private static void Score(TallySheet sheet, IEnumerable<(string Story, string Text, SuppliedMetadata Supplied)> documents)
    {
        var gold = new List<string>();
        var raw = new List<RawReport>();
        foreach ((string story, string text, SuppliedMetadata supplied) in documents)
        {
            raw.Add(PlainReport.Of(raw.Count, text, supplied));
            gold.Add(story);
        }
        if (raw.Count == 0) return;
        string[] found = sheet.Timed(() => GroupedReports.Of(raw));
        (string Gold, string System)[] items = [.. gold.Zip(found)];
        (double precision, double recall, double f1) = BCubed.Score(items);
        sheet.Set("b3", f1, items.Length);
        sheet.Set("b3_precision", precision, items.Length);
        sheet.Set("b3_recall", recall, items.Length);
        sheet.Details.Add($"{gold.Distinct().Count()} stories, {found.Distinct().Count()} found");
    }

    /// <summary>Two stories a topic: the files that end in "ecb" and those that end in "ecbplus".</summary>
    private static IEnumerable<(string, string, SuppliedMetadata)> Ecb(string[] files)
    {
        foreach ((string name, string xml) in Archive.Texts(files, "ecb.xml", "ecbplus.xml"))
        {
            EcbDocument document = EcbDocument.Read(xml);
            var text = new Detokeniser();
            foreach (var sentence in document.Sentences) text.Add([.. sentence.Select(token => token.Word)]);
            string file = Path.GetFileNameWithoutExtension(name);
            yield return ($"{file.Split('_')[0]} {file.EndsWith("plus", StringComparison.Ordinal)}", text.Text, SuppliedMetadata.None);
        }
    }

    private static IEnumerable<(string, string, SuppliedMetadata)> Basil(string[] files)
    {
        foreach (JsonElement article in files.Select(JsonLines.ReadOne))
        {
            if (!article.TryGetProperty("triplet-uuid", out JsonElement triplet) || !article.TryGetProperty("body-paragraphs", out JsonElement paragraphs)) continue;
            string body = string.Join("\n\n", paragraphs.EnumerateArray().Select(paragraph => string.Join(' ', paragraph.EnumerateArray().Select(sentence => sentence.GetString()))));
            yield return (triplet.GetString() ?? "", body, new SuppliedMetadata(Title: Text(article, "title"), Published: Text(article, "date")));
        }
    }

    /// <summary>What is not for training; the training part only where there is no other.</summary>
    private static string[] Neus(string folder)
    {
        string[] all = DataFiles.Find(folder, ".source");
        string[] others = [.. all.Where(path => !Path.GetFileName(path).StartsWith("train", StringComparison.OrdinalIgnoreCase))];
        return others.Length > 0 ? others : all;
    }

    /// <summary>Three articles a line.</summary>
    private static IEnumerable<(string, string, SuppliedMetadata)> Neus(string[] files)
    {
        int line = 0;
        foreach (string events in files.SelectMany(DataFiles.Lines).Where(events => events.Trim().Length > 0))
        {
            string story = $"{line++}";
            foreach (string article in events.Split("[SEP]", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                int at = article.IndexOf("ARTICLE=>", StringComparison.Ordinal);
                string title = (at < 0 ? "" : article[..at]).Replace("TITLE=>", "", StringComparison.Ordinal).Trim();
                yield return (story, at < 0 ? article : article[(at + 9)..].Trim(), new SuppliedMetadata(Title: title.Length > 0 ? title : null));
            }
        }
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
