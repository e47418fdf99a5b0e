using System.Collections.Immutable;
using System.Globalization;
using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Attributions;
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
public sealed partial class ExtractStage
{
    private readonly ReadingLexicon _lexicon;
    private readonly DateFinder _dates;
    private readonly QuantityFinder _quantities;
    private readonly ActorFinder _actors;
    private readonly PlaceFinder _places;
    private readonly ToponymFinder _toponyms;
    private readonly AttributionReader _attributions;
    private readonly EventFinder _events;
    private readonly EventDays _days;
    private readonly FigureDays _countDays;
    private readonly FigureFinder _figures;
    private readonly FateFinder _fates;
    private readonly Factuality _factuality;
    private readonly DetailReader _details;

    public ExtractStage(DataFolder data, ReadingLexicon lexicon)
    {
        _lexicon = lexicon;
        _dates = new DateFinder(data);
        _quantities = new QuantityFinder(data);
        _actors = new ActorFinder(lexicon);
        _places = new PlaceFinder(lexicon, data);
        _toponyms = new ToponymFinder(lexicon, data);
        _attributions = new AttributionReader(lexicon, _actors);
        _events = new EventFinder(lexicon, _actors, _places);
        _days = new EventDays(lexicon);
        _countDays = new FigureDays(_days, lexicon.Words);
        _figures = new FigureFinder(lexicon, _actors, _places);
        _fates = new FateFinder(_actors);
        _factuality = new Factuality(lexicon);
        _details = new DetailReader(lexicon, MeansList.Load(data));
    }

    public Reading Extract(ParsedReport parsed) => Extract(parsed, null);

    /// <summary>What the report tells, thing by thing: to be held beside another telling.</summary>
    public TellingDetails Details(ParsedReport parsed) => _details.Read(Extract(parsed), [.. Paragraphs(parsed).SelectMany(paragraph => paragraph.Sentences)]);

    /// <summary>What one claim was read from, by reading its report again; null when the report gives no such claim.</summary>
    public ClaimBasis? Explain(ParsedReport parsed, string claimId)
    {
        ClaimBasis? basis = null;
        Extract(parsed, (claim, sentence, attributions) =>
        {
            if (basis is null && claim.Id == claimId) basis = BasisOf(claim, sentence, attributions);
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
        return new ItemCheck(report, sentences, new ItemReader(_lexicon, _actors, _places, _attributions), (sentence, at) => StanceOf(sentence.Sentence.Tree, at, sentence.Attributions), reading.Claims, readBy);
    }

    private IEnumerable<(ReadSentence[] Sentences, ReadAttributions Read)> Paragraphs(ParsedReport parsed)
    {
        string text = parsed.Report.Text;
        ReadSentence[][] paragraphs = [.. parsed.Paragraphs.Select(paragraph => paragraph.Sentences.Select(sentence => new ReadSentence(text, sentence, _lexicon, _dates, _quantities)).ToArray())];
        NameVote.Settle([.. paragraphs.SelectMany(sentences => sentences)], _lexicon);
        return paragraphs.Zip(_attributions.Read(text, paragraphs.Select((sentences, i) => new ReadParagraph(parsed.Paragraphs[i].Span, sentences))));
    }

    private ClaimBasis BasisOf(Claim claim, ReadSentence sentence, List<FoundAttribution> attributions)
    {
        List<FoundEvent> events = _events.Find(sentence);
        FoundEvent? happened = claim.Event is { } told ? events.FirstOrDefault(found => found.Reading.Trigger == told.Trigger) : null;
        int at = happened?.Trigger
            ?? _figures.Find(sentence, events, new FigureMemory()).FirstOrDefault(found => found.Reading.Quantity.Span == claim.Figure?.Quantity.Span)?.At
            ?? _fates.Find(sentence, events).FirstOrDefault(found => found.Reading.State == claim.Fate?.State)?.At ?? -1;
        FoundAttribution? nearest = at < 0 ? null : attributions.FirstOrDefault(attribution => attribution.Content[at]);
        var signs = new List<FactualitySign>();
        Stance? inside = at < 0 ? null : _factuality.Of(sentence.Tree, at, nearest?.Cue ?? -1, signs, Judged(nearest));
        nearest ??= attributions.FirstOrDefault(attribution => attribution.By == claim.By);
        return new ClaimBasis(claim, sentence, nearest, happened, at, inside, [.. signs]);
    }

    private Reading Extract(ParsedReport parsed, Action<Claim, ReadSentence, List<FoundAttribution>>? told)
    {
        Report report = parsed.Report;
        var claims = new ClaimList(report.Id, cue => _lexicon.CueBook.For(cue, CueForm.Verb) is { Kind: CueKind.Denial });
        var places = ImmutableArray.CreateBuilder<PlaceMention>();
        var actors = ImmutableArray.CreateBuilder<ActorMention>();
        var aliases = ImmutableArray.CreateBuilder<AliasReading>();
        ActorMention? lastPerson = null, lastSubject = null;
        var all = new List<ReadSentence>();
        var lastDay = new DayMemory(_days, _lexicon);
        var lastPlace = new PlaceMemory(_lexicon);
        var counted = new FigureMemory();

        (ReadSentence[] Sentences, ReadAttributions Read)[] paragraphs = [.. Paragraphs(parsed)];
        // "300 cases were reported. … The outbreak": the disease may be named later, but for a release of its own.
        if (report.Further.IsEmpty) foreach (ReadSentence sentence in paragraphs.SelectMany(one => one.Sentences)) counted.Notice(sentence, _lexicon);

        int paragraph = 0, releases = 0;
        foreach ((ReadSentence[] sentences, ReadAttributions read) in paragraphs)
        {
            // A further dateline opens a release that goes on with nothing told before.
            if (report.Further.Count(dateline => dateline.Span.Start <= parsed.Paragraphs[paragraph].Span.Start) is var opened && opened != releases) (releases, lastDay, lastPlace, counted, lastSubject) = (opened, new DayMemory(_days, _lexicon), new PlaceMemory(_lexicon), new FigureMemory(), null);
            paragraph++;
            List<FoundAttribution>[] attributions = read.Claiming;
            all.AddRange(sentences);
            lastPlace.NextParagraph();
            foreach (ReadSentence sentence in sentences) counted.Notice(sentence, _lexicon);   // "300 cases were reported. The outbreak …"
            for (int i = 0; i < sentences.Length; i++)
            {
                ReadSentence sentence = sentences[i];
                aliases.AddRange(AliasFinder.Find(sentence));
                ActorMention? earlier = lastPerson;
                AddMentions(sentence, places, actors, ref lastPerson);
                int before = claims.Count;
                Read(sentence, attributions[i], new Antecedents(lastSubject, lastPerson, earlier, i > 0 ? DoersOf(sentences[i - 1], attributions[i - 1]) : null), lastDay, lastPlace, counted, claims);
                lastDay.Read(sentence);
                lastPlace.Read(sentence);
                if (told is not null) foreach (Claim claim in claims.Since(before)) told(claim, sentence, attributions[i]);
                lastSubject = SubjectOf(sentence) ?? lastSubject;
            }
        }
        return new Reading(report.Id, claims.ToImmutable(), places.DrainToImmutable(), actors.DrainToImmutable(), [.. aliases.Distinct()]) { Toponyms = _toponyms.Find(all) };
    }

    /// <summary>Who a pronoun may go back to.</summary>
    /// <param name="Subject">Force or body that the last sentence was about.</param>
    /// <param name="Person">Person named last, this sentence included.</param>
    /// <param name="Earlier">Person named last before this sentence.</param>
    /// <param name="Doers">Fighters who did something in the sentence before, as somebody quoted there told; null: it is another's, or he told of none.</param>
    private sealed record Antecedents(ActorMention? Subject, ActorMention? Person, ActorMention? Earlier, ActorMention? Doers)
    {
        /// <summary>"He accused the followers of X": nobody who is named only behind the pronoun.</summary>
        public ActorMention? PersonFor(ActorMention pronoun) => Person is { } person && person.Span.Start < pronoun.Span.Start ? person : Earlier;
    }

    private void Read(ReadSentence sentence, List<FoundAttribution> attributions, Antecedents before, DayMemory lastDay, PlaceMemory lastPlace, FigureMemory counted, ClaimList claims)
    {
        Tree tree = sentence.Tree;
        var span = TextSpan(tree);
        List<FoundEvent> events = _events.Find(sentence);
        // "according to two people": who tells it is no count.
        List<FoundFigure> figures = [.. _figures.Find(sentence, events, counted).Where(figure => !attributions.Any(attribution => attribution.Cue >= 0 && attribution.By.Source is { } teller && teller.Span.Start <= figure.Reading.Quantity.Span.End && figure.Reading.Quantity.Span.Start < teller.Span.End))];
        counted.Read(figures, events);
        List<FoundFate> fates = [.. _fates.Find(sentence, events)];

        int since = claims.Count;
        var here = new List<(EventReading Reading, Stance Stance)>();
        for (int i = 0; i < events.Count; i++)
        {
            FoundEvent found = events[i];
            if (StanceOf(tree, found.Trigger, attributions, found.Emptied) is not { } told) continue;
            if (told.Stance == Stance.Expects && found.Reading.Lemma.StartsWith("attempted ", StringComparison.Ordinal)) told = (told.By, Stance.Affirms);
            // "stayed at home, fearing getting killed": what somebody is afraid of for himself is no forecast.
            if (told.Stance == Stance.Expects && tree[found.Trigger].Penn == "VBN" && tree.Head(found.Trigger) is >= 0 and var feared && tree[feared].Lemma is "fear" or "dread" or "risk" or "avoid" or "escape" && tree.Child(found.Trigger, "nsubj") < 0 && tree.Children(found.Trigger).Any(child => tree[child].Penn == "VBG" && tree[child].Lemma is "be" or "get")) continue;
            // "A quake struck, almost razing two towns": what it did not do; that it came is told all the same.
            if (told.Stance == Stance.Denies && found.Reading.Type == EventType.Disaster && found.Frame is { Pos: FramePos.Verb } && i > 0 && events.Take(i).Any(other => other.Reading.Type == EventType.Disaster)) continue;
            // "A small group of soldiers refused to leave": that some stayed denies nothing of the others.
            if (told.Stance == Stance.Denies && found.Reading.Type is EventType.Withdrawal or EventType.Surrender && found.Slots["subj"].Any(subject => IsSome(sentence, subject))) continue;
            if (found.Reading is { Type: EventType.Holding, Background: true }) continue;   // "had held": it does so no longer
            EventReading reading = told.Stance == Stance.Expects && found.Reading.When is { } when && (!IsUnder(tree, when, found.Trigger) || AimDays.IsNotOf(sentence, found.Trigger, when, _lexicon)) ? found.Reading with { When = null } : found.Reading;
            // "claimed responsibility four days later": the day of the claim.
            if (found.Frame.Trigger == "claim" && found.With >= 0 && reading.When is { } claimed && !IsUnder(tree, claimed, found.With)) reading = reading with { When = null };
            if (told.By.SaidOn is { } spoken && lastDay.OnThatDay(spoken) is { } same) told = (told.By with { SaidOn = same }, told.Stance);
            // "confirmed today the arrest of X on Friday": today is when it was confirmed.
            if (told.By is { Source: not null, SaidOn: { } saidOn } && reading.When?.Span == saidOn.Span) reading = reading with { When = _days.Of(sentence, found.Trigger, reading.Type, found.With, saidOn.Span) };
            if (reading is { When: null, Background: false } && told.Stance != Stance.Expects) reading = reading with { When = lastDay.Of(sentence, found) };
            if (reading.When is { } part) reading = reading with { When = lastDay.OnThatDay(sentence, found, part) };
            Attribution? teller = attributions.FirstOrDefault(attribution => attribution.Content[found.Trigger])?.Teller;
            reading = ByItself(reading, teller ?? told.By, sentence, before, EventDays.IsRemembered(sentence, found.Trigger));
            if (found.Frame.With.Contains("power") && reading.Place is null) reading = reading with { Place = HomeOf(reading) };
            // "returned to condemn the attack": what somebody is to say is said when he says it.
            if (reading.Type == EventType.Statement && told is { Stance: Stance.Expects, By.Source: null }) continue;
            // "denied involvement": of which he is accused. "said it was responsible" claims, and accuses nobody.
            if (reading.Type == EventType.Accusation && found.Frame.Pos != FramePos.Verb)
            {
                if (told.By.Source is not { } accused || told.Stance != Stance.Denies && found.Frame.Pos == FramePos.Noun) continue;   // "in retaliation for its involvement" accuses nobody
                ActorMention? target = reading.Roles.FirstOrDefault(role => role.Role == RoleKind.Target)?.Actor;
                if (told.Stance != Stance.Denies && (target is null || target.Words == (teller?.Source ?? accused).Words)) continue;
                if (target is null) reading = reading with { Roles = reading.Roles.Add(new RoleMention(RoleKind.Target, accused)) };
                if (told.Stance == Stance.Affirms) reading = reading with { Roles = [.. reading.Roles.Where(role => role.Role != RoleKind.Actor), new RoleMention(RoleKind.Actor, accused)] };
            }
            // "The officers declared that parliament was dissolved": whoever declares it does it.
            if (reading.Type == EventType.Declaration && told.By is { Source: { Form: not ActorForm.Pronoun } declarer, Cue: { } cue } && _lexicon.CueBook.For(cue, CueForm.Verb)?.Takes.Contains("decision") == true && reading.Roles.All(role => role.Role != RoleKind.Actor)) reading = reading with { Roles = reading.Roles.Add(new RoleMention(RoleKind.Actor, declarer)) };
            // Accusing, declaring, condemning is itself the source's word.
            if (told.By.Source is null && told.Stance == Stance.Affirms && (reading.Type is EventType.Accusation or EventType.Statement or EventType.Declaration || found.Frame.Trigger == "claim")
                && reading.Roles.FirstOrDefault(role => role.Role == RoleKind.Actor && role.Actor.Form != ActorForm.Pronoun)?.Actor is { } accuser)
            {
                told = (new Attribution(accuser, _attributions.KindOf(accuser), null, tree[found.Trigger].Lemma, false, null), told.Stance);
            }
            FigureReading? figure = figures.FirstOrDefault(candidate => candidate.Event == i)?.Reading;
            FateReading? fate = fates.FirstOrDefault(candidate => candidate.At == found.Trigger)?.Reading;
            if (reading.Type == EventType.Release && told.Stance is Stance.Denies or Stance.Doubts) fate = null;   // who was not let go is not dead
            // "launched an offensive to retake X": the taking is an aim, the attack on X is told as done.
            if (told.Stance == Stance.Expects && reading.Type == EventType.Capture && reading.Place is not null && Factuality.IsAttempt(tree, found.Trigger, _lexicon.Words)) claims.Add(span, Stance.Affirms, told.By, reading with { Type = EventType.Attack, Extent = null, When = reading.When is null ? found.Reading.When : null }, null, null);
            reading = lastPlace.Carry(sentence, found, WithPlace(reading, figure), told.Stance, attributions.FirstOrDefault(attribution => attribution.Cue >= 0 && attribution.Content[found.Trigger]));
            // "64 were killed in A, while in B six were": of two places before a count, its event's own is the nearer.
            if (figure is { Place: { } where } && reading.Place is { Form: PlaceForm.Name, Carried: false } own && where.Span.End <= own.Span.Start && own.Span.End <= figure.Quantity.Span.Start) figure = figure with { Place = own };
            here.Add((reading, told.Stance));
            // "Both the army and the rebels claimed to be in control": each says it of itself.
            if (Each(sentence, reading, attributions.FirstOrDefault(attribution => attribution.Content[found.Trigger])) is { Length: > 1 } each)
            {
                for (int one = 0; one < each.Length; one++) claims.Add(span, told.Stance, told.By with { Source = each[one], Kind = _attributions.KindOf(each[one]) }, reading with { Roles = [.. reading.Roles.Where(role => role.Role != RoleKind.Actor), new RoleMention(RoleKind.Actor, each[one])] }, null, null, set: one > 0);
                continue;
            }
            // "We did not kill up to 90 civilians", "contrary to reports that 30 had died": the number is denied, and not that any died.
            // "More than 3,000 have died since 1941": a count of years, and nothing that happened.
            if (figure is not null && reading.When is null && FigureDays.SinceYear(sentence, found.Trigger) is { } years)
            {
                claims.Add(span, told.Stance, told.By, null, figure with { Stock = true, When = years }, null);
                continue;
            }
            if (figure is not null && told.Stance == Stance.Denies && IsCountDenied(tree, found, attributions))
            {
                claims.Add(span, told.Stance, told.By, null, figure with { Place = figure.Place ?? reading.Place, When = figure.When ?? reading.When }, null);
                continue;
            }
            claims.Add(span, told.Stance, told.By, reading, figure, fate is { Person: { Form: ActorForm.Pronoun } somebody } && before.PersonFor(somebody) is { } known ? fate with { Person = known } : fate, found.Again ? reading.Place : null);
            // "X and Y were killed": one thing was done, and it is the fate of both.
            foreach (FoundFate further in fates.Where(candidate => candidate.At == found.Trigger && fate is not null).Skip(1)) if (further.Reading.Person.Form != ActorForm.Pronoun) claims.Add(span, told.Stance, told.By, null, null, further.Reading);
            // "The rebels' claim that they took X is a lie": it is also what the rebels say.
            if (teller is not null && told.Stance is Stance.Denies or Stance.Doubts && attributions.First(attribution => attribution.Content[found.Trigger]).Verdict is { Told: >= 0 and var tells }) claims.Add(span, Stance.Affirms, teller, reading with { Trigger = tree.Span(tells, tells) }, null, null);
            // A count that goes with the event holds for all its places together, so only what happened is told of each.
            foreach (PlaceMention other in found.Others) claims.Add(span, told.Stance, told.By, reading with { Place = other }, null, null, other);
        }
        foreach ((EventReading reading, Stance stance) in here) lastPlace.Read(sentence, reading, stance);
        foreach (FoundAttribution attribution in attributions)
        {
            // "…, a claim that the army rejected": what the sentence told before.
            if (attribution.Verdict is { Before: >= 0 and var comma } && attribution.By.Source is not null)
            {
                // "accused X of a plot, an accusation he denies": the accused does.
                FoundAttribution denial = attribution;
                if (denial.Verdict.Judge >= 0 && tree[denial.Verdict.Judge].Upos == Upos.Pron)
                {
                    if (claims.Since(since).Select(claim => claim.Event).FirstOrDefault(told => told?.Type == EventType.Accusation)?.Roles.LastOrDefault(role => role.Role == RoleKind.Target)?.Actor is not { } accused) continue;
                    denial = denial with { By = denial.By with { Source = accused, Kind = _attributions.KindOf(accused) } };
                }
                foreach (Claim told in claims.Since(since).Where(claim => claim is { Event: { } happened, Stance: Stance.Affirms } && happened.Trigger.End <= tree[comma].Start && claim.By.Source?.Words != denial.By.Source!.Words).DistinctBy(claim => claim.Event!.Type).ToArray())
                {
                    claims.Add(span, denial.Effect, denial.By, told.Event! with { Trigger = tree.Span(denial.Cue, denial.Cue) }, null, null);   // not null: filtered in the same line
                }
                continue;
            }
            if (attribution.By.Source is not null && Reference(sentence, attribution) && !events.Any(found => attribution.Content[found.Trigger]) && claims.Latest(attribution.By.Source, several: IsPlural(sentence, attribution), charge: IsCharge(sentence, attribution)) is [_, ..] denied)
            {
                for (int i = 0; i < denied.Length; i++) claims.Add(span, attribution.Effect, attribution.By, denied[i] with { Trigger = tree.Span(attribution.Cue, attribution.Cue) }, null, null, i > 0 ? denied[i].Place : null);
                continue;
            }
            // "denied the withdrawal", "denied that there had been any attack": what was told of such a thing before.
            if (attribution is { Verdict: null, Effect: Stance.Denies, Cue: >= 0, By.Source: { } denier } && !events.Any(found => attribution.Content[found.Trigger]) && DeniedNoun(tree, attribution) is >= 0 and var thing && claims.LatestOf([.. _lexicon.Frames.For(tree[thing].Lemma, FramePos.Noun).Select(frame => frame.Type)], denier) is { } same)
            {
                claims.Add(span, Stance.Denies, attribution.By, same with { Trigger = tree.Span(attribution.Cue, attribution.Cue) }, null, null);
                continue;
            }
            if (attribution.Verdict is not null && tree[attribution.Cue].Upos != Upos.Verb || attribution.By.Source is null || claims.Since(since).Any(claim => claim.Event is { } told && (attribution.Effect == Stance.Denies || told.Place is not null || !told.Roles.IsEmpty || claim.Figure is not null) && IsIn(tree, told.Trigger, attribution)) || SayingFinder.Read(tree, attribution, _lexicon) is not { } saying) continue;
            if (attribution.Effect == Stance.Affirms && figures.Any(figure => attribution.Content[figure.At])) continue;   // "said the toll could reach 500": the count says it
            claims.Add(span, attribution.Effect == Stance.Affirms ? Stance.Expects : attribution.Effect, attribution.By, saying, null, null);
        }
        foreach (FoundFigure figure in figures)
        {
            if (figure.Event >= 0 && figure == figures.First(candidate => candidate.Event == figure.Event)) continue;
            if (StanceOf(tree, figure.At, attributions) is not { } told) continue;
            Attribution by = told.By.Source is null && figure.Counter is { } counter ? new Attribution(counter, _attributions.KindOf(counter), null, figure.CounterCue, false, null) : told.By;
            FigureReading reading = figure.Reading with { When = _countDays.Of(sentence, figure.At, by.SaidOn?.Span, figure.Reading.Quantity.Span) };
            claims.Add(span, told.Stance, by, null, reading, null);
            if (attributions.FirstOrDefault(attribution => attribution.Content[figure.At]) is { } theirs && IsSetAgainst(tree, figure.At, theirs)) claims.Add(span, Stance.Denies, attributions.FirstOrDefault(attribution => attribution != theirs && attribution is { Effect: Stance.Affirms, Cue: >= 0 } && attribution.Content[theirs.Cue])?.By ?? Attribution.Narration, null, reading, null, set: true);
        }
        foreach (FoundFate fate in fates)
        {
            if (events.Any(found => found.Trigger == fate.At) || StanceOf(tree, fate.At, attributions) is not { } told) continue;
            ActorMention? person = fate.Reading.Person.Form == ActorForm.Pronoun ? before.PersonFor(fate.Reading.Person) : fate.Reading.Person;
            if (person is not null) claims.Add(span, told.Stance, told.By, null, null, fate.Reading with { Person = person });
        }
    }

    // "an agreement on Tuesday to send troops": the day of the agreement, not of the sending.
    private static bool IsUnder(Tree tree, DateMention when, int trigger)
    {
        for (int at = 0; at < tree.Count; at++) if (tree[at].Start >= when.Span.Start && tree[at].End <= when.Span.End && tree.IsUnder(at, trigger)) return true;
        return false;
    }

    private static bool IsIn(Tree tree, TextSpan word, FoundAttribution attribution) => Enumerable.Range(0, tree.Count).Any(at => tree[at].Start == word.Start && attribution.Content[at]);

    private static TextSpan TextSpan(Tree tree) => new(tree.Sentence.Start, tree.Sentence.End);

    /// <summary>"Mali's officers seized power": in Mali; null when nobody's country is told.</summary>
    private PlaceMention? HomeOf(EventReading reading) =>
        reading.Roles.FirstOrDefault(role => role is { Role: RoleKind.Actor, Actor.Country: not null })?.Actor is { Country: { } code } actor && _lexicon.Countries.NameOf(code) is { } land ? new PlaceMention(actor.Span, land, PlaceForm.Name, false) { Carried = true } : null;

    private static EventReading WithPlace(EventReading reading, FigureReading? figure) =>
        reading.Place is null && figure?.Place is { } place ? reading with { Place = place } : reading;

    private void AddMentions(ReadSentence sentence, ImmutableArray<PlaceMention>.Builder places, ImmutableArray<ActorMention>.Builder actors, ref ActorMention? lastPerson)
    {
        Tree tree = sentence.Tree;
        for (int at = 0; at < tree.Count; at++)
        {
            NameRun? run = sentence.NameAt(at);
            if (run is not null && run.First != at && tree.Head(at) is var up && up >= run.First && up <= run.Last) continue;
            bool government = run is not null && tree[at].Relation == "nsubj" && _lexicon.Countries.TryByCapital(run.Words, out _);
            if (run is { MayBePlace: true } && !government && _places.Read(sentence, at) is { } place) places.Add(place.Mention);
            bool nominal = tree[at].Upos is Upos.Noun or Upos.Propn && (run is not null || _lexicon.Nouns.ActorClass(tree[at].Lemma) is not (NounClass.None or NounClass.Disaster or NounClass.Weapon or NounClass.Object));
            if (!nominal || _actors.Read(sentence, at) is not { } actor) continue;
            actors.Add(actor);
            if (actor is not { Kind: Model.World.ActorKind.Person, Form: ActorForm.Name }) continue;
            lastPerson = actor;
        }
    }

    /// <summary>"denied the reports", "rejected the charge", "called the claim a lie": what is denied was told before.</summary>
    private bool Reference(ReadSentence sentence, FoundAttribution attribution)
    {
        Tree tree = sentence.Tree;
        if (attribution.Cue < 0) return false;
        if (attribution.Verdict is { } verdict) return !verdict.HasContent;
        bool word = false;
        for (int at = 0; at < tree.Count; at++)
        {
            if (!attribution.Content[at]) continue;
            // "reports that foreigners were thrown out", "rumours of another quake": those say themselves what is denied.
            if (at + 1 < tree.Count && tree[at + 1].Lemma is "that" or "of" or "about" or "on" && tree[at].Upos == Upos.Noun || tree.Children(at).Any(child => child > at && tree[child].Relation is "acl" or "ccomp" or "acl:relcl" or "nmod")) continue;
            word |= _lexicon.Verdicts.IsTelling(tree, at) || (tree[at].Lemma is "this" or "it" or "that" && tree[at].Upos == Upos.Pron && !tree.Is(at, "expl") && (tree.Head(at) == attribution.Cue || tree.Head(at) is >= 0 and var said && tree[said].Upos is not Upos.Verb));   // "denies that it backs them" says itself what is denied
        }
        return word && attribution.Effect is Stance.Denies or Stance.Doubts;
    }

    /// <summary>The noun for something that happens which is all that is denied: "the attack", "there had been any withdrawal"; -1 when more is told of it.</summary>
    private static int DeniedNoun(Tree tree, FoundAttribution attribution)
    {
        int cue = attribution.Cue;
        int noun = tree.Child(cue, "ccomp") is >= 0 and var clause && tree.Child(clause, "expl") >= 0 ? tree.Child(clause, "nsubj") : tree.Child(cue, "obj");
        return noun > cue && attribution.Content[noun] && tree[noun].Upos == Upos.Noun && tree.Children(noun).All(child => tree.Is(child, "det") || tree.Is(child, "amod") || tree.Is(child, "punct") || tree[child].Relation == "nmod" && child > noun && tree.Preposition(child) == "of" && tree.Children(child).Any(det => tree.Is(det, "det"))) && tree.Children(noun).Any(child => tree.Is(child, "det") && tree[child].Lemma is "the" or "any" or "such" or "that" or "this") ? noun : -1;
    }

    private static bool IsCharge(ReadSentence sentence, FoundAttribution attribution) =>
        Enumerable.Range(0, sentence.Tree.Count).Any(at => attribution.Content[at] && sentence.Tree[at].Lemma is "charge" or "accusation" or "allegation");

    private bool IsPlural(ReadSentence sentence, FoundAttribution attribution)
    {
        Tree tree = sentence.Tree;
        for (int at = 0; at < tree.Count; at++) if (attribution.Content[at] && tree[at].Penn == "NNS" && _lexicon.Verdicts.For(tree[at], VerdictForm.Telling) is not null) return true;
        return false;
    }

    /// <summary>Claims of one report; ids count readings of the same words, so that they do not depend on anything else.</summary>
    private sealed class ClaimList(string reportId, Predicate<string> isDenial)
    {
        /// <summary>Sentences that "the reports" may stand for.</summary>
        private const int SeveralMax = 3;

        private readonly ImmutableArray<Claim>.Builder _claims = ImmutableArray.CreateBuilder<Claim>();
        private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

        public int Count => _claims.Count;

        public IEnumerable<Claim> Since(int first) => _claims.Skip(first);

        public void Add(TextSpan span, Stance stance, Attribution by, EventReading? happened, FigureReading? figure, FateReading? fate, PlaceMention? further = null, bool set = false)
        {
            string what = string.Create(CultureInfo.InvariantCulture, $"{span.Start}-{span.End}/{happened?.Type}/{happened?.Trigger.Start}/{figure?.Quantity.Span.Start}/{fate?.Person.Span.Start}");
            if (further is not null) what += string.Create(CultureInfo.InvariantCulture, $"/{further.Span.Start}");
            if (set) what += "/against";
            // Two rows of a list may read one word ("remained in control"): that is one claim.
            string id = StableId.Of('c', reportId, what);
            if (_ids.Add(id)) _claims.Add(new Claim(id, reportId, span, stance, by, happened, figure, fate));
        }

        /// <summary>What somebody else affirmed last: the events of one sentence, or where several statements are denied of his last sentences; empty when there is none.</summary>
        /// <param name="charge">True when an accusation is denied: what the accused is said to have done, or where nothing of the kind was read, the accusation.</param>
        public ImmutableArray<EventReading> Latest(ActorMention denier, bool several, bool charge)
        {
            if (charge && _claims.LastOrDefault(claim => claim is { Stance: Stance.Affirms, Event.Type: EventType.Accusation } && claim.By.Source?.Words != denier.Words) is { Event: { } accusation } charged)
            {
                string[] accused = [.. accusation.Roles.Where(role => role.Role == RoleKind.Target).Select(role => role.Actor.Words)];
                bool done = _claims.Any(claim => claim is { Stance: Stance.Affirms, Event: { Type: not EventType.Accusation } told } && claim.Span == charged.Span && (told.Roles.All(role => role.Role != RoleKind.Actor) || told.Roles.Any(role => role.Role == RoleKind.Actor && accused.Contains(role.Actor.Words))));
                if (!done) return [accusation];
            }
            Claim? last = _claims.LastOrDefault(claim => claim is { Stance: Stance.Affirms, Event: not null } && claim.By.Source?.Words != denier.Words && claim.By.Kind != SourceKind.Narration && claim.Event.Type != EventType.Accusation)
                ?? _claims.LastOrDefault(claim => claim is { Stance: Stance.Affirms, Event: not null } && claim.By.Source?.Words != denier.Words);
            // "denied that it struck X. 'This is a lie,' its spokesman said": what was denied right before.
            if (_claims.LastOrDefault(claim => claim.Event is not null) is { Stance: Stance.Denies, Event: { } rejected } refusal && refusal.By.Kind != SourceKind.Narration && refusal.By.Source?.Words != denier.Words && !_claims.Any(claim => claim is { Stance: Stance.Affirms, Event.Type: var type } && claim.Span == refusal.Span && type == rejected.Type)) return [rejected];
            if (last?.Event is null) return [];
            // "said it took X during the clashes", "took X, killing 12": of one sentence what it tells first and foremost is meant.
            last = _claims.Where(claim => claim.Span == last.Span && claim is { Stance: Stance.Affirms, Event: { } told } && claim.By.Source?.Words == last.By.Source?.Words && told.Type != EventType.Accusation).OrderBy(claim => claim.By.Cue is { } cue && isDenial(cue)).ThenBy(claim => Weight(claim.Event!.Type)).ThenBy(claim => claim.Event!.Trigger.Start).FirstOrDefault() ?? last;   // not null: filtered in the same line
            int sentences = several ? SeveralMax : 1;
            TextSpan[] spans = [.. _claims.Where(claim => claim.Stance == Stance.Affirms && claim.By.Source?.Words == last.By.Source?.Words).Select(claim => claim.Span).Distinct().TakeLast(sentences)];
            return [.. _claims.Where(claim => claim is { Stance: Stance.Affirms, Event: { } told } && spans.Contains(claim.Span) && claim.By.Source?.Words == last.By.Source?.Words && told.Type == last.Event!.Type).Select(claim => claim.Event!).DistinctBy(told => (told.Type, told.Place?.Words))];   // not null: filtered in the same line
        }

        /// <summary>The event of one of these types that somebody else told last; null when nobody did.</summary>
        public EventReading? LatestOf(EventType[] types, ActorMention denier)
        {
            bool armed = types.Any(type => type is EventType.Attack or EventType.Strike or EventType.Bombing);
            return _claims.LastOrDefault(claim => claim is { Stance: Stance.Affirms, Event: { } told } && (types.Contains(told.Type) || armed && told.Type is EventType.Attack or EventType.Strike or EventType.Bombing) && told.Type is not (EventType.Statement or EventType.Accusation or EventType.Disaster or EventType.Other) && claim.By.Source?.Words != denier.Words) is { Event: { } last } teller ? OfTeller(last, teller.By) : null;
        }

        // "its forces" of who told it are not those of who denies it.
        private static EventReading OfTeller(EventReading told, Attribution by) =>
            by.Source is { Form: not ActorForm.Pronoun, Kind: not Model.World.ActorKind.Person } teller ? told with { Roles = [.. told.Roles.Select(role => role.Actor is { Form: ActorForm.Common, Words: { } words } && words.Split(' ')[0].ToLowerInvariant() is "its" or "our" or "their" ? role with { Actor = teller } : role)] } : told;

        // What stands in a sentence beside something else is less likely to be what somebody denies.
        private static int Weight(EventType type) => type switch { EventType.Capture or EventType.Withdrawal or EventType.Surrender => 0, EventType.Clash or EventType.Statement or EventType.Meeting or EventType.Movement => 2, _ => 1 };

        public ImmutableArray<Claim> ToImmutable() => _claims.DrainToImmutable();
    }
}
