using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Sitrep.Eval.Reprints;

/// <summary>What editors do to a wire story, kind by kind. Deterministic: the number of the copy chooses the variant.</summary>
internal sealed partial class Edits(string folder)
{
    /// <summary>Words left alone between two rewordings.</summary>
    private const int RewordingGap = 7;

    private readonly WordTable _spelling = new(Path.Combine(folder, "spelling.tsv"), bothWays: true);
    private readonly WordTable _rewording = new(Path.Combine(folder, "rewording.tsv"), bothWays: false);
    private readonly string[] _advertisements = File.ReadAllLines(Path.Combine(folder, "advertisements.txt"));

    /// <summary>Without "PLACE, Day (Agency) -", bylines and credits.</summary>
    public static string[] DroppedByline(IReadOnlyList<string> paragraphs) =>
        [.. paragraphs.Select((paragraph, i) => i == 0 ? Dateline().Replace(paragraph, "") : paragraph).Where(paragraph => !Credit().IsMatch(paragraph))];

    /// <summary>The first paragraph is another newsroom's.</summary>
    public static string[] NewLead(IReadOnlyList<string> paragraphs, string lead) => [lead, .. paragraphs.Skip(1)];

    /// <summary>All but the first paragraph in another order.</summary>
    public static string[] Swapped(IReadOnlyList<string> paragraphs, int number) =>
    [
        paragraphs[0],
        .. number % 3 == 0 ? paragraphs.Skip(1).Reverse()
            : number % 3 == 1 ? paragraphs.Skip(2).Append(paragraphs[1])
            : paragraphs.Skip(1).Where((_, i) => i % 2 == 1).Concat(paragraphs.Skip(1).Where((_, i) => i % 2 == 0)),
    ];

    public string[] Respelled(IReadOnlyList<string> paragraphs) => [.. paragraphs.Select(paragraph => _spelling.Apply(paragraph, 0))];

    public string[] Rewritten(IReadOnlyList<string> paragraphs) => [.. paragraphs.Select(paragraph => _rewording.Apply(paragraph, RewordingGap))];

    /// <summary>An advertisement after every second paragraph, sometimes inside one.</summary>
    public string[] InsertedAds(IReadOnlyList<string> paragraphs, int number) => [.. paragraphs.SelectMany((paragraph, i) =>
    {
        // Furniture is a site's own: every outlet has its advertisements.
        string advertisement = _advertisements[(2 * (number % CopyFactory.OutletCount) + i / 2 % 2) % _advertisements.Length];
        return i % 2 == 0 || i == paragraphs.Count - 1 ? [paragraph] : number % 4 == 3 ? (string[])[$"{paragraph} {advertisement}"] : [paragraph, advertisement];
    })];

    /// <summary>The first paragraphs, as many as come nearest to a share of the words.</summary>
    public static string[] Cut(IReadOnlyList<string> paragraphs, double share)
    {
        double all = paragraphs.Sum(CopyText.Words);
        int best = Enumerable.Range(1, paragraphs.Count - 1).MinBy(count => Math.Abs(paragraphs.Take(count).Sum(CopyText.Words) / all - share));
        return [.. paragraphs.Take(best)];
    }

    /// <summary>Own paragraphs with a few sentences in a row of another report among them.</summary>
    public static string[] Excerpt(IReadOnlyList<string> host, IReadOnlyList<string> source, int number)
    {
        string[] taken = [.. source.Skip(1 + number % 2).SelectMany(CopyText.Sentences).Take(3)];
        int at = 1 + number % Math.Max(1, host.Count - 2);
        return [.. host.Take(at), string.Join(' ', taken), .. host.Skip(at)];
    }

    /// <summary>Sentences of several reports, two of one and two of the next in turn.</summary>
    public static string[] Patchwork(IReadOnlyList<IReadOnlyList<string>> sources)
    {
        string[][] taken = [.. sources.Select(source => DroppedByline(source).SelectMany(CopyText.Sentences).Take(sources.Count > 2 ? 4 : 6).ToArray())];
        var page = new List<string>();
        for (int i = 0; i < taken.Max(sentences => sentences.Length); i += 2)
        {
            foreach (string[] sentences in taken) if (i < sentences.Length) page.Add(string.Join(' ', sentences.Skip(i).Take(2)));
        }
        return [.. page];
    }

    /// <summary>News on top, other numbers in what was there before, the first sentence of the old lead gone.</summary>
    public static string[] Update(IReadOnlyList<string> paragraphs, IReadOnlyList<string> later) =>
        [.. later, .. paragraphs.Select((paragraph, i) => Toll().Replace(i == 0 ? Dateline().Replace(paragraph, "") : paragraph, Raised))];

    /// <summary>What passes through other people's software: curly marks, mojibake, marks lost, hard line ends.</summary>
    public static string[] Encoding(IReadOnlyList<string> paragraphs, int number) => [.. paragraphs.Select(paragraph => (number % 4) switch
    {
        0 => Curly(paragraph),
        1 => Mojibake(Curly(paragraph)),
        2 => WebUtilityLike(paragraph),
        _ => Wrapped(paragraph),
    })];

    private static string Curly(string text)
    {
        var curly = new StringBuilder(text);
        for (int i = 0; i < text.Length; i++)
        {
            bool opens = i == 0 || text[i - 1] is ' ' or '(';
            if (text[i] == '"') curly[i] = opens ? '“' : '”';
            if (text[i] == '\'') curly[i] = opens ? '‘' : '’';
        }
        return curly.Replace(" - ", " — ").ToString();
    }

    // UTF-8 read as Windows-1252, as far as its printable half goes.
    private static string Mojibake(string text) => text.Replace("“", "â€œ", StringComparison.Ordinal).Replace("”", "â€\u009d", StringComparison.Ordinal)
        .Replace("‘", "â€˜", StringComparison.Ordinal).Replace("’", "â€™", StringComparison.Ordinal).Replace("—", "â€”", StringComparison.Ordinal);

    private static string WebUtilityLike(string text) => text.Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal).Replace(" - ", " -- ", StringComparison.Ordinal);

    private static string Wrapped(string text)
    {
        var lines = new StringBuilder();
        int length = 0;
        foreach (string word in text.Split(' '))
        {
            if (length + word.Length > 68) { lines.Append('\n'); length = 0; }
            else if (length > 0) lines.Append(' ');
            lines.Append(word);
            length += word.Length + 1;
        }
        return lines.ToString();
    }

    private static string Raised(Match number)
    {
        int value = int.Parse(number.Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        if (value is < 20 or (>= 1900 and <= 2100)) return number.Value;
        return (value + Math.Max(3, value / 11)).ToString(number.Value.Contains(',', StringComparison.Ordinal) ? "N0" : "0", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^[A-Z][A-Z' -]+(, [^()]{2,40})? ?(\([^)]+\) )?[-—–] ", RegexOptions.None, 1000)]
    private static partial Regex Dateline();

    [GeneratedRegex(@"^\(?(Reporting|Additional reporting|Editing|Writing) by ", RegexOptions.None, 1000)]
    private static partial Regex Credit();

    [GeneratedRegex(@"(?<![\d.,])\d{1,3}(,\d{3})+(?![\d.])|(?<![\d.,])\d{2,4}(?![\d.,]*\d)", RegexOptions.None, 1000)]
    private static partial Regex Toll();
}
