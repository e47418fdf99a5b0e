using System.Collections.Frozen;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Numbers;

namespace Sitrep.Pipeline.Extract.Quantities;

/// <summary>The words of <c>data/numbers-context.tsv</c>, by kind.</summary>
internal sealed class QuantityWords
{
    private const string VaguePrefix = "vague:";

    public QuantityWords(DataFolder data)
    {
        var rows = data.Rows("numbers-context.tsv", "words", "kind", "value");
        var kinds = rows.ToLookup(row => row[1], row => (row[0], row[2]), StringComparer.Ordinal);
        PhraseList Kind(string kind) => new(kinds[kind]);
        Vague = new PhraseList(rows.Where(row => row[1].StartsWith(VaguePrefix, StringComparison.Ordinal)).Select(row => (row[0], row[2] + " " + row[1][VaguePrefix.Length..])));
        (Before, After, VagueJoint) = (Kind("before"), Kind("after"), Kind("vague-joint"));
        (MeasurePlain, PlaceList) = (Kind("measure-plain"), Kind("place-list"));
        (Measure, MeasureAdjective, Label, LabelWeak) = (Kind("measure"), Kind("measure-adjective"), Kind("label"), Kind("label-weak"));
        (AgeGroup, AgeCue, HyphenCount, NotOver) = (Kind("age-group"), Kind("age-cue"), Kind("hyphen-count"), Kind("not-over"));
        (Change, Score, ScoresAfter) = (Kind("change"), Kind("score"), Kind("scores-after"));
        (OneBefore, OneAfter, OneObject, AfterOne) = (Kind("one-before"), Kind("one-after"), Kind("one-object"), Kind("after-one"));
        (Person, UnitName, Currency) = (Kind("person"), Kind("unit-name"), rows.Where(row => row[1] == "currency").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal));
        Numbers = new NumberReader(data);
    }

    /// <summary>Qualifiers that stand before the number; the value names a <see cref="Qualifier"/>.</summary>
    public PhraseList Before { get; }
    /// <summary>Qualifiers that stand after it: "50 or more".</summary>
    public PhraseList After { get; }
    /// <summary>"dozens", "several hundred"; the value is the smallest count and a <see cref="Qualifier"/>.</summary>
    public PhraseList Vague { get; }
    /// <summary>What stands between two vague words: "dozens, possibly hundreds".</summary>
    public PhraseList VagueJoint { get; }
    public PhraseList Measure { get; }
    public PhraseList MeasureAdjective { get; }
    /// <summary>Measures that are plain words too: "a third", but "1 third".</summary>
    public PhraseList MeasurePlain { get; }
    /// <summary>What is counted by places in brackets: "cases in two districts: X (69), Y (38)".</summary>
    public PhraseList PlaceList { get; }
    /// <summary>Words that the number after them only names: "Flight 370".</summary>
    public PhraseList Label { get; }
    /// <summary>Labels that are also plain nouns: no label in lower case before a counted noun.</summary>
    public PhraseList LabelWeak { get; }
    public PhraseList AgeGroup { get; }
    public PhraseList AgeCue { get; }
    /// <summary>What a number joined by a hyphen may count: "1,000-strong", "five-member".</summary>
    public PhraseList HyphenCount { get; }
    /// <summary>Words after which "over", "about", "under" and the like are prepositions: "control over 12 villages".</summary>
    public PhraseList NotOver { get; }
    /// <summary>Verbs of change: "rose from 12 to 15" is no range.</summary>
    public PhraseList Change { get; }
    public PhraseList Score { get; }
    public PhraseList ScoresAfter { get; }
    public PhraseList OneBefore { get; }
    public PhraseList OneAfter { get; }
    public PhraseList OneObject { get; }
    public PhraseList AfterOne { get; }
    public PhraseList Person { get; }
    public PhraseList UnitName { get; }
    /// <summary>"USD", "Rs" before an amount, as they are written.</summary>
    public FrozenSet<string> Currency { get; }
    public NumberReader Numbers { get; }
}
