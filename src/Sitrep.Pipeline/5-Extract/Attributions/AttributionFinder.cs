using System.Globalization;
using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Verdicts;

namespace Sitrep.Pipeline.Extract.Attributions;

/// <summary>Somebody's word inside one sentence, as the record needs it: who the source is, and what the cue does to the content.</summary>
/// <param name="Cue">Token of the cue; -1 when the attribution is carried over from a neighbouring sentence.</param>
/// <param name="Content">For each token, whether it is part of what the source says.</param>
/// <param name="Size">Tokens of content; the smallest one that covers a token is the nearest source.</param>
/// <param name="Effect">What the cue does to the content.</param>
public sealed record FoundAttribution(Attribution By, int Cue, bool[] Content, int Size, Stance Effect)
{
    /// <summary>The judgement on something told that this is; null for who says something himself.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>Who told what is judged; null when nobody is named, or nothing is judged.</summary>
    public Attribution? Teller { get; init; }
}

/// <summary>Makes claim-carrying attributions of the clauses that <see cref="ClauseFinder"/> finds: the source becomes an actor with a kind.</summary>
public sealed class AttributionFinder(ReadingLexicon lexicon, ActorFinder actors)
{
    /// <summary>Attributions of one sentence that carry claims, the smallest content first.</summary>
    public List<FoundAttribution> Find(ReadSentence sentence, IReadOnlyList<CuedClause> clauses, bool[] quoted, SpeakerMemory memory)
    {
        var found = new List<FoundAttribution>();
        foreach (ActorMention body in Antecedents.Bodies(sentence, quoted, actors, lexicon)) memory.NoteBody(body.Noun!, body);
        foreach ((string noun, ActorMention by) in Issuers.In(sentence, quoted, actors, lexicon)) if ((by.Form == ActorForm.Pronoun ? memory.Recall(by) : by) is { } giver) memory.NotePaper(noun, giver);
        foreach (CuedClause clause in clauses)
        {
            if (Of(sentence, clause, quoted, memory) is not { } attribution) continue;
            if (Cited(sentence, clause, clauses) is { } cited) attribution = attribution with { By = attribution.By with { Source = cited, Kind = KindOf(cited), Via = attribution.By.Source } };
            found.Add(attribution);
            memory.Note(attribution.By);
            if (attribution.By.Source is { } writer && Issuers.With(sentence.Tree, clause.At, lexicon) is { } paper) memory.NotePaper(paper, writer);
        }
        found.Sort((a, b) => a.Size != b.Size ? a.Size.CompareTo(b.Size) : a.Cue.CompareTo(b.Cue));
        return found;
    }

    /// <summary>Whose word a speaker repeats inside his quotation: "'The rebels say that they hold the town,' the governor said."</summary>
    /// <param name="clauses">Those of the sentence as if nothing in it were quoted.</param>
    /// <param name="spoken">What is found already: whoever says the quotation hands it on.</param>
    public IEnumerable<FoundAttribution> Repeated(ReadSentence sentence, IEnumerable<CuedClause> clauses, bool[] quoted, IReadOnlyList<FoundAttribution> spoken, SpeakerMemory memory)
    {
        foreach (CuedClause clause in clauses)
        {
            if (clause.Source < 0 || !quoted[clause.At] || !quoted[clause.Source] || clause.Entry is not { Form: CueForm.Verb, Kind: CueKind.Speech or CueKind.Denial } || actors.Read(sentence, clause.Source) is not { Form: not ActorForm.Pronoun } || spoken.FirstOrDefault(one => one.By.Quoted && one.Content[clause.At]) is not { By.Source: { } speaker } outer) continue;
            bool[] content = [.. clause.Content.Select((inside, at) => inside && quoted[at] && outer.Content[at])];
            if (content.Count(inside => inside) >= outer.Size || Of(sentence, clause with { Content = content }, quoted, memory) is not { } repeated) continue;
            yield return repeated with { By = repeated.By with { Via = speaker, Quoted = false } };
        }
    }

    /// <summary>An attribution of the whole sentence to a source met beside it: a quotation that runs over several sentences.</summary>
    /// <param name="from">First token of what is said.</param>
    public static FoundAttribution CarryOver(ReadSentence sentence, Attribution by, int from = 0)
    {
        bool[] content = new bool[sentence.Tree.Count];
        Array.Fill(content, true, from, content.Length - from);
        return new FoundAttribution(by with { Quoted = true }, -1, content, content.Length - from, Stance.Affirms);
    }

    /// <summary>Somebody as a speaker whom no verb of saying names.</summary>
    public Attribution Unsaid(ActorMention speaker) => new(speaker, KindOf(speaker), null, "quotation", true, null);

    /// <summary>True for each token inside quotation marks.</summary>
    public static bool[] Quoted(Tree tree, IReadOnlyList<TextSpan> quotes)
    {
        bool[] inside = new bool[tree.Count];
        int quote = 0;
        for (int at = 0; at < tree.Count; at++)
        {
            while (quote < quotes.Count && quotes[quote].End <= tree[at].Start) quote++;
            inside[at] = quote < quotes.Count && quotes[quote].Start <= tree[at].Start && tree[at].End <= quotes[quote].End;
        }
        return inside;
    }

    // "…, state television reported, citing the health ministry": the ministry says it, the television hands it on.
    private ActorMention? Cited(ReadSentence sentence, CuedClause clause, IReadOnlyList<CuedClause> clauses)
    {
        if (clause.Source < 0 || actors.Read(sentence, clause.Source) is not { Kind: ActorKind.Media }) return null;
        foreach (CuedClause other in clauses)
        {
            if (other.Entry.Word is not ("cite" or "quote") || other.Source != clause.Source || sentence.Tree[other.At].Penn != "VBG") continue;
            return sentence.Tree.Child(other.At, "obj") is >= 0 and var origin ? actors.Read(sentence, origin) : null;
        }
        return null;
    }

    /// <summary>Whose word a judgement or what is judged is, by the token that heads who gives it; null when it is nobody that can say something.</summary>
    public Attribution? Giver(ReadSentence sentence, int who, string cue, SpeakerMemory memory)
    {
        if (who < 0) return null;
        ActorMention? giver = actors.Read(sentence, who) ?? actors.Stranger(sentence, who);
        if (giver is { Form: ActorForm.Pronoun }) giver = memory.Recall(giver);
        giver = giver is null ? null : AsState(giver);
        return giver is null ? null : new Attribution(giver, KindOf(giver), null, cue, false, null);
    }

    /// <returns>Null when the clause carries no claim, or its source is nobody that can say something.</returns>
    private FoundAttribution? Of(ReadSentence sentence, CuedClause clause, bool[] quoted, SpeakerMemory memory)
    {
        Tree tree = sentence.Tree;
        if (clause.Size == 0 || clause.Source < 0) return null;
        clause = clause with { Content = WithSecondCount(tree, clause) };
        // "…," the statement read: a paper reads as who wrote it says; whoever reads it out says nothing.
        bool reads = clause.Entry is { Kind: CueKind.Speech, Form: CueForm.Verb } && clause.Entry.Takes.Contains("quote") && lexicon.Nouns.ActorClass(tree[clause.Source].Lemma) == NounClass.Document;
        // "An inquiry found that …": what looked into it tells it; "a patrol found that" only saw.
        reads |= clause.Entry is { Kind: CueKind.Showing, Form: CueForm.Verb } && clause.Entry.Takes.Contains("clause") && tree.Child(clause.At, "ccomp") >= 0 && lexicon.Nouns.ActorClass(tree[clause.Source].Lemma) == NounClass.Document;
        if ((clause.Entry.Stance ?? (reads ? Stance.Affirms : null)) is not { } effect) return null;
        int cue = clause.At;
        // "refused to comment on the loss of X": he says nothing of it; "declined to confirm that …": he leaves it open.
        if (Withheld(tree, cue))
        {
            if (tree.Child(cue, "ccomp") < 0) return null;
            effect = Stance.Doubts;
        }
        if (effect == Stance.Expects && Outcome(tree, cue, clause.Content) is >= 0 and var outcome)
        {
            clause = clause with { Content = [.. clause.Content] };
            tree.Clear(outcome, clause.Content);
        }
        // "was meant to show that …": nobody says so, somebody meant it to be seen.
        if (effect == Stance.Affirms && tree.HasMark(cue, "TO") && tree.Is(cue, "xcomp") && tree.Head(cue) is >= 0 and var wish && Events.Slots.IsPassive(tree, wish, lexicon.Words) && lexicon.Modality.TryGetValue(tree[wish].Lemma, out Stance aim) && aim == Stance.Expects) effect = Stance.Doubts;
        // "Unconfirmed reports said that …"
        if (effect == Stance.Affirms && clause.Entry.Form == CueForm.Verb && tree.Children(clause.Source).Any(child => tree.Is(child, "amod") && lexicon.Modality.TryGetValue(tree[child].Lemma.ToLowerInvariant(), out Stance held) && held == Stance.Doubts)) effect = Stance.Doubts;
        (int source, int via) = Hands(tree, clause);
        if (source < 0 || IsOnlyCounted(tree, clause, source) || IsOnlyToll(tree, clause, source)) return null;
        source = clause.Entry.Form == CueForm.Phrase ? LastOfNouns(tree, source) : NamedBehindTown(sentence, source, cue);
        // A clause about a thing ("the quake showed …") or a place is not a source.
        ActorMention? speaker = Speaker(sentence, source, clause.Entry);
        // "an account dismissed by …" dismisses nothing itself.
        if (effect == Stance.Denies && lexicon.Verdicts.IsTelling(tree, source)) return null;
        if (speaker is null || lexicon.Nouns.ActorClass(speaker.Noun ?? "") is NounClass.Disaster or NounClass.Weapon && speaker.Name is null || IsHappening(speaker)) return null;
        speaker = AsState(memory.Same(speaker) ?? WithoutDay(sentence, speaker));
        if (speaker.Form == ActorForm.Pronoun)
        {
            if (memory.Recall(speaker) is not { } known) return null;   // somebody said it, nobody knows who: the report's word
            // "…, he added", where somebody else came in since he spoke: either may be meant.
            if (speaker.Kind == ActorKind.Person && tree[cue].Lemma is "add" or "continue" && memory.HasChanged && clause.Size > 0) return new FoundAttribution(new Attribution(null, SourceKind.Eyewitness, null, tree[cue].Lemma, AllQuoted(tree, clause.Content, quoted), null), cue, clause.Content, clause.Size, effect);
            speaker = known;
        }
        if (Antecedents.IsBare(speaker)) speaker = lexicon.Nouns.ActorClass(speaker.Noun!) == NounClass.Document ? memory.WriterOf(speaker.Noun!) ?? speaker : IsOfOtherTown(sentence, speaker) ? speaker : memory.Called(speaker.Noun!) ?? speaker;
        int declared = tree.Child(cue, "ccomp") is >= 0 and var said ? tree.IsNominal(said) && tree.Child(said, "cop") < 0 ? said : -1 : tree.Child(cue, "obj");
        if (declared >= 0 && clause.Content[declared] && clause.Entry.Takes.Contains("object:alone")) clause = clause with { Content = WithoutCause(tree, declared, clause.Content) };
        if (declared >= 0 && tree[declared].Lemma == "responsibility") clause = clause with { Content = WithoutRelatives(tree, clause.Content) };
        if (clause.Entry.Form == CueForm.Phrase) return new FoundAttribution(new Attribution(speaker, KindOf(speaker), null, clause.Entry.Word, AllQuoted(tree, clause.Content, quoted), IssuedOn(sentence, source)), cue, clause.Content, clause.Size, effect);
        ActorMention? hand = via >= 0 ? actors.Read(sentence, via) : CarriedBy(sentence, source) ?? sentence.Tree.Children(cue).Where(child => tree.Is(child, "obl")).Select(child => CarriedBy(sentence, child)).FirstOrDefault(found => found is not null) ?? ToldTo(sentence, cue);
        bool negated = Factuality.IsNegated(tree, cue) || tree.Children(cue).Any(child => tree.Is(child, "aux") && tree[child].Lemma is "could" or "can" or "may" or "might") && effect == Stance.Affirms && tree[cue].Lemma is "confirm" or "verify";
        if (negated && effect == Stance.Affirms && tree.Child(cue, "ccomp") is >= 0 and var asked && Factuality.Asks(tree, asked)) return null;
        // "questioned why they got little warning of the flood": that it came is taken for granted.
        if (effect == Stance.Doubts && tree.Child(cue, "ccomp") is >= 0 and var wondered && Factuality.Asks(tree, wondered)) return null;
        // "did not elaborate on why it had been put at 115": nor does that doubt the count.
        if (negated && effect == Stance.Affirms && tree.Children(cue).FirstOrDefault(child => child > cue && tree[child].Penn is "WRB" or "WP" && tree.Is(child, "obl"), -1) is >= 0 and var why)
        {
            clause = clause with { Content = [.. clause.Content] };
            tree.Clear(why, clause.Content);
        }
        // "has not commented on the claims", "did not respond to the statement": who says nothing doubts nothing.
        if (negated && lexicon.Words.Has(WordSet.Answers, tree[cue].Lemma)) return null;
        if (negated) effect = effect is Stance.Denies or Stance.Doubts ? Stance.Affirms : Stance.Doubts;   // "has no doubt that"
        // "stopped short of saying that …", "left without confirming that …"
        else if (effect == Stance.Affirms && tree[cue].Penn == "VBG" && (lexicon.Qualifiers.Before(tree, cue, QualifierPlace.Of) ?? lexicon.Qualifiers.Before(tree, cue, QualifierPlace.Gerund)) is { Effect: Stance.Denies }) effect = Stance.Doubts;
        var by = new Attribution(speaker, KindOf(speaker), hand, tree[cue].Upos == Upos.Punct ? clause.Entry.Word : tree[cue].Lemma, AllQuoted(tree, clause.Content, quoted), SaidOn(sentence, cue));
        return new FoundAttribution(by, cue, clause.Content, clause.Size, effect);
    }

    /// <summary>"The crash claimed 12 lives", "the attack showed": what happened says nothing.</summary>
    private bool IsHappening(ActorMention speaker) =>
        speaker is { Name: null, Noun: { } noun } && (lexicon.Words.Has(WordSet.Happening, noun) || lexicon.Frames.For(noun, FramePos.Noun).Any(frame => frame.Type is EventType.Disaster or EventType.Bombing or EventType.Attack or EventType.Strike or EventType.Clash or EventType.Killing));

    /// <summary>"At 4 am on 6 August the agency's spokesperson", with the day hung on the agency: it is no part of who speaks.</summary>
    private static ActorMention WithoutDay(ReadSentence sentence, ActorMention speaker)
    {
        foreach (Dates.FoundDate date in sentence.Dates)
        {
            TextSpan day = date.Mention.Span;
            if (day.Start > speaker.Span.Start || day.End <= speaker.Span.Start || day.End >= speaker.Span.End) continue;
            string words = sentence.Tree.Text[day.End..speaker.Span.End].TrimStart();
            return speaker with { Span = new TextSpan(speaker.Span.End - words.Length, speaker.Span.End), Words = words };
        }
        return speaker;
    }

    // "The Russians say they hold X": a people by its name speaks through its state.
    private static ActorMention AsState(ActorMention speaker) => speaker is { Form: ActorForm.National, Noun: "national", Kind: ActorKind.Population } && speaker.Words.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? speaker with { Noun = "government", Kind = ActorKind.Government } : speaker;

    private bool Withheld(Tree tree, int cue) => tree.Is(cue, "xcomp") && tree.HasMark(cue, "TO") && tree.Head(cue) is >= 0 and var will && tree[will].Upos == Upos.Verb && !Factuality.IsNegated(tree, will) && lexicon.Modality.TryGetValue(tree[will].Lemma, out Stance effect) && effect == Stance.Denies;

    /// <summary>"threatened to attack X, prompting raids by Y": what came of the threat is no part of it; -1 when nothing is told to have come of it.</summary>
    private int Outcome(Tree tree, int cue, bool[] content)
    {
        for (int at = cue + 2; at < tree.Count; at++) if (content[at] && tree[at] is { Upos: Upos.Verb, Penn: "VBG" } && tree.Is(at, "advcl") && tree[at - 1].Form == "," && lexicon.Qualifiers.For(tree[at], QualifierPlace.Outcome) is not null) return at;
        return -1;
    }

    // "declared a state of emergency following an attack that killed ten": what it was for is the report's word; the declaring makes true only what is declared.
    private static bool[] WithoutCause(Tree tree, int declared, bool[] content)
    {
        bool[] own = [.. content];
        for (int at = declared + 1; at < tree.Count; at++) if (own[at] && tree.IsUnder(at, declared) && (tree.Preposition(at) is "following" or "after" or "amid" or "over" || tree[at].Form is "following" || tree[at].Relation == "acl:relcl" || tree[at].Upos == Upos.Verb && tree.Is(at, "conj"))) tree.Clear(at, own);
        return own;
    }

    // "claimed responsibility for an attack that left 60 dead": the attack is its own, the toll is the report's.
    private static bool[] WithoutRelatives(Tree tree, bool[] content)
    {
        bool[] own = [.. content];
        for (int at = 0; at < tree.Count; at++) if (own[at] && tree[at].Relation == "acl:relcl") tree.Clear(at, own);
        return own;
    }

    /// <summary>"The agency reports 166 deaths, and 62 people have been injured": whoever gives the first number gives the second.</summary>
    private static bool[] WithSecondCount(Tree tree, CuedClause clause)
    {
        if (clause.Entry.Form != CueForm.Verb || tree.Child(clause.At, "obj") is not (>= 0 and var first) || tree.Child(first, "nummod") < 0 || !clause.Content[first]) return clause.Content;
        bool[] content = [.. clause.Content];
        foreach (int child in tree.Children(clause.At))
        {
            bool counts = child > first && tree.Is(child, "conj") && tree.Child(child, "nsubj") is > 0 and var second && tree.Child(second, "nummod") >= 0;
            if (counts) tree.Mark(child, content);
        }
        return content;
    }

    /// <summary>"Six people died, raising the toll to 40", "350 people believed missing": those who are counted do not count, and believe nothing.</summary>
    private bool IsOnlyCounted(Tree tree, CuedClause clause, int source)
    {
        if (tree.Child(source, "nummod") < 0 && tree[source].Upos != Upos.Num) return false;
        bool raised = tree[clause.At].Penn == "VBG" && tree.Head(source) != clause.At && clause.Entry.Takes.Any(taken => taken is "object:to" or "object:at" or "object:number");
        bool passive = clause.At == source + 1 && tree[clause.At].Penn is "VBD" or "VBN" && tree.Child(clause.At, "xcomp") > clause.At;
        return raised || passive && lexicon.Counts.IsTold(tree[clause.At].Lemma);
    }

    /// <summary>"An earlier toll put the dead at 198": a count is somebody's, and nobody by itself.</summary>
    private bool IsOnlyToll(Tree tree, CuedClause clause, int source) =>
        clause.Entry.Takes.Contains("object:at") && lexicon.Words.Has(WordSet.RunningCount, tree[source].Lemma)
            && !tree.Children(source).Any(child => tree[child].Relation == "nmod:poss" || tree.Is(child, "compound") && tree[child].Upos == Upos.Propn);

    // "according to rescue authorities", with the second noun hung elsewhere.
    private static int LastOfNouns(Tree tree, int source)
    {
        int next = source + 1;
        bool goesOn = tree[source].Upos == Upos.Noun && next < tree.Count && tree[next].Upos == Upos.Noun;
        return goesOn && tree.Is(next, "obl") && tree.Preposition(next).Length == 0 ? next : source;
    }

    /// <summary>"Port Ash's Mayor Maria Ortiz said", with the town's name taken for the subject: the person named right before the verb.</summary>
    private static int NamedBehindTown(ReadSentence sentence, int source, int cue)
    {
        if (source >= cue || cue == 0 || sentence.NameAt(source) is not { MayBePlace: true } town) return source;
        if (sentence.NameAt(cue - 1) is not { Kind: NameKind.Person } person || person.First <= town.Last || person.Last != cue - 1) return source;
        for (int at = town.Last + 1; at < person.First; at++) if (sentence.Tree[at].Upos is not (Upos.Noun or Upos.Propn or Upos.Part)) return source;
        for (int at = person.First; at <= person.Last; at++) if (sentence.Tree.Head(at) < person.First || sentence.Tree.Head(at) > person.Last) return at;
        return source;
    }

    // "agency figures show": the agency. "the data project told": whoever is the subject of a verb of speech speaks, on a list or not.
    private ActorMention? Speaker(ReadSentence sentence, int source, Cue cue)
    {
        if (lexicon.Nouns.ActorClass(sentence.Tree[source].Lemma) == NounClass.Document && Issuers.KeeperOf(sentence, source, actors) is { } keeper) return keeper;
        if (cue.Form == CueForm.Phrase && IsOnlyPaper(sentence.Tree, source)) return null;
        return actors.Read(sentence, source) ?? Division(sentence, source, cue) ?? (cue.Kind is CueKind.Speech or CueKind.Denial || cue.Form == CueForm.Phrase ? actors.Stranger(sentence, source) : null);
    }

    // "In Y six died, the mayor said": that of Y, and not the one who was named before.
    private bool IsOfOtherTown(ReadSentence sentence, ActorMention speaker) =>
        lexicon.Words.Has(WordSet.TownOffice, speaker.Noun!) && sentence.Names.Any(name => name is { First: > 0, MayBePlace: true } && sentence.Tree[name.First - 1].Form is "In" or "At");   // bare speakers have a noun

    // "X County said": who runs it.
    private ActorMention? Division(ReadSentence sentence, int source, Cue cue)
    {
        if (cue.Kind != CueKind.Speech || sentence.NameAt(source) is not { Known: null } name || name.Last == name.First || !lexicon.Words.Has(WordSet.DivisionWord, sentence.Tree[name.Last].Lemma.ToLowerInvariant())) return null;
        return new ActorMention(sentence.Tree.Span(name.First, name.Last), name.Words, ActorForm.Name, name.Words, null, null, ActorKind.Government);
    }

    // "according to the information that Moscow had", "according to the latest figures": what somebody told by is nobody.
    private bool IsOnlyPaper(Tree tree, int source) =>
        tree[source].Lemma == "information"
            || (lexicon.Counts.IsTally(tree[source].Lemma) || lexicon.Words.Has(WordSet.RunningCount, tree[source].Lemma))
                && tree.Children(source).All(child => tree.Is(child, "det") || tree.Is(child, "case") || tree.Is(child, "punct") || tree[child].Upos == Upos.Adj && lexicon.Words.Has(WordSet.Newest, tree[child].Lemma));

    /// <summary>Who the sentence is about, for a "he said" in the next; noted only where nobody spoke.</summary>
    public void NoteSubject(ReadSentence sentence, bool[] quoted, SpeakerMemory memory)
    {
        int subject = sentence.Tree.Child(sentence.Tree.Root, "nsubj");
        if (subject < 0 || quoted[subject] || actors.Read(sentence, subject) is not { } actor) return;
        // "X and Y spoke to reporters": a "he" may be either.
        if (actor.Kind == ActorKind.Person && sentence.Tree.Children(subject).Any(child => sentence.Tree.Is(child, "conj") && actors.Read(sentence, child) is { Kind: ActorKind.Person })) memory.Forget();
        else if (actor is { Form: ActorForm.Common, Kind: ActorKind.Person } && sentence.Tree[subject].Relation == "nsubj" && sentence.Tree[subject].Penn == "NN" && lexicon.Nouns.ActorClass(actor.Noun ?? "") == NounClass.Official) memory.NoteOfficial(actor);
        else memory.NoteSubject(actor);
    }

    /// <summary>Who says it and by way of whom: for "A quoted B as saying", B by way of A; for "the army, which said", the army.</summary>
    private (int Source, int Via) Hands(Tree tree, CuedClause clause)
    {
        int cue = clause.At, source = clause.Source, head = tree.Head(cue);
        if (tree[source].Penn is "WDT" or "WP" && tree.Is(cue, "acl") && head >= 0) source = head;
        // "The agency quoted an officer who denied that …": the officer's word, through the agency.
        if (source == head && tree[cue].Relation == "acl:relcl") return (head, tree.Is(head, "obj") && tree.Head(head) is >= 0 and var quoting && tree[quoting].Lemma is "quote" or "cite" ? tree.Child(quoting, "nsubj") : -1);
        if (clause.Segment is not null || clause.IsPassive || head < 0 || tree[head].Lemma is not ("quote" or "cite") || tree[head].Upos != Upos.Verb || tree.Child(cue, "nsubj") >= 0) return (source, -1);
        int agent = SourceReader.Agent(tree, head) is >= 0 and var above ? above : SourceReader.Agent(tree, cue);
        return Events.Slots.IsPassive(tree, head, lexicon.Words) ? (tree.Child(head, "nsubj"), agent) : (tree.Child(head, "obj"), tree.Child(head, "nsubj"));
    }

    private static bool AllQuoted(Tree tree, bool[] content, bool[] quoted)
    {
        int inside = 0, all = 0;
        for (int at = 0; at < tree.Count; at++)
        {
            if (!content[at] || tree[at].Upos == Upos.Punct) continue;
            all++;
            if (quoted[at]) inside++;
        }
        return all > 0 && inside * 10 >= all * 8;   // a bracketed gloss inside the marks does not make it indirect
    }

    /// <summary>"according to a statement issued by X on Thursday", "the report released on Thursday", "its statement on Thursday": the day of the paper; null for others.</summary>
    private DateMention? IssuedOn(ReadSentence sentence, int paper)
    {
        Tree tree = sentence.Tree;
        if (lexicon.Nouns.ActorClass(tree[paper].Lemma) != NounClass.Document) return null;
        foreach (int child in tree.Children(paper).Where(child => child > paper))
        {
            if (tree.Is(child, "nmod") && tree.Preposition(child) == "on" && sentence.DateAt(child) is { } own) return own.Mention;
            if (!tree.Is(child, "acl") || tree[child].Penn != "VBN") continue;
            foreach (int below in tree.Children(child)) if (below > child && tree[below].Relation is "obl" or "obl:unmarked" && sentence.DateAt(below) is { } issued && !IsLength(issued.Mention)) return issued.Mention;
        }
        return null;
    }

    private DateMention? SaidOn(ReadSentence sentence, int cue)
    {
        Tree tree = sentence.Tree;
        // "The government on Sunday revised …": right before the verb, and hung on who speaks.
        if (tree.Child(cue, "nsubj") is >= 0 and var speaks && speaks < cue && tree.Children(speaks).FirstOrDefault(child => child > speaks && tree[child].Relation == "nmod" && tree.Preposition(child) == "on" && tree.Extent(child).Last == cue - 1, -1) is >= 0 and var between && sentence.DateAt(between) is { } opens) return opens.Mention;
        foreach (int child in tree.Children(cue))
        {
            // "Mr X, the vice-president until July, told …": when he was it.
            if (tree.Preposition(child) is "until" or "till" or "since") continue;
            if (tree[child].Relation is "obl" or "obl:tmod" or "obl:unmarked" or "advmod" && sentence.DateAt(child) is { } date && (Before(tree, cue, child, date.Mention) ?? (IsLength(date.Mention) ? null : date.Mention)) is { } said) return said;
            // "said in a statement on Saturday": the day of the paper is that of the saying.
            // "In a statement on Saturday, X said", too; not "in an attack on Saturday, X said".
            if (tree.Is(child, "obl") && tree.Preposition(child) is "in" or "at" && tree[child].Upos == Upos.Noun && (child > cue || lexicon.Words.Has(WordSet.SpeakingPlace, tree[child].Lemma))) foreach (int below in tree.Children(child)) if (tree[below].Relation == "nmod" && tree.Preposition(below) == "on" && sentence.DateAt(below) is { } issued) return issued.Mention;
            // "claimed responsibility on Monday": hung on the noun beside.
            if (child != cue + 1 || tree[child].Upos != Upos.Noun) continue;
            foreach (int below in tree.Children(child)) if (tree[below].Relation == "nmod" && tree.Preposition(below) == "on" && sentence.DateAt(below) is { } beside) return beside.Mention;
        }
        if (!tree.Is(cue, "conj") || tree.Child(cue, "nsubj") >= 0) return null;
        // "… on Monday and said": in one breath.
        int first = tree.Head(cue);
        while (first >= 0 && tree[first].Upos == Upos.Noun) first = tree.Head(first);
        return first >= 0 && first < cue && tree[first].Upos == Upos.Verb ? SaidOn(sentence, first) : null;
    }

    // "After a week of fighting the army said": how long that was, and not when it said so.
    private static bool IsLength(DateMention date) => date.Value is ['P', >= '0' and <= '9', ..] or ['P', 'X', _];

    /// <summary>"They left, two weeks after the army said that it had taken the town": it said so two weeks before; null for any other date.</summary>
    private static DateMention? Before(Tree tree, int cue, int spell, DateMention date)
    {
        if (spell + 1 >= tree.Count || tree[spell + 1].Form != "after" || tree.Head(spell + 1) != cue) return null;
        string[] told = date.Value.StartsWith("UNDEF-REF-", StringComparison.Ordinal) ? date.Value["UNDEF-REF-".Length..].Split('-') : date.Value is ['P', .. var length, 'D' or 'W' or 'M'] ? [date.Value[^1] switch { 'D' => "day", 'W' => "week", _ => "month" }, "PLUS", length] : [];
        if (told is not [var unit, "PLUS", var count] || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int number)) return null;
        return date with { Value = string.Create(CultureInfo.InvariantCulture, $"UNDEF-REF-{(unit == "week" ? "day" : unit)}-MINUS-{(unit == "week" ? number * 7 : number)}") };
    }

    // "a statement carried by Xinhua", "a report on state television"
    private ActorMention? CarriedBy(ReadSentence sentence, int source)
    {
        Tree tree = sentence.Tree;
        foreach (int child in tree.Children(source))
        {
            if (!tree.Is(child, "acl")) continue;
            foreach (int agent in tree.Children(child)) if (tree.Is(agent, "obl") && tree.Preposition(agent) is "by" or "on" && actors.Read(sentence, agent) is { Kind: ActorKind.Media } hand) return hand;
        }
        return null;
    }

    private ActorMention? ToldTo(ReadSentence sentence, int cue)
    {
        if (sentence.Tree[cue].Lemma is not "tell") return null;
        foreach (int child in sentence.Tree.Children(cue))
        {
            if (sentence.Tree[child].Relation is "obj" or "iobj" && actors.Read(sentence, child) is { } hearer && (hearer.Kind == ActorKind.Media || hearer.Form == ActorForm.Name) && sentence.Tree[child].Penn != "NNS") return hearer;
        }
        return null;
    }

    /// <summary>What kind of source the words describe.</summary>
    public SourceKind KindOf(ActorMention speaker)
    {
        NounClass noun = lexicon.Nouns.ActorClass(speaker.Noun ?? "");
        if (speaker.Kind == ActorKind.Media) return SourceKind.PartyMedia;
        if (speaker.Form == ActorForm.Name) return speaker.Kind == ActorKind.Person ? SourceKind.NamedPerson : SourceKind.Institution;
        return noun switch
        {
            NounClass.Document => speaker.Body is null ? SourceKind.Document : SourceKind.Institution,
            NounClass.Media => speaker.Country is not null ? SourceKind.PartyMedia : SourceKind.Reporter,
            NounClass.Witness or NounClass.People or NounClass.Captive => SourceKind.Eyewitness,
            NounClass.Official => speaker.Words.StartsWith("the ", StringComparison.OrdinalIgnoreCase) && speaker.Body is not null ? SourceKind.OfficeHolder : SourceKind.UnnamedOfficial,
            _ => SourceKind.Institution,
        };
    }
}
