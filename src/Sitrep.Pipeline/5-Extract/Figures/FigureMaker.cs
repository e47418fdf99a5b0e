using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Figures.Lists;
using Sitrep.Pipeline.Extract.Figures.Where;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Figures;

/// <summary>Makes a figure of a number once it is known what it counts: of whom, where, and what it replaced.</summary>
internal sealed class FigureMaker(ReadingLexicon lexicon, ActorFinder actors, FigurePlaces places)
{
    /// <summary>Words between what is said of those counted and the word that completes it, for both to be told as they stand.</summary>
    private const int TogetherMax = 4;

    /// <summary>Words from a number to the side it is of: "31 on the government side".</summary>
    private const int SideMax = 6;

    /// <param name="at">Token from which the place is sought.</param>
    /// <param name="subject">Token of those counted; null when nothing names them.</param>
    /// <param name="happened">Index of the event it counts; -1: none.</param>
    /// <param name="clause">Token whose clause it belongs to; -1: that of <paramref name="at"/>.</param>
    public FoundFigure Make(NumberAt number, Measure measure, int at, int? subject, bool stock, int happened, int clause)
    {
        ReadSentence sentence = number.Sentence;
        ActorMention? counted = OnSide(number) ?? (subject is { } head ? actors.Read(sentence, head) : null);
        PlaceMention? where = places.Find(sentence, at, clause);
        if (where is not null && Inclusion.CommaOfWhole(number.Tree, number.Quantity) is >= 0 and var comma && where.Span.Start > number.Tree[comma].Start) where = null;
        var reading = new FigureReading(
            measure, EarlierCount.RisenTo(sentence, number.Quantity, lexicon.Words), counted, where, null, stock,
            EarlierCount.Of(sentence, number.Quantity, lexicon.Words));
        bool part = subject is { } those && IsOfTheirs(number, those) || measure is not Measure.Fighters && IsOfThose(number);
        return new FoundFigure(reading, clause >= 0 ? clause : at, happened) { Part = part };   // the root is under no clause
    }

    /// <summary>What is said of those counted, by a word of <c>data/counts.tsv</c>.</summary>
    public FoundFigure Make(NumberAt number, FoundCount count, int at)
    {
        Measure measure = count.Word.Measure;
        bool named = number.Thing.IsBare || measure == Measure.Refugees && number.Tree[number.Thing.At].Lemma == "refugee";   // the measure says who they are
        int? subject = named && measure != Measure.Other ? null : number.Thing.At;
        FoundFigure made = Make(number, measure, at, subject, count.Word.Stock, -1, count.At);
        // "living in shelters" are some of the displaced, and a count by themselves.
        // Those who left their homes are all of them.
        bool apart = measure == Measure.Other || measure == Measure.Displaced && count.With > count.At && number.Tree[count.With].Lemma is not ("home" or "house");
        return apart ? made with { Reading = made.Reading with { Subject = Told(number.Tree, number.Thing, count) } } : made;
    }

    /// <summary>"houses destroyed", "people rescued": what a number of no measure of its own counts.</summary>
    public static ActorMention Told(Tree tree, CountedThing thing, FoundCount count)
    {
        // "who continue to shelter", "stayed in tents": what completes the verb says it.
        bool inside = count.Word.Measure == Measure.Displaced && tree[count.At].Penn is "VBD" or "VBP" or "VBZ" && count.With > count.At;
        if (inside)
        {
            string shelter = $"in {tree[count.With].Form}";
            return Things(tree, Math.Min(thing.At, count.At), count.With, thing.IsBare ? shelter : $"{tree[thing.At].Form} {shelter}");
        }
        bool far = count.With > count.Last + TogetherMax || count.With > thing.At && thing.At > count.At;
        string said = far ? $"{tree.Words(count.At, count.Last)} {tree[count.With].Form}" : tree.Words(count.At, Math.Max(count.Last, count.With));
        string words = thing.IsBare ? said : $"{tree[thing.At].Form} {said}";
        return Things(tree, Math.Min(thing.At, count.At), Math.Max(thing.At, count.Last), words);
    }

    /// <summary>"confirmed cases": which of those counted.</summary>
    public static ActorMention Sort(Tree tree, int sort, int noun) => Things(tree, sort, noun, $"{tree[sort].Form} {tree[noun].Form}");

    /// <summary>Things that are counted under the words that the report has for them.</summary>
    public static ActorMention Things(Tree tree, int first, int last, string words) =>
        new(tree.Span(first, last), words, ActorForm.Common, null, words.ToLowerInvariant(), null, ActorKind.Other);

    /// <summary>"nine of their men": some of them, whatever the number of all.</summary>
    private bool IsOfTheirs(NumberAt number, int subject) =>
        subject > number.Quantity.Last && number.Tree.Children(subject).Any(child =>
            number.Tree[child] is { Relation: "nmod:poss", Upos: Upos.Pron } whose && lexicon.Words.Has(WordSet.Theirs, whose.Lemma));

    /// <summary>"37 of the injured are in danger", "nine of them died": some of those counted before.</summary>
    private static bool IsOfThose(NumberAt number) =>
        number.Next + 1 < number.Tree.Count && number.Tree[number.Next].Form == "of" && number.Tree[number.Next + 1].Form is "the" or "those" or "them" or "whom";

    /// <summary>"31 on the government side": whom the count is of, when the words behind it name a side.</summary>
    private ActorMention? OnSide(NumberAt number)
    {
        Tree tree = number.Tree;
        int side = number.Next + 1;
        if (side >= tree.Count || tree[number.Next].Lemma != "on") return null;
        for (int at = side; at < Math.Min(tree.Count, number.Quantity.Last + SideMax); at++)
        {
            if (tree[at].Lemma == "side" && at > side) return actors.Read(number.Sentence, at - 1);
            if (tree[at].Upos is not (Upos.Det or Upos.Adj or Upos.Noun or Upos.Propn)) return null;
        }
        return null;
    }
}
