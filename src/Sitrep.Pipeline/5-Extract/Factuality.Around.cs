using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract;

// What stands around an event word rather than above it: "nearly", "on the verge of", "planned", "is imminent", "would have".
public sealed partial class Factuality
{
    /// <summary>Most tokens from "conflicting reports" to "how much": "as to", "on the ground about".</summary>
    private const int AskedMax = 8;

    /// <summary>Most tokens from "Had" to its participle.</summary>
    private const int ConditionMax = 6;

    /// <summary>Most tokens from a verb that keeps somebody "from" something to the "from".</summary>
    private const int KeptMax = 10;

    /// <summary>What the words beside, right before and said of the word at <paramref name="at"/> do; null: nothing.</summary>
    /// <param name="word">Gets the token that does it.</param>
    private Stance? Around(Tree tree, int at, out int word)
    {
        word = at;
        QualifierList words = lexicon.Qualifiers;
        bool verb = tree[at].Upos == Upos.Verb;
        if (verb)
        {
            int first = at;
            while (first > 0 && tree.Head(first - 1) == at && tree.Is(first - 1, "aux")) first--;
            foreach (int start in (int[])[at, first])
            {
                if (words.Before(tree, start, QualifierPlace.Beside) is not { } beside) continue;
                word = beside.First;
                return beside.Effect;
            }
        }
        int phrase = at;
        if (!verb) while (phrase > 0 && tree[phrase - 1].Upos is Upos.Det or Upos.Adj || phrase > 0 && (tree[phrase - 1].Penn is "PRP$" || tree.Head(phrase - 1) == at && tree.Is(phrase - 1, "compound"))) phrase--;
        bool gerund = verb && tree[at].Penn == "VBG";
        if ((gerund || !verb) && (words.Before(tree, phrase, QualifierPlace.Of) ?? (gerund ? words.Before(tree, phrase, QualifierPlace.Gerund) : null)) is { } of)
        {
            word = of.First;
            return of.Effect;
        }
        if (gerund && Kept(tree, at) is >= 0 and var keeper)
        {
            word = keeper;
            return Stance.Denies;
        }
        if (verb) return null;
        foreach (int child in tree.Children(at))
        {
            if (child > at || !(tree.Is(child, "amod") || tree.Is(child, "compound")) || words.For(tree[child], QualifierPlace.Adjective) is not { } effect) continue;
            word = child;
            return effect;
        }
        int head = tree.Head(at);
        if (head < 0 || !tree.Is(at, "nsubj")) return null;
        // "had always looked inevitable", "looked to be a matter of days": what it seemed to be.
        int predicate = lexicon.Words.Has(WordSet.Seems, tree[head].Lemma) && tree.Child(head, "xcomp") is >= 0 and var seeming ? seeming : head;
        bool bare = !tree.Children(head).Any(child => tree.Is(child, "obl") || tree.Is(child, "advcl")) && lexicon.Frames.For(tree[at].Lemma, FramePos.Noun).All(frame => frame.Type != EventType.Protest);
        if ((words.For(tree[predicate], QualifierPlace.Predicate) ?? (bare ? words.For(tree[predicate], QualifierPlace.Bare) : null) ?? (IsMatterOfTime(tree, predicate) ? Stance.Expects : null)) is { } said)
        {
            word = predicate;
            return IsNegated(tree, head) ? null : said;
        }
        // "An attack on X would be a disaster": none is told of.
        if (HasModal(tree, head) && (tree.Children(at).Any(child => tree.Is(child, "det") && tree[child].Lemma.ToLowerInvariant() is "a" or "an" or "any") || tree.Child(head, "cop") >= 0 && Auxiliary(tree, head, "would") >= 0))
        {
            word = head;
            return Stance.Expects;
        }
        return null;
    }

    // "is only a matter of time", "a question of days"; "a matter of days after X" counts them from something that was.
    private bool IsMatterOfTime(Tree tree, int predicate) => tree[predicate].Lemma is "matter" or "question"
        && tree.Children(predicate).Any(child => tree.Is(child, "nmod") && tree.Preposition(child) == "of" && lexicon.Words.Has(WordSet.TimeUnit, tree[child].Lemma) && !(child + 1 < tree.Count && tree[child + 1].Lemma == "after"));

    /// <summary>The word that asks in "There are conflicting reports as to how much of X is held by Y", "conflicting views about which group held X": just what is not known; -1 where nothing is asked so.</summary>
    private int AskedOf(Tree tree, int at)
    {
        for (int told = at - 1; told > 0 && tree[told].Form != ";"; told--)
        {
            if (!lexicon.Verdicts.IsTelling(tree, told) && !lexicon.Words.Has(WordSet.Version, tree[told].Lemma) || !lexicon.Words.Has(WordSet.Conflicting, tree[told - 1].Form.ToLowerInvariant())) continue;
            for (int asked = told + 1; asked < at && asked <= told + AskedMax; asked++)
            {
                if (IsWho(tree, asked) ? IsSubject(tree, asked, at) : tree[asked].Lemma == "how" && tree[asked + 1].Lemma is "much" or "many" or "far") return asked;
            }
            return -1;
        }
        return -1;

        static bool IsSubject(Tree tree, int asked, int at) => tree.Head(asked) == at && tree[at].Upos is Upos.Verb or Upos.Noun || tree.Head(asked) is >= 0 and var side && tree.Is(side, "nsubj") && tree.Head(side) == at;
    }

    private static bool IsWho(Tree tree, int asked) => tree[asked].Lemma is "who" or "which";

    /// <summary>"Few people were killed": how many is not told, and not that they were many. "A few people" are some.</summary>
    private static bool IsOfFew(Tree tree, int at)
    {
        foreach (int child in tree.Children(at))
        {
            if (!(tree.Is(child, "nsubj") || tree.Is(child, "obj"))) continue;
            foreach (int few in tree.Children(child)) if (tree[few].Lemma == "few" && tree[few].Form is "few" or "Few" && !tree.Children(child).Any(det => tree.Is(det, "det")) && (few == 0 || tree[few - 1].Lemma is not ("a" or "the" or "last" or "next"))) return true;
        }
        return false;
    }

    private bool IsDeath(Tree tree, int at) => lexicon.Counts.IsDeath(tree[at].Lemma, tree[at].Form.ToLowerInvariant());

    // "believes 40 people died"; "believes that X died on Saturday" asks of one who is known to be dead when.
    private static bool IsOfCounted(Tree tree, int verb) => tree.Child(verb, "nsubj") is >= 0 and var subject && (tree[subject].Upos == Upos.Num || tree.Child(subject, "nummod") >= 0);

    /// <summary>"the bodies of 12 people believed to have been killed by rebels": dead they are, supposed is by whom.</summary>
    private bool IsOfBody(Tree tree, int supposed)
    {
        for (int at = tree.Head(supposed), steps = 0; at >= 0 && steps < 3; at = tree.Head(at), steps++) if (lexicon.Words.Has(WordSet.Corpse, tree[at].Lemma)) return true;
        return false;
    }

    /// <summary>"prevented the rebels from entering X": the verb that kept them; -1 when none did.</summary>
    private int Kept(Tree tree, int gerund)
    {
        if (gerund < 2 || tree[gerund - 1].Lemma != "from") return -1;
        for (int at = gerund - 2; at >= 0 && at >= gerund - KeptMax; at--)
        {
            if (tree[at].Upos != Upos.Verb) continue;
            return lexicon.Words.Has(WordSet.Hinders, tree[at].Lemma) || lexicon.Modality.TryGetValue(tree[at].Lemma, out Stance effect) && effect == Stance.Denies ? at : -1;
        }
        return -1;
    }

    /// <summary>The auxiliary of that form that stands with the clause; -1: none.</summary>
    private static int Auxiliary(Tree tree, int at, string form)
    {
        foreach (int child in tree.Children(at)) if (tree.Is(child, "aux") && tree[child].Form.Equals(form, StringComparison.OrdinalIgnoreCase)) return child;
        return -1;
    }

    /// <summary>"were able to seize it": told of the past, they did; not able to, they did not.</summary>
    private static bool WasAble(Tree tree, int adjective) => tree[adjective].Lemma == "able" && tree.Child(adjective, "cop") is >= 0 and var copula && (tree[copula].Penn == "VBD" || IsPerfect(tree, adjective)) && !HasModal(tree, adjective);

    private static bool IsSetAgainst(Tree tree, int head, int at)
    {
        for (int between = head + 1; between < at; between++) if (tree[between].Lemma is "because" or "but" or "although" or "though" && tree[between].Upos != Upos.Adp) return true;
        return false;
    }

    /// <summary>"would have fallen": it did not.</summary>
    private static bool IsUnreal(Tree tree, int at) => IsPerfect(tree, at) && Auxiliary(tree, at, "would") >= 0;

    /// <summary>"must have fallen": concluded, not looked forward to.</summary>
    private static bool IsConcluded(Tree tree, int at) => IsPerfect(tree, at) && Auxiliary(tree, at, "must") >= 0;

    /// <summary>"I am here to announce the liberation of X": whoever says so announces it.</summary>
    private bool IsOwnSaying(Tree tree, int at)
    {
        if (!lexicon.Cues.TryGetValue(tree[at].Lemma, out Stance says) || says != Stance.Affirms || tree.Head(at) is not (>= 0 and var want) || HasModal(tree, want) || IsNegated(tree, want)) return false;
        return tree.Child(want, "nsubj") is >= 0 and var speaker && tree[speaker].Form is "I" or "We" or "we" && (lexicon.Words.Has(WordSet.AboutToSay, tree[want].Lemma) || tree.Child(want, "cop") >= 0);
    }

    /// <summary>"may have fled": nobody says that they will. A number of those who "may have died" is looked forward to all the same.</summary>
    private bool IsSurmised(Tree tree, int at) => IsPerfect(tree, at) && !tree.Children(at).Any(child => tree[child].Upos == Upos.Num || (tree.Is(child, "nsubj") || tree.Is(child, "obj")) && (tree.Child(child, "nummod") >= 0 || lexicon.Words.Has(WordSet.CountedPart, tree[child].Lemma))) && (Auxiliary(tree, at, "may") >= 0 || Auxiliary(tree, at, "might") >= 0 || Auxiliary(tree, at, "could") >= 0);

    /// <summary>"Had the rebels taken X, …": a condition without "if".</summary>
    private static bool IsInverted(Tree tree, int at)
    {
        int first = at - 1;
        while (first > 0 && at - first <= ConditionMax && tree[first].Upos is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Det or Upos.Adj or Upos.Num or Upos.Adv or Upos.Part) first--;
        return first >= 0 && at - first > 1 && tree[first].Form is "Had" or "had" && tree[at].Penn is "VBN" or "VBD" && (first == 0 || tree[first - 1].Upos == Upos.Punct);
    }

    /// <summary>"once the army takes X, people will return": it has not yet.</summary>
    private static bool IsAwaited(Tree tree, int at)
    {
        if (!tree.Is(at, "advcl") || tree.Head(at) is not (>= 0 and var main)) return false;
        if (tree[main].Upos is not (Upos.Verb or Upos.Aux) && tree.Head(main) is >= 0 and var above) main = above;   // "as soon as": hung on "soon"
        // "could be called free only when the army entered it"
        bool only = tree.Extent(at).First is > 0 and var opens && (tree[opens - 1].Lemma == "only" || tree[opens].Lemma == "only");
        if (only && (HasModal(tree, main) || tree.Is(main, "xcomp") && tree.Head(main) is >= 0 and var called && HasModal(tree, called))) return true;
        if (!HasModal(tree, main)) return false;
        if (!(tree[at].Penn is "VBZ" or "VBP" || tree.Children(at).Any(child => (tree.Is(child, "aux") || tree.Is(child, "cop")) && tree[child].Penn is "VBZ" or "VBP"))) return false;
        foreach (int child in tree.Children(at)) if (tree.Is(child, "mark") || tree.Is(child, "advmod")) if (tree[child].Lemma is "once" or "when" or "until" or "till" or "after" or "before" or "whenever" or "as" or "soon" or "where" && child < at) return true;
        return false;
    }

    /// <summary>"an operation aimed at arresting them": what it was for, and not what came of it.</summary>
    private static bool IsAimedAt(Tree tree, int at)
    {
        if (tree[at].Penn != "VBG" || tree.Head(at) is not (>= 0 and var aimed) || tree[aimed].Lemma != "aim") return false;
        // "aimed at disarming and arresting them": the second is hung on the aiming, where the first was taken for a noun.
        return tree.Is(at, "conj") ? tree.Children(aimed).Any(child => child < at && tree.Preposition(child) == "at") : tree.Children(at).Any(child => child < at && tree[child].Form == "at");
    }

    /// <summary>"has yet to fall", "is yet to fall"</summary>
    private static bool IsYetTo(Tree tree, int at)
    {
        foreach (int child in tree.Children(at)) if (tree.Is(child, "mark") && tree[child].Penn == "TO" && child > 0 && tree[child - 1].Lemma == "yet") return true;
        return false;
    }

    /// <summary>"were to have entered": meant to, and did not.</summary>
    private bool IsMeantTo(Tree tree, int at)
    {
        foreach (int child in tree.Children(at)) if (tree.Is(child, "mark") && tree[child].Penn == "TO" && child > 0 && (tree[child - 1].Lemma == "be" || lexicon.Words.Has(WordSet.MeantTo, tree[child - 1].Lemma))) return true;
        return tree[Math.Max(0, at - 3)].Lemma == "be" && at > 2 && tree[at - 2].Penn == "TO" && tree[at - 1].Lemma == "have";
    }
}
