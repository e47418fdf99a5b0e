using Sitrep.Model.Record;

namespace Sitrep.Eval.Wordings;

/// <summary>The rows of a table of wordings, of which sentences are put together.</summary>
internal sealed class WordingRows
{
    private readonly Dictionary<string, string[][]> _rows;

    private readonly int _draw;

    private WordingRows(Dictionary<string, string[][]> rows, int draw) => (_rows, _draw) = (rows, draw);

    /// <summary>Wordings that are no English, or that cannot be told apart, are passed over.</summary>
    private const int TriesPerFact = 20;

    public static WordingRows Load(string path, int draw = Draw.Pinned) => new(File.ReadLines(path).Where(line => line.Length > 0 && !line.StartsWith('#')).Skip(1).Select(line => line.Split('\t')).GroupBy(row => row[0], StringComparer.Ordinal).ToDictionary(rows => rows.Key, rows => rows.Select(row => row[1..]).ToArray(), StringComparer.Ordinal), draw);

    public string[] Of(Draw draw, string kind) => draw.Of(_rows[kind]);

    public string[][] All(string kind) => _rows[kind];

    /// <summary>One of those that go with what was drawn before; null where none does.</summary>
    public string[]? Of(Draw draw, string kind, Func<string[], bool> fits) => _rows[kind].Where(fits).ToArray() is { Length: > 0 } fitting ? draw.Of(fitting) : null;

    /// <summary>Always the same sentences, in the same order; none twice.</summary>
    /// <param name="put">Puts one together; null when what was drawn does not go together.</param>
    public IEnumerable<T> Facts<T>(int count, Func<Draw, T?> put, Func<T, string> text)
        where T : class
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var draw = new Draw(_draw);
        for (int tries = 0; seen.Count < count && tries < count * TriesPerFact; tries++)
        {
            if (put(draw) is { } fact && seen.Add(text(fact))) yield return fact;
        }
    }

    public static string Framed(string frame, string fact, string source) => Filled(Filled(frame, "fact", fact), "source", source);

    /// <summary>Puts words where "{name}" stands, and with a capital where "{Name}" does.</summary>
    public static string Filled(string frame, string name, string words) =>
        frame.Replace($"{{{name}}}", words, StringComparison.Ordinal).Replace($"{{{Capital(name)}}}", Capital(words), StringComparison.Ordinal);

    /// <summary>Words without an article before them.</summary>
    public static string Bare(string words) => words.Split(' ') is [var article, .. var rest] && article.ToLowerInvariant() is "the" or "a" or "an" or "two" ? string.Join(' ', rest) : words;

    /// <summary>True for the word of whoever is said to tell it; of the report's own, where nobody is.</summary>
    public static bool IsBy(Claim claim, string? source) =>
        source is null ? claim.By.Kind == SourceKind.Narration : claim.By.Source is { } teller && Bare(source).EndsWith(Bare(teller.Name ?? teller.Words), StringComparison.OrdinalIgnoreCase);

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
