using System.Collections.Frozen;
using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Places;

/// <summary>A place phrase and how much of it is meant.</summary>
public sealed record FoundPlace(PlaceMention Mention, NounClass Class, Extent? Extent);

/// <summary>Reads a noun phrase as a place: a toponym, or a common noun for one ("the town").</summary>
public sealed class PlaceFinder(ReadingLexicon lexicon, DataFolder data)
{
    private static readonly FrozenSet<string> NearWords = FrozenSet.Create(StringComparer.Ordinal, "near", "around", "outside", "beyond", "off", "towards");

    private readonly FrozenDictionary<string, Extent> _partitives =
        data.Rows("partitives.tsv", "word", "extent").ToFrozenDictionary(row => row[0], row => Spelling.Parse<Extent>(row[1]), StringComparer.Ordinal);

    /// <returns>Null when the phrase headed by <paramref name="head"/> names no place.</returns>
    public FoundPlace? Read(ReadSentence sentence, int head) => Read(sentence, head, depth: 0);

    private FoundPlace? Read(ReadSentence sentence, int head, int depth)
    {
        Tree tree = sentence.Tree;
        if (depth > 3 || sentence.DateAt(head) is not null) return null;
        // "the Al Haouz region southwest of Marrakech": the region, and not what it lies by.
        if (NameFinder.IsDirection(tree[head].Lemma, lexicon.Words) && tree.Children(head).FirstOrDefault(child => child < head && tree.Is(child, "compound") && lexicon.Nouns.PlaceClass(tree[child].Lemma) != NounClass.None, -1) is >= 0 and var before)
        {
            if (before > 0 && sentence.NameAt(before - 1) is { MayBePlace: true } region) return Read(sentence, region.Last, depth + 1) is { } lies ? lies with { Mention = lies.Mention with { Hint = tree[before].Lemma } } : null;
        }
        bool near = NearWords.Contains(tree.Preposition(head)) || IsDistanceFrom(tree, head);
        if (sentence.NameAt(head) is { } name)
        {
            if (!name.MayBePlace && !IsSited(tree, name)) return null;
            // "off the coast of east Africa": somewhere.
            if (lexicon.Words.Has(WordSet.Continent, name.Words[(name.Words.LastIndexOf(' ') + 1)..]) && !lexicon.Countries.TryByName(name.Words, out _) && (near || tree.Preposition(head) == "of")) return null;
            // "Camp 9": one of many, whatever town bears the name.
            if (name.First == name.Last && name.Last + 1 < tree.Count && char.IsAsciiDigit(tree[name.Last + 1].Form[0]) && lexicon.Nouns.PlaceClass(name.Words.ToLowerInvariant()) != NounClass.None) return null;
            // "free from Ebola": the sickness, whatever river bears its name.
            if (name.First == name.Last && lexicon.Words.Has(WordSet.Disease, name.Words.ToLowerInvariant())) return null;
            // "outside the Safari Hotel at the junction in X": what no gazetteer knows lies where it is said to lie.
            if (lexicon.Gazetteer.Find(name.Words).IsEmpty && !IsDivision(tree, name) && Within(sentence, head, depth) is { } known) return known with { Mention = known.Mention with { Near = near || known.Mention.Near } };
            string words = name.Words.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name.Words[4..] : name.Words;
            return new FoundPlace(new PlaceMention(tree.Span(name.First, name.Last), words, PlaceForm.Name, near) { Hint = Container(sentence, name) ?? Called(tree, head), Beside = IsDistanceFrom(tree, head) || IsAside(sentence, head) || IsOfBody(tree, name) }, NounClass.None, null);
        }
        NounClass kind = lexicon.Nouns.PlaceClass(tree[head].Lemma);
        // "Borno state", "the state of Borno": a region; "the state" alone is a body.
        if (kind == NounClass.None && tree[head].Lemma is "state" or "State" && NamingOrder(tree, head).Any(child => (tree.Is(child, "compound") || tree.Preposition(child) == "of") && sentence.NameAt(child) is { MayBePlace: true })) kind = NounClass.Region;
        bool partitive = _partitives.TryGetValue(tree[head].Lemma, out Extent extent);
        if (kind == NounClass.None && !partitive) return null;
        // "controlled the city centre": a part of the city that is told of.
        if (kind == NounClass.None && head > 0 && tree.Head(head - 1) == head && tree.Is(head - 1, "compound") && lexicon.Nouns.PlaceClass(tree[head - 1].Lemma) == NounClass.Settlement && sentence.NameAt(head - 1) is null) return Read(sentence, head - 1, depth + 1) is { } whole ? whole with { Extent = extent } : null;
        // "the Tigray regional capital Mekelle": its name stands right behind.
        if (kind == NounClass.Settlement && head + 1 < tree.Count && sentence.NameAt(head + 1) is { MayBePlace: true } seatName && seatName.First == head + 1 && tree[head].Lemma == "capital" && !lexicon.Gazetteer.Find(seatName.Words).IsEmpty) return Read(sentence, head + 1, depth + 1) is { } called ? called with { Mention = called.Mention with { Near = near || called.Mention.Near, Beside = called.Mention.Beside || IsDistanceFrom(tree, head) } } : null;
        // "Haiti's capital", "the Haitian capital": the town, which need not be named.
        if (tree[head].Lemma == "capital" && CapitalOf(sentence, head) is { } seat) return new FoundPlace(new PlaceMention(tree.Span(head, head), seat.Capital, PlaceForm.Name, near) { Hint = seat.Country }, NounClass.Settlement, null);
        if (tree[head].Lemma == "capital" && SeatOf(sentence, head, depth) is { } centre) return new FoundPlace(new PlaceMention(tree.Span(head, head), centre.Seat, PlaceForm.Name, near) { Hint = centre.Division }, NounClass.Settlement, null);
        // "seized A, B and C towns of the X region": what stands right before is what one of them is called, X where they lie.
        if (kind == NounClass.Settlement && tree[head].Penn == "NNS" && head > 0 && tree.Is(head - 1, "compound") && sentence.NameAt(head - 1) is { MayBePlace: true } own && !lexicon.Countries.TryByName(own.Words, out _) && tree.Children(head).Any(child => child > head && tree.Preposition(child) is "of" or "in")) return Read(sentence, head - 1, depth + 1) is { } one ? one with { Mention = one.Mention with { Hint = "town" }, Class = kind } : null;
        string? container = null;
        FoundPlace? building = null;
        foreach (int child in NamingOrder(tree, head))
        {
            if (Read(sentence, child, depth + 1) is not { } inner || (inner.Mention.Form == PlaceForm.Common && (!partitive || tree.Is(child, "compound")))) continue;   // "desert areas near X": the desert names nothing
            // "the east Libya oil town", "the eastern Ukraine city": where it lies, and not what it is called.
            if (kind == NounClass.Settlement && tree.Is(child, "compound") && lexicon.Countries.TryByName(inner.Mention.Words, out _) && (child < head - 1 || char.IsLower(tree[head].Form[0]) && lexicon.Gazetteer.Find(inner.Mention.Words).All(place => place.Class != PlaceClass.Settlement)))
            {
                container ??= inner.Mention.Words;
                continue;
            }
            // "the Red Sea port city": what it lies on is not what it is called.
            if (kind is NounClass.Settlement or NounClass.Facility && tree.Is(child, "compound") && IsWide(inner.Mention.Words)) continue;
            string preposition = tree.Preposition(child);
            // "the capital of X, Y": X is where it lies, Y is what it is called, wherever the tree hung it.
            if (tree[head].Lemma == "capital" && preposition == "of" && NamingOrder(tree, head).Concat(NamingOrder(tree, child)).FirstOrDefault(other => tree.Is(other, "appos") && sentence.NameAt(other) is { MayBePlace: true }, -1) is >= 0 and var called)
            {
                return Read(sentence, called, depth + 1) is { } town ? town with { Mention = town.Mention with { Near = near, Hint = inner.Mention.Words }, Class = kind } : inner;
            }
            // "the last stronghold in the north", "X's twin town": where it lies or what it is beside, not what it is called.
            // "60 settlements in the X region": somewhere in it.
            bool among = kind == NounClass.Settlement && preposition == "in" && inner.Class == NounClass.Region && tree[head].Penn == "NNS" && IsIndefinite(tree, head);
            if (kind == NounClass.Settlement && !among && (preposition.Length > 0 && preposition != "of" || tree[child].Relation == "nmod:poss"))
            {
                // "a town near the Kenyan border": on either side of it.
                if (preposition is not ("in" or "inside" or "within") && lexicon.Words.Has(WordSet.Edge, tree[child].Lemma)) continue;
                container ??= inner.Mention.Words;
                continue;
            }
            // "three districts in X", "new territory in X", "a district of X": somewhere in it, never all of it.
            bool within = among || kind is NounClass.Region or NounClass.Area && (preposition == "in" || preposition == "of" && IsIndefinite(tree, head) && !tree.Children(head).Any(child => tree.Is(child, "det") && tree[child].Lemma == "the"));
            if (within) extent = Extent.Partial;
            bool part = within || partitive && (preposition == "of" || tree[child].Relation == "nmod:poss") && kind != NounClass.Settlement;   // "the city's downtown"
            string? hint = inner.Mention.Form == PlaceForm.Name && preposition is "of" or "" && kind != NounClass.None ? LandOf(tree, head, kind) ?? tree[head].Lemma : inner.Mention.Hint;
            var found = new FoundPlace(
                inner.Mention with { Near = near || inner.Mention.Near || (preposition is not ("of" or "in" or "" or "at" or "within" or "inside")), Hint = hint },
                kind is NounClass.None or NounClass.Area && inner.Class != NounClass.None ? inner.Class : kind, part ? extent : inner.Extent);
            // "the Oasis hotel in X": a building that no gazetteer knows lies where it is said to lie.
            bool unknown = preposition.Length == 0 && inner.Mention.Form == PlaceForm.Name && kind is not (NounClass.None or NounClass.Settlement or NounClass.Region or NounClass.Country) && lexicon.Gazetteer.Find(inner.Mention.Words).IsEmpty;
            if (!unknown) return found;
            building ??= found;
        }
        if (building is not null) return building;
        if (kind == NounClass.None) return null;
        // "the city of X one day after …": the tree may have lost X, the words have not.
        int behind = head + 1 < tree.Count && tree[head + 1].Form == "of" ? head + 2 : head + 1;
        if (kind is NounClass.Settlement or NounClass.Region && behind < tree.Count && sentence.NameAt(behind) is { MayBePlace: true } adjacent && adjacent.First == behind)
        {
            return new FoundPlace(new PlaceMention(tree.Span(adjacent.First, adjacent.Last), adjacent.Words, PlaceForm.Name, near) { Hint = tree[head].Lemma }, kind, null);
        }
        // "the Chadian border", "Kenyan territory": the country, by its people's name.
        if (kind is NounClass.Region or NounClass.Country)
        {
            foreach (int child in tree.Children(head))
            {
                if (tree.Is(child, "amod") && char.IsUpper(tree[child].Form[0]) && lexicon.Countries.TryByDemonym(tree[child].Form, out _) && Lands.At(lexicon.Gazetteer, tree.Forms, child) is { Code: { } code } land && lexicon.Countries.NameOf(code) is { } country)
                {
                    return new FoundPlace(new PlaceMention(tree.Span(land.First, head), country, PlaceForm.Name, near), kind, null);
                }
            }
        }
        // "the provincial capital": no country's.
        bool minor = tree[head].Lemma == "capital" && tree.Children(head).Any(child => tree.Is(child, "amod") || tree.Is(child, "compound"));
        // "towns", "a town" go back to nothing; kept as written, so that no antecedent is looked for.
        return new FoundPlace(new PlaceMention(tree.Span(head, head), IsIndefinite(tree, head) || minor ? tree[head].Form.ToLowerInvariant() + " (indefinite)" : tree[head].Lemma, PlaceForm.Common, near) { Hint = container }, kind, null);
    }

    /// <summary>"the southern Armenian city of X": Armenia, where it lies; null where nobody's country is told.</summary>
    private string? LandOf(Tree tree, int head, NounClass kind)
    {
        if (kind != NounClass.Settlement) return null;
        foreach (int child in tree.Children(head)) if (child < head && (tree.Is(child, "amod") || tree.Is(child, "compound")) && char.IsUpper(tree[child].Form[0]) && Lands.At(lexicon.Gazetteer, tree.Forms, child) is { Code: { } code }) return lexicon.Countries.NameOf(code);
        return null;
    }

    /// <summary>"captured the town hall": a building that is held or taken like a place; null when the phrase names none.</summary>
    public FoundPlace? Building(ReadSentence sentence, int head)
    {
        Tree tree = sentence.Tree;
        if (sentence.NameAt(head) is not null || !lexicon.Words.Has(WordSet.Building, tree[head].Lemma)) return null;
        // "the castle of X", "the castle and parts of X"
        foreach (int child in tree.Children(head)) if (child > head && (tree.Is(child, "nmod") && tree.Preposition(child) is "of" or "in" || tree.Is(child, "conj")) && Read(sentence, child) is { Mention.Form: PlaceForm.Name } town) return new FoundPlace(town.Mention, NounClass.Facility, Extent.Partial);
        return new FoundPlace(new PlaceMention(tree.Span(head, head), IsIndefinite(tree, head) ? tree[head].Form.ToLowerInvariant() + " (indefinite)" : tree[head].Lemma, PlaceForm.Common, false), NounClass.Facility, null);
    }

    // "the centre of Tehran university", "the Moscow government": a body is told of, and "the city" behind goes back to another.
    private bool IsOfBody(Tree tree, NameRun name) =>
        name.Last + 1 < tree.Count && tree[name.Last + 1] is { Upos: Upos.Noun } next && (lexicon.Nouns.ActorClass(next.Lemma) is NounClass.Body or NounClass.Monitor or NounClass.Media || next.Lemma is "university");

    // "Taza Province", by a name that is listed without its last word.
    private bool IsDivision(Tree tree, NameRun name) => name.First < name.Last && lexicon.Nouns.PlaceClass(tree[name.Last].Lemma.ToLowerInvariant()) == NounClass.Region && !lexicon.Gazetteer.Find(tree.Words(name.First, name.Last - 1)).IsEmpty;

    // A sea, a river, a part of the world.
    private bool IsWide(string words) => lexicon.Gazetteer.Find(words) is { IsEmpty: false } known && known.Any(place => place.Class == PlaceClass.Region) && known.All(place => place.Class != PlaceClass.Settlement);

    private static bool IsIndefinite(Tree tree, int head) =>
        tree[head].Penn is "NNS" or "NNPS" || tree.Children(head).Any(child => tree.Is(child, "det") && tree[child].Lemma is "a" or "an" or "another" or "some" or "any" or "every" or "each" or "no");

    /// <summary>The capital of the country that stands beside the word; null when none does, and when its name stands there too.</summary>
    private (string Capital, string Country)? CapitalOf(ReadSentence sentence, int head)
    {
        Tree tree = sentence.Tree;
        foreach (int child in tree.Children(head))
        {
            bool beside = tree[child].Relation == "nmod:poss" || tree[child].Relation == "nmod" && tree.Preposition(child) == "of" || (tree.Is(child, "amod") || tree.Is(child, "compound")) && child < head && lexicon.Countries.TryByDemonym(tree[child].Form, out _);   // "the South Sudanese capital"
            if (!beside || Lands.At(lexicon.Gazetteer, tree.Forms, child) is not { Code: { } code } || lexicon.Countries.CapitalOf(code) is not { } capital || lexicon.Countries.NameOf(code) is not { } country) continue;
            return NamingOrder(tree, head).Any(other => other != child && sentence.NameAt(other) is { MayBePlace: true } named && !(named.First <= child && child <= named.Last)) ? null : (capital, country);
        }
        return null;
    }

    /// <summary>Words from "capital" to the comma behind its province: "capital of the X region,".</summary>
    private const int SeatMax = 7;

    /// <summary>The seat of the province that stands beside the word ("the capital of the X region"); null when none does, when several provinces have the name, and when the town's own name stands there too.</summary>
    private (string Seat, string Division)? SeatOf(ReadSentence sentence, int head, int depth)
    {
        Tree tree = sentence.Tree;
        foreach (int child in tree.Children(head))
        {
            if (tree[child].Relation != "nmod:poss" && tree.Preposition(child) != "of" || Read(sentence, child, depth + 1) is not { Mention: { Form: PlaceForm.Name } inner }) continue;
            GazetteerPlace[] divisions = [.. lexicon.Gazetteer.Find(inner.Words).Where(place => place.Class == PlaceClass.Admin1 || place.Class == PlaceClass.Region && lexicon.Gazetteer.SeatOf(place) is not null).Take(2)];
            if (divisions is not [var division] || lexicon.Gazetteer.SeatOf(division) is not { } seat) continue;
            bool named = NamingOrder(tree, head).Concat(NamingOrder(tree, child)).Any(other => other != child && sentence.NameAt(other) is { MayBePlace: true } town && town.Words != inner.Words && (tree.Is(other, "appos") || tree.Is(other, "compound") && tree.Head(other) == head) && !lexicon.Gazetteer.Find(town.Words).IsEmpty);
            // "The capital of X, Y, is …": Y, wherever the tree hung it.
            int behind = head + 1;
            while (behind < tree.Count && behind - head < SeatMax && tree[behind].Form != ",") behind++;
            if (behind + 1 < tree.Count && tree[behind].Form == "," && sentence.NameAt(behind + 1) is { MayBePlace: true } own && !lexicon.Gazetteer.Find(own.Words).IsEmpty) return (own.Words, inner.Words);
            return named ? null : (seat.Name, inner.Words);
        }
        return null;
    }

    /// <summary>The place in the gazetteer that stands under a name which is not there, by way of "in", "at" and "of".</summary>
    private FoundPlace? Within(ReadSentence sentence, int head, int depth)
    {
        foreach (int child in sentence.Tree.Children(head))
        {
            // "1,591 in X and 809 in Y": Y is where others were counted.
            if (Enumerable.Range(head + 1, Math.Max(0, child - head - 1)).Any(between => sentence.Tree[between].Upos is Upos.Num or Upos.Cconj)) continue;
            if (child < head || sentence.Tree[child].Relation is not ("nmod" or "appos") || sentence.Tree.Preposition(child) is not ("in" or "at" or "of" or "on")) continue;
            if (sentence.NameAt(child) is not { } name) { if (depth < 3 && Within(sentence, child, depth + 1) is { } below) return below; }
            else if (name.MayBePlace && !lexicon.Gazetteer.Find(name.Words).IsEmpty) return Read(sentence, child, depth + 1);
        }
        return null;
    }

    // "the town of X" before "X's twin town"; "provincial capital X" and "X province"; last "areas near X".
    private IEnumerable<int> NamingOrder(Tree tree, int head)
    {
        foreach (int child in tree.Children(head)) if (tree[child].Relation == "nmod" && tree.Preposition(child) == "of" && !IsBearing(tree, child)) yield return child;
        foreach (int child in tree.Children(head)) if (tree.Is(child, "flat") || tree.Is(child, "compound") || tree.Is(child, "appos")) yield return child;
        // "the X gas plant"
        foreach (int child in tree.Children(head)) if (tree.Is(child, "compound") && tree[child].Upos == Upos.Noun) foreach (int below in tree.Children(child)) if (tree.Is(below, "compound") && tree[below].Upos == Upos.Propn) yield return below;
        foreach (int child in tree.Children(head)) if (tree[child].Relation == "nmod" && tree.Preposition(child) is not ("of" or "with" or "from" or "to" or "by")) yield return child;
        foreach (int child in tree.Children(head)) if (tree[child].Relation == "nmod:poss") yield return child;
    }

    // "X city just south of Y": Y says where X lies, and does not name it.
    private bool IsBearing(Tree tree, int child) => tree.Extent(child).First is > 0 and var of && tree[of].Form == "of" && (NameFinder.IsDirection(tree[of - 1].Lemma, lexicon.Words) || tree[of - 1].Lemma == "outside");

    // "X, 30 kilometres to the north": what lies somewhere is a place, whatever it was taken for.
    private bool IsSited(Tree tree, NameRun name)
    {
        int at = name.Last + 1;
        if (at + 2 >= tree.Count || tree[at].Form != ",") return false;
        while (at + 1 < tree.Count && tree[at + 1].Lemma is "about" or "some" or "around" or "just" or "only") at++;
        return at + 2 < tree.Count && tree[at + 1].Upos == Upos.Num && lexicon.Words.Has(WordSet.DistanceUnit, tree[at + 2].Lemma);
    }

    // "came over the border from X", "its bastions of X and Y": a later "the town" is neither.
    private bool IsAside(ReadSentence sentence, int head)
    {
        Tree tree = sentence.Tree;
        if (IsSeatOfPower(sentence, head) || SpeakersPlace.Is(sentence, head, lexicon)) return true;
        if (tree.Preposition(head) == "from" && tree.Is(head, "obl")) return tree.Head(head) is >= 0 and var verb && lexicon.Words.Has(WordSet.ComesFrom, tree[verb].Lemma);
        // "told reporters in X that the town …": where it was said.
        if (tree.Preposition(head) == "in" && tree.Head(head) is >= 0 and var told && (tree[told].Lemma == "tell" || lexicon.Words.Has(WordSet.SpeakingPlace, tree[told].Lemma))) return true;
        // "areas including X", "as well as the city of Y": named as one of several, and left again.
        for (int at = head, steps = 0; at >= 0 && steps < 4 && tree[at].Upos is Upos.Noun or Upos.Propn; at = tree.Head(at), steps++) if (tree.Preposition(at) is "such as" or "as well as" or "like" || lexicon.Words.Has(WordSet.Includes, tree.Preposition(at))) return true;
        // "retreated towards X"; "the authorities in X denied that the town …"; "a village near X".
        if (tree.Preposition(head) is "towards" or "toward") return true;
        // "residents who fled to X said that the town …": where they are now.
        for (int at = head, steps = 0; at >= 0 && steps < 4; at = tree.Head(at), steps++)
        {
            if (tree[at].Relation is not ("acl:relcl" or "acl")) continue;
            if (tree.Head(at) is >= 0 and var teller && tree.Is(teller, "nsubj") && tree.Head(teller) is >= 0 and var speaks && lexicon.CueBook.For(tree[speaks].Lemma, CueForm.Verb) is { Kind: CueKind.Denial or CueKind.Speech }) return true;
            break;
        }
        if (tree[head].Relation == "nmod" && tree.Head(head) is >= 0 and var who && tree[who].Upos is Upos.Noun or Upos.Propn)
        {
            if (tree.Preposition(head) == "of" && tree.Preposition(who) is "towards" or "toward") return true;
            if (tree.Preposition(head) is "near" or "outside" && tree.Is(who, "appos")) return true;
            if (tree.Preposition(head) == "in" && tree.Is(who, "nsubj") && tree.Head(who) is >= 0 and var says && lexicon.CueBook.For(tree[says].Lemma, CueForm.Verb) is { Kind: CueKind.Denial or CueKind.Speech }) return true;
        }
        bool joined = tree.Is(head, "conj") && tree.Head(head) is >= 0 and var first && sentence.NameAt(first) is { MayBePlace: true };
        return joined || tree.Children(head).Any(child => tree.Is(child, "conj") && sentence.NameAt(child) is { MayBePlace: true });
    }

    /// <summary>"gave Ankara its first success", "despite Ankara's claim that the town …": the government that sits there, and no place.</summary>
    private bool IsSeatOfPower(ReadSentence sentence, int head)
    {
        Tree tree = sentence.Tree;
        if (sentence.NameAt(head) is not { } name || !lexicon.Countries.TryByCapital(name.Words, out _)) return false;
        return tree.Is(head, "iobj") || tree[head].Relation == "nmod:poss" && tree.Head(head) is >= 0 and var told && lexicon.Verdicts.IsTelling(tree, told);
    }

    // "30 km south of X", "12 miles from X"
    private bool IsDistanceFrom(Tree tree, int head)
    {
        // "south of the capital X"
        if (tree.Preposition(head).Length == 0 && (tree.Is(head, "appos") || tree.Is(head, "flat") || tree.Is(head, "compound")) && tree.Head(head) is >= 0 and var called && called < head && (tree[called].Lemma == "capital" || lexicon.Words.Has(WordSet.SettlementWord, tree[called].Lemma))) return IsDistanceFrom(tree, called);
        if (tree.Preposition(head) is not ("of" or "from")) return false;
        int governor = tree.Head(head), from = tree.Child(head, "case");
        // "pulled back to Y, 46 miles from X", with X hung on the verb.
        if (from > 1 && tree[from].Lemma == "from" && tree[from - 2].Upos == Upos.Num && lexicon.Words.Has(WordSet.DistanceUnit, tree[from - 1].Lemma)) return true;
        // "12 people 15 km north of X", with X hung on the verb; "the north of X" is a part of it.
        if (from > 1 && tree[from].Lemma == "of" && char.IsLower(tree[from - 1].Form[0]) && lexicon.Words.Has(WordSet.Compass, tree[from - 1].Lemma) && tree[from - 2].Upos != Upos.Det && tree[from - 2].Upos != Upos.Adj) return true;
        // The parser hangs the "of" on the name as often as on the noun before it.
        if (governor >= 0 && tree.Is(head, "appos") && (tree[governor].Lemma == "capital" || lexicon.Words.Has(WordSet.SettlementWord, tree[governor].Lemma))) governor = tree.Head(governor);
        // "200 km southwest of the port and stronghold of X"
        if (governor >= 0 && governor < head && tree[governor].Upos == Upos.Noun && tree.Preposition(head) == "of" && (tree.Preposition(governor) == "of" || tree.Is(governor, "conj") && tree.Head(governor) is >= 0 and var first && tree.Preposition(first) == "of") && IsDistanceFrom(tree, tree.Is(governor, "conj") && tree.Preposition(governor).Length == 0 ? tree.Head(governor) : governor)) return true;
        return governor >= 0 && (tree[governor].Lemma == "outside" || lexicon.Words.Has(WordSet.Compass, tree[governor].Lemma) || lexicon.Words.Has(WordSet.DistanceUnit, tree[governor].Lemma));
    }

    // "X, a town near the border", "the mayor of X": a town, which a later "the town" may go back to, whether a gazetteer has it or not.
    private string? Called(Tree tree, int head)
    {
        if (tree.Preposition(head) == "of" && tree.Head(head) is >= 0 and var office && tree[office].Lemma is "mayor" or "deputy mayor") return "town";
        foreach (int child in tree.Children(head)) if (child > head && tree.Is(child, "appos") && tree[child].Upos == Upos.Noun && lexicon.Words.Has(WordSet.TownWord, tree[child].Lemma)) return tree[child].Lemma;
        return null;
    }

    // "Goma, Congo", "Tripoli in Lebanon": the place it lies in, when it follows at once.
    private string? Container(ReadSentence sentence, NameRun name)
    {
        Tree tree = sentence.Tree;
        int next = name.Last + 1;
        if (next >= tree.Count) return null;
        if (tree[next].Form == "," || tree[next].Lemma == "in") next++;
        else return tree[next].Upos is Upos.Noun && tree[next].Form.Length > 3 ? tree[next].Lemma : null;
        while (next < tree.Count && tree[next].Upos is Upos.Adj or Upos.Det && !char.IsUpper(tree[next].Form[0])) next++;
        if (next < tree.Count && lexicon.Words.Has(WordSet.QuarterWord, tree[next].Lemma)) return tree[next].Lemma;   // "X, a suburb of the capital"
        return next < tree.Count && sentence.NameAt(next) is { MayBePlace: true } container ? container.Words : null;
    }
}
