using System.Globalization;
using Sitrep.Language;
using Sitrep.Language.Names;
using Sitrep.Language.Tokens;

namespace Sitrep.Train;

/// <summary>What the engine takes for what, on gold tokens: the commonest errors of tags, relations and heads.</summary>
internal static class Confusions
{
    private const int Shown = 12;

    public static string Of(IEnumerable<TreebankSentence> sentences, LanguageEngine engine)
    {
        var tags = new Dictionary<string, int>(StringComparer.Ordinal);
        var relations = new Dictionary<string, int>(StringComparer.Ordinal);
        var heads = new Dictionary<string, (int Wrong, int All)>(StringComparer.Ordinal);
        var lengths = new SortedDictionary<int, (int Wrong, int All)>();
        foreach (TreebankSentence gold in sentences)
        {
            (string text, RawToken[] raw) = gold.Join();
            Token[] found = engine.Analyze(text, raw, new NameVotes()).Tokens;
            for (int i = 0; i < raw.Length; i++)
            {
                string upos = gold.Tags[i][..gold.Tags[i].IndexOf('/')], other = found[i].Upos.ToString().ToUpperInvariant(), relation = Base(gold.Relations[i]);
                if (upos != other) Count(tags, $"{upos} taken for {other}");
                bool right = gold.Heads[i] == found[i].Head;
                (int wrong, int all) = heads.GetValueOrDefault(relation);
                heads[relation] = (wrong + (right ? 0 : 1), all + 1);
                int length = Math.Min(gold.Forms.Length / 10 * 10, 50);
                (wrong, all) = lengths.GetValueOrDefault(length);
                lengths[length] = (wrong + (right ? 0 : 1), all + 1);
                if (right && relation != Base(found[i].Relation)) Count(relations, $"{relation} taken for {Base(found[i].Relation)}");
            }
        }
        return $"""
              tags: {Top(tags)}
              relations, head right: {Top(relations)}
              heads wrong, by gold relation: {string.Join("; ", heads.OrderByDescending(pair => pair.Value.Wrong).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(Shown).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value.Wrong} of {pair.Value.All}")))}
              heads wrong, by words in the sentence: {string.Join("; ", lengths.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}+ {100.0 * pair.Value.Wrong / pair.Value.All:F1} %")))}
            """;
    }

    private static string Top(Dictionary<string, int> counts) => string.Join("; ", counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(Shown).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value}")));

    private static void Count(Dictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;

    private static string Base(string relation) => relation.IndexOf(':') is var colon and > 0 ? relation[..colon] : relation;
}
