using System.Text.Json;
using Sitrep.Eval.Data;
using Sitrep.Eval.Scores;
using Sitrep.Language;
using Sitrep.Language.Names;
using Sitrep.Language.Tokens;
using Sitrep.Model.Text;

namespace Sitrep.Eval.NameSpans;

/// <summary>Relationship and Entity Extraction Evaluation Dataset (Dstl): raw text, gold spans in code points, many of them common nouns.</summary>
internal static class Re3d
{
    /// <summary>Metrics <c>f1</c> and per type over all mentions, <c>names_f1</c> over those that hold a capital letter.</summary>
    public static void Score(string[] files, TallySheet sheet)
    {
        var gold = new Dictionary<string, List<(NameSpan Span, bool Capital)>>(StringComparer.Ordinal);
        foreach (string path in files.Where(path => path.Contains("entities.json", StringComparison.OrdinalIgnoreCase)))
        {
            foreach (JsonElement entity in JsonLines.Read(path))
            {
                if (EngineNames.TypeOf(entity.GetProperty("type").GetString() ?? "") is not { } type) continue;
                string document = entity.GetProperty("documentId").GetString() ?? "";
                if (!gold.TryGetValue(document, out var list)) gold[document] = list = [];
                list.Add((new NameSpan(entity.GetProperty("begin").GetInt32(), entity.GetProperty("end").GetInt32(), type), (entity.GetProperty("value").GetString() ?? "").Any(char.IsUpper)));
            }
        }
        LanguageEngine engine = Product.Engine;
        foreach (string path in files.Where(path => path.Contains("documents.json", StringComparison.OrdinalIgnoreCase)))
        {
            foreach (JsonElement document in JsonLines.Read(path))
            {
                string text = document.GetProperty("text").GetString() ?? "";
                if (!gold.TryGetValue(document.GetProperty("_id").GetString() ?? "", out var mentions)) continue;
                IReadOnlyList<Sentence> sentences = sheet.Timed(() => engine.Analyze(text, 0, text.Length, new NameVotes()));
                var points = new CodePoints(text);
                NameSpan[] found = [.. sentences.SelectMany(sentence => EngineNames.Of(sentence.Tokens).Select(name => name with
                {
                    Start = points.At(sentence.Tokens[name.Start].Start),
                    End = points.At(sentence.Tokens[name.End - 1].End),
                }))];
                NameScorer.Add(sheet, mentions.Select(mention => mention.Span), found);
                sheet.Add("names_f1", Tally.Of(found.ToHashSet(), mentions.Where(mention => mention.Capital).Select(mention => mention.Span).ToHashSet()));
                sheet.EndDocument();
            }
        }
    }
}
