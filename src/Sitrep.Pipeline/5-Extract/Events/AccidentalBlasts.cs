using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Events;

/// <summary>Which explosions are bombs: neither a volcano's nor that of a gas pipe or a coal mine.</summary>
internal sealed class AccidentalBlasts(ReadingLexicon lexicon)
{
    /// <summary>Tokens behind the word in which what exploded is looked for, where the tree hung it elsewhere.</summary>
    private const int BehindMax = 4;

    /// <summary>True for an explosion that is another thing than its row has it: an accident read as a bomb, a bomb as an accident.</summary>
    public bool IsOtherThan(FramedWord word)
    {
        if (word.Frame.Trigger is not ("explosion" or "explode" or "blast")) return false;
        if (IsVolcanic(word.Tree)) return true;
        return word.Type is EventType.Bombing or EventType.Disaster && (word.Type == EventType.Disaster) != IsAccident(word.Tree, word.At);
    }

    /// <summary>"an explosion at the volcano threw up ash": no bomb.</summary>
    private bool IsVolcanic(Tree tree)
    {
        for (int at = 0; at < tree.Count; at++)
        {
            if (lexicon.Words.Has(WordSet.Volcanic, tree[at].Lemma) || tree[at].Lemma == "ash" && at + 1 < tree.Count && tree[at + 1].Lemma is "plume" or "column" or "cloud") return true;
        }
        return false;
    }

    /// <summary>"a gas explosion", "an explosion at a coal mine", "a boiler exploded": what goes off by itself, where nobody with arms is told of.</summary>
    private bool IsAccident(Tree tree, int trigger)
    {
        bool matter = IsMatter(tree, trigger, trigger) || tree.Children(trigger).Any(child => tree[child].Upos is Upos.Noun or Upos.Propn && Holds(tree, child, trigger));
        // "a burst gas pipe caused an explosion"
        if (!matter && tree.Is(trigger, "obj") && tree.Head(trigger) is >= 0 and var verb && tree.Child(verb, "nsubj") is >= 0 and var cause) matter = Holds(tree, cause, trigger);
        // "caused by an explosion in a boiler", with the boiler hung on the verb.
        if (!matter && trigger + 1 < tree.Count && tree[trigger + 1].Lemma is "in" or "at" or "of")
        {
            for (int at = trigger + 2; !matter && at < Math.Min(tree.Count, trigger + 1 + BehindMax); at++) matter = tree[at].Upos == Upos.Noun && IsMatter(tree, at, trigger);
        }
        return matter && !Enumerable.Range(0, tree.Count).Any(at => at != trigger && tree[at].Upos is Upos.Noun or Upos.Verb && IsOfArms(tree[at].Lemma));
    }

    private bool Holds(Tree tree, int noun, int trigger) =>
        IsMatter(tree, noun, trigger) || tree.Children(noun).Any(child => tree[child].Relation is "compound" or "amod" or "conj" && IsMatter(tree, child, trigger));

    /// <summary>A mine may be laid as well as dug.</summary>
    private bool IsMatter(Tree tree, int at, int trigger)
    {
        if (!lexicon.Words.Has(WordSet.AccidentMatter, tree[at].Lemma.ToLowerInvariant())) return false;
        if (tree[at].Lemma != "mine") return true;
        return tree.Is(at, "nmod") && tree.Preposition(at) is "at" or "in" && tree.Head(at) == trigger || tree.Is(at, "obl") || at > 0 && lexicon.Words.Has(WordSet.AccidentMatter, tree[at - 1].Lemma);
    }

    private bool IsOfArms(string lemma) =>
        lemma is "attack" or "attacker" or "explosive" or "detonate" || lemma.StartsWith("bomb", StringComparison.Ordinal)
        || lexicon.Nouns.ActorClass(lemma) is NounClass.Militants or NounClass.Force
        || lexicon.Nouns.ActorClass(lemma) == NounClass.Weapon && lemma is not ("explosion" or "blast" or "fire" or "mine");
}
