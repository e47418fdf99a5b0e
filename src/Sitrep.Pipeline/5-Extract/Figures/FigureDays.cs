using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Dates;
using Sitrep.Pipeline.Extract.Events;
using Sitrep.Pipeline.Extract.Quantities;

namespace Sitrep.Pipeline.Extract.Figures;

/// <summary>The day a number is told for: that of its own clause, else the day that opens the sentence and holds for all of it.</summary>
internal sealed class FigureDays(EventDays days, WordSets words)
{
    /// <summary>Words from an earlier count to its day: "from 1,457 a day earlier", "from 218 on Saturday".</summary>
    private const int BehindMax = 2;

    /// <summary>Tokens before a date that opens a sentence: "In the", "On".</summary>
    private const int OpeningMax = 2;

    /// <param name="at">Token whose clause the number belongs to.</param>
    /// <param name="said">When the source spoke; that is no day of the number.</param>
    /// <param name="number">Where the number stands.</param>
    public DateMention? Of(ReadSentence sentence, int at, TextSpan? said, TextSpan number)
    {
        if (days.Of(sentence, at, EventType.Other, -1, said) is { } own) return IsOfAnother(sentence, own, number) || IsOfWhatKilled(sentence, own, number) ? null : own;
        if (SinceYear(sentence, at) is { } years) return years;
        return sentence.Dates.FirstOrDefault() is { } opening && opening.First < at && opening.Mention.Span != said && Opens(sentence, opening) ? opening.Mention : null;
    }

    // "Last September …"; not "Since our last report on 7 August, 14 cases", for that day is before they were counted, and no length of time.
    private static bool Opens(ReadSentence sentence, FoundDate date) =>
        date.First <= OpeningMax && sentence.Tree[0].Lemma.ToLowerInvariant() is not "since"
            && !date.Mention.Value.StartsWith('P') && !date.Mention.Value.EndsWith("PRESENT_REF", StringComparison.Ordinal)
            && sentence.Tree[0].Upos is Upos.Adp or Upos.Propn or Upos.Adj or Upos.Noun or Upos.Adv or Upos.Det;

    // "rose to 2,205, up from 1,457 a day earlier": the day is that of the count before. That count, told from another day, is dated by no other words.
    private bool IsOfAnother(ReadSentence sentence, DateMention day, TextSpan number)
    {
        FoundQuantity? own = sentence.Quantities.FirstOrDefault(quantity => quantity.Mention.Span == number);
        if (own is not null && EarlierCount.Is(sentence.Tree, own, words)) return day.Value.Contains("REF", StringComparison.Ordinal);
        if (sentence.Dates.FirstOrDefault(date => date.Mention.Span == day.Span) is not { } said) return false;
        return sentence.Quantities.Any(quantity =>
            quantity.Mention.Span != number && quantity.Last < said.First && said.First - quantity.Last <= BehindMax && EarlierCount.Is(sentence.Tree, quantity, words));
    }

    // "revised the toll of Sunday's blasts to 253": the day is that of the blasts, and the toll stands today.
    private bool IsOfWhatKilled(ReadSentence sentence, DateMention day, TextSpan number)
    {
        if (sentence.Dates.FirstOrDefault(date => date.Mention.Span == day.Span) is not { } date) return false;
        Tree tree = sentence.Tree;
        if (date.Last + 1 < tree.Count && tree[date.Last + 1].Penn == "POS" && day.Span.End < number.Start) return true;
        int word = date.Last;
        while (tree.Head(word) >= date.First && tree.Head(word) <= date.Last) word = tree.Head(word);
        return tree.Head(word) is >= 0 and var what && tree[what].Upos == Upos.Noun && tree[word].Relation is "compound" or "nmod" or "nmod:poss" or "nmod:unmarked" or "amod"
            && tree[what].Relation is "nmod" or "obl" && tree.Head(what) is >= 0 and var count && (words.Has(WordSet.CountNoun, tree[count].Lemma) || words.Has(WordSet.CountChange, tree[count].Lemma) || words.Has(WordSet.Revises, tree[count].Lemma));
    }

    /// <summary>"More than 3,000 have died since 1941": the year from which the words behind <paramref name="at"/> count; null when they name none.</summary>
    public static DateMention? SinceYear(ReadSentence sentence, int at) =>
        sentence.Dates.FirstOrDefault(date => date.First > at && IsSinceYear(date.Mention.Value)) is { } since
            && !Enumerable.Range(at, since.First - at).Any(token => sentence.Tree[token].Form is "," or ";" or "and" or "while")
            ? since.Mention
            : null;

    private static bool IsSinceYear(string value) => value is ['1' or '2', _, _, _, '/', ..] && value.EndsWith("PRESENT_REF", StringComparison.Ordinal);
}
