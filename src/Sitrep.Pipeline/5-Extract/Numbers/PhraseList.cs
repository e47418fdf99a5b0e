namespace Sitrep.Pipeline.Extract.Numbers;

/// <summary>Words and phrases of one kind, each with a value, found at a place in a sentence, longest first.</summary>
internal sealed class PhraseList
{
    private readonly Dictionary<string, List<(string[] Words, string Value)>> _byFirst = new(StringComparer.Ordinal);

    /// <param name="rows">Lower-case words separated by single blanks, and a value.</param>
    public PhraseList(IEnumerable<(string Words, string Value)> rows)
    {
        foreach ((string phrase, string value) in rows)
        {
            string[] words = phrase.Split(' ');
            if (!_byFirst.TryGetValue(words[0], out List<(string[], string)>? list)) _byFirst[words[0]] = list = [];
            list.Add((words, value));
        }
        foreach (List<(string[] Words, string Value)> list in _byFirst.Values) list.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
    }

    /// <summary>The word alone is in the list.</summary>
    public bool Has(string lower) => TryGet(lower, out _);

    /// <summary>The value of the word alone.</summary>
    public bool TryGet(string lower, out string value)
    {
        value = "";
        if (!_byFirst.TryGetValue(lower, out List<(string[] Words, string Value)>? list)) return false;
        (string[] words, value) = list[^1];
        return words.Length == 1;
    }

    /// <summary>The longest phrase that starts at <paramref name="index"/>.</summary>
    /// <param name="next">Index just past it.</param>
    public bool TryMatch(Pieces pieces, int index, out int next, out string value)
    {
        (next, value) = (index, "");
        if (!_byFirst.TryGetValue(pieces.Word(index), out List<(string[] Words, string Value)>? list)) return false;
        foreach ((string[] words, string v) in list)
        {
            int n = 1;
            while (n < words.Length && pieces.Word(index + n) == words[n]) n++;
            if (n < words.Length) continue;
            (next, value) = (index + n, v);
            return true;
        }
        return false;
    }
}
