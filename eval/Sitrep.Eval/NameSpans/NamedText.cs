using System.Text;
using Sitrep.Eval.Data;
using Sitrep.Language.Tokens;

namespace Sitrep.Eval.NameSpans;

/// <summary>A name in a sentence: words <c>[Start, End)</c>.</summary>
internal readonly record struct NameSpan(int Start, int End, string Type);

/// <summary>One sentence of a column file: its words and all its gold names.</summary>
internal sealed record NamedSentence(string[] Words, NameSpan[] Names)
{
    /// <summary>The words joined by blanks, with their places.</summary>
    public (string Text, RawToken[] Tokens) Written()
    {
        var text = new StringBuilder();
        var tokens = new RawToken[Words.Length];
        for (int i = 0; i < Words.Length; i++)
        {
            if (i > 0) text.Append(' ');
            tokens[i] = new RawToken(text.Length, text.Length + Words[i].Length, i == 0 ? Gap.BlankLine : Gap.Space);
            text.Append(Words[i]);
        }
        return (text.ToString(), tokens);
    }
}

/// <summary>Sentences of one text, in order.</summary>
internal sealed record NamedText(string Id, IReadOnlyList<NamedSentence> Sentences)
{
    /// <summary>Reads columns with tags B-, I- and O; a blank line ends a sentence, <c># newdoc</c> begins a text.</summary>
    /// <param name="tagColumn">Counted from 0; the word stands before it.</param>
    public static IEnumerable<NamedText> Read(string path, int tagColumn)
    {
        string id = Path.GetFileName(path);
        var sentences = new List<NamedSentence>();
        var words = new List<string>();
        var tags = new List<string>();
        foreach (string line in DataFiles.Lines(path).Append(""))
        {
            bool comment = line.StartsWith("# ", StringComparison.Ordinal) && !line.Contains('\t', StringComparison.Ordinal);
            if (comment && line.StartsWith("# newdoc", StringComparison.Ordinal))
            {
                if (sentences.Count > 0) yield return new NamedText(id, [.. sentences]);
                sentences.Clear();
                id = line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim();
            }
            if (comment) continue;
            if (line.Trim().Length > 0)
            {
                string[] cells = line.Split('\t');
                bool filled = cells.Length >= tagColumn && cells[tagColumn - 1].Length > 0;
                words.Add(filled ? cells[tagColumn - 1] : "_");   // a word that was lost keeps its line
                tags.Add(cells.Length > tagColumn ? cells[tagColumn].Trim() : "O");
            }
            else if (words.Count > 0)
            {
                sentences.Add(new NamedSentence([.. words], [.. Decode(tags)]));
                words.Clear();
                tags.Clear();
            }
        }
        if (sentences.Count > 0) yield return new NamedText(id, [.. sentences]);
    }

    /// <summary>Spans of B-/I-/O tags; an I- that follows nothing of its type begins a name (IOB1 is read the same way).</summary>
    public static IEnumerable<NameSpan> Decode(IReadOnlyList<string> tags)
    {
        for (int i = 0; i < tags.Count;)
        {
            int start = i++;
            if (tags[start].Length < 3) continue;
            string type = tags[start][2..];
            while (i < tags.Count && tags[i].Length > 2 && tags[i][0] == 'I' && tags[i].AsSpan(2).SequenceEqual(type)) i++;
            yield return new NameSpan(start, i, type);
        }
    }
}
