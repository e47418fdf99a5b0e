using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Attributions;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Claims;

/// <summary>Who is told of in a sentence, and near a word of it: the candidates for what a pronoun goes back to.</summary>
internal sealed class NearbyActors(ReadingLexicon lexicon, ActorFinder actors)
{
    /// <summary>The force or body that the sentence's main clause is about.</summary>
    public ActorMention? SubjectOf(ReadSentence sentence)
    {
        int clause = sentence.Tree.Root;
        // "Background: The group has fought since spring"
        if (sentence.Tree[clause].Upos == Upos.Noun && clause + 1 < sentence.Tree.Count && sentence.Tree[clause + 1].Form == ":") clause = Math.Max(clause, sentence.Tree.Child(clause, "parataxis"));
        ActorMention? about = Doer(sentence, clause);
        // "This is the fourth time that the rebels have entered a city": told of the rebels.
        if (about is null && sentence.Tree.Child(clause, "nsubj") is >= 0 and var points && sentence.Tree[points].Form is "This" or "It" or "That" && sentence.Tree.Children(clause).FirstOrDefault(child => sentence.Tree[child].Relation == "acl:relcl", -1) is >= 0 and var tells) about = Doer(sentence, tells);
        // "A mayor said fighters of X had taken the town": it is told on of the fighters.
        if (about is null or { Kind: ActorKind.Person or ActorKind.Media or ActorKind.Population or ActorKind.Other } && sentence.Tree.Child(clause, "ccomp") is >= 0 and var told && told > clause && lexicon.CueBook.For(sentence.Tree[clause].Lemma, CueForm.Verb) is { Kind: CueKind.Speech }) about = Doer(sentence, told) is { } teller && IsTold(teller) ? teller : about;
        return about is { } actor && IsTold(actor) ? actor : null;
    }

    /// <summary>Who does what a clause tells; "X was seized by fighters": they do.</summary>
    private ActorMention? Doer(ReadSentence sentence, int clause)
    {
        Tree tree = sentence.Tree;
        int subject = tree.Child(clause, "nsubj");
        if (subject < 0) return null;
        bool place = sentence.NameAt(subject) is { MayBePlace: true } || lexicon.Nouns.PlaceClass(tree[subject].Lemma) is NounClass.Settlement or NounClass.Region;
        if (tree[subject].Relation == "nsubj:pass" && place && SourceReader.Agent(tree, clause) is >= 0 and var agent) return actors.Read(sentence, agent);
        return actors.Read(sentence, subject);
    }

    private bool IsTold(ActorMention actor)
    {
        if (actor is { Form: ActorForm.Name or ActorForm.National, Kind: not (ActorKind.Person or ActorKind.Media or ActorKind.Other or ActorKind.Population) }) return true;
        // "The movement took up arms": it is told on of.
        return actor is { Form: ActorForm.Common, Noun: { } noun } && (IsArmed(noun) || noun is "group" or "movement");
    }

    /// <summary>True for forces and armed groups, which alone take, attack and abduct.</summary>
    public bool BearsArms(ActorMention actor) => actor.Kind is ActorKind.Military or ActorKind.RebelGroup or ActorKind.Militia || actor is { Form: ActorForm.Common, Noun: { } noun } && IsArmed(noun);

    /// <summary>True where the sentence is about a town, a quarter or a building that is named before the word.</summary>
    public bool IsPlaceBefore(ReadSentence sentence, int before)
    {
        Tree tree = sentence.Tree;
        return tree.Child(tree.Root, "nsubj") is >= 0 and var subject && tree[subject].End <= before && lexicon.Nouns.PlaceClass(tree[subject].Lemma) is NounClass.Settlement or NounClass.Area or NounClass.Facility or NounClass.Region && sentence.NameAt(subject) is null;
    }

    /// <summary>Fighters who are the subject of a clause among these words; null where its first subject is another.</summary>
    /// <param name="goOn">Whom "they" means there.</param>
    public ActorMention? Doers(ReadSentence sentence, bool[] words, ActorMention? goOn)
    {
        Tree tree = sentence.Tree;
        for (int at = 0; at < tree.Count; at++)
        {
            if (!words[at] || !tree.Is(at, "nsubj") || !(tree.Head(at) is >= 0 and var clause && (tree.Is(clause, "root") || tree.Is(clause, "ccomp") || tree.Is(clause, "parataxis") || tree.Is(clause, "appos"))) || sentence.DateAt(at) is not null) continue;
            if (tree[at].Lemma is "they") return goOn;
            // "The Taliban attacked": several, by their name.
            if (actors.Read(sentence, at) is not { Form: not ActorForm.Pronoun } actor) return null;
            return tree[at].Penn is "NNS" or "NNPS" && IsArmed(tree[at].Lemma) || actor is { Form: ActorForm.Name or ActorForm.National, Kind: ActorKind.Military or ActorKind.RebelGroup or ActorKind.Militia } ? actor : null;
        }
        return null;
    }

    /// <summary>"The soldiers could do nothing and since dawn they have left," he said; "cover to rebel units as they left": the nearest several of the sentence that do something before it,
    /// else the nearest fighters or people named before it.</summary>
    /// <param name="armed">True where only fighters do what they do: "forced people to flee as they captured the town".</param>
    public ActorMention? SeveralBefore(ReadSentence sentence, int before, Attribution by, bool armed)
    {
        Tree tree = sentence.Tree;
        ActorMention? nearest = null;
        for (int at = tree.Count - 1; at >= 0; at--)
        {
            if (tree[at].End > before || tree[at].Penn is not ("NNS" or "NNPS") || IsDoneTo(tree, at, before)) continue;
            bool doer = tree.Is(at, "nsubj");
            if (!doer && (nearest is not null || !(tree.Is(at, "obl") || tree.Is(at, "obj") || tree.Is(at, "nmod")))) continue;
            if (actors.Read(sentence, at) is not { Form: not ActorForm.Pronoun, Kind: not (ActorKind.Media or ActorKind.Person) } actor || actor.Span == by.Source?.Span) continue;
            // "protesters …, and police said they had …": who tells it is meant, unless somebody is told of in between.
            if (by.Source is { Kind: not ActorKind.Person } teller && teller.Span.Start < before && actor.Span.Start < teller.Span.End) continue;
            if (doer) return nearest is null || tree.IsUnder(at, tree.Root) && tree.Head(at) == tree.Root ? actor : nearest;
            if (IsArmed(tree[at].Lemma) || !armed && lexicon.Nouns.ActorClass(tree[at].Lemma) is NounClass.People or NounClass.Captive) nearest = actor;
        }
        return nearest;
    }

    /// <summary>"After driving out soldiers they raised their flag": who drove them out did, and not the soldiers.</summary>
    private static bool IsDoneTo(Tree tree, int at, int pronoun)
    {
        if (!tree.Is(at, "obj") || tree.Head(at) is not (>= 0 and var gerund) || tree[gerund].Penn != "VBG" || tree.Child(gerund, "nsubj") >= 0) return false;
        if (tree.Is(gerund, "conj")) gerund = tree.Head(gerund);
        return tree.Is(gerund, "advcl") && tree.Head(gerund) is >= 0 and var above && tree.Child(above, "nsubj") is >= 0 and var doer && tree[doer].Start == pronoun;
    }

    /// <summary>"The army will be reformed before it tries": the sentence's own subject, where the pronoun stands in a clause below.</summary>
    public ActorMention? OneBefore(ReadSentence sentence, ActorMention pronoun)
    {
        if (pronoun.Words is not "it") return null;
        if ((Above(sentence, pronoun) ?? Described(sentence, pronoun)) is { } doer) return doer;
        return SubjectOf(sentence) is { } own && own.Span.End < pronoun.Span.Start ? own : NearestDoer(sentence, pronoun.Span.Start);
    }

    /// <summary>"X has suffered losses since it invaded Y": who the clause above is about, where it is a land or a force.</summary>
    private ActorMention? Above(ReadSentence sentence, ActorMention pronoun)
    {
        Tree tree = sentence.Tree;
        for (int at = 0; at < tree.Count; at++)
        {
            if (tree[at].Start != pronoun.Span.Start || !tree.Is(at, "nsubj") || tree.Head(at) is not (>= 0 and var clause) || !tree.Is(clause, "advcl")) continue;
            if (tree.Head(clause) is not (>= 0 and var above) || above > clause || tree.Child(above, "nsubj") is not (>= 0 and var subject) || subject > above) continue;
            return actors.Read(sentence, subject) is { Form: ActorForm.Name or ActorForm.National, Kind: ActorKind.State or ActorKind.Government or ActorKind.Military or ActorKind.RebelGroup or ActorKind.Militia } actor ? actor : null;
        }
        return null;
    }

    /// <summary>"the group, which has declared a state in the land that it controls": whom the clause above describes, where it bears arms or governs.</summary>
    private ActorMention? Described(ReadSentence sentence, ActorMention pronoun)
    {
        Tree tree = sentence.Tree;
        int at = Enumerable.Range(0, tree.Count).FirstOrDefault(token => tree[token].Start == pronoun.Span.Start && tree.Is(token, "nsubj"), -1);
        for (int steps = 0; at >= 0 && steps < tree.Count; at = tree.Head(at), steps++)
        {
            if (tree[at].Relation != "acl:relcl" || tree.Child(at, "nsubj") is not (>= 0 and var which) || tree[which].Penn is not ("WDT" or "WP") || tree.Head(at) is not (>= 0 and var whom)) continue;
            return actors.Read(sentence, whom) is { Kind: ActorKind.State or ActorKind.Government or ActorKind.Military or ActorKind.RebelGroup or ActorKind.Militia } actor ? actor : null;
        }
        return null;
    }

    /// <summary>"accused the movement of planning it, as the group did when it attacked Y": who does something in the sentence nearest before.</summary>
    private ActorMention? NearestDoer(ReadSentence sentence, int before)
    {
        Tree tree = sentence.Tree;
        for (int at = tree.Count - 1; at >= 0; at--)
        {
            if (tree[at].End > before || !tree.Is(at, "nsubj") && !tree.Is(at, "obj") || actors.Read(sentence, at) is not { } actor) continue;
            if (actor is { Form: ActorForm.Name or ActorForm.National, Kind: ActorKind.RebelGroup or ActorKind.Militia or ActorKind.Military } || actor is { Form: ActorForm.Common, Noun: { } noun } && lexicon.Words.Has(WordSet.ArmedGroup, noun)) return actor;
        }
        return null;
    }

    private bool IsArmed(string noun) => lexicon.Nouns.ActorClass(noun) is NounClass.Force or NounClass.Militants;
}
