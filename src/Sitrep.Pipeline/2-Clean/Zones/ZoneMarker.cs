using Sitrep.Model.Reports;
using Sitrep.Pipeline.Clean.Lists;

namespace Sitrep.Pipeline.Clean.Zones;

/// <summary>Gives every block its kind: by the words of furniture, then by place and form.</summary>
internal sealed class ZoneMarker(CueList cues, NewsroomList newsrooms, Dates dates, CaptionReader captions, BylineReader bylines, DatelineReader datelines)
{
    /// <summary>Words in the longest title.</summary>
    private const int LongestTitle = 32;

    /// <summary>A line of this many words is a paragraph even when its full stop is missing.</summary>
    private const int SurelyProse = 26;

    private readonly GalleryMarker _galleries = new(captions);

    /// <param name="title">Supplied or marked-up title; null when there is none.</param>
    /// <returns>Indices of blocks that start a comment.</returns>
    public HashSet<int> Mark(List<Block> blocks, string? title)
    {
        foreach (Block block in blocks) block.Kind ??= ByWords(block);
        _galleries.Mark(blocks);
        HashSet<int> comments = CommentMarker.Mark(blocks);
        bool unpunctuated = IsUnpunctuated(blocks);
        int first = MarkHead(blocks, title, unpunctuated);
        MarkRest(blocks, first, unpunctuated);
        MarkTail(blocks);
        return comments;
    }

    private ZoneKind? ByWords(Block block)
    {
        if (BylineReader.IsTrailer(block.Words) && block.Count <= 120) return ZoneKind.Byline;
        if (IsDateLine(block)) return ZoneKind.Dateline;
        // A title may be one of the words ("Highlights"); a paragraph of a page's main text keeps its place unless it is short.
        return block.Heading == 1 ? null : block.Main && block.Count > 40 ? null : cues.OfLine(block.Words);
    }

    /// <summary>A line that holds little more than a date: with its weekday, clock, zone and a word such as "Published".</summary>
    private bool IsDateLine(Block block)
    {
        if (block.Count > 14 || block.Words.Length > 110 || dates.Find(block.Words, whole: true) is not { } date) return false;
        string rest = block.Words.Remove(date.Start, date.End - date.Start);
        for (int n = 0; n < 2 && dates.Find(rest) is { } more; n++) rest = rest.Remove(more.Start, more.End - more.Start);
        int words = rest.Split((char[])[' ', ',', '|', '-', '–', '—', ':', '/', '•', '·', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetter));
        return words <= 5 && !block.EndsSentence || words <= 2;
    }

    private int MarkHead(List<Block> blocks, string? title, bool unpunctuated)
    {
        int first = blocks.FindIndex(block => block.Kind is null && IsProse(block, unpunctuated) && datelinesOrLong(block));
        if (first < 0) first = blocks.FindIndex(block => block.Kind is null && IsProse(block, unpunctuated));
        int last = first < 0 ? blocks.Count : first;
        bool titled = false, signed = false;
        int titleAt = title is null ? -1 : blocks.FindIndex(0, last, block => block.Kind is null && SameTitle(block.Words, title));
        if (titleAt < 0) titleAt = blocks.FindIndex(0, last, block => block.Kind is null && block.Heading == 1);
        for (int i = 0; i < last; i++)
        {
            Block block = blocks[i];
            if (block.Kind is ZoneKind.Dateline or ZoneKind.Byline) signed |= titled;
            if (block.Kind is not null) continue;
            if (!titled && i != titleAt && (newsrooms.Named(block.Words) is not null || (titleAt > i && block.Count < 4))) block.Kind = ZoneKind.Boilerplate;   // masthead
            else if (bylines.IsByline(block) || (titled && bylines.IsBareNames(block) && SignsReport(blocks, i, last)))
            {
                block.Kind = ZoneKind.Byline;
                signed = true;
            }
            else if (block.Heading > 3 && titled) block.Kind = ZoneKind.Boilerplate;
            else if (!titled && i < titleAt) block.Kind = ZoneKind.Boilerplate;
            else if (!titled && block.Count <= LongestTitle) (block.Kind, titled) = (ZoneKind.Headline, true);
            else if (!signed && block.Count >= 5) block.Kind = ZoneKind.Headline;   // the standfirst
            else block.Kind = block.Count >= 5 ? ZoneKind.Caption : ZoneKind.Boilerplate;
        }
        return last;

        // What comes before a dateline is head matter, even whole sentences (a standfirst, a caption); but only near the top.
        bool datelinesOrLong(Block block) => block.Main || block.Count >= 9 || datelines.Read(block.Words) is not null;
    }

    // A bare line of names signs the report when a date, another signature or the report itself comes next.
    private static bool SignsReport(List<Block> blocks, int i, int last) =>
        i + 1 >= last || blocks[i + 1].Kind is ZoneKind.Dateline or ZoneKind.Byline or ZoneKind.Credit or ZoneKind.Boilerplate || (i > 0 && blocks[i - 1].Kind is ZoneKind.Dateline or ZoneKind.Byline);

    private void MarkRest(List<Block> blocks, int first, bool unpunctuated)
    {
        for (int i = first; i < blocks.Count; i++)
        {
            Block block = blocks[i];
            if (block.Kind is not null) continue;
            bool list = block.Words[0] is '•' or '●' or '▪' or '*' or '-' or '–' or '◦' && block.Count >= 4;
            if (IsProse(block, unpunctuated) || list || block.Words[^1] is ':' && block.Count >= 4) block.Kind = ZoneKind.Body;
            else if (block.Main && block.Heading == 0 && !block.IsUpper) block.Kind = ZoneKind.Body;
            else if (block.Heading > 0 || block.IsUpper || block.Count <= 4) block.Kind = ZoneKind.Boilerplate;   // cross-heads
            else if (bylines.IsByline(block)) block.Kind = ZoneKind.Byline;
            else block.Kind = ZoneKind.Related;
        }
    }

    // Behind the closing signature only a good deal of prose is more of the report; behind the last paragraph furniture keeps to its kind.
    private static void MarkTail(List<Block> blocks)
    {
        int closing = blocks.FindLastIndex(block => block.Kind == ZoneKind.Byline && BylineReader.IsTrailer(block.Words));
        if (closing >= 0 && blocks.Take(closing).Any(block => block.Kind == ZoneKind.Body))
        {
            List<Block> after = [.. blocks.Skip(closing + 1).Where(block => block.Kind == ZoneKind.Body)];
            if (after.Count < 4)
            {
                foreach (Block block in after) block.Kind = ZoneKind.Boilerplate;
            }
        }
        int end = blocks.FindLastIndex(block => block.Kind == ZoneKind.Body);
        for (int i = end + 1; i > 0 && i < blocks.Count; i++)
        {
            if (blocks[i].Kind == ZoneKind.Related && blocks[i - 1].Kind is ZoneKind.Promotion or ZoneKind.Comment) blocks[i].Kind = blocks[i - 1].Kind;
        }
    }

    private bool IsProse(Block block, bool unpunctuated)
    {
        if (block.Heading > 0) return false;
        if (block.Main && block.Count >= 12) return true;
        if (block.Count >= SurelyProse) return true;
        if (block.EndsSentence) return block.Count >= 4 || (block.Count >= 2 && block.Words[0] is '"' or '“' or '‘');
        if (block.Words[^1] is '"' or '”' or ',' or ';' && block.Count >= 8) return true;
        return (unpunctuated && block.Count >= 6) || (block.Count >= 7 && datelines.Read(block.Words) is not null);
    }

    /// <summary>Tickers and posts leave the full stop out; then its absence says nothing.</summary>
    private static bool IsUnpunctuated(List<Block> blocks)
    {
        int with = 0, without = 0;
        foreach (Block block in blocks)
        {
            if (block.Kind is not null || block.Count < 6 || block.Heading > 0) continue;
            if (block.EndsSentence) with++; else without++;
        }
        return without >= 3 && without > with * 2;
    }

    /// <summary>The same words, or the page's title with the outlet's name behind it.</summary>
    private static bool SameTitle(string words, string title)
    {
        string a = CueList.Fold(words), b = CueList.Fold(title);
        return a == b || (a.Length >= 15 && b.StartsWith(a, StringComparison.Ordinal));
    }
}
