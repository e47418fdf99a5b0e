using System.Globalization;
using Sitrep.Pipeline.Data;

namespace Sitrep.DataTool.Words;

/// <summary><c>kin</c>: builds <c>data/word-kin.tsv</c>, which words may name one happening, from the files of WordNet (Miller 1995; Fellbaum 1998).</summary>
internal static class WordKinCommand
{
    public const string Usage = """
        Sitrep.DataTool kin --wordnet FOLDER --data data --out data/word-kin.tsv

          --wordnet  folder with data.noun, index.noun and the others of WordNet 3.0 (Debian's wordnet-base has them)
          --data     the folder of word lists, which says what words are common
          --out      the file to write; the same input gives the same bytes
        """;

    /// <summary>Senses of a word that are taken, the commonest first; rarer ones join what news never joins.</summary>
    private const int SensesMax = 4;

    private static readonly (string File, char Class)[] Parts = [("noun", 'n'), ("verb", 'v'), ("adj", 'a')];

    /// <summary>Broader concepts, and for verbs what they are one kind of, what they cause and what they entail.</summary>
    private static readonly string[] Broader = ["@", "*", ">", "$", "&"];

    /// <summary>WordNet's files of acts, messages, events, phenomena, processes and states.</summary>
    private static readonly int[] Happenings = [4, 10, 11, 19, 22, 26];

    private readonly record struct SenseKey(char Class, int Offset);

    private sealed record Sense(int Field, string[] Words, (string Kind, SenseKey To, int From, int At)[] Links);

    private sealed record Row(string Word, char Class, List<string> Verbs, List<SenseKey> Senses, List<SenseKey> Derived, List<SenseKey> Broad);

    public static int Run(string[] args)
    {
        if (args.Contains("--help"))
        {
            Console.WriteLine(Usage);
            return 0;
        }
        if (Option(args, "--wordnet") is not { } folder || Option(args, "--data") is not { } lists || Option(args, "--out") is not { } target)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
        Dictionary<SenseKey, Sense> senses = Senses(folder);
        HashSet<string> common = Common(DataFolder.At(lists));
        Row[] rows = [.. Parts.SelectMany(part => Rows(folder, part.File, part.Class, senses, common)).OrderBy(row => row.Word, StringComparer.Ordinal).ThenBy(row => row.Class)];
        // A concept that only one word has joins no two words.
        Dictionary<SenseKey, string> shared = rows.SelectMany(row => row.Senses.Concat(row.Derived).Concat(row.Broad).Distinct()).CountBy(key => key).Where(pair => pair.Value > 1)
            .Select(pair => pair.Key).OrderBy(key => key.Class).ThenBy(key => key.Offset).Select((key, number) => (key, number)).ToDictionary(pair => pair.key, pair => Short(pair.number));
        string[] lines = [.. rows.Select(row => string.Join('\t', row.Word, row.Class, string.Join(' ', row.Verbs), Ids(row.Senses, shared), Ids(row.Derived, shared), Ids(row.Broad, shared)))
            .Where(line => line.Split('\t')[2..].Any(cell => cell.Length > 0))];
        File.WriteAllText(target, string.Join('\n', [
            "# Which words may name one happening, cut from WordNet 3.0 by tools/Sitrep.DataTool. class: n, v, a. verbs: those the word is derived from or gave rise to.",
            "# senses: the concepts it stands for; derived: concepts of its derived words; broader: concepts above them, and what a verb causes or entails. Numbers name concepts.",
            "word\tclass\tverbs\tsenses\tderived\tbroader", .. lines, ""]));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{lines.Length} words, {shared.Count} concepts"));
        return 0;
    }

    private static Dictionary<SenseKey, Sense> Senses(string folder)
    {
        var senses = new Dictionary<SenseKey, Sense>();
        foreach ((string file, char kind) in Parts)
        {
            foreach (string[] cell in Lines(folder, "data." + file))
            {
                int at = 3, count = int.Parse(cell[at++], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                string[] words = [.. Enumerable.Range(0, count).Select(i => cell[at + (2 * i)].Split('(')[0].ToLowerInvariant())];
                at += 2 * count;
                int links = Number(cell[at++]);
                senses[new SenseKey(kind, Number(cell[0]))] = new Sense(Number(cell[1]), words, [.. Enumerable.Range(0, links).Select(i => at + (4 * i)).Where(i => cell[i + 2] != "r").Select(i =>
                    (cell[i], new SenseKey(cell[i + 2] == "s" ? 'a' : cell[i + 2][0], Number(cell[i + 1])), Hex(cell[i + 3][..2]), Hex(cell[i + 3][2..])))]);
            }
        }
        return senses;
    }

    private static IEnumerable<Row> Rows(string folder, string file, char kind, Dictionary<SenseKey, Sense> senses, HashSet<string> common)
    {
        foreach (string[] cell in Lines(folder, "index." + file))
        {
            string word = cell[0];
            string[] parts = word.Split('_');
            int pointers = Number(cell[3]), tagged = Number(cell[5 + pointers]);
            if (parts.Length > 2 || (tagged == 0 && !parts.All(common.Contains)) || (parts.Length == 2 && kind != 'v' && tagged == 0)) continue;
            var row = new Row(word, kind, kind == 'v' ? [word] : [], [], [], []);
            foreach (string offset in cell[(6 + pointers)..].Take(Math.Min(SensesMax, Number(cell[2]))))
            {
                var key = new SenseKey(kind, Number(offset));
                Sense sense = senses[key];
                int own = Array.IndexOf(sense.Words, word) + 1;
                row.Senses.Add(key);
                foreach ((string link, SenseKey to, int from, int at) in sense.Links)
                {
                    if (Broader.Contains(link)) row.Broad.Add(to);
                    if (link != "+" || (from != own && from != 0)) continue;
                    row.Derived.Add(to);
                    if (to.Class == 'v' && senses[to].Words[Math.Max(0, at - 1)] is var verb && !row.Verbs.Contains(verb)) row.Verbs.Add(verb);
                }
            }
            bool happens = kind == 'v' || row.Verbs.Count > 0 || (kind == 'n' ? row.Senses.Any(key => Happenings.Contains(senses[key].Field)) : row.Derived.Count > 0);
            if (happens) yield return row;
        }
    }

    private static HashSet<string> Common(DataFolder data) =>
        [.. data.Rows("common-words.tsv", "word").Concat(data.Rows("word-counts.tsv", "word", "documents")).Concat(data.Rows("events.tsv", "trigger", "pos", "with", "type", "roles", "needs")).Select(row => row[0])];

    /// <summary>The lines of a file as cells, without the licence at its head.</summary>
    private static IEnumerable<string[]> Lines(string folder, string name) =>
        File.ReadLines(Path.Combine(folder, name)).Where(line => !line.StartsWith(' ')).Select(line => line.TrimEnd().Split(' '));

    private static string Ids(List<SenseKey> keys, Dictionary<SenseKey, string> shared) => string.Join(' ', keys.Distinct().Where(shared.ContainsKey).Select(key => shared[key]));

    private static string Short(int number)
    {
        const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
        string text = "";
        for (int rest = number; rest > 0 || text.Length == 0; rest /= Digits.Length) text = Digits[rest % Digits.Length] + text;
        return text;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is var at && at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
