using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Sitrep.Language.Names;
using Sitrep.Language.Tagging;
using Sitrep.Language.Tokens;

namespace Sitrep.Train;

/// <summary>Names of ECB+ (Cybulska and Vossen 2014), news: mentions of the marked sentences, cut to their capitalised words.</summary>
/// <remarks>Only what takes part in a marked event is marked: other capitalised words are unknown, not outside.</remarks>
internal static class EcbNames
{
    private static readonly int[] DevelopmentTopics = [2, 5, 12, 18, 21, 23, 34, 35];

    private sealed record Word(string Form, int Sentence);

    public static IEnumerable<NamedSentence> Read(string zip, Lexicon lexicon, NameLists lists) =>
        Documents(zip).SelectMany(document => OfDocument(document.Name, document.Words, document.Mentions, lexicon, lists));

    /// <summary>All sentences as words, without their marks.</summary>
    public static IEnumerable<string[]> ReadPlain(string zip) => Documents(zip).SelectMany(document => document.Words.Values.GroupBy(word => word.Sentence).Select(sentence =>
        sentence.SelectMany(word => Tokeniser.Scan(word.Form, 0, word.Form.Length).Select(part => word.Form[part.Start..part.End])).ToArray()));

    private static IEnumerable<(string Name, SortedDictionary<int, Word> Words, List<(string Tag, List<int> Words)> Mentions)> Documents(string zip)
    {
        using ZipArchive archive = ZipFile.OpenRead(zip);
        foreach (ZipArchiveEntry entry in archive.Entries.Where(entry => entry.Name.EndsWith(".xml", StringComparison.Ordinal)).OrderBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            if (DevelopmentTopics.Contains(int.Parse(entry.Name[..entry.Name.IndexOf('_')], CultureInfo.InvariantCulture))) continue;
            using Stream file = entry.Open();
            (SortedDictionary<int, Word> words, List<(string, List<int>)> mentions) = Load(file);
            yield return (entry.Name, words, mentions);
        }
    }

    private static (SortedDictionary<int, Word> Words, List<(string Tag, List<int> Words)> Mentions) Load(Stream file)
    {
        var words = new SortedDictionary<int, Word>();
        var mentions = new List<(string Tag, List<int> Words)>();
        using var reader = XmlReader.Create(file);
        bool inMarkables = false;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.Name == "token")
            {
                int id = Number(reader.GetAttribute("t_id")), sentence = Number(reader.GetAttribute("sentence"));
                words[id] = new Word(reader.ReadElementContentAsString(), sentence);
            }
            else if (reader.Name == "Markables") inMarkables = true;
            else if (reader.Name == "Relations") inMarkables = false;
            else if (inMarkables && reader.Name == "token_anchor") mentions[^1].Words.Add(Number(reader.GetAttribute("t_id")));
            else if (inMarkables) mentions.Add((reader.Name, []));
        }
        return (words, mentions);
    }

    private static List<NamedSentence> OfDocument(string document, SortedDictionary<int, Word> words, List<(string Tag, List<int> Words)> mentions, Lexicon lexicon, NameLists lists)
    {
        HashSet<int> marked = [.. mentions.SelectMany(mention => mention.Words).Where(words.ContainsKey).Select(id => words[id].Sentence)];
        var classes = new Dictionary<int, int>();
        foreach ((string tag, List<int> anchors) in mentions) Mark(tag, anchors, words, lists, classes);
        return [.. words.Where(pair => marked.Contains(pair.Value.Sentence)).GroupBy(pair => pair.Value.Sentence).Select(sentence => Of(document, sentence, classes, lexicon)).Where(s => s.Forms.Length < 100)];
    }

    private static void Mark(string tag, List<int> anchors, SortedDictionary<int, Word> words, NameLists lists, Dictionary<int, int> classes)
    {
        NameKind kind = tag switch
        {
            "HUMAN_PART_PER" => NameKind.Person,
            "HUMAN_PART_ORG" => NameKind.Organisation,
            "HUMAN_PART_GPE" or "LOC_GEO" or "LOC_FAC" => NameKind.Location,
            _ => NameKind.None,
        };
        int[] inside = [.. anchors.Where(words.ContainsKey).Order()];
        while (inside.Length > 0 && (!IsCapital(inside[0]) || words[inside[0]].Form is "The" or "A" or "An" || (kind == NameKind.Person && inside.Length > 1 && lists.IsTitle(words[inside[0]].Form)))) inside = inside[1..];
        bool name = kind != NameKind.None && inside.Length > 0 && inside[^1] - inside[0] == inside.Length - 1 && IsCapital(inside[^1]) && inside.All(id => IsCapital(id) || words[id].Form is "of" or "and" or "-" or "." or "&" or "'s" or "the" or "for" or "de");
        for (int k = 0; k < inside.Length; k++) classes[inside[k]] = !name ? -1 : k == 0 ? NameClasses.Begin(kind) : NameClasses.Inside(kind);

        bool IsCapital(int id) => char.IsUpper(words[id].Form, 0);
    }

    private static NamedSentence Of(string document, IEnumerable<KeyValuePair<int, Word>> sentence, Dictionary<int, int> known, Lexicon lexicon)
    {
        var forms = new List<string>();
        var classes = new List<int>();
        foreach ((int id, Word word) in sentence)
        {
            bool mentioned = known.TryGetValue(id, out int nameClass);
            if (!mentioned) nameClass = char.IsUpper(word.Form, 0) && !IsCommon(word.Form, lexicon) ? -1 : 0;
            foreach (RawToken part in Tokeniser.Scan(word.Form, 0, word.Form.Length))
            {
                forms.Add(word.Form[part.Start..part.End]);
                classes.Add(nameClass > 0 && part.Start > 0 ? NameClasses.Inside(NameClasses.KindOf(nameClass)) : nameClass);
            }
        }
        return new NamedSentence(document, [.. forms], NamedSentence.Repaired([.. classes]), []);
    }

    private static bool IsCommon(string form, Lexicon lexicon) =>
        lexicon.TryGet(form, out Lexicon.Entry entry) && (entry.Tags & ((1u << (int)Upos.Propn) | (1u << (int)Upos.Noun) | (1u << (int)Upos.Adj))) == 0;

    private static int Number(string? digits) => int.Parse(digits ?? "", CultureInfo.InvariantCulture);
}
