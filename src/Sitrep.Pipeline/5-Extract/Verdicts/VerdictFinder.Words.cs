using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Verdicts;

// What stands around a word of judgement: the verb before it, the noun it judges, what that noun tells, and where it ends.
public sealed partial class VerdictFinder
{
    /// <summary>Most tokens between a noun for what was told and its "that" ("claims in the local media that").</summary>
    private const int SettingMax = 7;

    /// <summary>"…, a claim that the army denied", "…, claims dismissed as propaganda by …", "…, which the government called baseless".</summary>
    private Verdict? Apposed(Tree tree, int at)
    {
        if (tree[at].Form is not ("," or "—" or "–" or "--") && !(tree[at].Form == "-" && at > 0 && tree[at - 1].End < tree[at].Start) || !HasVerb(tree, 0, at)) return null;
        int told = -1;
        for (int next = at + 1; next < tree.Count && next <= at + 4; next++)
        {
            if (words.IsTelling(tree, next) || next == at + 1 && tree[next].Form is "which" or "something") { told = next; break; }
            if (tree[next].Upos is not (Upos.Det or Upos.Adj or Upos.Adp) && tree[next].Penn != "PRP$") return null;
        }
        if (told < 0 || tree[told].Form is not "which" && Complement(tree, told, tree.Count) is { } tells && tree[told + 1].Form is "of" or "about" && tells.Teller < 0) return null;
        int end = at + 1;
        while (end < tree.Count && tree[end].Form is not ("," or ";" or ".")) end++;
        for (int verb = told + 1; verb < end; verb++)
        {
            if (tree[verb].Upos is not (Upos.Verb or Upos.Adj)) continue;
            Stance? judging = words.For(tree[verb], VerdictForm.Judging), named = words.For(tree[verb], VerdictForm.Naming) is not null && WordAfter(tree, verb, out Stance by) >= 0 ? by : null;
            if ((named ?? judging) is not { } effect) return null;
            if (Enumerable.Range(told, verb - told).Any(i => tree[i].Form is "not" or "n't" or "never" or "neither")) effect = effect == Stance.Affirms ? Stance.Doubts : Stance.Affirms;
            int judge = Enumerable.Range(told + 1, verb - told - 1).LastOrDefault(i => tree[i].Penn == "PRP" || tree[i].Upos is Upos.Noun or Upos.Propn && !(tree.Head(i) > i && tree.Head(i) < verb && tree[tree.Head(i)].Upos is Upos.Noun or Upos.Propn), -1);
            if (judge < 0) judge = Agent(tree, verb);
            return judge < 0 ? null : new Verdict(effect, verb, judge, told, new bool[tree.Count]) { Before = at };
        }
        return null;
    }

    /// <summary>What a word says of what was told: "lie", "false".</summary>
    private Stance? Judgement(Tree tree, int at) =>
        tree[at].Upos is Upos.Noun or Upos.Propn or Upos.Verb or Upos.X && words.For(tree[at], VerdictForm.Noun) is { } noun ? noun
            : tree[at].Upos is Upos.Adj or Upos.Verb or Upos.Noun or Upos.Adv ? words.For(tree[at], VerdictForm.Adjective) : null;

    /// <summary>The word of judgement that a verb of naming ends with: "described as a pure fabrication".</summary>
    private int WordAfter(Tree tree, int verb, out Stance effect)
    {
        effect = Stance.Affirms;
        for (int at = verb + 1; at < tree.Count && at <= verb + GapMax; at++)
        {
            if (Judgement(tree, at) is { } found)
            {
                effect = found;
                return at;
            }
            if (!IsLight(tree, at) && tree[at].Form is not "as") return -1;
        }
        return -1;
    }

    /// <summary>The "is" before a word of judgement, whatever stands lightly between.</summary>
    /// <param name="first">First token of the verb group; what stands before it is judged.</param>
    private bool Copula(Tree tree, int word, bool phrase, out int first, out bool negated, out bool could)
    {
        (first, negated, could) = (-1, false, false);
        int at = word - 1;
        while (at >= 0 && word - at <= GapMax && IsLight(tree, at))
        {
            negated |= IsNot(tree, at);
            at--;
        }
        if (at < 0 || word - at > GapMax || !(tree[at].Lemma is "be" or "remain" or "prove" or "'s" || phrase && tree[at].Lemma is "have" or "bear" or "stand")) return false;
        first = at;
        while (first > 0 && (tree[first - 1].Upos == Upos.Aux || IsNot(tree, first - 1) || tree[first - 1].Upos == Upos.Adv || tree[first - 1].Lemma is "prove" or "turn" or "to"))
        {
            first--;
            negated |= IsNot(tree, first);
            could |= tree[first].Form is "could" or "can" or "may" or "might";
        }
        return true;
    }

    /// <summary>First token of the group of a verb that judges by itself: "do not correspond to reality".</summary>
    private static int GroupOf(Tree tree, int verb, out bool negated, out bool could)
    {
        (negated, could) = (false, false);
        int first = verb;
        while (first > 0 && (tree[first - 1].Upos is Upos.Aux or Upos.Adv || IsNot(tree, first - 1)))
        {
            first--;
            negated |= IsNot(tree, first);
            could |= tree[first].Form is "could" or "can" or "may" or "might";
        }
        return first;
    }

    /// <summary>True when somebody tells something before the token.</summary>
    private bool Telling(Tree tree, int past) => Enumerable.Range(0, past).Any(at => IsSaying(tree, at));

    private static bool IsNot(Tree tree, int at) => tree[at].Form.ToLowerInvariant() is "not" or "n't" or "n’t" or "never";

    private bool IsLight(Tree tree, int at) => tree[at].Upos is Upos.Det or Upos.Adv or Upos.Adj || IsNot(tree, at) || tree[at].Form is "\"" or "“" or "”" or "'" or "‘" or "’" or "``" or "''" or "nothing" or "but" or "of" or "and" || sets.Has(WordSet.PieceOf, tree[at].Form);

    /// <summary>First token of a noun phrase or adjective at the end of a naming: "a pure lie", "as a fabrication".</summary>
    private int Start(Tree tree, int word)
    {
        int first = word;
        while (first > 0 && (IsLight(tree, first - 1) || tree[first - 1].Form == "as")) first--;
        return first;
    }

    private static bool IsPronoun(Tree tree, int at) =>
        tree[at].Form.ToLowerInvariant() is "it" or "this" or "that" or "these" or "those" or "they" or "all" && tree[at].Upos is Upos.Pron or Upos.Det or Upos.Sconj && (at == 0 || tree[at - 1].Upos is not (Upos.Noun or Upos.Propn));

    /// <summary>"the claim", "such reports", "its allegations": what was told before, not claims in general.</summary>
    private static bool IsKnown(Tree tree, int told)
    {
        for (int at = told - 1; at >= 0 && at >= told - 4; at--)
        {
            if (tree[at].Form.ToLowerInvariant() is "the" or "this" or "that" or "these" or "those" or "such" or "all" or "any" || tree[at].Penn is "POS" or "PRP$") return true;
            if (tree[at].Upos is not (Upos.Adj or Upos.Noun or Upos.Propn or Upos.Num)) return false;
        }
        return false;
    }

    /// <summary>What a noun for something told tells: "… that the town fell", "… of a massacre", "… by the rebels that …"; null when it tells nothing itself.</summary>
    private (bool[] Content, int Teller, int Saying)? Complement(Tree tree, int told, int past)
    {
        int teller = told >= 2 && VerdictList.IsPossessive(tree, told - 1) ? told - 2 : -1, at = told + 1;
        if (at + 1 < past && tree[at].Penn == "VBG" && tree[at + 1].Form == "that" && cues.For(tree[at].Lemma, CueForm.Verb) is { Kind: CueKind.Speech }) at++;   // "statements suggesting that …"
        if (at + 1 < past && sets.Has(WordSet.SpreadsClaim, tree[at].Lemma) && tree[at].Penn == "VBN" && tree[at + 1].Form == "by") at++;   // "claims made by the rebels that …"
        if (at >= past) return null;
        // "a claim earlier in the day from the rebels that …"
        for (int by = at + 1; by < past && by <= at + WhenMax; by++)
        {
            if (tree[by].Form is "that" or "," || tree[by].Upos is Upos.Verb or Upos.Aux) break;
            if (tree[by].Form is "by" or "from" && Enumerable.Range(at, by - at).All(i => tree[i].Upos is Upos.Adv or Upos.Adp or Upos.Det || sets.Has(WordSet.CalendarUnit, tree[i].Lemma) || sets.Has(WordSet.DayPart, tree[i].Lemma))) { at = by; break; }
        }
        if (tree[at].Form is "by" or "from") teller = Enumerable.Range(at + 1, Math.Max(0, Math.Min(past, at + SettingMax) - at - 1)).TakeWhile(i => tree[i].Form is not ("that" or "of" or "to" or "," or "about" or "on" or "regarding" or "concerning" or "over") && tree[i].Upos != Upos.Verb).LastOrDefault(i => tree[i].Upos is Upos.Noun or Upos.Propn, -1);
        // "claims in the local media that …"
        int that = at;
        while (that < past && that <= at + SettingMax && tree[that].Form is not "that" && tree[that].Upos is not (Upos.Verb or Upos.Aux) && tree[that].Form != ",") that++;
        // "allegations of rights activists that …": theirs; "reports of shelling that …" are nobody's.
        if (teller < 0 && that < past && tree[at].Form is "of" && tree[that] is { Form: "that", Relation: "mark" } && that - at > 1) teller = Enumerable.Range(at + 1, that - at - 1).LastOrDefault(i => tree[i].Upos is Upos.Noun or Upos.Propn, -1);
        if (that < past && tree[that].Form == "that") at = that;
        else if (teller >= 0 && at < teller) at = teller + 1;
        if (at + 1 >= past) return null;
        // "a statement by the army which had said the town was free"
        if (tree[at].Form is "which" or "that" && Enumerable.Range(at + 1, Math.Min(3, past - at - 1)).SkipWhile(i => tree[i].Upos is Upos.Aux or Upos.Adv).FirstOrDefault(-1) is >= 0 and var says && IsSaying(tree, says))
        {
            int content = says + 1 < past && tree[says + 1].Form == "that" ? says + 2 : says + 1;
            return HasVerb(tree, content, past) ? (Between(tree, content, past), teller, says) : null;
        }
        bool tells = tree[at].Form switch
        {
            "that" or "to" => HasVerb(tree, at + 1, past),
            "of" or "about" or "on" or "regarding" or "concerning" or "over" => tree[at + 1].Form is not ("who" or "what" or "how" or "why" or "when" or "where" or "which" or "whose"),   // "claims over who killed them": that they were is not claimed
            _ => tree[at].Penn is "PRP" && HasVerb(tree, at + 1, past),   // "claims they had captured it"
        };
        return tells ? (Between(tree, tree[at].Penn == "PRP" ? at : at + 1, past), teller, -1) : null;
    }

    /// <summary>The clause that "it is a lie" goes on with; -1 when there is none.</summary>
    private static int Clause(Tree tree, int word)
    {
        for (int at = word + 1; at < tree.Count - 1 && at <= word + ReachMax; at++)
        {
            if (tree[at].Form is "," or ";" or "." or "”" or "\"") return -1;
            if (tree[at].Form == "that" && HasVerb(tree, at + 1, tree.Count)) return at + 1;
        }
        return -1;
    }

    private static int Agent(Tree tree, int verb)
    {
        for (int at = verb + 1; at < tree.Count - 1 && at <= verb + AgentMax && tree[at].Form is not (";" or "that"); at++)
        {
            if (tree[at].Form != "by") continue;
            if (tree.Head(at) > at) return tree.Head(at);
            for (int noun = at + 1; noun < tree.Count && noun <= at + GapMax; noun++) if (tree[noun].Upos is Upos.Noun or Upos.Propn && (noun + 1 >= tree.Count || tree[noun + 1].Upos is not (Upos.Noun or Upos.Propn))) return noun;
        }
        return -1;
    }

    /// <summary>From a token to the end of what is told there: the sentence, the quotation it stands in, or a clause set against it.</summary>
    private static bool[] Rest(Tree tree, int from)
    {
        int marks = 0, past = from;
        for (; past < tree.Count; past++)
        {
            string form = tree[past].Form;
            if (form is ";" or "”" && marks == 0) break;
            if (form is "\"" or "''" && marks % 2 == 0 && (past + 1 >= tree.Count || past > from && tree[past - 1].Upos == Upos.Punct)) break;
            if (form is "\"" or "''" or "“" or "”") marks++;
            if (form == "," && past + 1 < tree.Count && tree[past + 1].Lemma is "but" or "while" or "although" or "though" or "whereas" or "however") break;
        }
        return Between(tree, from, past);
    }

    private static int LastOfClause(Tree tree, int from)
    {
        int last = from;
        while (last + 1 < tree.Count && tree[last + 1].Form is not (";" or "." or ",")) last++;
        return last;
    }

    private static bool HasVerb(Tree tree, int from, int past)
    {
        for (int at = from; at < past; at++) if (tree[at].Upos is Upos.Verb or Upos.Aux) return true;
        return false;
    }

    private static bool[] Between(Tree tree, int from, int past)
    {
        bool[] set = new bool[tree.Count];
        for (int at = from; at < past; at++) set[at] = true;
        return set;
    }

    private static bool[] Within(bool[] one, bool[] other)
    {
        bool[] both = new bool[one.Length];
        for (int at = 0; at < one.Length; at++) both[at] = one[at] && other[at];
        return both;
    }
}
