using System.Buffers;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Clean.Lists;

namespace Sitrep.Pipeline.Clean;

/// <summary>Plain text → blocks: one a line, or one a paragraph where lines were broken at a fixed width.</summary>
internal static class PlainText
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\u2028\u2029");

    /// <summary>Columns of the widest page that is broken at a fixed width.</summary>
    private const int LongestLine = 144;

    /// <param name="stamps">Tells what a scraper ran into a line: "date 2017-11-10 The army said …".</param>
    public static List<Block> Blocks(string text, RunInStamps stamps)
    {
        var lines = new List<(int Start, int End, int Indent, bool Blank)>();
        bool blank = true;
        for (int i = 0; i < text.Length;)
        {
            int end = text.AsSpan(i).IndexOfAny(LineEnds) is >= 0 and int at ? i + at : text.Length;
            int start = i, stop = end, indent = 0;
            while (start < stop && char.IsWhiteSpace(text[start])) indent += text[start++] == '\t' ? 4 : 1;
            while (stop > start && char.IsWhiteSpace(text[stop - 1])) stop--;
            if (start < stop)
            {
                lines.Add((start, stop, indent, blank));
                blank = false;
            }
            else blank = true;
            i = end + 1;
            if (end < text.Length && text[end] == '\r' && i < text.Length && text[i] == '\n') i++;
        }
        var blocks = new List<Block>(lines.Count);
        for (int i = 0; i < lines.Count;)
        {
            int next = i + 1;
            while (next < lines.Count && !lines[next].Blank && !(lines[next].Indent < lines[next - 1].Indent && OpensItem(Line(next))) && !(OpensDash(Line(i)) && OpensDash(Line(next))) && !(next == i + 1 && MastheadReader.IsAddress(Line(i).ToString()))) next++;
            if (IsWrapped(text, lines, i, next))
            {
                Add(lines[i].Start, lines[next - 1].End, lines[i].Indent, lines[i].Blank);
            }
            else if (next - i > 1 && BrokenLines.Starts([.. Enumerable.Range(i, next - i).Select(n => Line(n).ToString())]) is { } starts)
            {
                for (int n = 0; n < starts.Count; n++) Add(lines[i + starts[n]].Start, lines[(n + 1 < starts.Count ? i + starts[n + 1] : next) - 1].End, lines[i + starts[n]].Indent, lines[i + starts[n]].Blank);
            }
            else
            {
                for (int n = i; n < next; n++) Add(lines[n].Start, lines[n].End, lines[n].Indent, lines[n].Blank);
            }
            i = next;
        }
        int opens = blocks.FindIndex(block => !MastheadReader.IsAddress(block.Words));   // a page's address may stand over all
        for (int i = blocks.Count - 1; i >= 0; i--) if (stamps.Cut(blocks[i].Words, first: i == opens) is > 0 and int cut) Part(i, cut);
        return blocks;

        ReadOnlySpan<char> Line(int at) => text.AsSpan(lines[at].Start, lines[at].End - lines[at].Start);

        // A stamp is a line of its own.
        void Part(int at, int cut)
        {
            Block whole = blocks[at];
            int end = whole.Span.Start + cut, rest = end;
            while (char.IsWhiteSpace(text[rest])) rest++;
            while (char.IsWhiteSpace(text[end - 1])) end--;
            blocks[at] = new Block(new TextSpan(whole.Span.Start, end), text[whole.Span.Start..end], whole.Indent, whole.BlankBefore);
            blocks.Insert(at + 1, new Block(new TextSpan(rest, whole.Span.End), text[rest..whole.Span.End], 0, blankBefore: true));
        }

        void Add(int start, int end, int indent, bool blankBefore) => blocks.Add(new Block(new TextSpan(start, end), text[start..end], indent, blankBefore));
    }

    /// <summary>"b. The river rose …", "(3) …", "• …": an item of a list.</summary>
    private static bool OpensItem(ReadOnlySpan<char> line)
    {
        if (line[0] is '•' or '▪' or '●' or '◦' or '*') return true;
        int end = line[0] == '(' ? 1 : 0, from = end;
        while (end < line.Length && end - from < 2 && char.IsAsciiLetterOrDigit(line[end])) end++;
        return end > from && end + 1 < line.Length && line[end] is '.' or ')' && line[end + 1] == ' ';
    }

    /// <summary>"- The rebels have …" in a list of such lines.</summary>
    private static bool OpensDash(ReadOnlySpan<char> line) => line.Length > 2 && line[0] is '-' or '–' && line[1] == ' ';

    // Mail and wire terminals break lines at 60 to 80 columns, printed bulletins at up to 140: all lines but the last are about equally long, and most go on in the next.
    private static bool IsWrapped(string text, List<(int Start, int End, int Indent, bool Blank)> lines, int from, int to)
    {
        if (to - from < 2) return false;
        int shortest = int.MaxValue, longest = 0, open = 0;
        for (int i = from; i < to - 1; i++)
        {
            int length = lines[i].End - lines[i].Start;
            (shortest, longest) = (Math.Min(shortest, length), Math.Max(longest, length));
            if (text[lines[i].End - 1] is not ('.' or '!' or '?' or '"' or '”' or ':' or ')') && (char.IsLower(text[lines[i + 1].Start]) || char.IsAsciiDigit(text[lines[i + 1].Start]) && !OpensItem(text.AsSpan(lines[i + 1].Start, lines[i + 1].End - lines[i + 1].Start)))) open++;
        }
        int last = lines[to - 1].End - lines[to - 1].Start;
        return shortest >= 40 && longest <= LongestLine && longest - shortest <= 28 && last <= longest + 8 && open * 3 >= to - 1 - from;
    }
}
