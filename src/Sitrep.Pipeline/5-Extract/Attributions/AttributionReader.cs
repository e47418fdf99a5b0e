using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Verdicts;

namespace Sitrep.Pipeline.Extract.Attributions;

/// <summary>A paragraph as it goes into Extract.</summary>
public sealed record ReadParagraph(TextSpan Span, ReadSentence[] Sentences);

/// <summary>The attributions of one paragraph.</summary>
public sealed class ReadAttributions
{
    private readonly SpokenWords _spoken;

    internal ReadAttributions(List<FoundAttribution>[] claiming, SpokenWords spoken) => (Claiming, _spoken) = (claiming, spoken);

    /// <summary>For each sentence those that carry claims, the smallest content first.</summary>
    public List<FoundAttribution>[] Claiming { get; }

    /// <summary>All attributions but those inside another's content, as stretches of the text; whole once the next paragraphs are read too, for a quotation may run on.</summary>
    public IReadOnlyList<AttributedSpans> Spans => _spoken.Spans;
}

/// <summary>Reads whose word is what in a report: the one way in for all that asks about attribution.</summary>
public sealed class AttributionReader(ReadingLexicon lexicon, ActorFinder actors)
{
    private readonly ClauseFinder _clauses = new(lexicon.CueBook, lexicon.Words);
    private readonly Cue _said = lexicon.CueBook.For("say", CueForm.Verb) ?? throw new InvalidDataException("cues.tsv has no row for 'say'.");
    private readonly AttributionFinder _found = new(lexicon, actors);
    private readonly QuotedSpeakers _speakers = new(new AttributionFinder(lexicon, actors), actors, lexicon.Nouns);
    private readonly SignedTelling _signed = new(new AttributionFinder(lexicon, actors), lexicon.CueBook, lexicon.Verdicts, lexicon.Words);
    private readonly VerdictFinder _verdicts = new(lexicon.Verdicts, lexicon.CueBook, lexicon.Words);

    public SourceKind KindOf(ActorMention speaker) => _found.KindOf(speaker);

    /// <summary>The attributions of each paragraph, in order.</summary>
    public IEnumerable<ReadAttributions> Read(string text, IEnumerable<ReadParagraph> paragraphs)
    {
        var memory = new SpeakerMemory(lexicon.Words);
        SpokenWords? before = null;
        Attribution? last = null, introduced = null;
        (ReadSentence[] Sentences, ReadAttributions Read)? held = null;   // until it is known whether the next paragraph says whose word it is
        foreach (ReadParagraph paragraph in paragraphs)
        {
            List<TextSpan> quotes = QuoteMarks.Find(text, paragraph.Span);
            bool[][] quoted = [.. paragraph.Sentences.Select(sentence => AttributionFinder.Quoted(sentence.Tree, quotes))];
            List<CuedClause>[] clauses = [.. paragraph.Sentences.Select((sentence, i) => _clauses.Find(sentence.Tree, quoted[i]))];
            var claiming = new List<FoundAttribution>[paragraph.Sentences.Length];
            var verdicts = new List<JudgedTelling>[paragraph.Sentences.Length];
            for (int i = 0; i < claiming.Length; i++)
            {
                ReadSentence sentence = paragraph.Sentences[i];
                claiming[i] = _found.Find(sentence, clauses[i], quoted[i], memory);
                verdicts[i] = [.. _verdicts.Find(sentence.Tree).Select(verdict => new JudgedTelling(verdict, _found.Giver(sentence, verdict.Judge, sentence.Tree[verdict.Word].Lemma, memory), _found.Giver(sentence, verdict.Teller, "claim", memory)))];
                if (claiming[i].Count == 0) _found.NoteSubject(paragraph.Sentences[i], quoted[i], memory);
            }
            var spoken = SpokenWords.Of(text, paragraph, clauses, quotes, before, _said);
            bool runsOn = RunsOn(text, paragraph.Span);
            _speakers.Carry(paragraph.Sentences, claiming, quoted, runsOn ? last : null, runsOn ? introduced : null);
            if (claiming.Length > 0) introduced = claiming[^1].Count == 0 ? _speakers.Introduced(paragraph.Sentences[^1], quoted[^1]) : null;
            for (int i = 0; i < claiming.Length; i++)
            {
                Repeat(paragraph.Sentences[i], quoted[i], claiming[i], memory);
                foreach (JudgedTelling judged in verdicts[i]) judged.AddTo(claiming[i]);
            }
            foreach (List<FoundAttribution> found in claiming) foreach (FoundAttribution one in found) if (one.By.Quoted) last = one.By;
            for (int i = 0; i < claiming.Length; i++) _signed.Give(paragraph.Sentences, claiming, i, held is { } opened ? (opened.Sentences, opened.Read.Claiming) : null, memory);
            if (held is { } whole) yield return whole.Read;
            held = (paragraph.Sentences, new ReadAttributions(claiming, spoken));
            before = spoken;
        }
        if (held is { } final) yield return final.Read;
    }

    private void Repeat(ReadSentence sentence, bool[] quoted, List<FoundAttribution> found, SpeakerMemory memory)
    {
        if (found.Count == 0 || !Enumerable.Range(0, quoted.Length).Any(at => quoted[at] && sentence.Tree[at].Upos == Upos.Verb && lexicon.Cues.ContainsKey(sentence.Tree[at].Lemma))) return;
        FoundAttribution[] repeated = [.. _found.Repeated(sentence, _clauses.Find(sentence.Tree, new bool[quoted.Length]), quoted, found, memory)];
        found.InsertRange(0, repeated.OrderBy(one => one.Size));
    }

    // A paragraph that opens with a mark goes on quoting, or quotes somebody who is named in it.
    private static bool RunsOn(string text, TextSpan paragraph) => paragraph.Length > 0 && (text[paragraph.Start] is '“' or '"' or '„' or '«' || text.AsSpan(paragraph.Start, paragraph.Length).StartsWith("''"));
}
