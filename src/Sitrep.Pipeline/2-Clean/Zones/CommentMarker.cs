using Sitrep.Model.Reports;

namespace Sitrep.Pipeline.Clean.Zones;

/// <summary>Finds what readers wrote under a report, in text that lost its markup.</summary>
internal static class CommentMarker
{
    /// <summary>Words in the longest name that a reader gives oneself.</summary>
    private const int LongestName = 5;

    /// <summary>Indices of blocks that start a comment; other comment blocks belong to the one before.</summary>
    public static HashSet<int> Mark(List<Block> blocks)
    {
        var starts = new HashSet<int>();
        var names = new List<int>();
        for (int i = 0; i + 1 < blocks.Count; i++) if (IsName(blocks, i)) names.Add(i);
        int opened = Opening(blocks);
        // One bullet with a deeper line under it may be a list; two of them are a discussion, or one after the word "comments".
        if (names.Count >= 2 || (names.Count == 1 && opened >= 0 && opened < names[0]))
        {
            foreach (int name in names)
            {
                starts.Add(name);
                blocks[name].Kind = ZoneKind.Comment;
                int depth = blocks[name].Indent;
                for (int i = name + 1; i < blocks.Count && !names.Contains(i) && blocks[i].Indent > depth; i++) blocks[i].Kind = ZoneKind.Comment;
            }
        }
        else if (opened >= 0) MarkAfter(blocks, opened, starts);
        return starts;
    }

    // "• nick", then a line indented more deeply.
    private static bool IsName(List<Block> blocks, int i)
    {
        string words = blocks[i].Words;
        if (words[0] is not ('•' or '*' or '·' or '-' or '–' or '◦' or '▪' or '●' or 'o') || words.Length < 3 || words[1] is not (' ' or '\t' or '\u00A0')) return false;
        return blocks[i].Count - 1 <= LongestName && words[^1] is not ('.' or ':' or ';' or ',') && blocks[i + 1].Indent > blocks[i].Indent;
    }

    // "3 comments", "Leave a reply" and the like below the middle of the page, with a date or a "says" that shows people writing.
    private static int Opening(List<Block> blocks)
    {
        int body = 0;
        for (int i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Kind is null && blocks[i].EndsSentence && blocks[i].Count >= 6) body++;
            if (body >= 2 && blocks[i].Kind == ZoneKind.Comment) return i;
        }
        return -1;
    }

    private static void MarkAfter(List<Block> blocks, int opened, HashSet<int> starts)
    {
        starts.Add(opened);
        int marked = 0;
        for (int i = opened + 1; i < blocks.Count; i++)
        {
            Block block = blocks[i];
            if (block.Kind is ZoneKind.Boilerplate && marked == 0) continue;
            if (block.Kind is ZoneKind.Promotion or ZoneKind.Related or ZoneKind.Credit or ZoneKind.Caption or ZoneKind.Gallery) return;
            if (BylineReader.IsTrailer(block.Words)) return;
            bool head = Head(block) || IsNameLine(blocks, i);
            if (head || block.Kind == ZoneKind.Comment)
            {
                if (head) marked++;
                starts.Add(i);
            }
            // Before the first name, a paragraph is the report going on behind a "3 comments" button.
            if (marked == 0 && !head && block.Kind is null && block.Count >= 12) return;
            block.Kind = ZoneKind.Comment;
        }
    }

    // A name over what its bearer wrote: a short line with an empty one before it and none behind it.
    private static bool IsNameLine(List<Block> blocks, int i) =>
        i + 1 < blocks.Count && blocks[i].Kind is null or ZoneKind.Comment && blocks[i].BlankBefore && !blocks[i + 1].BlankBefore && blocks[i].Count <= LongestName - 1
        && !blocks[i].Main && blocks[i].Words[^1] is not (':' or '?' or '!') && blocks[i + 1].Kind is null && blocks[i].Words.Length <= 40;

    // "Jane says:", "Jane on May 3, 2021 at 5:04 pm", "Jane • 3 years ago", "Jane wrote:"
    private static bool Head(Block block)
    {
        if (block.Count > 14) return false;
        string lower = block.Words.ToLowerInvariant();
        return lower.EndsWith(" says:", StringComparison.Ordinal) || lower.EndsWith(" wrote:", StringComparison.Ordinal) || lower.EndsWith(" said:", StringComparison.Ordinal)
            || lower.EndsWith(" ago", StringComparison.Ordinal) || (lower.Length > 3 && (lower.EndsWith("am", StringComparison.Ordinal) || lower.EndsWith("pm", StringComparison.Ordinal)) && (lower[^3] == ' ' || char.IsAsciiDigit(lower[^3])) && lower.Any(char.IsAsciiDigit));
    }
}
