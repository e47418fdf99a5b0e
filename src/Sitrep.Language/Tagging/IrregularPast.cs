using System.Collections.Frozen;
using Sitrep.Language.Tokens;

namespace Sitrep.Language.Tagging;

/// <summary>Past forms of irregular verbs ("struck", "retook"), from <c>irregular-past.tsv</c>.</summary>
/// <remarks>The treebanks hold few of them, and a form never seen is taken for a noun. The list is closed in the language, so it is written down.</remarks>
internal static class IrregularPast
{
    private static readonly FrozenDictionary<string, string> Lemmas = Load();
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Lemmas.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Gives a past form that was tagged as no verb its verb tag, unless the word before says it is a noun ("a shot", "five shots").</summary>
    public static void Mend(string text, ReadOnlySpan<RawToken> raw, Span<int> tags, TagSet tagSet)
    {
        int past = tagSet.IdOf("VERB/VBD");
        if (past < 0) return;
        for (int i = 0; i < raw.Length; i++)
        {
            if (tagSet.Upos[tags[i]] is Upos.Verb or Upos.Aux && tagSet.Penn[tags[i]] is not ("VB" or "VBP")) continue;
            if (!char.IsAsciiLetterLower(text[raw[i].Start]) || !Lookup.ContainsKey(text.AsSpan(raw[i].Start, raw[i].End - raw[i].Start))) continue;
            if (i > 0 && tagSet.Upos[tags[i - 1]] is Upos.Det or Upos.Num or Upos.Adj or Upos.Part) continue;
            if (i > 0 && tagSet.Penn[tags[i - 1]] is "PRP$" or "MD" or "IN" or "TO") continue;
            tags[i] = past;
        }
    }

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
