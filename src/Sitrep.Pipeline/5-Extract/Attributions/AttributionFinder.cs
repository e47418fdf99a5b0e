using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Model.World;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Attributions;

/// <summary>Somebody's word inside one sentence: source, cue and content (Pareti's PARC scheme, as in PolNeAR).</summary>
/// <param name="Cue">Token of the cue; -1 when the attribution is carried over from a neighbouring sentence.</param>
/// <param name="Content">For each token, whether it is part of what the source says.</param>
/// <param name="Size">Tokens of content; the smallest one that covers a token is the nearest source.</param>
/// <param name="Effect">What the cue does to the content.</param>
public sealed record FoundAttribution(Attribution By, int Cue, bool[] Content, int Size, Stance Effect);

/// <summary>Finds attributions by cue words on the tree: "X said (that) …", "…, X said", "according to X", "X denied …ing".</summary>
public sealed class AttributionFinder(ReadingLexicon lexicon, ActorFinder actors)
{
    public List<FoundAttribution> Find(ReadSentence sentence, IReadOnlyList<TextSpan> quotes, SpeakerMemory memory)
    {
        Tree tree = sentence.Tree;
        bool[] quoted = Quoted(tree, quotes);
        var found = new List<FoundAttribution>();
        for (int at = 0; at < tree.Count; at++)
        {
            FoundAttribution? attribution = null;
            if (tree[at].Upos is Upos.Verb or Upos.Aux && lexicon.Cues.TryGetValue(tree[at].Lemma, out Stance effect) && !quoted[at]) attribution = ByVerb(sentence, at, effect, quoted, memory);
            else if (IsAccordingTo(tree, at)) attribution = ByAccordingTo(sentence, at, quoted);
            if (attribution is null) continue;
            found.Add(attribution);
            memory.Note(attribution.By);
        }
        found.Sort((a, b) => a.Size != b.Size ? a.Size.CompareTo(b.Size) : a.Cue.CompareTo(b.Cue));
        return found;
    }

    /// <summary>An attribution of the whole sentence to a source met beside it: a quotation that runs over several sentences.</summary>
    public static FoundAttribution CarryOver(ReadSentence sentence, Attribution by)
    {
        bool[] content = new bool[sentence.Tree.Count];
        Array.Fill(content, true);
        return new FoundAttribution(by with { Quoted = true }, -1, content, content.Length, Stance.Affirms);
    }

    /// <summary>True for each token inside quotation marks.</summary>
    public static bool[] Quoted(Tree tree, IReadOnlyList<TextSpan> quotes)
    {
        bool[] inside = new bool[tree.Count];
        int quote = 0;
        for (int at = 0; at < tree.Count; at++)
        {
            while (quote < quotes.Count && quotes[quote].End <= tree[at].Start) quote++;
            inside[at] = quote < quotes.Count && quotes[quote].Start <= tree[at].Start && tree[at].End <= quotes[quote].End;
        }
        return inside;
    }

    private FoundAttribution? ByVerb(ReadSentence sentence, int cue, Stance effect, bool[] quoted, SpeakerMemory memory)
    {
        Tree tree = sentence.Tree;
        (int source, int via) = SourceOf(tree, cue);
        if (source < 0) return null;
        bool[] content = ContentOf(sentence, cue, source, quoted);
        int size = content.Count(inside => inside);
        if (size == 0) return null;
        // A clause about a thing ("the quake showed …") or a place is not a source.
        ActorMention? speaker = actors.Read(sentence, source);
        if (speaker is null || lexicon.Nouns.ActorClass(speaker.Noun ?? "") is NounClass.Disaster or NounClass.Weapon && speaker.Name is null) return null;
        if (speaker.Form == ActorForm.Pronoun)
        {
            if (memory.Recall(speaker) is not { } known) return null;   // somebody said it, nobody knows who: the report's word
            speaker = known;
        }
        ActorMention? hand = via >= 0 ? actors.Read(sentence, via) : CarriedBy(sentence, source) ?? ToldTo(sentence, cue);
        bool negated = Factuality.IsNegated(tree, cue) || tree.Children(cue).Any(child => tree.Is(child, "aux") && tree[child].Lemma is "could" or "can" or "may" or "might") && effect == Stance.Affirms && tree[cue].Lemma is "confirm" or "verify";
        if (negated) effect = effect == Stance.Denies ? Stance.Affirms : Stance.Doubts;
        var by = new Attribution(speaker, KindOf(speaker), hand, tree[cue].Lemma, AllQuoted(tree, content, quoted), SaidOn(sentence, cue));
        return new FoundAttribution(by, cue, content, size, effect);
    }

    private static bool IsAccordingTo(Tree tree, int at) => tree[at].Form is "according" or "According" && at + 1 < tree.Count && tree[at + 1].Form == "to" && tree.Head(at) >= 0;

    private FoundAttribution? ByAccordingTo(ReadSentence sentence, int cue, bool[] quoted)
    {
        Tree tree = sentence.Tree;
        int source = tree.Head(cue);
        // Some trees hang the source below "according" instead.
        if (!tree.Is(cue, "case")) source = tree.Child(cue, "obl") is >= 0 and var below ? below : tree.Child(cue, "nmod");
        if (source < 0 || actors.Read(sentence, source) is not { } speaker) return null;
        int top = tree.Is(cue, "case") ? source : cue;
        int clause = tree.Head(top);
        if (clause < 0) return null;
        bool[] content = Under(tree, ClauseHead(tree, clause), except: top);
        var by = new Attribution(speaker, KindOf(speaker), null, "according to", AllQuoted(tree, content, quoted), null);
        return new FoundAttribution(by, cue, content, content.Count(inside => inside), Stance.Affirms);
    }

    /// <summary>Who says it: the subject; for "saying …" the subject of the clause it hangs on; for "A quoted B as saying", B by way of A.</summary>
    private static (int Source, int Via) SourceOf(Tree tree, int cue)
    {
        int subject = tree.Child(cue, "nsubj");
        bool passive = tree.Children(cue).Any(child => tree[child].Relation is "nsubj:pass" or "aux:pass");
        if (passive)
        {
            foreach (int child in tree.Children(cue)) if (tree.Is(child, "obl") && (tree[child].Relation == "obl:agent" || tree.Preposition(child) == "by")) return (child, -1);
            return (-1, -1);
        }
        if (subject >= 0) return (Antecedent(tree, cue, subject), -1);
        int head = tree.Head(cue);
        // "…, said the commander": what follows the verb is its subject, whatever the tree calls it.
        if (cue > 0 && tree.Is(cue - 1, "punct") && tree.Child(cue, "obj") is >= 0 and var after && after > cue && (head < 0 || tree.Is(cue, "parataxis"))) return (after, -1);
        if (head < 0) return (-1, -1);
        if (tree[head].Lemma is "quote" or "cite" && tree[head].Upos == Upos.Verb)
        {
            bool quotePassive = tree.Children(head).Any(child => tree[child].Relation is "nsubj:pass" or "aux:pass");
            int agent = -1;
            foreach (int child in tree.Children(head)) if (tree.Is(child, "obl") && tree.Preposition(child) == "by") agent = child;
            foreach (int child in tree.Children(cue)) if (agent < 0 && tree.Is(child, "obl") && tree.Preposition(child) == "by") agent = child;
            return quotePassive ? (tree.Child(head, "nsubj"), agent) : (tree.Child(head, "obj"), tree.Child(head, "nsubj"));
        }
        if (tree.Is(cue, "acl")) return (head, -1);
        if (tree.Is(cue, "advcl") || tree.Is(cue, "xcomp") || tree.Is(cue, "conj"))
        {
            int above = tree.Child(head, "nsubj");
            return (above >= 0 ? Antecedent(tree, head, above) : -1, -1);
        }
        return (-1, -1);
    }

    // "the army, which said …"
    private static int Antecedent(Tree tree, int verb, int subject) =>
        tree[subject].Penn is "WDT" or "WP" && tree.Is(verb, "acl") && tree.Head(verb) >= 0 ? tree.Head(verb) : subject;

    private static bool[] ContentOf(ReadSentence sentence, int cue, int source, bool[] quoted)
    {
        Tree tree = sentence.Tree;
        bool[] content = new bool[tree.Count];
        bool any = false;
        foreach (int child in tree.Children(cue))
        {
            bool clause = tree.Is(child, "ccomp") || tree.Is(child, "xcomp") || tree.Is(child, "parataxis") || tree.Is(child, "csubj") || tree[child].Relation == "obj" || (tree.Is(child, "advcl") && tree[child].Penn is "VBG" && tree[cue].Lemma is "deny");
            // "claimed responsibility for the attack": the attack is what is claimed.
            clause |= tree[cue].Lemma is "claim" or "accept" or "admit" && tree.Is(child, "obl") && tree.Preposition(child) == "for";
            if (!clause || tree.IsUnder(source, child)) continue;
            Mark(tree, child, content);
            any = true;
        }
        int head = tree.Head(cue);
        if (head >= 0 && !any && tree.Is(cue, "parataxis"))
        {
            Mark(tree, head, content);
            foreach (int at in Enumerable.Range(0, tree.Count)) if (content[at] && tree.IsUnder(at, cue)) content[at] = false;
            any = true;
        }
        // "…", X said: whatever the tree made of it, what is quoted in this sentence is what X says.
        for (int at = 0; at < tree.Count; at++)
        {
            if (!quoted[at] || content[at]) continue;
            content[at] = true;
            any = true;
        }
        if (any) foreach (int at in Enumerable.Range(0, tree.Count)) if (tree.IsUnder(at, source) && !quoted[at]) content[at] = false;
        content[cue] = false;
        return content;
    }

    private static void Mark(Tree tree, int top, bool[] content)
    {
        for (int at = 0; at < tree.Count; at++) if (tree.IsUnder(at, top)) content[at] = true;
    }

    private static bool[] Under(Tree tree, int top, int except)
    {
        bool[] content = new bool[tree.Count];
        for (int at = 0; at < tree.Count; at++) content[at] = tree.IsUnder(at, top) && !tree.IsUnder(at, except);
        return content;
    }

    private static int ClauseHead(Tree tree, int at)
    {
        for (int steps = 0; steps < tree.Count && tree.Head(at) >= 0 && tree[at].Upos is not (Upos.Verb or Upos.Aux or Upos.Adj); steps++) at = tree.Head(at);
        return at;
    }

    private static bool AllQuoted(Tree tree, bool[] content, bool[] quoted)
    {
        int inside = 0, all = 0;
        for (int at = 0; at < tree.Count; at++)
        {
            if (!content[at] || tree[at].Upos == Upos.Punct) continue;
            all++;
            if (quoted[at]) inside++;
        }
        return all > 0 && inside * 10 >= all * 8;   // a bracketed gloss inside the marks does not make it indirect
    }

    private static DateMention? SaidOn(ReadSentence sentence, int cue)
    {
        foreach (int child in sentence.Tree.Children(cue))
        {
            if (sentence.Tree[child].Relation is "obl" or "obl:tmod" or "obl:unmarked" or "advmod" && sentence.DateAt(child) is { } date) return date.Mention;
        }
        return null;
    }

    // "a statement carried by Xinhua", "a report on state television"
    private ActorMention? CarriedBy(ReadSentence sentence, int source)
    {
        Tree tree = sentence.Tree;
        foreach (int child in tree.Children(source))
        {
            if (!tree.Is(child, "acl")) continue;
            foreach (int agent in tree.Children(child)) if (tree.Is(agent, "obl") && tree.Preposition(agent) is "by" or "on" && actors.Read(sentence, agent) is { } hand) return hand;
        }
        return null;
    }

    private ActorMention? ToldTo(ReadSentence sentence, int cue)
    {
        if (sentence.Tree[cue].Lemma is not "tell") return null;
        foreach (int child in sentence.Tree.Children(cue))
        {
            if (sentence.Tree[child].Relation is "obj" or "iobj" && actors.Read(sentence, child) is { } hearer && (hearer.Kind == ActorKind.Media || hearer.Form == ActorForm.Name)) return hearer;
        }
        return null;
    }

    /// <summary>What kind of source the words describe.</summary>
    public SourceKind KindOf(ActorMention speaker)
    {
        NounClass noun = lexicon.Nouns.ActorClass(speaker.Noun ?? "");
        if (speaker.Kind == ActorKind.Media) return SourceKind.PartyMedia;
        if (speaker.Form == ActorForm.Name) return speaker.Kind == ActorKind.Person ? SourceKind.NamedPerson : SourceKind.Institution;
        return noun switch
        {
            NounClass.Document => speaker.Body is null ? SourceKind.Document : SourceKind.Institution,
            NounClass.Media => speaker.Country is not null ? SourceKind.PartyMedia : SourceKind.Reporter,
            NounClass.Witness or NounClass.People or NounClass.Captive => SourceKind.Eyewitness,
            NounClass.Official => speaker.Words.StartsWith("the ", StringComparison.OrdinalIgnoreCase) && speaker.Body is not null ? SourceKind.OfficeHolder : SourceKind.UnnamedOfficial,
            _ => SourceKind.Institution,
        };
    }
}
