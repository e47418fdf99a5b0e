using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Clean.Lists;

namespace Sitrep.Pipeline.Clean.Zones;

/// <summary>A photo credit and where it starts.</summary>
internal readonly record struct PhotoCredit(int Start, string? Photographer, string? Agency);

/// <summary>Reads captions: the credit they end in, their place and day.</summary>
internal sealed class CaptionReader(CaptionWords caption, NewsroomList newsrooms, Dates dates)
{
    private const int LongestCaption = 2500;


    /// <returns>Null when the words do not end in a photo credit.</returns>
    public PhotoCredit? Credit(string words)
    {
        if (words.Length > LongestCaption) return null;
        int end = words.Length;
        while (end > 0 && (char.IsWhiteSpace(words[end - 1]) || words[end - 1] is '.' or '”' or '"')) end--;
        if (end == 0) return null;
        if (words[end - 1] == ']')
        {
            if (words.LastIndexOf('[', end - 1) is > 20 and int bracket && end - bracket < 60 && Named(words[(bracket + 1)..(end - 1)]) is { Agency: not null } framed) return framed with { Start = bracket };
            end--;
        }
        if (end == 0) return null;
        if (words[end - 1] == ')' && words.LastIndexOf('(', end - 1) is >= 0 and int open && end - open < 140)
        {
            string inside = words[(open + 1)..(end - 1)];
            string lower = inside.ToLowerInvariant();
            if (SlashedNames(inside) is { } signed) return signed with { Start = open };
            if (inside.Contains('/', StringComparison.Ordinal) || caption.Openers.Any(opener => lower.StartsWith(opener, StringComparison.Ordinal)) || lower.Contains("photo", StringComparison.Ordinal) || lower.Contains("getty", StringComparison.Ordinal))
            {
                return Named(inside) is { } named && (named.Agency is not null || lower.Contains("photo", StringComparison.Ordinal) || lower.Contains("credit", StringComparison.Ordinal) || lower.Contains("picture", StringComparison.Ordinal) || lower.Contains("image", StringComparison.Ordinal))
                    ? named with { Start = open } : null;
            }
            if (newsrooms.Named(inside) is { IsAgency: true } && open > 20) return null;   // "(Reuters)" at the end of a paragraph signs it
        }
        return Slashed(words, end) ?? Opened(words, end) ?? Tail(words, end) ?? Dashed(words, end);
    }

    /// <summary>"Getty Images Men carry sacks of rice": the credit and the alternative text of a picture, copied as one line.</summary>
    public bool OpensWithCredit(Block block) =>
        block.Count is >= 5 and <= 40 && !block.EndsSentence && newsrooms.Agency(block.Words, 0, 1) is { Start: 0, End: int end } && end + 1 < block.Words.Length && block.Words[end] == ' ' && char.IsUpper(block.Words[end + 1]);

    // "(Jane Doe/Coastal Gazette)", "(CG/Jane Doe)": a photographer and a house that no list knows.
    private PhotoCredit? SlashedNames(string inside)
    {
        int slash = inside.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash != inside.LastIndexOf('/') || inside.Contains("photo", StringComparison.OrdinalIgnoreCase) || inside.Contains("via ", StringComparison.Ordinal)) return null;
        string left = inside[..slash].Trim(), right = inside[(slash + 1)..].Trim();
        if (newsrooms.Named(left) is not null || newsrooms.Named(right) is not null) return null;
        bool house = left.Length is >= 2 and <= 6 && left.All(char.IsUpper);
        (string? first, int firstEnd) = PersonAt(left, 0, left.Length);
        (string? second, int secondEnd) = PersonAt(right, 0, right.Length);
        if (second is null || secondEnd != right.Length || !second.Contains(' ', StringComparison.Ordinal)) return null;
        if (house) return new PhotoCredit(0, second, null);
        return first is not null && firstEnd == left.Length && first.Contains(' ', StringComparison.Ordinal) ? new PhotoCredit(0, first, null) : null;
    }

    // "… in central Lima. — AFP"
    private PhotoCredit? Dashed(string words, int end)
    {
        int dash = words.AsSpan(0, end).LastIndexOfAny('—', '–');
        if (dash < 20 || end - dash > 30 || words[dash - 1] != ' ' || newsrooms.Named(words[(dash + 1)..end].Trim()) is not { IsAgency: true } room) return null;
        return new PhotoCredit(dash, null, room.Name);
    }

    /// <summary>Photo with place, day and credit as far as the caption tells.</summary>
    public Photo Read(TextSpan span, string words)
    {
        PhotoCredit? credit = Credit(words);
        int stop = credit?.Start ?? words.Length;
        WrittenDate? last = null;
        for (int from = 0; from < stop && dates.Find(words, from, stop, whole: true) is { } found; from = found.End) last ??= found;
        string? place = Place(words, last?.Start ?? stop);
        string? photographer = credit?.Photographer is { } person && !caption.Nobody.Contains(person) ? person : null;
        return new Photo(span, place, last?.Date, photographer, credit?.Agency);
    }

    // "REUTERS/Jane Doe", "AFP / Jane Doe", with only capitals or searching hints behind the name.
    private PhotoCredit? Slashed(string words, int end)
    {
        for (int slash = words.IndexOf('/'); slash > 0; slash = words.IndexOf('/', slash + 1))
        {
            int start = slash;
            while (start > 0 && words[start - 1] == ' ') start--;
            int wordEnd = start;
            while (start > 0 && (char.IsLetter(words[start - 1]) || words[start - 1] is '-' or '\'')) start--;
            if (start == wordEnd) continue;
            Newsroom? room = newsrooms.Named(words[start..wordEnd]);
            if (room is null)
            {
                int second = start;   // "AP Photo/Jane Doe", "Getty Images/Jane Doe"
                while (second > 0 && words[second - 1] == ' ') second--;
                while (second > 0 && char.IsLetter(words[second - 1])) second--;
                if (second < start && (newsrooms.Named(words[second..wordEnd]) ?? newsrooms.Named(words[second..start].Trim())) is { } two) (room, start) = (two, second);
            }
            if (room is null) continue;
            (string? name, int after) = PersonAt(words, slash + 1, end);
            if (name is null) continue;
            if (!TailIsFurniture(words[after..end])) continue;
            // "Jane Doe/AFP/Getty Images", alone on its line
            if (start > 1 && words[start - 1] == '/' && PersonAt(words, 0, start - 1) is { Name: { } before, After: int ends } && ends == start - 1) return new PhotoCredit(0, before, room.Name);
            return new PhotoCredit(start, newsrooms.Named(name) is null ? name : null, room.Name);
        }
        return null;
    }

    private PhotoCredit? Opened(string words, int end)
    {
        string lower = words.ToLowerInvariant();
        foreach (string opener in caption.InnerOpeners)
        {
            int at = lower.LastIndexOf(opener, StringComparison.Ordinal);
            if (at < 0 || end - at > 110 || (at > 0 && char.IsLetterOrDigit(words[at - 1])) || at + opener.Length >= end) continue;
            if (Named(words[(at + opener.Length)..end]) is { } named) return named with { Start = at };
        }
        return null;
    }

    private PhotoCredit? Tail(string words, int end)
    {
        foreach (string closing in caption.Closings)
        {
            if (end < closing.Length || string.Compare(words, end - closing.Length, closing, 0, closing.Length, StringComparison.OrdinalIgnoreCase) != 0 || (end > closing.Length && char.IsLetterOrDigit(words[end - closing.Length - 1]))) continue;
            int start = end - closing.Length;
            return new PhotoCredit(start, null, newsrooms.Named(closing.Replace("via ", "", StringComparison.Ordinal).Split('/')[0].Replace(" Photo", "", StringComparison.OrdinalIgnoreCase))?.Name);
        }
        return null;
    }

    // "Jane Doe/AFP via Getty Images", "Jane Doe, Reuters", "AP Photo/Jane Doe", "AFP"
    private PhotoCredit? Named(string words)
    {
        string? photographer = null, agency = null;
        foreach (string part in words.Split('/', ',', '|', '-', '–').SelectMany(part => part.Split(" via ", StringSplitOptions.None)).Take(8))
        {
            string name = part.Trim(' ', '.', ':', ')', '(');
            foreach (string opener in caption.Openers) if (name.StartsWith(opener, StringComparison.OrdinalIgnoreCase)) name = name[opener.Length..].Trim();
            string bare = name.EndsWith(" Photo", StringComparison.OrdinalIgnoreCase) ? name[..^6] : name;
            foreach (string tail in (ReadOnlySpan<string>)[" file", " handout", " images", " video"]) if (bare.EndsWith(tail, StringComparison.OrdinalIgnoreCase)) bare = bare[..^tail.Length];
            if (bare.StartsWith("source:", StringComparison.OrdinalIgnoreCase)) bare = bare[7..].Trim();
            if (newsrooms.Named(bare) is { } room) agency ??= room.Name;
            else if (photographer is null && PersonAt(name, 0, name.Length) is { Name: { } person, After: int after } && after == name.Length) photographer = person;
        }
        return photographer is null && agency is null ? null : new PhotoCredit(0, photographer, agency);
    }

    private static (string? Name, int After) PersonAt(string words, int from, int end)
    {
        int i = from;
        while (i < end && words[i] == ' ') i++;
        int start = i, last = i, count = 0;
        while (i < end && count < 5)
        {
            int word = i;
            while (i < end && (char.IsLetter(words[i]) || words[i] is '-' or '\'' or '’' || (words[i] == '.' && i - word == 1))) i++;
            if (i == word) break;
            bool particle = i - word <= 3 && char.IsLower(words[word]);
            bool shouted = count > 0 && i - word > 1 && !words.AsSpan(word, i - word).ContainsAnyInRange('a', 'z');   // "TPX IMAGES OF THE DAY", "SEARCH …"
            if ((!char.IsUpper(words[word]) && !particle) || shouted) break;
            count++;
            if (!particle) last = i;
            if (i < end && words[i] == ' ') i++;
            else break;
        }
        return last > start ? (words[start..last], last) : (null, start);
    }

    private static bool TailIsFurniture(string tail)
    {
        string rest = tail.Replace("File Photo", "", StringComparison.OrdinalIgnoreCase).Replace("via", "", StringComparison.Ordinal).Replace("Getty Images", "", StringComparison.Ordinal)
            .Replace("Handout", "", StringComparison.OrdinalIgnoreCase).Replace("Pool", "", StringComparison.OrdinalIgnoreCase);
        return rest.Length <= 160 && (!rest.Any(char.IsLower) || rest.Trim().StartsWith('/'));
    }

    // The run of names, commas and small words that ends where the day or the credit begins, from its last preposition on.
    private string? Place(string words, int stop)
    {
        int end = stop;
        while (end > 0 && words[end - 1] is ' ' or ',' or '.' or '(' or '-' or '–' or '\n') end--;
        int start = end, i = end;
        while (i > 0 && end - i < 90)
        {
            int wordEnd = i;
            while (i > 0 && !char.IsWhiteSpace(words[i - 1]) && words[i - 1] is not ',') i--;
            string word = words[i..wordEnd];
            bool name = word.Length > 0 && (char.IsUpper(word[0]) || word.StartsWith("al-", StringComparison.Ordinal) || word.StartsWith("el-", StringComparison.Ordinal));
            bool preposition = word is "in" or "In" or "at" or "near" or "outside" or "from";
            if (preposition)
            {
                if (word is "near" or "outside") start = i;
                break;
            }
            if (word.EndsWith('.') && word.Length > 3) break;
            if (!name && !caption.Directions.Contains(word)) break;
            if (name) start = i;
            else if (caption.Directions.Contains(word) && word.Length > 3) start = i;
            while (i > 0 && (char.IsWhiteSpace(words[i - 1]) || words[i - 1] == ',')) i--;
        }
        if (start >= end) return null;
        string place = words[start..end].Trim(' ', ',');
        // "Pemba, north of Nampula, Mozambique": three parts place a photo well enough without its country.
        string[] parts = place.Split(',');
        if (parts.Length >= 3) place = string.Join(',', parts[..^1]).Trim();
        return place.Length is > 1 and < 90 && place.Any(char.IsUpper) ? place : null;
    }
}
