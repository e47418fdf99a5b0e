using System.Collections.Frozen;
using System.Collections.Immutable;
using Sitrep.Language;
using Sitrep.Language.Names;
using Sitrep.Language.Tokens;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;

namespace Sitrep.Pipeline.Parse;

/// <summary>One body paragraph and its sentences. Offsets count in the clean text of the report.</summary>
public sealed record ParsedParagraph(TextSpan Span, ImmutableArray<Sentence> Sentences);

/// <summary>A report with its body analysed.</summary>
public sealed record ParsedReport(Report Report, ImmutableArray<ParsedParagraph> Paragraphs);

/// <summary>Stage 4: report → sentences, tokens, trees and names of its body. Pure.</summary>
public sealed class ParseStage
{
    private readonly LanguageEngine _engine;
    private readonly SentenceJoints _joints;
    private readonly FighterNouns _fighters;
    private readonly ReportingClauses _reporting;
    private readonly PlainVerbRepair _plain;
    private readonly TellingRepair _tellings;
    private readonly ContentRepair _contents;
    private readonly CountedParticiples _counted;
    private readonly OrdinaryCase _case;

    public ParseStage(LanguageEngine engine, DataFolder data)
    {
        _engine = engine;
        _joints = new SentenceJoints(engine);
        _fighters = new FighterNouns(data.Rows("nouns.tsv", "noun", "class", "kind").Where(row => row[1] == "militants").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal));
        _tellings = new TellingRepair(data.Rows("verdicts.tsv", "word", "form", "effect").Where(row => row[1] == "telling").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal));
        _plain = new PlainVerbRepair(engine, data.Rows("events.tsv", "trigger", "pos", "with", "type", "roles", "needs").Where(row => row[1] == "verb" && row[5].Split(' ').Any(need => need is "obj=place" or "obj=town")).Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal));
        _counted = new CountedParticiples(data.Rows("counts.tsv", "word", "as", "with", "of", "measure", "count").Where(row => row[1] == "done" && row[2].Length == 0).Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal));
        IEnumerable<string> words = data.Rows("common-words.tsv", "word").Concat(data.Rows("nouns.tsv", "noun", "class", "kind")).Concat(data.Rows("events.tsv", "trigger", "pos", "with", "type", "roles", "needs")).Select(row => row[0]);
        _case = new OrdinaryCase(engine, Countries.Load(data), words.ToFrozenSet(StringComparer.Ordinal));
        _contents = new ContentRepair(data.Rows("cues.tsv", "cue", "form", "kind", "stance", "takes").Where(row => row[1] == "verb" && row[3].Length > 0 && row[4].Split(' ').Contains("clause") && !row[4].Contains("object:infinitive", StringComparison.Ordinal)).Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal),
            data.Rows("counts.tsv", "word", "as", "with", "of", "measure", "count").Where(row => row[1] == "does" && row[2].Length == 0).Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal));
        _reporting = new ReportingClauses(engine, data.Rows("cues.tsv", "cue", "form", "kind", "stance", "takes").Where(row => row[1] == "verb" && row[3].Length > 0 && row[4].Contains("clause", StringComparison.Ordinal)).Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal));
    }

    public ParsedReport Parse(Report report)
    {
        if (OrdinaryCase.IsShouted(report.Text)) report = report with { Text = _case.Restore(report.Text) };
        var names = new NameVotes();   // one for the report: a name means the same in all its paragraphs
        return new ParsedReport(report, [.. report.Body.Select(span => Parse(report.Text, span, names))]);
    }

    private ParsedParagraph Parse(string text, TextSpan span, NameVotes names) =>
        new(span, [.. _joints.Repair(text, _engine.Analyze(text, span.Start, span.End, names)).Select(sentence => Repair(text, sentence))]);

    // From the words up: tags, then what single nouns are, then clauses and what is joined to them.
    private Sentence Repair(string text, Sentence sentence)
    {
        sentence = ParticleNouns.Repair(AgreementRepair.Repair(PastFormRepair.Repair(_plain.Repair(text, sentence), _engine)));
        sentence = GradeRepair.Repair(AbsoluteRepair.Repair(sentence));
        Sentence parted = _reporting.Repair(text, sentence);
        if (!ReferenceEquals(parted, sentence)) parted = PastFormRepair.Repair(parted, _engine);   // its parts were parsed anew
        sentence = _tellings.Repair(ModalRepair.Repair(parted));
        sentence = SecondSubject.Repair(WeekdayRepair.Repair(SpellRepair.Repair(SubordinateRepair.Repair(PronounRepair.Repair(ParticipleRepair.Repair(BeingRepair.Repair(GerundRepair.Repair(sentence))))))));
        return _counted.Repair(TellerRepair.Repair(MoreNumbers.Repair(ConjunctRepair.Repair(_fighters.Repair(FiniteRepair.Repair(FrontedRepair.Repair(_contents.Repair(sentence))))))));
    }
}
