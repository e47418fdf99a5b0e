using Sitrep.Model.Reports;
using Sitrep.Pipeline.Clean.Html;
using Sitrep.Pipeline.Clean.Lists;

namespace Sitrep.Pipeline.Clean.Metadata;

/// <summary>Which outlet published a report: as told beside it, by its address, by its masthead or its foot.</summary>
internal sealed class OutletReader(NewsroomList newsrooms, MastheadReader mastheads)
{
    /// <summary>Words in the longest foot that is read ("Northern Gazette | World | Sunday 30 September 2018").</summary>
    private const int LongestFoot = 14;

    /// <summary>Words in the longest name of a body that issues bulletins.</summary>
    private const int LongestIssuer = 8;

    /// <param name="beside">The outlet that shares a line with an agency, or null.</param>
    public string? Read(SuppliedMetadata supplied, PageMetadata? page, string? url, List<Block> blocks, string? beside) =>
        Usual(supplied.Outlet) ?? newsrooms.At(url)?.Name ?? Usual(page?.Outlet) ?? Masthead(blocks) ?? Usual(beside) ?? UnderTitle(blocks) ?? Foot(blocks) ?? Imprint(blocks) ?? Address(blocks) ?? Issuer(blocks);

    private string? Usual(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        string words = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        bool address = words.Contains('.', StringComparison.Ordinal) && !words.Contains(' ', StringComparison.Ordinal);
        return (newsrooms.Named(words) ?? newsrooms.At(address ? words : null))?.Name ?? words;
    }

    private string? Masthead(List<Block> blocks)
    {
        for (int i = 0; i < blocks.Count; i++)
        {
            Block block = blocks[i];
            if (block.Kind is ZoneKind.Headline or ZoneKind.Body) return null;
            if (i == 0 && block is { Kind: ZoneKind.Dateline, Count: <= LongestFoot } && BesideDay(block.Words) is { } dated) return dated;
            if (block.Kind != ZoneKind.Boilerplate) continue;
            if (mastheads.Name(block.Words) is { } name) return name;
            if (MastheadReader.IsAddress(block.Words) && newsrooms.At(block.Words) is { } room) return room.Name;
            bool opens = i == 0 && blocks.Count > 1 && (blocks[1].Kind == ZoneKind.Dateline || blocks[1].Kind == ZoneKind.Boilerplate && (mastheads.IsMenu(blocks[1].Words) || MastheadReader.IsAddress(blocks[1].Words)));
            if (opens && !mastheads.IsMenu(block.Words) && MastheadReader.IsNameLike(block.Words)) return MastheadReader.Cased(block.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
        return null;
    }

    // A name between the title and the day.
    private string? UnderTitle(List<Block> blocks)
    {
        int title = blocks.FindIndex(block => block.Kind == ZoneKind.Headline), body = blocks.FindIndex(block => block.Kind == ZoneKind.Body);
        if (title >= 0 && title + 1 < body && blocks[title + 1] is { Kind: ZoneKind.Dateline, Count: <= LongestFoot } day && BesideDay(day.Words) is { } beside) return beside;
        for (int i = title + 1; title >= 0 && i + 1 < body; i++) if (blocks[i].Kind == ZoneKind.Boilerplate && blocks[i + 1].Kind == ZoneKind.Dateline && mastheads.Name(blocks[i].Words) is { } name) return name;
        return null;
    }

    // "Northern Gazette, 30 September 2018": the name before the day, on one line with it.
    private string? BesideDay(string words)
    {
        foreach (string mark in (ReadOnlySpan<string>)[", ", ": ", " | ", " - ", " – ", " — ", " · ", " ("])
        {
            if (words.IndexOf(mark, StringComparison.Ordinal) is > 0 and int at && !words[..at].Any(char.IsAsciiDigit) && words[at..].Any(char.IsAsciiDigit) && mastheads.Name(words[..at]) is { } name) return newsrooms.Named(name) is { IsAgency: true } ? null : name;
        }
        return null;
    }

    // "Northern Gazette | World | Sunday 30 September 2018" behind the report; a name alone there may be another's.
    private string? Foot(List<Block> blocks)
    {
        int body = blocks.FindLastIndex(block => block.Kind == ZoneKind.Body);
        for (int i = body + 1; body >= 0 && i < blocks.Count; i++)
        {
            Block block = blocks[i];
            if (block.Kind == ZoneKind.Comment) return null;
            if (block.Kind is not (ZoneKind.Dateline or ZoneKind.Boilerplate or ZoneKind.Credit) || block.Count > LongestFoot) continue;
            int bar = block.Words.IndexOf('|', StringComparison.Ordinal);
            if (bar > 0 && mastheads.Name(block.Words[..bar].Trim()) is { } name && newsrooms.Named(name) is not { IsAgency: true }) return name;
        }
        return null;
    }

    // "Published in Lake Herald, May 4th, 2021", "Source: Lake Herald and news agencies"
    private string? Imprint(List<Block> blocks)
    {
        int body = blocks.FindLastIndex(block => block.Kind == ZoneKind.Body);
        for (int i = body + 1; body >= 0 && i < blocks.Count; i++)
        {
            Block block = blocks[i];
            if (block.Kind == ZoneKind.Comment) return null;
            if (block.Count > LongestFoot) continue;
            foreach ((string lead, string stop) in (ReadOnlySpan<(string, string)>)[("Published in ", ","), ("Source: ", " and ")])
            {
                if (!block.Words.StartsWith(lead, StringComparison.OrdinalIgnoreCase)) continue;
                int end = block.Words.IndexOf(stop, lead.Length, StringComparison.Ordinal);
                if (newsrooms.Named(block.Words[lead.Length..(end < 0 ? block.Words.Length : end)]) is { IsAgency: false } room) return room.Name;
            }
        }
        return null;
    }

    // "UNHCR Regional Update #5", "Situation Update No. 4 - AHA Centre": a body that issues bulletins names itself in their titles.
    private string? Issuer(List<Block> blocks)
    {
        foreach (Block block in blocks.TakeWhile(block => block.Kind != ZoneKind.Body))
        {
            if (block.Kind != ZoneKind.Headline || !mastheads.IsIssue(block.Words)) continue;
            string[] words = block.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            for (int count = Math.Min(LongestIssuer, words.Length - 1); count > 0; count--)
            {
                if ((Body(words.AsSpan(0, count)) ?? Body(words.AsSpan(words.Length - count))) is { } name) return name;
            }
        }
        return null;

        string? Body(ReadOnlySpan<string> words) => newsrooms.Named(string.Join(' ', words.ToArray()).TrimEnd(':')) is { Kind: "humanitarian" or "monitor" } body ? body.Name : null;
    }

    private static string? Address(List<Block> blocks)
    {
        foreach (Block block in blocks)
        {
            if (block.Kind is ZoneKind.Headline or ZoneKind.Body) return null;
            if (block.Kind == ZoneKind.Boilerplate && MastheadReader.IsAddress(block.Words)) return MastheadReader.Host(block.Words);
        }
        return null;
    }
}
