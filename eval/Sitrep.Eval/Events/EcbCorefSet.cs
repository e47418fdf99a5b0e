using System.Globalization;
using System.Text.Json;
using Sitrep.Eval.Data;
using Sitrep.Eval.Documents;
using Sitrep.Eval.Scores;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline;

namespace Sitrep.Eval.Events;

/// <summary>Event coreference across the documents of a topic: ECB+ (Cybulska and Vossen 2014). Gold mentions, gold topics, singletons counted; a mention in which the product reads no event stands alone.</summary>
internal static class EcbCorefSet
{
    public static EvalSet Of(Locations locations) => PublicSet.Of(locations, "ecbplus-coref", ["ecbplus-coref", "ecbplus"],
        folder => [.. Archive.Files(folder, "Event_gold_mentions.json"), .. Archive.Files(folder, "ecb.xml", "ecbplus.xml")], Score);

    private static void Score(string[] files, TallySheet sheet)
    {
        Dictionary<string, string> lists = Archive.Texts(files, "Event_gold_mentions.json").ToDictionary(list => list.Name, list => list.Text, StringComparer.Ordinal);
        var gold = Parts.Scored([.. lists.Keys]).SelectMany(name => JsonDocument.Parse(lists[name]).RootElement.EnumerateArray()).ToLookup(mention => Text(mention, "doc_id").Replace(".xml", "", StringComparison.Ordinal), StringComparer.Ordinal);
        var topics = Archive.Texts(files, "ecb.xml", "ecbplus.xml").Select(file => (Name: Path.GetFileNameWithoutExtension(file.Name), file.Text)).Where(file => gold.Contains(file.Name))
            .GroupBy(file => file.Name.Split('_')[0], StringComparer.Ordinal);
        var mentions = new List<(string Gold, string System)>();
        int number = 0, read = 0;
        foreach (var topic in topics)
        {
            var documents = new List<(Report Report, string Name, Dictionary<(int, int), TextSpan> Tokens)>();
            foreach ((string name, string xml) in topic)
            {
                EcbDocument document = EcbDocument.Read(xml);
                var text = new Detokeniser();
                var tokens = new Dictionary<(int, int), TextSpan>();
                foreach (var sentence in document.Sentences)
                {
                    TextSpan[] spans = text.Add([.. sentence.Select(token => token.Word)]);
                    for (int i = 0; i < spans.Length; i++) tokens.TryAdd((sentence[i].Sentence, sentence[i].Number), spans[i]);
                }
                documents.Add((PlainReport.Whole(number++, text.Text), name, tokens));
            }
            Dictionary<string, (TextSpan Trigger, string Event)[]> found = sheet.Timed(() => Events([.. documents.Select(document => document.Report)]));
            foreach ((Report report, string name, Dictionary<(int, int), TextSpan> tokens) in documents)
            {
                sheet.Details.Add($"ecbplus-coref {name} {gold[name].Count()} mentions, {found.GetValueOrDefault(report.Id, []).Length} claims: {string.Join(' ', found.GetValueOrDefault(report.Id, []).Select(one => one.Trigger.Of(report.Text)))}");
                // Mentions count the sentences without the page address.
                int shift = name.EndsWith("plus", StringComparison.Ordinal) && !tokens.ContainsKey((0, 0)) ? 1 : 0;
                foreach (JsonElement mention in gold[name])
                {
                    int sentence = mention.GetProperty("sent_id").GetInt32() + shift;
                    TextSpan[] spans = [.. mention.GetProperty("tokens_number").EnumerateArray().Select(token => (sentence, token.GetInt32())).Where(tokens.ContainsKey).Select(token => tokens[token])];
                    string? event1 = found.GetValueOrDefault(report.Id, []).Where(one => spans.Any(span => span.Start < one.Trigger.End && one.Trigger.Start < span.End)).Select(one => one.Event).FirstOrDefault();
                    if (event1 is not null) read++;
                    mentions.Add((Text(mention, "coref_chain"), event1 is null ? string.Create(CultureInfo.InvariantCulture, $"alone {mentions.Count}") : $"{topic.Key} {event1}"));
                }
            }
        }
        if (mentions.Count == 0) return;
        (double muc, double b3, double ceaf, double conll) = Coreference.Score(mentions);
        sheet.Set("conll", conll, mentions.Count);
        sheet.Set("muc", muc, mentions.Count);
        sheet.Set("b3", b3, mentions.Count);
        sheet.Set("ceaf_e", ceaf, mentions.Count);
        sheet.Set("mentions_read", (double)read / mentions.Count, mentions.Count);
    }

    /// <summary>Per report the triggers of its claims, and the event of the record that each is about.</summary>
    private static Dictionary<string, (TextSpan, string)[]> Events(IReadOnlyList<Report> reports)
    {
        ReadReport[] read = [.. reports.Select(Product.Read).OfType<ReadReport>()];
        SituationRecord? record = Product.OrNull(() => Product.Pipeline.Fold(read, [], asOf: null));
        return (record?.Claims ?? []).Where(told => told.Claim.Event is not null).GroupBy(told => told.Claim.ReportId, StringComparer.Ordinal)
            .ToDictionary(report => report.Key, report => report.Select(told => (told.Claim.Event!.Trigger, told.About)).ToArray(), StringComparer.Ordinal);   // not null: filtered in the line before
    }

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) ? value.ToString() : "";
}
