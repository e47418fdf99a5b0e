using Sitrep.Pipeline.Clean.Lists;

namespace Sitrep.Pipeline.Clean.Zones;

/// <summary>Knows captions that no credit closes: people do something in the present tense on a day that is written out.</summary>
internal sealed class CaptionForm(CaptionWords caption, Dates dates, NewsroomList newsrooms)
{
    /// <summary>Words in the longest such caption; agencies allow themselves two sentences.</summary>
    private const int Longest = 75;

    /// <summary>Characters within which a report says where and when it was filed.</summary>
    private const int FiledWithin = 50;

    private static readonly string[] Strokes = [" - ", " – ", " — "];

    /// <summary>Words within which the verb of a caption comes.</summary>
    private const int VerbWithin = 12;

    /// <summary>Words from an article to its noun, at most two adjectives between.</summary>
    private const int ArticleReach = 3;

    /// <param name="head">It stands before the report's first paragraph, where a day without its year is enough.</param>
    public bool Is(Block block, bool head)
    {
        if (block.Count is < 6 or > Longest || block.Heading > 0 || block.Words[0] is '"' or '“' or '‘' or '\'') return false;
        bool shows = ShowsPeople(block.Words);
        bool marked = IsMarked(block.Words) || (head || shows) && IsSigned(block.Words);
        if (!marked && (!shows || block.Main || IsTold(block.Words) || IsFiled(block.Words))) return false;   // in a page, markup tells captions better than their form
        bool dated = dates.Find(block.Words, whole: !head) is not null;
        return dated || (shows && marked);
    }

    /// <summary>"Police investigating the fire said on Thursday that 71 people died": nobody in a picture says on which day he said it.</summary>
    private static bool IsTold(string words) => words.Contains(" said on ", StringComparison.Ordinal) || words.Contains(" said late on ", StringComparison.Ordinal) || words.Contains(" said that ", StringComparison.Ordinal);

    /// <summary>"LIMA, June 5 - A gunman …": the first words of a report. Under a picture the day stands behind the stroke ("LIMA, PERU - JUNE 5: …").</summary>
    private static bool IsFiled(string words)
    {
        string opening = words[..Math.Min(words.Length, FiledWithin)];
        int stroke = Strokes.Select(mark => opening.IndexOf(mark, StringComparison.Ordinal)).Max();
        if (stroke < 4 || !char.IsAsciiDigit(words[stroke - 1])) return false;
        int end = words.IndexOf(',', StringComparison.Ordinal);
        return end > 2 && end < stroke && !words.AsSpan(0, end).ContainsAnyInRange('a', 'z');
    }

    /// <summary>A verb of what one sees in photos near the start, and nobody who says or did anything before it.</summary>
    public bool ShowsPeople(string words)
    {
        if (!char.IsUpper(words[0]) && !char.IsAsciiDigit(words[0])) return false;
        int count = 0, article = -ArticleReach;
        for (int i = 0; i < words.Length && count < VerbWithin; count++)
        {
            int start = i;
            while (i < words.Length && !char.IsWhiteSpace(words[i])) i++;
            ReadOnlySpan<char> word = words.AsSpan(start, i - start).TrimEnd(",.;:");
            if (word.Length == 0) word = "-";
            while (i < words.Length && char.IsWhiteSpace(words[i])) i++;
            if (word is "a" or "an" or "A" or "An") article = count;
            // "a massive fire broke out": what stands right behind an article and has no ending is a thing.
            bool thing = count - article < ArticleReach && word[^1] != 's';
            if (count > 0 && !thing && caption.Verbs.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) return true;
            if (word is "said" or "says" or "say" or "has" or "have" or "had" or "will" or "would" or "was" or "were" or "to") return false;
        }
        return false;
    }

    // "… on January 11, 2023. (AP)": a day and a signature, and nobody said anything.
    private bool IsSigned(string words)
    {
        if (!words.EndsWith(')') || words.Contains(" said", StringComparison.Ordinal)) return false;
        int open = words.LastIndexOf('(');
        return open > 20 && words.Length - open is > 3 and < 32 && newsrooms.Named(words[(open + 1)..^1]) is not null;
    }

    private bool IsMarked(string words)
    {
        string folded = CueList.Fold(words);
        foreach (string mark in caption.Marks) if (folded.Contains(mark, StringComparison.Ordinal)) return true;
        return false;
    }
}
