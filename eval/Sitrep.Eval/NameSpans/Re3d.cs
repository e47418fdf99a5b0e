using System.Collections.Frozen;
using System.Text.Json;
using Sitrep.Eval.Data;
using Sitrep.Eval.Scores;
using Sitrep.Language;
using Sitrep.Language.Mentions;
using Sitrep.Language.Names;
using Sitrep.Language.Tokens;
using Sitrep.Model.Text;

namespace Sitrep.Eval.NameSpans;

/// <summary>Relationship and Entity Extraction Evaluation Dataset (Dstl): raw text, gold spans in code points. Its entities are mentions: with article, common nouns, pronouns.</summary>
internal static class Re3d
{
    private static readonly FrozenSet<string> Pronouns =
        "i me my he him his she her we us our you your it its they them their".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Metrics <c>f1</c> and per type: mentions against all gold entities. <c>f1_without_pronouns</c>: the same, no pronoun on either side.
    /// <c>names_f1</c>: the engine's bare names against the entities that hold a capital letter; an article there counts against it.
    /// </summary>
    public static void Score(string[] files, TallySheet sheet)
    {
        var gold = new Dictionary<string, List<(NameSpan Span, string Words)>>(StringComparer.Ordinal);
        foreach (string path in files.Where(path => path.Contains("entities.json", StringComparison.OrdinalIgnoreCase)))
        {
            foreach (JsonElement entity in JsonLines.Read(path))
            {
                if (EngineNames.TypeOf(entity.GetProperty("type").GetString() ?? "") is not { } type) continue;
                string document = entity.GetProperty("documentId").GetString() ?? "";
                if (!gold.TryGetValue(document, out var list)) gold[document] = list = [];
                list.Add((new NameSpan(entity.GetProperty("begin").GetInt32(), entity.GetProperty("end").GetInt32(), type), entity.GetProperty("value").GetString() ?? ""));
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
                NameSpan Place(Sentence sentence, int first, int end, string type) => new(points.At(sentence.Tokens[first].Start), points.At(sentence.Tokens[end - 1].End), type);
                (NameSpan Span, MentionForm Form)[] found = [.. sentences.SelectMany(sentence => MentionFinder.Find(sentence)
                    .Select(mention => (Place(sentence, mention.First, mention.End, EngineNames.TypeOf(mention.Kind) ?? ""), mention.Form)))];
                NameScorer.Add(sheet, mentions.Select(mention => mention.Span), found.Select(mention => mention.Span));
                sheet.Add("f1_without_pronouns", Tally.Of(
                    found.Where(mention => mention.Form != MentionForm.Pronoun).Select(mention => mention.Span).ToHashSet(),
                    mentions.Where(mention => !Pronouns.Contains(mention.Words)).Select(mention => mention.Span).ToHashSet()));
                HashSet<NameSpan> names = [.. sentences.SelectMany(sentence => EngineNames.Of(sentence.Tokens).Select(name => Place(sentence, name.Start, name.End, name.Type)))];
                sheet.Add("names_f1", Tally.Of(names, mentions.Where(mention => mention.Words.Any(char.IsUpper)).Select(mention => mention.Span).ToHashSet()));
                sheet.EndDocument();
            }
        }
    }
}
