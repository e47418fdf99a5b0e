using System.Collections.Immutable;
using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Places;

/// <summary>"in X in Peru", "in the X district of eastern Uganda": X, which stands before its country and says more.</summary>
internal sealed class PlaceInLand(ReadingLexicon lexicon, PlaceFinder places)
{
    /// <summary>Words between a place and its country: "district in the far east of".</summary>
    private const int BetweenMax = 6;

    /// <summary>The place before the country; null where none stands there, and for what is no country.</summary>
    public PlaceMention? Find(ReadSentence sentence, PlaceMention land)
    {
        if (land.Form != PlaceForm.Name || !lexicon.Countries.TryByName(land.Words, out string? code)) return null;
        Tree tree = sentence.Tree;
        int at = FirstAt(tree, land.Span);
        if (at <= 0) return null;
        bool joined = false;
        for (int before = at - 1; before > 0 && at - before <= BetweenMax; before--)
        {
            if (sentence.NameAt(before) is { } name) return joined && name.Last == before && IsIn(sentence, name, code) ? places.Read(sentence, HeadOf(tree, name))?.Mention ?? new PlaceMention(tree.Span(name.First, name.Last), name.Words, PlaceForm.Name, false) : null;
            joined |= tree[before].Form is "in" or "of";
            bool between = tree[before].Form is "in" or "of" or "the" || tree[before].Upos == Upos.Adj || NameFinder.IsDirection(tree[before].Lemma, lexicon.Words) || lexicon.Nouns.PlaceClass(tree[before].Lemma) != NounClass.None;
            if (!between) return null;
        }
        return null;
    }

    // "in X in Peru" with a name of that country; one that no list has there must be called a district or a town.
    private bool IsIn(ReadSentence sentence, NameRun name, string land)
    {
        if (name.Known is not null || name.Kind == NameKind.Person || name.First == 0 || !IsWhere(sentence.Tree, name.First - 1)) return false;
        if (lexicon.Countries.TryByName(name.Words, out _)) return false;
        ImmutableArray<GazetteerPlace> known = lexicon.Gazetteer.Find(name.Words);
        if (known.Any(place => place.Country == land)) return true;
        return name.Last + 1 < sentence.Tree.Count && lexicon.Nouns.PlaceClass(sentence.Tree[name.Last + 1].Lemma) is NounClass.Region or NounClass.Settlement or NounClass.Area;
    }

    // "in X", "struck X"; "officials from X in Peru" come from there.
    private static bool IsWhere(Tree tree, int at) => tree[at].Lemma is "in" or "at" or "near" or "the" or "of" || tree[at].Upos == Upos.Verb;

    private static int FirstAt(Tree tree, TextSpan span)
    {
        for (int at = 0; at < tree.Count; at++) if (tree[at].Start >= span.Start) return at;
        return -1;
    }

    private static int HeadOf(Tree tree, NameRun name)
    {
        for (int at = name.First; at <= name.Last; at++) if (tree.Head(at) < name.First || tree.Head(at) > name.Last) return at;
        return name.First;
    }
}
