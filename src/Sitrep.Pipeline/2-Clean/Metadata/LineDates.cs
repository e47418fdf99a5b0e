using System.Globalization;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Clean.Lists;

namespace Sitrep.Pipeline.Clean.Metadata;

/// <summary>Days written on the lines around a report.</summary>
internal sealed class LineDates(Dates dates, CueList cues)
{
    /// <summary>Words of a line beside the report in which a date is believed to be the report's own.</summary>
    private const int LongestLine = 24;

    /// <summary>Blocks from the title to the text.</summary>
    private const int LongestHead = 16;

    /// <summary>Blocks over the title, and below the last paragraph, that still belong to the report.</summary>
    private const int Over = 4, Below = 8;

    /// <summary>Blocks at the beginning of the text that may be a label ("Press release of 3 May 2021") of so many words.</summary>
    private const int OpeningBlocks = 3, LongestLabel = 8;

    /// <summary>Characters at the beginning of a page within which the number of a press release stands.</summary>
    private const int ReleaseWithin = 300;

    /// <summary>Characters at the beginning of a report within which it may date itself.</summary>
    private const int OpeningWithin = 60;

    /// <summary>Between title and text, then just over the title, then just below the text.</summary>
    public DateOnly? Beside(List<Block> blocks)
    {
        int body = blocks.FindIndex(block => block.Kind == ZoneKind.Body);
        if (body < 0) return null;
        int title = Math.Max(Title(blocks, body), body - LongestHead);
        DateOnly? changed = null;
        for (int i = title; i < blocks.Count && i < body + OpeningBlocks; i++)
        {
            int longest = i >= body ? LongestLabel : blocks[i].Kind is ZoneKind.Headline or ZoneKind.Caption ? LongestLine : 0;
            if (blocks[i].Count <= longest && Line(blocks[i].Words) is { Changed: false } line) return line.Day;
            if (i < body && Own(blocks[i], ref changed) is { } day) return day;
        }
        for (int i = title - 1; i >= 0 && i >= title - Over; i--) if (Own(blocks[i], ref changed) is { } day) return day;
        int last = blocks.FindLastIndex(block => block.Kind == ZoneKind.Body);
        for (int i = last + 1; i < blocks.Count && i <= last + Below; i++) if (Own(blocks[i], ref changed) is { } day) return day;
        return null;
    }

    // The last heading of the highest level over the text; sites set their own name as one too.
    private static int Title(List<Block> blocks, int body)
    {
        int title = -1;
        for (int i = 0; i < body; i++) if (blocks[i].Heading is > 0 and <= 3 && (title < 0 || blocks[i].Heading <= blocks[title].Heading)) title = i;
        if (title >= 0) return title;
        int first = blocks.FindIndex(block => block.Kind == ZoneKind.Headline);
        return first >= 0 && first < body ? first : body;
    }

    /// <summary>The first line that dates the report, and the first that dates a change of it.</summary>
    /// <param name="saved">The text was saved or pasted, and lost the markup that tells other stories apart.</param>
    public (DateOnly? Day, DateOnly? Changed) First(List<Block> blocks, bool saved)
    {
        DateOnly? changed = null;
        int last = blocks.FindLastIndex(block => block.Kind == ZoneKind.Body);
        for (int i = 0; i < blocks.Count; i++)
        {
            Block block = blocks[i];
            if (block.Kind == ZoneKind.Comment) break;
            // Under "More on this story" a bare day below a title is that of another story.
            if (saved && i > last && i > 0 && blocks[i - 1].Kind == ZoneKind.Related && dates.Find(block.Words) is { Start: 0 } bare && bare.End == block.Words.Length) continue;
            if (Own(block, ref changed) is { } day) return (i < last ? Bare(blocks, i, day) ?? day : day, changed);
        }
        return (null, changed);
    }

    // "Quake of 3 May 2021" over "Friday, 14 May 2021, 20:00 hrs": a title is dated by its event, a line of nothing but a later day is the report's own.
    private DateOnly? Bare(List<Block> blocks, int at, DateOnly titled)
    {
        if (Bare(blocks[at].Words) is not null) return null;
        foreach (Block block in blocks.Skip(at + 1).TakeWhile(block => block.Kind != ZoneKind.Body)) if (block.Kind == ZoneKind.Dateline && Bare(block.Words) is { } day && day > titled) return day;
        return null;
    }

    private DateOnly? Bare(string words)
    {
        if (dates.Find(words, whole: true) is not { } found) return null;
        string rest = words.Remove(found.Start, found.End - found.Start);
        foreach (string word in rest.Split((char[])[' ', ',', '|', '-', '–', '—', ':', '/', '(', ')', '+', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)) if (char.IsLetter(word[0]) && !cues.IsDateWord(word)) return null;
        return found.Date;
    }

    /// <summary>The day of a line that tells a clock beside it, and no change; null for all others.</summary>
    public DateOnly? OfEntry(string words) => words.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && colon + 1 < words.Length && char.IsAsciiDigit(words[colon - 1]) && char.IsAsciiDigit(words[colon + 1]) && Line(words) is { Changed: false } line ? line.Day : null;

    /// <summary>"(3 May 2021) …": the day with which the first paragraph opens.</summary>
    public DateOnly? Opening(List<Block> blocks)
    {
        Block? first = blocks.Find(block => block.Kind == ZoneKind.Body);
        if (first is null || dates.Find(first.Words, 0, OpeningWithin, whole: true) is not { } found) return null;
        return found.Start == 0 || first.Words[found.Start - 1] == '(' ? found.Date : null;
    }

    /// <summary>The latest full date: a report does not know the days after its own, and seldom names much older ones last.</summary>
    public DateOnly? Latest(List<Block> blocks)
    {
        DateOnly? latest = null;
        foreach (Block block in blocks)
        {
            if (block.Kind is not (ZoneKind.Body or ZoneKind.Headline or ZoneKind.Credit or ZoneKind.Byline or ZoneKind.Caption)) continue;
            for (int from = 0; dates.Find(block.Words, from, whole: true) is { } found; from = found.End)
            {
                if (latest is null || found.Date > latest) latest = found.Date;
            }
        }
        return latest;
    }

    /// <summary>"As of 15 March 2004, 74 people …": the latest day up to which a bulletin without a day of its own counts.</summary>
    public DateOnly? Standing(List<Block> blocks)
    {
        DateOnly? latest = null;
        foreach (Block block in blocks.Where(block => block.Kind is ZoneKind.Body or ZoneKind.Headline))
        {
            for (int from = 0; dates.Find(block.Words, from, whole: true) is { } found; from = found.End)
            {
                if (cues.TellsStanding(block.Words.AsSpan(0, found.Start)) && (latest is null || found.Date > latest)) latest = found.Date;
            }
        }
        return latest;
    }

    /// <summary>The month of a release number at the beginning of the page: "2014-02-PR-117"; its middle.</summary>
    public static DateOnly? ReleaseMonth(string text)
    {
        int end = Math.Min(text.Length, ReleaseWithin);
        for (int i = 0; i + 8 < end; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || (i > 0 && !char.IsWhiteSpace(text[i - 1]))) continue;
            if (text[i + 4] != '-' || text[i + 7] != '-' || !char.IsAsciiLetterUpper(text[i + 8])) continue;
            if (int.TryParse(text.AsSpan(i, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year) && int.TryParse(text.AsSpan(i + 5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int month)
                && year is >= 1990 and <= 2100 && month is >= 1 and <= 12) return new DateOnly(year, month, 15);
        }
        return null;
    }

    /// <summary>"Feb. 21: Police seize ammunition": the day with which a page opens, before a colon.</summary>
    public WrittenDate? Title(string text) =>
        dates.Find(text, 0, OpeningWithin) is { Start: 0 } found && found.End < text.Length && text[found.End] == ':' ? found : null;

    /// <summary>"Evening update, 21 May 2013": the day in which a title ends; what issues one every day names it so.</summary>
    public DateOnly? Headed(List<Block> blocks)
    {
        foreach (Block block in blocks.TakeWhile(block => block.Kind != ZoneKind.Body))
        {
            if (block.Kind == ZoneKind.Headline && LastIn(block.Words) is { Start: > 0 } found && block.Words.AsSpan(found.End).TrimEnd(").").Length == 0) return found.Date;
        }
        return null;
    }

    // "Update (16-22 November 2020) as of 23 November 2020": the day in which it ends.
    private WrittenDate? LastIn(string words)
    {
        WrittenDate? last = null;
        for (int from = 0; dates.Find(words, from, whole: true) is { } found; from = found.End) last = found;
        return last;
    }

    /// <summary>The first day of a change that any short line tells.</summary>
    public DateOnly? LastChange(List<Block> blocks)
    {
        foreach (Block block in blocks) if (block.Count <= LongestLine && Line(block.Words) is { Changed: true } line) return line.Day;
        return null;
    }

    private DateOnly? Own(Block block, ref DateOnly? changed)
    {
        bool own = block.Kind == ZoneKind.Dateline || block.Kind is ZoneKind.Byline or ZoneKind.Boilerplate or ZoneKind.Credit or ZoneKind.Related && block.Count <= LongestLine;
        if (!own || Line(block.Words) is not { } line) return null;
        if (!line.Changed) return line.Day;
        if (block.Kind is ZoneKind.Dateline or ZoneKind.Byline) changed ??= line.Day;
        return null;
    }

    // The first date of a line that is not the day of a change; else that one.
    private (DateOnly Day, bool Changed)? Line(string words)
    {
        (DateOnly Day, bool Changed)? changed = null;
        int from = 0;
        for (int n = 0; n < 6 && dates.Find(words, from, whole: true) is { Date: { } day } found; n++)
        {
            if (!cues.TellsChange(words[from..found.Start])) return (day, false);
            changed ??= (day, true);
            from = found.End;
        }
        return changed;
    }
}
