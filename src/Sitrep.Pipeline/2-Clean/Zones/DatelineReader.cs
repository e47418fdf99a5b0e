using Sitrep.Pipeline.Clean.Lists;
using Sitrep.Pipeline.Data.Places;

namespace Sitrep.Pipeline.Clean.Zones;

/// <summary>A dateline run into a paragraph.</summary>
/// <param name="End">Where the report's own words begin.</param>
/// <param name="Place">The first place named, with its country when that is named too: "PALU", "KABUL, Afghanistan".</param>
/// <param name="AgencyStart">Start of the words that name the agency; -1 when none do.</param>
/// <param name="Weak">Nothing but a name before a dash: a dateline only where one is expected.</param>
internal sealed record RunInDateline(int End, string? Place, WrittenDate? Date, string? Agency, int AgencyStart, int AgencyEnd, bool Weak = false);

/// <summary>Reads "BEIRUT, Nov 9 (Reuters) - ", "GENEVA (AP) — ", "Nairobi, 3 May 2021 - ", "KARACHI: ", "Damascus, SANA - " at the start of a paragraph.</summary>
internal sealed class DatelineReader(CueList cues, NewsroomList newsrooms, Dates dates, Countries countries)
{
    /// <summary>Characters within which the dash must come.</summary>
    private const int Longest = 130;

    /// <summary>Characters of "Multan, June 4" on a line of its own, and words of its place.</summary>
    private const int LongestDated = 40, PlaceWords = 3;

    private static readonly string[] Connectors = ["of", "the", "de", "la", "del", "al", "el", "and", "on", "du", "da", "des", "den", "y", "in", "near"];
    private static readonly System.Buffers.SearchValues<char> LineMarks = System.Buffers.SearchValues.Create("|/–—-•");

    /// <summary>What stands over a press release, often run into its first paragraph.</summary>
    private const string Release = "for immediate release", Download = "download pdf";

    /// <returns>Null when the paragraph starts with its own words.</returns>
    public RunInDateline? Read(string words)
    {
        if (Slashed(words) is { } slashed) return slashed;
        if (Bracketed(words) is { } bracketed) return bracketed;
        if (DayFirst(words) is { } day) return day;
        if (Stopped(words) is { } stopped) return stopped;
        if (ReadAt(words) is { } read) return read;
        if (Unmarked(words) is { } unmarked) return unmarked;
        int label = words.AsSpan(0, Math.Min(words.Length, Longest + Release.Length)).IndexOf(Release, StringComparison.OrdinalIgnoreCase);
        if (label < 0) return null;
        int start = PastBlanks(words, label + Release.Length);
        if (words.AsSpan(start).StartsWith(Download, StringComparison.OrdinalIgnoreCase)) start = PastBlanks(words, start + Download.Length);
        if (start >= words.Length || ReadAt(words[start..]) is not { Weak: false } inner) return null;
        WrittenDate? date = inner.Date is { } found ? found with { Start = found.Start + start, End = found.End + start } : null;
        return inner with { End = inner.End + start, Date = date, AgencyStart = inner.AgencyStart < 0 ? -1 : inner.AgencyStart + start, AgencyEnd = inner.AgencyEnd < 0 ? -1 : inner.AgencyEnd + start };
    }

    /// <summary>"BAMAKO. Rebels attacked": a place in capitals that a full stop closes; a capital stands for itself, any other only where a dateline is expected.</summary>
    private RunInDateline? Stopped(string words)
    {
        int stop = words.IndexOf('.', StringComparison.Ordinal);
        if (stop is < 4 or > 40 || stop + 2 >= words.Length || words[stop + 1] is not (' ' or '\u00A0')) return null;
        string place = words[..stop];
        int after = PastBlanks(words, stop + 1);
        if (after >= words.Length || !OpensSentence(words, after) || place.Any(char.IsLower) || place.Any(char.IsAsciiDigit) || place.Split(' ').Length > 3 || cues.IsLabel(place) || newsrooms.Named(place) is not null || !LooksLikePlace(place, out bool capitals) || !capitals) return null;
        bool known = countries.TryByCapital(Ordinary(place), out _);
        return new RunInDateline(after, Shortened(place), null, null, -1, -1, Weak: !known);
    }

    /// <summary>"MAIDUGURI Nigeria Authorities said", "BAMAKO, Mali Rebels attacked": a place in capitals and its country, or a capital alone, whose agency and dash a scraper lost.</summary>
    private RunInDateline? Unmarked(string words)
    {
        string[] first = words.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries);
        int capitals = 0;
        bool comma = false;
        while (!comma && capitals < Math.Min(3, first.Length) && first[capitals].TrimEnd(',') is { Length: > 2 } word && word.All(c => char.IsUpper(c) || c == '-')) comma = first[capitals++][^1] == ',';
        if (capitals == 0 || newsrooms.Named(first[0]) is not null) return null;
        string place = string.Join(' ', first[..capitals]).TrimEnd(',');
        for (int land = 2; land >= (comma ? 1 : 0); land--)
        {
            if (capitals + land >= first.Length || !char.IsUpper(first[capitals + land][0]) || !first[capitals + land].Any(char.IsLower)) continue;
            string country = string.Join(' ', first[capitals..(capitals + land)]);
            if (land > 0 ? !countries.TryByName(country, out _) : !countries.TryByCapital(Ordinary(place), out _)) continue;
            int opens = words.IndexOf(first[capitals + land], (land > 0 ? words.IndexOf(country, StringComparison.Ordinal) + country.Length : place.Length), StringComparison.Ordinal);
            return new RunInDateline(opens, land > 0 ? $"{place}, {country}" : place, null, null, -1, -1, Weak: land == 0);
        }
        return null;
    }

    private static string Ordinary(string capitals) => string.Join(' ', capitals.Split(' ').Select(word => word.Length > 1 ? word[..1] + word[1..].ToLowerInvariant() : word));

    private static int PastBlanks(string words, int at)
    {
        while (at < words.Length && char.IsWhiteSpace(words[at])) at++;
        return at;
    }

    private RunInDateline? ReadAt(string words)
    {
        int limit = Math.Min(words.Length, Longest);
        for (int i = 1, tried = 0; i < limit && tried < 4; i++)
        {
            int after = SeparatorEnd(words, i);
            if (after < 0) continue;
            tried++;
            if (after >= words.Length) return null;
            bool colon = words[i] == ':';
            if (colon && words.Length < Longest && words[^1] is not ('.' or '!' or '?' or '"' or '”' or '…')) return null;   // "KABUL: Ten killed in blast" is a title
            if (Head(words, words[i] == ')' ? i + 1 : i, colon, opens: OpensSentence(words, after)) is { } head) return head with { End = after };
        }
        return null;
    }

    /// <summary>"(Bamako) – Soldiers …", "(AFP) Soldiers …", "[Reuters] Soldiers …": a place before a dash, or whoever is credited, alone in brackets.</summary>
    private RunInDateline? Bracketed(string words)
    {
        if (words.Length < 4 || words[0] is not ('(' or '[') || words.IndexOf(words[0] == '(' ? ')' : ']') is not (> 2 and <= 40 and var close)) return null;
        string inside = words[1..close].Trim();
        int after = PastBlanks(words, close + 1);
        bool dash = after + 1 < words.Length && words[after] is '-' or '–' or '—' && words[after + 1] is ' ' or '-';
        while (after < words.Length && words[after] is '-' or '–' or '—' or ' ' or '\u00A0') after++;
        if (after == close + 1 || after >= words.Length || !OpensSentence(words, after)) return null;
        if (newsrooms.Named(inside) is { } room) return new RunInDateline(after, null, null, room.IsAgency ? room.Name : null, room.IsAgency ? 1 : -1, close);
        if (dash && LooksLikePlace(inside, out _) && inside.Split(' ').Length <= 4) return new RunInDateline(after, Shortened(inside), null, null, -1, -1);
        // Initials that nobody knows credit somebody all the same.
        return inside.Length is >= 3 and <= 10 && inside.All(char.IsAsciiLetterUpper) ? new RunInDateline(after, null, null, null, -1, -1) : null;
    }

    /// <summary>"April 12, 2015 (JUBA) – Soldiers …": the day, and the place in brackets behind it.</summary>
    private RunInDateline? DayFirst(string words)
    {
        int open = words.IndexOf('(', StringComparison.Ordinal), close = words.IndexOf(')', StringComparison.Ordinal);
        if (open is < 6 or > 30 || close < open + 3 || dates.Find(words, 0, open) is not { Start: 0 } day || words.AsSpan(day.End, open - day.End).Trim(" ,\u00A0").Length > 0) return null;
        int after = PastBlanks(words, close + 1);
        if (after >= words.Length || words[after] is not ('-' or '–' or '—')) return null;
        while (after < words.Length && words[after] is '-' or '–' or '—' or ' ' or '\u00A0') after++;
        string place = words[(open + 1)..close].Trim();
        return after < words.Length && OpensSentence(words, after) && newsrooms.Named(place) is null && LooksLikePlace(place, out bool capitals) && capitals ? new RunInDateline(after, Shortened(place), day, null, -1, -1) : null;
    }

    // "SOFIA, February 8. /BTA/. The ministry …": an agency between strokes closes the dateline.
    private RunInDateline? Slashed(string words)
    {
        int open = words.IndexOf(" /", 0, Math.Min(words.Length, Longest), StringComparison.Ordinal) + 1;
        int close = open > 1 ? words.IndexOf('/', open + 1) : -1;
        if (close < 0 || close - open > 24 || newsrooms.Named(words[(open + 1)..close]) is not { IsAgency: true } room) return null;
        int after = close + 1;
        while (after < words.Length && words[after] is '.' or '-' or '–' or '—' or ' ' or '\u00A0') after++;
        if (after == close + 1 || after >= words.Length || !OpensSentence(words, after)) return null;
        string head = words[..open].TrimEnd(' ', '.', ',');
        WrittenDate? date = dates.Find(head);
        if (date is { } day) head = head[..day.Start].TrimEnd(' ', '.', ',');
        return head.Length > 0 && LooksLikePlace(head, out _) ? new RunInDateline(after, Shortened(head), date, room.Name, open + 1, close) : null;
    }

    /// <summary>A line of its own that says where and on what day: "JUBA, South Sudan (Feb. 21)", "Multan, June 4", perhaps with a dash behind it; null when this is none.</summary>
    public (string Place, WrittenDate Date)? DatedLine(string words)
    {
        if (words.Length <= LongestDated && dates.Find(words) is { Start: > 3 } last && last.End == words.Length && words[..last.Start].TrimEnd() is [.. var where, ','] && where.Split(' ').Length <= PlaceWords && !cues.IsLabel(where) && !cues.IsDateWord(where) && newsrooms.Named(where) is null && LooksLikePlace(where, out _)) return (where, last);
        int end = words.AsSpan().TrimEnd(" \u00A0-–—").Length;
        int open = end > 0 && end <= Longest && words[end - 1] == ')' ? words.LastIndexOf('(', end - 1) : -1;
        if (open <= 1 || dates.Find(words, open, end) is not { } day || day.Start != open + 1 || words.AsSpan(day.End, end - 1 - day.End).Trim().Length > 0) return null;
        return LooksLikePlace(words[..open].Trim(), out bool capitals) && capitals ? (Shortened(words[..open].Trim()), day) : null;
    }

    /// <summary>A line of its own that says where and for whom it was written: "MOSCOW", "KATHMANDU – Reuters", "MAPUTO | Thursday 25 March 2021".</summary>
    public (string Place, string? Agency)? Line(string words)
    {
        if (words.Length > 90) return null;
        // "GAZA." alone
        string place = words.Length > 4 && words[^1] == '.' && !words.Any(char.IsLower) ? words[..^1] : words;
        string? agency = null;
        if (words.AsSpan().IndexOfAny(LineMarks) is > 1 and int mark && words[mark - 1] == ' ')
        {
            string rest = words[(mark + 1)..].Trim();
            agency = newsrooms.Named(rest)?.Name;
            if (agency is null && dates.Find(rest) is null) return null;
            place = words[..mark].Trim();
        }
        if (place.Split(' ').Length > 4 || newsrooms.Named(place) is not null || cues.IsLabel(place) || cues.OfLine(place) is not null || !LooksLikePlace(place, out bool capitals)) return null;
        // A country alone heads a part of a bulletin; nobody files from it as a whole.
        if (agency is null && place == words && IsCountry(place) && !countries.TryByCapital(Ordinary(place), out _)) return null;
        return capitals || countries.TryByCapital(place, out _) || (agency is not null && countries.TryByName(place, out _)) ? (Shortened(place), agency) : null;
    }

    /// <summary>"SUDAN", alone on its line: it heads a part of a bulletin.</summary>
    public bool IsCountry(string words) => !words.Any(char.IsLower) && countries.TryByName(Ordinary(words), out _);

    private static bool OpensSentence(string words, int at) => char.IsUpper(words[at]) || char.IsAsciiDigit(words[at]) || words[at] is '"' or '“' or '‘' or '\'';

    // "PALU, Central Sulawesi" → "PALU", "KABUL/ISLAMABAD" → "KABUL"; a country stays.
    private string Shortened(string head)
    {
        int slash = head.IndexOf('/', StringComparison.Ordinal);
        if (slash > 1) head = head[..slash].Trim();
        int comma = head.IndexOf(',', StringComparison.Ordinal);
        if (comma <= 0) return head;
        string last = head[(head.LastIndexOf(',') + 1)..].Trim();
        string place = head[..comma].Trim();
        return countries.TryByName(last, out _) ? $"{place}, {last}" : place;
    }

    // A dash with a space on one side at least, or after a closing bracket; a colon with a space behind it.
    private int SeparatorEnd(string words, int i)
    {
        char c = words[i];
        int end;
        if (c is '–' or '—' or '−') end = i + 1;
        else if (c == '-')
        {
            end = i + 1;
            while (end < words.Length && words[end] == '-') end++;
            bool apart = words[i - 1] is ' ' or ')' || (end < words.Length && words[end] == ' ') || end - i > 1;
            if (!apart) return -1;
        }
        else if (c is '|' or '_' && words[i - 1] == ' ' && i + 1 < words.Length && words[i + 1] == ' ') end = i + 1;
        else if (c == ':' && i + 1 < words.Length && (words[i + 1] == ' ' || words.AsSpan(0, i).TrimEnd() is [.., ')'])) end = i + 1;
        else if (c == ')' && SignsWithoutDash(words, i)) end = i + 1;
        else return -1;
        while (end < words.Length && words[end] is ' ' or '\u00A0') end++;
        return end;
    }

    // "MOSCOW (Reuters) The ministry said": an agency in brackets behind capitals needs no dash.
    private bool SignsWithoutDash(string words, int close)
    {
        int next = PastBlanks(words, close + 1);
        if (next >= words.Length || next == close + 1 || !OpensSentence(words, next)) return false;
        int open = words.LastIndexOf('(', close);
        if (open <= 1 || words[0] == '(') return false;
        // "JUBA, South Sudan (Feb. 21, 2014) The mission said": a day in brackets does as well.
        if (dates.Find(words, open, close) is { } day && day.Start == open + 1) return LooksLikePlace(words[..open].Trim(), out bool capitals) && capitals;
        return !words[..open].Any(char.IsLower) && AgencyIn(words[(open + 1)..close]) is { } name && newsrooms.Named(name) is { IsAgency: true };
    }

    private RunInDateline? Head(string words, int end, bool colon, bool opens)
    {
        string head = words[..end];
        bool stroke = end < words.Length && words[end] is '|' or '_';   // between two headings as often as behind a place
        (int Start, int End) agency = (-1, -1);
        string? agencyName = null;
        bool bracket = false;
        WrittenDate? date = null;
        int open = head.LastIndexOf('(');
        if (open >= 0 && head.IndexOf(')', open) is > 0 and int close && head[(close + 1)..].Trim().Length == 0)
        {
            agency = (open + 1, close);
            agencyName = AgencyIn(head[(open + 1)..close]);
            if (agencyName is null && dates.Find(head, open, close) is { } day && day.Start == open + 1) date = day;
            // "(River Post / Lake News - 3rd Dec, 2020 )": who printed it, and when.
            if (agencyName is null && date is null && dates.Find(head, open, close) is { } inside && head.AsSpan(inside.End, close - inside.End).Trim().Length == 0) date = inside;
            else if (agencyName is null && close - open > 24) return null;
            bracket = true;
            head = head[..open];
        }
        if (dates.Find(head) is { } found)
        {
            date = found;
            // "BENGHAZI, LIBYA (APRIL 6, 2019) (REUTERS) – " has its day in brackets.
            string before = head[..found.Start].Trim(' ', ',', ';', '/', '|', '(');
            string after = head[found.End..].Trim(' ', ',', ';', '/', '|', '.', ')');
            // What scrapers put in front: "date 2017-11-10 BEIRUT (Reuters) - ", "Published: …".
            // That day is the outlet's; the dateline itself has none then.
            if (after.Length > 0 && (before.Length == 0 || cues.IsDayLabel(before))) (head, date) = (after, null);
            else if (after.Length == 0 || IsClock(after)) head = before;
            else return null;
            if (cues.IsDayLabel(head)) head = "";
            // A second date is the dateline's own; the first was put in front.
            if (dates.Find(head) is { } second)
            {
                int at = words.IndexOf(head, found.End < words.Length ? found.End : 0, StringComparison.Ordinal);
                string place = head[..second.Start].Trim(' ', ',');
                date = second with { Start = second.Start + Math.Max(at, 0), End = second.End + Math.Max(at, 0) };
                head = place;
            }
        }
        head = head.Trim(' ', ',', ';', '/', '|', '\u00A0');
        // "Palu (Indonesia), Oct 3"
        bool country = false;
        if (head.EndsWith(')') && head.IndexOf('(', StringComparison.Ordinal) is > 1 and int inner)
        {
            country = countries.TryByName(head[(inner + 1)..^1].Trim(), out _);
            if (!country && date is null && agencyName is null) return null;
            head = head[..inner].Trim();
        }
        else if (bracket && agencyName is null) country = countries.TryByName(words[(open + 1)..words.IndexOf(')', open)].Trim(), out _);
        // "Damascus, SANA", "TRIPOLI, Xinhua"
        int comma = head.LastIndexOf(',');
        if (agencyName is null && comma > 0 && newsrooms.Named(head[(comma + 1)..].Trim()) is { } listed)
        {
            agencyName = listed.Name;
            int at = words.IndexOf(head[(comma + 1)..].Trim(), comma, StringComparison.Ordinal);
            agency = (at, at + head[(comma + 1)..].Trim().Length);
            head = head[..comma].Trim();
        }
        if (head.Length == 0)
        {
            return (date is not null || agencyName is not null) && !colon ? new RunInDateline(0, null, date, agencyName, agencyName is null ? -1 : agency.Start, agency.End) : null;
        }
        // "AFP - Rebels …": whoever sent it, and no place.
        if (!colon && agencyName is null && newsrooms.Named(head) is { IsAgency: true } sender) return new RunInDateline(0, null, date, sender.Name, words.IndexOf(head, StringComparison.Ordinal), words.IndexOf(head, StringComparison.Ordinal) + head.Length);
        if (!LooksLikePlace(head, out bool capitals)) return null;
        bool supported = agencyName is not null || date is not null || country;
        // "Colombo (News 1st): …": whoever stands in brackets behind a capital before a colon is credited.
        bool credited = bracket && colon && (countries.TryByCapital(head.Split(',')[0], out _) || agencyName is not null);
        // "Colombo: The president said": a seat before a colon and a sentence.
        bool seated = colon && !bracket && opens && countries.TryByCapital(head, out _);
        bool good = credited || capitals ? credited || (colon ? !cues.IsLabel(head) && head.Split(' ').Length <= 4 : !cues.IsLabel(head) || supported) || (bracket && !colon) : supported && !colon;
        // "Addis Ababa – The …": a name before a dash, and a sentence after it.
        bool weak = !good && (seated || opens && !colon && !stroke && !bracket && !cues.IsLabel(head) && newsrooms.Named(head) is null && head.Split(' ').Length <= 3 && cues.OfLine(head) is null);
        return good || weak ? new RunInDateline(0, Shortened(head), date, agencyName, agencyName is null ? -1 : agency.Start, agency.End, weak) : null;
    }

    private string? AgencyIn(string words)
    {
        if (newsrooms.Named(words.Trim()) is { } room) return room.Name;
        foreach (string part in words.Split('/', ',', '-', '–', '|'))
        {
            if (newsrooms.Named(part.Trim()) is { } one) return one.Name;
        }
        return null;
    }

    private static bool IsClock(string words) => words.Length <= 20 && words.Any(char.IsAsciiDigit) && words.All(c => char.IsAsciiDigit(c) || c is ':' or '.' or ' ' || char.IsAsciiLetter(c));

    /// <summary>Names of places: capitalised words and small connecting ones, one to seven in all, at least the first capitalised.</summary>
    private static bool LooksLikePlace(string head, out bool capitals)
    {
        capitals = false;
        if (head.Length is < 2 or > 70) return false;
        string[] parts = head.Split((char[])[' ', ',', '/'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is 0 or > 8 || parts.Length == 1 && Enum.TryParse<DayOfWeek>(parts[0], out _)) return false;   // "Tuesday, 2 September" is a day
        foreach (string part in parts)
        {
            if (Connectors.Contains(part, StringComparer.Ordinal)) continue;
            if (!char.IsUpper(part[0]) && !part.StartsWith("al-", StringComparison.Ordinal) && !part.StartsWith("el-", StringComparison.Ordinal)) return false;
            if (part.Any(c => !char.IsLetter(c) && c is not ('-' or '\'' or '’' or '.' or '‘'))) return false;
        }
        string first = parts[0];
        capitals = first.Length >= 2 && first.Any(char.IsUpper) && !first.Any(char.IsLower)
            && (head.IndexOf(',', StringComparison.Ordinal) is >= 0 and int comma ? !head[..comma].Any(char.IsLower) : !head.Replace(" al-", "", StringComparison.Ordinal).Any(char.IsLower));
        return true;
    }
}
