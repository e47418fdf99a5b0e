using Sitrep.Pipeline.Clean.Lists;

namespace Sitrep.Pipeline.Clean;

/// <summary>Days and clocks that were lines of a page of their own, and that a scraper ran into the words beside them.</summary>
internal sealed class RunInStamps(Dates dates, CueList cues)
{
    /// <summary>Words of a title behind "19 Jul 2025 12:09 PM".</summary>
    private const int TitleWords = 4;

    /// <summary>Characters of the longest clock: "12:09 PM GMT+3".</summary>
    private const int ClockMax = 16;

    /// <summary>What a live page puts behind the title of an entry: "Fighting goes onpublished at 18:10 …".</summary>
    private static readonly string[] Labels = ["published at ", "published on ", "updated at ", "posted at "];

    /// <param name="first">The line opens the page.</param>
    /// <returns>Where the line is to be cut; 0 where it is one.</returns>
    public int Cut(string words, bool first)
    {
        if (first && Labelled(words) is > 0 and var labelled) return labelled;
        if (first && Iso(words, 0) is > 0 and var iso && IsTitle(words[iso..])) return iso;
        if (dates.Find(words, 0, words.Length, whole: true) is not { } day) return 0;
        if (day.Start == 0 && day.End < words.Length)
        {
            // "July 15, 2025Harbour Post"
            if (char.IsUpper(words[day.End])) return day.End;
            int clock = Clock(words, day.End);
            return first && clock > day.End && clock < words.Length && IsTitle(words[clock..]) ? clock : 0;
        }
        foreach (string label in Labels)
        {
            int at = words.LastIndexOf(label, StringComparison.Ordinal);
            if (at > 0 && !char.IsWhiteSpace(words[at - 1]) && day.Start > at && words.AsSpan(day.End).Trim().Length == 0) return at;
        }
        return 0;
    }

    /// <summary>Past the day of "date 2017-11-10 The army said …"; 0 where the line opens otherwise.</summary>
    private int Labelled(string words)
    {
        int day = words.AsSpan().IndexOfAnyInRange('0', '9');
        if (day is < 2 or > 20 || !cues.IsDayLabel(words[..day].Trim())) return 0;
        return Iso(words, day);
    }

    /// <summary>Past "2017-11-10" or "2017-11" with a blank and more words behind it; 0 where no such day stands there.</summary>
    private static int Iso(string words, int day)
    {
        int end = day;
        while (end < words.Length && (char.IsAsciiDigit(words[end]) || words[end] == '-')) end++;
        bool iso = end - day is 7 or 10 && words[day + 4] == '-' && (end - day == 7 || words[day + 7] == '-');
        return iso && end + 1 < words.Length && words[end] == ' ' ? end : 0;
    }

    // "2018-09-21 Over 40 killed as ferry sinks": enough words for a title, with a capital.
    private static bool IsTitle(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: >= TitleWords } title && char.IsUpper(title[0][0]);

    /// <summary>Past a clock and the blank behind it; where it began when there is none.</summary>
    private static int Clock(string words, int from)
    {
        int at = from;
        while (at < words.Length && words[at] is ' ' or ',' or '-' or '–' or '|') at++;
        int hour = at;
        while (at < words.Length && at - hour < 2 && char.IsAsciiDigit(words[at])) at++;
        if (at == hour || at + 2 >= words.Length || words[at] is not (':' or '.') || !char.IsAsciiDigit(words[at + 1]) || !char.IsAsciiDigit(words[at + 2])) return from;
        at += 3;
        while (at < words.Length && at - hour < ClockMax && words[at] == ' ')
        {
            int end = words.IndexOf(' ', at + 1);
            if (end < 0 || words[(at + 1)..end] is not { Length: <= 5 } zone || !zone.Trim('.').All(c => char.IsAsciiLetterUpper(c) || c == '.') && zone is not ("am" or "pm" or "a.m." or "p.m.")) break;
            at = end;
        }
        while (at < words.Length && words[at] == ' ') at++;
        return at;
    }
}
