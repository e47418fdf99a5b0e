using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Places;

namespace Sitrep.Pipeline.Extract.Figures.Where;

/// <summary>Places that belong to a number by where they stand, whatever the tree says: before it, before its bracket, between it and the next of a list.</summary>
internal sealed class PlaceBeside(ReadingLexicon lexicon, PlaceFinder places)
{
    /// <summary>Words of "the province of" before a name.</summary>
    private const int PhraseMax = 4;

    /// <summary>Words from a bracket to what it counts: "(some 21 suspected cases".</summary>
    private const int BracketMax = 8;

    /// <summary>Words between two counts of a list.</summary>
    private const int ListedMax = 12;

    public PlaceMention? Find(ReadSentence sentence, int at) => RightBefore(sentence, at) ?? BehindThem(sentence, at) ?? Bracketed(sentence, at) ?? Listed(sentence, at);

    /// <summary>"while at X 60 cases were confirmed": the place that stands right before the number.</summary>
    private PlaceMention? RightBefore(ReadSentence sentence, int at)
    {
        if (sentence.Quantities.LastOrDefault(one => one.Last <= at) is not { First: > 1 } quantity || at - quantity.Last > PhraseMax) return null;
        if (sentence.NameAt(quantity.First - 1) is not { } name || name.Last != quantity.First - 1 || name.First == 0 || name.Kind == NameKind.Person) return null;
        if (sentence.Tree[name.First - 1].Lemma.ToLowerInvariant() is not ("in" or "at")) return null;
        return places.Read(sentence, FigurePlaces.HeadOf(sentence.Tree, name))?.Mention ?? (name.Known is null ? Unknown(sentence.Tree, name) : null);
    }

    /// <summary>"120 in the country, 80 of them in X".</summary>
    private PlaceMention? BehindThem(ReadSentence sentence, int at)
    {
        Tree tree = sentence.Tree;
        if (at + 2 >= tree.Count || tree[at].Form is not ("them" or "whom") || !FigurePlaces.IsWhere(lexicon, tree[at + 1].Lemma)) return null;
        for (int name = at + 2; name < Math.Min(tree.Count, at + 2 + PhraseMax); name++)
        {
            if (sentence.NameAt(name) is { MayBePlace: true } run) return places.Read(sentence, FigurePlaces.HeadOf(tree, run))?.Mention;
            if (tree[name].Upos is not (Upos.Det or Upos.Noun or Upos.Adj) && tree[name].Form != "of") return null;
        }
        return null;
    }

    /// <summary>"X (21 cases), Y district (17 cases)": the place right before the bracket that the number opens.</summary>
    public PlaceMention? Bracketed(ReadSentence sentence, int at)
    {
        Tree tree = sentence.Tree;
        int open = at;
        while (open > 0 && at - open < BracketMax && tree[open].Form is not ("(" or ")") && (tree[open].Form != "," || IsBehindCount(sentence, open))) open--;
        if (open < 1 || tree[open].Form != "(") return null;
        int place = open - 1;
        // "Y district (17 cases)"
        if (sentence.NameAt(place) is null && place > 0 && lexicon.Nouns.PlaceClass(tree[place].Lemma.ToLowerInvariant()) != NounClass.None) place--;
        if (sentence.NameAt(place) is not { } name || name.Last != place) return null;
        // What no gazetteer knows may be taken for anything; among places in brackets it is one.
        return name.MayBePlace ? places.Read(sentence, FigurePlaces.HeadOf(tree, name))?.Mention : Unknown(tree, name);
    }

    // "X (27 cases, 7 deaths)": the second is counted there too.
    private static bool IsBehindCount(ReadSentence sentence, int comma) =>
        comma > 2 && sentence.Tree[comma - 1].Upos == Upos.Noun && sentence.Quantities.Any(quantity =>
            quantity.First > 0 && quantity.Last == comma - 2 && sentence.Tree[quantity.First - 1].Form == "(");

    private static PlaceMention Unknown(Tree tree, NameRun name) => new(tree.Span(name.First, name.Last), name.Words, PlaceForm.Name, false);

    /// <summary>"821 of the dead were in X and 11 in Y": in a list of counts each has the place between it and the next.</summary>
    private PlaceMention? Listed(ReadSentence sentence, int at)
    {
        Tree tree = sentence.Tree;
        if (sentence.Quantities.FirstOrDefault(quantity => quantity.First > at) is not { First: var next } other || !HasPlaceBehind(sentence, other.Last)) return null;
        if (next - at > ListedMax || tree[next - 1].Form is not ("and" or ",")) return null;
        for (int token = at + 1; token < next; token++)
        {
            if (sentence.NameAt(token) is not { MayBePlace: true } name || token != name.First) continue;
            int before = token - 1;
            while (before > at && !FigurePlaces.IsWhere(lexicon, tree[before].Form) && tree[before].Upos is Upos.Det or Upos.Noun or Upos.Adp) before--;
            bool where = before > at && FigurePlaces.IsWhere(lexicon, tree[before].Lemma);
            return where ? places.Read(sentence, FigurePlaces.HeadOf(tree, name))?.Mention : null;
        }
        return null;
    }

    /// <summary>A count with a place of its own, close behind: "11 in Y", "one death in the province of Y".</summary>
    private bool HasPlaceBehind(ReadSentence sentence, int count)
    {
        Tree tree = sentence.Tree;
        int at = count + 1;
        if (at < tree.Count && tree[at].Upos == Upos.Noun) at++;
        if (at >= tree.Count || !FigurePlaces.IsWhere(lexicon, tree[at].Lemma)) return false;
        for (int end = Math.Min(tree.Count, ++at + PhraseMax); at < end; at++)
        {
            if (sentence.NameAt(at) is { MayBePlace: true }) return true;
            if (tree[at].Upos is not (Upos.Det or Upos.Noun or Upos.Adj) && tree[at].Form != "of") return false;
        }
        return false;
    }

    /// <summary>"X remains the hardest hit province, with 93 dead": X has them.</summary>
    public PlaceMention? WorstHit(ReadSentence sentence, int at)
    {
        Tree tree = sentence.Tree;
        int with = at;
        while (with > 0 && at - with < PhraseMax && tree[with].Lemma != "with") with--;
        if (tree[with].Lemma != "with") return null;
        int hit = with;
        while (hit >= 0 && !lexicon.Words.Has(WordSet.Stricken, tree[hit].Form)) hit--;
        if (hit < 0 || sentence.Quantities.Any(other => other.Last > hit && other.Last < with)) return null;
        for (int name = hit - 1; name >= 0; name--)
        {
            if (sentence.NameAt(name) is not { MayBePlace: true } run || run.First != name) continue;
            bool subject = Enumerable.Range(run.First, run.Last - run.First + 1).Any(word => tree.Is(word, "nsubj"));
            if (subject) return places.Read(sentence, FigurePlaces.HeadOf(tree, run))?.Mention;
        }
        return null;
    }
}
