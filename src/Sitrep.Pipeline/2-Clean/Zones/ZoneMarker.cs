using Sitrep.Model.Reports;
using Sitrep.Pipeline.Clean.Lists;

namespace Sitrep.Pipeline.Clean.Zones;

/// <summary>Gives every block its kind: by the words of furniture, then by place and form.</summary>
internal sealed class ZoneMarker(CueList cues, Dates dates, GalleryMarker galleries, HeadMarker heads, BylineReader bylines, Prose prose)
{
    /// <summary>Words from which on "Photo: …" is a caption rather than the photographer's name.</summary>
    private const int ShortestCaption = 6;

    /// <summary>Words from which on a last line without its full stop is a paragraph that was cut off.</summary>
    private const int CutOffParagraph = 12;

    /// <summary>Words of a sentence that opens the main text.</summary>
    private const int ShortestOpening = 12;

    /// <summary>Words in the longest cross-head that only its capitals set apart.</summary>
    private const int LongestShout = 8;

    /// <summary>Blocks from the top within which the weather stands, lines from it to the day, and words of each.</summary>
    private const int ClockWithin = 6, ClockLines = 2, ClockWords = 5;

    /// <summary>Blocks below a cross-head within which its first paragraph stands.</summary>
    private const int CrossHeadReach = 2;

    /// <param name="title">Supplied or marked-up title; null when there is none.</param>
    /// <returns>Indices of blocks that start a comment.</returns>
    public HashSet<int> Mark(List<Block> blocks, string? title, string text)
    {
        List<Block> leads = [.. blocks.Where(block => block.Kind == ZoneKind.Headline)];
        foreach (Block lead in leads) lead.Kind = null;
        bool opened = false;
        foreach (Block block in blocks)
        {
            block.Kind ??= ByWords(block, opened);
            opened |= block.Kind is null && block.Main && block.EndsSentence && block.Count >= ShortestOpening;
        }
        MarkClock(blocks);
        galleries.Mark(blocks);
        foreach (Block lead in leads) lead.Kind ??= ZoneKind.Headline;
        FollowerMarker.MarkLists(blocks);
        HashSet<int> comments = CommentMarker.Mark(blocks);
        bool unpunctuated = Prose.IsUnpunctuated(blocks);
        int first = heads.Mark(blocks, title, unpunctuated);
        MarkRest(blocks, first, unpunctuated);
        MarkTail(blocks);
        FollowerMarker.MarkPulledQuotes(blocks, text);
        return comments;
    }

    private ZoneKind? ByWords(Block block, bool opened)
    {
        if (BylineReader.IsTrailer(block.Words) && block.Count <= 120) return ZoneKind.Byline;
        bool dated = !(block.Main && block.Words[0] is '—' or '–') && IsDateLine(block, opened);   // "— Ana Souza, May 3, 2021" signs a quotation
        if (dated || block.Count <= 22 && dates.Find(block.Words, whole: true) is not null)
        {
            if (block.Words.StartsWith("by", StringComparison.OrdinalIgnoreCase) && bylines.IsByline(block)) return ZoneKind.Byline;
        }
        if (dated) return ZoneKind.Dateline;
        // A title may be one of the words ("Highlights"); a paragraph of a page's main text keeps its place unless it is short.
        if (block.Heading == 1 || block.Main && block.Count > 40) return null;
        ZoneKind? kind = cues.OfLine(block.Words);
        return kind == ZoneKind.Credit && block.Count >= ShortestCaption && IsPictureLabel(block.Words) ? ZoneKind.Caption : kind;
    }

    /// <summary>"29.4 C", "Lagos", "Monday, July 8, 2024" over the title: the weather and the clock of the day on which the page was saved, which is not the report's.</summary>
    private static void MarkClock(List<Block> blocks)
    {
        for (int i = 0; i < blocks.Count && i < ClockWithin; i++)
        {
            if (!IsTemperature(blocks[i].Words)) continue;
            for (int n = i; n < blocks.Count && n <= i + ClockLines && (n == i || blocks[n].Count <= ClockWords); n++)
            {
                bool day = blocks[n].Kind == ZoneKind.Dateline;
                blocks[n].Kind = ZoneKind.Promotion;
                if (day) return;
            }
        }
    }

    private static bool IsTemperature(string words)
    {
        int digits = words.Length > 0 && words[0] is '-' or '−' ? 1 : 0, end = digits;
        while (end < words.Length && (char.IsAsciiDigit(words[end]) || words[end] == '.')) end++;
        return end > digits && words[end..].Trim(' ', '°', 'º') is "C" or "F";
    }

    private static bool IsPictureLabel(string words)
    {
        string start = words.TrimStart('[', '(', ' ');
        return start.StartsWith("photo:", StringComparison.OrdinalIgnoreCase) || start.StartsWith("picture:", StringComparison.OrdinalIgnoreCase) || start.StartsWith("image:", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A line that holds little more than a date: with its weekday, clock, zone and a word such as "Published".</summary>
    /// <param name="opened">The main text of the page has begun: there, "Closing date: 3 November 2019" says something.</param>
    private bool IsDateLine(Block block, bool opened)
    {
        if (block.Count > 30 || block.Words.Length > 170 || (dates.Find(block.Words, whole: true) ?? (block.Count <= 5 && HasClock(block.Words) ? dates.Find(block.Words) : null)) is not { } date) return false;
        string rest = block.Words.Remove(date.Start, date.End - date.Start);
        for (int n = 0; n < 6 && dates.Find(rest) is { } more; n++) rest = rest.Remove(more.Start, more.End - more.Start);
        int words = 0, others = 0;
        foreach (string word in rest.Split((char[])[' ', ',', '|', '-', '–', '—', ':', '/', '•', '·', '(', ')', '\u00A0'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!word.Any(char.IsLetter) || char.IsAsciiDigit(word[0])) continue;   // "05am"
            words++;
            if (!cues.IsDateWord(word)) others++;
        }
        if (opened && block.Main) return others == 0;
        return !block.EndsSentence && (words <= 5 || others <= 4 && words <= 12) || words <= 2;
    }

    // "8 Feb, 11:32": beside a clock a day needs no year.
    private static bool HasClock(string words)
    {
        int colon = words.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon + 2 < words.Length && char.IsAsciiDigit(words[colon - 1]) && char.IsAsciiDigit(words[colon + 1]) && char.IsAsciiDigit(words[colon + 2]);
    }

    private void MarkRest(List<Block> blocks, int first, bool unpunctuated)
    {
        for (int i = first; i < blocks.Count; i++)
        {
            Block block = blocks[i];
            if (block.Kind is not null) continue;
            bool list = block.Words[0] is '•' or '●' or '▪' or '*' or '-' or '–' or '◦' && block.Count >= 4;
            if (prose.Is(block, unpunctuated) || list || block.Words[^1] is ':' && block.Count >= 4 || IsKeyFigure(block.Words)) block.Kind = ZoneKind.Body;
            else if (block.Main && block.Heading == 0 && !block.IsUpper) block.Kind = ZoneKind.Body;
            else if (block.Main && (block.Heading > 0 || block.IsUpper && block.Count <= LongestShout) && LeadsOn(blocks, i)) block.Kind = ZoneKind.Headline;
            else if (block.Words.StartsWith("by", StringComparison.OrdinalIgnoreCase) && bylines.IsByline(block)) block.Kind = ZoneKind.Byline;
            else if (block.Heading > 0 || block.IsUpper || block.Count <= 4) block.Kind = ZoneKind.Boilerplate;   // cross-heads
            else if (bylines.IsByline(block)) block.Kind = ZoneKind.Byline;
            else if (i == blocks.Count - 1 && i > 0 && block.Count >= CutOffParagraph && blocks[i - 1].Kind == ZoneKind.Body) block.Kind = ZoneKind.Body;
            else block.Kind = ZoneKind.Related;
        }
    }

    // "Deaths: 12", "People displaced: 4,000"
    private bool IsKeyFigure(string words) =>
        words.IndexOf(':', StringComparison.Ordinal) is > 0 and int colon && colon + 2 < words.Length && words[(colon + 1)..].TrimStart() is [>= '0' and <= '9', ..] && words[..colon].Split(' ').Any(cues.IsTally);

    // A cross-head has a paragraph below it, perhaps after another one or a picture.
    private static bool LeadsOn(List<Block> blocks, int at)
    {
        for (int i = at + 1; i < blocks.Count && i <= at + CrossHeadReach; i++)
        {
            if (blocks[i].Main && blocks[i].Heading == 0 && blocks[i].Kind is null or ZoneKind.Body) return true;
        }
        return false;
    }

    // Behind the closing signature only a good deal of prose is more of the report; behind the last paragraph furniture keeps to its kind.
    private static void MarkTail(List<Block> blocks)
    {
        int closing = blocks.FindLastIndex(block => block.Kind == ZoneKind.Byline && BylineReader.IsTrailer(block.Words));
        // Below "… contributed to this report" one sentence tells who the writer is.
        int thanks = blocks.FindLastIndex(block => block.Kind == ZoneKind.Credit && block.EndsSentence && block.Words.Contains("contributed", StringComparison.Ordinal));
        if (thanks > 0 && blocks.FindIndex(thanks, block => block.Kind == ZoneKind.Body) is > 0 and int life && blocks.FindLastIndex(block => block.Kind == ZoneKind.Body) == life) blocks[life].Kind = ZoneKind.Credit;
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
}
