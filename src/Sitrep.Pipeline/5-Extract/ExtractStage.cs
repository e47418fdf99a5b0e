using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Attributions;
using Sitrep.Pipeline.Extract.Claims;
using Sitrep.Pipeline.Extract.Dates;
using Sitrep.Pipeline.Extract.Details;
using Sitrep.Pipeline.Extract.Events;
using Sitrep.Pipeline.Extract.Figures;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Places;
using Sitrep.Pipeline.Extract.Quantities;
using Sitrep.Pipeline.Extract.Second;
using Sitrep.Pipeline.Parse;

namespace Sitrep.Pipeline.Extract;

/// <summary>Stage 5: parsed report → claims: who says that what happened, at which words. Pure.</summary>
public sealed class ExtractStage
{
    private readonly ReadingLexicon _lexicon;
    private readonly DateFinder _dates;
    private readonly QuantityFinder _quantities;
    private readonly ActorFinder _actors;
    private readonly PlaceFinder _places;
    private readonly ToponymFinder _toponyms;
    private readonly AttributionReader _attributions;
    private readonly EventFinder _events;
    private readonly AccidentalBlasts _blasts;
    private readonly EventDays _days;
    private readonly FigureFinder _figures;
    private readonly FateFinder _fates;
    private readonly Factuality _factuality;
    private readonly StanceReader _stances;
    private readonly PronounReader _pronouns;
    private readonly SentenceClaims _claims;
    private readonly DetailReader _details;

    public ExtractStage(DataFolder data, ReadingLexicon lexicon)
    {
        _lexicon = lexicon;
        _dates = new DateFinder(data);
        _quantities = new QuantityFinder(data, _dates);
        _actors = new ActorFinder(lexicon);
        _places = new PlaceFinder(lexicon, data);
        _toponyms = new ToponymFinder(lexicon, data);
        _attributions = new AttributionReader(lexicon, _actors);
        _events = new EventFinder(lexicon, _actors, _places);
        _blasts = new AccidentalBlasts(lexicon);
        _days = new EventDays(lexicon);
        _figures = new FigureFinder(lexicon, _actors, _places);
        _fates = new FateFinder(_actors, lexicon.Words);
        _factuality = new Factuality(lexicon);
        _stances = new StanceReader(lexicon, _factuality);
        _pronouns = new PronounReader(lexicon, _actors);
        _claims = new SentenceClaims(lexicon, _actors, _attributions, _days, new FigureDays(_days, lexicon.Words), _stances, _pronouns);
        _details = new DetailReader(lexicon, MeansList.Load(data));
    }

    public Reading Extract(ParsedReport parsed) => Extract(parsed, null);

    /// <summary>What the report tells, thing by thing: to be held beside another telling.</summary>
    public TellingDetails Details(ParsedReport parsed) => _details.Read(Extract(parsed), [.. Paragraphs(parsed).SelectMany(paragraph => paragraph.Sentences)]);

    /// <summary>What one claim was read from, by reading its report again; null when the report gives no such claim.</summary>
    public ClaimBasis? Explain(ParsedReport parsed, string claimId)
    {
        ClaimBasis? basis = null;
        Extract(parsed, (claim, told) =>
        {
            if (basis is null && claim.Id == claimId) basis = BasisOf(claim, told);
        });
        return basis;
    }

    /// <summary>Asks of what another reader found in the report what its own claims have by their making.</summary>
    /// <param name="reading">What this stage read in the same report.</param>
    /// <param name="readBy">See <see cref="Claim.ReadBy"/>.</param>
    internal ItemCheck Check(Report report, ParsedReport parsed, Reading reading, string readBy)
    {
        ImmutableArray<AttributedSentence> sentences = [.. parsed.Paragraphs.Zip(Paragraphs(parsed)).SelectMany(paragraph =>
            paragraph.Second.Sentences.Zip(paragraph.Second.Read.Claiming).Select(pair => new AttributedSentence(paragraph.First.Span, pair.First, pair.Second)))];
        var items = new ItemReader(_lexicon, _actors, _places, _attributions);
        return new ItemCheck(report, sentences, items, (sentence, at) => _stances.Of(sentence.Sentence.Tree, at, sentence.Attributions), reading.Claims, readBy, _lexicon.Words);
    }

    private IEnumerable<(ReadSentence[] Sentences, ReadAttributions Read)> Paragraphs(ParsedReport parsed)
    {
        string text = parsed.Report.Text;
        ReadSentence[][] paragraphs = [.. parsed.Paragraphs.Select(paragraph => paragraph.Sentences.Select(sentence => new ReadSentence(text, sentence, _lexicon, _dates, _quantities)).ToArray())];
        ReadSentence[] all = [.. paragraphs.SelectMany(sentences => sentences)];
        NameVote.Settle(all, _lexicon);
        _blasts.Settle(all);
        return paragraphs.Zip(_attributions.Read(text, paragraphs.Select((sentences, i) => new ReadParagraph(parsed.Paragraphs[i].Span, sentences))));
    }

    private ClaimBasis BasisOf(Claim claim, ToldSentence told)
    {
        List<FoundEvent> events = _events.Find(told.Sentence);
        FoundEvent? happened = claim.Event is { } read ? events.FirstOrDefault(found => found.Reading.Trigger == read.Trigger) : null;
        int at = happened?.Trigger
            ?? _figures.Find(told.Sentence, events, new FigureMemory()).FirstOrDefault(found => found.Reading.Quantity.Span == claim.Figure?.Quantity.Span)?.At
            ?? _fates.Find(told.Sentence, events).FirstOrDefault(found => found.Reading.State == claim.Fate?.State)?.At ?? -1;
        FoundAttribution? nearest = at < 0 ? null : told.Over(at);
        var signs = new List<FactualitySign>();
        Stance? inside = at < 0 ? null : _factuality.Of(told.Tree, at, nearest?.Cue ?? -1, signs, StanceReader.Judged(nearest));
        nearest ??= told.Attributions.FirstOrDefault(attribution => attribution.By == claim.By);
        return new ClaimBasis(claim, told.Sentence, nearest, happened, at, inside, [.. signs]);
    }

    private Reading Extract(ParsedReport parsed, Action<Claim, ToldSentence>? watch)
    {
        Report report = parsed.Report;
        var claims = new ClaimList(report.Id);
        var mentions = new MentionList(_lexicon, _actors, _places);
        var memory = new ReportMemory(_days, _lexicon);
        (ReadSentence[] Sentences, ReadAttributions Read)[] paragraphs = [.. Paragraphs(parsed)];
        // "300 cases were reported. … The outbreak": the disease may be named later, but for a release of its own.
        // The entries of a live page, which name no place of their own, are one story.
        ImmutableArray<Dateline> opening = [.. report.Further.Where(dateline => dateline.Place is not null)];
        if (opening.IsEmpty) foreach (ReadSentence sentence in paragraphs.SelectMany(paragraph => paragraph.Sentences)) memory.Counted.Notice(sentence, _lexicon);
        int releases = 0;
        for (int i = 0; i < paragraphs.Length; i++)
        {
            (ReadSentence[] sentences, ReadAttributions read) = paragraphs[i];
            int opened = opening.Count(dateline => dateline.Span.Start <= parsed.Paragraphs[i].Span.Start);
            if (opened != releases) memory.OpenRelease();
            releases = opened;
            memory.Place.NextParagraph();
            foreach (ReadSentence sentence in sentences) memory.Counted.Notice(sentence, _lexicon);   // "300 cases were reported. The outbreak …"
            for (int s = 0; s < sentences.Length; s++)
            {
                ActorMention? earlier = memory.Person;
                memory.Person = mentions.Add(sentences[s]) ?? memory.Person;
                var before = new Referents(memory.Subject, memory.Person, earlier, memory.Spoken, memory.Fighters, memory.Sides, memory.OnlySpoke);
                Read(Told(sentences[s], read.Claiming[s], before, memory), memory, claims, watch);
                memory.Spoken = _pronouns.DoersOf(sentences[s], read.Claiming[s], memory.Spoken);
            }
        }
        return mentions.Reading(report.Id, claims.ToImmutable()) with { Toponyms = _toponyms.Find([.. paragraphs.SelectMany(paragraph => paragraph.Sentences)]) };
    }

    private void Read(ToldSentence told, ReportMemory memory, ClaimList claims, Action<Claim, ToldSentence>? watch)
    {
        int before = claims.Count;
        _claims.Add(told, memory, claims);
        memory.Day.Read(told.Sentence);
        memory.Place.Read(told.Sentence);
        if (_pronouns.SubjectOf(told.Sentence) is { } subject)
        {
            (memory.Subject, memory.OnlySpoke) = (subject, SpeakersPlace.OnlySpeaks(told.Tree, told.Tree.Root, _lexicon));
            if (_pronouns.BearsArms(subject)) memory.Fighters = subject;
        }
        if (watch is not null) foreach (Claim claim in claims.Since(before)) watch(claim, told);
    }

    private ToldSentence Told(ReadSentence sentence, List<FoundAttribution> attributions, Referents before, ReportMemory memory)
    {
        List<FoundEvent> events = _events.Find(sentence);
        List<FoundFigure> figures = [.. _figures.Find(sentence, events, memory.Counted).Where(figure => !SentenceClaims.IsTeller(figure, attributions))];
        memory.Counted.Read(figures, events);
        return new ToldSentence(sentence, attributions, events, figures, [.. _fates.Find(sentence, events)], before);
    }
}
