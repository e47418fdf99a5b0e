using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Figures.Where;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Quantities;

namespace Sitrep.Pipeline.Extract.Figures.Lists;

/// <summary>"The worst hit are X (3,900) and Y (2,300)": bare numbers in brackets behind places, told after all were counted.</summary>
internal sealed class BracketedNumbers(ReadingLexicon lexicon, FigurePlaces places)
{
    public FoundFigure? Read(NumberAt number) => InOneBracket(number) ?? InItsOwn(number);

    /// <summary>"93 dead, followed by Y (33) and Z (17)", "399,000 have fled (to Y 118,000, Z 41,000)": of what was counted right before.</summary>
    private FoundFigure? InOneBracket(NumberAt number)
    {
        if (Counted(number) is not { } whole || !IsNamed(number.Sentence, number.Quantity)) return null;
        if (number.All.Count(other => IsNamed(number.Sentence, other.Quantity)) < 2) return null;
        return whole.Figure.Like(number.Quantity.Mention, Named(number.Sentence, number.Quantity.First - 1));
    }

    private FoundFigure? InItsOwn(NumberAt number)
    {
        ReadNumber? listed = Counted(number);
        if (!IsBracketed(number.Tree, number.Quantity) || listed is null && !MayCountTheSick(number)) return null;
        if (number.Before.Count == 0 && CountsOthersBefore(number)) return null;
        if (number.All.Count(other => IsBracketed(number.Tree, other.Quantity)) < 2) return null;
        if (places.Bracketed(number.Sentence, number.Quantity.First) is not { } place) return null;
        // "17 suspected cases in X (8) and Y (7)": of the same sort.
        FigureReading? whole = number.Before is [.., var last] ? last.Figure.Reading : null;
        Measure measure = listed?.Measure ?? Measure.Affected;
        return new FoundFigure(new FigureReading(measure, number.Quantity.Mention, whole?.Subject, place, null, whole?.Stock ?? true, null), number.Quantity.First, -1);
    }

    // The count right before, when it is of people whom the disaster struck.
    private static ReadNumber? Counted(NumberAt number) =>
        number.Before is [.., { Measure: Measure.Killed or Measure.Injured or Measure.Missing or Measure.Displaced or Measure.Refugees } last] ? last : null;

    private static bool MayCountTheSick(NumberAt number) =>
        number.Before is [.., var last] ? last.Measure == Measure.Affected && (number.Memory.CountsSick || number.Memory.Outbreak) : number.Memory.CountsSick;

    /// <summary>"990 contacts are watched in X (790) and Y (141)": what is counted there is named before, and is not the sick.</summary>
    private bool CountsOthersBefore(NumberAt number) =>
        number.All.Any(other => other.Quantity.First < number.Quantity.First && !IsBracketed(number.Tree, other.Quantity)
            && number.Tree[other.Thing.At].Lemma is not ("case" or "zone") and var noun && lexicon.Nouns.PlaceClass(noun) == NounClass.None);

    private static bool IsBracketed(Tree tree, FoundQuantity one) =>
        one.First > 1 && one.Last + 1 < tree.Count && tree[one.First - 1].Form == "(" && tree[one.Last + 1].Form == ")";

    private static PlaceMention? Named(ReadSentence sentence, int last) =>
        sentence.NameAt(last) is { } name && name.Last == last ? new PlaceMention(sentence.Tree.Span(name.First, name.Last), name.Words, PlaceForm.Name, false) : null;

    // "(Uganda 118,400, Kenya 41,100)"
    private bool IsNamed(ReadSentence sentence, FoundQuantity one)
    {
        if (one.First == 0 || sentence.NameAt(one.First - 1) is not { } name || name.Last != one.First - 1) return false;
        if (!name.MayBePlace && !lexicon.Countries.TryByName(name.Words, out _)) return false;
        for (int at = name.First - 1; at >= 0; at--)
        {
            if (sentence.Tree[at].Form == ")") return false;
            if (sentence.Tree[at].Form == "(") return true;
        }
        return false;
    }
}
