using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Actors;

// Fighters who are told of by the group they come from.
public sealed partial class ActorFinder
{
    /// <summary>Words between "fighters from" and the name: "the paramilitary", "the al-Qaeda-linked group".</summary>
    private const int BeforeNameMax = 8;

    /// <summary>"fighters from the X group", "gunmen belonging to X", "warplanes of the X coalition": X; null for all others.</summary>
    private ActorMention? FromGroup(ReadSentence sentence, int head)
    {
        Tree tree = sentence.Tree;
        if (sentence.NameAt(head) is not null || !(tree[head].Penn is "NNS" or "NNPS" || char.IsUpper(tree[head].Form[0]) && IsPlural(tree[head].Form)) || !(lexicon.Nouns.ActorClass(tree[head].Lemma) is NounClass.Force or NounClass.Militants || tree[head].Lemma == "member")) return null;
        int at = head + 1;
        // "fighters believed to be from X"
        if (at + 3 < tree.Count && tree[at].Penn is "VBN" && tree[at + 1].Form == "to" && tree[at + 2].Lemma == "be") at += 3;
        if (at + 1 < tree.Count && tree[at].Form == "belonging" && tree[at + 1].Form == "to") at++;
        else if (at >= tree.Count || tree[at].Lemma is not ("from" or "of" or "with")) return null;
        for (int first = ++at; at < tree.Count && at - first < BeforeNameMax; at++)
        {
            if (sentence.NameAt(at) is not { } name)
            {
                // "the al-Qaeda-linked X": what stands before the name describes it.
                if (tree[at].Upos is Upos.Det or Upos.Adj || tree[at].Form is "-" or "–" || tree[at].Penn is "VBN" || lexicon.Nouns.ActorClass(tree[at].Lemma) is NounClass.Militants or NounClass.Force) continue;
                return null;
            }
            bool linked = name.Last + 1 < tree.Count && tree[name.Last + 1].Form is "-" or "–" && tree[name.Last + 1].Start == tree[name.Last].End;
            if (!linked) return name is { Known.Kind: ActorKind.RebelGroup or ActorKind.Militia or ActorKind.Military or ActorKind.Company } && Closes(sentence, name) ? new ActorMention(tree.Span(head, name.Last), tree.Words(head, name.Last), ActorForm.Name, name.Words, lexicon.Nouns.Single(tree[head].Lemma.ToLowerInvariant()), null, name.Known.Kind) : null;
            at = name.Last;
        }
        return null;
    }

    // "Gunmen", taken for a name where it opens the sentence.
    private bool IsPlural(string noun) => !lexicon.Nouns.Single(noun.ToLowerInvariant()).Equals(noun, StringComparison.OrdinalIgnoreCase);

    // "militants from the X stronghold" come from a place; "from the X group" from X.
    private bool Closes(ReadSentence sentence, NameRun name) =>
        name.Last + 1 >= sentence.Tree.Count || sentence.Tree[name.Last + 1] is var next && (next.Upos is not (Upos.Noun or Upos.Propn or Upos.Adj) && next.Form is not ("'s" or "’s") || lexicon.Nouns.ActorClass(next.Lemma) is NounClass.Militants or NounClass.Force || next.Lemma is "group" or "movement");

    // "a number of militants", "small groups of X fighters", "members of the X": who, not how many.
    private int? PartOf(ReadSentence sentence, int head)
    {
        if (sentence.NameAt(head) is not null) return null;
        // "the group's armed wing", "the military wing of X": its own fighters.
        if (lexicon.Words.Has(WordSet.ArmedPart, sentence.Tree[head].Lemma)) return sentence.Tree.Children(head).Cast<int?>().FirstOrDefault(child => IsArmed(child!.Value) && (sentence.Tree[child.Value].Relation is "nmod:poss" or "compound" || sentence.Tree.Preposition(child.Value) == "of"));
        if (!lexicon.Words.Has(WordSet.MemberNoun, sentence.Tree[head].Lemma)) return null;
        // "five crew members of an aircraft": the crew, and not the aircraft.
        if (sentence.Tree[head].Lemma == "member" && sentence.Tree.Children(head).Any(child => child < head && sentence.Tree.Is(child, "compound") && lexicon.Words.Has(WordSet.CrewNoun, sentence.Tree[child].Lemma))) return null;
        foreach (int child in sentence.Tree.Children(head))
        {
            if (sentence.Tree[child].Relation != "nmod" || sentence.Tree.Preposition(child) != "of") continue;
            // "forces of President X": the man is no army.
            if (sentence.NameAt(child) is { Kind: NameKind.Person } && lexicon.Nouns.ActorClass(sentence.Tree[head].Lemma) == NounClass.Force) return null;
            // "members of the defence and security forces": the forces.
            if (sentence.NameAt(child) is null && lexicon.Nouns.ActorClass(sentence.Tree[child].Lemma) == NounClass.None) foreach (int joined in sentence.Tree.Children(child)) if (sentence.Tree.Is(joined, "conj") && lexicon.Nouns.ActorClass(sentence.Tree[joined].Lemma) != NounClass.None) return joined;
            return child;
        }
        return null;

        bool IsArmed(int whose) => sentence.NameAt(whose) is { } name ? name.Known is { Kind: ActorKind.RebelGroup or ActorKind.Militia }
            : lexicon.Nouns.ActorClass(sentence.Tree[whose].Lemma) == NounClass.Militants || lexicon.Words.Has(WordSet.GroupNoun, sentence.Tree[whose].Lemma);
    }
}
