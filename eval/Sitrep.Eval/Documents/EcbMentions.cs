using System.Text.Json;
using Sitrep.Eval.Data;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;

namespace Sitrep.Eval.Documents;

/// <summary>One document of ECB+ as a report, with its marked event mentions.</summary>
/// <param name="Name">"1_10ecbplus".</param>
/// <param name="Mentions">The happening each names in the gold data, and the stretches of its words.</param>
internal sealed record EcbMentions(string Name, Report Report, IReadOnlyList<(string Gold, IReadOnlyList<TextSpan> Spans)> Mentions)
{
    /// <summary>What ends the names of files that list mentions.</summary>
    public const string ListEnding = "Event_gold_mentions.json";

    /// <param name="lists">Texts of the lists of mentions that are wanted.</param>
    /// <param name="files">Files that hold the documents.</param>
    public static IReadOnlyList<EcbMentions> Read(IEnumerable<string> lists, IReadOnlyList<string> files)
    {
        var gold = lists.SelectMany(list => JsonDocument.Parse(list).RootElement.EnumerateArray()).ToLookup(mention => Text(mention, "doc_id").Replace(".xml", "", StringComparison.Ordinal), StringComparer.Ordinal);
        var read = new List<EcbMentions>();
        foreach ((string file, string xml) in Archive.Texts(files, "ecb.xml", "ecbplus.xml"))
        {
            string name = Path.GetFileNameWithoutExtension(file);
            if (!gold.Contains(name)) continue;
            var text = new Detokeniser();
            var tokens = new Dictionary<(int, int), TextSpan>();
            foreach (var sentence in EcbDocument.Read(xml).Sentences)
            {
                TextSpan[] spans = text.Add([.. sentence.Select(token => token.Word)]);
                for (int i = 0; i < spans.Length; i++) tokens.TryAdd((sentence[i].Sentence, sentence[i].Number), spans[i]);
            }
            // Mentions count the sentences without the page address.
            int shift = name.EndsWith("plus", StringComparison.Ordinal) && !tokens.ContainsKey((0, 0)) ? 1 : 0;
            read.Add(new EcbMentions(name, PlainReport.Whole(read.Count, text.Text), [.. gold[name].Select(mention => (Text(mention, "coref_chain"), Spans(mention, shift, tokens)))]));
        }
        return read;
    }

    private static IReadOnlyList<TextSpan> Spans(JsonElement mention, int shift, Dictionary<(int, int), TextSpan> tokens)
    {
        int sentence = mention.GetProperty("sent_id").GetInt32() + shift;
        return [.. mention.GetProperty("tokens_number").EnumerateArray().Select(token => (sentence, token.GetInt32())).Where(tokens.ContainsKey).Select(token => tokens[token])];
    }

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) ? value.ToString() : "";
}
