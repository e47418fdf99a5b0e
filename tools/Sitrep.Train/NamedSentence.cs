using System.Globalization;
using System.Text.Json;
using Sitrep.Language.Names;
using Sitrep.Language.Tokens;

namespace Sitrep.Train;

/// <summary>Words with gold name classes (<see cref="NameClasses"/>); -1: not known, neither learnt nor scored.</summary>
/// <param name="Document">Sentences of one text, in order, have the same one.</param>
/// <param name="Ignored">Spans of other gold types: a system name there counts neither way.</param>
internal sealed record NamedSentence(string Document, string[] Forms, int[] Classes, (int Start, int End)[] Ignored)
{
    private static NameKind KindOf(string type) => type.ToUpperInvariant() switch
    {
        "PER" or "PERSON" => NameKind.Person,
        "LOC" or "LOCATION" or "PLACE" => NameKind.Location,
        "ORG" or "ORGANISATION" or "ORGANIZATION" or "CORPORATION" or "GROUP" => NameKind.Organisation,
        "MISC" or "PRODUCT" or "CREATIVE-WORK" or "EVENT" or "OBJECT" => NameKind.Other,
        "NATIONALITY" or "NORP" => NameKind.Group,
        _ => NameKind.None,
    };

    /// <summary>Column files: word and tag in the given columns, B-/I-/O or IOB1.</summary>
    /// <param name="ignoreOther">Types that are not person, location or organisation become ignored spans.</param>
    public static List<NamedSentence> ReadColumns(string path, int wordColumn, int tagColumn, bool ignoreOther = false)
    {
        var sentences = new List<NamedSentence>();
        var rows = new List<(string Form, string Tag)>();
        string document = Path.GetFileName(path);
        foreach (string line in File.ReadLines(path).Append(""))
        {
            if (line.StartsWith("# newdoc id", StringComparison.Ordinal)) document = line;
            else if (line.StartsWith("-DOCSTART-", StringComparison.Ordinal)) document = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)} {sentences.Count}");
            if (line.StartsWith("# ", StringComparison.Ordinal) && tagColumn == 2) continue;
            if (line.Trim().Length > 0)
            {
                string[] cells = line.Split('\t', ' ');
                string form = cells.Length > wordColumn ? cells[wordColumn] : "";
                rows.Add((form.Length == 0 ? "_" : form, cells.Length > tagColumn ? cells[tagColumn] : "O"));
            }
            else if (rows.Count > 0)
            {
                sentences.Add(Of(document, rows, ignoreOther));
                rows.Clear();
            }
        }
        return sentences;
    }

    private static NamedSentence Of(string document, List<(string Form, string Tag)> rows, bool ignoreOther)
    {
        int[] classes = new int[rows.Count];
        var ignored = new List<(int, int)>();
        string before = "O";
        for (int i = 0; i < rows.Count; i++)
        {
            string tag = rows[i].Tag;
            if (tag.Length > 2)
            {
                NameKind kind = KindOf(tag[2..]);
                bool begins = tag[0] == 'B' || before.Length < 3 || before[2..] != tag[2..];
                if (ignoreOther && kind is NameKind.Other or NameKind.Group or NameKind.None)
                {
                    if (begins) ignored.Add((i, i + 1));
                    else if (ignored.Count > 0) ignored[^1] = (ignored[^1].Item1, i + 1);
                }
                else if (kind != NameKind.None)
                {
                    classes[i] = begins ? NameClasses.Begin(kind) : NameClasses.Inside(kind);
                }
            }
            before = tag;
        }
        return new NamedSentence(document, [.. rows.Select(row => row.Form)], classes, [.. ignored]);
    }

    /// <summary>Names of GUM: entity mentions whose head is a proper noun, cut down to the name around that head.</summary>
    public static IEnumerable<NamedSentence> OfEntities(IEnumerable<TreebankSentence> sentences, NameLists lists)
    {
        foreach (TreebankSentence sentence in sentences)
        {
            int[] classes = new int[sentence.Forms.Length];
            foreach ((int start, int end, string type) in Mentions(sentence).OrderByDescending(m => m.End - m.Start))
            {
                int head = Enumerable.Range(start, end - start).FirstOrDefault(i => sentence.Heads[i] < start || sentence.Heads[i] >= end, -1);
                if (head < 0 || !sentence.Tags[head].StartsWith("PROPN", StringComparison.Ordinal)) continue;
                NameKind kind = KindOf(type) is var known && known != NameKind.None ? known : type is "abstract" or "time" or "quantity" or "substance" or "animal" or "plant" ? NameKind.None : NameKind.Other;
                if (kind == NameKind.None) continue;
                int first = head, last = head;
                while (first > start && InName(sentence, first - 1, start, end)) first--;
                while (last + 1 < end && InName(sentence, last + 1, start, end)) last++;
                while (first < head && (!char.IsUpper(sentence.Forms[first][0]) || (kind == NameKind.Person && lists.IsTitle(sentence.Forms[first])))) first++;
                while (last > head && !char.IsLetterOrDigit(sentence.Forms[last][0])) last--;
                for (int i = first; i <= last; i++) classes[i] = i == first ? NameClasses.Begin(kind) : NameClasses.Inside(kind);
            }
            yield return new NamedSentence(sentence.Document, sentence.Forms, Repaired(classes), []);
        }
    }

    /// <summary>A shorter name inside a longer one leaves a tail: it goes on with its own begin.</summary>
    public static int[] Repaired(int[] classes)
    {
        for (int i = 0; i < classes.Length; i++)
        {
            if (classes[i] > 0 && !NameClasses.Follows(classes[i], i > 0 ? Math.Max(0, classes[i - 1]) : 0)) classes[i] = NameClasses.Begin(NameClasses.KindOf(classes[i]));
        }
        return classes;
    }

    private static bool InName(TreebankSentence sentence, int i, int start, int end)
    {
        string form = sentence.Forms[i];
        if (sentence.Tags[i].StartsWith("PROPN", StringComparison.Ordinal)) return true;
        if (form is "of" or "for" or "de" or "-" or "and" or "&" or "the" or "al" or "'s") return i > start && i + 1 < end && char.IsUpper(sentence.Forms[i - 1][0]) && (char.IsUpper(sentence.Forms[i + 1][0]) || sentence.Forms[i + 1] == "the") && form is not "the";
        return char.IsUpper(form[0]) && !sentence.Tags[i].StartsWith("DET", StringComparison.Ordinal) && !sentence.Tags[i].StartsWith("PRON", StringComparison.Ordinal) && i > 0;
    }

    private static List<(int Start, int End, string Type)> Mentions(TreebankSentence sentence)
    {
        var open = new Dictionary<string, Stack<(int Start, string Type)>>(StringComparer.Ordinal);
        var mentions = new List<(int, int, string)>();
        for (int i = 0; i < sentence.Misc.Length; i++)
        {
            string? value = sentence.Misc[i].Split('|').FirstOrDefault(part => part.StartsWith("Entity=", StringComparison.Ordinal));
            if (value is null) continue;
            int at = 7;
            while (at < value.Length)
            {
                int stop = at + 1;
                while (stop < value.Length && value[stop] is not ('(' or ')')) stop++;
                bool opens = value[at] == '(';
                string[] fields = value[(opens ? at + 1 : at)..stop].Split('-');
                string id = fields[0];
                if (opens && fields.Length > 1)
                {
                    if (!open.TryGetValue(id, out var stack)) open[id] = stack = new();
                    stack.Push((i, fields[1]));
                }
                if (stop < value.Length && value[stop] == ')')
                {
                    if (open.TryGetValue(id, out var stack) && stack.Count > 0)
                    {
                        (int start, string type) = stack.Pop();
                        mentions.Add((start, i + 1, type));
                    }
                    stop++;
                }
                at = stop;
            }
        }
        return mentions;
    }

    /// <summary>Names of re3d: mentions with a capital letter, without their article. Other capitalised mentions are unknown.</summary>
    public static IEnumerable<NamedSentence> ReadRe3d(string folder, NameLists lists)
    {
        var mentions = new Dictionary<string, List<(int Begin, int End, string Type)>>(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(Path.Combine(folder, "entities.json")).Where(line => line.Length > 2))
        {
            using JsonDocument entity = JsonDocument.Parse(line);
            string id = entity.RootElement.GetProperty("documentId").GetString()!;   // every row has it
            if (!mentions.TryGetValue(id, out var list)) mentions[id] = list = [];
            list.Add((entity.RootElement.GetProperty("begin").GetInt32(), entity.RootElement.GetProperty("end").GetInt32(), entity.RootElement.GetProperty("type").GetString()!));
        }
        foreach (string line in File.ReadLines(Path.Combine(folder, "documents.json")).Where(line => line.Length > 2))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            string text = document.RootElement.GetProperty("text").GetString()!;
            string id = document.RootElement.GetProperty("_id").GetString()!;
            List<RawToken> tokens = Tokeniser.Scan(text, 0, text.Length);
            int[] classes = new int[tokens.Count];
            foreach ((int begin, int end, string type) in mentions.GetValueOrDefault(id, []).OrderByDescending(m => m.End - m.Begin))
            {
                NameKind kind = KindOf(type);
                int[] inside = [.. Enumerable.Range(0, tokens.Count).Where(i => tokens[i].Start >= begin && tokens[i].End <= end)];
                while (inside.Length > 0 && !char.IsUpper(text[tokens[inside[0]].Start])) inside = inside[1..];
                if (inside.Length > 1 && text[tokens[inside[0]].Start..tokens[inside[0]].End] is "The" or "A") inside = inside[1..];
                while (kind == NameKind.Person && inside.Length > 1 && lists.IsTitle(text[tokens[inside[0]].Start..tokens[inside[0]].End])) inside = inside[1..];
                if (inside.Length == 0 || kind == NameKind.None) continue;
                bool name = char.IsUpper(text[tokens[inside[^1]].Start]);
                for (int k = 0; k < inside.Length; k++) classes[inside[k]] = !name ? -1 : k == 0 ? NameClasses.Begin(kind) : NameClasses.Inside(kind);
            }
            int first = 0;
            foreach (int last in Pieces(text, tokens))
            {
                int[] part = classes[first..last];
                yield return new NamedSentence(id, [.. tokens[first..last].Select(token => text[token.Start..token.End])], Repaired(part), []);
                first = last;
            }
        }
    }

    /// <summary>Stretches that end with a full stop before a capital, or at a line's end: near enough to sentences for learning names.</summary>
    private static IEnumerable<int> Pieces(string text, List<RawToken> tokens)
    {
        for (int i = 1; i < tokens.Count; i++)
        {
            bool stop = text[tokens[i - 1].End - 1] is '.' or '!' or '?' && tokens[i - 1].End - tokens[i - 1].Start == 1 && !char.IsLower(text[tokens[i].Start]);
            if (stop || tokens[i].Gap >= Gap.NewLine) yield return i;
        }
        if (tokens.Count > 0) yield return tokens.Count;
    }
}
