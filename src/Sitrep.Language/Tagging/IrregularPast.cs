using System.Collections.Frozen;

namespace Sitrep.Language.Tagging;

/// <summary>Past forms of irregular verbs ("struck", "retook"), from <c>irregular-past.tsv</c>.</summary>
/// <remarks>The treebanks hold few of them, and a form never seen is taken for a noun. The list is closed in the language, so it is written down.</remarks>
internal static class IrregularPast
{
    private static readonly FrozenDictionary<string, string> Lemmas = Load();
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Lemmas.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The lemma of a past form; null when the word is none.</summary>
    public static string? Lemma(ReadOnlySpan<char> form, string penn) => penn is "VBD" or "VBN" && Lookup.TryGetValue(form, out string? lemma) ? lemma : null;

    private static FrozenDictionary<string, string> Load()
    {
        using Stream stream = typeof(IrregularPast).Assembly.GetManifestResourceStream("Sitrep.Language.irregular-past.tsv")
            ?? throw new InvalidOperationException("The list of irregular verbs is not in the assembly.");
        using var reader = new StreamReader(stream);
        var lemmas = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            string[] cells = line.Split('\t');
            if (cells.Length == 2 && line[0] != '#' && cells[0] != "form") lemmas.TryAdd(cells[0], cells[1]);
        }
        return lemmas.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
