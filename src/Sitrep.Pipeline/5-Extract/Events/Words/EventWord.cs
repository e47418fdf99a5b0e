using Sitrep.Model.Record;
using Sitrep.Model.Text;

namespace Sitrep.Pipeline.Extract.Events.Words;

/// <summary>Words that name a happening, with what stands around them: all that is needed to ask whether two of them name the same one.</summary>
/// <param name="Sentence">Number of its sentence in the report, from 0.</param>
/// <param name="Span">From its first to its last word.</param>
/// <param name="Words">In small letters, as written.</param>
/// <param name="Lemma">Of the word that governs the others, in small letters.</param>
/// <param name="Class">v, n or a as in <c>data/word-kin.tsv</c>; x for others.</param>
/// <param name="Phrase">All its lemmas joined by _ where it is more than one word; null otherwise.</param>
/// <param name="Type">What kind of event the word mostly names; null when no frame has it.</param>
/// <param name="Doers">Lemmas of who did it.</param>
/// <param name="Targets">Lemmas of whom it was done to.</param>
/// <param name="Others">Lemmas of what else hangs on it.</param>
/// <param name="Governor">Lemma of the word it hangs on; null at the root.</param>
/// <param name="Reports">True for a word of saying.</param>
public sealed record EventWord(
    string ReportId, int Sentence, TextSpan Span, string Words, string Lemma, char Class, string? Phrase, EventType? Type,
    Lemmas Doers, Lemmas Targets, Lemmas Others, string? Governor, bool Negated, bool Reports, SentenceWords Around)
{
    /// <summary>Lemmas of all that takes part.</summary>
    public Lemmas Parts { get; } = new(Doers.All.Concat(Targets.All).Concat(Others.All));
}

/// <summary>The telling words of one sentence, by lemma in small letters.</summary>
public sealed record SentenceWords(Lemmas Content, Lemmas Names, Lemmas Places, Lemmas Numbers);

/// <summary>The event words of one report.</summary>
/// <param name="Counts">How often the report has each lemma.</param>
/// <param name="Names">Lemmas that are part of a name in it.</param>
public sealed record WordedReport(string ReportId, IReadOnlyDictionary<string, int> Counts, Lemmas Names, IReadOnlyList<EventWord> Words);
