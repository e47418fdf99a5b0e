using System.Collections.Frozen;
using System.Globalization;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Clean;

/// <summary>A date as written.</summary>
/// <param name="Year">Null when not written.</param>
internal readonly record struct WrittenDate(int? Year, int Month, int Day, int Start, int End)
{
    public DateOnly? Date => Year is { } year ? new DateOnly(year, Month, Day) : null;

    /// <summary>With the year of <paramref name="near"/>, or the one beside it when that is closer.</summary>
    public DateOnly Beside(DateOnly near)
    {
        if (Date is { } whole) return whole;
        DateOnly best = default;
        int least = int.MaxValue;
        for (int year = near.Year - 1; year <= near.Year + 1; year++)
        {
            if (year is < 1 or > 9999 || Day > DateTime.DaysInMonth(year, Month)) continue;
            var day = new DateOnly(year, Month, Day);
            int apart = Math.Abs(day.DayNumber - near.DayNumber);
            if (apart < least) (best, least) = (day, apart);
        }
        return best == default ? near : best;
    }
}

/// <summary>Finds dates that page furniture is written in: "Nov. 9, 2017", "9 November 2017", "2017-11-09", "09/11/2017".</summary>
internal sealed class Dates
{
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _months;

    public Dates(DataFolder data)
    {
        var months = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (string[] row in data.Rows("clean-months.tsv", "month", "names"))
        {
            foreach (string name in row[1].Split('|')) months.TryAdd(name, int.Parse(row[0], CultureInfo.InvariantCulture));
        }
        _months = months.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The first date at or after <paramref name="from"/>; with <paramref name="whole"/> only one with its year.</summary>
    public WrittenDate? Find(string text, int from = 0, int to = int.MaxValue, bool whole = false)
    {
        to = Math.Min(to, text.Length);
        for (int i = from; i < to; i++)
        {
            if (!char.IsLetterOrDigit(text[i])) continue;
            if (i > 0 && char.IsLetterOrDigit(text[i - 1]))
            {
                // "Ana Souza3.5.2021": markup that set them apart is lost.
                if (char.IsAsciiDigit(text[i]) && char.IsLower(text[i - 1]) && Numeric(text, i, to) is { } glued && glued.End - glued.Start >= 8) return glued;
                // "News BureauJune 24, 2014"
                if (char.IsUpper(text[i]) && char.IsLower(text[i - 1]) && MonthFirst(text, i, to) is { Year: not null } run) return run;
                continue;
            }
            if (At(text, i, to) is { } found && (!whole || found.Year is not null)) return found;
        }
        return null;
    }

    /// <summary>A date of digits inside an address or a file name: /2017/11/09/, 2017-11-09, 20171109.</summary>
    public static DateOnly? InName(string? name)
    {
        if (name is null) return null;
        for (int i = 0; i + 8 <= name.Length && i < 2000; i++)
        {
            if (!char.IsAsciiDigit(name[i]) || (i > 0 && char.IsAsciiDigit(name[i - 1]))) continue;
            int stop = i;
            while (stop < name.Length && char.IsAsciiDigit(name[stop])) stop++;
            if (stop - i == 8 && Valid(Int(name, i, 4), Int(name, i + 4, 2), Int(name, i + 6, 2)) is { } run) return run;
            if (stop - i == 4 && Numeric(name, i, name.Length) is { Year: not null } parts && parts.Date is { } date) return date;
        }
        return null;
    }

    /// <summary>"May …": the first word is a month's name.</summary>
    public bool StartsWithMonth(ReadOnlySpan<char> words)
    {
        int end = 0;
        while (end < words.Length && char.IsLetter(words[end])) end++;
        return end >= 3 && _months.ContainsKey(words[..end]);
    }

    private WrittenDate? At(string text, int i, int to) =>
        char.IsAsciiDigit(text[i]) ? Numeric(text, i, to) ?? DayFirst(text, i, to) : MonthFirst(text, i, to);

    private static WrittenDate? Numeric(string text, int start, int to)
    {
        Span<int> parts = stackalloc int[3];
        Span<int> widths = stackalloc int[3];
        int i = start;
        char separator = '\0';
        for (int n = 0; n < 3; n++)
        {
            int digits = i;
            while (i < to && char.IsAsciiDigit(text[i]) && i - digits < 5) i++;
            if (i == digits || i - digits > 4) return null;
            (parts[n], widths[n]) = (Int(text, digits, i - digits), i - digits);
            if (n == 2) break;
            if (i + 1 >= to || text[i] is not ('-' or '/' or '.') || (n == 1 && text[i] != separator)) return null;
            separator = text[i++];
            if (separator == '.' && i < to && text[i] == ' ') i++;
        }
        if (i < to && char.IsAsciiDigit(text[i])) return null;
        if (widths[0] == 4) return Valid(parts[0], parts[1], parts[2]) is { } iso ? new WrittenDate(iso.Year, iso.Month, iso.Day, start, i) : null;
        if (widths[2] != 4 && !(widths[2] == 2 && separator is '.' or '/' && widths[0] == 2 && widths[1] == 2)) return null;
        int year = widths[2] == 4 ? parts[2] : 2000 + parts[2];
        // Most of the world writes the day first; the month is first only when it has to be.
        DateOnly? date = Valid(year, parts[1], parts[0]) ?? (separator == '/' ? Valid(year, parts[0], parts[1]) : null);
        return date is { } day ? new WrittenDate(day.Year, day.Month, day.Day, start, i) : null;
    }

    private WrittenDate? DayFirst(string text, int start, int to)
    {
        int i = start;
        while (i < to && char.IsAsciiDigit(text[i])) i++;
        if (i - start > 2) return null;
        int day = Int(text, start, i - start);
        if (i + 1 < to && (text.AsSpan(i, 2).Equals("st", StringComparison.OrdinalIgnoreCase) || text.AsSpan(i, 2).Equals("nd", StringComparison.OrdinalIgnoreCase)
            || text.AsSpan(i, 2).Equals("rd", StringComparison.OrdinalIgnoreCase) || text.AsSpan(i, 2).Equals("th", StringComparison.OrdinalIgnoreCase))) i += 2;
        else if (i < to && text[i] is '.' or 'º') i++;
        i = Gap(text, i, to);
        if (i + 3 < to && (text.AsSpan(i, 3).Equals("of ", StringComparison.OrdinalIgnoreCase) || text.AsSpan(i, 3).Equals("de ", StringComparison.OrdinalIgnoreCase))) i += 3;
        if (Month(text, ref i, to) is not { } month) return null;
        int end = i;
        if (i < to && text[i] == '.') end = ++i;
        i = Gap(text, i, to);
        if (i + 3 < to && (text.AsSpan(i, 3).Equals("de ", StringComparison.OrdinalIgnoreCase) || text.AsSpan(i, 3).Equals("of ", StringComparison.OrdinalIgnoreCase))) i += 3;
        return Complete(month, day, text, i, to, start, end);
    }

    private WrittenDate? MonthFirst(string text, int start, int to)
    {
        int i = start;
        if (!char.IsUpper(text[i]) && char.IsAscii(text[i])) return null;   // "may 3", "mar" inside a sentence
        if (Month(text, ref i, to) is not { } month) return null;
        if (i < to && text[i] == '.') i++;
        i = Gap(text, i, to);
        int digits = i;
        while (i < to && char.IsAsciiDigit(text[i])) i++;
        if (i == digits || i - digits > 2) return null;
        int day = Int(text, digits, i - digits);
        if (i + 1 < to && text.AsSpan(i, 2).ToString().ToLowerInvariant() is "st" or "nd" or "rd" or "th") i += 2;
        if (i < to && char.IsLetterOrDigit(text[i])) return null;
        return Complete(month, day, text, Gap(text, i, to), to, start, i);
    }

    private static WrittenDate? Complete(int month, int day, string text, int i, int to, int start, int end)
    {
        int digits = i;
        while (i < to && char.IsAsciiDigit(text[i])) i++;
        // "16 October 201708:30": the clock was run into the year.
        if (i - digits == 6 && i < to && text[i] == ':') i -= 2;
        int? year = i - digits == 4 && (i == to || !char.IsLetterOrDigit(text[i]) || IsRunOn(text, i, to)) ? Int(text, digits, 4) : null;
        if (year is { } written)
        {
            return Valid(written, month, day) is null ? null : new WrittenDate(written, month, day, start, i);
        }
        return day is >= 1 and <= 31 && day <= DateTime.DaysInMonth(2000, month) ? new WrittenDate(null, month, day, start, end) : null;
    }

    /// <summary>"July 15, 2025Harbour Post", "201708:30": markup that set them apart is lost.</summary>
    private static bool IsRunOn(string text, int i, int to) =>
        char.IsUpper(text[i]) && i + 1 < to && char.IsLower(text[i + 1]) || i + 2 < to && char.IsAsciiDigit(text[i]) && char.IsAsciiDigit(text[i + 1]) && text[i + 2] == ':';

    private int? Month(string text, ref int i, int to)
    {
        int start = i;
        while (i < to && char.IsLetter(text[i]) && i - start < 14) i++;
        return i - start >= 3 && _months.TryGetValue(text.AsSpan(start, i - start), out int month) ? month : null;
    }

    private static int Gap(string text, int i, int to)
    {
        int start = i;
        while (i < to && i - start < 3 && (text[i] is ',' or '-' or '/' || char.IsWhiteSpace(text[i]))) i++;
        return i;
    }

    private static int Int(string text, int start, int length) => int.Parse(text.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>News is dated from the first wires on; other years are numbers of something else.</summary>
    private static DateOnly? Valid(int year, int month, int day) =>
        year is >= 1850 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}
