using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Claims;

/// <summary>What "the reports", "the charge", "it" or "the attack" stand for when somebody denies them: what somebody else told before in the report.</summary>
internal sealed class EarlierTellings(ReadingLexicon lexicon)
{
    /// <summary>Sentences that "the reports" may stand for.</summary>
    private const int SeveralMax = 3;

    /// <summary>What somebody else affirmed last: the events of one sentence, or where several statements are denied of his last sentences; empty when there is none.</summary>
    /// <param name="charge">True when an accusation is denied: what the accused is said to have done, or where nothing of the kind was read, the accusation.</param>
    public ImmutableArray<EventReading> Latest(IReadOnlyList<Claim> claims, ActorMention denier, bool several, bool charge)
    {
        if (charge && Charge(claims, denier) is { } accusation) return [accusation];
        if (Refused(claims, denier) is { } rejected) return [rejected];
        Claim[] others = [.. claims.Where(claim => claim is { Stance: Stance.Affirms, Event: not null } && !IsOne(claim.By.Source, denier))];
        Claim? last = others.LastOrDefault(claim => claim.By.Kind != SourceKind.Narration && TypeOf(claim) != EventType.Accusation) ?? others.LastOrDefault();
        if (last is null) return [];
        last = Foremost(claims, last);
        Claim[] his = [.. claims.Where(claim => claim.Stance == Stance.Affirms && IsOne(claim.By.Source, last.By.Source))];
        HashSet<Model.Text.TextSpan> spans = [.. his.Select(claim => claim.Span).Distinct().TakeLast(several ? SeveralMax : 1)];
        return [.. his.Where(claim => spans.Contains(claim.Span)).SelectMany(claim => claim.Event is { } told ? [OfTeller(told, claim.By)] : (EventReading[])[]).Where(told => told.Type == TypeOf(last)).DistinctBy(told => (told.Type, told.Place?.Words))];
    }

    /// <summary>The event of one of these types that somebody else told last; null when nobody did.</summary>
    public EventReading? LatestOf(IReadOnlyList<Claim> claims, EventType[] types, ActorMention denier)
    {
        bool armed = types.Any(IsArmed);
        return claims.LastOrDefault(claim => claim is { Stance: Stance.Affirms, Event: { } told } && (types.Contains(told.Type) || armed && IsArmed(told.Type)) && IsDeed(told.Type) && !IsOne(claim.By.Source, denier))
            is { Event: { } last } teller ? OfTeller(last, teller.By) : null;
    }

    /// <summary>"The X said", "a spokesman … the X": one source, however its sentence begins.</summary>
    private static bool IsOne(ActorMention? one, ActorMention? other) =>
        one is null || other is null ? one == other : one is { Form: ActorForm.Name, Name: { } name } && other is { Form: ActorForm.Name, Name: { } same } ? name == same : string.Equals(one.Words, other.Words, StringComparison.OrdinalIgnoreCase);

    private static bool IsArmed(EventType type) => type is EventType.Attack or EventType.Strike or EventType.Bombing;

    private static bool IsDeed(EventType type) => type is not (EventType.Statement or EventType.Accusation or EventType.Disaster or EventType.Other);

    private static EventType? TypeOf(Claim claim) => claim.Event?.Type;

    /// <summary>The accusation, where nothing was read of what the accused is said to have done.</summary>
    private static EventReading? Charge(IReadOnlyList<Claim> claims, ActorMention denier)
    {
        if (claims.LastOrDefault(claim => claim is { Stance: Stance.Affirms, Event.Type: EventType.Accusation } && !IsOne(claim.By.Source, denier)) is not { Event: { } accusation } charged) return null;
        string[] accused = [.. accusation.Roles.Where(role => role.Role == RoleKind.Target).Select(role => role.Actor.Words)];
        bool done = claims.Any(claim => claim is { Stance: Stance.Affirms, Event: { Type: not EventType.Accusation } told } && claim.Span == charged.Span && IsBy(told, accused));
        return done ? null : accusation;
    }

    private static bool IsBy(EventReading told, string[] accused) =>
        told.Roles.All(role => role.Role != RoleKind.Actor) || told.Roles.Any(role => role.Role == RoleKind.Actor && accused.Contains(role.Actor.Words));

    /// <summary>"denied that it struck X. 'This is a lie,' its spokesman said": what was denied right before.</summary>
    private static EventReading? Refused(IReadOnlyList<Claim> claims, ActorMention denier)
    {
        if (claims.LastOrDefault(claim => claim.Event is not null) is not { Stance: Stance.Denies, Event: { } rejected } refusal || refusal.By.Kind == SourceKind.Narration || IsOne(refusal.By.Source, denier)) return null;
        return claims.Any(claim => claim.Stance == Stance.Affirms && claim.Span == refusal.Span && TypeOf(claim) == rejected.Type) ? null : rejected;
    }

    /// <summary>"said it took X during the clashes", "took X, killing 12": of one sentence what it tells first and foremost is meant.</summary>
    private Claim Foremost(IReadOnlyList<Claim> claims, Claim last) =>
        claims.Where(claim => claim.Span == last.Span && claim is { Stance: Stance.Affirms, Event: { Type: not EventType.Accusation } } && IsOne(claim.By.Source, last.By.Source))
            .OrderBy(claim => claim.By.Cue is { } cue && lexicon.CueBook.For(cue, CueForm.Verb) is { Kind: CueKind.Denial })
            .ThenBy(claim => Weight(TypeOf(claim))).ThenBy(claim => claim.Event?.Trigger.Start).FirstOrDefault() ?? last;

    // What stands in a sentence beside something else is less likely to be what somebody denies.
    private static int Weight(EventType? type) => type switch
    {
        EventType.Capture or EventType.Withdrawal or EventType.Surrender => 0,
        EventType.Clash or EventType.Statement or EventType.Meeting or EventType.Movement => 2,
        _ => 1,
    };

    /// <summary>"its forces", "his fighters" of who told it are not those of who denies it.</summary>
    private EventReading OfTeller(EventReading told, Attribution by)
    {
        if (by.Source is not { Form: not ActorForm.Pronoun } teller || OwnerOf(teller) is not { } owner) return told;
        return told with { Roles = [.. told.Roles.Select(role => IsOwn(role.Actor) ? role with { Actor = owner } : role)] };
    }

    private bool IsOwn(ActorMention actor) =>
        actor is { Form: ActorForm.Common, Words: { } words, Noun: { } noun } && words.Split(' ')[0].ToLowerInvariant() is "its" or "our" or "their" or "his" or "her"
        && lexicon.Nouns.ActorClass(noun) is NounClass.Force or NounClass.Militants;

    /// <summary>Whose forces a speaker's are: a body's its own, a spokesman's and a leader's those of the body that is named, else the man's; null for a man without a name.</summary>
    private static ActorMention? OwnerOf(ActorMention teller)
    {
        if (teller.Kind != ActorKind.Person) return teller;
        string? name = teller.Body is { } body && char.IsUpper(body[0]) ? body : teller is { Form: ActorForm.Name, Name: { } man } ? man[(man.LastIndexOf(' ') + 1)..] + "'s forces" : null;
        return name is null ? null : teller with { Words = name, Form = ActorForm.Name, Name = name, Noun = null, Kind = ActorKind.Other, Body = null };
    }
}
