using System.Collections.Frozen;
using System.Collections.Immutable;
using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Places;

/// <summary>Finds every toponym of a sentence, also where nothing happens in it: "Kenyan troops", "the Nairobi Post", "Moi University".</summary>
/// <remarks>The kinds of toponym follow Gritta, Pilehvar and Collier (2019), "A pragmatic guide to geoparsing evaluation": literal and associative names, modifiers,
/// names embedded in names; peoples, languages and persons are none.</remarks>
public sealed class ToponymFinder(ReadingLexicon lexicon, DataFolder data)
{
    // A town inside the name of a body is taken for one from this many people: "Nairobi Post", not "Victory Fund".
    private const int EmbeddedTown = 100_000;

    // A name that only the gazetteer takes for a place, and that no word around speaks for.
    private const int BareTown = 30_000;

    private readonly FrozenDictionary<string, string> _facilities = data.Rows("facilities.tsv", "noun", "stands").ToFrozenDictionary(row => row[0], row => row[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds the toponyms in order; none lies inside another.</summary>
    public void Find(ReadSentence sentence, ImmutableArray<PlaceMention>.Builder found)
    {
        Tree tree = sentence.Tree;
        for (int at = 0; at < tree.Count;)
        {
            if (sentence.NameAt(at) is not { } name || name.First != at)
            {
                if (sentence.NameAt(at) is null && IsModifier(tree, at)) Add(at, at, PlaceForm.Modifier);
                at++;
                continue;
            }
            int end = tree[name.Last].Form is "-" or "–" ? name.Last - 1 : name.Last;
            if (Joint(tree, name) is var joint and > 0)
            {
                Add(name.First, joint - 1, PlaceForm.Name);
                Add(joint + 1, end, PlaceForm.Name);
            }
            else if (IsPlace(sentence, name)) Add(name.First, end, IsModifier(tree, at) && name.First == name.Last ? PlaceForm.Modifier : PlaceForm.Name);
            else if (Embedded(tree, name) is var last and >= 0) Add(name.First, last, PlaceForm.Within);
            at = name.Last + 1;
        }

        void Add(int first, int last, PlaceForm form)
        {
            string words = tree.Words(first, last);
            found.Add(new PlaceMention(tree.Span(first, last), words.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? words[4..] : words, form, Near: false));
        }
    }

    private bool IsPlace(ReadSentence sentence, NameRun name)
    {
        Tree tree = sentence.Tree;
        if (name.First == name.Last && (tree[name.First].Upos == Upos.Adj || tree[name.First].Penn is "NNS" or "NNPS") && IsPeople(tree[name.First].Form)) return IsModifier(tree, name.First) || lexicon.Countries.TryByName(name.Words, out _);
        string words = tree.Words(name.First, tree[name.Last].Form is "-" or "–" ? name.Last - 1 : name.Last);
        if (IsArea(words) || IsDateline(sentence, name)) return true;
        if (name.Kind == NameKind.Person) return false;
        if (name.First < name.Last && IsFacility(tree, name)) return true;
        if (!name.MayBePlace) return false;
        NameKind engine = EngineKind(tree, name);
        if (engine == NameKind.Location || (engine == NameKind.None && name.Kind == NameKind.Location && !lexicon.Gazetteer.IsCommonWord(name.Words) && tree[name.First].Upos == Upos.Propn)) return true;
        return engine == NameKind.None && tree[name.First].Upos == Upos.Propn && !(name.First == name.Last && lexicon.Gazetteer.IsCommonWord(name.Words)) && IsTown(name.Words);
    }

    // "BOSTON (Reuters)": capitals at the head of a text hide from the engine what they are.
    private bool IsDateline(ReadSentence sentence, NameRun name)
    {
        Tree tree = sentence.Tree;
        if (name.First > 0 || name.Last + 1 >= tree.Count || tree[name.Last + 1].Form is not ("(" or ",") || tree[name.First].Form.Length < 3) return false;
        for (int at = name.First; at <= name.Last; at++) foreach (char c in tree[at].Form) if (char.IsLower(c)) return false;
        return IsTown(name.Words);
    }

    /// <returns>The hyphen between two places, "the Amsterdam-London leg"; -1 for none.</returns>
    private int Joint(Tree tree, NameRun name)
    {
        for (int at = name.First + 1; at < name.Last; at++)
        {
            if (tree[at].Form is not ("-" or "–")) continue;
            string left = tree.Words(name.First, at - 1), right = tree.Words(at + 1, name.Last);
            if (lexicon.Gazetteer.Find(name.Words).IsEmpty && (IsArea(left) || IsTown(left)) && (IsArea(right) || IsTown(right))) return at;
        }
        return -1;
    }

    // What the engine took it for in this sentence, before the whole report was asked.
    private static NameKind EngineKind(Tree tree, NameRun name)
    {
        NameKind kind = NameKind.None;
        for (int at = name.First; at <= name.Last; at++)
        {
            if (tree[at].Name == NameKind.Person) return NameKind.Person;
            if (kind == NameKind.None) kind = tree[at].Name;
        }
        return kind;
    }

    private bool IsArea(string words)
    {
        if (lexicon.Countries.TryByName(words, out _)) return true;
        foreach (GazetteerPlace place in lexicon.Gazetteer.Find(words)) if (place.FeatureCode == NamedAreas.RegionCode) return true;
        return false;
    }

    private bool IsTown(string words)
    {
        foreach (GazetteerPlace place in lexicon.Gazetteer.Find(words)) if (place.Class != PlaceClass.Settlement || place.Population >= BareTown) return true;
        return false;
    }

    // "Moi University", "Lake Chad", "University of Nairobi"; a kind of place with its proper name.
    private bool IsFacility(Tree tree, NameRun name)
    {
        if (Stands(name.Last, "last") || Stands(name.First, "first")) return true;
        for (int at = name.First; at < name.Last; at++) if (tree[at + 1].Form == "of" && Stands(at, "of")) return true;
        return false;

        bool Stands(int at, string where) => _facilities.TryGetValue(tree[at].Form, out string? places) && places.Contains(where, StringComparison.Ordinal);
    }

    /// <returns>Last token of the place that a longer name begins with; -1 for none.</returns>
    private int Embedded(Tree tree, NameRun name)
    {
        if (name.First == name.Last) return -1;
        for (int last = Math.Min(name.Last - 1, name.First + 2); last >= name.First; last--)
        {
            string words = tree.Words(name.First, last);
            if (lexicon.Countries.TryByName(words, out _)) return last;
            if (name.Kind == NameKind.Person) continue;      // "US Ambassador Ana Ruiz", but "Paris Hilton"
            foreach (GazetteerPlace place in lexicon.Gazetteer.Find(words))
            {
                bool own = place.Name.Equals(words, StringComparison.OrdinalIgnoreCase);
                if (place.Class is PlaceClass.Country || place.FeatureCode == NamedAreas.RegionCode || (own && place.Class == PlaceClass.Admin1) || (own && place.Population >= EmbeddedTown && !lexicon.Gazetteer.IsCommonWord(words))) return last;
            }
        }
        return name.Kind != NameKind.Person && IsPeople(tree[name.First].Form) ? name.First : -1;
    }

    // "Kenyan troops", "the Kenyan-Somali border"; not "Kenyans", "in French", "the French said".
    private bool IsModifier(Tree tree, int at)
    {
        ref readonly Token token = ref tree[at];
        if (token.Form.Length < 4 || !char.IsUpper(token.Form[0]) || token.Penn is "NNS" or "NNPS" || !IsPeople(token.Form)) return false;
        bool hyphen = at + 1 < tree.Count && tree[at + 1].Form is "-" or "–";
        return hyphen || tree.Is(at, "amod") || tree.Is(at, "compound") || (token.Upos == Upos.Adj && tree.Is(at, "conj") && at + 1 < tree.Count && tree[at + 1].Upos is Upos.Noun or Upos.Propn or Upos.Adj);
    }

    private bool IsPeople(string word)
    {
        if (lexicon.Countries.TryByDemonym(word, out _)) return true;
        foreach (GazetteerPlace place in lexicon.Gazetteer.Find(word)) if (place.FeatureCode == NamedAreas.RegionCode && !place.Name.Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
