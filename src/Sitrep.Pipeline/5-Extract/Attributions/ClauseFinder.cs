using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Extract.Events;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Attributions;

/// <summary>Finds every attribution of one sentence on its tree, by the cues of <c>data/cues.tsv</c>.</summary>
public sealed class ClauseFinder(CueBook cues)
{
    /// <summary>Longest name before a colon, in tokens: "The governor: …".</summary>
    private const int LabelMax = 6;

    /// <summary>Most tokens from "issued" to "saying" in "issued a statement saying".</summary>
    private const int IssuedMax = 8;

    /// <summary>All attributions, also those inside the content of another, in order of their cues.</summary>
    public List<CuedClause> Find(Tree tree, bool[] quoted)
    {
        var found = new List<CuedClause>();
        for (int at = 0; at < tree.Count; at++)
        {
            if (quoted[at]) continue;
            CuedClause? clause = tree[at].Upos switch
            {
                Upos.Verb or Upos.Aux => AccordingTo(tree, at) ?? OfVerb(tree, at, quoted),
                Upos.Adp or Upos.Sconj or Upos.Adv when tree[at].Form is "according" or "According" => AccordingTo(tree, at),
                Upos.Noun => OfNoun(tree, at),
                Upos.Adj => OfAdjective(tree, at),
                Upos.Adv => OfAdverb(tree, at),
                Upos.Punct => OfColon(tree, at),
                _ => null,
            };
            if (clause is not null) found.Add(clause);
        }
        return Untangle(tree, found, quoted);
    }

    /// <summary>Takes out of each content what is told beside it: a reporting clause that covers it, and what a source says further ("…, adding that …").</summary>
    private static List<CuedClause> Untangle(Tree tree, List<CuedClause> clauses, bool[] quoted)
    {
        for (int i = 0; i < clauses.Count; i++)
        {
            CuedClause clause = clauses[i];
            if (clause.Segment is { } segment)
            {
                foreach (CuedClause other in clauses) if (other != clause && clause.Content[other.At]) for (int at = segment.First; at <= segment.Last; at++) other.Content[at] = false;
            }
            bool further = clause.Entry.Kind == CueKind.Speech && tree[clause.At].Penn == "VBG" && clause.At > 1 && (tree[clause.At - 1].Form == "," || tree[clause.At - 1].Upos is Upos.Cconj or Upos.Adv);
            if (!further) continue;
            foreach (CuedClause other in clauses.ToArray())
            {
                if (other == clause || !other.Content[clause.At] || other.Entry.Kind != CueKind.Speech || other.Source < 0) continue;
                tree.Clear(clause.At, other.Content);
                for (int at = clause.At; at < tree.Count; at++) if (clause.Content[at] && !quoted[at]) other.Content[at] = false;
                clauses[i] = clause with { Source = other.Source, SourceWords = other.SourceWords };
                Trim(tree, other.Content, other.CueWords);
            }
        }
        return clauses;
    }

    private CuedClause? OfVerb(Tree tree, int verb, bool[] quoted)
    {
        Cue? phrasal = tree.Child(verb, "compound") is >= 0 and var particle && tree[particle].Relation == "compound:prt" ? cues.For($"{tree[verb].Lemma} {tree[particle].Lemma}", CueForm.Verb) : null;
        if ((phrasal ?? cues.For(tree[verb].Lemma, CueForm.Verb)) is not { } cue) return null;
        bool passive = Slots.IsPassive(tree, verb), quotes = cue.Takes.Contains("quote"), clauses = quotes || cue.Takes.Contains("clause");
        // "seemed to think", "appears to suggest": the verb below is the cue.
        if (cue.IsBare && tree.Child(verb, "xcomp") is >= 0 and var inner && cues.For(tree[inner].Lemma, CueForm.Verb) is not null) return null;
        bool[] content = new bool[tree.Count], words = new bool[tree.Count];
        int source = cue.IsBare ? -1 : SourceReader.Of(tree, verb);
        ReportingSegment? segment = clauses && !passive ? ReportingSegment.Around(tree, verb, quoted, lost: source < 0 || quoted[source] || tree.Head(source) != verb) : null;
        bool any = ContentReader.Mark(tree, verb, cue, quoted, content, words);
        if (segment is { } beside && (source < beside.First || source > beside.Last || !any))
        {
            source = beside.Source;
            Array.Clear(content);
            bool direct = false;
            for (int at = 0; at < tree.Count; at++) direct |= at < beside.First && at >= beside.First - 2 && quoted[at];
            bool opens = !Enumerable.Range(0, beside.First).Any(at => tree[at].Upos is Upos.Verb or Upos.Aux);
            if (opens)
            {
                // "In his speech, the minister said …": the clause is in front, the content behind.
                direct = !ContentReader.Mark(tree, verb, cue, quoted, content, words);
            }
            else if (!direct) for (int at = 0; at < tree.Count; at++) content[at] = (at < beside.First || at > beside.Last) && !(at == beside.Last + 1 && tree[at].Upos == Upos.Punct);
            any = !direct;
        }
        if (source >= 0 && quoted[source]) source = -1;
        if (source < 0 && !passive && !cue.IsBare) return null;
        if (passive && source < 0 && !tree.Children(verb).Any(child => tree[child].Relation is "aux:pass")) return null;
        if (!any && clauses && Around(tree, verb) is >= 0 and var above)
        {
            tree.Mark(above, content);
            tree.Clear(verb, content);
            any = true;
        }
        if (!any && passive && source >= 0 && tree.Is(verb, "acl") && cue.Takes.Contains("object"))
        {
            // "a practice criticised by the union"
            for (int at = tree.Extent(tree.Head(verb)).First; at < verb; at++) content[at] = tree.IsUnder(at, tree.Head(verb));
            any = true;
        }
        if (quotes && TakeQuotes(tree, verb, source, quoted, content))
        {
            // "…," said X, looking on: what stands behind the reporting clause is said by nobody.
            if (verb > 0 && Enumerable.Range(0, verb).Any(at => quoted[at] && content[at]) && !Enumerable.Range(0, verb).Any(at => content[at] && !quoted[at])) for (int at = verb; at < tree.Count; at++) content[at] &= quoted[at];
            any = true;
        }
        if (!any && !passive && cue.Takes.Contains("clause")) any = AfterThat(tree, verb, content);
        if (!any && !(quotes && !passive)) return null;
        if (source >= 0 && !passive) foreach (int at in Enumerable.Range(0, tree.Count)) if (content[at] && !quoted[at] && tree.IsUnder(at, source) && !tree.IsUnder(verb, source)) content[at] = false;
        content[verb] = false;
        CueWords(tree, verb, words, content);
        // "issued a statement saying": who issued it says it.
        if (!passive && source >= 0 && tree[verb].Penn is "VBG" or "VBZ" or "VBD" && tree.Is(verb, "acl") && tree.Head(verb) is >= 0 and var paper && tree[paper].Relation == "obj" && tree.Head(paper) is >= 0 and var issued && issued < paper && verb - issued <= IssuedMax && SourceReader.Of(tree, issued) is >= 0 and var issuer)
        {
            source = issuer;
            for (int at = issued; at < verb; at++) words[at] = true;
            CueWords(tree, issued, words, content);
        }
        // The word "that" belongs to what is said.
        if (verb + 2 < tree.Count && tree[verb + 1] is { Lemma: "that", Upos: Upos.Sconj } && (content[verb + 2] || content[Math.Min(verb + 3, tree.Count - 1)])) (content[verb + 1], content[verb + 2]) = (true, true);
        return new CuedClause(cue, verb, source, SourceReader.Words(tree, source, verb, content), words, Trim(tree, content, words)) { IsPassive = passive, Segment = segment is { } used && used.Source == source ? used : null };
    }

    // "announced in a statement last month that …": wherever the tree hung the clause, it begins with "that".
    private static bool AfterThat(Tree tree, int verb, bool[] content)
    {
        for (int at = verb + 1; at < tree.Count - 2; at++)
        {
            if (tree[at].Upos is Upos.Verb || tree[at].Form is ";" or ":") return false;
            if (tree[at].Lemma != "that" || (tree[at].Upos != Upos.Sconj && tree[at].Penn != "WDT")) continue;
            for (int i = at; i < tree.Count; i++) content[i] = true;
            return true;
        }
        return false;
    }

    /// <summary>"The town fell, officials said on Friday, after …": the clause that the reporting clause stands beside.</summary>
    private static int Around(Tree tree, int verb)
    {
        int head = tree.Head(verb);
        if (head < 0 || !tree.Is(verb, "parataxis") || tree[head].Upos == Upos.Punct) return -1;
        return head;
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
            bool statement = Enumerable.Range(at, last - at + 1).Any(i => tree[i].Upos is Upos.Verb or Upos.Aux) || last - at >= 3;
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
                if (!own || content[at] || tree[at].Upos == Upos.Punct || tree[at].Penn is "WRB" || tree[at].Lemma is "perhaps" or "maybe" or "however") break;
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

    private CuedClause? AccordingTo(Tree tree, int at)
    {
        if (tree[at].Form is not ("according" or "According") || at + 2 >= tree.Count || tree[at + 1].Form != "to") return null;
        // Trees differ: the source may be above "according", below it, or beside.
        int source = tree.Is(at, "case") ? tree.Head(at) : tree.Child(at, "obl") is >= 0 and var below ? below : tree.Child(at, "nmod");
        if (source < 0) source = tree.Head(at + 1) > at ? tree.Head(at + 1) : -1;
        if (source < 0) return null;
        int top = tree.IsUnder(at, source) ? source : at;
        bool[] content = new bool[tree.Count], words = new bool[tree.Count];
        (words[at], words[at + 1]) = (true, true);
        int clause = tree.Head(top);
        if (clause < 0) return null;
        for (int steps = 0; steps < tree.Count && tree.Head(clause) >= 0 && !(tree[clause].Upos is Upos.Verb or Upos.Aux or Upos.Adj && tree.Child(clause, "nsubj") >= 0); steps++) clause = tree.Head(clause);
        // At the edge of a sentence it is the whole sentence that is told.
        bool edge = tree.Extent(top).First == 0 || (tree.Extent(top).Last >= tree.Count - 2 && tree.Extent(top).First > 0 && tree[tree.Extent(top).First - 1].Form == ",");
        if (edge) while (tree.Head(clause) >= 0 && !tree.Is(clause, "conj")) clause = tree.Head(clause);
        tree.Mark(clause, content);
        tree.Clear(top, content);
        bool[] who = SourceReader.Words(tree, source, at, content);
        who[at + 1] = false;
        Cue cue = cues.For("according to", CueForm.Phrase) ?? throw new InvalidDataException("cues.tsv has no row for 'according to'.");
        return new CuedClause(cue, at, source, who, words, Trim(tree, content));
    }

    /// <summary>"the army's claim that …", "raised doubts about …": a noun with a content, and a source before it or at the verb it completes.</summary>
    private CuedClause? OfNoun(Tree tree, int noun)
    {
        if (cues.For(tree[noun].Lemma, CueForm.Noun) is not { } cue) return null;
        int source = tree.Children(noun).FirstOrDefault(child => tree[child].Relation == "nmod:poss", -1), verb = -1;
        if (source < 0 && tree.Is(noun, "obj") && tree.Head(noun) is >= 0 and var light && light < noun && cues.For(tree[light].Lemma, CueForm.Light) is not null)
        {
            verb = light;
            source = SourceReader.Of(tree, verb);
        }
        bool[] content = new bool[tree.Count], words = new bool[tree.Count];
        bool any = false;
        foreach (int child in verb < 0 ? tree.Children(noun) : tree.Children(noun).Concat(tree.Children(verb)))
        {
            if (child <= noun) continue;
            bool clause = (tree.Is(child, "acl") && (tree[child].Relation != "acl:relcl" || (source >= 0 && tree[noun + 1].Form == "that")) && (tree.HasMark(child, "TO") ? cue.Takes.Contains("infinitive") : cue.Takes.Contains("clause") && (tree.HasMark(child, "IN") || tree[child].Relation == "acl:relcl"))) || (tree.Is(child, "ccomp") && cue.Takes.Contains("clause"));
            bool phrase = (tree.Is(child, "nmod") || tree.Is(child, "obl")) && source >= 0 && cue.Takes.Contains(tree.Preposition(child) + ":np");
            if (!clause && !phrase) continue;
            tree.Mark(child, content);
            any = true;
            if (!phrase) continue;
            foreach (int word in tree.Children(child)) if (tree.Is(word, "case") && word == noun + 1) (words[word], content[word]) = (true, false);
        }
        if (!any || source < 0) return null;
        words[noun] = true;
        if (verb >= 0)
        {
            for (int at = verb; at < noun; at++) words[at] = true;
            CueWords(tree, verb, words, content);
        }
        return new CuedClause(cue, noun, source, SourceReader.Words(tree, source, noun, content), words, Trim(tree, content, words));
    }

    /// <summary>"The mayor is confident that …"</summary>
    private CuedClause? OfAdjective(Tree tree, int adjective)
    {
        if (cues.For(tree[adjective].Lemma, CueForm.Adjective) is not { } cue || tree.Child(adjective, "cop") < 0) return null;
        int source = tree.Child(adjective, "nsubj");
        if (source < 0) source = SourceReader.Of(tree, adjective);
        bool[] content = new bool[tree.Count], words = new bool[tree.Count];
        bool any = false;
        foreach (int child in tree.Children(adjective))
        {
            if (child < adjective) continue;
            bool clause = (tree.Is(child, "ccomp") && cue.Takes.Contains("clause")) || (tree.Is(child, "xcomp") && cue.Takes.Contains("infinitive"));
            bool phrase = tree.Is(child, "obl") && cue.Takes.Contains(tree.Preposition(child) + ":np");
            if (!clause && !phrase) continue;
            tree.Mark(child, content);
            any = true;
            if (!phrase) continue;
            foreach (int word in tree.Children(child)) if (tree.Is(word, "case") && word == adjective + 1) (words[word], content[word]) = (true, false);
        }
        if (!any || source < 0) return null;
        CueWords(tree, adjective, words, content);
        return new CuedClause(cue, adjective, source, SourceReader.Words(tree, source, adjective, content), words, Trim(tree, content));
    }

    private CuedClause? OfAdverb(Tree tree, int adverb)
    {
        if (cues.For(tree[adverb].Lemma, CueForm.Adverb) is not { } cue || tree.Head(adverb) is not (>= 0 and var head) || tree[head].Upos is not (Upos.Verb or Upos.Aux or Upos.Adj or Upos.Noun)) return null;
        bool[] content = tree.Subtree(head), words = new bool[tree.Count];
        words[adverb] = true;
        content[adverb] = false;
        return new CuedClause(cue, adverb, -1, new bool[tree.Count], words, Trim(tree, content));
    }

    /// <summary>"Musa Bello: We will rebuild." A name that the sentence opens with, and a colon.</summary>
    private CuedClause? OfColon(Tree tree, int colon)
    {
        if (tree[colon].Form != ":" || colon is 0 or > LabelMax) return null;
        for (int at = 0; at < colon; at++) if (tree[at].Upos is not (Upos.Propn or Upos.Det or Upos.Adj or Upos.Noun or Upos.Adp)) return null;
        bool capitals = Enumerable.Range(0, colon).All(at => tree[at].Form.All(c => !char.IsLetter(c) || char.IsUpper(c)));
        if (!capitals && !Enumerable.Range(0, colon).Any(at => tree[at].Name is NameKind.Person or NameKind.Organisation)) return null;
        int source = Enumerable.Range(0, colon).First(at => tree.Head(at) < 0 || tree.Head(at) >= colon || at == colon - 1);
        bool[] content = new bool[tree.Count], words = new bool[tree.Count], who = new bool[tree.Count];
        for (int at = 0; at < tree.Count; at++) (who[at], words[at], content[at]) = (at < colon, at == colon, at > colon);
        Cue cue = cues.For("say", CueForm.Verb) ?? throw new InvalidDataException("cues.tsv has no row for 'say'.");
        return new CuedClause(cue, colon, source, who, words, Trim(tree, content));
    }

    /// <summary>Content without punctuation at the ends of its runs; marks of quotation stay.</summary>
    private static bool[] Trim(Tree tree, bool[] content, bool[]? cueWords = null)
    {
        for (int at = 1; at < content.Length; at++)
        {
            if (content[at] || !content[at - 1]) continue;
            int next = at;
            while (next < content.Length && !content[next] && tree[next].Upos is Upos.Punct or Upos.Cconj && cueWords?[next] != true) next++;
            if (next < content.Length && content[next] && next - at <= 3) for (int i = at; i < next; i++) content[i] = true;
        }
        for (int first = 0; first < content.Length; first++)
        {
            if (!content[first]) continue;
            int last = first;
            while (last + 1 < content.Length && content[last + 1]) last++;
            int next = last;
            while (first <= last && IsTrimmed(tree, last)) content[last--] = false;
            while (first <= last && IsTrimmed(tree, first)) content[first++] = false;
            first = next;
        }
        return content;
    }

    private static bool IsTrimmed(Tree tree, int at) => tree[at].Upos == Upos.Punct && tree[at].Form is "," or "." or ";" or ":" or "-" or "–" or "—" or "--" or "―" || tree[at].Upos == Upos.Cconj;
}
