using System.Collections.Immutable;
using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Actors;

/// <summary>Settles for a whole report whether a name is a place or somebody: one sense for each name in one text (Gale, Church and Yarowsky 1992).</summary>
/// <remarks>Votes: the engine's opinion where it has one, and the words around every occurrence. "in X", "the town of X" speak for a place;
/// "General X", "X said" for a person.</remarks>
public static class NameVote
{
    private const int ContextVote = 2;

    /// <summary>People in a town that is more likely meant than somebody where "X has been seized" is all that tells; of many towns nobody knows how many they have.</summary>
    private const int TakenTown = 10_000;

    /// <summary>Words of "a Greek-owned bulk cargo ship" behind a name.</summary>
    private const int ShipWordsMax = 6;

    /// <summary>"Al-Masri" opens a sentence where the name is "Hani al-Masri" elsewhere.</summary>
    private static readonly IEqualityComparer<string> ArticleComparer = new ArticleNames();

    public static void Settle(IReadOnlyList<ReadSentence> sentences, ReadingLexicon lexicon)
    {
        Recall(sentences);
        var votes = new Dictionary<string, (int Place, int Person)>(ArticleComparer);
        foreach (ReadSentence sentence in sentences)
        {
            NameRun? before = null;
            bool listed = false;
            int lead = 0;   // what speaks for the first of a list
            foreach (NameRun name in sentence.Names)
            {
                // "in Idlib, X and Y", "the towns of X, Y and Z": what is told in one breath is of one kind.
                listed = before is { } first && lead > 1 && (listed || lead >= ContextVote * 2 || first is { Kind: NameKind.Location, Known: null }) && IsJoined(sentence.Tree, first.Last, name.First);
                before = name;
                if (!listed) lead = Vote(sentence.Tree, name, lexicon).Place;
                if (name.Known is not null) continue;
                (int place, int person) = votes.GetValueOrDefault(name.Words);
                (int here, int somebody) = Vote(sentence.Tree, name, lexicon);
                here += HeldNames.Votes(sentence, name, lexicon);
                votes[name.Words] = (place + here + (listed && name.Kind != NameKind.Organisation && (name.IsToponym || name.First == name.Last) ? Math.Min(lead, ContextVote + 1) : 0), person + somebody);
            }
        }
        var towns = new HashSet<string>(sentences.SelectMany(sentence => Grouped(sentence, lexicon)), ArticleComparer);
        // "Mohamed Bazoum" speaks for "Bazoum", whatever village bears the name.
        var lastNames = new HashSet<string>(ArticleComparer);
        foreach ((string words, (int place, int person)) in votes)
        {
            int space = words.LastIndexOf(' ');
            if (space > 0 && person > place) lastNames.Add(words[(space + 1)..]);
        }
        foreach (string last in lastNames) if (votes.TryGetValue(last, out (int Place, int Person) vote)) votes[last] = (vote.Place, vote.Person + ContextVote);
        HashSet<string> storms = Storms(sentences, lexicon), ships = Ships(sentences, lexicon);
        foreach (ReadSentence sentence in sentences)
        {
            sentence.Settle([.. sentence.Names.Select(name => name.Known is not null ? name : towns.Contains(name.Words) ? name with { Kind = NameKind.Location } : ships.Contains(name.Words) && !IsTitled(sentence.Tree, name, lexicon) ? name with { Kind = NameKind.Other, IsToponym = false, IsVessel = true } : storms.Contains(name.Words) && votes[name.Words].Place < ContextVote ? name with { Kind = NameKind.Other, IsToponym = false } : Settled(name, votes[name.Words], lexicon))]);
        }
    }

    /// <summary>"seized A, B and C townships": what the last of them is said to be they all are.</summary>
    private static IEnumerable<string> Grouped(ReadSentence sentence, ReadingLexicon lexicon)
    {
        Tree tree = sentence.Tree;
        for (int i = sentence.Names.Length - 1; i > 0; i--)
        {
            if (sentence.Names[i].Last + 1 is var noun && (noun >= tree.Count || tree[noun].Penn is not ("NNS" or "NNPS") || lexicon.Nouns.PlaceClass(tree[noun].Lemma.ToLowerInvariant()) is not (NounClass.Settlement or NounClass.Region or NounClass.Area))) continue;
            for (int j = i - 1; j >= 0 && IsJoined(tree, sentence.Names[j].Last, sentence.Names[j + 1].First); j--) if (sentence.Names[j].Known is null) yield return sentence.Names[j].Words;
        }
    }

    /// <summary>"Total said" shows a name; then the same word is one where it opens another sentence without an article.</summary>
    private static void Recall(IReadOnlyList<ReadSentence> sentences)
    {
        Dictionary<string, NameRun> opening = sentences.SelectMany(sentence => sentence.Names.Where(name => name is { First: 0, Last: 0, Known: null, IsToponym: false } && sentence.Tree[0].Upos == Upos.Noun))
            .DistinctBy(name => name.Words).ToDictionary(name => name.Words, StringComparer.Ordinal);
        if (opening.Count == 0) return;
        foreach (ReadSentence sentence in sentences)
        {
            if (sentence.Tree.Count < 2 || sentence.Names.Any(name => name.First == 0) || !sentence.Tree.Is(0, "nsubj") || !opening.TryGetValue(sentence.Tree[0].Form, out NameRun? name)) continue;
            sentence.Settle([name, .. sentence.Names]);
        }
    }

    private static bool IsJoined(Tree tree, int last, int next)
    {
        if (next - last == 4 && tree[last + 1].Form == "as" && tree[last + 2].Form == "well" && tree[last + 3].Form == "as") return true;
        if (next - last is < 2 or > 3) return false;
        for (int at = last + 1; at < next; at++) if (tree[at].Form is not ("," or "and" or "or" or "&")) return false;
        return true;
    }

    // Storms bear the names of people and of villages: "Storm Daniel", later "Daniel".
    private static HashSet<string> Storms(IReadOnlyList<ReadSentence> sentences, ReadingLexicon lexicon)
    {
        var storms = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (ReadSentence sentence in sentences)
        {
            foreach (NameRun name in sentence.Names)
            {
                ref readonly Token kind = ref sentence.Tree[name.First > 0 && name.First == name.Last ? name.First - 1 : name.First];
                if (kind.Upos != Upos.Verb && kind.Lemma.ToLowerInvariant() is var called && (called == "storm" || lexicon.Words.Has(WordSet.NamedStorm, called))) storms.Add(name.Words[(name.Words.LastIndexOf(' ') + 1)..]);
            }
        }
        return storms;
    }

    /// <summary>Ships bear the names of people and of towns: "MV Daniel", "the ferry Daniel", "Daniel, a cargo ship"; later "Daniel".</summary>
    private static HashSet<string> Ships(IReadOnlyList<ReadSentence> sentences, ReadingLexicon lexicon)
    {
        var ships = new HashSet<string>(StringComparer.Ordinal);
        foreach (ReadSentence sentence in sentences)
        {
            Tree tree = sentence.Tree;
            foreach (NameRun name in sentence.Names)
            {
                if (name.Known is not null || lexicon.Countries.TryByName(name.Words, out _)) continue;
                bool title = name.First < name.Last && lexicon.Words.Has(WordSet.VesselTitle, tree[name.First].Form);
                if (!title && !(name.First > 0 && IsShip(name.First - 1) && !IsOwner(name.Last + 1)) && !IsShipBehind(tree, name)) continue;
                ships.Add(name.Words);
                if (title) ships.Add(name.Words[(name.Words.IndexOf(' ', StringComparison.Ordinal) + 1)..]);

                bool IsShip(int at) => tree[at] is { Upos: Upos.Noun, Penn: "NN" } && lexicon.Words.Has(WordSet.Vessel, tree[at].Lemma);
                bool IsOwner(int at) => at < tree.Count && (tree[at].Form is "'s" or "’s" || tree[at].Upos is Upos.Noun or Upos.Propn);
                bool IsShipBehind(Tree words, NameRun called)
                {
                    int comma = called.Last + 1;
                    if (comma + 2 >= words.Count || words[comma].Form != "," || words[comma + 1].Lemma is not ("a" or "an")) return false;
                    for (int at = comma + 2; at < Math.Min(words.Count, comma + 2 + ShipWordsMax); at++)
                    {
                        if (IsShip(at)) return !IsOwner(at + 1);
                        if (words[at].Upos is not (Upos.Adj or Upos.Noun or Upos.Propn or Upos.Num or Upos.Punct) || words[at].Form == ",") return false;
                    }
                    return false;
                }
            }
        }
        return ships;
    }

    // "President Daniel" is no ship, whatever ship bears his name.
    private static bool IsTitled(Tree tree, NameRun name, ReadingLexicon lexicon) => name.First > 0 && lexicon.Titles.Contains(tree[name.First - 1].Form);

    private static NameRun Settled(NameRun name, (int Place, int Person) votes, ReadingLexicon lexicon)
    {
        // A country or a capital is nobody's name unless the words around make it one.
        if (name.Kind == NameKind.Person && votes.Person < ContextVote + 1 && (lexicon.Countries.TryByName(name.Words, out _) || lexicon.Countries.TryByCapital(name.Words, out _))) return name with { Kind = NameKind.Location };
        if (name.IsToponym && votes.Place > 0 && votes.Place >= votes.Person) return name with { Kind = NameKind.Location };
        if (name.Kind == NameKind.Person && votes.Place >= ContextVote && votes.Place > votes.Person + 1) return name with { Kind = NameKind.Location };
        // What no list knows is a place where the words around it say so plainly.
        if (name.Kind == NameKind.None && votes.Place >= ContextVote * 2 && votes.Person == 0) return name with { Kind = NameKind.Location };
        if (votes.Person > votes.Place && votes.Person >= ContextVote && name.Kind is NameKind.Location or NameKind.None) return name with { Kind = NameKind.Person, IsToponym = false };
        return name;
    }

    private static (int Place, int Person) Vote(Tree tree, NameRun name, ReadingLexicon lexicon)
    {
        int place = name.Kind == NameKind.Location ? 1 : 0, person = name.Kind == NameKind.Person && !(name.IsToponym && name.First < name.Last) ? 1 : 0;
        // A listed toponym of two words or more is hardly ever a person's name too, whatever the engine thinks of it.
        if (name.IsToponym && name.First < name.Last) place++;
        if (name.Kind == NameKind.None && name.IsToponym) place++;
        if (name.First > 0)
        {
            string before = tree[name.First - 1].Lemma.ToLowerInvariant();
            bool owner = name.Last + 1 < tree.Count && tree[name.Last + 1].Form is "'s" or "’s" or "'" or "’";
            if (before is "in" or "near" or "around" or "outside" or "inside" or "across" or "throughout" or "into") place += owner ? ContextVote : ContextVote + 1;
            // "between X and Y"
            if (name.IsToponym && before is "between" && name.Last + 2 < tree.Count && tree[name.Last + 1].Form == "and" && char.IsUpper(tree[name.Last + 2].Form[0])) place += ContextVote;
            if (before is "of" && name.First > 1 && lexicon.Nouns.PlaceClass(tree[name.First - 2].Lemma) != NounClass.None || before is "of" && name.First > 1 && tree[name.First - 2].Lemma is "mayor") place += ContextVote * 2;
            if (before is "of" && name.First > 1 && !lexicon.Frames.For(tree[name.First - 2].Lemma, FramePos.Noun).IsEmpty) place++;
            // "took control of X"
            if (before is "of" && name.First > 1 && tree[name.First - 2].Lemma == "control") place += ContextVote * 2;
            // "forces loyal to X": a leader, or a body.
            if (before is "to" && name.First > 1 && lexicon.Words.Has(WordSet.Loyal, tree[name.First - 2].Lemma)) person += ContextVote + 1;
            else if (before is "from" or "towards" or "toward" or "to") place++;
            if (lexicon.Frames.For(before, FramePos.Verb).Any(frame => frame.Slots.Any(slot => slot is { Slot: "obj", Part: Part.Place } || name.IsToponym && slot is { Slot: "obj", Part: Part.PlaceOrTarget }))) place++;
            // "rebels seized X": people with one name are seldom seized, and never overrun.
            if (name.First == name.Last && name.Kind == NameKind.Person && lexicon.Words.Has(WordSet.TakesTown, before) && tree.Is(name.First, "obj")) place += ContextVote + 1;
            if (lexicon.Nouns.PlaceClass(before) is NounClass.Settlement or NounClass.Region) place += ContextVote;
            // "a second town, X, was seized"
            if (before is "," && name.First > 1 && lexicon.Nouns.PlaceClass(tree[name.First - 2].Lemma) is NounClass.Settlement or NounClass.Region && tree.Is(name.First, "appos") && tree.Head(name.First) == name.First - 2) place += name.Kind == NameKind.Person ? 1 : ContextVote * 2;
            if (lexicon.Titles.Contains(tree[name.First - 1].Form) || lexicon.Nouns.ActorClass(before) == NounClass.Official) person += ContextVote;
        }
        if (lexicon.Titles.Contains(tree[name.First].Form) && name.Last > name.First) person += ContextVote;
        // "X was seized by rebels"
        if (name.First == name.Last && name.Kind == NameKind.Person && tree[name.First].Relation == "nsubj:pass" && tree.Head(name.First) is > 0 and var taken && lexicon.Words.Has(WordSet.TakesTown, tree[taken].Lemma)) place += ContextVote + 1;
        if (TakenNames.Is(tree, name, lexicon.Frames)) place += ContextVote;
        else if (name.IsToponym && lexicon.Gazetteer.Find(name.Words).Any(town => town.Population is 0 or >= TakenTown) && TakenNames.MayBe(tree, name, lexicon.Frames)) place++;
        if (name.Last + 1 < tree.Count)
        {
            string after = tree[name.Last + 1].Lemma.ToLowerInvariant();
            // "X village", "X district", but "the X city official".
            bool closes = name.Last + 2 >= tree.Count || tree[name.Last + 2].Upos is not (Upos.Noun or Upos.Propn);
            if (lexicon.Nouns.PlaceClass(after) is NounClass.Region or NounClass.Area or NounClass.Facility or NounClass.Settlement) place += closes && lexicon.Nouns.PlaceClass(after) is NounClass.Region or NounClass.Settlement ? ContextVote * 2 : ContextVote;
            // "X, another oil hub": as it is called behind.
            if (after == "," && Enumerable.Range(name.First, name.Last - name.First + 1).Any(at => tree.Children(at).Any(child => child > name.Last && tree.Is(child, "appos") && tree[child].Upos == Upos.Noun && lexicon.Nouns.PlaceClass(tree[child].Lemma) == NounClass.Settlement))) place += ContextVote * 2;
            // "X, a resident": somebody; but not "in X, a resident said".
            if (after == "," && name.Last > name.First && !IsTeller(tree, name.Last + 3) && name.Last + 3 < tree.Count && tree[name.Last + 2].Lemma is "a" or "an" && lexicon.Nouns.ActorClass(tree[name.Last + 3].Lemma) is NounClass.Witness or NounClass.Official or NounClass.People) person += ContextVote * 2;
            // "X, 30 kilometres to the north"
            if (after == "," && name.Last + 3 < tree.Count && tree[name.Last + 2].Upos == Upos.Num && lexicon.Words.Has(WordSet.DistanceUnit, tree[name.Last + 3].Lemma)) place += ContextVote * 2;
            if (name.Last > name.First && lexicon.Words.Has(WordSet.Says, after) && name.Kind != NameKind.Organisation) person += 1;
        }
        return (place, person);
    }

    // "rebels captured X, a local journalist said": who tells it.
    private static bool IsTeller(Tree tree, int at)
    {
        while (at + 1 < tree.Count && tree[at].Upos is Upos.Noun or Upos.Adj or Upos.Propn && tree[at + 1].Upos is Upos.Noun or Upos.Propn) at++;
        return at < tree.Count && tree.Is(at, "nsubj");
    }

    private sealed class ArticleNames : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => Key(x!).SequenceEqual(Key(y!)) && (x![0] == y![0] || HasArticle(x) && char.ToLowerInvariant(x[0]) == char.ToLowerInvariant(y[0]));

        public int GetHashCode(string name) => string.GetHashCode(Key(name), StringComparison.Ordinal);

        private static ReadOnlySpan<char> Key(string name) => name.AsSpan(1);

        private static bool HasArticle(string name) => name.IndexOf('-', StringComparison.Ordinal) is 2 or 3;
    }
}
