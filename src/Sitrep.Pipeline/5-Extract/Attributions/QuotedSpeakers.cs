using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Attributions;

/// <summary>Finds who says a sentence that stands wholly in quotation marks and names nobody.</summary>
/// <remarks>In this order: who was introduced right before, who is quoted beside it in the paragraph, who signs it behind, who was quoted last. Where nobody is found it is told as a
/// quotation of somebody unknown, never as the report's own word.</remarks>
internal sealed class QuotedSpeakers(AttributionFinder found, ActorFinder actors, NounList nouns)
{
    /// <summary>Most words outside the marks of what is a quotation though nobody is found who says it ("he said").</summary>
    private const int OutsideMax = 3;

    /// <summary>Fewest words of a quotation by somebody unknown; less is a title or a term.</summary>
    private const int WordsMin = 4;

    private static readonly Attribution Unknown = new(null, SourceKind.Eyewitness, null, "quotation", true, null);

    /// <param name="last">Who was quoted before this paragraph; null when it does not go on.</param>
    /// <param name="introduced">Who the last sentence before this paragraph introduced; null: nobody, or somebody spoke in it.</param>
    public void Carry(ReadSentence[] sentences, List<FoundAttribution>[] attributions, bool[][] quoted, Attribution? last, Attribution? introduced)
    {
        for (int i = 0; i < sentences.Length; i++)
        {
            if (attributions[i].Count > 0) continue;
            if (Led(sentences[i], quoted[i]) is { } led)
            {
                attributions[i].Add(led);
                continue;
            }
            (int words, int inside) = Count(sentences[i].Tree, quoted[i]);
            if (words == 0 || inside * 2 < words) continue;
            Attribution? before = i > 0 && attributions[i - 1].Count == 0 ? Introduced(sentences[i - 1], quoted[i - 1]) : i == 0 ? introduced : null;
            Attribution? speaker = before ?? Neighbour(attributions, i, -1) ?? (i + 1 < sentences.Length && attributions[i + 1].Count == 0 ? Signed(sentences[i + 1]) : null) ?? Neighbour(attributions, i, +1) ?? last;
            if (speaker is null && words - inside <= OutsideMax && inside >= WordsMin) speaker = Unknown;
            if (speaker is not null) attributions[i].Add(AttributionFinder.CarryOver(sentences[i], speaker));
        }
    }

    /// <summary>"The mayor did not hesitate: 'We will …'": whoever the words before a colon and an opening mark are about says what stands behind.</summary>
    private FoundAttribution? Led(ReadSentence sentence, bool[] quoted)
    {
        Tree tree = sentence.Tree;
        for (int colon = 1; colon + 2 < tree.Count; colon++)
        {
            if (quoted[colon]) return null;
            if (tree[colon].Form != ":" || tree[colon + 1].Form is not ("\"" or "“" or "'" or "‘" or "`" or "«" or "''")) continue;
            if (tree.Root >= colon) return null;
            int subject = tree.Child(tree.Root, "nsubj");
            return subject >= 0 && subject < colon && Speaker(sentence, subject, named: true) is { } speaker ? AttributionFinder.CarryOver(sentence, speaker, colon + 1) : null;
        }
        return null;
    }

    /// <summary>Somebody who may be quoted: no two, no pronoun, nobody to whom something is done.</summary>
    /// <param name="named">The words themselves lead to the quotation, so that a body may speak too.</param>
    private Attribution? Speaker(ReadSentence sentence, int subject, bool named)
    {
        Tree tree = sentence.Tree;
        if (tree[subject].Relation == "nsubj:pass" || actors.Read(sentence, subject) is not { Form: not ActorForm.Pronoun } actor || tree.Children(subject).Any(child => tree.Is(child, "conj"))) return null;
        bool person = actor.Kind == ActorKind.Person && (actor.Form == ActorForm.Name || nouns.ActorClass(actor.Noun ?? "") is NounClass.Official or NounClass.Witness);
        bool body = named && (actor.Form == ActorForm.Name && actor.Kind is not ActorKind.Population || nouns.ActorClass(actor.Noun ?? "") is NounClass.Body or NounClass.Force or NounClass.Militants or NounClass.Police or NounClass.Monitor or NounClass.People);
        return person || body ? found.Unsaid(actor) : null;
    }

    /// <summary>Somebody the sentence is about and who may be quoted next: "General X took the floor.", "The army issued a statement."</summary>
    public Attribution? Introduced(ReadSentence sentence, bool[] quoted)
    {
        Tree tree = sentence.Tree;
        int subject = tree.Child(tree.Root, "nsubj");
        if (subject >= 0 && !quoted[subject] && tree[tree.Count - 1].Form == ":" && Speaker(sentence, subject, named: true) is { } led) return led;
        if (subject < 0 || quoted[subject] || tree[subject].Relation == "nsubj:pass" || tree[subject].Penn is "NNS" or "NNPS" || actors.Read(sentence, subject) is not { Form: not ActorForm.Pronoun } actor) return null;
        if (tree.Children(subject).Any(child => tree.Is(child, "conj"))) return null;   // two of them: either may speak
        bool person = actor.Kind == ActorKind.Person && (actor.Form == ActorForm.Name || nouns.ActorClass(actor.Noun ?? "") is NounClass.Official or NounClass.Witness);
        bool issued = tree.Child(tree.Root, "obj") is >= 0 and var thing && nouns.ActorClass(tree[thing].Lemma) == NounClass.Document && actor.Kind is not (ActorKind.Person or ActorKind.Population);
        return person || issued ? found.Unsaid(actor) : null;
    }

    /// <summary>"That was the word of General X.", "So said the mayor.", "The speaker was X."</summary>
    private Attribution? Signed(ReadSentence sentence)
    {
        Tree tree = sentence.Tree;
        int who = -1;
        if (tree[0].Form is "So" or "Thus" && tree.Count > 2 && tree[1].Lemma is "say" or "speak")
        {
            who = Enumerable.Range(2, tree.Count - 2).FirstOrDefault(at => tree.IsNominal(at) && (tree.Head(at) <= 1 || tree.Head(at) > at && tree[tree.Head(at)].Upos == Upos.Verb), -1);
        }
        else if (tree[0].Form is "That" or "This" or "Those" or "These" or "Such" or "The" or "With")
        {
            for (int at = 1; at < tree.Count && at < 7; at++)
            {
                if (tree[at].Lemma == "word" && tree[0].Form == "With") who = tree.Child(tree.Root, "nsubj");
                else if (tree[at].Lemma == "word") who = tree.Children(at).FirstOrDefault(child => tree.Is(child, "nmod") && tree.Preposition(child) == "of", -1);
                else if (tree[at].Lemma == "speaker" && tree[0].Form == "The" && tree.Root > at && tree.IsNominal(tree.Root)) who = tree.Root;
                if (who >= 0) break;
            }
        }
        return who >= 0 && actors.Read(sentence, who) is { Form: not ActorForm.Pronoun } actor ? found.Unsaid(actor) : null;
    }

    private static (int Words, int Inside) Count(Tree tree, bool[] quoted)
    {
        int words = 0, inside = 0;
        for (int at = 0; at < quoted.Length; at++)
        {
            if (tree[at].Upos == Upos.Punct) continue;
            words++;
            if (quoted[at]) inside++;
        }
        return (words, inside);
    }

    private static Attribution? Neighbour(List<FoundAttribution>[] attributions, int from, int step)
    {
        for (int at = from + step; at >= 0 && at < attributions.Length; at += step)
        {
            // "…," X said, according to an agency: X goes on, and not the agency.
            if (attributions[at].Count > 0) return (attributions[at].Find(attribution => attribution.By.Quoted) ?? attributions[at][^1]).By;
        }
        return null;
    }
}
