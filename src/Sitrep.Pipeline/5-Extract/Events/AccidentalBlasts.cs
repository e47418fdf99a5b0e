using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Events;

/// <summary>Which explosions are bombs: neither a volcano's nor that of a gas pipe or a coal mine.</summary>
/// <remarks>One sentence seldom says both that it blew up and why: where a report tells of an accident and of no bomb, all its explosions are the accident.</remarks>
internal sealed class AccidentalBlasts(ReadingLexicon lexicon)
{
    /// <summary>Tokens behind the word in which what exploded is looked for, where the tree hung it elsewhere.</summary>
    private const int BehindMax = 4;

    /// <summary>Tokens from "carrying" to what is carried.</summary>
    private const int LoadMax = 4;

    /// <summary>True for an explosion that is another thing than its row has it: an accident read as a bomb, a bomb as an accident.</summary>
    public bool IsOtherThan(FramedWord word)
    {
        if (word is { Type: EventType.Bombing, Sentence.InAccident: true, Frame.Trigger: not "blow" }) return true;
        if (word.Frame is { Trigger: "blow" } up && up.With.Contains("up")) return (word.Type == EventType.Disaster) != IsOwnDoing(word);
        if (word.Frame.Trigger != "explode" && !Has(WordSet.Blast, word.Frame.Trigger)) return false;
        if (IsVolcanic(word.Tree)) return true;
        return word.Type is EventType.Bombing or EventType.Disaster && (word.Type == EventType.Disaster) != (word.Sentence.InAccident || IsAccident(word.Tree, word.At));
    }

    /// <summary>Marks the sentences of a report whose explosions are an accident, though they do not say so themselves.</summary>
    public void Settle(IReadOnlyCollection<ReadSentence> report)
    {
        bool accident = false;
        foreach (ReadSentence sentence in report)
        {
            Tree tree = sentence.Tree;
            bool blast = false;
            for (int at = 0; at < tree.Count; at++)
            {
                if (!IsBlast(tree, at)) continue;
                blast = true;
                accident |= IsAccident(tree, at) || IsCaused(tree, at);
            }
            if (IsArmed(tree)) return;
            accident |= !blast && (IsStore(tree) || IsCalledAccident(tree));
        }
        if (accident) foreach (ReadSentence sentence in report) sentence.InAccident = true;
    }

    // "the plant blew up"
    private bool IsOwnDoing(FramedWord word) => !word.Slots["obj"].Any() && (word.Sentence.InAccident || IsAccident(word.Tree, word.At));

    // "It was an accident," in a report of an explosion.
    private static bool IsCalledAccident(Tree tree)
    {
        for (int at = 0; at < tree.Count; at++) if (tree[at].Lemma == "accident" && tree.Child(at, "cop") >= 0 && !Factuality.IsNegated(tree, at)) return true;
        return false;
    }

    private bool IsBlast(Tree tree, int at) => tree[at] is { Upos: Upos.Noun } noun && Has(WordSet.Blast, noun.Lemma) || tree[at] is { Upos: Upos.Verb, Lemma: "explode" };

    /// <summary>"The blast was caused by a gas leak", "the explosion was an accident", "was blamed on a short circuit".</summary>
    private bool IsCaused(Tree tree, int blast)
    {
        if (IsArmed(tree)) return false;
        for (int at = 0; at < tree.Count; at++)
        {
            if (Has(WordSet.ByAccident, tree[at].Lemma) && !Factuality.IsNegated(tree, at)) return true;
            bool cause = tree.Head(at) >= 0 && Has(WordSet.BlastCause, tree[tree.Head(at)].Lemma) && (tree.Is(tree.Head(at), "root") || tree.IsUnder(blast, tree.Head(at)));
            if (cause && at != blast && (Has(WordSet.AccidentMatter, tree[at].Lemma) || Holds(tree, at, blast) || Has(WordSet.Mishap, tree[at].Lemma))) return true;
        }
        return false;
    }

    /// <summary>"2,750 tonnes of nitrate had been stored in the warehouse", "the tank was leaking gas": what blew up, in a report of an explosion.</summary>
    private bool IsStore(Tree tree)
    {
        if (IsArmed(tree)) return false;
        bool stored = false, matter = false;
        for (int at = 0; at < tree.Count; at++)
        {
            stored |= Has(WordSet.Stores, tree[at].Lemma);
            matter |= tree[at].Lemma != "mine" && Has(WordSet.AccidentMatter, tree[at].Lemma.ToLowerInvariant());
        }
        return stored && matter;
    }

    /// <summary>A bomb or who bears arms; an attack that is ruled out is none.</summary>
    private bool IsArmed(Tree tree)
    {
        for (int at = 0; at < tree.Count; at++)
        {
            if (IsAttack(tree[at].Lemma) && !Enumerable.Range(0, at).Any(before => Has(WordSet.RulesOut, tree[before].Lemma.ToLowerInvariant()))) return true;
        }
        return false;
    }

    /// <summary>"an explosion at the volcano threw up ash": no bomb.</summary>
    private bool IsVolcanic(Tree tree)
    {
        for (int at = 0; at < tree.Count; at++)
        {
            if (Has(WordSet.Volcanic, tree[at].Lemma) || tree[at].Lemma == "ash" && at + 1 < tree.Count && Has(WordSet.Plume, tree[at + 1].Lemma)) return true;
        }
        return false;
    }

    /// <summary>"a gas explosion", "an explosion at a coal mine", "a boiler exploded": what goes off by itself, where nobody with arms is told of.</summary>
    private bool IsAccident(Tree tree, int trigger)
    {
        bool matter = IsMatter(tree, trigger, trigger) || IsWreck(tree, trigger) || tree.Children(trigger).Any(child => tree[child].Upos is Upos.Noun or Upos.Propn && Holds(tree, child, trigger));
        // "a burst gas pipe caused an explosion"
        if (!matter && tree.Is(trigger, "obj") && tree.Head(trigger) is >= 0 and var verb && tree.Child(verb, "nsubj") is >= 0 and var cause) matter = Holds(tree, cause, trigger);
        // "an explosion ripped through a chemical plant", "occurred at a coal mine"
        if (!matter && tree.Is(trigger, "nsubj") && tree.Head(trigger) is >= 0 and var went) matter = tree.Children(went).Any(child => child > went && tree[child].Upos == Upos.Noun && (tree.Is(child, "obl") || tree.Is(child, "obj")) && Holds(tree, child, trigger));
        // "caused by an explosion in a boiler", with the boiler hung on the verb.
        if (!matter && trigger + 1 < tree.Count && tree[trigger + 1].Lemma is "in" or "at" or "of")
        {
            for (int at = trigger + 2; !matter && at < Math.Min(tree.Count, trigger + 1 + BehindMax); at++) matter = tree[at].Upos == Upos.Noun && IsMatter(tree, at, trigger);
        }
        matter |= tree[trigger].Upos == Upos.Verb && IsLaden(tree);
        return matter && !Enumerable.Range(0, tree.Count).Any(at => at != trigger && tree[at].Upos is Upos.Noun or Upos.Verb && IsOfArms(tree[at].Lemma));
    }

    private bool Holds(Tree tree, int noun, int trigger) =>
        IsMatter(tree, noun, trigger) || tree.Children(noun).Any(child => tree[child].Relation is "compound" or "amod" or "conj" && IsMatter(tree, child, trigger)) || Carries(tree, noun, trigger);

    // "a train carrying fuel exploded", "a warehouse of chemicals"
    private bool Carries(Tree tree, int noun, int trigger) =>
        tree.Children(noun).Any(child => child > noun && (tree.Is(child, "acl") && tree.Child(child, "obj") is >= 0 and var load && IsLoad(tree, load, trigger) || tree.Is(child, "nmod") && tree.Preposition(child) is "of" or "for" && IsLoad(tree, child, trigger)));

    // "A train carrying crude oil derailed and exploded", whatever hangs where.
    private bool IsLaden(Tree tree)
    {
        for (int at = 1; at < tree.Count; at++)
        {
            if (tree[at].Lemma == "mine" || !Has(WordSet.AccidentMatter, tree[at].Lemma)) continue;
            for (int before = Math.Max(0, at - LoadMax); before < at; before++) if (Has(WordSet.Carries, tree[before].Lemma)) return true;
        }
        return false;
    }

    private bool IsLoad(Tree tree, int at, int trigger) => IsMatter(tree, at, trigger) || tree.Children(at).Any(child => tree[child].Relation is "compound" or "amod" && IsMatter(tree, child, trigger));

    // "overturned and exploded"
    private bool IsWreck(Tree tree, int trigger) =>
        tree[trigger].Upos == Upos.Verb && tree.Is(trigger, "conj") && tree.Head(trigger) is >= 0 and var befell && Has(WordSet.BefallsVehicle, tree[befell].Lemma);

    /// <summary>A mine may be laid as well as dug.</summary>
    private bool IsMatter(Tree tree, int at, int trigger)
    {
        if (!Has(WordSet.AccidentMatter, tree[at].Lemma.ToLowerInvariant())) return false;
        // A pipe blows up by itself; what goes off beside it may be a bomb.
        if (tree[at].Lemma is "pipeline" or "oil") return tree.Is(at, "nsubj") || tree.Is(at, "compound");
        if (tree[at].Lemma != "mine") return true;
        return tree.Is(at, "nmod") && tree.Preposition(at) is "at" or "in" && tree.Head(at) == trigger || tree.Is(at, "obl") || at > 0 && Has(WordSet.AccidentMatter, tree[at - 1].Lemma);
    }

    private bool IsOfArms(string lemma) =>
        IsAttack(lemma) || lexicon.Nouns.ActorClass(lemma) is NounClass.Militants or NounClass.Force
        || lexicon.Nouns.ActorClass(lemma) == NounClass.Weapon && lemma is not ("fire" or "mine") && !Has(WordSet.Blast, lemma);

    private bool IsAttack(string lemma) => Has(WordSet.OfAttack, lemma) || lemma.StartsWith("bomb", StringComparison.Ordinal);

    private bool Has(WordSet set, string word) => lexicon.Words.Has(set, word);
}
