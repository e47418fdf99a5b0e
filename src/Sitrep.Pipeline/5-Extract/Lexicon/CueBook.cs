using System.Collections.Frozen;
using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Extract.Lexicon;

/// <summary>Part of speech of a cue.</summary>
public enum CueForm { Verb, Noun, Adjective, Adverb, Phrase, Light }

/// <summary>What a source does with the content: the kinds of <c>data/cues.tsv</c>.</summary>
public enum CueKind { Speech, Denial, Doubt, Question, Directive, Commitment, Expectation, Thought, Feeling, Perception, Judgement, Intention, Showing, Appearance, Hearsay, Silence }

/// <summary>One row of <c>data/cues.tsv</c>: a word that marks whose word, thought or feeling something is.</summary>
/// <param name="Stance">What the source does to the content; null when it carries no claim for the record.</param>
/// <param name="Takes">What the content may be: "clause", "quote", "infinitive", "object", "for:np" …</param>
public sealed record Cue(string Word, CueForm Form, CueKind Kind, Stance? Stance, FrozenSet<string> Takes)
{
    /// <summary>True when the subject of the cue is part of the content: "the bridge seems to hold".</summary>
    public bool IsBare => Takes.Contains("infinitive:bare");

    /// <summary>Objects with which nobody speaks: "the storm claimed 12 lives".</summary>
    public FrozenSet<string> Never { get; } = Takes.Where(take => take.StartsWith(NeverWith, StringComparison.Ordinal)).Select(take => take[NeverWith.Length..]).ToFrozenSet(StringComparer.Ordinal);

    private const string NeverWith = "never:";
}

/// <summary>The cues of <c>data/cues.tsv</c>.</summary>
public sealed class CueBook
{
    private readonly FrozenDictionary<(string, CueForm), Cue> _cues;

    private CueBook(FrozenDictionary<(string, CueForm), Cue> cues) => _cues = cues;

    public static CueBook Load(DataFolder data) => new(Rows(data).ToFrozenDictionary(cue => (cue.Word, cue.Form)));

    /// <returns>Null when the lemma is no cue of that form.</returns>
    public Cue? For(string lemma, CueForm form) => _cues.GetValueOrDefault((lemma, form));

    /// <summary>Phrases of several words, longest first.</summary>
    public ImmutableArray<Cue> Phrases => [.. _cues.Values.Where(cue => cue.Form == CueForm.Phrase).OrderByDescending(cue => cue.Word.Length).ThenBy(cue => cue.Word, StringComparer.Ordinal)];

    /// <summary>Reporting verbs that carry claims, by lemma, and what the source does to the content.</summary>
    public FrozenDictionary<string, Stance> Claiming => _cues.Values.Where(cue => cue is { Form: CueForm.Verb, Stance: not null }).ToFrozenDictionary(cue => cue.Word, cue => cue.Stance!.Value, StringComparer.Ordinal);

    private static IEnumerable<Cue> Rows(DataFolder data) => data.Rows("cues.tsv", "cue", "form", "kind", "stance", "takes").Select(row => new Cue(
        row[0], Spelling.Parse<CueForm>(row[1]), Spelling.Parse<CueKind>(row[2]), row[3].Length == 0 ? null : Spelling.Parse<Stance>(row[3]),
        row[4].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal)));
}
