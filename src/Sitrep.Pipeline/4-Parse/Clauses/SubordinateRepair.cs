using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Parse.Days;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Sets right "after forces seized the town" where "after forces" was taken for a phrase of its own.</summary>
/// <remarks>"After", "before", "since", "until" and "as" open a phrase or a clause, "though" and "while" nothing but a clause. A finite verb without a subject right behind the noun, or behind what
/// is set off by commas after it ("though another town, X, had fallen"), says: a clause.</remarks>
internal static class SubordinateRepair
{
    /// <summary>Adverbs and dates that may stand between subject and verb ("forces last week retook"), in tokens.</summary>
    private const int GapMax = 4;

    /// <summary>Longest complement of the subject ("the head of a group from the east"), in tokens.</summary>
    private const int ComplementMax = 8;

    public static Sentence Repair(Sentence sentence, WordSets words)
    {
        Token[] tokens = sentence.Tokens;
        Token[]? mended = null;
        for (int marker = 0; marker < tokens.Length; marker++)
        {
            ref readonly Token word = ref tokens[marker];
            if (HungBefore(tokens, marker) is { } opened)
            {
                mended = opened;
                continue;
            }
            if (word is not { Relation: "case" or "mark", Lemma: "after" or "before" or "since" or "until" or "as" or "though" or "although" or "while" or "whereas" or "that" } || word.Head <= marker) continue;
            int noun = word.Head;
            if (word.Relation == "mark" && Described(tokens, marker, noun, words) is { } doer)
            {
                mended ??= (Token[])tokens.Clone();
                mended[noun] = tokens[noun] with { Head = tokens[doer].Head, Relation = word.Lemma == "that" ? "ccomp" : "advcl", Penn = "VBD" };
                mended[doer] = tokens[doer] with { Head = noun, Relation = "nsubj" };
                continue;
            }
            if (word.Lemma == "that") continue;
            if (word.Relation == "case" && tokens[noun] is { Relation: "obj", Head: var done } && done > marker && done < noun && Trees.SubjectOf(tokens, done) is var before && before > marker && before < done)
            {
                // "after a storm struck X": only the marker hangs on X.
                mended ??= (Token[])tokens.Clone();
                mended[marker] = word with { Head = done, Relation = "mark", Upos = Upos.Sconj };
                continue;
            }
            if (word.Relation == "case" && Struck(tokens, marker, noun, words) is { } struck)
            {
                mended = struck;
                continue;
            }
            if (word.Relation == "mark" && Array.FindIndex(tokens, marker, token => token.Head == noun && token.Relation == "obl") is >= 0 and var bare && bare < noun && !Trees.Has(tokens, bare, "case") && Main(tokens, marker, bare, words) is { } clauses)
            {
                mended = clauses;
                continue;
            }
            if (word.Relation == "mark" && SubjectBefore(tokens, marker, noun, words) is { } lost)
            {
                // "after a section of the bridge fell": the verb is right, and what fell was taken for a setting.
                mended ??= (Token[])tokens.Clone();
                mended[lost] = tokens[lost] with { Head = noun, Relation = "nsubj" };
                continue;
            }
            if (tokens[noun].Upos is not (Upos.Noun or Upos.Propn or Upos.Pron) || WeekdayRepair.IsDay(tokens[noun]) || words.Has(WordSet.DayPart, tokens[noun].Lemma)) continue;   // "clashes since Wednesday killed": no Wednesday does, and no midnight
            // "a day after a market was bombed": only the marker hangs on the noun.
            if (word.Relation == "case" && tokens[noun].Relation.StartsWith("nsubj", StringComparison.Ordinal) && tokens[noun].Head > noun && tokens[tokens[noun].Head].Upos == Upos.Verb)
            {
                mended ??= (Token[])tokens.Clone();
                int clause = tokens[noun].Head;
                mended[marker] = word with { Head = clause, Relation = "mark", Upos = Upos.Sconj };
                if (tokens[clause].Relation is "ccomp" or "parataxis" or "obl" or "dep") mended[clause] = tokens[clause] with { Relation = "advcl" };
                continue;
            }
            if (word.Relation == "case" && Bare(tokens, noun) is >= 0 and var fell)
            {
                mended ??= (Token[])tokens.Clone();
                mended[marker] = word with { Head = fell, Relation = "mark", Upos = Upos.Sconj };
                mended[noun] = tokens[noun] with { Head = fell, Relation = SubjectOf(tokens, fell) };
                continue;
            }
            if (Main(tokens, marker, noun, words) is { } parted)
            {
                mended = parted;
                continue;
            }
            if (VerbBehind(tokens, noun, words) is not { } verb) continue;
            mended ??= (Token[])tokens.Clone();
            int above = tokens[noun].Head;
            if (above == verb && tokens[noun].Relation == "obl")
            {
                // The tree has the verb right, and only took its subject for a setting.
                mended[marker] = word with { Head = verb, Relation = "mark", Upos = Upos.Sconj };
                mended[noun] = tokens[noun] with { Relation = SubjectOf(tokens, verb) };
                if (tokens[verb].Head >= 0) mended[verb] = tokens[verb] with { Relation = "advcl" };
                else Lower(mended, verb);
                continue;
            }
            if (above == verb || Trees.IsUnder(tokens, above, verb) || tokens[verb].Relation is "amod" or "compound" && Trees.IsUnder(tokens, above, tokens[verb].Head)) continue;
            mended[marker] = word with { Head = verb, Relation = "mark", Upos = Upos.Sconj };
            mended[noun] = tokens[noun] with { Head = verb, Relation = SubjectOf(tokens, verb) };
            // "as X accused Y": the verb was read as describing what is its object.
            if (tokens[verb].Relation is "amod" or "compound" && tokens[verb].Head is var thing && thing > verb)
            {
                if (above == thing) continue;
                mended[thing] = tokens[thing] with { Head = verb, Relation = "obj" };
            }
            mended[verb] = tokens[verb] with { Head = above, Relation = above < 0 ? "root" : "advcl" };
            Behind(mended, noun, verb);
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    /// <summary>"after a bridge on the road from X to Y collapsed": the clause beside the phrase has no subject, and nothing but the phrase stands before it; -1 where no such clause stands there.</summary>
    private static int Bare(Token[] tokens, int noun)
    {
        if (tokens[noun] is not { Relation: "obl", Head: >= 0 and var above } || above > noun) return -1;
        int clause = Array.FindIndex(tokens, noun, token => token.Head == above && token is { Upos: Upos.Verb, Relation: "advcl", Penn: "VBD" });
        if (clause < 0 || Trees.HasSubject(tokens, clause) || Trees.Has(tokens, clause, "mark")) return -1;
        for (int at = noun + 1; at < clause; at++) if (tokens[at].Form == "," || !Trees.IsUnder(tokens, at, noun)) return -1;
        return clause;
    }

    /// <summary>"40 are missing after a fire broke out at X", with all of it hung on the missing: the marker opens the clause behind it; null where this is no such sentence.</summary>
    private static Token[]? HungBefore(Token[] tokens, int marker)
    {
        if (tokens[marker] is not { Relation: "mark", Lemma: "after" or "before" or "since" or "when", Head: >= 0 and var main } || main > marker) return null;
        int noun = Array.FindIndex(tokens, marker + 1, token => token.Head == main && token is { Relation: "obl", Upos: Upos.Noun or Upos.Propn });
        if (noun < 0 || Trees.Has(tokens, noun, "case")) return null;
        int verb = Array.FindIndex(tokens, noun + 1, token => token.Head == main && token is { Upos: Upos.Verb, Relation: "advcl", Penn: "VBD" or "VBN" });
        if (verb < 0 || Trees.HasSubject(tokens, verb) || Array.FindIndex(tokens, marker, verb - marker, token => token.Upos is Upos.Punct or Upos.Cconj or Upos.Verb) >= 0) return null;
        var mended = (Token[])tokens.Clone();
        mended[marker] = tokens[marker] with { Head = verb };
        mended[noun] = tokens[noun] with { Head = verb, Relation = SubjectOf(tokens, verb) };
        mended[verb] = tokens[verb] with { Penn = "VBD" };
        return mended;
    }

    /// <summary>"after an earthquake struck X", where the striking was read as describing X; null where this is no such sentence.</summary>
    private static Token[]? Struck(Token[] tokens, int marker, int place, WordSets words)
    {
        // "after floods inundated parts of X": the floods with the parts beside them
        if (Array.FindIndex(tokens, place, token => token.Head == place && token.Relation == "appos") is >= 0 and var beside && words.Has(WordSet.HowMuchOf, tokens[beside].Form) && beside == place + 2 && tokens[place + 1] is { Upos: Upos.Verb, Penn: "VBN" or "VBD", Relation: "amod" } && tokens[place].Relation == "obl" && tokens[place].Head is >= 0 and var main && main < marker)
        {
            var parted = (Token[])tokens.Clone();
            parted[marker] = tokens[marker] with { Head = place + 1, Relation = "mark", Upos = Upos.Sconj };
            parted[place + 1] = tokens[place + 1] with { Head = main, Relation = "advcl", Penn = "VBD" };
            parted[place] = tokens[place] with { Head = place + 1, Relation = "nsubj" };
            parted[beside] = tokens[beside] with { Head = place + 1, Relation = "obj" };
            return parted;
        }
        if (tokens[place] is not { Head: >= 0 and var above } || tokens[place].Upos != Upos.Propn && !words.Has(WordSet.HowMuchOf, tokens[place].Form) || above > marker) return null;
        int verb = Array.FindIndex(tokens, marker, place - marker, token => token.Head == place && token is { Upos: Upos.Verb, Penn: "VBN" or "VBD", Relation: "amod" });
        if (verb < 0) return null;
        int subject = verb - 1;
        if (subject <= marker || tokens[subject].Head != verb || tokens[subject] is not { Upos: Upos.Noun, Relation: "compound" or "nsubj" or "obl:unmarked" or "obl" }) return null;
        var mended = (Token[])tokens.Clone();
        mended[marker] = tokens[marker] with { Head = verb, Relation = "mark", Upos = Upos.Sconj };
        mended[subject] = tokens[subject] with { Relation = "nsubj" };
        mended[verb] = tokens[verb] with { Head = above, Relation = "advcl", Penn = "VBD" };
        mended[place] = tokens[place] with { Head = verb, Relation = "obj" };
        for (int at = marker + 1; at < subject; at++) if (tokens[at].Head == place) mended[at] = tokens[at] with { Head = subject };
        return mended;
    }

    /// <summary>"Families left as rebels seized X", where the families were read as left, and as having seized it: they left, and the rebels did; null where this is no such sentence.</summary>
    private static Token[]? Main(Token[] tokens, int marker, int noun, WordSets words)
    {
        if (tokens[noun].Relation != "obl" || tokens[noun].Head < 0) return null;
        int left = tokens[noun].Head < marker ? tokens[noun].Head : marker - 1;
        if (left < 1 || tokens[left] is not { Upos: Upos.Verb, Penn: "VBN", Relation: "acl" } || !(words.Has(WordSet.Intransitive, tokens[left].Lemma) || tokens[left].Lemma == "leave")) return null;
        int subject = tokens[left].Head;
        while (subject >= 0 && !tokens[subject].Relation.StartsWith("nsubj", StringComparison.Ordinal) && tokens[subject].Upos is Upos.Noun or Upos.Propn) subject = tokens[subject].Head;
        if (subject < 0 || tokens[subject].Head is not (>= 0 and var verb) || verb < noun || tokens[verb].Upos != Upos.Verb) return null;
        for (int at = noun + 1; at < verb; at++) if (tokens[at].Upos is Upos.Punct or Upos.Verb or Upos.Cconj) return null;
        var mended = (Token[])tokens.Clone();
        mended[left] = tokens[left] with { Penn = "VBD", Head = tokens[verb].Head, Relation = tokens[verb].Relation };
        for (int at = 0; at < tokens.Length; at++)
        {
            if (tokens[at].Head == verb && at < marker) mended[at] = tokens[at] with { Head = left, Relation = at == subject ? "nsubj" : tokens[at].Relation };
            else if (tokens[at].Head == left && at > noun && at < verb) mended[at] = tokens[at] with { Head = verb };
        }
        mended[verb] = tokens[verb] with { Head = left, Relation = "advcl" };
        mended[noun] = tokens[noun] with { Head = verb, Relation = SubjectOf(tokens, verb) };
        mended[marker] = tokens[marker] with { Head = verb, Relation = "mark", Upos = Upos.Sconj };
        return mended;
    }

    /// <summary>"as militants seized control", "said that militants seized control": who was taken to be described by the verb that the marker opens; null for none.</summary>
    private static int? Described(Token[] tokens, int marker, int verb, WordSets words) =>
        tokens[verb] is { Upos: Upos.Verb, Penn: "VBN", Relation: "acl" } && tokens[verb].Head is var noun && noun > marker && noun < verb && tokens[noun].Head >= 0 && tokens[noun].Head < marker && (HasObject(tokens, verb, words) || Befell(tokens, verb, noun, words)) ? noun : null;

    /// <summary>The noun right behind the marker that hangs on its verb as a setting without a preposition; null where the verb has a subject.</summary>
    private static int? SubjectBefore(Token[] tokens, int marker, int verb, WordSets words)
    {
        if (tokens[verb] is not { Upos: Upos.Verb, Penn: "VBD" or "VBZ" or "VBP" or "VBN" } || tokens[verb].Penn == "VBN" && !HasObject(tokens, verb, words) && !IsFinite(tokens, verb) || Trees.HasSubject(tokens, verb)) return null;
        int noun = Array.FindIndex(tokens, marker + 1, token => token.Head == verb || token.Relation == "obl" && token.Head == tokens[verb].Head && token.Start < tokens[verb].Start);
        if (noun < 0 || noun > verb || tokens[noun] is not { Upos: Upos.Noun or Upos.Propn, Relation: "obl" } || WeekdayRepair.IsDay(tokens[noun])) return null;
        return Trees.Has(tokens, noun, "case") ? null : noun;
    }

    /// <summary>What stands behind the verb and hung on its subject hangs on the verb; a noun without a preposition is what it was done to.</summary>
    private static void Behind(Token[] tokens, int noun, int verb)
    {
        bool direct = Array.Exists(tokens, token => token.Head == verb && token.Relation is "obj" or "ccomp");
        for (int at = verb + 1; at < tokens.Length; at++)
        {
            if (tokens[at].Head != noun || tokens[at].Relation is "conj" or "cc" or "punct") continue;
            int governed = at;
            bool bare = !direct && tokens[at].Upos is (Upos.Noun or Upos.Propn) && !Trees.Has(tokens, governed, "case");
            tokens[at] = tokens[at] with { Head = verb, Relation = bare ? "obj" : tokens[at].Relation == "nmod" ? "obl" : tokens[at].Relation };
            direct |= bare;
        }
    }

    /// <summary>"after a train derailed on Friday": nobody derailed it. "after a blast ripped through a plant": nobody ripped it.</summary>
    private static bool Befell(Token[] tokens, int verb, int noun, WordSets words) =>
        tokens[verb] is { Penn: "VBN", Relation: "acl" or "advcl" } && (tokens[verb].Head == noun || tokens[verb].Head == tokens[noun].Head) && !Trees.Has(tokens, verb, "obl:agent")
            && ((words.Has(WordSet.Vehicle, tokens[noun].Lemma) || words.Has(WordSet.Vessel, tokens[noun].Lemma)) && words.Has(WordSet.BefallsVehicle, tokens[verb].Lemma) || tokens[noun].Head >= 0 && tokens[noun].Head < noun && verb + 1 < tokens.Length && tokens[verb + 1].Form is "through" or "into" or "across" or "over" && words.Has(WordSet.GoesThrough, tokens[verb].Lemma));

    private static int? VerbBehind(Token[] tokens, int noun, WordSets words)
    {
        // "after the head of the group said": its complement belongs to the noun.
        int last = noun;
        while (last + 1 < tokens.Length && last - noun < ComplementMax && tokens[last + 1].Upos is not (Upos.Verb or Upos.Aux or Upos.Punct) && Trees.IsUnder(tokens, last + 1, noun)) last++;
        last = BehindApposition(tokens, noun, last);
        for (int at = last + 1; at < tokens.Length && at <= last + 1 + GapMax; at++)
        {
            ref readonly Token token = ref tokens[at];
            if (token is { Upos: Upos.Aux, Penn: "VBD" or "VBZ" or "VBP" }) continue;
            if (token.Upos == Upos.Verb && (token.Penn is "VBD" or "VBZ" or "VBP" || token.Penn is "VBN" or "VBG" && IsFinite(tokens, at) || token is { Penn: "VBN", Relation: "advcl" or "acl", Head: >= 0 } && (token.Head == noun ? tokens[noun].Head >= 0 && tokens[tokens[noun].Head].Upos == Upos.Verb : tokens[token.Head].Upos == Upos.Verb) && HasObject(tokens, at, words) || token.Penn == "VBN" && words.Has(WordSet.Intransitive, token.Lemma) || Befell(tokens, at, noun, words)))
            {
                for (int child = 0; child < tokens.Length; child++) if (tokens[child].Head == at && tokens[child].Relation.StartsWith("nsubj", StringComparison.Ordinal)) return null;
                if (tokens[noun].Head == at && tokens[noun].Relation == "obl") return at;
                return token.Head >= 0 && token.Relation is "conj" or "ccomp" or "parataxis" or "advcl" or "acl" or "acl:relcl" or "dep" or "obl" or "amod" or "compound" ? at : null;
            }
            // "rebels on Tuesday took X", "two days ago"
            if (token.Upos is not (Upos.Adv or Upos.Adj or Upos.Noun or Upos.Propn or Upos.Num) && !(token.Upos == Upos.Adp && OpeningDates.IsDate(tokens, at + 1)) || token.Form == ",") return null;
        }
        return null;
    }

    /// <summary>"As the capital, X, fell, the president fled": what was hung beside the first clause is what the sentence says.</summary>
    private static void Lower(Token[] tokens, int verb)
    {
        int main = Array.FindIndex(tokens, verb + 1, token => token.Head == verb && token is { Relation: "parataxis" or "ccomp", Upos: Upos.Verb });
        if (main < 0 || !Trees.HasSubject(tokens, main)) return;
        tokens[main] = tokens[main] with { Head = -1, Relation = "root" };
        tokens[verb] = tokens[verb] with { Head = main, Relation = "advcl" };
    }

    /// <summary>The comma that closes what is set off behind the noun ("another town, X,"), or the bracket that does; <paramref name="last"/> where nothing is.</summary>
    private static int BehindApposition(Token[] tokens, int noun, int last)
    {
        // "since the Army of X (AX) attacked": its initials.
        if (last + 3 < tokens.Length && tokens[last + 1].Form == "(" && tokens[last + 3].Form == ")") return last + 3;
        if (last + 2 >= tokens.Length || tokens[last + 1].Form != ",") return last;
        // "after 19 people, including a soldier, were killed"
        bool apposed = tokens[last + 2].Lemma is "including" or "include";
        for (int at = last + (apposed ? 3 : 2); at < tokens.Length && at - last <= ComplementMax; at++)
        {
            apposed |= tokens[at].Head == noun && tokens[at].Relation == "appos";
            if (tokens[at].Form == ",") return apposed ? at : last;
            if (tokens[at].Upos is Upos.Verb or Upos.Aux or Upos.Punct) return last;
        }
        return last;
    }

    // "as militants seized control": a participle has no object, but of verbs that have two.
    private static bool HasObject(Token[] tokens, int verb, WordSets words) =>
        !words.Has(WordSet.TwoObjects, tokens[verb].Lemma) && Array.Exists(tokens, token => token.Head == verb && token.Relation == "obj" && token.Start > tokens[verb].Start) && !Array.Exists(tokens, token => token.Head == verb && token.Relation is "obl:agent" or "aux" or "aux:pass");

    // "had fallen", "was seized"
    private static bool IsFinite(Token[] tokens, int verb) => Array.Exists(tokens, token => token is { Upos: Upos.Aux, Penn: "VBD" or "VBZ" or "VBP" } && token.Head == verb && token.Start < tokens[verb].Start);

    private static string SubjectOf(Token[] tokens, int verb) => tokens[verb].Penn == "VBN" && Trees.Has(tokens, verb, "aux:pass") ? "nsubj:pass" : "nsubj";
}
