using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Figures.Lists;

/// <summary>"24 people were killed, including 11 children", "40 dead, 12 of them soldiers": a part is counted as the whole is.</summary>
internal sealed class PartNumbers(ReadingLexicon lexicon, ActorFinder actors)
{
    /// <summary>Words between a count and that of a part of it.</summary>
    private const int PartMax = 20;

    public FoundFigure? Read(NumberAt number)
    {
        FoundFigure? counted = number.Before.Count == 0 && IsOfThem(number) && !CountsPeopleBefore(number) ? number.Memory.Them : number.CloseCount(PartMax)?.Figure;
        if (counted is not { } whole || !IsPart(number, whole)) return null;
        int noun = Kind(number);
        if (noun == number.Thing.Number || lexicon.Nouns.ActorClass(number.Tree[noun].Lemma) == NounClass.None) return null;
        if (actors.Read(number.Sentence, noun) is not { } subject) return null;
        FoundFigure part = whole.Like(number.Quantity.Mention, whole.Reading.Place);
        return part with { Reading = part.Reading with { Subject = subject }, Part = true };
    }

    // "Six people, three of them officers, have been charged": the six, whatever the sentence before counted.
    private static bool CountsPeopleBefore(NumberAt number) => number.All.Any(other => other.Quantity.Last < number.Quantity.First && other.Thing.Kind == CountedKind.People);

    private static bool IsPart(NumberAt number, FoundFigure whole) =>
        Inclusion.Is(number.Tree, number.Quantity) || IsOfDisplaced(number, whole) || IsOfThem(number) || IsListed(number, whole);

    // "a million are displaced, of which around 87,000 people are sheltered in bases"
    private static bool IsOfDisplaced(NumberAt number, FoundFigure whole) =>
        whole.Reading.Measure is Measure.Displaced or Measure.Refugees && Inclusion.FollowsOfWhich(number.Tree, number.Quantity);

    // "12 of them soldiers"
    private static bool IsOfThem(NumberAt number) =>
        number.Next + 1 < number.Tree.Count && number.Tree[number.Next].Lemma == "of" && number.Tree[number.Next + 1].Form is "them" or "whom";

    // "including two women and three children"
    private static bool IsListed(NumberAt number, FoundFigure whole) => whole.Part && number.Quantity.First > 0 && number.Tree[number.Quantity.First - 1].Lemma == "and";

    /// <summary>The word for what those of the part are.</summary>
    private static int Kind(NumberAt number)
    {
        if (IsOfThem(number) && number.Next + 2 < number.Tree.Count) return Being(number.Tree, number.Next + 2) is >= 0 and var staff ? staff : number.Next + 2;
        return Being(number.Tree, number.Next) is >= 0 and var noun ? noun : number.Thing.At;
    }

    /// <summary>"of which 60 were children", "12 of them were its staff": the noun that says what they were, behind the verb.</summary>
    /// <param name="at">Where the verb must stand; -1 comes back where no such noun does.</param>
    public static int Being(Tree tree, int at)
    {
        int noun = at + 1;
        while (noun < tree.Count && tree[noun] is { Upos: Upos.Det or Upos.Adj } or { Penn: "PRP$" }) noun++;
        return at < tree.Count && noun < tree.Count && tree[at].Lemma == "be" && tree[noun].Upos == Upos.Noun ? noun : -1;
    }
}
