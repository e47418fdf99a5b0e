using System.Collections.Frozen;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;

namespace Sitrep.Pipeline.Extract.Lexicon;

/// <summary>Everything Extract knows about English, loaded once from the data folder.</summary>
public sealed class ReadingLexicon
{
    public required NounList Nouns { get; init; }
    public required FrameList Frames { get; init; }
    public required RelationList Relations { get; init; }
    public required PolicingList Policing { get; init; }
    public required KnownActors Actors { get; init; }
    public required Countries Countries { get; init; }
    public required Gazetteer Gazetteer { get; init; }

    /// <summary>Words that make a number a count.</summary>
    public required CountList Counts { get; init; }

    /// <summary>Words that mark whose word something is.</summary>
    public required CueBook CueBook { get; init; }

    /// <summary>Reporting verbs that carry claims, by lemma, and what the source does to the content.</summary>
    public required FrozenDictionary<string, Stance> Cues { get; init; }

    /// <summary>What a governing word does to the event in its complement.</summary>
    public required FrozenDictionary<string, Stance> Modality { get; init; }

    /// <summary>Verbs whose object has happened, from <c>data/factives.tsv</c>.</summary>
    public required FrozenSet<string> Factives { get; init; }

    /// <summary>Words that single rules ask for, by set.</summary>
    public required WordSets Words { get; init; }

    /// <summary>How what was told is judged.</summary>
    public required VerdictList Verdicts { get; init; }

    /// <summary>What beside an event word keeps it from having happened.</summary>
    public required QualifierList Qualifiers { get; init; }

    /// <summary>Titles that are no part of a person's name.</summary>
    public required FrozenSet<string> Titles { get; init; }

    /// <summary>Words by which a text turns to another place or time, from <c>data/elsewhere.tsv</c>; several words stand with blanks between.</summary>
    public required FrozenSet<string> Elsewhere { get; init; }

    /// <summary>True when the sentence turns away from where the one before it was: "elsewhere", "in a separate attack".</summary>
    /// <param name="counts">Asked of a number alone: "another 30 are missing" goes on with those counted before.</param>
    internal bool TurnsElsewhere(Tree tree, bool counts = false)
    {
        for (int at = 0; at < tree.Count; at++)
        {
            if (counts && tree[at].Lemma.Equals("another", StringComparison.OrdinalIgnoreCase) && at + 1 < tree.Count && tree[at + 1].Upos is not (Language.Tokens.Upos.Noun or Language.Tokens.Upos.Propn)) continue;
            if (Elsewhere.Contains(tree[at].Lemma.ToLowerInvariant()) || at + 1 < tree.Count && Elsewhere.Contains(tree[at].Form.ToLowerInvariant() + " " + tree[at + 1].Form.ToLowerInvariant())) return true;
        }
        return false;
    }

    public static ReadingLexicon Load(DataFolder data, Gazetteer gazetteer, Countries countries, KnownActors actors) => Load(data, gazetteer, countries, actors, CueBook.Load(data));

    private static ReadingLexicon Load(DataFolder data, Gazetteer gazetteer, Countries countries, KnownActors actors, CueBook cues) => new()
    {
        CueBook = cues,
        Nouns = NounList.Load(data),
        Frames = FrameList.Load(data),
        Counts = CountList.Load(data),
        Relations = RelationList.Load(data),
        Policing = PolicingList.Load(data),
        Actors = actors,
        Countries = countries,
        Gazetteer = gazetteer,
        Cues = cues.Claiming,
        Factives = data.Rows("factives.tsv", "word").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal),
        Modality = data.Rows("modality.tsv", "word", "effect").ToFrozenDictionary(row => row[0], row => Spelling.Parse<Stance>(row[1]), StringComparer.Ordinal),
        Words = WordSets.Load(data),
        Verdicts = VerdictList.Load(data),
        Qualifiers = QualifierList.Load(data),
        Elsewhere = data.Rows("elsewhere.tsv", "words").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal),
        Titles = data.Rows("titles.tsv", "title").Select(row => row[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase),
    };
}
