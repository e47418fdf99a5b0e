using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Actors;

// Who follows whom: parties called after a man, the fighters of a body, one of several leaders.
public sealed partial class ActorFinder
{
    /// <summary>"one of the leaders of X", "one of the rebel leaders": the office that several hold; null for all else.</summary>
    private int? OneOf(ReadSentence sentence, int one)
    {
        foreach (int child in sentence.Tree.Children(one)) if (sentence.Tree[child].Relation == "nmod" && sentence.Tree.Preposition(child) == "of" && lexicon.Nouns.ActorClass(sentence.Tree[child].Lemma) == NounClass.Official) return child;
        return null;
    }

    /// <summary>"a spokesman for the Lions, whose fighters hold X": the Lions' fighters are the Lions; null for all else.</summary>
    private ActorMention? OfWhom(ReadSentence sentence, int head)
    {
        Tree tree = sentence.Tree;
        if (lexicon.Nouns.ActorClass(tree[head].Lemma) is not (NounClass.Force or NounClass.Militants) || tree.Children(head).FirstOrDefault(child => tree[child].Penn == "WP$", -1) is not (> 0 and var whose)) return null;
        int before = whose - 1;
        while (before > 0 && tree[before].Upos == Upos.Punct) before--;
        int owner = sentence.NameAt(before) is { } name ? HeadOf(tree, name) : before;
        return Read(sentence, owner) is { Kind: ActorKind.RebelGroup or ActorKind.Militia or ActorKind.Military or ActorKind.State or ActorKind.Government or ActorKind.Other } armed ? armed : null;
    }

    /// <summary>Tokens from "former" to the name: "sacked vice president Y".</summary>
    private const int FormerMax = 3;

    /// <summary>"forces of Y", "Y's forces", "troops loyal to Y", "fighters led by Y": an armed party called after a man who holds no office of state; null for all others.</summary>
    private ActorMention? OfCommander(ReadSentence sentence, int head)
    {
        Tree tree = sentence.Tree;
        if (sentence.NameAt(head) is not null || lexicon.Nouns.ActorClass(tree[head].Lemma) is not (NounClass.Force or NounClass.Militants) || tree[head].Penn != "NNS") return null;
        for (int child = 0; child < tree.Count; child++)
        {
            // The parser hangs "loyal" on the verb as often as on the noun before it.
            int leader = tree.Head(child) == head && tree[child].Relation == "nmod" && tree.Preposition(child) == "of" ? child
                : (child == head + 1 || child > head && tree.Head(child) == head && !tree.Children(head).Any(other => other > head && other < child && tree.Is(other, "conj"))) && lexicon.Words.Has(WordSet.Loyal, tree[child].Lemma) ? tree.Children(child).FirstOrDefault(at => tree.Preposition(at) is "to" or "with", -1)
                : child < head && tree.Head(child) == head && tree[child].Relation == "nmod:poss" ? child
                : child == head + 1 && tree[child].Penn == "VBN" && lexicon.Words.Has(WordSet.LeadingVerb, tree[child].Lemma) && !IsOfSomebody(tree, head) ? tree.Children(child).FirstOrDefault(at => at > child && tree.Preposition(at) == "by", -1) : -1;
            if (leader < 0) continue;
            // "the warlord Y"
            NameRun? called = sentence.NameAt(leader) ?? (leader + 1 < tree.Count && (lexicon.Nouns.ActorClass(tree[leader].Lemma) == NounClass.Official || tree[leader].Form == "elect") ? sentence.NameAt(leader + 1) : null);   // "loyal to President-elect Y"
            if (called is not { Kind: NameKind.Person, Known: null } name) continue;
            (string bare, bool titled, _) = WithoutTitles(name.Words, person: true);
            string before = name.First > 0 ? tree[name.First - 1].Form : "";
            // "forces loyal to Libyan leader X": he leads the country.
            bool former = Enumerable.Range(Math.Max(0, name.First - FormerMax), Math.Min(name.First, FormerMax) + 1).Any(word => lexicon.Words.Has(WordSet.NotRuling, tree[word].Lemma.ToLowerInvariant()));
            if (!former && (titled && IsOffice(tree[name.First].Form) || IsOffice(before) || before == "leader" && name.First > 1 && IsDemonym(tree, name.First - 2))) return null;
            (int from, int to) = (Math.Min(head, name.First), Math.Max(head, name.Last));
            return new ActorMention(tree.Span(from, to), tree.Words(from, to), ActorForm.Name, $"{LastName(bare)}'s forces", lexicon.Nouns.Single(tree[head].Lemma.ToLowerInvariant()), null, lexicon.Nouns.KindOf(tree[head].Lemma));
        }
        return null;
    }

    /// <summary>"Assad" of "Bashar al-Assad".</summary>
    private static string LastName(string name)
    {
        string last = name[(name.LastIndexOf(' ') + 1)..];
        return last.Length > 4 && last[2] == '-' && last[..2].ToLowerInvariant() is "al" or "el" ? last[3..] : last;
    }

    // "Malian troops led by X" are Mali's.
    private bool IsOfSomebody(Tree tree, int head) => tree.Children(head).Any(child => child < head && (char.IsUpper(tree[child].Form[0]) && child > 0 || IsDemonym(tree, child) || tree.Is(child, "compound") || tree[child].Relation == "nmod:poss"));
}
