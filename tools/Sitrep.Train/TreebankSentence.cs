using System.Globalization;
using System.IO.Compression;
using System.Text;
using Sitrep.Language.Tokens;

namespace Sitrep.Train;

/// <summary>One gold sentence of a CoNLL-U file. Heads count from 0, -1 is the root.</summary>
/// <param name="Tags">"NOUN/NNS" per word.</param>
/// <param name="SpaceAfter">Per word; false inside multiword tokens.</param>
internal sealed record TreebankSentence(string Document, string Genre, string[] Forms, string[] Lemmas, string[] Tags, int[] Heads, string[] Relations, string[] Misc, bool[] SpaceAfter)
{
    /// <summary>A paragraph begins with it.</summary>
    public bool OpensParagraph { get; init; }

    /// <summary>The words joined by blanks, with their places: what the engine's parts read.</summary>
    public (string Text, RawToken[] Tokens) Join() => Join(Forms);

    /// <summary>A sentence without a tree.</summary>
    /// <param name="tags">Empty where unknown.</param>
    public static TreebankSentence OfWords(string document, string genre, string[] forms, string[] tags)
    {
        string[] none = new string[forms.Length];
        Array.Fill(none, "_");
        return new TreebankSentence(document, genre, forms, none, tags, new int[forms.Length], none, none, [.. forms.Select(_ => true)]);
    }

    public static (string Text, RawToken[] Tokens) Join(string[] forms)
    {
        var text = new StringBuilder();
        var tokens = new RawToken[forms.Length];
        for (int i = 0; i < forms.Length; i++)
        {
            if (i > 0) text.Append(' ');
            tokens[i] = new RawToken(text.Length, text.Length + forms[i].Length, i == 0 ? Gap.BlankLine : Gap.Space);
            text.Append(forms[i]);
        }
        return (text.ToString(), tokens);
    }

    /// <summary>Reads a treebank, plain or gzipped.</summary>
    public static List<TreebankSentence> Read(string path)
    {
        using Stream file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(plain, Encoding.UTF8);
        var sentences = new List<TreebankSentence>();
        var rows = new List<string[]>();
        string document = "", genre = "";
        bool opens = true;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# newdoc id = ", StringComparison.Ordinal)) (document, genre, opens) = (line[14..], "", true);
            else if (line.StartsWith("# meta::genre = ", StringComparison.Ordinal)) genre = line[16..];
            else if (line == "# newpar" || line.StartsWith("# newpar id", StringComparison.Ordinal)) opens = true;
            else if (line.Length > 0 && line[0] != '#') rows.Add(line.Split('\t'));
            else if (line.Length == 0 && rows.Count > 0)
            {
                sentences.Add(Of(document, genre, rows) with { OpensParagraph = opens });
                rows.Clear();
                opens = false;
            }
        }
        return sentences;
    }

    private static TreebankSentence Of(string document, string genre, List<string[]> rows)
    {
        var inside = new Dictionary<int, (int Last, bool SpaceAfter)>();
        foreach (string[] row in rows)
        {
            int dash = row[0].IndexOf('-');
            if (dash > 0) inside[Number(row[0][..dash])] = (Number(row[0][(dash + 1)..]), !row[9].Contains("SpaceAfter=No", StringComparison.Ordinal));
        }
        string[][] words = [.. rows.Where(row => row[0].AsSpan().IndexOfAny('-', '.') < 0)];
        bool[] spaces = [.. words.Select(row => !row[9].Contains("SpaceAfter=No", StringComparison.Ordinal))];
        foreach ((int first, (int last, bool space)) in inside)
        {
            for (int i = first; i <= last; i++) spaces[i - 1] = i == last && space;
        }
        return new TreebankSentence(document, genre, [.. words.Select(row => row[1])], [.. words.Select(row => row[2])], [.. words.Select(row => $"{row[3]}/{row[4]}")],
            [.. words.Select(row => Number(row[6]) - 1)], [.. words.Select(row => row[7])], [.. words.Select(row => row[9])], spaces);
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
