using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Quantities;

namespace Sitrep.Pipeline.Extract.Figures;

// Numbers that leave out what they count, because the number before said it: parts, totals, lists by place.
public sealed partial class FigureFinder
{
    /// <summary>"821 of the dead were in X and 11 in Y": a bare number with a place of its own is counted as the one before it.</summary>
    private FoundFigure? Elided(ReadSentence sentence, FoundQuantity quantity, List<(FoundQuantity Quantity, FoundFigure Figure)> found, FigureMemory memory)
    {
        Tree tree = sentence.Tree;
        if (OfThose(sentence, quantity) is { } some) return some;
        if (InAll(sentence, quantity, found) is { } all) return all;
        if (DoneAgain(sentence, quantity, found) is { } again) return again;
        // "14 people died in X and 8 people in Y"
        int joint = quantity.First - 1, end = CountedThing.Of(sentence, quantity, lexicon) is { Kind: CountedKind.People, IsBare: false } thing && thing.At == quantity.Last + 1 && tree[thing.At].Lemma is "people" or "person" or "other" ? thing.At : quantity.Last;
        // "1,940 of them in X"
        if (end + 2 < tree.Count && tree[end + 1].Form == "of" && tree[end + 2].Form is "them" or "whom") end += 2;
        int place = end + 2;
        if (DamagedToo(sentence, quantity, found) is { } damaged) return damaged;
        if (OnASide(sentence, quantity, found) is { } side) return side;
        if (InBrackets(sentence, quantity, found, memory) is { } bracketed) return bracketed;
        if (joint < 0 || place >= tree.Count || tree[joint].Form is not ("and" or "," or ";" or ":") || tree[place - 1].Lemma is not ("in" or "at" or "near" or "from" or "on")) return null;
        if (sentence.NameAt(place) is not { MayBePlace: true } && tree[place].Upos != Upos.Det) return null;
        if (found.LastOrDefault() is not { Figure: { } whole, Quantity: { } first } || whole.Reading.Measure == Measure.Fighters || quantity.First - first.Last > ElidedMax) return null;
        return _where.Find(sentence, end, end) is { } where && where.Span.Start > quantity.Mention.Span.Start ? whole with { Reading = whole.Reading with { Quantity = quantity.Mention, Place = where, Revises = null }, Event = -1 } : null;
    }

    /// <summary>"15 died in the district, and 22 in all": the whole, told by its number alone behind a part.</summary>
    private FoundFigure? InAll(ReadSentence sentence, FoundQuantity quantity, List<(FoundQuantity Quantity, FoundFigure Figure)> found)
    {
        if (found.LastOrDefault() is not { Figure: { } part, Quantity: { } first } || part.Reading.Measure is Measure.Fighters or Measure.Other || quantity.First - first.Last > ElidedMax || !FigurePlaces.IsGrandTotal(sentence, quantity.Last)) return null;
        if (CountedThing.Of(sentence, quantity, lexicon) is not ({ IsBare: true } or { Kind: CountedKind.People }) || (quantity.Mention.Best ?? quantity.Mention.Low) <= (first.Mention.Best ?? first.Mention.Low)) return null;
        return part with { Reading = part.Reading with { Quantity = quantity.Mention, Place = null, Revises = null, Stock = true }, Event = -1 };
    }

    /// <summary>"Of those who died, 11 were from X": how those counted fared is told before the comma.</summary>
    private FoundFigure? OfThose(ReadSentence sentence, FoundQuantity quantity)
    {
        Tree tree = sentence.Tree;
        if (tree[0].Form is not ("Of" or "Among") || tree[1].Lemma is not ("those" or "the" or "that")) return null;
        int comma = Enumerable.Range(0, quantity.First).FirstOrDefault(at => tree[at].Form == ",", -1);
        if (comma < 0 || comma > OfThoseMax || sentence.Quantities.Any(other => other.Last < comma) || CountedThing.Of(sentence, quantity, lexicon) is not ({ IsBare: true } or { Kind: CountedKind.People }) || tree[quantity.First - 1].Form is not ("," or "and")) return null;
        // "Of the dead, 40 lacked a coffin" tells no more of them than that.
        if (quantity.Last + 1 >= tree.Count || tree[quantity.Last + 1].Lemma is not ("be" or "come" or "from" or "in" or "at")) return null;
        for (int at = 1; at < comma; at++)
        {
            CountWord? row = lexicon.Counts.For(tree[at].Lemma, CountRole.Does).Concat(lexicon.Counts.For(tree[at].Lemma, CountRole.Done)).Concat(lexicon.Counts.For(tree[at].Form.ToLowerInvariant(), CountRole.State)).FirstOrDefault(word => word.With.IsEmpty && word.Measure is Measure.Killed or Measure.Injured or Measure.Missing);
            if (row is not null) return Make(sentence, quantity, row.Measure, quantity.Last, null, stock: true, -1, quantity.Last) with { Part = true };
        }
        return null;
    }

    /// <summary>"Eight bodies were found in X, while seven were found in Y": a bare number of what the same was done to as to those counted before.</summary>
    private FoundFigure? DoneAgain(ReadSentence sentence, FoundQuantity quantity, List<(FoundQuantity Quantity, FoundFigure Figure)> found)
    {
        Tree tree = sentence.Tree;
        if (found.LastOrDefault() is not { Figure: { } whole, Quantity: { } first } || whole.Reading.Measure is Measure.Fighters or Measure.Other || quantity.First - first.Last > ElidedMax || !CountedThing.Of(sentence, quantity, lexicon).IsBare) return null;
        int verb = tree.Head(quantity.Last), before = tree.Head(CountedThing.Of(sentence, first, lexicon).Seat);
        if (verb < 0 || before < 0 || verb == before || tree[verb].Upos != Upos.Verb || tree[verb].Lemma != tree[before].Lemma || !tree.Is(quantity.Last, "nsubj")) return null;
        return _where.Find(sentence, quantity.Last, verb) is { } where && where.Span.Start > quantity.Mention.Span.Start ? whole with { Reading = whole.Reading with { Quantity = quantity.Mention, Place = where, Revises = null }, Event = -1 } : null;
    }

    /// <summary>"The worst hit are X (3,900) and Y (2,300)": bare numbers in brackets behind places, told after the sick of all places were counted.</summary>
    private FoundFigure? InBrackets(ReadSentence sentence, FoundQuantity quantity, List<(FoundQuantity Quantity, FoundFigure Figure)> found, FigureMemory memory)
    {
        Tree tree = sentence.Tree;
        // "93 dead, followed by Y (33) and Z (17)", "399,000 have fled (to Y 118,000, Z 41,000)": of what was counted right before.
        bool listed = found.Count > 0 && found[^1].Figure.Reading.Measure is Measure.Killed or Measure.Injured or Measure.Missing or Measure.Displaced or Measure.Refugees;
        if (listed && IsNamedInBrackets(sentence, quantity) && sentence.Quantities.Count(other => IsNamedInBrackets(sentence, other)) > 1) return found[^1].Figure with { Reading = found[^1].Figure.Reading with { Quantity = quantity.Mention, Place = Named(sentence, quantity.First - 1), Revises = null }, Event = -1 };
        if (!(listed || memory.CountsSick || memory.Outbreak && found.Count > 0) || !IsBracketed(quantity) || found.Count > 0 && !listed && found[^1].Figure.Reading.Measure != Measure.Affected) return null;
        // "990 contacts are watched in X (790) and Y (141)": what is counted there is named before, and is not the sick.
        if (found.Count == 0 && sentence.Quantities.Any(other => other.First < quantity.First && !IsBracketed(other) && CountedThing.Of(sentence, other, lexicon).At is var noun && tree[noun].Lemma is not ("case" or "zone") && lexicon.Nouns.PlaceClass(tree[noun].Lemma) == NounClass.None)) return null;
        if (sentence.Quantities.Count(IsBracketed) < 2 || _where.Bracketed(sentence, quantity.First) is not { } place) return null;
        // "17 suspected cases in X (8) and Y (7)": of the same sort.
        FigureReading? whole = found.Count > 0 ? found[^1].Figure.Reading : null;
        return new FoundFigure(new FigureReading(listed ? found[^1].Figure.Reading.Measure : Measure.Affected, quantity.Mention, whole?.Subject, place, null, whole?.Stock ?? true, null), quantity.First, -1);

        bool IsBracketed(FoundQuantity one) => one.First > 1 && one.Last + 1 < tree.Count && tree[one.First - 1].Form == "(" && tree[one.Last + 1].Form == ")";
    }

    private static PlaceMention? Named(ReadSentence sentence, int last) => sentence.NameAt(last) is { } name && name.Last == last ? new PlaceMention(sentence.Tree.Span(name.First, name.Last), name.Words, PlaceForm.Name, false) : null;

    // "(Uganda 118,400, Kenya 41,100)"
    private bool IsNamedInBrackets(ReadSentence sentence, FoundQuantity one)
    {
        if (one.First == 0 || sentence.NameAt(one.First - 1) is not { } name || name.Last != one.First - 1 || !(name.MayBePlace || lexicon.Countries.TryByName(name.Words, out _))) return false;
        for (int at = name.First - 1; at >= 0; at--)
        {
            if (sentence.Tree[at].Form == ")") return false;
            if (sentence.Tree[at].Form == "(") return true;
        }
        return false;
    }

    /// <summary>"3,700 houses were destroyed and 2,400 partially damaged": houses again.</summary>
    private FoundFigure? DamagedToo(ReadSentence sentence, FoundQuantity quantity, List<(FoundQuantity Quantity, FoundFigure Figure)> found)
    {
        Tree tree = sentence.Tree;
        if (found.LastOrDefault() is not { Figure: { Reading.Measure: Measure.Other } whole, Quantity: { } first } || quantity.First - first.Last > ElidedMax || !CountedThing.Of(sentence, quantity, lexicon).IsBare) return null;
        CountedThing before = CountedThing.Of(sentence, first, lexicon);
        int done = quantity.Last + 1;
        while (done < tree.Count && tree[done].Upos is Upos.Adv or Upos.Aux) done++;
        if (before.Kind != CountedKind.Structure || done >= tree.Count || !lexicon.Counts.For(tree[done].Form.ToLowerInvariant(), CountRole.State).Any(row => row.Of == CountedKind.Structure)) return null;
        string words = $"{tree[before.At].Form} {tree[done].Form}";
        return whole with { Reading = whole.Reading with { Quantity = quantity.Mention, Revises = null, Subject = new ActorMention(tree.Span(done, done), words, ActorForm.Common, null, words.ToLowerInvariant(), null, Model.World.ActorKind.Other) }, Event = -1 };
    }

    /// <summary>"80 dead: 31 on the government side and at least 50 rebels": whose they were, where the number stands alone.</summary>
    private FoundFigure? OnASide(ReadSentence sentence, FoundQuantity quantity, List<(FoundQuantity Quantity, FoundFigure Figure)> found)
    {
        Tree tree = sentence.Tree;
        int on = quantity.Last + 1, side = on + 1;
        if (found.LastOrDefault() is not { Figure: { } whole, Quantity: { } first } || whole.Reading.Measure is Measure.Fighters or Measure.Other || quantity.First - first.Last > ElidedMax) return null;
        if (side >= tree.Count || tree[on].Lemma is not ("on" or "from" or "among") || sentence.DateAt(side) is not null) return null;
        while (side + 1 < tree.Count && tree[side].Lemma is not "side" && tree[side].Upos is Upos.Det or Upos.Adj or Upos.Noun or Upos.Propn) side++;
        if (tree[side].Lemma != "side" || actors.Read(sentence, side) is not { } subject) return null;
        return whole with { Reading = whole.Reading with { Quantity = quantity.Mention, Subject = subject, Revises = null }, Event = -1, Part = true };
    }

    /// <summary>"24 people were killed, including 11 children", "40 dead, 12 of them soldiers": a part is counted as the whole is.</summary>
    private FoundFigure? PartOf(ReadSentence sentence, FoundQuantity quantity, List<(FoundQuantity Quantity, FoundFigure Figure)> found)
    {
        Tree tree = sentence.Tree;
        if (found.LastOrDefault() is not { Figure: { } whole, Quantity: { } first } || whole.Reading.Measure is Measure.Fighters or Measure.Other || quantity.First - first.Last > PartMax) return null;
        int before = quantity.First - 1, behind = quantity.Last + 1;
        // "a million are displaced, of which around 87,000 people are sheltered in bases"
        bool included = IsIncluded(tree, quantity) || whole.Reading.Measure is Measure.Displaced or Measure.Refugees && before > 0 && tree[before].Form is "which" or "whom" && tree[before - 1].Form == "of";
        bool ofThem = behind + 2 < tree.Count && tree[behind].Lemma == "of" && tree[behind + 1].Form is "them" or "whom";
        // "including two women and three children"
        bool listed = before >= 0 && tree[before].Lemma == "and" && whole.Part;
        if (!included && !ofThem && !listed) return null;
        CountedThing thing = CountedThing.Of(sentence, quantity, lexicon);
        // "of which 60 were children"
        bool being = behind + 1 < tree.Count && tree[behind].Lemma == "be" && tree[behind + 1].Upos == Upos.Noun;
        int noun = ofThem && behind + 2 < tree.Count ? behind + 2 : being ? behind + 1 : thing.At;
        if (noun == thing.Number || lexicon.Nouns.ActorClass(tree[noun].Lemma) == NounClass.None || actors.Read(sentence, noun) is not { } subject) return null;
        return whole with { Reading = whole.Reading with { Quantity = quantity.Mention, Subject = subject, Revises = null }, Event = -1, Part = true };
    }
}
