using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Attributions;

// Verbs: "X said that …", "…, X said", "X criticised Y", "Y was blamed by X".
public sealed partial class ClauseFinder
{
    /// <summary>Most tokens from "issued" to "saying" in "issued a statement saying".</summary>
    private const int IssuedMax = 8;

    /// <summary>True when the verb has an object with which it is no cue: "the storm claimed 12 lives".</summary>
    internal static bool IsOtherSense(Cue? cue, Tree tree, int verb) => cue is { Never.Count: > 0 } && tree.Child(verb, "obj") is >= 0 and var thing && cue.Never.Contains(tree[thing].Lemma);

    private CuedClause? OfVerb(Tree tree, int verb, bool[] quoted)
    {
        Cue? phrasal = tree.Child(verb, "compound") is >= 0 and var particle && tree[particle].Relation == "compound:prt" ? cues.For($"{tree[verb].Lemma} {tree[particle].Lemma}", CueForm.Verb) : null;
        if ((phrasal ?? cues.For(tree[verb].Lemma, CueForm.Verb)) is not { } cue || IsOtherSense(cue, tree, verb)) return null;
        bool passive = SourceReader.IsPassive(tree, verb, sets), quotes = cue.Takes.Contains("quote"), clauses = quotes || cue.Takes.Contains("clause");
        // "seemed to think", "appears to suggest": the verb below is the cue.
        if (cue.IsBare && tree.Child(verb, "xcomp") is >= 0 and var inner && cues.For(tree[inner].Lemma, CueForm.Verb) is not null) return null;
        // "expressed deep concern about": the noun is the cue, the verb only carries it.
        if (tree.Child(verb, "obj") is >= 0 and var carried && carried > verb && !quoted[carried] && cues.For(tree[verb].Lemma, CueForm.Light) is not null && tree[carried].Upos == Upos.Noun && OfNoun(tree, carried) is { } noun && noun.CueWords[verb]) return null;
        bool[] content = new bool[tree.Count], words = new bool[tree.Count];
        int source = cue.IsBare ? -1 : SourceReader.Of(tree, verb, sets);
        ReportingSegment? segment = clauses && !passive ? ReportingSegment.Around(tree, verb, quoted, lost: source < 0 || quoted[source] || tree.Head(source) != verb) : null;
        bool any = ContentReader.Mark(tree, verb, cue, quoted, content, words, sets);
        if (segment is { } beside)
        {
            int said = SaidBefore(tree, beside.First, quoted, out bool direct);
            if (direct || source < beside.First || source > beside.Last || !any)
            {
                source = beside.Source;
                Array.Clear(content);
                // "In his speech, the minister said …": the clause is in front, the content behind.
                if (!HasVerb(tree, said)) any = ContentReader.Mark(tree, verb, cue, quoted, content, words, sets);
                else for (int at = 0; at < tree.Count && !direct; at++) content[at] = at < said || (at > beside.Last && !(at == beside.Last + 1 && tree[at].Upos == Upos.Punct));
                any |= !direct && HasVerb(tree, said);
            }
        }
        if (source >= 0 && quoted[source]) source = -1;
        // "aside from saying that …": nobody is named, but what is said is told in full.
        bool unnamed = cue.Kind == CueKind.Speech && tree.Child(verb, "ccomp") > verb && content[tree.Child(verb, "ccomp")];
        if (source < 0 && !passive && !cue.IsBare && !unnamed) return null;
        // "Asked about the flood, the minister …": who asks is seldom told.
        bool fronted = cue.Kind == CueKind.Question && tree[verb].Penn == "VBN" && (verb == 0 || tree[verb - 1].Form is "," or "When" or "when" or "if" or "If");
        if (passive && source < 0 && !fronted && !tree.Children(verb).Any(child => tree[child].Relation is "aux:pass")) return null;
        // "The town fell, residents said on Monday, in what …": the clause in front is what is said, whatever hangs on the verb of saying behind its comma.
        bool aside = any && clauses && !passive && Array.IndexOf(content, true) is var begins && begins > verb && Around(tree, verb) is >= 0 and var told && told < verb && HasComma(tree, verb, begins);
        int clause = HandedOn(tree, verb);
        if ((!any || aside) && clauses && Math.Max(Around(tree, clause), AsTold(tree, verb)) is >= 0 and var above)
        {
            tree.Mark(above, content);
            tree.Clear(clause, content);
            any = true;
        }
        // "…, the agency quoted the army as saying": whatever the tree made of the words in front.
        if (!any && clause != verb && tree.Child(clause, "nsubj") is >= 0 and var hand && tree.Extent(hand).First is > 2 and var opens && tree[opens - 1].Form == "," && HasVerb(tree, opens - 1))
        {
            Array.Fill(content, true, 0, opens - 1);
            any = true;
        }
        if (!any && passive && source >= 0 && tree.Is(verb, "acl") && cue.Takes.Contains("object"))
        {
            // "a practice criticised by the union"
            for (int at = tree.Extent(tree.Head(verb)).First; at < verb; at++) content[at] = tree.IsUnder(at, tree.Head(verb));
            any = true;
        }
        if (quotes && (TakeQuotes(tree, verb, source, quoted, content) || any))
        {
            // "…," said X, looking on; "…," X said in the town, where a siege killed ten: what stands behind the reporting clause is said by nobody.
            if (verb > 0 && Enumerable.Range(0, verb).Any(at => quoted[at] && content[at]) && !Enumerable.Range(0, verb).Any(at => content[at] && !quoted[at] && tree[at].Upos != Upos.Punct)) for (int at = verb; at < tree.Count; at++) content[at] &= quoted[at];
            any = true;
        }
        if (!any && !passive && cue.Takes.Contains("clause")) any = AfterThat(tree, verb, content);
        if (!any && !(quotes && !passive)) return null;
        if (source >= 0 && !passive) foreach (int at in Enumerable.Range(0, tree.Count)) if (content[at] && !quoted[at] && tree.IsUnder(at, source) && !tree.IsUnder(verb, source)) content[at] = false;
        if (cue.Kind == CueKind.Speech && clauses && !passive) LeaveSetting(tree, verb, quoted, content);
        content[verb] = false;
        CueWords(tree, verb, words, content);
        // "issued a statement saying": who issued it says it. "quoted an officer who said": the officer does.
        if (!passive && source >= 0 && !tree.Children(verb).Any(child => child < verb && tree[child].Lemma == "who") && tree[verb].Penn is "VBG" or "VBZ" or "VBD" && tree.Is(verb, "acl") && tree.Head(verb) is >= 0 and var paper && tree[paper].Relation == "obj" && tree.Head(paper) is >= 0 and var issued && issued < paper && verb - issued <= IssuedMax && SourceReader.Of(tree, issued, sets) is >= 0 and var issuer)
        {
            source = issuer;
            for (int at = issued; at < verb; at++) words[at] = true;
            CueWords(tree, issued, words, content);
        }
        if (clauses && !passive && cue.Kind is CueKind.Speech or CueKind.Question) TakeDay(tree, verb, source, words, content);
        if (cue.Takes.Contains("clause") && !passive) BeginWithThat(tree, verb, content);
        return new CuedClause(cue, verb, source, SourceReader.Words(tree, source, verb, content), words, Trim(tree, content, words)) { IsPassive = passive, Segment = segment is { } used && used.Source == source ? used : null };
    }

    /// <summary>"said it had taken the town, as fighting spread and ten were killed": behind a comma, what goes on at the same time is the report's word.</summary>
    private static void LeaveSetting(Tree tree, int verb, bool[] quoted, bool[] content)
    {
        for (int clause = verb + 2; clause < tree.Count; clause++)
        {
            if (!content[clause] || quoted[clause] || !tree.Is(clause, "advcl") || tree.Child(clause, "nsubj") is var subject && (subject < 0 ? tree[clause].Penn is not ("VBD" or "VBZ" or "VBP") : tree[subject].Upos == Upos.Pron)) continue;
            int first = tree.Extent(clause).First;
            if (first > verb && tree[first].Form == ",") first++;
            if (first <= verb + 1 || tree[first - 1].Form != "," || tree[first].Form != "as" || tree.Head(clause) is not (>= 0 and var told) || told != verb && tree.Head(told) != verb) continue;
            tree.Clear(clause, content);
        }
    }

    // The word "that" belongs to what is said, and what stands before it (a hearer, a day) does not.
    private static void BeginWithThat(Tree tree, int verb, bool[] content)
    {
        for (int at = verb + 1; at + 2 < tree.Count; at++)
        {
            if (tree[at].Upos is Upos.Verb or Upos.Aux || tree[at].Form is ";" or ":" or "," or "“" or "\"") return;
            if (tree[at].Lemma != "that" || tree[at].Upos != Upos.Sconj) continue;
            if (!content[at + 1] && !content[at + 2]) return;
            for (int before = verb + 1; before < at; before++) content[before] = false;
            (content[at], content[at + 1]) = (true, true);
            return;
        }
    }

    /// <summary>Where what is said ends before a reporting clause: at its first token, or before what describes the source between it and the marks.</summary>
    /// <param name="direct">True when all before the clause is quoted.</param>
    private static int SaidBefore(Tree tree, int first, bool[] quoted, out bool direct)
    {
        int end = first;
        while (end > 0 && !quoted[end - 1] && tree[end - 1].Upos is not (Upos.Verb or Upos.Aux)) end--;
        direct = false;
        if (end == 0 || !quoted[end - 1]) return first;
        int start = end;
        while (start > 0 && (quoted[start - 1] || tree[start - 1].Upos == Upos.Punct)) start--;
        direct = start == 0;
        return end;
    }

    private static bool HasComma(Tree tree, int after, int upTo)
    {
        for (int at = after + 1; at <= upTo; at++) if (tree[at].Form == ",") return true;
        return false;
    }

    private static bool HasVerb(Tree tree, int past)
    {
        for (int at = 0; at < past; at++) if (tree[at].Upos is Upos.Verb or Upos.Aux) return true;
        return false;
    }

    // "announced in a statement last month that …": wherever the tree hung the clause, it begins with "that".
    private static bool AfterThat(Tree tree, int verb, bool[] content)
    {
        for (int at = verb + 1; at < tree.Count - 2; at++)
        {
            if (tree[at].Upos is Upos.Verb || tree[at].Form is ";" or ":") return false;
            if (tree[at].Lemma != "that" || (tree[at].Upos != Upos.Sconj && tree[at].Penn != "WDT")) continue;
            // "agreed after clashes that killed ten": a clause without a subject of its own describes the clashes.
            if (tree[at].Penn == "WDT" && tree.Is(at, "nsubj") && tree[at + 1].Upos is Upos.Verb or Upos.Aux && Enumerable.Range(verb + 1, at - verb - 1).Any(before => tree[before].Lemma is "after" or "before" or "during" or "despite" or "following")) continue;
            for (int i = at; i < tree.Count; i++) content[i] = true;
            return true;
        }
        return false;
    }

    /// <summary>"The town fell, the agency quoted the army as saying": the verb that heads the reporting clause, which is another than the verb of saying.</summary>
    private static int HandedOn(Tree tree, int verb) =>
        tree[verb].Penn == "VBG" && ContentReader.Marker(tree, verb) == "as" && tree.Head(verb) is >= 0 and var hand && hand < verb && tree[hand].Lemma is "quote" or "cite" ? hand : verb;

    /// <summary>"The town fell, officials said on Friday, after …": the clause that the reporting clause stands beside.</summary>
    private static int Around(Tree tree, int verb)
    {
        int head = tree.Head(verb);
        if (head < 0 || !tree.Is(verb, "parataxis") || tree[head].Upos == Upos.Punct) return -1;
        // "…, where an officer told the press that …": a clause of the place, and not about what stands in front.
        if (tree.Children(verb).Any(child => child < verb && tree[child].Penn == "WRB")) return -1;
        // "…; they only learned of it on Friday": a statement of its own.
        if (tree.Extent(verb).First is > 0 and var first && (tree[first].Form == ";" || tree[first - 1].Form == ";")) return -1;
        return head;
    }

    /// <summary>"As the ministry noted, the river …", "…, as many hoped": the clause beside.</summary>
    private static int AsTold(Tree tree, int verb)
    {
        if (!tree.Is(verb, "advcl") || ContentReader.Marker(tree, verb) != "as" || tree.Child(verb, "nsubj") < 0) return -1;
        (int first, int last) = tree.Extent(verb);
        return (first == 0 || tree[first - 1].Form is "," or "—" or "–") && (last + 1 >= tree.Count || tree[last + 1].Upos == Upos.Punct || tree[last].Form == ",") ? tree.Head(verb) : -1;
    }

    /// <summary>Whatever the tree made of it, what is quoted beside the cue is what the source says.</summary>
    private bool TakeQuotes(Tree tree, int verb, int source, bool[] quoted, bool[] content)
    {
        bool any = false;
        for (int at = 0; at < tree.Count; at++)
        {
            if (!quoted[at] || content[at] || (source >= 0 && tree.IsUnder(at, source))) continue;
            int last = at;
            while (last + 1 < tree.Count && quoted[last + 1]) last++;
            bool statement = Enumerable.Range(at, last - at + 1).Any(i => tree[i].Upos is Upos.Verb or Upos.Aux) || (last > at && tree[last].Form is "," or "." or "?" or "!");
            if (statement && NearestSpeech(tree, at, last) == verb)
            {
                for (int i = at; i <= last; i++) content[i] = true;
                any = true;
            }
            at = last;
        }
        return any;
    }

    // The verb of saying just before or behind the marks.
    private int NearestSpeech(Tree tree, int first, int last)
    {
        for (int step = 1; step < tree.Count; step++)
        {
            foreach (int at in (int[])[last + step, first - step])
            {
                if (at >= 0 && at < tree.Count && tree[at].Upos == Upos.Verb && cues.For(tree[at].Lemma, CueForm.Verb) is { } cue && cue.Takes.Contains("quote")) return at;
            }
        }
        return -1;
    }

    /// <summary>The verb with its auxiliaries, negation, adverbs right before it, particle and colon; with the verbs that only lead to it ("went on to say").</summary>
    private void CueWords(Tree tree, int verb, bool[] words, bool[] content)
    {
        words[verb] = true;
        int top = verb, first = verb;
        for (int steps = 0; steps < 3; steps++)
        {
            for (int at = first - 1; at >= 0; at--)
            {
                bool own = tree.Head(at) == top && (tree.Is(at, "aux") || tree.Is(at, "advmod") || tree.Is(at, "neg") || tree.Is(at, "cop") || (tree.Is(at, "mark") && tree[at].Penn == "TO"));
                if (!own || content[at] || tree[at].Upos == Upos.Punct || tree[at].Penn is "WRB" || sets.Has(WordSet.SentenceAdverb, tree[at].Lemma)) break;
                words[at] = true;
                first = at;
            }
            int head = tree.Head(top);
            if (head < 0 || !tree.Is(top, "xcomp") || head > first || tree[head].Upos != Upos.Verb || (cues.For(tree[head].Lemma, CueForm.Verb) is { IsBare: false })) break;
            bool near = true;
            for (int at = head + 1; at < first; at++) near &= tree.Head(at) == head || tree.Head(at) == top;
            if (!near || first - head > 3) break;
            for (int at = head; at < first; at++) (words[at], content[at]) = (true, false);
            (top, first) = (head, head);
        }
        for (int at = verb + 1; at < tree.Count && tree.Head(at) == verb && tree[at].Relation == "compound:prt"; at++) (words[at], content[at]) = (true, false);
        if (verb + 1 < tree.Count && tree[verb + 1].Form == ":") (words[verb + 1], content[verb + 1]) = (true, false);
        TakeSetting(tree, verb, words, content);
        if (verb + 1 < tree.Count && tree[verb + 1].Form == "by" && tree.Head(verb + 1) is >= 0 and var agent && tree[agent].Relation == "obl:agent" && tree.Head(agent) == verb) words[verb + 1] = true;
    }

    // "said in a statement": where it was said, when nothing stands between.
    private static void TakeSetting(Tree tree, int verb, bool[] words, bool[] content)
    {
        if (verb + 3 >= tree.Count || tree[verb + 1].Lemma != "in" || tree[verb + 2].Upos != Upos.Det || tree.Head(verb + 1) is not (>= 0 and var setting) || setting - verb > 4 || tree.Head(setting) != verb || tree[setting].Upos != Upos.Noun) return;
        for (int at = verb + 1; at <= setting; at++) (words[at], content[at]) = (true, false);
    }

    private bool IsWeekday(Tree tree, int at) => tree[at].Upos == Upos.Propn && sets.Has(WordSet.Weekday, tree[at].Form);

    /// <summary>Longest day behind a verb, in tokens.</summary>
    private const int DayMax = 5;

    // "said Monday", "tweeted late on Friday night": the day right behind the verb, where the source is named before.
    private void TakeDay(Tree tree, int verb, int source, bool[] words, bool[] content)
    {
        int next = verb + 1;
        while (next < tree.Count && words[next]) next++;
        if (next >= tree.Count || source > verb) return;
        // Whatever the tree took it for: "said Monday that".
        if (IsWeekday(tree, next))
        {
            for (int at = next; at == next || at < tree.Count && sets.Has(WordSet.DayPart, tree[at].Form); at++) (words[at], content[at]) = (true, false);
            return;
        }
        foreach (int day in tree.Children(verb))
        {
            (int first, int last) = tree.Extent(day);
            if (first != next || tree[day].Relation is not ("obl:tmod" or "obl:unmarked" or "nmod:unmarked") || last - verb > DayMax) continue;
            for (int at = first; at <= last; at++) if (words[at] || tree[at].Upos is Upos.Verb or Upos.Aux or Upos.Sconj or Upos.Punct) return;
            for (int at = first; at <= last; at++) (words[at], content[at]) = (true, false);
        }
    }
}
