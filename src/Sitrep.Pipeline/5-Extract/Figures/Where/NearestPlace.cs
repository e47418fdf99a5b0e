using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Attributions;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Places;

namespace Sitrep.Pipeline.Extract.Figures.Where;

/// <summary>The tree often loses a phrase in a long sentence; what stands nearest to the number is its place, unless it says where somebody spoke.</summary>
internal sealed class NearestPlace(ReadingLexicon lexicon, PlaceFinder places, ManyPlaces many)
{
    /// <summary>Words before a place in which a distance is told.</summary>
    private const int DistanceMax = 4;

    /// <summary>Words between a clause and the affair that it tells of.</summary>
    private const int AffairMax = 4;

    public PlaceMention? Find(ReadSentence sentence, int at)
    {
        Tree tree = sentence.Tree;
        // "a turning point in the war, which has killed thousands": they did not all die where the sentence is about.
        for (int up = at; up >= 0; up = tree.Head(up)) if (tree[up].Relation == "acl:relcl" && IsOfAffair(tree, up) || IsDoneByAffair(tree, up)) return null;
        PlaceMention? best = null;
        int distance = int.MaxValue;
        for (int token = 0; token < tree.Count; token++)
        {
            if (Read(sentence, token) is not { } place || IsOfOther(sentence, token, at)) continue;
            int apart = FigurePlaces.Apart(token, at);
            if (apart < distance && !OtherClauseBetween(tree, at, token)) (best, distance) = (many.Several(sentence, token) ?? place, apart);
        }
        return best;
    }

    // The place that stands at this word and says where something is; null for a name that does something itself.
    private PlaceMention? Read(ReadSentence sentence, int token)
    {
        Tree tree = sentence.Tree;
        if (sentence.NameAt(token) is not { MayBePlace: true } run || run.First != token && tree.Head(token) >= run.First && tree.Head(token) <= run.Last) return null;
        if (tree.Is(token, "nsubj") && !tree[token].Relation.EndsWith(":pass", StringComparison.Ordinal)) return null;
        int head = tree.Head(token);
        if (!FigurePlaces.IsWhere(lexicon, tree.Preposition(token)) && !(head >= 0 && tree.Is(token, "nmod") && tree.Preposition(token) == "of")) return null;
        if (many.IsOneOfMany(sentence, token) || ManyPlaces.HasOwnCount(sentence, token) || places.Read(sentence, token) is not { } place) return null;
        // "the X region southwest of Y"
        return head >= 0 && NameFinder.IsDirection(tree[head].Lemma, lexicon.Words) && places.Read(sentence, head) is { } region ? region.Mention : place.Mention;
    }

    // Where somebody spoke, from where something is far, and what another number has.
    private bool IsOfOther(ReadSentence sentence, int token, int at)
    {
        Tree tree = sentence.Tree;
        int head = tree.Head(token);
        return IsOfSpeaker(tree, token) || IsOfTeller(tree, token) || FigurePlaces.IsLeft(lexicon, tree, token)
            || head >= 0 && (FigurePlaces.Reports(lexicon, tree, head) || lexicon.Words.Has(WordSet.SpeakingPlace, tree[head].Lemma))
            || sentence.NameAt(token) is { } run && IsFarFrom(tree, run.First)
            || HasListBetween(sentence, at, token);
    }

    // "the war has killed 12,000 people, and the offensive in X goes on"; "have died in the war".
    private bool IsDoneByAffair(Tree tree, int verb) =>
        tree[verb].Upos == Upos.Verb && tree.Children(verb).Any(child => lexicon.Words.Has(WordSet.LongAffair, tree[child].Lemma)
            && (tree.Is(child, "nsubj") || tree.Is(child, "obl") && tree.Preposition(child) is "in" or "during" or "since" or "by"));

    // "the uprising against X, which has cost 10,000 lives": the clause may hang on the last of the words before it.
    private bool IsOfAffair(Tree tree, int clause)
    {
        for (int noun = tree.Head(clause), steps = 0; noun >= 0 && steps < AffairMax && tree.IsNominal(noun); noun = tree.Head(noun), steps++)
        {
            if (lexicon.Words.Has(WordSet.LongAffair, tree[noun].Lemma)) return true;
            if (!(tree[noun].Relation is "nmod" or "flat" or "compound" or "appos")) return false;
        }
        return false;
    }

    /// <summary>"…, the ministry of defence in X said": where those are who say it.</summary>
    private bool IsOfSpeaker(Tree tree, int place)
    {
        for (int up = place, steps = 0; up >= 0 && steps < tree.Count; up = tree.Head(up), steps++)
        {
            if (tree.Is(up, "nsubj"))
            {
                int says = tree.Head(up);
                // "the number of cases in X increased to": nobody says it.
                bool counted = tree[up].Lemma == "number" || lexicon.Counts.IsTally(tree[up].Lemma);
                return says >= 0 && tree[says].Upos == Upos.Verb && FigurePlaces.Reports(lexicon, tree, says) && up != place && !counted;
            }
            if (tree[up].Upos == Upos.Verb) return false;
        }
        return false;
    }

    // "some 25 kilometres from X": not in X.
    private bool IsFarFrom(Tree tree, int place) =>
        place > 1 && tree[place - 1].Lemma is "from" or "of"
            && Enumerable.Range(Math.Max(0, place - DistanceMax), Math.Min(place, DistanceMax)).Any(at => lexicon.Words.Has(WordSet.DistanceUnit, tree[at].Lemma));

    /// <summary>"According to what was received from the authorities in X", "…, a team from X said": where somebody told it.</summary>
    private bool IsOfTeller(Tree tree, int place)
    {
        for (int at = place, steps = 0; at >= 0 && steps < tree.Count; at = tree.Head(at), steps++)
        {
            if (tree[at].Relation == "nsubj" && tree.Head(at) is >= 0 and var verb && tree.Is(verb, "parataxis") && lexicon.Cues.ContainsKey(tree[verb].Lemma)) return true;
            if (tree.Preposition(at) == "according to" || tree.Is(at, "obl") && tree.Children(at).Any(child => tree[child].Lemma == "accord")) return true;
        }
        return false;
    }

    /// <summary>"12,000 fled: 1,900 of them in X": behind a colon each number of the list has its own place, and not that of all.</summary>
    private static bool HasListBetween(ReadSentence sentence, int number, int place)
    {
        int colon = -1;
        for (int at = number + 1; at < place; at++) if (sentence.Tree[at].Form == ":") colon = at;
        return colon > 0 && sentence.Quantities.Any(other => other.First > colon && (other.Last < place || ManyPlaces.HasOwnCount(sentence, place)));
    }

    // "killing hundreds, toppling a tower in X": what another verb says of a place is no place of the number.
    private bool OtherClauseBetween(Tree tree, int number, int place)
    {
        for (int at = Math.Min(number, place) + 1; at < Math.Max(number, place); at++) if (tree[at].Upos == Upos.Verb && !tree.Is(at, "amod") && !tree.IsUnder(number, at) && !IsCountBeside(tree, at)) return true;
        // "killing seven, a day after a market in X was bombed": another time and another place.
        int verb = place;
        while (verb >= 0 && tree[verb].Upos != Upos.Verb) verb = tree.Head(verb);
        return verb > place && !tree.IsUnder(number, verb)
            && tree.Children(verb).Any(child => tree.Is(child, "mark") && lexicon.Words.Has(WordSet.OtherMoment, tree[child].Lemma));
    }

    // "left 50 dead and 70 injured in X": another state of those in the same place.
    private static bool IsCountBeside(Tree tree, int state) =>
        tree[state].Penn == "VBN" && tree.Is(state, "conj") && tree.Child(state, "nsubj") is >= 0 and var counted && counted < state && tree[counted].Upos == Upos.Num && !tree.Children(state).Any(child => tree.Is(child, "aux"));
}
