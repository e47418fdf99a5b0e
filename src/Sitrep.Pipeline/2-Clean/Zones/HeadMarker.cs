using Sitrep.Model.Reports;
using Sitrep.Pipeline.Clean.Lists;

namespace Sitrep.Pipeline.Clean.Zones;

/// <summary>Sorts what stands before the first paragraph: masthead, menu, title, standfirst, who signed it where and when.</summary>
internal sealed class HeadMarker(NewsroomList newsrooms, MastheadReader mastheads, CaptionForm captions, BylineReader bylines, DatelineReader datelines, Prose prose)
{
    /// <summary>Words in the longest title.</summary>
    private const int LongestTitle = 32;

    /// <summary>Words in a line that is a title whatever stands over it.</summary>
    private const int LeastTitle = 4;

    /// <summary>Blocks from the top within which a masthead stands.</summary>
    private const int MastheadWithin = 6;

    /// <summary>Words in the longest label over a title ("Middle East").</summary>
    private const int LongestLabel = 2;

    /// <summary>Words in the shortest sentence that ends in a colon.</summary>
    private const int IntroductionWords = 9;

    /// <summary>Characters before the colon of "Video: …".</summary>
    private const int LabelMax = 8;

    /// <summary>Paragraphs and words of a standfirst in whole sentences.</summary>
    private const int StandfirstBlocks = 2, StandfirstWords = 75;

    /// <returns>Index of the first paragraph of the report.</returns>
    public int Mark(List<Block> blocks, string? title, bool unpunctuated)
    {
        int first = blocks.FindIndex(block => block.Kind is null && prose.Is(block, unpunctuated) && (block.Main || block.Count >= 9 || prose.HasDateline(block)));
        if (first < 0) first = blocks.FindIndex(block => block.Kind is null && prose.Is(block, unpunctuated));
        int last = first < 0 ? blocks.Count : AfterStandfirst(blocks, first, unpunctuated);
        int titleAt = title is null ? -1 : blocks.FindIndex(0, last, block => block.Kind is null && SameTitle(block.Words, title));
        if (titleAt < 0) titleAt = blocks.FindIndex(0, last, block => block.Kind is null && block.Heading == 1);
        bool marked = titleAt >= 0;
        if (!marked)
        {
            MarkFurniture(blocks, last, title is not null);
            titleAt = NearestToBody(blocks, last, ChooseTitle(blocks, last));
        }
        bool titled = false, signed = false;
        for (int i = 0; i < last; i++)
        {
            Block block = blocks[i];
            if (block.Kind is ZoneKind.Dateline or ZoneKind.Byline) signed |= titled;
            if (block.Kind is null && block.Heading == 0 && datelines.DatedLine(block.Words) is not null) (block.Kind, signed) = (ZoneKind.Dateline, signed | titled);
            if (block.Kind is not null) continue;
            if (!titled && i < titleAt) block.Kind = block.Count >= 5 && captions.ShowsPeople(block.Words) ? ZoneKind.Caption : ZoneKind.Boilerplate;
            else if (!titled && i != titleAt && newsrooms.Named(block.Words) is not null) block.Kind = ZoneKind.Boilerplate;
            // The outlet under the title, over the day.
            else if (titled && i + 1 < last && blocks[i + 1].Kind == ZoneKind.Dateline && !bylines.IsByline(block) && mastheads.Name(block.Words) is not null && newsrooms.Named(block.Words) is not { IsAgency: true }) block.Kind = ZoneKind.Boilerplate;
            else if (i != titleAt && (bylines.IsByline(block) || (titled && (bylines.IsBareNames(block) && SignsReport(blocks, i, last) || bylines.IsNameInPlace(block) && i + 1 < last && blocks[i + 1].Kind == ZoneKind.Dateline))))
            {
                block.Kind = ZoneKind.Byline;
                signed = true;
            }
            else if (titled && datelines.Line(block.Words) is not null && NextToSignature(blocks, i, last)) block.Kind = ZoneKind.Dateline;
            else if (block.Heading > 3 && titled) block.Kind = ZoneKind.Boilerplate;
            else if (Introduces(block)) block.Kind = ZoneKind.Body;
            else if (!titled && titleAt < 0 && block.Count <= LongestLabel && MastheadReader.IsNameLike(block.Words)) block.Kind = ZoneKind.Boilerplate;
            else if (!titled && (block.Count is > 1 and <= LongestTitle || i == titleAt)) (block.Kind, titled) = (ZoneKind.Headline, true);
            else if (block.Count < 5) block.Kind = !signed && block.EndsSentence ? ZoneKind.Headline : ZoneKind.Boilerplate;
            else block.Kind = signed && (marked || captions.ShowsPeople(block.Words)) ? ZoneKind.Caption : ZoneKind.Headline;   // else the standfirst
        }
        return last;
    }

    // A standfirst may be whole sentences; the line that signs or dates the report stands between it and the first paragraph.
    private int AfterStandfirst(List<Block> blocks, int first, bool unpunctuated)
    {
        if (blocks[first].Main || blocks.Take(first).Any(block => block.Kind is ZoneKind.Dateline or ZoneKind.Byline) || !blocks.Take(first).Any(block => block.Kind is null)) return first;
        int words = 0, passed = 0, i = first;
        for (; i < blocks.Count; i++)
        {
            Block block = blocks[i];
            if (block.Kind is ZoneKind.Dateline or ZoneKind.Byline && !BylineReader.IsTrailer(block.Words) || block.Kind is null && bylines.IsByline(block)) break;
            if (block.Kind is not null || !prose.Is(block, unpunctuated)) continue;
            if (++passed > StandfirstBlocks || (words += block.Count) > StandfirstWords || datelines.Read(block.Words) is not null) return first;
        }
        int next = i < blocks.Count ? blocks.FindIndex(i, block => block.Kind is null && prose.Is(block, unpunctuated) && block.Count >= 9) : -1;
        return next >= 0 && blocks.Skip(next).Where(block => block.Kind is null && prose.Is(block, unpunctuated)).Sum(block => block.Count) > words ? next : first;
    }

    private void MarkFurniture(List<Block> blocks, int last, bool titleKnown)
    {
        for (int i = 0; i < last && i < MastheadWithin; i++)
        {
            Block block = blocks[i];
            if (block.Kind is not null || block.Heading > 0) continue;
            if (HoldsTitle(blocks, i, last))
            {
                block.Kind = ZoneKind.Boilerplate;
                continue;
            }
            bool menu = mastheads.IsMenu(block.Words) || MastheadReader.IsAddress(block.Words);
            bool masthead = !menu && (i == 0 && OpensDate(blocks, last) || newsrooms.Named(block.Words) is { IsAgency: false } || ((titleKnown || OthersFollow(blocks, i, last)) && mastheads.Name(block.Words) is not null)
                || (i + 1 < last && OpensMenu(blocks, i, last) && MastheadReader.IsNameLike(block.Words)));
            if (menu || masthead || datelines.IsCountry(block.Words)) block.Kind = ZoneKind.Boilerplate;
            else if (!mastheads.IsMenu(block.Words) && block.Count > LongestLabel) return;
        }
    }

    /// <summary>"Current: Home > CityTen die in quake - Harbour Post" over "Ten die in quake": the page's way to the title, run into it.</summary>
    private static bool HoldsTitle(List<Block> blocks, int i, int last)
    {
        for (int n = i + 1; n < last && n <= i + MastheadWithin; n++)
        {
            Block title = blocks[n];
            if (title.Kind is null && title.Count is >= LeastTitle and <= LongestTitle && blocks[i].Words.IndexOf(title.Words, StringComparison.Ordinal) > 0) return true;
        }
        return false;
    }

    // A known name over the day, or any name with a title still to come.
    private bool OpensDate(List<Block> blocks, int last)
    {
        if (last < 2 || blocks[1].Kind != ZoneKind.Dateline) return false;
        if (newsrooms.Named(blocks[0].Words) is not null) return true;
        return MastheadReader.IsNameLike(blocks[0].Words) && blocks.FindIndex(2, last - 2, block => block is { Kind: null, Count: >= LeastTitle and <= LongestTitle, EndsSentence: false } && !bylines.IsByline(block) && !bylines.IsBareNames(block) && !captions.Is(block, head: true)) >= 0;
    }

    // A name over a menu or an address, with a title still to come.
    private bool OpensMenu(List<Block> blocks, int i, int last) =>
        (mastheads.IsMenu(blocks[i + 1].Words) || MastheadReader.IsAddress(blocks[i + 1].Words)) && OthersFollow(blocks, i + 1, last);

    private bool OthersFollow(List<Block> blocks, int i, int last)
    {
        for (int n = i + 1; n < last; n++)
        {
            Block block = blocks[n];
            if (block.Kind is null && block.Count >= 3 && !mastheads.IsMenu(block.Words) && !bylines.IsByline(block) && !(bylines.IsBareNames(block) && block.Count <= 4)) return true;
        }
        return false;
    }

    // The first line that can be one; but a label of one or two words gives way to a longer line before the signature.
    private int ChooseTitle(List<Block> blocks, int last)
    {
        if (Doubled(blocks, last) is >= 0 and int doubled) return doubled;
        int title = -1;
        for (int i = 0; i < last; i++)
        {
            Block block = blocks[i];
            if (title >= 0 && block.Kind is ZoneKind.Dateline or ZoneKind.Byline) break;
            if (block.Kind is not null || block.Count > LongestTitle || bylines.IsByline(block) || captions.Is(block, head: true) || IsTeaser(blocks, i, last) || IsListed(blocks, i) || Introduces(block)) continue;
            if (title < 0) title = i;
            else if (block.Count >= 4 && !bylines.IsBareNames(block)) return i;
            // "unrest, war and disasters": under what the page is filed.
            if (blocks[title].Count > LongestLabel && blocks[title].Words.Any(char.IsUpper)) return title;
        }
        // "Harbour Post" right under the day, and no other line: the outlet.
        bool outlet = title > 0 && blocks[title].Count <= LongestLabel && blocks[title - 1].Kind == ZoneKind.Dateline && MastheadReader.IsNameLike(blocks[title].Words);
        return title >= 0 && blocks[title].Count > 1 && !outlet ? title : Labelled(blocks, last);
    }

    /// <summary>The line that was chosen, unless it has nothing of what the report goes on to tell and another line has: "Start your day smarter" stands over other pages' titles.</summary>
    private int NearestToBody(List<Block> blocks, int last, int chosen)
    {
        if (chosen < 0 || last >= blocks.Count) return chosen;
        HashSet<string> told = [.. blocks.Skip(last).Where(block => block.Kind is null).Take(BodyLooked).SelectMany(block => Stems(block.Words))];
        int shared = Stems(blocks[chosen].Words).Count(told.Contains), best = chosen;
        for (int i = chosen + 1, most = SharedMin - 1; i < last; i++)
        {
            if (blocks[i] is not { Kind: null, Count: >= LeastTitle and <= LongestTitle, EndsSentence: false } line || bylines.IsByline(line) || captions.Is(line, head: true) || IsListed(blocks, i)) continue;
            if (Stems(line.Words).Count(told.Contains) is var own && own > most) (best, most) = (i, own);
        }
        return best != chosen && (shared == 0 || Stems(blocks[best].Words).Count(told.Contains) >= shared + FarMore) ? best : chosen;
    }

    /// <summary>Paragraphs of the report that its title is held against; how many of their words another line must have; how many more, where the one chosen has some too.</summary>
    private const int BodyLooked = 6, SharedMin = 2, FarMore = 4;

    /// <summary>Letters by which a word is known in other forms, and those of the shortest word that tells anything.</summary>
    private const int StemLength = 5;

    private static HashSet<string> Stems(string words) => [.. words.Split([' ', ',', '.', ':', ';', '\'', '’', '"', '“', '”', '-', '–', '—', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= StemLength).Select(word => word[..StemLength].ToLowerInvariant())];

    // What stands twice over the report is its title; headlines of other pages stand once.
    private static int Doubled(List<Block> blocks, int last)
    {
        for (int i = 0; i < last; i++)
        {
            if (blocks[i] is not { Kind: null, Count: >= LeastTitle and <= LongestTitle }) continue;
            for (int n = i + 1; n < last; n++) if (blocks[n].Kind is null && blocks[n].Words == blocks[i].Words) return i;
        }
        return -1;
    }

    // "Video: the town is quiet, army says", taken for a pointer to another page: over a report that has no other title it is its own.
    private static int Labelled(List<Block> blocks, int last)
    {
        int at = blocks.FindIndex(0, last, block => block is { Kind: ZoneKind.Related, Count: > LeastTitle and <= LongestTitle, EndsSentence: false } && block.Words.IndexOf(':', StringComparison.Ordinal) is > 0 and <= LabelMax);
        if (at >= 0) blocks[at].Kind = null;
        return at;
    }

    // "- Ten die in quake" among others of its kind: other pages' titles over this one's.
    private static bool IsListed(List<Block> blocks, int i) => IsItem(blocks[i]) && (i > 0 && IsItem(blocks[i - 1]) || i + 1 < blocks.Count && IsItem(blocks[i + 1]));

    private static bool IsItem(Block block) => block.Words.Length > 2 && block.Words[0] is '-' or '–' or '•' or '*' or '▪' && block.Words[1] == ' ' && !block.EndsSentence;

    // "The following statement was issued today by the president of the council:" opens the report and names no title.
    private static bool Introduces(Block block) => block is { Heading: 0, Count: >= IntroductionWords } && block.Words[^1] == ':';

    // "Live updates: what you need to know", over "View more": another page's title, where this one's is still to come.
    private bool IsTeaser(List<Block> blocks, int i, int last) =>
        i + 2 < last && blocks[i + 1] is { Kind: ZoneKind.Boilerplate or ZoneKind.Related, Count: <= 3 } more && more.Words.EndsWith("more", StringComparison.OrdinalIgnoreCase)
        && blocks.FindIndex(i + 2, last - i - 2, block => block is { Kind: null, Count: >= LeastTitle and <= LongestTitle } && !bylines.IsByline(block) && !captions.Is(block, head: true)) >= 0;

    // A bare line of names signs the report when a date, another signature or the report itself comes next.
    private bool SignsReport(List<Block> blocks, int i, int last) =>
        i + 1 >= last || blocks[i + 1].Kind is ZoneKind.Dateline or ZoneKind.Byline or ZoneKind.Credit or ZoneKind.Boilerplate || IsDesk(blocks[i + 1]) || (i > 0 && blocks[i - 1].Kind is ZoneKind.Dateline or ZoneKind.Byline);

    // "Harbour News, Nairobi" under a name.
    private bool IsDesk(Block block) => block.Count <= 6 && !block.EndsSentence && block.Words.IndexOf(',', StringComparison.Ordinal) is > 0 and int comma && newsrooms.Named(block.Words[..comma]) is not null;

    private static bool NextToSignature(List<Block> blocks, int i, int last)
    {
        for (int n = Math.Max(0, i - 2); n < Math.Min(last, i + 3); n++)
        {
            if (n != i && blocks[n].Kind is ZoneKind.Dateline or ZoneKind.Byline) return true;
        }
        return i + 1 >= last;
    }

    /// <summary>The same words, or the page's title with the outlet's name behind it.</summary>
    private static bool SameTitle(string words, string title)
    {
        string a = CueList.Fold(words), b = CueList.Fold(title);
        return a == b || (a.Length >= 15 && b.StartsWith(a, StringComparison.Ordinal));
    }
}
