using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Figures.Where;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Figures.Lists;

/// <summary>Numbers that leave out what they count, because it was said of the number before them: totals, lists by place, by side, by what was done.</summary>
internal sealed class BareNumbers(ReadingLexicon lexicon, ActorFinder actors, FigurePlaces places, FigureMaker make)
{
    /// <summary>Words between a count and the next one of a list that leaves out what is counted.</summary>
    private const int ElidedMax = 16;

    /// <summary>Words before the verb of "Among the missing are 64 firemen".</summary>
    private const int AmongMax = 6;

    private readonly BracketedNumbers _bracketed = new(lexicon, places);

    public FoundFigure? Read(NumberAt number) =>
        OfThose(number) ?? AreAmong(number) ?? InAll(number) ?? DoneAgain(number) ?? DamagedToo(number) ?? OnASide(number)
            ?? _bracketed.Read(number) ?? InPlace(number);

    /// <summary>"Of those who died, 11 were from X", "Of the dead, 39 were firemen": how those counted fared is told before the comma.</summary>
    private FoundFigure? OfThose(NumberAt number)
    {
        Tree tree = number.Tree;
        int comma = Inclusion.CommaOfThose(tree, number.Quantity), next = BehindBracket(tree, number.Next);
        if (comma < 0 || !number.MayGoOn || tree[number.Quantity.First - 1].Form is not ("," or "and")) return null;
        // "Of the dead, 40 lacked a coffin" tells no more of them than that.
        if (next >= tree.Count || tree[next].Lemma is not ("be" or "come" or "from" or "in" or "at")) return null;
        for (int at = 1; at < comma; at++)
        {
            if (Fared(number, at) is not { } measure) continue;
            int? kind = PartNumbers.Being(tree, next) is >= 0 and var noun ? noun : null;
            return make.Make(number, measure, number.Quantity.Last, kind, stock: true, -1, number.Quantity.Last) with { Part = true };
        }
        return null;
    }

    /// <summary>"Among the missing are 64 firemen": some of them, told before the verb.</summary>
    private FoundFigure? AreAmong(NumberAt number)
    {
        Tree tree = number.Tree;
        int be = number.Quantity.First - 1;
        while (be > 0 && tree[be].Lemma is "least" or "at") be--;
        if (tree[0].Form != "Among" || be < 2 || be > AmongMax || tree[be].Lemma != "be" || number.Thing.IsBare) return null;
        for (int at = 1; at < be; at++)
        {
            if (Fared(number, at) is not { } measure) continue;
            return make.Make(number, measure, number.Thing.At, number.Thing.At, stock: true, -1, number.Thing.At) with { Part = true };
        }
        return null;
    }

    // "63 (9.2 %) were confirmed": over the share of all.
    private static int BehindBracket(Tree tree, int at)
    {
        if (at >= tree.Count || tree[at].Form != "(") return at;
        int close = at;
        while (close < tree.Count && tree[close].Form != ")") close++;
        return close + 1;
    }

    private Measure? Fared(NumberAt number, int at) =>
        number.Memory.Outbreak && number.Tree[at].Lemma is "case" ? Measure.Affected : Fared(number.Tree, at);

    private Measure? Fared(Tree tree, int at) =>
        lexicon.Counts.For(tree[at].Lemma, CountRole.Does)
            .Concat(lexicon.Counts.For(tree[at].Lemma, CountRole.Done))
            .Concat(lexicon.Counts.For(tree[at].Form.ToLowerInvariant(), CountRole.State))
            .FirstOrDefault(word => word.With.IsEmpty && word.Measure is Measure.Killed or Measure.Injured or Measure.Missing)?.Measure;

    /// <summary>"15 died in the district, and 22 in all": the whole, told by its number alone behind a part.</summary>
    private static FoundFigure? InAll(NumberAt number)
    {
        if (number.CloseCount(ElidedMax) is not { } part || !GrandTotal.Is(number.Sentence, number.Quantity.Last)) return null;
        if (!number.MayGoOn || number.Value <= NumberAt.ValueOf(part.Quantity)) return null;
        FoundFigure whole = part.Figure.Like(number.Quantity.Mention, null);
        return whole with { Reading = whole.Reading with { Stock = true } };
    }

    /// <summary>"Eight bodies were found in X, while seven were found in Y": what the same was done to as to those counted before.</summary>
    private FoundFigure? DoneAgain(NumberAt number)
    {
        Tree tree = number.Tree;
        int last = number.Quantity.Last;
        if (number.CloseCount(ElidedMax) is not { } whole || !number.Thing.IsBare) return null;
        int verb = tree.Head(last), before = tree.Head(CountedThing.Of(number.Sentence, whole.Quantity, lexicon).Seat);
        if (verb < 0 || before < 0 || verb == before || tree[verb].Upos != Upos.Verb || tree[verb].Lemma != tree[before].Lemma || !tree.Is(last, "nsubj")) return null;
        return Behind(number, last, verb) is { } place ? whole.Figure.Like(number.Quantity.Mention, place) : null;
    }

    /// <summary>"3,700 houses were destroyed and 2,400 partially damaged", "and 60 others damaged": houses again.</summary>
    private FoundFigure? DamagedToo(NumberAt number)
    {
        Tree tree = number.Tree;
        bool others = number.Thing.At == number.Next && tree[number.Next].Lemma == "other";
        if (number.Close(ElidedMax) is not { Measure: Measure.Other } whole || !number.Thing.IsBare && !others) return null;
        CountedThing things = CountedThing.Of(number.Sentence, whole.Quantity, lexicon);
        int done = others ? number.Next + 1 : number.Next;
        while (done < tree.Count && tree[done].Upos is Upos.Adv or Upos.Aux) done++;
        if (things.Kind != CountedKind.Structure || done >= tree.Count || !IsDamage(tree[done].Form)) return null;
        FoundFigure more = whole.Figure.Like(number.Quantity.Mention, whole.Figure.Reading.Place);
        return more with { Reading = more.Reading with { Subject = FigureMaker.Things(tree, done, done, $"{tree[things.At].Form} {tree[done].Form}") } };
    }

    private bool IsDamage(string word) => lexicon.Counts.For(word.ToLowerInvariant(), CountRole.State).Any(row => row.Of == CountedKind.Structure);

    /// <summary>"80 dead: 31 on the government side and at least 50 rebels": whose they were, where the number stands alone.</summary>
    private FoundFigure? OnASide(NumberAt number)
    {
        Tree tree = number.Tree;
        int on = number.Next, side = on + 1;
        if (number.CloseCount(ElidedMax) is not { } whole || side >= tree.Count) return null;
        if (tree[on].Lemma is not ("on" or "from" or "among") || number.Sentence.DateAt(side) is not null) return null;
        while (side + 1 < tree.Count && tree[side].Lemma is not "side" && tree[side].Upos is Upos.Det or Upos.Adj or Upos.Noun or Upos.Propn) side++;
        if (tree[side].Lemma != "side" || actors.Read(number.Sentence, side) is not { } subject) return null;
        FoundFigure part = whole.Figure.Like(number.Quantity.Mention, whole.Figure.Reading.Place);
        return part with { Reading = part.Reading with { Subject = subject }, Part = true };
    }

    /// <summary>"821 of the dead were in X and 11 in Y", "14 people died in X and 8 people in Y": a number with a place of its own.</summary>
    private FoundFigure? InPlace(NumberAt number)
    {
        Tree tree = number.Tree;
        int end = EndOf(number), place = end + 2;
        if (place >= tree.Count || !IsJoined(number, end) || !places.IsWhere(tree[place - 1].Lemma)) return null;
        NameRun? name = number.Sentence.NameAt(place);
        // A town that no list has may be taken for anything; beside the towns of a list it is one.
        NameRun? unknown = name is { Known: null, Kind: not NameKind.Person } && tree[place - 1].Lemma is "in" or "at" or "near" ? name : null;
        bool isPlace = name is { MayBePlace: true };
        if (!isPlace && unknown is null && tree[place].Upos != Upos.Det) return null;
        if (number.Close(ElidedMax) is not { Measure: not Measure.Fighters } whole) return null;
        if (!isPlace && unknown is not null && whole.Figure.Reading.Place is null) return null;
        PlaceMention? where = Behind(number, end, end);
        if (unknown is not null) where ??= new PlaceMention(tree.Span(unknown.First, unknown.Last), unknown.Words, PlaceForm.Name, false);
        // "18 of them in Y": some of those before.
        return where is not null ? whole.Figure.Like(number.Quantity.Mention, where) with { Part = tree[end].Form is "them" or "whom" || whole.Figure.Part } : null;
    }

    // "and 11 in Y", "and another 11 in Y", "including 11 in Y", "with 11 of them in Y".
    private bool IsJoined(NumberAt number, int end)
    {
        Tree tree = number.Tree;
        int joint = number.Quantity.First - 1;
        while (joint > 0 && lexicon.Words.Has(WordSet.InAddition, tree[joint].Lemma)) joint--;
        return joint >= 0 && (tree[joint].Form is "and" or "," or ";" or ":" or "plus" or "including" || tree[joint].Form == "with" && tree[end].Form is "them" or "whom");
    }

    // "8 people in Y", "1,940 of them in X": the last word before the preposition.
    private static int EndOf(NumberAt number)
    {
        Tree tree = number.Tree;
        int end = number.Quantity.Last;
        bool people = number is { CountsPeople: true, Thing.IsBare: false } && number.Thing.At == end + 1 && tree[end + 1].Lemma is "people" or "person" or "other";
        if (people) end++;
        if (end + 2 < tree.Count && tree[end + 1].Form == "of" && tree[end + 2].Form is "them" or "whom") end += 2;
        return end;
    }

    // The number's place, where it stands behind it.
    private PlaceMention? Behind(NumberAt number, int at, int clause) =>
        places.Find(number.Sentence, at, clause) is { } place && place.Span.Start > number.Quantity.Mention.Span.Start ? place : null;
}
