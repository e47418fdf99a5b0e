using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Attributions;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Verdicts;

/// <summary>Finds where a sentence judges what was told, by the words of <c>data/verdicts.tsv</c>.</summary>
/// <remarks>
/// Read from the order of the words, not from the tree: "reports that the town fell to the rebels were fabricated" is just what parsers get wrong, and a
/// clause under the wrong head turns a denial into an affirmation.
/// </remarks>
public sealed partial class VerdictFinder(VerdictList words, CueBook cues, WordSets sets)
{
    /// <summary>Most tokens between a verb or "is" and the word of judgement ("was nothing but a pack of lies").</summary>
    private const int GapMax = 6;

    /// <summary>Most tokens from a verb to the noun for what was told ("denied as baseless and untrue the reports").</summary>
    private const int ReachMax = 8;

    /// <summary>Most tokens from a participle to its agent ("dismissed as 'ridiculous and unfounded' by").</summary>
    private const int AgentMax = 12;

    /// <summary>Most tokens that say when something was told ("a claim earlier in the day from …").</summary>
    private const int WhenMax = 6;

    /// <summary>All judgements of the sentence, in the order of their words.</summary>
    public List<Verdict> Find(Tree tree)
    {
        var found = new List<Verdict>();
        for (int at = 0; at < tree.Count; at++)
        {
            if ((Apposed(tree, at) ?? Before(tree, at) ?? Ground(tree, at) ?? Predicate(tree, at) ?? Fronted(tree, at) ?? Named(tree, at) ?? Judged(tree, at) ?? Described(tree, at) ?? Falsely(tree, at) ?? Lying(tree, at)) is not { } verdict) continue;
            if (!found.Any(other => other.Word == verdict.Word)) found.Add(verdict);
        }
        // "a claim rejected as false" is one judgement, and the one on a clause says more than the one that goes back.
        found.RemoveAll(verdict => !verdict.HasContent && found.Any(other => other != verdict && (other.HasContent || other.Before >= 0 && verdict.Before < 0) && other.Told == verdict.Told));
        for (int at = 0; at < tree.Count; at++) if (!found.Any(verdict => verdict.Told == at) && Bare(tree, at) is { } bare) found.Add(bare);
        return found;
    }

    /// <summary>"the rebels' claim that …", "allegations that …": told by somebody, judged by nobody.</summary>
    private Verdict? Bare(Tree tree, int at)
    {
        if (!words.IsTelling(tree, at) || Complement(tree, at, tree.Count) is not { } complement) return null;
        // "confirmed reports that …": judged after all.
        for (int before = at - 1; before >= 0 && before >= at - ReachMax; before--)
        {
            if (tree[before].Upos != Upos.Verb) continue;
            if (words.For(tree[before], VerdictForm.Judging) is not null) return null;
            break;
        }
        if (complement is { Teller: < 0, Saying: < 0 } && Carrier(tree, at) is >= 0 and var issuer) complement.Teller = issuer;
        Stance effect = complement.Teller >= 0 ? Stance.Affirms : words.For(tree[at], VerdictForm.Telling) ?? Stance.Affirms;
        if (effect == Stance.Affirms && complement.Teller < 0) return null;
        return new Verdict(effect, at, complement.Teller, at, Within(Within(complement.Content, Rest(tree, at + 1)), tree.Subtree(at))) { IsBare = true } is { HasContent: true } bare ? bare : null;
    }

    /// <summary>"has issued allegations that …", "made the claim that …": who did; -1 where the verb before carries no telling.</summary>
    private int Carrier(Tree tree, int told) =>
        tree.Is(told, "obj") && tree.Head(told) is >= 0 and var verb && verb < told && tree[verb].Upos == Upos.Verb && cues.For(tree[verb].Lemma, CueForm.Light) is not null && words.For(tree[verb], VerdictForm.Judging) is null && !Factuality.IsNegated(tree, verb) && !Factuality.HasModal(tree, verb) ? SourceReader.Of(tree, verb, sets) : -1;

    /// <summary>"… is a lie", "… were fabricated", "… has nothing to do with reality", "… was dismissed by the army".</summary>
    private Verdict? Predicate(Tree tree, int at)
    {
        (Stance Effect, int Last)? phrase = words.PhraseAt(tree, at, VerdictForm.Phrase) ?? words.PhraseAt(tree, at, VerdictForm.Noun);
        Stance? participle = tree[at].Upos == Upos.Verb && tree[at].Penn is "VBN" or "VBD" ? words.For(tree[at], VerdictForm.Judging) : null;
        (Stance Effect, int Last)? predicate = words.PhraseAt(tree, at, VerdictForm.Predicate);
        if ((predicate?.Effect ?? phrase?.Effect ?? Judgement(tree, at) ?? participle) is not { } effect) return null;
        int first;
        bool negated, could;
        if (predicate is not null) (first, phrase) = (GroupOf(tree, at, out negated, out could), predicate);
        else if (!Copula(tree, at, phrase is not null, out first, out negated, out could)) return null;
        int last = phrase?.Last ?? at;
        if (negated) effect = effect switch { Stance.Denies => Stance.Affirms, Stance.Affirms => participle is not null || could ? Stance.Doubts : Stance.Denies, _ => effect };
        else if (could && participle is not null) effect = Stance.Doubts;
        int judge = participle is not null ? Agent(tree, at) : -1;
        int subject = first - 1;
        if (subject < 0) return null;
        if (tree[subject].Form is "which" && subject > 1 && tree[subject - 1].Form == ",") return new Verdict(effect, at, judge, subject, new bool[tree.Count]) { Before = subject - 1 };
        if (IsPronoun(tree, subject))
        {
            // "it is a lie created by the rebels that …"
            if (tree[subject].Form is "it" or "It" && Clause(tree, last) is >= 0 and var clause) return new Verdict(effect, at, judge, -1, Rest(tree, clause));
            // "…, although this has not been confirmed": the writer's own word.
            if (judge < 0 && subject > 0 && tree[subject - 1].Form is "although" or "though") return null;
            // "The rebels say that they hold it, but this is not true": what stands before in the same breath.
            int join = subject - 1;
            while (join > 0 && tree[join].Form is "but" or "and" or "–" or "—" or "-") join--;
            if (judge < 0 && join > 1 && join < subject && tree[subject].Form != "it" && (tree[join].Form is "," or ";" || join < subject - 1) && Telling(tree, join)) return new Verdict(effect, at, judge, subject, new bool[tree.Count]) { Before = join };
            return new Verdict(effect, at, judge, subject, new bool[tree.Count]);
        }
        for (int told = subject; told >= 0 && tree[told].Form != ";"; told--)
        {
            if (!words.IsTelling(tree, told)) continue;
            if (told == subject) return IsKnown(tree, told) ? new Verdict(effect, at, judge, told, new bool[tree.Count]) : null;
            if (Complement(tree, told, first) is { } complement) return new Verdict(effect, at, judge, told, complement.Content) { Teller = complement.Teller };
            // "these claims by the rebels are false"
            return tree[told + 1].Form is "," or "by" or "from" or "in" or "on" or "made" && IsKnown(tree, told) ? new Verdict(effect, at, judge, told, new bool[tree.Count]) : null;
        }
        // "Fifty dead is a lie", "the figure of 50 is false".
        int start = first;
        while (start > 0 && tree[start - 1].Upos is not (Upos.Punct or Upos.Verb or Upos.Sconj)) start--;
        if (effect == Stance.Denies && participle is null && start < first && Enumerable.Range(start, first - start).Any(number => tree[number].Upos == Upos.Num)) return new Verdict(effect, at, judge, -1, Between(tree, start, first));
        // "That the town fell is a lie."
        return tree[0].Form == "That" && tree[1].Upos != Upos.Noun && HasVerb(tree, 1, first) ? new Verdict(effect, at, judge, -1, Between(tree, 1, first)) : null;
    }

    /// <summary>"Also untrue are statements that …": the judgement first.</summary>
    private Verdict? Fronted(Tree tree, int at)
    {
        if (at + 2 >= tree.Count || tree[at + 1].Form is not ("is" or "are" or "was" or "were") || words.For(tree[at], VerdictForm.Adjective) is not { } effect || !Enumerable.Range(0, at).All(before => tree[before].Upos is Upos.Adv or Upos.Punct or Upos.Cconj)) return null;
        int told = Enumerable.Range(at + 2, Math.Min(GapMax, tree.Count - at - 2)).TakeWhile(i => words.IsTelling(tree, i) || tree[i].Upos is Upos.Det or Upos.Adj or Upos.Noun or Upos.Propn or Upos.Part).FirstOrDefault(i => words.IsTelling(tree, i), -1);
        return told >= 0 && Complement(tree, told, tree.Count) is { } complement ? new Verdict(effect, at, -1, told, Within(complement.Content, Rest(tree, told + 1))) { Teller = complement.Teller } : null;
    }

    /// <summary>"called the report that … a lie", "described as false the claim that …", "was branded a fabrication by …".</summary>
    private Verdict? Named(Tree tree, int at)
    {
        if (tree[at].Upos != Upos.Verb || words.For(tree[at], VerdictForm.Naming) is null) return null;
        if (tree[at].Penn == "VBN" && Copula(tree, at, false, out int first, out bool not, out _))
        {
            if (WordAfter(tree, at, out Stance effect) < 0 || not || first < 1) return null;
            int judge = Agent(tree, at);
            if (IsPronoun(tree, first - 1)) return new Verdict(effect, at, judge, first - 1, new bool[tree.Count]);
            for (int told = first - 1; told >= 0 && tree[told].Form != ";"; told--)
            {
                if (!words.IsTelling(tree, told)) continue;
                if (Complement(tree, told, first) is { } complement) return new Verdict(effect, at, judge, told, complement.Content) { Teller = complement.Teller };
                return IsKnown(tree, told) ? new Verdict(effect, at, judge, told, new bool[tree.Count]) : null;
            }
            return null;
        }
        int source = SourceReader.Of(tree, at, sets);
        if (source < 0) return null;
        // The word first: "described as false the claim that …".
        if (at + 1 < tree.Count && tree[at + 1].Form == "as" && WordAfter(tree, at, out Stance early) is >= 0 and var before)
        {
            int told = Enumerable.Range(before + 1, Math.Min(ReachMax, tree.Count - before - 1)).FirstOrDefault(i => words.IsTelling(tree, i) && !HasVerb(tree, before + 1, i), -1);
            if (told < 0) return null;
            return Complement(tree, told, tree.Count) is { } complement ? new Verdict(early, at, source, told, Within(complement.Content, Rest(tree, told + 1))) { Teller = complement.Teller }
                : IsKnown(tree, told) ? new Verdict(early, at, source, told, new bool[tree.Count]) : null;
        }
        for (int told = at + 1; told < tree.Count && told <= at + GapMax; told++)
        {
            bool pronoun = told == at + 1 && (IsPronoun(tree, told) || tree[told].Form == "them");
            if (!pronoun && !words.IsTelling(tree, told)) continue;
            for (int word = LastOfClause(tree, told); word > told; word--)
            {
                Stance? phrase = words.PhraseAt(tree, word, VerdictForm.Noun)?.Effect;
                if ((phrase ?? Judgement(tree, word)) is not { } effect || phrase is null && word + 1 < tree.Count && tree[word + 1].Upos is Upos.Noun or Upos.Propn) continue;
                int past = Start(tree, word);
                if (past <= told) continue;
                if (!pronoun && Complement(tree, told, past) is { } complement && tree[past - 1].Lemma != "be") return new Verdict(effect, at, source, told, complement.Content) { Teller = complement.Teller };
                if (past - told <= 2 && (pronoun || IsKnown(tree, told))) return new Verdict(effect, at, source, told, new bool[tree.Count]);
            }
            return null;
        }
        return null;
    }

    /// <summary>"rubbished reports that …", "denied as baseless a claim by the rebels that …".</summary>
    private Verdict? Judged(Tree tree, int at)
    {
        if (tree[at].Upos is not (Upos.Verb or Upos.Noun) || words.For(tree[at], VerdictForm.Judging) is not { } effect) return null;
        // "cast doubt on reports that …"
        int verb = tree[at].Upos == Upos.Verb ? at : at > 0 && tree.Head(at) == at - 1 && tree[at - 1].Upos == Upos.Verb ? at - 1 : -1;
        if (verb < 0 || Factuality.IsNegated(tree, verb) || Factuality.HasModal(tree, verb)) return null;
        int source = SourceReader.Of(tree, verb, sets);
        // "…, he said, contradicting claims that …", with the participle taken for an adjective of the claims.
        if (source < 0 && tree[verb].Penn == "VBG" && tree.Is(verb, "amod") && verb > 0 && tree[verb - 1].Form == "," && Enumerable.Range(0, verb).LastOrDefault(before => IsSaying(tree, before), -1) is >= 0 and var saying) source = SourceReader.Of(tree, saying, sets);
        if (source < 0 || source > at) return null;
        // "confirmed this": what was told before.
        if (effect == Stance.Affirms && at + 1 < tree.Count && IsPronoun(tree, at + 1) && (at + 2 >= tree.Count || tree[at + 2].Upos is Upos.Punct or Upos.Adp or Upos.Adv) && tree.Child(at, "ccomp") < at) return new Verdict(effect, at, source, at + 1, new bool[tree.Count]);
        for (int told = at + 1; told < tree.Count && told <= at + ReachMax; told++)
        {
            if (words.IsTelling(tree, told)) return Complement(tree, told, tree.Count) is { } complement ? new Verdict(effect, at, source, told, Within(complement.Content, Rest(tree, told + 1))) { Teller = complement.Teller, Saying = complement.Saying } : null;
            if (tree[told].Upos is Upos.Verb or Upos.Aux or Upos.Sconj && tree[told].Form != "as" && words.For(tree[told], VerdictForm.Adjective) is null) return null;
        }
        return null;
    }

    /// <summary>"there is no truth to reports that …", "no evidence that …".</summary>
    private Verdict? Ground(Tree tree, int at)
    {
        if (words.For(tree[at], VerdictForm.Ground) is not { } effect || tree[at].Upos != Upos.Noun || at == 0 || !Enumerable.Range(Math.Max(0, at - 2), Math.Min(2, at)).Any(i => tree[i].Form is "no" or "No" or "any" or "little" or "zero")) return null;
        if (at + 2 >= tree.Count) return null;
        if (tree[at + 1].Form == "that" && HasVerb(tree, at + 2, tree.Count)) return new Verdict(effect, at, -1, -1, Rest(tree, at + 2));
        // "no sign of an attack", but "no confirmation of the claim that"
        if (tree[at + 1].Form == "of" && effect == Stance.Doubts && !Enumerable.Range(at + 2, Math.Min(GapMax, tree.Count - at - 2)).Any(told => words.IsTelling(tree, told))) return new Verdict(effect, at, -1, -1, Within(Rest(tree, at + 2), tree.Subtree(at)));
        // "There is no truth in it": with a subject of its own it is the predicate's affair.
        if (tree[at + 1].Form is not ("to" or "in" or "for" or "behind" or "of" or "whatsoever")) return null;
        for (int told = at + 2; told < tree.Count && told <= at + GapMax; told++)
        {
            if (!words.IsTelling(tree, told))
            {
                if (tree[told].Upos is Upos.Verb or Upos.Aux) return null;
                if (told == at + 2 && (IsPronoun(tree, told) || tree[told].Form == "them")) return new Verdict(effect, at, -1, told, new bool[tree.Count]);
                continue;
            }
            if (Complement(tree, told, tree.Count) is { } complement) return new Verdict(effect, at, -1, told, Within(complement.Content, Rest(tree, told + 1))) { Teller = complement.Teller };
            return IsKnown(tree, told) ? new Verdict(effect, at, -1, told, new bool[tree.Count]) : null;
        }
        return null;
    }

    /// <summary>"contrary to reports that …, the town is quiet"</summary>
    private Verdict? Before(Tree tree, int at)
    {
        (Stance effect, int last) = words.PhraseAt(tree, at, VerdictForm.Before) ?? (words.For(tree[at], VerdictForm.Before) is { } alone ? (alone, at) : (Stance.Affirms, -1));
        if (last < 0) return null;
        for (int told = last + 1; told < tree.Count && told <= last + GapMax; told++)
        {
            if (tree[told].Upos is Upos.Aux || tree[told].Form == ",") return null;
            if (!words.IsTelling(tree, told)) continue;
            int past = told;
            while (past < tree.Count && tree[past].Form is not ("," or ";")) past++;
            return Complement(tree, told, past) is { } complement ? new Verdict(effect, last, Behind(tree, past), told, complement.Content) { Teller = complement.Teller } : null;
        }
        return null;
    }

    /// <summary>"Contrary to reports that it had fallen, the army said the town was quiet": the army sets them aside; -1 where the sentence is the report's own.</summary>
    private int Behind(Tree tree, int comma) =>
        comma < tree.Count && tree[comma].Form == "," && tree.Root > comma && IsSaying(tree, tree.Root) && SourceReader.Of(tree, tree.Root, sets) is var teller && teller > comma ? teller : -1;

    /// <summary>"false reports that …", "unconfirmed claims of …"</summary>
    private Verdict? Described(Tree tree, int at)
    {
        if (at + 2 >= tree.Count || words.For(tree[at], VerdictForm.Adjective) is not { } effect || effect == Stance.Affirms || !words.IsTelling(tree, at + 1)) return null;
        // "dismissed as false reports that …": who dismissed them judges.
        if (at > 1 && tree[at - 1].Form == "as" && tree[at - 2].Upos == Upos.Verb) return null;
        if (Complement(tree, at + 1, tree.Count) is not { } complement) return null;
        return new Verdict(effect, at, -1, at + 1, Within(Within(complement.Content, Rest(tree, at + 2)), tree.Subtree(at + 1))) { Teller = complement.Teller } is { HasContent: true } verdict ? verdict : null;
    }

    /// <summary>"falsely claimed that …"</summary>
    private Verdict? Falsely(Tree tree, int at)
    {
        if (words.For(tree[at], VerdictForm.Adverb) is not { } effect) return null;
        int verb = IsSaying(tree, at + 1) ? at + 1 : IsSaying(tree, at - 1) ? at - 1 : -1;
        if (verb < 0 || Events.Slots.IsPassive(tree, verb, sets) || SourceReader.Of(tree, verb, sets) is not (>= 0 and var teller)) return null;
        return new Verdict(effect, at, -1, verb, Rest(tree, Math.Max(at, verb) + 1)) { Teller = teller, Saying = verb };
    }

    /// <summary>"were lying when they said …"</summary>
    private Verdict? Lying(Tree tree, int at)
    {
        if (tree[at].Upos != Upos.Verb || words.For(tree[at], VerdictForm.Lying) is not { } effect || at + 3 >= tree.Count || tree[at + 1].Form is not ("when" or "by" or "in") || SourceReader.Of(tree, at, sets) is not (>= 0 and var teller)) return null;
        int verb = Enumerable.Range(at + 2, Math.Min(GapMax, tree.Count - at - 2)).FirstOrDefault(i => IsSaying(tree, i), -1);
        return verb < 0 ? null : new Verdict(effect, at, -1, verb, Rest(tree, verb + 1)) { Teller = teller, Saying = verb };
    }

    private bool IsSaying(Tree tree, int at) => at >= 0 && at < tree.Count && tree[at].Upos == Upos.Verb && cues.For(tree[at].Lemma, CueForm.Verb) is { Kind: CueKind.Speech, Stance: Stance.Affirms };
}
