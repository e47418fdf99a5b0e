using System.Collections.Immutable;
using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Places;

namespace Sitrep.Pipeline.Extract.Events;

/// <summary>Events that are told of several places in one breath: "captured the towns of A and B", "took the palace and the A airport".</summary>
internal sealed class JoinedPlaces(ReadingLexicon lexicon, PlaceFinder places)
{
    /// <summary>Names down a chain of "and".</summary>
    private const int DepthMax = 8;

    /// <summary>The named places of the slot that gives the event's place; empty where there is none.</summary>
    public ImmutableArray<PlaceMention> Find(FramedWord word)
    {
        if (!word.IsLocal) return [];
        var found = new List<PlaceMention>();
        IEnumerable<string> slots = word.Frame.Slots.Where(named => named.Part is Part.Place or Part.PlaceOrTarget).Select(named => named.Slot);
        foreach (string slot in slots.Concat(["in", "at", "near"]))
        {
            // "in X district, in the province of Y": one place told twice, not two.
            foreach (int argument in word.Slots[slot].Where(argument => slot != "from" || places.Read(word.Sentence, argument) is not { Mention: { Near: true, Beside: true } })) if (found.Count == 0 || word.Tree.Is(argument, "conj") && !IsWhatItIs(word.Tree, argument)) Add(word.Sentence, argument, found, 0, word.At);
            // "took three towns on Monday, including A", with A hung on the verb.
            foreach (int some in word.Slots["including"].Concat(word.Slots["include"])) if (word.Slots[slot].Any(argument => argument < some && AreTowns(word.Tree, argument))) Add(word.Sentence, some, found, 0, word.At);
            if (found.Count > 1) return [.. found.DistinctBy(place => place.Words)];
            if (found.Count > 0 && word.Names(slot)) return [.. found];
            found.Clear();
        }
        return [];
    }

    /// <summary>"took seven towns, including A and B": all of A, though only some of the seven are named.</summary>
    public bool AreSomeOfMany(FramedWord word) =>
        word.Slots["obj"].Any(towns => AreTowns(word.Tree, towns) && (word.Slots["including"].Any() || word.Slots["include"].Any() || word.Tree.Children(towns).Any(child => IsAmong(word.Tree, towns, child))));

    private void Add(ReadSentence sentence, int argument, List<PlaceMention> found, int depth, int told)
    {
        if (depth > DepthMax) return;
        Tree tree = sentence.Tree;
        if (places.Read(sentence, argument) is { Mention: { Form: PlaceForm.Name } place }) found.Add(place);
        foreach (int child in tree.Children(argument))
        {
            // "X, which the army had left, and Y": of Y nobody says so.
            if (child > told && told > argument && tree.Is(child, "conj") && tree.IsUnder(told, argument)) continue;
            if (IsAmong(tree, argument, child)) Add(sentence, child, found, depth + 1, told);
            bool joined = tree.Is(child, "conj") && !IsWhatItIs(tree, child) && !IsOfOtherCount(tree, child) && !tree.Children(child).Any(verb => tree.Is(verb, "nsubj"));
            if (joined || IsNameOf(sentence, argument, child)) Add(sentence, child, found, depth + 1, told);
        }
    }

    /// <summary>"seven were killed in A and five in B": B is where the five were.</summary>
    private static bool IsOfOtherCount(Tree tree, int place)
    {
        int first = tree.Extent(place).First;
        return first > 1 && tree[first].Upos == Upos.Adp && tree[first - 1].Upos == Upos.Num && tree[first - 2].Form is "and" or ",";
    }

    /// <summary>"seven towns, including A and B": A and B are told, the others are not.</summary>
    private bool IsAmong(Tree tree, int towns, int child) => tree[child].Relation == "nmod" && child > towns && tree.Preposition(child) is "including" or "include" && AreTowns(tree, towns);

    private bool AreTowns(Tree tree, int at) => tree[at].Penn == "NNS" && lexicon.Nouns.PlaceClass(tree[at].Lemma) == NounClass.Settlement;

    /// <summary>"X, capital of Y": what it is called, whatever the tree joined it by.</summary>
    private bool IsWhatItIs(Tree tree, int child) =>
        tree[child].Upos == Upos.Noun && tree.Child(child, "cc") < 0 && tree.Child(child, "det") < 0 && lexicon.Nouns.PlaceClass(tree[child].Lemma) is NounClass.Settlement or NounClass.Area
        && tree.Extent(child).First is > 0 and var opens && (tree[opens].Form == "," || tree[opens - 1].Form == ",");

    /// <summary>"the towns of A and B": the names hang on the noun.</summary>
    private bool IsNameOf(ReadSentence sentence, int noun, int child) =>
        sentence.Tree[child].Relation == "nmod" && sentence.Tree.Preposition(child) == "of"
        && places.Read(sentence, noun) is { } whole && places.Read(sentence, child)?.Mention.Words == whole.Mention.Words;
}
