using System.Collections.Immutable;
using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Attributions;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract;

// Whom "it", "they", "we" and "its troops" mean: the source, who was told of before, or nobody that can be known.
public sealed partial class ExtractStage
{
    /// <summary>"X said it had …", "They have …": pronouns go back to the source, else to the last sentence's subject. A source's past perfect is only reported speech.</summary>
    /// <param name="remembered">True for what lies long before whatever is told.</param>
    private EventReading ByItself(EventReading reading, Attribution by, ReadSentence sentence, Antecedents before, bool remembered)
    {
        ImmutableArray<RoleMention> roles = [.. reading.Roles.Select(role => role.Actor.Form != ActorForm.Pronoun ? IsOwn(role.Actor) && SideOf(by) is { } side ? role with { Actor = side } : role : Antecedent(role.Actor) is { } known ? role with { Actor = known } : role)];
        bool claimed = by.Cue is "claim" && by.Source is not null && roles.All(role => role.Role != RoleKind.Actor) && sentence.Tree.Sentence.Tokens.Any(token => token.Lemma == "responsibility");
        if (claimed) roles = roles.Add(new RoleMention(RoleKind.Actor, by.Source!));
        return reading with { Roles = roles, Background = reading.Background && (by.Kind == SourceKind.Narration || remembered) };

        ActorMention? Antecedent(ActorMention pronoun)
        {
            // "The town is under our control," said the front's spokesman: the front's.
            if (by.Source is { Kind: Model.World.ActorKind.Person, Body: { } body } && char.IsUpper(body[0]) && pronoun.Words.ToLowerInvariant() is "we" or "our" or "ours" or "us") return by.Source with { Words = body, Form = ActorForm.Name, Name = body, Noun = null, Kind = Model.World.ActorKind.Other, Body = null };
            if (pronoun.Words.ToLowerInvariant() is "we" or "our" or "ours" or "us" && SideOf(by) is { } side) return side;
            // "The town was under our control," said the president: not his own hand.
            if (by.Source is { Kind: Model.World.ActorKind.Person, Form: ActorForm.Name, Body: null } && reading.Type is EventType.Capture or EventType.Holding or EventType.Withdrawal or EventType.Siege or EventType.Clash or EventType.Surrender or EventType.Killing or EventType.Detention or EventType.Attack or EventType.Strike && pronoun.Words.ToLowerInvariant() is "we" or "our" or "ours" or "us") return null;
            // "rejects the claim and condemns it": not itself.
            if (reading.Type == EventType.Statement && pronoun.Words is "it" or "them" && reading.Roles.Any(role => role is { Role: RoleKind.Target } && role.Actor == pronoun)) return null;
            // "claimed to have brought it down": nobody does that to himself.
            if (pronoun.Words is "it" && by.Source is { } doer && reading.Roles.Any(role => role is { Role: RoleKind.Target } && role.Actor == pronoun) && reading.Roles.Any(role => role.Role == RoleKind.Actor && role.Actor.Span == doer.Span)) return null;
            bool person = pronoun.Kind == Model.World.ActorKind.Person;
            if (pronoun.Words is "they" or "They" && SeveralBefore(sentence, pronoun.Span.Start, by) is { } several) return several;
            // "X said 787 were inside and 363 of them had been rescued": one man is not "them".
            if (pronoun.Words is "them" && (by.Source is { Kind: Model.World.ActorKind.Person } || SubjectOf(sentence) is { Kind: Model.World.ActorKind.Person })) return SeveralBefore(sentence, pronoun.Span.Start, by);
            // "They are burning the village," said residents: whoever speaks of others does not mean himself.
            // "'The rebels attacked us,' she said. 'They killed my brother.'": the fighters of whom he spoke right before.
            if (by.Quoted && pronoun.Words.ToLowerInvariant() is "they" && before.Doers is { } doers && IsBlow(reading.Type)) return doers;
            if (by.Quoted && pronoun.Words.ToLowerInvariant() is "they" or "he" or "she") return null;
            // "refused to release him, a source said": nobody calls himself "him" but after his own verb.
            if (by.Source is not null && pronoun.Words is "him" or "her") return before.PersonFor(pronoun);
            // "Aid groups fear a bloodbath if the rebels storm it": nobody who is several is "it".
            if (pronoun.Words is "it" or "It" or "its" && by.Source is { Form: not ActorForm.Name, Noun: { } many } && by.Source.Words.EndsWith(many + "s", StringComparison.OrdinalIgnoreCase)) return null;
            // "Moscow says it was hit by shelling": what was hit is not the capital that speaks.
            if (pronoun.Words is "it" or "It" && by.Source is { Name: { } seat } && _lexicon.Countries.TryByCapital(seat, out _) && reading.Roles.Any(role => role is { Role: RoleKind.Target } && role.Actor == pronoun)) return null;
            if (by.Source is { } speaker && (person == (speaker.Kind == Model.World.ActorKind.Person) || pronoun.Words is "they" or "They" && speaker is { Form: not ActorForm.Name, Noun: { } noun } && speaker.Words.Contains(noun + "s", StringComparison.OrdinalIgnoreCase) || pronoun.Words is "we" or "We" or "our" or "Our" or "ours" or "I")) return speaker;
            return person ? before.PersonFor(pronoun) : OneBefore(sentence, pronoun) ?? before.Subject;
        }
    }

    private static bool IsBlow(EventType type) => type is EventType.Attack or EventType.Strike or EventType.Bombing or EventType.Killing or EventType.Injury or EventType.Abduction or EventType.Detention or EventType.Displacement or EventType.Capture;

    /// <summary>Several fighters who are the subject of what somebody quoted says; null where he speaks of nobody, or of himself.</summary>
    private ActorMention? DoersOf(ReadSentence sentence, List<FoundAttribution> attributions)
    {
        Tree tree = sentence.Tree;
        if (attributions.FirstOrDefault(attribution => attribution.By.Quoted) is not { } spoken) return null;
        for (int at = 0; at < tree.Count; at++)
        {
            if (!spoken.Content[at] || !tree.Is(at, "nsubj") || tree[at].Penn is not ("NNS" or "NNPS") || !tree.Is(tree.Head(at), "root") && !tree.Is(tree.Head(at), "ccomp")) continue;
            return _lexicon.Nouns.ActorClass(tree[at].Lemma) is NounClass.Force or NounClass.Militants && _actors.Read(sentence, at) is { Form: not ActorForm.Pronoun } actor ? actor : null;
        }
        return null;
    }

    // "its troops", "our fighters": those of whoever speaks.
    private bool IsOwn(ActorMention actor) => actor is { Form: not ActorForm.Name, Noun: { } noun } && _lexicon.Nouns.ActorClass(noun) is NounClass.Force or NounClass.Militants && actor.Words.ToLowerInvariant().Split(' ') is ["its" or "our" or "their" or "his" or "her", _];

    /// <summary>"rebel spokesman X", "a spokesman for the opposition": the side he speaks for, where it is told by a common noun and is no state's.</summary>
    private ActorMention? SideOf(Attribution by)
    {
        if (by.Source is not { Body: { } body } speaker || !char.IsLower(body[0])) return null;
        if (body.Split(' ').FirstOrDefault(word => word is "opposition" || _lexicon.Nouns.ActorClass(_lexicon.Nouns.Single(word)) == NounClass.Militants) is not { } noun) return null;
        return speaker with { Words = noun == "opposition" ? "the opposition" : _lexicon.Nouns.Single(noun) is var one && one is "militia" or "group" or "movement" or "gang" or "cartel" or "faction" or "organisation" or "organization" or "coalition" or "alliance" ? "the " + one : _lexicon.Nouns.Single(noun) + "s", Form = ActorForm.Common, Name = null, Noun = _lexicon.Nouns.Single(noun), Country = null, Kind = noun == "opposition" ? Model.World.ActorKind.RebelGroup : _lexicon.Nouns.KindOf(_lexicon.Nouns.Single(noun)), Body = null };
    }

    /// <summary>"The soldiers could do nothing and since dawn they have left," he said; "cover to rebel units as they left": the nearest several of the sentence that do something before it, else the nearest fighters or people named before it.</summary>
    private ActorMention? SeveralBefore(ReadSentence sentence, int before, Attribution by)
    {
        Tree tree = sentence.Tree;
        ActorMention? nearest = null;
        for (int at = tree.Count - 1; at >= 0; at--)
        {
            if (tree[at].End > before || tree[at].Penn is not ("NNS" or "NNPS")) continue;
            bool doer = tree.Is(at, "nsubj");
            if (!doer && (nearest is not null || !(tree.Is(at, "obl") || tree.Is(at, "obj") || tree.Is(at, "nmod")))) continue;
            if (_actors.Read(sentence, at) is not { Form: not ActorForm.Pronoun, Kind: not (Model.World.ActorKind.Media or Model.World.ActorKind.Person) } actor || actor.Span == by.Source?.Span) continue;
            // "protesters …, and police said they had …": who tells it is meant, unless somebody is told of in between.
            if (by.Source is { Kind: not Model.World.ActorKind.Person } teller && teller.Span.Start < before && actor.Span.Start < teller.Span.End) continue;
            if (doer) return nearest is null || tree.IsUnder(at, tree.Root) && tree.Head(at) == tree.Root ? actor : nearest;
            if (_lexicon.Nouns.ActorClass(tree[at].Lemma) is NounClass.Force or NounClass.Militants or NounClass.People or NounClass.Captive) nearest = actor;
        }
        return nearest;
    }

    /// <summary>"The army will be reformed before it tries": the sentence's own subject, where the pronoun stands in a clause below.</summary>
    private ActorMention? OneBefore(ReadSentence sentence, ActorMention pronoun) =>
        pronoun.Words is not "it" ? null : Above(sentence, pronoun) is { } doer ? doer : SubjectOf(sentence) is { } own && own.Span.End < pronoun.Span.Start ? own : Spoken(sentence, pronoun.Span.Start);

    // "X has suffered losses since it invaded Y": who the clause above is about, where it is a land or a force.
    private ActorMention? Above(ReadSentence sentence, ActorMention pronoun)
    {
        Tree tree = sentence.Tree;
        for (int at = 0; at < tree.Count; at++)
        {
            if (tree[at].Start != pronoun.Span.Start || !tree.Is(at, "nsubj") || tree.Head(at) is not (>= 0 and var clause) || !tree.Is(clause, "advcl") || tree.Head(clause) is not (>= 0 and var above) || above > clause || tree.Child(above, "nsubj") is not (>= 0 and var subject) || subject > above) continue;
            return _actors.Read(sentence, subject) is { Form: ActorForm.Name or ActorForm.National, Kind: Model.World.ActorKind.State or Model.World.ActorKind.Government or Model.World.ActorKind.Military or Model.World.ActorKind.RebelGroup or Model.World.ActorKind.Militia } actor ? actor : null;
        }
        return null;
    }

    // "accused the movement of planning it, as the group did when it attacked Y": who does something in the sentence nearest before.
    private ActorMention? Spoken(ReadSentence sentence, int before)
    {
        Tree tree = sentence.Tree;
        for (int at = tree.Count - 1; at >= 0; at--)
        {
            if (tree[at].End > before || !tree.Is(at, "nsubj") && !tree.Is(at, "obj") || _actors.Read(sentence, at) is not { } actor) continue;
            if (actor is { Form: ActorForm.Name or ActorForm.National, Kind: Model.World.ActorKind.RebelGroup or Model.World.ActorKind.Militia or Model.World.ActorKind.Military } || actor is { Form: ActorForm.Common, Noun: "group" or "movement" or "militia" }) return actor;
        }
        return null;
    }

    /// <summary>The force or body that the sentence's main clause is about; what a following "it" or "they" goes back to.</summary>
    private ActorMention? SubjectOf(ReadSentence sentence)
    {
        int clause = sentence.Tree.Root;
        // "Background: The group has fought since spring"
        if (sentence.Tree[clause].Upos == Upos.Noun && clause + 1 < sentence.Tree.Count && sentence.Tree[clause + 1].Form == ":") clause = Math.Max(clause, sentence.Tree.Child(clause, "parataxis"));
        int subject = sentence.Tree.Child(clause, "nsubj");
        if (subject < 0 || _actors.Read(sentence, subject) is not { } actor) return null;
        if (actor is { Form: ActorForm.Name or ActorForm.National, Kind: not (Model.World.ActorKind.Person or Model.World.ActorKind.Media or Model.World.ActorKind.Other or Model.World.ActorKind.Population) }) return actor;
        // "The movement took up arms": it is told on of.
        return actor is { Form: ActorForm.Common, Noun: { } noun } && (_lexicon.Nouns.ActorClass(noun) is NounClass.Force or NounClass.Militants || noun is "group" or "movement") ? actor : null;
    }
}
