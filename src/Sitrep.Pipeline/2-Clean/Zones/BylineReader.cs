using System.Collections.Immutable;
using Sitrep.Pipeline.Clean.Lists;
using Sitrep.Pipeline.Data.Places;

namespace Sitrep.Pipeline.Clean.Zones;

/// <summary>Who wrote a report: "By A. Writer and B. Writer", a bare line of names, "(Reporting by …; Editing by …)".</summary>
internal sealed class BylineReader(CueList cues, NewsroomList newsrooms, MastheadReader mastheads, Countries countries)
{
    /// <summary>Words in the longest line that is read as a byline in the head of a report.</summary>
    private const int LongestLine = 22;

    private static readonly string[] Trailers = ["reporting by", "additional reporting by", "writing by", "editing by", "compiled by", "reporting and writing by", "reporting:", "writing:", "with reporting by", "report by"];

    /// <summary>True for a closing "(Reporting by …; Editing by …)".</summary>
    public static bool IsTrailer(string words)
    {
        string start = words.AsSpan(0, Math.Min(words.Length, 40)).ToString().TrimStart('(', '[', '*', '-', '–', '—', ' ').ToLowerInvariant();
        return Trailers.Any(lead => start.StartsWith(lead, StringComparison.Ordinal));
    }

    /// <summary>True for "By …" with names or a newsroom behind it.</summary>
    public bool IsByline(Block block)
    {
        if (block.Count > LongestLine || block.Words.Length > 200) return false;
        if (block.Count == 1 && block.Words.Trim('(', ')', ' ').StartsWith('@')) return true;   // "(@NorthernDesk)"
        string words = BehindSection(block.Words);
        int lead = cues.BylineLead(words);
        if (lead == 0 || block.Words.StartsWith("from ", StringComparison.OrdinalIgnoreCase) && block.EndsSentence) return false;   // "From here on …"
        string rest = words[lead..];
        return Names(rest).Length > 0 || newsrooms.Named(FirstPart(rest)) is not null || (cues.IsNoName(FirstPart(rest)) && block.Count <= 8);
    }

    /// <summary>True for a line of names only, or a newsroom only, as it stands under a headline.</summary>
    public bool IsBareNames(Block block)
    {
        if (block.Count is < 1 or > 12 || block.EndsSentence || block.Words.Any(char.IsAsciiDigit)) return false;
        string[] parts = Parts(block.Words);
        int people = parts.Count(part => IsPerson(part, alone: true));
        if (parts.Length == 2 && OutletBeside(block.Words) is not null) return true;
        return parts.Length > 0 && parts.All(part => IsPerson(part, alone: true) || newsrooms.Named(part) is not null || cues.IsNoName(part)) && (people > 0 || parts.Length <= 3);
    }

    /// <summary>"Ana Souza in Lisbon", as it stands over a date.</summary>
    public bool IsNameInPlace(Block block)
    {
        if (block.Count is < 4 or > 7 || block.EndsSentence || block.Words.IndexOf(" in ", StringComparison.Ordinal) is not (> 0 and int at)) return false;
        return IsPerson(block.Words[..at], alone: true) && block.Words[(at + 4)..].Split(' ').All(word => word.Length > 0 && char.IsUpper(word[0]) && word.All(c => char.IsLetter(c) || c is '-' or '\''));
    }

    /// <summary>The people named in a byline or in the reporting and writing parts of a trailer.</summary>
    public ImmutableArray<string> Names(string words)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        string? outlet = OutletBeside(words);
        foreach (string piece in words.Trim('(', ')', '[', ']', ' ', '.').Split(';', '|', '•', '·'))
        {
            string clause = piece.Trim();
            string lower = clause.ToLowerInvariant();
            if (lower.StartsWith("editing", StringComparison.Ordinal) || lower.StartsWith("edited", StringComparison.Ordinal)) continue;
            int by = lower.IndexOf(" by ", StringComparison.Ordinal);
            string people = by >= 0 ? clause[(by + 4)..] : clause[cues.BylineLead(clause)..];
            foreach (string part in Parts(people))
            {
                string name = part;
                if (name.IndexOf(" in ", StringComparison.Ordinal) is > 0 and int at) name = name[..at];   // "in Beirut" says where, not who
                name = WithoutPlaceAndDay(name);
                if (part != outlet && IsPerson(name, alone: false) && newsrooms.Named(name) is null && !names.Contains(name)) names.Add(name);
            }
        }
        return names.DrainToImmutable();
    }

    /// <summary>The outlet on a line that it shares with an agency: "Cedar Times / AFP".</summary>
    public string? OutletBeside(string words)
    {
        string[] parts = Parts(words[cues.BylineLead(words)..]);
        if (parts.Length != 2) return null;
        for (int i = 0; i < 2; i++)
        {
            if (newsrooms.Named(parts[1 - i]) is { IsAgency: true } && newsrooms.Named(parts[i]) is not { IsAgency: true } && mastheads.Name(parts[i]) is not null) return parts[i];
        }
        return null;
    }

    // "Xinhua writer Li Wei" → "Li Wei"; "Ana Souza Lisbon Sat" → "Ana Souza": markup that parted them is lost.
    private string WithoutPlaceAndDay(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int role = Array.FindIndex(words, word => cues.IsWriter(word));
        if (role >= 0 && role + 1 < words.Length) words = words[(role + 1)..];
        int day = Array.FindIndex(words, word => cues.IsDateWord(word) && char.IsUpper(word[0]) || char.IsAsciiDigit(word[0]));
        bool cut = day >= 2;
        if (cut) words = words[..day];
        for (int from = 2; cut && from < words.Length; from++)
        {
            string tail = string.Join(' ', words[from..]);
            if (countries.TryByCapital(tail, out _) || countries.TryByName(tail, out _)) words = words[..from];
        }
        return string.Join(' ', words);
    }

    /// <summary>The newsroom named on a byline ("By JANE DOE, Associated Press").</summary>
    public (Newsroom Room, int At, int Length)? Agency(string words)
    {
        int lead = cues.BylineLead(words);
        foreach (string part in Parts(words[lead..]))
        {
            if (newsrooms.Named(part) is { } room) return (room, words.IndexOf(part, StringComparison.Ordinal), part.Length);
        }
        return null;
    }

    /// <summary>"World | By Ana Souza": what stands behind the section of the page.</summary>
    private static string BehindSection(string words) => words.IndexOf("| By ", StringComparison.Ordinal) is > 0 and var bar && words.IndexOf('|') == bar ? words[(bar + 2)..] : words;

    private static string FirstPart(string words) => Parts(words) is [var first, ..] ? first : words;

    private static string[] Parts(string words) =>
        [.. words.Replace(" and ", ",", StringComparison.OrdinalIgnoreCase).Replace(" & ", ",", StringComparison.Ordinal).Replace(" with ", ",", StringComparison.OrdinalIgnoreCase).Replace(" for ", ",", StringComparison.OrdinalIgnoreCase).Replace(" - ", ",", StringComparison.Ordinal).Replace(" – ", ",", StringComparison.Ordinal)
            .Split(',', '|', '/', '•', '·', '(', ')').Select(part => part.Trim(' ', '.', '*', '-', '–', ':', '\u00A0')).Where(part => part.Length > 0).Take(40)];

    /// <param name="alone">True where no "By" vouches for it: then two words at least.</param>
    private bool IsPerson(string name, bool alone)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 5 || (alone && (words.Length < 2 || countries.TryByName(words[0], out _))) || cues.IsNoName(name)) return false;
        int capitals = 0;
        foreach (string word in words)
        {
            if (cues.IsNamePart(word) && words.Length > 1) continue;
            if (!char.IsUpper(word[0]) && !(word.IndexOf('-', StringComparison.Ordinal) is > 0 and int hyphen && hyphen + 1 < word.Length && char.IsUpper(word[hyphen + 1]))) return false;
            foreach (char c in word) if (!char.IsLetter(c) && c is not ('-' or '\'' or '’' or '.' or '‘') && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark) return false;
            capitals++;
        }
        return capitals > 0 && (capitals > 1 || !alone) && !(words.Length == 1 && words[0].Length < 3);
    }
}
