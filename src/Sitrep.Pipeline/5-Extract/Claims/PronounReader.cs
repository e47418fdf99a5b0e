using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Attributions;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Claims;

/// <summary>Whom "it", "they", "we" and "its troops" mean in an event: the source, who was told of before, or nobody that can be known.</summary>
internal sealed class PronounReader(ReadingLexicon lexicon, ActorFinder actors)
{
    private readonly NearbyActors _near = new(lexicon, actors);

    /// <summary>"X said it had …", "They have …": pronouns go back to the source, else to the last sentence's subject. A source's past perfect is only reported speech.</summary>
    /// <param name="remembered">True for what lies long before whatever is told.</param>
    public EventReading Resolve(EventReading reading, Attribution by, ReadSentence sentence, Referents before, bool remembered)
    {
        var roles = reading.Roles.SelectMany(role => IsBothSides(role.Actor) && before.Sides is var (first, second) ? [role with { Actor = first }, role with { Actor = second }] : (RoleMention[])[role]).Select(role => Known(role.Actor) is { } known && !IsDoer(role, known) ? role with { Actor = known } : role).ToList();
        // "claimed responsibility": for what the report tells of.
        bool claimed = by is { Cue: "claim", Source: not null } && roles.TrueForAll(role => role.Role != RoleKind.Actor) && (sentence.Tree.Sentence.Tokens.Any(token => token.Lemma == "responsibility") || IsClaimed(sentence.Tree, reading));
        if (claimed && by.Source is { } claimer) roles.Add(new RoleMention(RoleKind.Actor, claimer));
        return reading with { Roles = [.. roles], Background = reading.Background && (by.Kind == SourceKind.Narration || remembered) };

        // "It is possible that the rebels attacked them": not themselves.
        bool IsDoer(RoleMention role, ActorMention known) => role.Role == RoleKind.Target && reading.Roles.Any(other => other.Role == RoleKind.Actor && other.Actor.Span == known.Span);

        ActorMention? Known(ActorMention actor) =>
            actor.Form == ActorForm.Pronoun ? Antecedent(new Pronoun(actor, reading, by, sentence, before)) : IsOwn(actor) ? SideOf(by) : null;
    }

    // "claimed the attack in X": as his.
    private static bool IsClaimed(Tree tree, EventReading reading)
    {
        for (int at = 0; at < tree.Count; at++) if (tree[at].Start == reading.Trigger.Start) return tree[at].Relation == "obj" && tree.Head(at) is >= 0 and var verb && tree[verb].Lemma == "claim";
        return false;
    }

    // "both sides", "the two parties": the two who were told of last.
    private static bool IsBothSides(ActorMention actor) => actor is { Form: ActorForm.Common, Noun: "side" or "party" } && actor.Words.ToLowerInvariant() is var words && (words.StartsWith("both ", StringComparison.Ordinal) || words.StartsWith("the two ", StringComparison.Ordinal));

    /// <summary>The force or body that the sentence's main clause is about; what a following "it" or "they" goes back to.</summary>
    public ActorMention? SubjectOf(ReadSentence sentence) => _near.SubjectOf(sentence);

    /// <summary>Fighters who are the subject of what somebody quoted says, and who says it; null where he speaks of nobody, or of himself.</summary>
    /// <param name="before">The same of the sentence before: he may go on with "they".</param>
    public SpokenOf? DoersOf(ReadSentence sentence, List<FoundAttribution> attributions, SpokenOf? before)
    {
        if (attributions.FirstOrDefault(attribution => attribution.By.Quoted) is not { By.Source: { } speaker } spoken) return null;
        return _near.Doers(sentence, spoken.Content, before is { } said && said.Speaker.Words == speaker.Words ? said.Doers : null) is { } doers ? new SpokenOf(speaker, doers) : null;
    }

    /// <summary>True for forces and armed groups.</summary>
    public bool BearsArms(ActorMention actor) => _near.BearsArms(actor);

    /// <summary>A pronoun that has a role in an event, and where it stands.</summary>
    private readonly record struct Pronoun(ActorMention Mention, EventReading In, Attribution By, ReadSentence Sentence, Referents Before)
    {
        public string Word { get; } = Mention.Words.ToLowerInvariant();

        public bool IsWe => Word is "we" or "our" or "ours" or "us";

        public ActorMention? Source => By.Source;

        public bool IsTarget => Has(RoleKind.Target, Mention);

        public bool Has(RoleKind kind, ActorMention actor) => In.Roles.Any(role => role.Role == kind && role.Actor == actor);
    }

    private ActorMention? Antecedent(Pronoun pronoun)
    {
        ReadSentence sentence = pronoun.Sentence;
        Attribution by = pronoun.By;
        if (pronoun.IsWe && (NamedBody(pronoun) ?? SideOf(by)) is { } side) return side;
        if (pronoun.Word is "latter" or "former") return pronoun.Before.Sides is var (one, other) ? pronoun.Word == "latter" ? other : one : null;
        // "A spokesman for the front said it had left": the front, and not the man.
        if (pronoun.Word is "it" or "its" && !pronoun.IsTarget && (NamedBody(pronoun) ?? ForceOf(by)) is { } body) return body;
        if (IsNobody(pronoun)) return null;
        int start = pronoun.Mention.Span.Start;
        bool armed = pronoun.In.Type is EventType.Capture or EventType.Siege && pronoun.Has(RoleKind.Actor, pronoun.Mention);
        if (pronoun.Word == "they" && _near.SeveralBefore(sentence, start, by, armed) is { } several) return several;
        // "X said 787 were inside and 363 of them had been rescued": one man is not "them".
        if (pronoun.Word == "them" && (by.Source is { Kind: ActorKind.Person } || SubjectOf(sentence) is { Kind: ActorKind.Person })) return _near.SeveralBefore(sentence, start, by, armed);
        // "They are burning the village," said residents: whoever speaks of others does not mean himself.
        // "'The rebels attacked us,' she said. 'They killed my brother.'": the fighters of whom he spoke right before.
        if (by.Quoted && pronoun.Word is "they" or "he" or "she") return pronoun.Word == "they" && (IsHarm(pronoun.In.Type) || pronoun.In.Type is EventType.Withdrawal or EventType.Movement or EventType.Siege) && pronoun.Before.Spoken is { } spoken && spoken.Speaker.Words == by.Source?.Words ? spoken.Doers : null;
        // "said its army had pushed them back", "said its forces had fired on it": nobody does that to himself.
        if (by.Source is not null && pronoun.Word is "them" or "it" && pronoun.IsTarget && pronoun.In.Roles.Any(role => role.Role == RoleKind.Actor && IsOwn(role.Actor))) return pronoun.Word == "them" ? _near.SeveralBefore(sentence, start, by, armed: true) : null;
        // "refused to release him, a source said": nobody calls himself "him" but after his own verb.
        if (by.Source is not null && pronoun.Word is "him" or "her") return pronoun.Before.PersonFor(pronoun.Mention);
        if (by.Source is { } speaker && IsSpeaker(pronoun, speaker)) return speaker;
        return pronoun.Mention.Kind == ActorKind.Person ? pronoun.Before.PersonFor(pronoun.Mention) : _near.OneBefore(sentence, pronoun.Mention) ?? ToldBefore(pronoun);
    }

    /// <summary>"X attacked the town. The Red Cross sent aid. They also killed 12 people": those who bear arms; null where whom the last sentence was about cannot be meant.</summary>
    private ActorMention? ToldBefore(Pronoun pronoun)
    {
        bool fights = (IsHarm(pronoun.In.Type) || IsDoneByMany(pronoun.In.Type)) && pronoun.Has(RoleKind.Actor, pronoun.Mention);
        ActorMention? last = pronoun.Before.Subject;
        bool unarmed = last is { Kind: ActorKind.Ngo or ActorKind.Monitor or ActorKind.Intergovernmental or ActorKind.Company } || last is { Kind: ActorKind.Government, Noun: { } body } && !lexicon.Words.Has(WordSet.GovernmentWord, body) || last is { Kind: ActorKind.Government, Noun: null };
        // "They then entered the town": not one who sends aid.
        fights |= pronoun.In.Type == EventType.Movement && pronoun.Word == "they";
        // "X attacked the town. The government of Y condemned it. It also …": nobody can tell.
        if (fights && pronoun.Before.OnlySpoke && last is { Kind: ActorKind.State or ActorKind.Government } && pronoun.Before.Fighters is { } armed && armed.Country != last.Country && Agrees(pronoun.Word, last)) return null;
        if (fights && (unarmed || !Agrees(pronoun.Word, last))) last = pronoun.Before.Fighters;
        return Agrees(pronoun.Word, last) ? last : null;
    }

    /// <summary>"The town is under our control," said the front's spokesman: the front's.</summary>
    private static ActorMention? NamedBody(Pronoun pronoun) =>
        pronoun.Source is { Kind: ActorKind.Person, Body: { } body } speaker && char.IsUpper(body[0])
            ? speaker with { Words = body, Form = ActorForm.Name, Name = body, Noun = null, Kind = ActorKind.Other, Body = null } : null;

    /// <summary>"A Ukrainian army spokesman said it had": the army; null where he speaks for no force.</summary>
    private ActorMention? ForceOf(Attribution by)
    {
        if (by.Source is not { Body: { } body } speaker || !char.IsLower(body[0]) || lexicon.Nouns.ActorClass(body) != NounClass.Force) return null;
        return speaker with { Words = "the " + body, Form = speaker.Country is null ? ActorForm.Common : ActorForm.National, Name = null, Noun = body, Body = null, Kind = lexicon.Nouns.KindOf(body) };
    }

    /// <summary>True where the pronoun can mean nobody whom the sentence or the report names.</summary>
    private bool IsNobody(Pronoun pronoun)
    {
        // "The town was under our control," said the president: not his own hand.
        if (pronoun.IsWe) return pronoun.Source is { Kind: ActorKind.Person, Form: ActorForm.Name, Body: null } && IsDoneByMany(pronoun.In.Type);
        // "rejects the claim and condemns it": not itself.
        if (pronoun.Word is "it" or "them" && pronoun.In.Type == EventType.Statement && pronoun.IsTarget) return true;
        if (pronoun.Word is not ("it" or "its")) return false;
        // "The quarter suffered after troops surrounded it": the quarter.
        if (pronoun is { Word: "it", IsTarget: true } && _near.IsPlaceBefore(pronoun.Sentence, pronoun.Mention.Span.Start)) return true;
        if (pronoun.Source is not { } source) return false;
        // "claimed to have brought it down": nobody does that to himself.
        if (pronoun.Word == "it" && pronoun.IsTarget && pronoun.In.Roles.Any(role => role.Role == RoleKind.Actor && role.Actor.Span == source.Span)) return true;
        // "Aid groups fear a bloodbath if the rebels storm it": nobody who is several is "it".
        if (source is { Form: not ActorForm.Name, Noun: { } many } && source.Words.EndsWith(many + "s", StringComparison.OrdinalIgnoreCase)) return true;
        // "Moscow says it was hit by shelling": what was hit is not the capital that speaks.
        return pronoun.Word == "it" && source is { Name: { } seat } && lexicon.Countries.TryByCapital(seat, out _) && pronoun.IsTarget;
    }

    /// <summary>"said it had", "officials said they had", "we": whoever speaks means himself.</summary>
    private bool IsSpeaker(Pronoun pronoun, ActorMention speaker)
    {
        bool many = speaker is { Form: not ActorForm.Name, Noun: { } noun } && speaker.Words.EndsWith(noun + "s", StringComparison.OrdinalIgnoreCase);
        bool several = pronoun.Word == "they" && many;
        // "X's lawyers said he was held": none of the lawyers.
        if (many && pronoun.Word is "he" or "she") return false;
        // "An aid worker said they had attacked": one is not "they", and nobody who is somebody "it".
        bool one = !many && speaker is { Form: ActorForm.Common or ActorForm.National, Noun: { } office } && lexicon.Nouns.ActorClass(office) is NounClass.Official or NounClass.Witness or NounClass.People;
        if (one && pronoun.Word is "they" or "it") return false;
        return several || pronoun.Word is "we" or "our" or "ours" or "i" || pronoun.Mention.Kind == ActorKind.Person == (speaker.Kind == ActorKind.Person);
    }

    /// <summary>A state is "it", its troops are "they".</summary>
    private bool Agrees(string pronoun, ActorMention? told) => pronoun switch
    {
        "they" when told is { Noun: { } troops } && lexicon.Nouns.ActorClass(troops) is NounClass.Force or NounClass.Militants => true,   // "UN troops"
        "they" => told is not { Kind: ActorKind.State or ActorKind.Government or ActorKind.Intergovernmental },
        "it" => told is not { Form: not ActorForm.Name, Noun: { } noun } subject || !subject.Words.EndsWith(noun + "s", StringComparison.OrdinalIgnoreCase),
        _ => true,
    };

    private static bool IsHarm(EventType type) => type is EventType.Attack or EventType.Strike or EventType.Bombing or EventType.Killing or EventType.Injury or EventType.Abduction or EventType.Detention or EventType.Displacement or EventType.Capture;

    private static bool IsDoneByMany(EventType type) => type is EventType.Capture or EventType.Holding or EventType.Withdrawal or EventType.Siege or EventType.Clash or EventType.Surrender or EventType.Killing or EventType.Detention or EventType.Attack or EventType.Strike;

    // "its troops", "our fighters": those of whoever speaks.
    private bool IsOwn(ActorMention actor) =>
        actor is { Form: not ActorForm.Name, Noun: { } noun } && lexicon.Nouns.ActorClass(noun) is NounClass.Force or NounClass.Militants
        && actor.Words.ToLowerInvariant().Split(' ') is ["its" or "our" or "their" or "his" or "her", _];

    /// <summary>"rebel spokesman X", "a spokesman for the opposition": the side he speaks for, where it is told by a common noun and is no state's.</summary>
    private ActorMention? SideOf(Attribution by)
    {
        if (by.Source is not { Body: { } body } speaker || !char.IsLower(body[0])) return null;
        if (body.Split(' ').FirstOrDefault(word => word is "opposition" || lexicon.Nouns.ActorClass(lexicon.Nouns.Single(word)) == NounClass.Militants) is not { } word) return null;
        string noun = lexicon.Nouns.Single(word);
        bool one = word == "opposition" || lexicon.Words.Has(WordSet.GroupNoun, noun);
        return speaker with
        {
            Words = one ? "the " + noun : noun + "s",
            Form = ActorForm.Common,
            Name = null,
            Noun = noun,
            Country = null,
            Body = null,
            Kind = word == "opposition" ? ActorKind.RebelGroup : lexicon.Nouns.KindOf(noun),
        };
    }
}
