using System.Globalization;

namespace Sitrep.Eval.Wordings;

/// <summary>Who and what a story of <c>eval/gold/story-wordings.tsv</c> is about: two sides of one war, two towns, rising counts, days.</summary>
internal sealed class StoryCast
{
    private const string State = "state", Rebel = "rebel";

    private static readonly string[][] Sides = [[State], [Rebel]];

    private readonly Dictionary<string, string[]> _words = new(StringComparer.Ordinal);

    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    private StoryCast(DateOnly first) => First = first;

    /// <summary>The story's first day.</summary>
    public DateOnly First { get; }

    public string[] Outlets { get; private init; } = [];

    /// <summary>All words for somebody or something; one of them is drawn each time.</summary>
    public string[] Words(string key) => key switch
    {
        // A day of the story: "d3" as a weekday, "date3" with its month.
        ['d', .. var days] when int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out int day) => [First.AddDays(day).ToString("dddd", CultureInfo.InvariantCulture)],
        ['d', 'a', 't', 'e', .. var days] => [First.AddDays(int.Parse(days, CultureInfo.InvariantCulture)).ToString("d MMMM", CultureInfo.InvariantCulture)],
        _ => _words[key],
    };

    /// <summary>A count of the story, or a number as written.</summary>
    public long Count(string key) => _counts.TryGetValue(key, out long count) ? count : Number(key);

    /// <summary>The key of a side as the record has it, where it is a state's.</summary>
    public string? Side(string who) => _words.GetValueOrDefault($"{who} side")?[0];

    /// <param name="who">What A is: "state", "rebel" or "any".</param>
    public static StoryCast Of(WordingRows rows, Draw draw, string who)
    {
        string[] war = rows.Of(draw, "war"), tolls = rows.Of(draw, "tolls"), first = who is "any" ? draw.Of(Sides) : [who];
        var cast = new StoryCast(DateOnly.ParseExact(rows.Of(draw, "base")[0], "yyyy-MM-dd", CultureInfo.InvariantCulture)) { Outlets = Different(rows, draw, "outlet", 3) };
        Dictionary<string, string[]> told = war[1..].Select(column => column.Split('=')).ToDictionary(pair => pair[0], pair => pair[1].Split(';'), StringComparer.Ordinal);
        string a = first[0], b = a == State ? Rebel : State;
        (cast._words["A"], cast._words["As"], cast._words["B"], cast._words["Bs"]) = (told[a], told[$"{a}Said"], told[b], told[$"{b}Said"]);
        cast._words[$"{(a == State ? "A" : "B")} side"] = told["side"];
        foreach (string key in (string[])["tv", "agency", "official", "ministry", "monitor"]) cast._words[key] = told[key];
        string town = draw.Of([.. told["town"].Select(name => (string[])[name])])[0], other = draw.Of([.. told["town"].Where(name => name != town).Select(name => (string[])[name])])[0];
        (cast._words["P"], cast._words["Q"], cast._words["person"]) = ([town], [other], [rows.Of(draw, "person")[0]]);
        foreach ((string key, string count) in new[] { "n", "m", "k", "c" }.Zip(tolls)) (cast._words[key], cast._counts[key]) = ([count.Split('=')[0]], Number(count.Split('=')[^1]));
        return cast;
    }

    private static long Number(string words) => long.Parse(words, CultureInfo.InvariantCulture);

    private static string[] Different(WordingRows rows, Draw draw, string kind, int count)
    {
        var drawn = new List<string>();
        while (drawn.Count < count) if (rows.Of(draw, kind)[0] is var one && !drawn.Contains(one)) drawn.Add(one);
        return [.. drawn];
    }
}
