using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Figures.Where;

/// <summary>Is a number of one place, or of several together?</summary>
internal sealed class ManyPlaces(ReadingLexicon lexicon)
{
    /// <summary>"in X and Y", "from X and Y provinces": the count is of them all together, and of no one of them; null for one place alone.</summary>
    public PlaceMention? Several(ReadSentence sentence, int place)
    {
        Tree tree = sentence.Tree;
        if (SharedNoun(sentence, place) is { } both) return both;
        if (sentence.NameAt(place) is not { MayBePlace: true } first) return null;
        int last = -1;
        foreach (int child in Joined(tree, place))
        {
            if (IsCalled(sentence, child) || IsNamed(sentence, place, child)) last = Math.Max(last, sentence.NameAt(child)?.Last ?? child);
        }
        return last < 0 ? null : Together(tree, first.First, last);
    }

    // "in X and Y states", with the noun above the first of them.
    private PlaceMention? SharedNoun(ReadSentence sentence, int place)
    {
        Tree tree = sentence.Tree;
        if (place <= 2 || !IsPlural(tree, place) || sentence.NameAt(place - 1) is not { First: > 1 } second || second.Last != place - 1) return null;
        return tree[second.First - 1].Form == "and" && sentence.NameAt(second.First - 2) is { } other ? Together(tree, other.First, second.Last) : null;
    }

    // "and Y provinces"
    private bool IsCalled(ReadSentence sentence, int at) =>
        IsPlural(sentence.Tree, at) && sentence.Tree.Children(at).Any(other => sentence.Tree.Is(other, "compound") && sentence.NameAt(other) is not null);

    // "and Y"; "in X and 11 in Y" counts twice.
    private static bool IsNamed(ReadSentence sentence, int place, int at) =>
        sentence.NameAt(at) is { Known: null, Kind: not NameKind.Person } && !sentence.Quantities.Any(other => other.First > place && other.First < at);

    private bool IsPlural(Tree tree, int at) => tree[at].Penn == "NNS" && lexicon.Nouns.PlaceClass(tree[at].Lemma) != NounClass.None;

    private static PlaceMention Together(Tree tree, int first, int last) => new(tree.Span(first, last), tree.Words(first, last), PlaceForm.Name, false);

    /// <summary>"in X, neighbouring Y and Z": several countries counted as one; null for one alone.</summary>
    public PlaceMention? Lands(ReadSentence sentence, int at)
    {
        if (sentence.NameAt(at) is not { } first || !IsLand(first)) return null;
        Tree tree = sentence.Tree;
        int last = first.Last;
        for (int next = last + 1; next < tree.Count; next++)
        {
            if (sentence.NameAt(next) is { } name && IsLand(name)) next = last = name.Last;
            else if (tree[next].Form is not ("," or "and") && !lexicon.Words.Has(WordSet.Neighbouring, tree[next].Lemma)) break;
        }
        return last == first.Last ? null : Together(tree, first.First, last);
    }

    private bool IsLand(NameRun name) => lexicon.Countries.TryByName(name.Words, out _);

    /// <summary>"in X and an additional 12 districts": the count is of so many places that none is named for it.</summary>
    public bool IsOneOfMany(ReadSentence sentence, int place)
    {
        Tree tree = sentence.Tree;
        return sentence.NameAt(place) is { MayBePlace: true } && Joined(tree, place).Any(child => IsPlural(tree, child) && tree.Children(child).Any(IsMore));

        bool IsMore(int at) => tree[at].Upos is Upos.Num || tree[at].Lemma is "other" or "several" || lexicon.Words.Has(WordSet.InAddition, tree[at].Lemma);
    }

    /// <summary>"17 cases in X (8) and Y (7)": X has the count in its brackets, and not that of all.</summary>
    public static bool HasOwnCount(ReadSentence sentence, int place) =>
        sentence.NameAt(place) is { } name && name.Last + 2 < sentence.Tree.Count && sentence.Tree[name.Last + 1].Form == "("
            && sentence.Quantities.Any(quantity => quantity.First == name.Last + 2);

    private static IEnumerable<int> Joined(Tree tree, int place) =>
        tree.Children(place).Where(child => child > place && tree.Is(child, "conj") && !tree.Children(child).Any(word => tree.Is(word, "nsubj")));
}
