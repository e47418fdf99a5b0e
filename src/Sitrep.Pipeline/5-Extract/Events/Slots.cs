using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Extract.Events;

/// <summary>The arguments around one event word, by slot: the token heading each.</summary>
/// <remarks>Grammar is undone here: passives, participles, relative clauses, shared subjects and objects. So the frames of
/// <c>data/events.tsv</c> speak of who does what to what only.</remarks>
public sealed class Slots
{
    private readonly List<(string Slot, int Token)> _filled = [];

    private readonly WordSets _words;

    private Slots(WordSets words) => _words = words;

    /// <summary>Tokens in the slot, in sentence order.</summary>
    public IEnumerable<int> this[string slot] => _filled.Where(entry => entry.Slot == slot).Select(entry => entry.Token);

    /// <summary>Every slot and token.</summary>
    public IReadOnlyList<(string Slot, int Token)> All => _filled;

    /// <param name="with">The dependent that completes the trigger ("control" in "take control of"); its own complements count too. -1: none.</param>
    public static Slots Around(Tree tree, int trigger, int with, WordSets words)
    {
        var slots = new Slots(words);
        if (tree[trigger].Upos is Upos.Verb or Upos.Aux) slots.OfVerb(tree, trigger, with);
        else slots.OfNoun(tree, trigger);
        // "Fighting continues in X": where it goes on is told of the verb above.
        if (tree[trigger].Penn == "VBG" && tree[trigger].Upos == Upos.Verb && (tree.Is(trigger, "csubj") || tree.Is(trigger, "nsubj"))) slots.OfNoun(tree, trigger);
        if (with >= 0 && tree[with].Upos is Upos.Noun or Upos.Propn) slots.OfNoun(tree, with);
        slots._filled.RemoveAll(entry => entry.Token == with || entry.Token == trigger);
        return slots;
    }

    /// <summary>The arguments of "be": who or what it is said of, and what is said.</summary>
    public static Slots OfPredicate(Tree tree, int said, int subject, WordSets words)
    {
        var slots = new Slots(words);
        slots.Add("subj", subject);
        slots.Add(tree.Preposition(said) is { Length: > 0 } preposition ? preposition : "said", said);
        return slots;
    }

    private void Add(string slot, int token)
    {
        if (token >= 0 && !_filled.Contains((slot, token))) _filled.Add((slot, token));
    }

    private void OfVerb(Tree tree, int verb, int with)
    {
        bool passive = IsPassive(tree, verb, _words);
        int subject = Subject(tree, verb, _words);
        if (subject < 0 && !passive) subject = Beside(tree, verb);
        Add(passive ? "obj" : "subj", subject);
        foreach (int child in tree.Children(verb))
        {
            string relation = tree[child].Relation;
            // "the town which it holds": the town.
            if (relation == "obj" || relation == "iobj") Add("obj", tree[verb].Relation == "acl:relcl" && tree[child].Penn is "WDT" or "WP" && tree.Head(verb) >= 0 ? tree.Head(verb) : child);
            else if (relation == "obl:agent") Add("subj", child);
            else if (!passive && child > verb && (IsCounted(tree, child) || IsBehindParticle(tree, verb, child)) && tree.Child(verb, "obj") < 0) Add("obj", child);
            else if (tree.Is(child, "obl") || relation == "nmod") OfPreposition(tree, child, passive);
            else if (relation is "xcomp" && tree[child].Upos is Upos.Noun or Upos.Propn && tree.Child(child, "cop") < 0) Add("obj", child);
        }
        if (!this["obj"].Any() && !passive) Add("obj", SharedObject(tree, verb));
        if (passive && !this["subj"].Any()) Add("subj", SharedAgent(tree, verb));
        // "captured the town from X": the preposition may hang on the object.
        foreach (int direct in this["obj"].ToArray())
        {
            if (direct == with || tree.Head(direct) != verb) continue;
            foreach (int child in tree.Children(direct)) if (tree[child].Relation == "nmod" && tree.Preposition(child) is "from" or "in" or "near" or "at" or "by" or "against" or "with" or "on" or "over" || tree[child].Relation == "nmod" && tree[verb].Lemma == "send" && tree.Preposition(child) is "to" or "into") Add(tree.Preposition(child), child);
        }
    }

    /// <summary>"three were killed and five others wounded by rebels": one auxiliary and one doer for both; -1 where there is none.</summary>
    private static int SharedAgent(Tree tree, int verb)
    {
        foreach (int next in tree.Children(verb))
        {
            if (!tree.Is(next, "conj") || next < verb) continue;
            int second = tree[next].Upos == Upos.Verb ? next : tree.Children(next).FirstOrDefault(below => tree.Is(below, "acl") && tree[below].Penn == "VBN", -1);
            if (second < 0 || tree[second].Penn is not ("VBN" or "VBD") || tree.Children(second).Any(child => tree.Is(child, "aux"))) continue;
            if (tree.Children(second).FirstOrDefault(child => tree[child].Relation == "obl:agent", -1) is >= 0 and var agent) return agent;
        }
        return -1;
    }

    // "killed at least 12 civilians": with "at" taken for a preposition they are no less what was killed.
    private bool IsCounted(Tree tree, int noun) => tree.Is(noun, "obl") && tree[noun].Penn == "NNS" && tree.Preposition(noun).Length == 0 && tree.Child(noun, "nummod") >= 0
        && !_words.Has(WordSet.SpanUnit, tree[noun].Lemma);

    // "shot down a drone": with the particle taken for a preposition it is no less what was shot.
    private static bool IsBehindParticle(Tree tree, int verb, int noun) => tree.Is(noun, "obl") && tree.Preposition(noun).Length == 0 && tree.Child(verb, "compound") is var particle && particle == verb + 1 && tree[particle].Penn == "RP" && tree.Extent(noun).First == particle + 1;

    private void OfPreposition(Tree tree, int child, bool passive)
    {
        string preposition = tree.Preposition(child);
        if (preposition == "by" && passive) Add("subj", child);
        // "X, from which the army withdrew": from X.
        else if (preposition.Length > 0) Add(preposition, preposition is "from" or "in" or "near" or "at" or "around" && tree[child].Penn is "WDT" && tree.Head(child) is >= 0 and var clause && tree[clause].Relation == "acl:relcl" && tree.Head(clause) >= 0 ? tree.Head(clause) : child);
        foreach (int below in tree.Children(child))
        {
            if (tree.Is(below, "conj") && preposition.Length > 0) Add(preposition, below);
            // "laid siege to forces in X": where they are is where it happens.
            else if ((preposition is "to" or "on" or "against" or "with" || preposition == "by" && tree[child].Form.EndsWith("ing", StringComparison.Ordinal)) && tree[below].Relation == "nmod" && tree.Preposition(below) is "in" or "near" or "at" or "around" or "outside") Add(tree.Preposition(below), below);
            // "the withdrawal of troops from X": X is what is left, though it stands by the troops.
            else if (preposition == "of" && tree[below].Relation == "nmod" && tree.Preposition(below) is "from") Add("from", below);
        }
    }

    private void OfNoun(Tree tree, int noun)
    {
        foreach (int child in tree.Children(noun))
        {
            string relation = tree[child].Relation;
            if (relation == "nmod:poss") Add("poss", child);
            else if (relation is "nmod" or "obl") OfPreposition(tree, child, passive: false);
            else if (relation is "compound" or "amod" or "nmod:desc") Add("mod", child);
            else if (relation == "det") Add("det", child);
            // "the crash that occurred in X": where it did.
            else if (relation == "acl:relcl" && _words.Has(WordSet.TakesPlace, tree[child].Lemma) && tree.Child(child, "nsubj") is >= 0 and var which && tree[which].Penn == "WDT")
            {
                foreach (int where in tree.Children(child)) if (tree.Is(where, "obl") && tree.Preposition(where) is "in" or "near" or "at" or "on" or "off") Add(tree.Preposition(where), where);
            }
            // "X, which has been under siege": X is.
            else if (tree.Is(child, "nsubj")) Add("subj", tree[noun].Relation == "acl:relcl" && tree[child].Penn is "WDT" or "WP" && tree.Head(noun) >= 0 ? Apposed(tree, tree.Head(noun), child, _words) : child);
        }
        int head = tree.Head(noun);
        // "X, under siege since May, …", "the town under siege": what it is said of.
        if (head >= 0 && tree.Is(noun, "nmod") && tree.Preposition(noun) == "under" && tree[head].Upos is Upos.Noun or Upos.Propn && tree.Child(head, "cop") < 0) Add("subj", head);
        // "X is back in control of Y": the subject stands with what is said of it.
        bool passive = head >= 0 && tree[head].Upos == Upos.Verb && IsPassive(tree, head, _words);   // "X was placed under arrest": X is no doer
        if (head >= 0 && !passive && !this["subj"].Any() && tree.Preposition(noun) is "in" or "under" && (tree.Is(noun, "obl") || tree.Is(noun, "nmod") || tree.Is(noun, "xcomp") || tree.Is(noun, "conj") && tree.Child(noun, "cop") >= 0)) Add("subj", tree.Child(head, "nsubj"));
        // "a series of blasts took place in X"
        if (head >= 0 && tree.Is(noun, "nmod") && tree.Preposition(noun) == "of" && _words.Has(WordSet.Series, tree[head].Lemma)) (noun, head) = (head, tree.Head(head));
        // "shelling and explosions were reported in X"
        if (head >= 0 && tree.Is(noun, "conj") && tree.Is(head, "nsubj") && tree[head].Upos != Upos.Verb) (noun, head) = (head, tree.Head(head));
        // "attacks on X … in Y": a place may hang on the verb above instead.
        // "fighting was under way in Y"
        bool state = head >= 0 && tree.Is(noun, "nsubj") && tree.Child(head, "cop") >= 0;
        if (head < 0 || tree[head].Upos != Upos.Verb && !state) return;
        // "In X, leaders condemned the attacks": where it was said.
        if (!(IsPassive(tree, head, _words) && tree.Is(noun, "nsubj")) && _words.Has(WordSet.SpeaksOf, tree[head].Lemma)) return;
        foreach (int child in tree.Children(head))
        {
            // "its forces completed their withdrawal from X": theirs is that of the subject.
            if (child > noun && tree.Is(noun, "obj") && tree.Is(child, "obl") && tree.Preposition(child) == "from" && tree.Children(noun).Any(owner => tree[owner].Relation == "nmod:poss" && tree[owner].Upos == Upos.Pron))
            {
                Add("from", child);
                Add("poss", tree.Child(head, "nsubj"));
            }
            // "was investigating the attack on the hospital": right behind the noun, wherever the tree hung it.
            if (tree.Is(noun, "obj") && tree.Is(child, "obl") && tree.Preposition(child) is "on" or "against" && tree.Extent(child).First == noun + 1 && !(child + 1 < tree.Count && tree[child + 1].Upos is Upos.Noun or Upos.Propn)) OfPreposition(tree, child, passive: false);
            if (child != noun && tree.Is(child, "obl") && tree.Preposition(child) == "on" && _words.Has(WordSet.Edge, tree[child].Lemma)) Add("on", child);
            if (child != noun && tree.Is(child, "obl") && tree.Preposition(child) is "in" or "near" or "around" or "at" or "outside" or "inside" or "across" or "between" or "with") Add(tree.Preposition(child), child);
        }
        // "Clashes erupted on Sunday and went on in X": where nothing before says it, they were there all along.
        if (!tree.Is(noun, "nsubj") || this["in"].Any()) return;
        foreach (int next in tree.Children(head)) if (next > head && tree.Is(next, "conj") && _words.Has(WordSet.GoesOn, tree[next].Lemma) && tree.Child(next, "nsubj") < 0) foreach (int where in tree.Children(next)) if (tree.Is(where, "obl") && tree.Preposition(where) is "in" or "near" or "at") Add(tree.Preposition(where), where);
    }

    /// <summary>True when the verb's subject is what it is done to.</summary>
    public static bool IsPassive(Tree tree, int verb, WordSets words)
    {
        foreach (int child in tree.Children(verb)) if (tree[child].Relation is "nsubj:pass" or "aux:pass" or "csubj:pass") return true;
        // "a warplane was shot down and its crew killed": the auxiliary is told once.
        if (tree.Is(verb, "conj") && words.Has(WordSet.Harms, tree[verb].Lemma) && tree.Head(verb) is >= 0 and var shared && shared < verb && tree[shared].Penn == "VBN" && tree.Child(verb, "obj") < 0 && !tree.Children(verb).Any(child => tree.Is(child, "aux")) && tree.Child(verb, "nsubj") is >= 0 and var befallen && befallen > shared && befallen < verb && tree.Children(shared).Any(child => tree[child].Relation == "aux:pass")) return true;
        // "half the people killed were children": right behind a noun, with nothing of its own and a verb to follow, it describes.
        bool describes = tree[verb] is { Penn: "VBD", Relation: "acl" } && tree.Head(verb) == verb - 1 && verb + 1 < tree.Count && tree[verb + 1].Penn is "VBD" or "VBZ" or "VBP" && !tree.Children(verb).Any();
        if (tree[verb].Penn != "VBN" && !describes) return false;
        // "Of the schools hit by the quake": with an agent and no auxiliary, whatever the noun before was taken for.
        if (tree.Children(verb).Any(child => tree[child].Relation == "obl:agent") && !tree.Children(verb).Any(child => tree.Is(child, "aux"))) return true;
        if (tree.Is(verb, "acl") && tree[verb].Relation != "acl:relcl") return tree.Child(verb, "nsubj") < 0;   // "reports that troops had left" has a subject
        if (tree.Is(verb, "conj") && tree.Head(verb) >= 0 && tree.Child(verb, "nsubj") < 0 && tree.Child(verb, "obj") < 0) return IsPassive(tree, tree.Head(verb), words);
        // "are feared killed"
        if (tree.Is(verb, "xcomp") && tree.Head(verb) >= 0 && tree[tree.Head(verb)].Upos == Upos.Verb && tree.Child(verb, "nsubj") < 0 && tree.Child(verb, "obj") < 0 && !tree.Children(verb).Any(child => tree.Is(child, "aux") || tree.Is(child, "mark"))) return IsPassive(tree, tree.Head(verb), words);
        return tree.Is(verb, "advcl") && tree.Child(verb, "nsubj") < 0 && tree.Child(verb, "obj") < 0 && !tree.Children(verb).Any(child => tree.Is(child, "aux"));
    }

    /// <summary>"pushed thousands to flee", "sent people fleeing": who is made to do it; -1 when the verb above makes nobody do anything.</summary>
    public static int Made(Tree tree, int verb, WordSets words)
    {
        int maker = tree.Head(verb);
        // "caused 70,000 people to flee": wherever the tree hung the infinitive.
        bool below = maker >= 0 && tree[verb].Relation == "acl" && tree.Children(verb).Any(child => tree.Is(child, "mark") && tree[child].Penn == "TO") && tree.Is(maker, "obj");
        if (below) maker = tree.Head(maker);
        if (!(below || tree.Is(verb, "advcl") || tree.Is(verb, "xcomp")) || maker < 0 || maker > verb) return -1;
        if (!words.Has(WordSet.MakesHappen, tree[maker].Lemma)) return -1;
        // "allows them to return" says what they may do, "allowed them to take the hill" what they did.
        if (tree[maker].Lemma is "enable" or "allow" && tree[maker].Penn is not ("VBD" or "VBN")) return -1;
        // "sent troops to retake X": what they were sent for is still to come.
        if (tree[maker].Lemma == "send" && tree[verb].Penn != "VBG") return -1;
        bool done = tree[verb].Penn == "VBG" || tree.Children(verb).Any(child => tree.Is(child, "mark") && tree[child].Penn == "TO");
        return done && tree.Child(maker, "obj") is >= 0 and var made && made > maker && made < verb ? made : -1;
    }

    private static int Subject(Tree tree, int verb, WordSets words)
    {
        if (OfThem(tree, verb) is >= 0 and var some) return some;
        int at = Resumed(tree, verb);
        for (int steps = 0; steps < 8 && at >= 0; steps++)
        {
            int own = tree.Child(at, "nsubj");
            // "The problem is that many were left homeless": the many, and not the problem.
            if (own >= 0 && tree[own].Relation == "nsubj:outer") own = tree.Children(at).LastOrDefault(child => child > own && child < at && tree.Is(child, "nsubj"), own);
            // "Hundreds of kilometres away, the volcano erupted": of two, the one that stands nearer to the verb.
            foreach (int other in tree.Children(at)) if (tree[other].Relation == "nsubj" && other > own && other < at && own >= 0 && tree[own].Relation == "nsubj" && tree.Extent(other).First is > 0 and var first && tree[first - 1].Form == ",") own = other;
            if (own >= 0)
            {
                bool relative = tree[own].Penn is "WDT" or "WP" || tree[own].Lemma is "that" or "who" or "which";
                return relative && tree.Is(at, "acl") ? Beside(tree, at, own) is >= 0 and var armed ? armed : Apposed(tree, Measured(tree, tree.Head(at)), own, words) : own;
            }
            int head = tree.Head(at);
            if (head < 0) return -1;
            if (tree.Is(at, "acl"))
            {
                if (at == verb && Made(tree, at, words) is >= 0 and var caused) return caused;
                // "forces fighting X", "the town seized by X", "the plan to retake X": the noun, or for an infinitive nobody.
                return tree[at].Penn is "TO" || tree.Children(at).Any(child => tree[child].Penn == "TO") ? -1 : head;
            }
            if (at == verb && Made(tree, at, words) is >= 0 and var made) return made;
            // "were stopping civilians fleeing the town": what people do by themselves, told right behind them, is theirs.
            if (at == verb && tree[at].Penn == "VBG" && tree.Is(at, "advcl") && at > head + 1 && tree[at - 1].Penn == "NNS" && tree.Head(at - 1) == head && (words.Has(WordSet.Intransitive, tree[at].Lemma) || tree.Is(at - 1, "obl") && tree.Preposition(at - 1) is "at" or "on")) return at - 1;   // "shot at people leaving the mosque"
            // "with 126 people rescued and three attackers killed": the noun right before a second participle is what that one is told of.
            if (tree.Is(at, "conj") && tree[at].Penn == "VBN" && at > 0 && tree.Is(at - 1, "conj") && tree.Head(at - 1) == head && tree[at - 1].Upos is Upos.Noun or Upos.Propn) return at - 1;
            if ((tree.Child(head, "obj") is >= 0 and var given ? given : tree.Child(head, "iobj")) is >= 0 and var controlled && !words.Has(WordSet.Endeavour, tree[controlled].Lemma) && (tree.Is(at, "xcomp") || tree.Is(at, "advcl") && controlled > head && controlled < at && words.Has(WordSet.MakesDo, tree[head].Lemma) && tree.Children(at).Any(child => tree[child].Penn == "TO"))) return controlled;
            // "blamed the army for shelling X": the army shelled it.
            if (Blamed(tree, at, head, words) is >= 0 and var blamed) return blamed;
            // "granted leave for the aid group to enter X": the group enters.
            if (Permitted(tree, at, head) is >= 0 and var permitted) return permitted;
            // "called on the rebels to free them": the rebels are to.
            if (tree.Is(at, "xcomp") || tree.Is(at, "advcl"))
            {
                int asked = words.Has(WordSet.AsksOf, tree[head].Lemma) ? tree.Children(head).FirstOrDefault(child => child > head && child < at && tree.Is(child, "obl") && tree.Preposition(child) is "on" or "upon" or "to" or "for" or "with", -1) : -1;
                if (asked >= 0 && tree.Children(at).Any(child => tree[child].Penn == "TO")) return asked;
            }
            if (!(tree.Is(at, "xcomp") || tree.Is(at, "advcl") || tree.Is(at, "conj") || tree.Is(at, "ccomp") && tree[at].Penn is "VBG" or "VB")) return -1;
            if (tree.Is(at, "advcl") && tree.Children(at).Any(child => tree.Is(child, "mark") && tree[child].Penn != "TO" && tree[child].Lemma is not ("after" or "before" or "while" or "by" or "since"))) return -1;
            // "bombings that hit police, killing 10 and wounding 15": both go on with what the first one does.
            at = tree.Is(at, "conj") && tree[at].Penn == "VBG" ? Resumed(tree, head) : head;
            // "X said fighters stormed the town and shot five people": the fighters did, wherever the tree hung the second verb.
            if (tree.Is(at, "conj") && words.Has(WordSet.Says, tree[head].Lemma) && tree.Children(head).FirstOrDefault(child => child > head && child < at && tree[child].Upos == Upos.Verb && tree.Child(child, "nsubj") >= 0, -1) is >= 0 and var told)
            {
                at = told;
                continue;
            }
            // "entered the city, killing 30": a participle that was hung on the noun before it belongs to the verb above.
            for (int climb = 0; climb < 4 && tree[at].Upos is Upos.Noun or Upos.Propn && tree.Child(at, "nsubj") < 0 && tree.Head(at) >= 0; climb++) at = tree.Head(at);
        }
        return -1;
    }

    /// <summary>Who is blamed, thanked or condemned for what a gerund behind "for" tells; -1 for all else.</summary>
    private static int Blamed(Tree tree, int verb, int head, WordSets words) =>
        tree[verb].Penn == "VBG" && tree.Is(verb, "advcl") && words.Has(WordSet.SpeaksOf, tree[head].Lemma) && tree.Children(verb).Any(child => child < verb && tree[child].Form is "for" or "of") && (tree.Child(head, "obj") is >= 0 and var direct ? direct : IsPassive(tree, head, words) ? tree.Child(head, "nsubj") : -1) is var blamed && blamed < verb ? blamed : -1;

    /// <summary>Who stands behind "for" between a noun and its infinitive: "permission for the aid group to enter"; -1 when nobody does.</summary>
    private static int Permitted(Tree tree, int verb, int head)
    {
        if (tree[verb].Penn != "VB" || !tree.Is(verb, "advcl") && !tree.Is(verb, "acl") || tree.Extent(verb).First is not (> 0 and var to) || tree[to].Penn != "TO") return -1;
        int noun = tree[head].Upos == Upos.Verb ? tree.Child(head, "obj") : head;
        if (noun < 0 || noun > verb) return -1;
        foreach (int child in tree.Children(noun)) if (child > noun && child < verb && tree[child].Relation == "nmod" && tree.Preposition(child) == "for" && tree.Extent(child).Last == to - 1) return child;
        return -1;
    }

    /// <summary>"X said 787 were inside and 363 of them had been rescued": what stands right before the auxiliaries is the subject, wherever the tree hung it; -1 for all else.</summary>
    private static int OfThem(Tree tree, int verb)
    {
        if (tree.Child(verb, "nsubj") >= 0) return -1;
        int auxiliary = tree.Children(verb).FirstOrDefault(child => child < verb && tree[child].Relation is "aux" or "aux:pass", -1);
        return auxiliary > 2 && tree[auxiliary - 1].Form is "them" or "whom" && tree[auxiliary - 2].Form == "of" && tree[auxiliary - 3].Upos == Upos.Num ? auxiliary - 3 : -1;
    }

    /// <summary>"struck people trying to flee, killing 85": a participle behind a comma goes on with the finite verb, and not with what describes somebody in between.</summary>
    private static int Resumed(Tree tree, int verb)
    {
        if (tree[verb].Penn != "VBG" || !tree.Is(verb, "advcl") || verb == 0 || tree[verb - 1].Form != "," || tree.Child(verb, "nsubj") >= 0) return verb;
        // "accused the army of shelling the town, killing 12": hung on what the army is accused of, it is that.
        if (tree.Head(verb) is >= 0 and var charge && tree[charge].Penn == "VBG" && tree.Children(charge).Any(child => tree.Is(child, "mark") && tree[child].Form == "of")) return verb;
        for (int at = tree.Head(verb), steps = 0; at >= 0 && steps < 5; at = tree.Head(at), steps++)
        {
            if (tree[at].Penn is "VBD" or "VBZ" or "VBP" || tree.Children(at).Any(child => tree.Is(child, "aux"))) return tree[at].Relation == "acl:relcl" || steps == 0 ? verb : at;
        }
        return verb;
    }

    // "Troops and allied militiamen retook X": a finite verb that the tree gave no subject has it right before it, at the head of the sentence.
    private static int Beside(Tree tree, int verb)
    {
        if (tree[verb].Penn is not ("VBD" or "VBZ" or "VBP") || verb == 0 || tree.Is(verb, "acl")) return -1;
        // The tree may have taken it for one more of those before: "troops and militiamen retook".
        if (tree.Is(verb, "conj")) return tree.Head(verb) is >= 0 and var joined && joined < verb && tree[joined].Upos is Upos.Noun or Upos.Propn ? joined : -1;
        if (tree[verb - 1].Upos is not (Upos.Noun or Upos.Propn)) return -1;
        for (int at = 0; at < verb; at++) if (tree[at].Upos is Upos.Punct or Upos.Sconj or Upos.Pron || tree[at].Upos == Upos.Verb && tree[at].Penn != "VBN" || tree[at].Upos == Upos.Adp && tree[at].Lemma != "of") return -1;
        int top = verb - 1;
        while (tree.Head(top) >= 0 && tree.Head(top) < verb) top = tree.Head(top);
        return tree[top].Upos is Upos.Noun or Upos.Propn ? top : verb - 1;
    }

    // "encircled and attacked X": the object stands once, after both; in a relative clause it stands before: "territory which X held".
    private static int SharedObject(Tree tree, int verb)
    {
        foreach (int child in tree.Children(verb))
        {
            // "to withdraw from X and to take up defences": with words of its own between the two, the first verb shares nothing.
            if (tree.Is(child, "conj") && tree[child].Upos == Upos.Verb && tree.Child(child, "obj") is >= 0 and var later && tree.Child(child, "nsubj") < 0 && !tree.Children(verb).Any(own => own > verb && own < child && tree.Is(own, "obl"))) return later;
        }
        int head = tree.Head(verb);
        if (head < 0) return -1;
        if (tree.Is(verb, "conj") && tree.Child(head, "obj") is >= 0 and var above && above > verb) return above;
        if (tree[verb].Relation == "acl:relcl" && tree.Child(verb, "nsubj") is >= 0 and var subject && !tree.Children(subject).Any(owner => tree[owner].Penn == "WP$") && tree[subject].Penn is not ("WDT" or "WP") && tree[subject].Lemma is not ("that" or "who" or "which")) return head;
        return -1;
    }

    /// <summary>"retake the town from the group, which overran it": what overran the town is not the town, but who is named right before the comma; -1 for all else.</summary>
    private static int Beside(Tree tree, int verb, int relative)
    {
        if (relative < 2 || tree[relative - 1].Form != "," || tree.Child(verb, "obj") is not (>= 0 and var taken) || tree[taken].Form != "it") return -1;
        int named = relative - 2;
        while (tree.Head(named) >= 0 && tree.Head(named) != tree.Head(verb) && tree.Extent(tree.Head(named)).Last == relative - 2) named = tree.Head(named);
        return named != tree.Head(verb) && tree[named].Upos is Upos.Propn or Upos.Noun ? named : -1;
    }

    /// <summary>"X, a town inside government-held territory that fell": what is told behind a town set beside its name is told of the town, and not of what it lies in.</summary>
    private static int Apposed(Tree tree, int noun, int relative, WordSets words)
    {
        for (int at = noun - 1; at > 0 && tree[at].Form != ","; at--)
        {
            if (tree.Preposition(noun) is not ("in" or "inside" or "within" or "near" or "on")) break;
            if (tree.Is(at, "appos") && (tree[at].Lemma == "base" || words.Has(WordSet.SettlementWord, tree[at].Lemma)) && tree.Head(at) is >= 0 and var named && named < at && tree.Extent(noun).First == at + 1 && relative == tree.Extent(relative).First) return named;
        }
        return noun;
    }

    /// <summary>"winds of 170 km per hour that swept away roads": the winds, not the measure that the clause hangs on.</summary>
    private static int Measured(Tree tree, int noun)
    {
        int measure = noun >= 0 && tree.Preposition(noun) == "per" ? tree.Head(noun) : noun;
        bool rate = measure >= 0 && tree.Is(measure, "nmod") && tree.Preposition(measure).Split(' ')[0] == "of" && tree.Children(measure).Any(child => tree.Preposition(child) == "per");
        return rate ? tree.Head(measure) : noun;
    }
}
