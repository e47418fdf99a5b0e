using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract;

/// <summary>A word that had a say in whether something is told as having happened.</summary>
/// <param name="Token">In the sentence.</param>
/// <param name="Why">What it does, as the end of a sentence that begins with the word.</param>
public sealed record FactualitySign(int Token, string Why);

/// <summary>Whether an event is told as having happened: read from negation, auxiliaries, infinitives, conditions and governing words.</summary>
/// <remarks>After FactBank (Saurí and Pustejovsky 2009): the polarity and modality of each clause on the way up to the source's own verb.</remarks>
public sealed partial class Factuality(ReadingLexicon lexicon)
{
    /// <summary>What the text does to the event at <paramref name="trigger"/>; null when it says that it will not happen.</summary>
    /// <param name="stopAt">Token of the attribution cue above it: what the source itself does with the content is the attribution's affair. -1: none.</param>
    /// <param name="found">Gets each word that decided, for who asks why; null: nobody does.</param>
    /// <param name="within">Tokens that belong to what is asked about; what stands outside has no say. Null: all do.</param>
    public Stance? Of(Tree tree, int trigger, int stopAt, List<FactualitySign>? found = null, bool[]? within = null)
    {
        bool denied = false, expected = false, doubted = false;
        int at = trigger;
        for (int steps = 0; steps <= tree.Count && at != stopAt; steps++)
        {
            if (IsNegated(tree, at)) { denied = !denied; Sign(at, "is negated"); }
            // "struggled to help 1,500 injured": injured they are, whatever becomes of the help.
            if (at == trigger && tree.Is(at, "obj") && tree[at].Penn == "VBN" && tree.Child(at, "aux") < 0) { Sign(at, "says of whom the verb above is told"); break; }
            // "to recapture the city, seized by rebels in June": that happened, whatever becomes of the city.
            if (at == trigger && tree[at] is { Relation: "acl", Penn: "VBN" } && at > 0 && tree[at - 1].Form == "," && tree.Child(at, "aux") < 0) break;
            // "the operation for those hurt when the bridge fell": they are, whatever becomes of the operation.
            if (at != trigger && tree[at] is { Relation: "acl", Penn: "VBN" or "VBG" } && tree.Head(at) is >= 0 and var those && tree[those].Lemma == "those" && tree.Child(at, "aux") < 0) { Sign(at, "says who they are"); break; }
            if (at == trigger && NoneOf(tree, at) is >= 0 and var none) { denied = !denied; Sign(none, "is negated"); }
            // "took the town without renewed fighting"
            if (at == trigger && tree[at].Upos == Upos.Noun && tree.Preposition(at) == "without") return Nothing(at, "is what it was without");
            if (at == trigger && IsOfFew(tree, at)) { doubted = true; Sign(at, "is told of few"); }
            if (at == trigger && AskedOf(tree, at) is >= 0 and var asked)
            {
                if (IsWho(tree, asked)) return Nothing(asked, "asks who did");
                doubted = true;
                Sign(asked, "asks what reports differ on");
            }
            if (IsUnreal(tree, at)) return Nothing(at, "is told as what would have been");
            if (IsSurmised(tree, at)) { doubted = true; Sign(at, "is told as what may have been"); }
            else if (HasModal(tree, at) && !IsConcluded(tree, at)) { expected = true; Sign(at, "stands with a modal auxiliary"); }
            if (Around(tree, at, out int qualifier) is { } qualified)
            {
                Sign(qualifier, $"qualifies it (data/qualifiers.tsv: {qualified.ToString().ToLowerInvariant()})");
                if (qualified == Stance.Denies) denied = !denied;
                if (qualified == Stance.Expects) expected = true;
                if (qualified == Stance.Doubts) doubted = true;
            }
            // "any hostages that they may hold": there need be none.
            if (tree[at].Relation == "acl:relcl" && HasModal(tree, at) && tree.Head(at) is >= 0 and var any && tree.Children(any).Any(child => tree.Is(child, "det") && tree[child].Lemma.Equals("any", StringComparison.OrdinalIgnoreCase))) return Nothing(at, "is told of any there may be");
            if (IsAimedAt(tree, at)) { expected = true; Sign(at, "is what was aimed at"); break; }
            if (IsInverted(tree, at) || IsAwaited(tree, at)) { expected = true; Sign(at, "is a condition"); }
            string? marker = Marker(tree, at);
            int head = tree.Head(at);
            ReadOnlySpan<char> relation = tree.Relation(at);
            if (marker is "if" or "unless" or "whether" or "provided")
            {
                Sign(at, $"stands under \"{marker}\"");
                if (relation.SequenceEqual("advcl") && head >= 0 && IsUnreal(tree, head)) return Nothing(at, "is a condition that was not met");
                if (relation.SequenceEqual("advcl") && marker != "whether") expected = true; else doubted = true;
            }
            // "once troops withdraw from X": not yet.
            if (relation is "advcl" && tree[at].Penn is "VBP" or "VBZ" && tree[tree.Extent(at).First].Lemma.Equals("once", StringComparison.OrdinalIgnoreCase)) { expected = true; Sign(at, "is what is waited for"); }
            // "rejected talks as long as troops remained": neither is told that they do.
            if (marker == "as" && relation.SequenceEqual("advcl") && head > 0 && tree[head].Lemma == "long" && tree[head - 1].Lemma is "as" or "so") return Nothing(at, "is a condition");
            // "would not stop until the army withdrew": a condition.
            if (marker == "until" && relation is "advcl" or "obl" && head >= 0 && (HasModal(tree, head) || IsInfinitive(tree, head) || tree.Is(head, "xcomp") && HasModal(tree, tree.Head(head))))
            {
                expected = true;
                Sign(at, "is what is waited for");
            }
            if (IsInfinitive(tree, at) && IsYetTo(tree, at))
            {
                denied = true;
                Sign(at, "is yet to come");
                break;
            }
            if (IsInfinitive(tree, at) && IsMeantTo(tree, at)) { expected = true; Sign(at, "was meant to be"); }
            if (IsInfinitive(tree, at) && tree.Child(at, "cop") >= 0 && tree[at].Upos == Upos.Verb) { expected = true; Sign(at, "is what something is to do"); }   // "the aim is to take X"
            bool infinitive = IsInfinitive(tree, at) && (!IsPerfect(tree, at) || IsMeantTo(tree, at)) && !IsOnly(tree, at) && !IsToldToBe(tree, at) && !IsOwnSaying(tree, at);   // "known to have died", "only to lose it again" tell of what happened
            if (IsHabit(tree, at)) return Nothing(at, "is a habit");
            if (within is not null && head >= 0 && !within[head]) break;
            // "believed to have died": a death that somebody only supposes.
            if (head >= 0 && (relation is "xcomp" || relation is "ccomp" && IsOfCounted(tree, at)) && lexicon.Counts.IsSupposed(tree[head].Lemma) && IsDeath(tree, trigger) && !IsOfBody(tree, head))
            {
                expected = true;
                Sign(head, "only supposes a death (data/counts.tsv)");
            }
            if (head < 0 || head == stopAt)
            {
                if (infinitive && head >= 0 && head == stopAt && lexicon.Cues.TryGetValue(tree[head].Lemma, out Stance cue) && cue == Stance.Affirms) expected |= !lexicon.Words.Has(WordSet.ToldToHave, tree[head].Lemma);
                if (infinitive && expected) Sign(at, "is an infinitive right under the cue");
                break;
            }
            // "The capture was the first time that they took a city": told already, by the subject.
            if (head >= 0 && tree.Is(at, "acl") && tree[head].Lemma == "time" && tree.Child(head, "cop") >= 0) return Nothing(at, "says how often it had happened");
            // "on condition that they are freed"
            if (relation is "acl" && tree[head].Lemma == "condition" && tree.Preposition(head) is "on" or "under")
            {
                expected = true;
                Sign(head, "is a condition");
                break;
            }
            if (tree[at].Relation == "acl:relcl" || relation is "appos" or "parataxis" or "list") break;
            // "despite fighting that killed eight": it describes the fighting, whatever the tree calls it.
            if (head == at - 2 && tree[at - 1].Penn == "WDT" && tree.Head(at - 1) == at && tree.Is(at - 1, "nsubj")) break;
            // "could not say who was behind the shelling on Thursday that killed 23": the same, farther off.
            if (relation is "ccomp" && at > head + 2 && tree[at - 1] is { Form: "that", Penn: "WDT" } && tree.Head(at - 1) == at && tree.Is(at - 1, "nsubj")) break;
            bool complement = relation is "xcomp" or "ccomp" or "csubj" or "acl" || infinitive || marker == "that" && relation is "advcl"   // "demanded on Tuesday that they leave"
                || marker == "of" && relation is "advcl" && lexicon.Words.Has(WordSet.Charges, tree[head].Lemma);
            bool argument = relation is "obj" or "nsubj" or "conj" || (relation is "nmod" && tree.Preposition(at) is "of" or "for") || (relation is "obl" && tree.Preposition(at) is "for" or "to" && tree[head].Upos is Upos.Adj or Upos.Verb && lexicon.Modality.TryGetValue(tree[head].Lemma, out Stance aim) && aim == Stance.Expects);
            // "cautioned against a withdrawal"
            argument |= relation is "obl" && tree.Preposition(at) == "against" && lexicon.Words.Has(WordSet.Cautions, tree[head].Lemma);
            // "without engaging in any clashes"
            argument |= relation is "obl" && tree.Preposition(at) == "in" && tree[head].Lemma is "engage" or "participate";
            if (!complement && !argument) break;
            if (relation is "conj")
            {
                // "does not end because 30 remain", "did not enter but shelled": what is told beside a denial, and not with it.
                if (IsSetAgainst(tree, head, at)) break;
                // "will enter and seize": the first verb's auxiliaries hold for a second one that has no subject of its own.
                if (tree.Child(at, "nsubj") < 0 && tree[at].Penn == "VB" && tree.Is(head, "conj") && tree[head].Penn == "VB" && tree.Child(head, "nsubj") < 0) { at = head; continue; }
                // "could not tell them apart and bombed the barracks": a past tense has no modal.
                if (tree.Child(at, "nsubj") < 0 && HasModal(tree, head) && tree[at].Penn is not ("VBD" or "VBZ")) { expected = true; Sign(head, "shares its modal auxiliary"); }
                // "with numbers expected to grow and hundreds still missing": those are, whatever is expected.
                if (IsInfinitive(tree, head) && tree[head].Penn == "VB" && tree[at].Penn is "VBG" or "NNS" or "CD" or "JJ" && tree.Child(at, "aux") < 0) break;
                if (IsInfinitive(tree, head) && tree.Child(at, "nsubj") < 0) { at = head; continue; }
                if (tree.Child(at, "nsubj") >= 0 || !(tree.Is(head, "xcomp") || tree.Is(head, "ccomp") || tree.Is(head, "acl") && Marker(tree, head) == "that")) break;
                at = head;
                continue;
            }
            // "Talks are planned to start this week"
            if (relation is "nsubj" && tree[at].Relation == "nsubj:pass" && lexicon.Modality.TryGetValue(tree[head].Lemma, out Stance meant) && meant == Stance.Expects && tree.Child(head, "xcomp") is >= 0 and var start && IsInfinitive(tree, start) && lexicon.Words.Has(WordSet.TakesPlace, tree[start].Lemma))
            {
                expected = true;
                Sign(head, "says that it is to take place");
                break;
            }
            // "clashes did not break out" denies them, "the battles do not stop" does not.
            if (relation is "nsubj" && !(lexicon.Words.Has(WordSet.TakesPlace, tree[head].Lemma) && (HasModal(tree, head) || IsNegated(tree, head)))) break;
            // "I can say that …", "he would not say whether …": how it is said is the cue's affair, not the event's.
            if (relation is "ccomp" && tree[head].Upos == Upos.Verb && lexicon.Cues.TryGetValue(tree[head].Lemma, out Stance saying))
            {
                Sign(head, $"is a verb of saying (data/cues.tsv: {saying.ToString().ToLowerInvariant()})");
                if (IsNegated(tree, head) && Asks(tree, at)) break;
                if (saying == Stance.Denies) denied = !denied;
                if (saying == Stance.Expects) expected = true;
                if (saying == Stance.Doubts || (IsNegated(tree, head) && saying == Stance.Affirms)) doubted = true;
                break;
            }
            // "vowed to avenge the killing": what is avenged, mourned or looked into has happened.
            if (relation is "obj" && tree[at].Upos == Upos.Noun && lexicon.Factives.Contains(tree[head].Lemma)) { Sign(head, "tells its object as known (data/factives.tsv)"); break; }
            // "pushed thousands to flee": they fled.
            if (Events.Slots.Made(tree, at, lexicon.Words) >= 0)
            {
                Sign(head, "made it happen");
                at = head;
                continue;
            }
            // "Their plot to overthrow him has failed"
            if (relation is "acl" && infinitive && tree.Is(head, "nsubj") && tree.Head(head) is >= 0 and var outcome && lexicon.Modality.TryGetValue(tree[outcome].Lemma, out Stance undone) && undone == Stance.Denies && tree.Child(outcome, "xcomp") < 0) { expected = false; denied = !denied; Sign(outcome, "says that it came to nothing"); break; }
            // "used the road to attack the town": what they used it for was done.
            if (infinitive && tree[head] is { Lemma: "use", Penn: "VBD" } && tree.Child(head, "obj") is >= 0 and var used && used > head && used < at && !HasModal(tree, head) && !Events.Slots.IsPassive(tree, head, lexicon.Words))
            {
                Sign(head, "was used for it");
                at = head;
                continue;
            }
            bool known = lexicon.Modality.TryGetValue(tree[head].Lemma, out Stance effect) && tree[head].Upos is Upos.Verb or Upos.Adj or Upos.Noun or Upos.Aux
                && !(tree[head].Lemma == "call" && relation is "obj")   // "called the fall a blow" asks for nothing, "called for" does
                && !(effect == Stance.Affirms && IsPurpose(tree, at));   // "started a campaign to help them take the town": what was started is the campaign
            if (known && (complement || relation is "obj" or "nmod" or "obl"))
            {
                Sign(head, $"governs it (data/modality.tsv: {effect.ToString().ToLowerInvariant()})");
                // "withdrew to avoid fighting in the streets", "a truce to prevent clashes": nobody says that there was any, or that there was none.
                if (effect == Stance.Denies && tree[head].Upos == Upos.Verb && IsInfinitive(tree, head) && tree[head].Relation is "advcl" or "acl") return Nothing(head, "is what was to be kept from happening");
                if (effect == Stance.Denies) denied = !denied;
                // "tried to seize it but failed"
                if (effect == Stance.Expects && CameToNothing(tree, head)) { denied = !denied; Sign(head, "came to nothing"); }
                else if (effect == Stance.Expects && !WasAble(tree, head)) expected = true;
                // "there is no doubt that"
                if (effect == Stance.Doubts && IsNegated(tree, head)) break;
                if (effect == Stance.Doubts) doubted = true;
            }
            else if (infinitive)
            {
                expected = true;   // a purpose or an unlisted governor: told as an aim, not as done
                Sign(at, "is an infinitive: an aim");
            }
            if (tree[head].Lemma == "use" && tree.Is(at, "xcomp")) return Nothing(head, "tells a habit of the past");   // "used to": a habit of the past
            if (relation is "ccomp" && at < head && AsksElse(tree, head)) break;   // "They have left, we do not know when": that they have is told
            if (lexicon.Words.Has(WordSet.Certain, tree[head].Lemma) && IsNegated(tree, head) && Asks(tree, at)) break;   // "not clear what had caused the blast": that there was one is
            if (lexicon.Words.Has(WordSet.Certain, tree[head].Lemma) && IsNegated(tree, head)) { doubted = true; Sign(head, "is negated"); break; }
            // "no record of any death", "no reports of damage"
            if (relation is "nmod" && !known && tree.Preposition(at) == "of" && IsNegated(tree, head) && lexicon.Words.Has(WordSet.TellsOf, tree[head].Lemma)) { denied = !denied; Sign(head, "is told of nobody"); break; }
            if (relation is "nmod" && !known) break;
            at = head;
        }
        if (doubted) return Stance.Doubts;
        if (expected) return denied ? null : Stance.Expects;
        return denied ? Stance.Denies : Stance.Affirms;

        void Sign(int word, string why) => found?.Add(new FactualitySign(word, why));

        Stance? Nothing(int word, string why)
        {
            Sign(word, why);
            return null;
        }
    }

    /// <summary>"There are not 500 people dead", with the "not" hung anywhere before the number: the verb that says there are none; -1 when there is no such verb, or the way up meets the "not".</summary>
    private static int NoneOf(Tree tree, int at)
    {
        int told = at;
        for (int steps = 0; steps < 2 && tree[at].Relation is "nummod" or "amod" or "acl" && tree.Head(at) >= 0; steps++) at = tree.Head(at);
        if (!tree.Is(at, "nsubj") || tree.Head(at) is not (>= 0 and var be) || tree[be].Lemma != "be" || tree.Child(be, "expl") < 0 || be + 1 >= at || tree[be + 1].Lemma != "not") return -1;
        return at == told && IsNegated(tree, be) ? -1 : be;
    }

    /// <summary>"did not say how many had died": that some had is taken for granted; how many is what is not said.</summary>
    internal static bool Asks(Tree tree, int clause) => tree.Extent(clause).First is var first && tree[first].Form.ToLowerInvariant() is "how" or "when" or "where" or "why" or "who" or "what" or "which" && !HasModal(tree, clause);

    // "we do not know when": what is not known stands behind the verb, and not before it.
    private static bool AsksElse(Tree tree, int verb) => tree.Children(verb).Any(child => child > verb && tree[child].Relation is "obj" or "advmod" or "ccomp" or "obl" && tree[child].Lemma.ToLowerInvariant() is "how" or "when" or "where" or "why" or "who" or "what");

    private bool CameToNothing(Tree tree, int trying)
    {
        foreach (int child in tree.Children(trying)) if (child > trying && tree.Is(child, "conj") && tree[child].Lemma is not "refuse" && lexicon.Modality.TryGetValue(tree[child].Lemma, out Stance effect) && effect == Stance.Denies && tree.Child(child, "nsubj") < 0 && tree.Child(child, "xcomp") < 0 && tree.Child(child, "obj") < 0 && !HasModal(tree, child)) return true;
        return false;
    }

    /// <summary>True when the event is the aim of an attack that is itself told as having begun: "fighting to regain", "launched an offensive to retake".</summary>
    public static bool IsAttempt(Tree tree, int trigger, ReadingLexicon lexicon)
    {
        bool attack = false;
        for (int at = tree.Head(trigger), steps = 0; at >= 0 && steps < 5; at = tree.Head(at), steps++)
        {
            bool attempted = lexicon.Words.Has(WordSet.Attempt, tree[at].Lemma) || tree.Children(at).Any(child => tree.Is(child, "obj") && lexicon.Words.Has(WordSet.AttemptObject, tree[child].Lemma));
            // "were preparing to launch an offensive to retake X": nor has that begun.
            if ((attack || attempted) && !lexicon.Words.Has(WordSet.Attempt, tree[at].Lemma) && tree[at].Upos == Upos.Verb && lexicon.Modality.TryGetValue(tree[at].Lemma, out Stance effect) && effect == Stance.Expects) return false;
            attack |= attempted;
            if (HasModal(tree, at) || IsNegated(tree, at)) return false;
            // "will be reformed before it tries to retake X": not yet.
            if (tree.Is(at, "advcl") && Marker(tree, at) is "before" or "until" or "when" or "if" && tree.Head(at) is >= 0 and var above && HasModal(tree, above)) return false;
            if (tree[at].Upos == Upos.Verb && tree[at].Penn is "VBD" or "VBZ" or "VBP" or "VBN" || tree[at].Penn == "VBG" && tree.Children(at).Any(child => tree.Is(child, "aux"))) return attack;
        }
        return false;
    }

    /// <summary>True when the clause is told as lying before the story: past perfect, or "previously", "once", "formerly".</summary>
    public static bool IsBackground(Tree tree, int trigger, WordSets words)
    {
        bool had = false, been = tree[trigger].Penn is "VBN" or "VBD";
        // "Before that they overran X"
        if (been && tree.Count > 2 && tree[0].Form == "Before" && tree[1].Form is "that" or "then" && (trigger == tree.Root || tree.Head(trigger) == tree.Root)) return true;
        foreach (int child in tree.Children(trigger))
        {
            if ((tree.Is(child, "aux") || tree[child].Penn == "MD") && tree[child].Form is "had" or "Had" or "'d") had = true;
            if (tree.Is(child, "mark") && tree[child].Lemma == "whether") return false;   // "not clear whether they had": it is asked now
            if (tree.Is(child, "advmod") && words.Has(WordSet.Formerly, tree[child].Lemma)) return true;
        }
        return had && been;
    }

    public static bool IsNegated(Tree tree, int at)
    {
        foreach (int child in tree.Children(at))
        {
            // "not before 72 had escaped": they had.
            if (child + 1 < tree.Count && tree[child + 1].Lemma is "before" or "until" && tree[child + 1].Upos is Upos.Sconj or Upos.Adp && child + 1 < at) continue;
            if (tree[child].Lemma is "not" or "never" or "n't" or "n’t" && (tree.Is(child, "advmod") || tree.Is(child, "neg"))) return true;
            if (tree.Is(child, "det") && tree[child].Lemma is "no" or "neither") return true;
            // "had escaped, rather than been rescued"
            if (tree.Is(child, "cc") && tree[child].Lemma == "rather" && child < at && child + 1 < tree.Count && tree[child + 1].Lemma == "than") return true;
        }
        return false;
    }

    /// <summary>True when the clause at <paramref name="at"/> looks forward.</summary>
    public static bool HasModal(Tree tree, int at)
    {
        foreach (int child in tree.Children(at))
        {
            if (tree.Is(child, "aux") && tree[child].Form.ToLowerInvariant() is "will" or "would" or "wo" or "shall" or "may" or "might" or "could" or "can" or "should" or "must" or "'ll" or "’ll") return true;
        }
        return false;
    }

    private static bool IsPerfect(Tree tree, int at)
    {
        foreach (int child in tree.Children(at)) if (tree.Is(child, "aux") && tree[child].Lemma == "have") return true;
        return false;
    }

    // "They frequently launch attacks" tells what they are like, not that they did it now.
    private bool IsHabit(Tree tree, int at)
    {
        if (IsOfHabit(tree, at)) return true;
        // "have been known to carry out attacks"
        if (tree.Is(at, "xcomp") && IsInfinitive(tree, at) && !IsPerfect(tree, at) && tree.Head(at) is >= 0 and var known && tree[known] is { Lemma: "know", Penn: "VBN" }) return true;
        if (!IsGeneral(tree, at)) return false;
        // "When one group kills, the other kills": what happens whenever it happens.
        if (IsWhenever(tree, at) || tree.Children(at).Any(child => tree.Is(child, "advcl") && tree[child].Penn is "VBP" or "VBZ" && IsWhenever(tree, child))) return true;
        foreach (int child in tree.Children(at)) if (lexicon.Words.Has(WordSet.Habit, tree[child].Lemma)) return true;
        return false;
    }

    // "stages", "is targeted", "has carried out": a tense that tells no day.
    private static bool IsGeneral(Tree tree, int at) =>
        tree[at].Penn is "VBP" or "VBZ" || tree[at].Penn is "VBN" && tree.Children(at).Any(child => child < at && tree.Is(child, "aux") && tree[child].Form is "is" or "are" or "has" or "have");

    // "has carried out regular attacks", told by the noun or by the verb that it completes.
    private bool IsOfHabit(Tree tree, int at)
    {
        int thing = tree[at].Upos == Upos.Noun ? at : tree.Child(at, "obj");
        int verb = thing == at ? tree.Head(at) : at;
        return thing >= 0 && verb >= 0 && tree.Is(thing, "obj") && tree[thing].Penn == "NNS" && !lexicon.Frames.For(tree[thing].Lemma, FramePos.Noun).IsEmpty && IsGeneral(tree, verb)
            && tree.Children(thing).Any(child => child < thing && tree.Is(child, "amod") && lexicon.Words.Has(WordSet.Habitual, tree[child].Form));
    }

    private static bool IsWhenever(Tree tree, int at) => tree.Is(at, "advcl") && tree.Children(at).Any(child => child < at && tree[child].Lemma.ToLowerInvariant() is "when" or "whenever" or "wherever");

    /// <summary>An infinitive behind its verb's object: what that was done for.</summary>
    private bool IsPurpose(Tree tree, int at) => IsEndeavoured(tree, at) || tree.Is(at, "advcl") && IsInfinitive(tree, at) && tree.Child(tree.Head(at), "obj") is >= 0 and var done && done > tree.Head(at) && done < at;

    /// <summary>"continued their offensive to capture X", wherever the tree hung it: what was continued is the offensive.</summary>
    private bool IsEndeavoured(Tree tree, int at) => tree.Is(at, "xcomp") && IsInfinitive(tree, at) && tree.Child(tree.Head(at), "obj") is >= 0 and var done && done > tree.Head(at) && done < at && lexicon.Words.Has(WordSet.Endeavour, tree[done].Lemma);

    private static bool IsInfinitive(Tree tree, int at)
    {
        foreach (int child in tree.Children(at)) if (tree.Is(child, "mark") && tree[child].Penn is "TO" && tree[child].Lemma == "to") return true;
        return false;
    }

    // "300 are estimated to be missing": what is told of them, by whomever, is no aim.
    private bool IsToldToBe(Tree tree, int at) =>
        tree.Is(at, "xcomp") && tree[at].Upos == Upos.Adj && tree.Child(at, "cop") >= 0 && tree.Head(at) is >= 0 and var told && told < at && tree[told].Penn == "VBN" && Events.Slots.IsPassive(tree, told, lexicon.Words) && lexicon.Counts.IsTold(tree[told].Lemma) && !lexicon.Counts.IsSupposed(tree[told].Lemma);

    // "…, only to find", "only for rebels to win it back"
    /// <summary>"won the town only to lose it again", "went on to raise their flag": an infinitive for what came next.</summary>
    private static bool IsOnly(Tree tree, int at)
    {
        int first = tree.Extent(at).First;
        if (!tree.Is(at, "advcl") && !tree.Is(at, "xcomp")) return false;
        if (tree.Is(at, "advcl") && (tree[first].Lemma == "only" || first > 0 && tree[first - 1].Lemma == "only")) return true;
        return tree.Head(at) is >= 0 and var went && tree[went] is { Lemma: "go", Penn: "VBD" } && first > 0 && tree[first - 1].Form == "on" && tree.Head(first - 1) == went;
    }

    private static string? Marker(Tree tree, int at)
    {
        // "a dispute on whether X": what is asked, and not the preposition before it.
        foreach (int child in tree.Children(at)) if (tree.Is(child, "mark") && tree[child].Penn != "TO" && !(child + 1 < tree.Count && tree[child + 1].Form == "whether" && tree.Head(child + 1) == at)) return tree[child].Lemma;
        return null;
    }
}
