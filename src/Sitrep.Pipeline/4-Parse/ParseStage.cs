using System.Collections.Frozen;
using System.Collections.Immutable;
using Sitrep.Language;
using Sitrep.Language.Names;
using Sitrep.Language.Tokens;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Parse.Clauses;
using Sitrep.Pipeline.Parse.Counts;
using Sitrep.Pipeline.Parse.Days;
using Sitrep.Pipeline.Parse.Tellings;
using Sitrep.Pipeline.Parse.Words;

namespace Sitrep.Pipeline.Parse;

/// <summary>One body paragraph and its sentences. Offsets count in the clean text of the report.</summary>
public sealed record ParsedParagraph(TextSpan Span, ImmutableArray<Sentence> Sentences);

/// <summary>A report with its body analysed.</summary>
public sealed record ParsedReport(Report Report, ImmutableArray<ParsedParagraph> Paragraphs);

/// <summary>Stage 4: report → sentences, tokens, trees and names of its body. Pure.</summary>
public sealed class ParseStage
{
    private readonly LanguageEngine _engine;
    private readonly WordSets _words;
    private readonly QuotedNames _quoted;
    private readonly SentenceJoints _joints;
    private readonly FighterNouns _fighters;
    private readonly ReportingClauses _reporting;
    private readonly AsideClauses _asides;
    private readonly PlainVerbRepair _plain;
    private readonly TellingRepair _tellings;
    private readonly ThatClauses _thats;
    private readonly ContentRepair _contents;
    private readonly ComplementRepair _complements;
    private readonly CountedParticiples _counted;
    private readonly OrdinaryCase _case;
    private readonly VerbalNouns _verbal;
    private readonly SecondVerbRepair _second;
    private readonly ToldJoint _joined;
    private readonly OneOfRepair _offices;
    private readonly SharedModifiers _shared;
    private readonly CleftRepair _clefts;
    private readonly ChargeRepair _charges;
    private readonly CondemnedRepair _condemned;
    private readonly RelativeRepair _relatives;
    private readonly SiteListRepair _sites;
    private readonly SiteNouns _siteNouns;
    private readonly SaidTail _tails;
    private readonly Func<string, Sentence, Sentence>[] _tagRepairs, _clauseRepairs;

    public ParseStage(LanguageEngine engine, DataFolder data)
    {
        _engine = engine;
        _words = WordSets.Load(data);
        _joints = new SentenceJoints(engine);
        _quoted = new QuotedNames(data.Rows("nouns.tsv", "noun", "class", "kind").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal));
        _fighters = new FighterNouns(data.Rows("nouns.tsv", "noun", "class", "kind").Where(row => row[1] == "militants").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal));
        _tellings = new TellingRepair(data.Rows("verdicts.tsv", "word", "form", "effect").Where(row => row[1] == "telling").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal), _words);
        FrozenSet<string> taken = data.Rows("events.tsv", "trigger", "pos", "with", "type", "roles", "needs").Where(row => row[1] == "verb" && row[5].Split(' ').Any(need => need is "obj=place" or "obj=town")).Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal);
        _plain = new PlainVerbRepair(engine, taken, _words);
        _relatives = new RelativeRepair(taken);
        _counted = new CountedParticiples(data.Rows("counts.tsv", "word", "as", "with", "of", "measure", "count").Where(row => row[1] == "done" && row[2].Length == 0).Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal), _words);
        _verbal = new VerbalNouns(data.Rows("events.tsv", "trigger", "pos", "with", "type", "roles", "needs").Where(row => row[1] == "noun" && row[0].EndsWith("ing", StringComparison.Ordinal)).Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal),
            VerbalNouns.Gerunds(data.Rows("events.tsv", "trigger", "pos", "with", "type", "roles", "needs").Where(row => row[1] == "verb").Select(row => row[0]).Distinct(StringComparer.Ordinal)));
        _joined = new ToldJoint(data.Rows("cues.tsv", "cue", "form", "kind", "stance", "takes").Where(row => row[1] == "verb" && row[2] is "speech" or "judgement" or "directive" or "commitment").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal), _words);
        _second = new SecondVerbRepair(data.Rows("events.tsv", "trigger", "pos", "with", "type", "roles", "needs").Where(row => row[1] == "verb" && row[2].Length > 0).SelectMany(row => row[2].Split('|').Select(noun => $"{row[0]} {noun}")).ToFrozenSet(StringComparer.Ordinal), _words);
        IEnumerable<string> words = data.Rows("common-words.tsv", "word").Concat(data.Rows("nouns.tsv", "noun", "class", "kind")).Concat(data.Rows("events.tsv", "trigger", "pos", "with", "type", "roles", "needs")).Select(row => row[0]);
        _case = new OrdinaryCase(engine, Countries.Load(data), words.ToFrozenSet(StringComparer.Ordinal));
        FrozenSet<string> aims = data.Rows("cues.tsv", "cue", "form", "kind", "stance", "takes").Where(row => row[1] == "verb" && row[2] is "intention" or "commitment" && row[4].Split(' ').Contains("infinitive")).Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal);
        FrozenSet<string> sayings = data.Rows("cues.tsv", "cue", "form", "kind", "stance", "takes").Where(row => row[1] == "verb" && row[3].Length > 0 && row[4].Split(' ').Contains("clause") && !row[4].Contains("object:infinitive", StringComparison.Ordinal)).Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal);
        _thats = new ThatClauses(sayings, _words);
        _contents = new ContentRepair(sayings,
            data.Rows("counts.tsv", "word", "as", "with", "of", "measure", "count").Where(row => row[1] == "does" && row[2].Length == 0).Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal),
            aims, _words);
        _tails = new SaidTail(data.Rows("counts.tsv", "word", "as", "with", "of", "measure", "count").Where(row => row[1] == "done").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal));
        _complements = new ComplementRepair(aims, data.Rows("cues.tsv", "cue", "form", "kind", "stance", "takes").Where(row => row[1] == "verb" && row[4].Contains("object:infinitive", StringComparison.Ordinal)).Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal),
            data.Rows("nouns.tsv", "noun", "class", "kind").Where(row => row[1] is "force" or "police" or "militants" or "official" or "body" or "people").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal), _words);
        _reporting = new ReportingClauses(engine, _words, data.Rows("cues.tsv", "cue", "form", "kind", "stance", "takes").Where(row => row[1] == "verb" && row[3].Length > 0 && row[4].Contains("clause", StringComparison.Ordinal)).Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal));
        FrozenSet<string> officials = data.Rows("nouns.tsv", "noun", "class", "kind").Where(row => row[1] == "official").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal);
        (_offices, _shared) = (new OneOfRepair(officials), new SharedModifiers(officials));
        _asides = new AsideClauses(engine, _words);
        _clefts = new CleftRepair(data.Rows("nouns.tsv", "noun", "class", "kind").Where(row => row[1] is "force" or "police" or "militants" or "official" or "body" or "people").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal));
        _charges = new ChargeRepair(data.Rows("events.tsv", "trigger", "pos", "with", "type", "roles", "needs").Where(row => row[1] == "verb").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal), _words);
        _condemned = new CondemnedRepair(data.Rows("events.tsv", "trigger", "pos", "with", "type", "roles", "needs").Where(row => row[1] == "noun").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal), _words);
        _sites = new SiteListRepair(data.Rows("nouns.tsv", "noun", "class", "kind").Where(row => row[1] is "facility" or "object").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal));
        _siteNouns = new SiteNouns(data.Rows("nouns.tsv", "noun", "class", "kind").Where(row => row[1] == "facility").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal));
        (_tagRepairs, _clauseRepairs) = (TagRepairs(), ClauseRepairs());
    }

    public ParsedReport Parse(Report report)
    {
        if (OrdinaryCase.IsShouted(report.Text)) report = report with { Text = _case.Restore(report.Text) };
        if (_quoted.Bare(report.Text) is var bare && !ReferenceEquals(bare, report.Text)) report = report with { Text = bare };
        var names = new NameVotes();   // one for the report: a name means the same in all its paragraphs
        IReadOnlyList<Sentence>[] read = _engine.AnalyzeParagraphs(report.Text, [.. report.Body.Select(span => (span.Start, span.End))], names);
        Sentence[][] joined = Array.ConvertAll(read, sentences => _joints.Repair(report.Text, sentences).ToArray());
        Sentence[] all = [.. joined.SelectMany(sentences => sentences)];
        ImmutableArray<Sentence> repaired = [.. _asides.Repair(report.Text, Repaired(report.Text, all), Repaired)];
        int next = 0;
        return new ParsedReport(report, [.. report.Body.Select((span, i) => new ParsedParagraph(span, repaired.Slice((next += joined[i].Length) - joined[i].Length, joined[i].Length)))]);
    }

    private IReadOnlyList<Sentence> Repaired(string text, IReadOnlyList<Sentence> sentences) =>
        [.. _reporting.Repair(text, [.. sentences.Select(sentence => Mended(_tagRepairs, text, sentence))]).Select(sentence => Mended(_clauseRepairs, text, sentence))];

    // A repair that would close a circle is not taken: what walks up a tree must come to its end, whatever the text.
    private static Sentence Mended(Func<string, Sentence, Sentence>[] repairs, string text, Sentence sentence) =>
        repairs.Aggregate(sentence, (repaired, repair) => repair(text, repaired) is var next && (ReferenceEquals(next, repaired) || Trees.IsTree(next.Tokens)) ? next : repaired);

    // From the words up: tags, then reporting clauses, then what single nouns are, clauses, and what is joined to them.
    private Func<string, Sentence, Sentence>[] TagRepairs() =>
    [
        _plain.Repair,
        Alone(sentence => PastFormRepair.Repair(sentence, _engine, _words)),
        Alone(AgreementRepair.Repair),
        Alone(FunctionWordRepair.Repair),
        Alone(sentence => ParticleNouns.Repair(sentence, _words)),
        Alone(sentence => HandedOver.Repair(sentence, _words)),
        Alone(AbsoluteRepair.Repair),
        Alone(GradeRepair.Repair),
    ];

    private Func<string, Sentence, Sentence>[] ClauseRepairs() =>
    [
        Alone(PossessiveRepair.Repair),
        Alone(sentence => NounVerbs.Repair(sentence, _words)),
        Alone(sentence => DescribedSubjects.Repair(sentence, _words)),
        Alone(sentence => DeniedTail.Repair(sentence, _words)),
        Alone(sentence => NeighbourRepair.Repair(sentence, _words)),
        Alone(sentence => MilitaryNoun.Repair(sentence, _words)),
        Alone(NamedFighters.Repair),
        Alone(sentence => SharedNouns.Repair(sentence, _words)),
        Alone(ModalRepair.Repair),
        Alone(_tellings.Repair),
        Alone(AttributeRepair.Repair),
        Alone(_verbal.Repair),
        Alone(_shared.Repair),
        Alone(_siteNouns.Repair),
        Alone(InNames.Repair),
        Alone(sentence => OfficeRepair.Repair(sentence, _words)),
        Alone(ExistenceRepair.Repair),
        Alone(sentence => GerundRepair.Repair(sentence, _words)),
        Alone(sentence => ActingRepair.Repair(sentence, _words)),
        Alone(BeingRepair.Repair),
        Alone(_second.Repair),
        Alone(sentence => ClosingDates.Repair(sentence, _words)),
        Alone(sentence => OpeningParts.Repair(sentence, _words)),
        Alone(sentence => ActiveRepair.Repair(sentence, _words)),
        Alone(ParticipleRepair.Repair),
        Alone(DayVerbRepair.Repair),
        Alone(sentence => PronounRepair.Repair(sentence, _words)),
        Alone(sentence => SubordinateRepair.Repair(sentence, _words)),
        Alone(sentence => ActiveRepair.Repair(sentence, _words)),   // again: which clauses there are is known only now
        Alone(sentence => DescribedSubjects.Repair(sentence, _words)),   // again, for the same reason
        Alone(sentence => PassedThrough.Repair(sentence, _words)),
        Alone(ClauseDays.Repair),
        Alone(DaysAndCounts.Repair),
        Alone(FlightRepair.Repair),
        Alone(sentence => SpellRepair.Repair(sentence, _words)),
        Alone(DemandRepair.Repair),
        Alone(_condemned.Repair),
        Alone(sentence => KinRepair.Repair(sentence, _words)),
        Alone(WeekdayRepair.Repair),
        Alone(sentence => OpeningDates.Repair(sentence, _words)),
        Alone(sentence => JoinedClauses.Repair(sentence, _words)),
        Alone(sentence => SecondSubject.Repair(sentence, _words)),
        Alone(QuotedClauseRepair.Repair),
        Alone(SaidRelativeRepair.Repair),
        Alone(_complements.Repair),
        Alone(_thats.Repair),
        Alone(_contents.Repair),
        Alone(LostSubjects.Repair),
        Alone(_offices.Repair),
        Alone(ConditionRepair.Repair),
        Alone(_clefts.Repair),
        Alone(_charges.Repair),
        Alone(sentence => ReducedRepair.Repair(sentence, _words)),
        Alone(LoyalRepair.Repair),
        Alone(sentence => WhoRepair.Repair(sentence, _words)),
        Alone(sentence => FrontedRepair.Repair(sentence, _words)),
        Alone(SettingRepair.Repair),
        Alone(sentence => FiniteRepair.Repair(sentence, _words)),
        Alone(ContrastRepair.Repair),
        Alone(sentence => AboardRepair.Repair(sentence, _words)),
        Alone(_fighters.Repair),
        Alone(ConjunctRepair.Repair),
        Alone(sentence => SupposedRepair.Repair(sentence, _words)),
        Alone(AsWellRepair.Repair),
        Alone(sentence => FrontedSpell.Repair(sentence, _words)),
        Alone(sentence => NearestSubject.Repair(sentence, _words)),
        Alone(sentence => ActiveRepair.Days(sentence, _words)),
        Alone(_relatives.Repair),
        Alone(_sites.Repair),
        Alone(CountListRepair.Repair),
        Alone(MoreNumbers.Repair),
        Alone(sentence => BoundRepair.Repair(sentence, _words)),
        Alone(IncludingRepair.Repair),
        Alone(sentence => LeftRepair.Repair(sentence, _words)),
        Alone(TellerRepair.Repair),
        Alone(_tails.Repair),
        Alone(HavingRepair.Repair),
        Alone(sentence => HearerRepair.Repair(sentence, _words)),
        Alone(sentence => HostageRepair.Repair(sentence, _words)),
        Alone(BehindMarker.Repair),
        Alone(_joined.Repair),
        Alone(_counted.Repair),
        Alone(SharedParticiple.Repair),
        Alone(ReportsOfNone.Repair),
        Alone(TollPlaces.Repair),
        Alone(_tellings.Repair),   // once more: clauses that were parted may have hidden a claim that is denied
    ];

    private static Func<string, Sentence, Sentence> Alone(Func<Sentence, Sentence> repair) => (_, sentence) => repair(sentence);
}
