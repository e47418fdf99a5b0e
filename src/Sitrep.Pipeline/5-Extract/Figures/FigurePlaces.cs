using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Attributions;
using Sitrep.Pipeline.Extract.Events;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Places;
using Sitrep.Pipeline.Extract.Quantities;

namespace Sitrep.Pipeline.Extract.Figures;

/// <summary>Where a number was counted: the place of its own phrase, else of the verbs above it, else the nearest one that the sentence names.</summary>
internal sealed class FigurePlaces(ReadingLexicon lexicon, PlaceFinder places)
{
    /// <summary>Heads walked up from the number; a clause inside a clause inside the sentence.</summary>
    private const int HeadsMax = 5;

    /// <summary>Words between a number and the "in all" behind it.</summary>
    private const int TotalMax = 8;

    /// <summary>Words between a number and "all of them".</summary>
    private const int AllMax = 8;

    /// <summary>Words of "the province of" before a name.</summary>
    private const int PhraseMax = 4;

    /// <summary>Words from a bracket to what it counts: "(some 21 suspected cases".</summary>
    private const int BracketMax = 6;

    /// <summary>Words between two counts of a list.</summary>
    private const int ListedMax = 12;

    public PlaceMention? Find(ReadSentence sentence, int at, int clause) =>
        IsGrandTotal(sentence, at) ? null : Widest(sentence, at, clause) is { } found ? lexicon.Countries.TryByName(found.Words, out string? land) ? Town(sentence, at, land) ?? found : found : null;

    /// <summary>"22 in all", "12,000 people had fled in total": of all places, and not of one that another number of the sentence has.</summary>
    public static bool IsGrandTotal(ReadSentence sentence, int at)
    {
        Tree tree = sentence.Tree;
        int next = sentence.Quantities.FirstOrDefault(other => other.First > at)?.First ?? tree.Count;
        bool others = sentence.Quantities.Any(other => other.Last < at || other.First > at);
        for (int word = at + 1; others && word < next && word - at <= TotalMax && tree[word].Form is not (";" or ":" or "(" or "\"" or "“" or "”"); word++)
        {
            if (tree[word].Form is "altogether" || tree[word].Form == "in" && word + 1 < tree.Count && tree[word + 1].Form is "all" or "total" && !(word + 2 < tree.Count && tree[word + 2].Upos is Upos.Noun or Upos.Adj or Upos.Num or Upos.Det || word + 2 < tree.Count && tree[word + 2].Form == "of")) return true;
        }
        return false;
    }

    /// <summary>"a bomber in Pakistan killed 70 at a hospital in the city of Quetta": the one town of that country that the number's own clause names.</summary>
    private PlaceMention? Town(ReadSentence sentence, int at, string land)
    {
        Tree tree = sentence.Tree;
        PlaceMention? only = null;
        for (int token = at + 1; token < tree.Count; token++)
        {
            if (sentence.NameAt(token) is not { MayBePlace: true } run || run.First != token || lexicon.Countries.TryByName(run.Words, out _) || !lexicon.Gazetteer.Find(run.Words).Any(place => place.Country == land && place.Class == Data.Places.PlaceClass.Settlement)) continue;
            int head = HeadOf(tree, run);
            if (!(IsWhere(tree.Preposition(head)) || tree.Is(head, "nmod") && tree.Preposition(head) == "of") || Enumerable.Range(at, token - at).Any(verb => tree[verb].Upos == Upos.Verb && tree.Child(verb, "nsubj") > at)) continue;
            if (only is not null) return null;
            only = places.Read(sentence, head)?.Mention;
        }
        return only;
    }

    private PlaceMention? Widest(ReadSentence sentence, int at, int clause)
    {
        Tree tree = sentence.Tree;
        // "rose to 38 on Monday, all of them in X"
        for (int all = at + 1; all < Math.Min(tree.Count - 2, at + AllMax); all++)
        {
            if (tree[all].Lemma == "all" && tree[all + 1].Form == "of" && tree[all + 2].Form is "them" or "whom" && Below(sentence, all, at) is { } shared) return shared;
        }
        // "Out of the 2,189 dead, 1,832 were in X": the whole is of no part's place.
        if (IsWhole(tree, at)) return null;
        if (RightBefore(sentence, at) is { } before) return before;
        if (Bracketed(sentence, at) is { } bracketed) return bracketed;
        if (Listed(sentence, at) is { } listed) return listed;
        foreach (int from in new[] { at, clause })
        {
            if (Below(sentence, from, at) is { } own) return own;
        }
        for (int head = tree.Head(at), steps = 0; head >= 0 && steps < HeadsMax; head = tree.Head(head), steps++)
        {
            // "raising the toll in the country to 259" counts there.
            if (Reports(tree, head) && !Registers(tree, head, at) && !tree.Children(head).Any(child => tree.Is(child, "obj") && lexicon.Counts.IsTally(tree[child].Lemma))) break;
            if (Below(sentence, head, at) is { } above) return above;
        }
        return WorstHit(sentence, at) ?? Nearest(sentence, at);
    }

    /// <summary>"X remains the hardest hit province, with 93 dead": X has them.</summary>
    private PlaceMention? WorstHit(ReadSentence sentence, int at)
    {
        Tree tree = sentence.Tree;
        int with = at;
        while (with > 0 && at - with < PhraseMax && tree[with].Lemma != "with") with--;
        if (tree[with].Lemma != "with") return null;
        int hit = with;
        while (hit >= 0 && tree[hit].Form is not ("hit" or "affected" or "struck")) hit--;
        if (hit < 0 || sentence.Quantities.Any(other => other.Last > hit && other.Last < with)) return null;
        for (int name = hit - 1; name >= 0; name--)
        {
            if (sentence.NameAt(name) is { MayBePlace: true } run && run.First == name && Enumerable.Range(run.First, run.Last - run.First + 1).Any(word => tree.Is(word, "nsubj"))) return places.Read(sentence, HeadOf(tree, run))?.Mention;
        }
        return null;
    }

    /// <summary>"while at X 60 cases were confirmed": the place that stands right before the number.</summary>
    private PlaceMention? RightBefore(ReadSentence sentence, int at)
    {
        if (sentence.Quantities.LastOrDefault(one => one.Last <= at) is not { First: > 1 } quantity || at - quantity.Last > PhraseMax || sentence.NameAt(quantity.First - 1) is not { } name) return null;
        if (name.Last != quantity.First - 1 || name.First == 0 || sentence.Tree[name.First - 1].Lemma.ToLowerInvariant() is not ("in" or "at") || name.Kind == NameKind.Person) return null;
        return places.Read(sentence, HeadOf(sentence.Tree, name))?.Mention ?? (name.Known is null ? new PlaceMention(sentence.Tree.Span(name.First, name.Last), name.Words, PlaceForm.Name, false) : null);
    }

    private static bool IsWhole(Tree tree, int at)
    {
        // "known dead": what the number was read from may hang below those counted.
        for (int steps = 0; steps < 3 && at >= 0; at = tree.Head(at), steps++) if (tree.Preposition(at) is "out of" or "from" && tree.Extent(at).First is var first && tree[first].Form is "Out" or "out") return true;
        return false;
    }

    /// <summary>"X (21 cases), Y district (17 cases)": the place right before the bracket that the number opens.</summary>
    public PlaceMention? Bracketed(ReadSentence sentence, int at)
    {
        Tree tree = sentence.Tree;
        int open = at;
        while (open > 0 && at - open < BracketMax && tree[open].Form is not ("(" or ")" or ",")) open--;
        if (open < 1 || tree[open].Form != "(") return null;
        int place = open - 1;
        // "Y district (17 cases)"
        if (sentence.NameAt(place) is null && place > 0 && lexicon.Nouns.PlaceClass(tree[place].Lemma.ToLowerInvariant()) != NounClass.None) place--;
        if (sentence.NameAt(place) is not { } name || name.Last != place) return null;
        // What no gazetteer knows may be taken for anything; among places in brackets it is one.
        return name.MayBePlace ? places.Read(sentence, HeadOf(tree, name))?.Mention : new PlaceMention(tree.Span(name.First, name.Last), name.Words, PlaceForm.Name, false);
    }

    /// <summary>"821 of the dead were in X and 11 in Y": in a list of counts each has the place between it and the next.</summary>
    private PlaceMention? Listed(ReadSentence sentence, int at)
    {
        Tree tree = sentence.Tree;
        int next = -1;
        foreach (FoundQuantity quantity in sentence.Quantities)
        {
            if (quantity.First <= at) continue;
            if (HasPlaceBehind(sentence, quantity.Last)) next = quantity.First;
            break;
        }
        if (next < 0 || next - at > ListedMax || tree[next - 1].Form is not ("and" or ",")) return null;
        for (int token = at + 1; token < next; token++)
        {
            if (sentence.NameAt(token) is not { MayBePlace: true } name || token != name.First) continue;
            int before = token - 1;
            while (before > at && tree[before].Form is not ("in" or "at" or "near" or "around" or "from" or "across") && tree[before].Upos is Upos.Det or Upos.Noun or Upos.Adp) before--;
            return before > at && IsWhere(tree[before].Lemma) ? places.Read(sentence, HeadOf(tree, name))?.Mention : null;
        }
        return null;
    }

    /// <summary>A count with a place of its own, close behind: "11 in Y", "one death in the province of Y".</summary>
    private static bool HasPlaceBehind(ReadSentence sentence, int count)
    {
        Tree tree = sentence.Tree;
        int at = count + 1;
        if (at < tree.Count && tree[at].Upos == Upos.Noun) at++;
        if (at >= tree.Count || !IsWhere(tree[at].Lemma)) return false;
        for (int end = Math.Min(tree.Count, ++at + PhraseMax); at < end; at++)
        {
            if (sentence.NameAt(at) is { MayBePlace: true }) return true;
            if (tree[at].Upos is not (Upos.Det or Upos.Noun or Upos.Adj) && tree[at].Form != "of") return false;
        }
        return false;
    }

    private static int HeadOf(Tree tree, Actors.NameRun name)
    {
        for (int at = name.First; at <= name.Last; at++) if (tree.Head(at) < name.First || tree.Head(at) > name.Last) return at;
        return name.First;
    }

    private PlaceMention? Below(ReadSentence sentence, int from, int at)
    {
        Tree tree = sentence.Tree;
        PlaceMention? best = null;
        int distance = int.MaxValue;
        foreach (int child in tree.Children(from))
        {
            // "the toll in X": the subject's own place is the number's.
            if (tree[child].Relation is "nsubj" or "obj" && tree[child].Lemma is "toll" or "number" or "count" or "tally" && Counted(sentence, child, at) is { } counted) return counted;
            if (!tree.Is(child, "nmod") && !tree.Is(child, "obl") || !IsWhere(tree.Preposition(child)) || sentence.DateAt(child) is not null || Apart(child, at) >= distance) continue;
            if (tree[child].Lemma is "country" or "nation" && Land(sentence, child) is { } land) (best, distance) = (land, Apart(child, at));
            else if (!IsOneOfMany(sentence, child) && !HasOwnCount(sentence, child) && places.Read(sentence, child) is { } place) (best, distance) = (Lands(sentence, child) ?? Several(sentence, child) ?? place.Mention, Apart(child, at));
        }
        return best;
    }

    /// <summary>"in X and Y", "from X and Y provinces": the count is of them all together, and of no one of them; null for one place alone.</summary>
    private PlaceMention? Several(ReadSentence sentence, int place)
    {
        Tree tree = sentence.Tree;
        // "in X and Y states", with the noun above the first of them.
        if (tree[place].Penn == "NNS" && place > 2 && lexicon.Nouns.PlaceClass(tree[place].Lemma) != NounClass.None && sentence.NameAt(place - 1) is { } second && second.Last == place - 1 && second.First > 1 && tree[second.First - 1].Form == "and" && sentence.NameAt(second.First - 2) is { } other)
            return new PlaceMention(tree.Span(other.First, second.Last), tree.Words(other.First, second.Last), PlaceForm.Name, false);
        if (sentence.NameAt(place) is not { MayBePlace: true } first) return null;
        int last = -1;
        foreach (int child in Joined(tree, place))
        {
            bool called = tree[child].Penn == "NNS" && lexicon.Nouns.PlaceClass(tree[child].Lemma) != NounClass.None && tree.Children(child).Any(other => tree.Is(other, "compound") && sentence.NameAt(other) is not null);
            bool named = sentence.NameAt(child) is { Known: null, Kind: not NameKind.Person } && !sentence.Quantities.Any(other => other.First > place && other.First < child);   // "in X and 11 in Y" counts twice
            if (called || named) last = Math.Max(last, sentence.NameAt(child)?.Last ?? child);
        }
        return last < 0 ? null : new PlaceMention(tree.Span(first.First, last), tree.Words(first.First, last), PlaceForm.Name, false);
    }

    /// <summary>"in X and an additional 12 districts": the count is of so many places that none is named for it.</summary>
    private bool IsOneOfMany(ReadSentence sentence, int place) =>
        sentence.NameAt(place) is { MayBePlace: true } && Joined(sentence.Tree, place).Any(child => sentence.Tree[child].Penn == "NNS" && lexicon.Nouns.PlaceClass(sentence.Tree[child].Lemma) != NounClass.None
            && sentence.Tree.Children(child).Any(other => sentence.Tree[other].Upos is Upos.Num || sentence.Tree[other].Lemma is "other" or "additional" or "further" or "several"));

    /// <summary>"17 cases in X (8) and Y (7)": X has the count in its brackets, and not that of all.</summary>
    private static bool HasOwnCount(ReadSentence sentence, int place) =>
        sentence.NameAt(place) is { } name && name.Last + 2 < sentence.Tree.Count && sentence.Tree[name.Last + 1].Form == "(" && sentence.Quantities.Any(quantity => quantity.First == name.Last + 2);

    private static IEnumerable<int> Joined(Tree tree, int place) => tree.Children(place).Where(child => child > place && tree.Is(child, "conj") && !tree.Children(child).Any(word => tree.Is(word, "nsubj")));

    /// <summary>"in X, neighbouring Y and Z": several countries counted as one; null for one alone.</summary>
    private PlaceMention? Lands(ReadSentence sentence, int at)
    {
        if (sentence.NameAt(at) is not { } first || !lexicon.Countries.TryByName(first.Words, out _)) return null;
        Tree tree = sentence.Tree;
        int last = first.Last;
        for (int next = last + 1; next < tree.Count; next++)
        {
            if (sentence.NameAt(next) is { } name && lexicon.Countries.TryByName(name.Words, out _)) next = last = name.Last;
            else if (tree[next].Form is not ("," or "and") && tree[next].Lemma is not ("neighboring" or "neighbouring" or "neighbor" or "neighbour" or "nearby")) break;
        }
        return last == first.Last ? null : new PlaceMention(tree.Span(first.First, last), tree.Words(first.First, last), PlaceForm.Name, false);
    }

    // "the number of deaths throughout the country"
    private PlaceMention? Counted(ReadSentence sentence, int toll, int at) =>
        Below(sentence, toll, at) ?? sentence.Tree.Children(toll).Where(child => sentence.Tree.Is(child, "nmod") && sentence.Tree.Preposition(child) == "of").Select(child => Below(sentence, child, at)).FirstOrDefault(place => place is not null);

    /// <summary>"Zimbabwe's minister put the toll in the country at 259": the land that the words before name, by itself or by its people; null when they name none.</summary>
    private PlaceMention? Land(ReadSentence sentence, int country)
    {
        Tree tree = sentence.Tree;
        if (!tree.Children(country).Any(child => tree.Is(child, "det") && tree[child].Lemma is "the" || tree[child].Relation == "nmod:poss")) return null;
        string? nearest = null, speaking = null;
        for (int at = country - 1; at >= 0; at--)
        {
            string words = sentence.NameAt(at)?.Words ?? tree[at].Form;
            if (!lexicon.Countries.TryByName(words, out string? code) && !lexicon.Countries.TryByDemonym(tree[at].Form, out code)) continue;
            nearest ??= code;
            // Whoever speaks for a land speaks of his own.
            if (tree[at].Relation is "nmod:poss" or "amod" or "compound") speaking ??= code;
        }
        return (speaking ?? nearest) is { } land && lexicon.Countries.NameOf(land) is { } name ? new PlaceMention(tree.Span(country, country), name, PlaceForm.Name, false) : null;
    }

    // English puts the place after the number.
    private static int Apart(int place, int number) => place > number ? place - number : number - place + 2;

    // The tree often loses a phrase in a long sentence; what stands nearest to the number is its place, unless it says where somebody spoke.
    private PlaceMention? Nearest(ReadSentence sentence, int at)
    {
        Tree tree = sentence.Tree;
        // "a turning point in the war, which has killed thousands": they did not all die where the sentence is about.
        for (int up = at; up >= 0; up = tree.Head(up)) if (tree[up].Relation == "acl:relcl" && IsOfAffair(tree, up)) return null;
        PlaceMention? best = null;
        int distance = int.MaxValue;
        for (int token = 0; token < tree.Count; token++)
        {
            if (sentence.NameAt(token) is not { MayBePlace: true } run || run.First != token && tree.Head(token) >= run.First && tree.Head(token) <= run.Last) continue;
            if (tree.Is(token, "nsubj") && !tree[token].Relation.EndsWith(":pass", StringComparison.Ordinal) || IsOneOfMany(sentence, token) || HasOwnCount(sentence, token) || places.Read(sentence, token) is not { } place) continue;
            int head = tree.Head(token);
            // "…, the ministry of defence in X said": where those are who say it.
            if (IsOfSpeaker(tree, token)) continue;
            // "the X region southwest of Y"
            if (head >= 0 && Actors.NameFinder.IsDirection(tree[head].Lemma) && places.Read(sentence, head) is { } region) place = region;
            if (!IsWhere(tree.Preposition(token)) && !(head >= 0 && tree.Is(token, "nmod") && tree.Preposition(token) == "of") || head >= 0 && (Reports(tree, head) || SpeaksThere(tree, head)) || IsFarFrom(tree, run.First) || IsOfTeller(tree, token) || HasListBetween(sentence, at, token)) continue;
            if (Apart(token, at) < distance && !OtherClauseBetween(tree, at, token)) (best, distance) = (Several(sentence, token) ?? place.Mention, Apart(token, at));
        }
        return best;
    }

    // "the uprising against X, which has cost 10,000 lives": the clause may hang on the last of the words before it.
    private bool IsOfAffair(Tree tree, int clause)
    {
        for (int noun = tree.Head(clause), steps = 0; noun >= 0 && steps < 4 && tree.IsNominal(noun); noun = tree.Head(noun), steps++)
        {
            if (lexicon.Words.Has(WordSet.LongAffair, tree[noun].Lemma)) return true;
            if (!(tree[noun].Relation is "nmod" or "flat" or "compound" or "appos")) return false;
        }
        return false;
    }

    private bool IsOfSpeaker(Tree tree, int place)
    {
        for (int up = place, steps = 0; up >= 0 && steps < tree.Count; up = tree.Head(up), steps++)
        {
            if (tree.Is(up, "nsubj")) return tree.Head(up) is >= 0 and var says && tree[says].Upos == Upos.Verb && Reports(tree, says) && up != place && tree[up].Lemma != "number" && !lexicon.Counts.IsTally(tree[up].Lemma);   // "the number of cases in X increased to": nobody says it
            if (tree[up].Upos == Upos.Verb) return false;
        }
        return false;
    }

    // "some 25 kilometres from X": not in X.
    private static bool IsFarFrom(Tree tree, int place) => place > 1 && tree[place - 1].Lemma is "from" or "of" && Enumerable.Range(Math.Max(0, place - PhraseMax), Math.Min(place, PhraseMax)).Any(at => tree[at].Lemma is "kilometer" or "kilometre" or "km" or "mile");

    /// <summary>"According to what was received from the authorities in X": where somebody told it.</summary>
    private bool IsOfTeller(Tree tree, int place)
    {
        // "…, a team from X said"
        for (int at = place, steps = 0; at >= 0 && steps < tree.Count; at = tree.Head(at), steps++) if (tree[at].Relation == "nsubj" && tree.Head(at) is >= 0 and var verb && tree.Is(verb, "parataxis") && lexicon.Cues.ContainsKey(tree[verb].Lemma)) return true;
        for (int at = place, steps = 0; at >= 0 && steps < tree.Count; at = tree.Head(at), steps++) if (tree.Preposition(at) == "according to" || tree.Is(at, "obl") && tree.Children(at).Any(child => tree[child].Lemma == "accord")) return true;
        return false;
    }

    /// <summary>"12,000 fled: 1,900 of them in X": behind a colon each number of the list has its own place, and not that of all.</summary>
    private static bool HasListBetween(ReadSentence sentence, int number, int place)
    {
        int colon = -1;
        for (int at = number + 1; at < place; at++) if (sentence.Tree[at].Form == ":") colon = at;
        return colon > 0 && sentence.Quantities.Any(other => other.First > colon && (other.Last < place || HasOwnCount(sentence, place)));
    }

    // "killing hundreds, toppling a tower in X": what another verb says of a place is no place of the number.
    private static bool OtherClauseBetween(Tree tree, int number, int place)
    {
        for (int at = Math.Min(number, place) + 1; at < Math.Max(number, place); at++) if (tree[at].Upos == Upos.Verb && !tree.IsUnder(number, at)) return true;
        // "killing seven, a day after a market in X was bombed": another time and another place.
        int verb = place;
        while (verb >= 0 && tree[verb].Upos != Upos.Verb) verb = tree.Head(verb);
        return verb > place && !tree.IsUnder(number, verb) && tree.Children(verb).Any(child => tree.Is(child, "mark") && tree[child].Lemma is "after" or "before" or "since" or "while" or "as" or "when" or "though" or "although" or "where");
    }

    // "were reported in X" tells where they were counted; "told reporters in X" where somebody spoke.
    private bool Reports(Tree tree, int at) => lexicon.Cues.ContainsKey(tree[at].Lemma) && !Slots.IsPassive(tree, at);

    /// <summary>"In X alone, the agency registered 646 dead": a verb that takes nothing but numbers says where they were counted.</summary>
    private bool Registers(Tree tree, int verb, int at) =>
        lexicon.CueBook.For(tree[verb].Lemma, CueForm.Verb) is { } cue && cue.Takes.Contains("object:number") && tree.Children(verb).Any(child => tree.Is(child, "obj") && tree.IsUnder(at, child));

    private bool SpeaksThere(Tree tree, int at) => lexicon.Words.Has(WordSet.SpeakingPlace, tree[at].Lemma);

    private static bool IsWhere(string preposition) => preposition is "in" or "around" or "near" or "at" or "from" or "across" or "inside" or "outside" or "on" or "throughout" or "off" or "along";
}
