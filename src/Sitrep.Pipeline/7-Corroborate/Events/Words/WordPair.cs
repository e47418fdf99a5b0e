using System.Collections.Immutable;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Events.Words;

namespace Sitrep.Pipeline.Corroborate.Events.Words;

/// <summary>What speaks for and against two words naming one happening, as numbers.</summary>
internal static class WordPair
{
    /// <summary>Names of the numbers, in the order of <see cref="Of"/>; the forest's table refers to them.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "same-lemma", "same-words", "kin", "synonym", "derived", "broader", "sister", "unknown", "letters", "relation", "phrase-relation", "same-type", "both-verbs", "both-nouns",
        "rarity", "rarity-max", "saying", "same-report", "same-sentence", "sentences-apart", "leads", "doers", "targets", "crossed", "others", "parts", "parts-weight", "parts-least",
        "names", "places", "numbers", "sentences-alike", "parts-in-sentence", "reports-alike", "names-alike", "parts-in-report", "seldom", "seldom-max", "named-beside", "negated", "same-governor",
        "phrase", "part-of-other",
    ];

    /// <summary>Sentences apart from which it matters no more.</summary>
    private const int ApartMax = 10;

    public static float[] Of(EventWord a, EventWord b, WordKin kin, WordSetting setting)
    {
        bool lemma = a.Lemma == b.Lemma, report = a.ReportId == b.ReportId, sentence = report && a.Sentence == b.Sentence;
        WordRelation relation = kin.Relation(a.Lemma, a.Class, b.Lemma, b.Class);
        double rarity = setting.Rarity(a.Lemma), otherRarity = setting.Rarity(b.Lemma), seldom = setting.Seldom(a), otherSeldom = setting.Seldom(b);
        double[] values =
        [
            Flag(lemma), Flag(a.Words == b.Words), Flag(lemma || relation.Kin), lemma ? 1 : relation.Synonym, Flag(lemma || relation.Derived), Flag(relation.Broader), Flag(relation.Sister), Flag(relation.Unknown),
            Letters(a.Lemma, b.Lemma), lemma ? 4 : relation.Rank, Phrases(a, b, kin), a.Type is null || b.Type is null ? 0 : a.Type == b.Type ? 1 : -1, Flag(a.Class == 'v' && b.Class == 'v'), Flag(a.Class == 'n' && b.Class == 'n'),
            Math.Min(rarity, otherRarity), Math.Max(rarity, otherRarity), Flag(a.Reports) + Flag(b.Reports), Flag(report), Flag(sentence), report ? Math.Min(ApartMax, Math.Abs(a.Sentence - b.Sentence)) : ApartMax + 1,
            Flag(a.Sentence == 0) + Flag(b.Sentence == 0), Agree(a.Doers, b.Doers), Agree(a.Targets, b.Targets), Flag(a.Doers.Overlaps(b.Targets) || a.Targets.Overlaps(b.Doers)), Agree(a.Others, b.Others),
            Agree(a.Parts, b.Parts), setting.Overlap(a.Parts, b.Parts), Math.Min(a.Parts.Count, b.Parts.Count),
            Agree(a.Around.Names, b.Around.Names), Agree(a.Around.Places, b.Around.Places), Agree(a.Around.Numbers, b.Around.Numbers), setting.Cosine(a.Around.Content, b.Around.Content),
            Within(a.Parts, b.Around.Content) + Within(b.Parts, a.Around.Content), setting.Likeness(a.ReportId, b.ReportId), setting.SharedNames(a.ReportId, b.ReportId),
            setting.In(a.Parts, b.ReportId) + setting.In(b.Parts, a.ReportId), Math.Min(seldom, otherSeldom), Math.Max(seldom, otherSeldom),
            Flag(a.Around.Content.Contains(b.Lemma)) + Flag(b.Around.Content.Contains(a.Lemma)), Flag(a.Negated != b.Negated), Flag(a.Governor is not null && a.Governor == b.Governor),
            Flag(a.Phrase is not null) + Flag(b.Phrase is not null), Flag(a.Parts.Contains(b.Lemma) || b.Parts.Contains(a.Lemma)),
        ];
        return [.. values.Select(value => (float)value)];
    }

    private static double Flag(bool holds) => holds ? 1 : 0;

    /// <summary>1 when they share a lemma, -1 when they share none, 0 when one of them tells nothing.</summary>
    private static double Agree(Lemmas one, Lemmas other) => one.Count == 0 || other.Count == 0 ? 0 : one.Overlaps(other) ? 1 : -1;

    private static double Within(Lemmas parts, Lemmas sentence) => parts.Count == 0 ? 0.5 : (double)parts.SharedWith(sentence).Count() / parts.Count;

    /// <summary>Relation of phrases ("opened fire") to each other and to single words; -1 when nothing joins them, 0 when neither is a phrase.</summary>
    private static double Phrases(EventWord a, EventWord b, WordKin kin)
    {
        if (a.Phrase is null && b.Phrase is null) return 0;
        if (a.Phrase == b.Phrase) return 4;
        double rank = Math.Max(Rank(a.Phrase, b.Phrase), Math.Max(Rank(a.Phrase, b.Lemma), Rank(a.Lemma, b.Phrase)));
        return rank > 0 ? rank : -1;

        double Rank(string? one, string? other) => one is null || other is null ? 0 : kin.Relation(one, a.Class, other, b.Class).Rank;
    }

    /// <summary>Share of three-letter pieces that two words have in common (Dice).</summary>
    private static double Letters(string one, string other)
    {
        Lemmas a = Pieces(one), b = Pieces(other);
        return 2.0 * a.SharedWith(b).Count() / (a.Count + b.Count);
    }

    private static Lemmas Pieces(string word)
    {
        string edged = $"^{word}$";
        return new Lemmas(Enumerable.Range(0, edged.Length - 2).Select(at => edged.Substring(at, 3)));
    }
}
