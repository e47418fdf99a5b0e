using System.Globalization;
using Sitrep.Eval.Data;

namespace Sitrep.Eval.Trees;

/// <summary>One syntactic word of CoNLL-U.</summary>
/// <param name="Head">Index of the governing word in the sentence; -1 for the root.</param>
/// <param name="Features">Features of Universal Dependencies, without those of one language.</param>
internal sealed record TreeWord(string Form, string Lemma, string Upos, string Xpos, string Features, int Head, string Relation);

/// <summary>One token of the text: a word, or several words written as one ("don't").</summary>
/// <param name="First">Index of its first word in the sentence.</param>
/// <param name="Words">How many words it is.</param>
/// <param name="Multiword">True for a line "3-4".</param>
internal sealed record SurfaceToken(string Form, int First, int Words, bool Multiword, bool SpaceAfter);

/// <summary>One sentence: its tokens, and the words they consist of.</summary>
/// <param name="OpensParagraph">A comment <c># newpar</c> stands before it.</param>
internal sealed record TreeSentence(IReadOnlyList<SurfaceToken> Tokens, IReadOnlyList<TreeWord> Words, string? Text, bool OpensParagraph = false);

/// <summary>Sentences from one <c># newdoc</c> to the next; a file without any is one document.</summary>
internal sealed record TreeDocument(string Id, string Genre, IReadOnlyList<TreeSentence> Sentences);

/// <summary>Reads CoNLL-U (https://universaldependencies.org/format.html); empty nodes are left out.</summary>
internal static class Treebank
{
    public static IEnumerable<TreeDocument> Read(string path)
    {
        string id = Path.GetFileName(path), genre = "";
        string? text = null;
        bool paragraph = false;
        var sentences = new List<TreeSentence>();
        var rows = new List<string[]>();
        foreach (string line in DataFiles.Lines(path).Append(""))
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal))
            {
                if (sentences.Count > 0) yield return new TreeDocument(id, genre, [.. sentences]);
                sentences.Clear();
                (id, genre) = (line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim(), "");
            }
            else if (line.StartsWith("# meta::genre = ", StringComparison.Ordinal)) genre = line[16..].Trim();
            else if (line == "# newpar" || line.StartsWith("# newpar id", StringComparison.Ordinal)) paragraph = true;
            else if (line.StartsWith("# text = ", StringComparison.Ordinal)) text = line[9..];
            else if (line.Length > 0 && line[0] != '#') rows.Add(line.Split('\t'));
            else if (line.Length == 0 && rows.Count > 0)
            {
                sentences.Add(Sentence(rows, text) with { OpensParagraph = paragraph });
                rows.Clear();
                (text, paragraph) = (null, false);
            }
        }
        if (sentences.Count > 0) yield return new TreeDocument(id, genre, [.. sentences]);
    }

    private static TreeSentence Sentence(List<string[]> rows, string? text)
    {
        var tokens = new List<SurfaceToken>();
        var words = new List<TreeWord>();
        int inside = 0;
        foreach (string[] row in rows)
        {
            if (row.Length < 10) throw new FormatException($"A row of CoNLL-U has 10 columns, this one {row.Length}: {string.Join(' ', row)}");
            if (row[0].Contains('.', StringComparison.Ordinal)) continue;
            bool space = !row[9].Split('|').Contains("SpaceAfter=No");
            int dash = row[0].IndexOf('-', StringComparison.Ordinal);
            if (dash > 0)
            {
                inside = 1 + Number(row[0][(dash + 1)..]) - Number(row[0][..dash]);
                tokens.Add(new SurfaceToken(row[1], words.Count, inside, true, space));
                continue;
            }
            if (inside == 0) tokens.Add(new SurfaceToken(row[1], words.Count, 1, false, space));
            else inside--;
            words.Add(new TreeWord(row[1], row[2], row[3], row[4], UniversalFeatures.Of(row[5]), Number(row[6]) - 1, row[7]));
        }
        return new TreeSentence(tokens, words, text);
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
