using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Places;

namespace Sitrep.Pipeline.Extract.Figures.Where;

/// <summary>"a bomber in Pakistan killed 70 at a hospital in the city of Quetta": the one town of that country that the number's own clause names.</summary>
internal sealed class TownOfLand(ReadingLexicon lexicon, PlaceFinder places)
{
    /// <returns>Null when the words behind the number name no town of that country, or several.</returns>
    public PlaceMention? Find(ReadSentence sentence, int at, string land)
    {
        Tree tree = sentence.Tree;
        PlaceMention? only = null;
        for (int token = at + 1; token < tree.Count; token++)
        {
            if (sentence.NameAt(token) is not { MayBePlace: true } run || run.First != token || !IsTown(run, land)) continue;
            int head = FigurePlaces.HeadOf(tree, run);
            if (!IsWhereOrOf(tree, head) || HasOtherSubjectBetween(tree, at, token)) continue;
            if (only is not null) return null;
            only = places.Read(sentence, head)?.Mention;
        }
        return only;
    }

    private bool IsTown(NameRun run, string land) =>
        !lexicon.Countries.TryByName(run.Words, out _)
            && lexicon.Gazetteer.Find(run.Words).Any(place => place.Country == land && place.Class == PlaceClass.Settlement);

    private bool IsWhereOrOf(Tree tree, int head) =>
        FigurePlaces.IsWhere(lexicon, tree.Preposition(head)) || tree.Is(head, "nmod") && tree.Preposition(head) == "of";

    private static bool HasOtherSubjectBetween(Tree tree, int at, int token) =>
        Enumerable.Range(at, token - at).Any(verb => tree[verb].Upos == Upos.Verb && tree.Child(verb, "nsubj") > at);
}
