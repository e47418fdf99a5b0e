using System.Buffers;
using System.Globalization;
using System.Text;
using Sitrep.Model.Record;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>Dates, numbers and lists as a reader of English expects them; the same on every machine.</summary>
internal static class Wording
{
    private const string Unstated = "date not stated";

    /// <summary>Double quotation marks, whichever way they turn.</summary>
    public static readonly SearchValues<char> QuotationMarks = SearchValues.Create("\"“”«»„");

    public static string Day(DateOnly? day) => day is { } known ? known.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : Unstated;

    /// <summary>How an outlet went back on a claim.</summary>
    public static string Of(Withdrawal withdrawn) => withdrawn.Kind switch
    {
        WithdrawalKind.Retracted => "its outlet has since withdrawn the page",
        WithdrawalKind.Corrected => "its outlet has since corrected the page and no longer tells it",
        _ => "a later version of the page no longer tells it",
    };

    public static string ShortDay(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);

    /// <summary>"8 November 2017", "8–9 November 2017", "July 2017", "2016"; "by 9 November 2017" when only the report's own date bounds it.</summary>
    public static string When(Interval? when)
    {
        if (when is null) return Unstated;
        switch (when.Precision)
        {
            case TimePrecision.Unknown:
                return $"by {Day(when.End)}";
            case TimePrecision.Year:
                return when.Start.Year == when.End.Year ? Year(when.End) : $"{Year(when.Start)}–{Year(when.End)}";
            case TimePrecision.Month when (when.Start.Year, when.Start.Month) == (when.End.Year, when.End.Month):
                return when.End.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
            case TimePrecision.Month:
                return $"{when.Start.ToString(when.Start.Year == when.End.Year ? "MMMM" : "MMMM yyyy", CultureInfo.InvariantCulture)}–{when.End.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}";
            case TimePrecision.Week:
                return $"about {Days(when.Start, when.End)}";
            default:
                return Days(when.Start, when.End);
        }
    }

    public static string Days(DateOnly start, DateOnly end)
    {
        if (start == end) return Day(start);
        if (start.Year != end.Year) return $"{Day(start)} – {Day(end)}";
        return start.Month == end.Month
            ? string.Create(CultureInfo.InvariantCulture, $"{start.Day}–{Day(end)}")
            : $"{start.ToString("d MMMM", CultureInfo.InvariantCulture)} – {Day(end)}";
    }

    private static string Year(DateOnly day) => day.Year.ToString(CultureInfo.InvariantCulture);

    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"1 report", "3 reports".</summary>
    public static string Count(int number, string one, string? many = null) => $"{Number(number)} {(number == 1 ? one : many ?? one + "s")}";

    /// <summary>"at least 12", "about 40", "2,500–3,500", "hundreds".</summary>
    public static string Amount(Figure figure) => figure.Qualifier switch
    {
        Qualifier.AtLeast when (figure.Low ?? figure.Best) is { } least => $"at least {Number(least)}",
        Qualifier.AtMost when (figure.High ?? figure.Best) is { } most => $"at most {Number(most)}",
        Qualifier.About when figure.Best is { } about => $"about {Number(about)}",
        Qualifier.Several or Qualifier.Dozens or Qualifier.Hundreds or Qualifier.Thousands or Qualifier.TensOfThousands => Spelling.Spaced(figure.Qualifier),
        _ when figure.Best is { } best && figure is { Low: { } from, High: { } upTo } && (from != best || upTo != best) => $"{Number(best)} ({Number(from)}–{Number(upTo)})",
        _ when figure.Best is { } best => Number(best),
        _ when figure is { Low: { } low, High: { } high } => low == high ? Number(low) : $"{Number(low)}–{Number(high)}",
        _ when figure.Low is { } low => $"at least {Number(low)}",
        _ when figure.High is { } high => $"at most {Number(high)}",
        _ => "number not stated",
    };

    /// <summary>"A", "A and B", "A, B and C", "A, B, C and 4 others".</summary>
    public static string List(IReadOnlyList<string> names, int most = 4)
    {
        if (names.Count == 0) return "nobody named";
        if (names.Count == 1) return names[0];
        if (names.Count > most)
        {
            int others = names.Count - (most - 1);
            return $"{string.Join(", ", names.Take(most - 1))} and {Count(others, "other")}";
        }
        return $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";
    }

    /// <summary>In quotation marks, unless it brings its own.</summary>
    public static string Quoted(string words) => words is ['“' or '"' or '«' or '„', ..] ? words : $"“{words}”";

    /// <summary>With a capital first letter.</summary>
    public static string Sentence(string words) => words.Length == 0 || !char.IsLower(words[0]) ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>"A ministry official" as it stands inside a sentence: an article or a count loses the capital that only its own sentence gave it.</summary>
    public static string Uncapped(string words)
    {
        int space = words.IndexOf(' ', StringComparison.Ordinal);
        if (space > 0 && words[..space] is "A" or "An") return char.ToLowerInvariant(words[0]) + words[1..];   // "A Taliban spokesman" too
        bool opens = space > 0 && space + 1 < words.Length && char.IsLower(words[space + 1]) && words[..space] is "The" or "Some" or "Several" or "Many" or "Two" or "Three" or "One" or "Other" or "Numerous" or "Local" or "Senior" or "Officials" or "Residents" or "Witnesses" or "Medical" or "Health" or "State" or "Security" or "Military" or "Government";
        return opens || words is "Officials" or "Residents" or "Witnesses" or "Authorities" or "Police" or "Doctors" or "Rescuers" or "Activists" ? char.ToLowerInvariant(words[0]) + words[1..] : words;
    }

    /// <summary>Words that a report quotes whole, without its quotation marks: we set our own around them.</summary>
    public static string Unquoted(string words)
    {
        return words.Length > 2 && QuotationMarks.Contains(words[0]) && QuotationMarks.Contains(words[^1]) && words.AsSpan(1, words.Length - 2).IndexOfAny(QuotationMarks) < 0 ? words[1..^1] : words;
    }

    /// <summary>One line, safe beside other text: white space folded, control characters and those that turn the writing direction left out.</summary>
    public static string Line(string text, int most = int.MaxValue)
    {
        var line = new StringBuilder(Math.Min(text.Length, 512));
        bool gap = false;
        foreach (Rune rune in text.EnumerateRunes())   // gives U+FFFD for a lone surrogate
        {
            if (Rune.IsWhiteSpace(rune)) { gap = line.Length > 0; continue; }
            if (Rune.IsControl(rune) || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)) continue;
            if (line.Length >= most) return line.Append('…').ToString();
            if (gap) line.Append(' ');
            gap = false;
            line.Append(rune);
        }
        return line.ToString();
    }
}
