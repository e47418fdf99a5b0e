namespace Sitrep.Eval.Wordings;

/// <summary>The rows of <c>eval/gold/wordings.tsv</c>, and the sentences put together from them.</summary>
internal sealed class WordingTable
{
    private readonly ILookup<string, string[]> _rows;

    private WordingTable(ILookup<string, string[]> rows) => _rows = rows;

    /// <summary>Wordings that are no English, or in which the day may be that of the saying, are passed over.</summary>
    private const int TriesPerFact = 20;

    public static WordingTable Load(string path) => new(File.ReadLines(path).Where(line => line.Length > 0 && !line.StartsWith('#')).Skip(1).Select(line => line.Split('\t')).ToLookup(row => row[0], row => row[1..], StringComparer.Ordinal));

    /// <summary>Always the same sentences, in the same order; none twice.</summary>
    public IEnumerable<WordedFact> Facts(int count)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var draw = new Draw();
        for (int tries = 0; seen.Count < count && tries < count * TriesPerFact; tries++)
        {
            if (Put(draw) is { } fact && seen.Add(fact.Text)) yield return fact;
        }
    }

    private WordedFact? Put(Draw draw)
    {
        string[] Row(string kind) => draw.Of([.. _rows[kind]]);
        string actor = Row("actor")[0], place = Row("place")[0], site = Row("site")[0].Replace("{}", place, StringComparison.Ordinal), day = Row("day")[0], source = Row("source")[0];
        string[] deed = Row("deed"), order = Row("order"), frame = Row("frame");
        string[] more = deed[1].Split('|'), may = frame[1].Split('|');
        bool told = may[0] == "yes", opens = order[1] == "yes", dated = order[0].Contains("{day}", StringComparison.Ordinal);
        // A day right behind "said" may be the day of the saying.
        if (opens && may[1] == "no" || more[1].Length == 0 && order[0].Contains("{suffered}", StringComparison.Ordinal)) return null;
        string fact = order[0].Replace("{did}", deed[0], StringComparison.Ordinal).Replace("{suffered}", more[1], StringComparison.Ordinal).Replace("{done}", more[2], StringComparison.Ordinal)
            .Replace("{actor}", actor, StringComparison.Ordinal).Replace("{day}", day, StringComparison.Ordinal).Replace("{place}", site, StringComparison.Ordinal);
        string text = frame[0].Replace("{Fact}", Capital(fact), StringComparison.Ordinal).Replace("{fact}", fact, StringComparison.Ordinal).Replace("{Source}", Capital(source), StringComparison.Ordinal).Replace("{source}", source, StringComparison.Ordinal);
        return new WordedFact(text, more[0].Split(','), actor, place, dated ? day : null, told ? source : null);
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>Numbers that look drawn and are the same on every machine: the generator of Park and Miller (1988).</summary>
    private sealed class Draw
    {
        private long _state = 42;

        public string[] Of(string[][] rows)
        {
            _state = _state * 48271 % int.MaxValue;
            return rows[(int)(_state % rows.Length)];
        }
    }
}
