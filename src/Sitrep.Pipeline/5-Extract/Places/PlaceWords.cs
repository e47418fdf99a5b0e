using System.Collections.Frozen;
using Sitrep.Language.Tokens;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Places;

/// <summary>What the words of a name say about its being a place, holding one, or being named after one.</summary>
internal sealed class PlaceWords(ReadingLexicon lexicon, DataFolder data)
{
    // A town inside the name of a body is taken for one from this many people: "Nairobi Post", not "Victory Fund".
    private const int EmbeddedTown = 100_000;

    // A name that only the gazetteer takes for a place, and that no word around speaks for.
    private const int BareTown = 30_000;

    // A division that everybody knows by its bare name.
    private const int LargeDivision = 1_000_000;

    // Capitals that no list of countries has are rather "AI" or "HD" than a place.
    private const int AcronymMax = 5;

    private readonly FrozenDictionary<string, string> _facilities = data.Rows("facilities.tsv", "noun", "stands").ToFrozenDictionary(row => row[0], row => row[1], StringComparer.OrdinalIgnoreCase);

    public bool IsCommon(string words) => lexicon.Gazetteer.IsCommonWord(words);

    /// <param name="met">Names that stand as places elsewhere in the report.</param>
    public bool IsPlace(ReadSentence sentence, NameRun name, HashSet<string> met)
    {
        Tree tree = sentence.Tree;
        string words = tree.Words(name.First, tree[name.Last].Form is "-" or "–" ? name.Last - 1 : name.Last);
        if (name.First == name.Last)
        {
            string form = tree[name.First].Form;
            bool people = (tree[name.First].Upos == Upos.Adj || tree[name.First].Penn is "NNS" or "NNPS" || tree[name.First].Name is NameKind.None or NameKind.Group) && char.IsLower(form[^1]) && IsPeople(form);
            // "in English", "the French said": a language or a people, whatever the engine takes it for.
            if (people || lexicon.Countries.TryByDemonym(form, out _)) return IsModifier(tree, name.First) || lexicon.Countries.TryByName(name.Words, out _);
        }
        if (IsArea(words) || IsDateline(sentence, name)) return true;
        NameKind engine = EngineKind(tree, name);
        if (engine == NameKind.Location && IsLargeDivision(words)) return true;
        if (name.Kind == NameKind.Person) return false;
        if (name.First < name.Last && IsFacility(tree, name)) return true;
        if (!name.MayBePlace || IsAcronym(tree, name)) return false;
        if (met.Contains(words) && engine is NameKind.None or NameKind.Location) return true;
        // "Kampala Traders", "Nairobi Secretary": what follows a place that is listed, and is no place, makes it somebody's name.
        if (name.First < name.Last && lexicon.Gazetteer.Find(words).IsEmpty && lexicon.Nouns.PlaceClass(tree[name.Last].Lemma) == NounClass.None && lexicon.Nouns.PlaceClass(tree[name.Last].Lemma.ToLowerInvariant()) == NounClass.None && Embedded(tree, name, met) >= 0) return Seam(tree, name) > 0;
        if (engine == NameKind.Location || (engine == NameKind.None && name.Kind == NameKind.Location && !IsCommon(name.Words) && tree[name.First].Upos == Upos.Propn)) return true;
        return engine == NameKind.None && tree[name.First].Upos == Upos.Propn && !(name.First == name.Last && IsCommon(name.Words)) && IsTown(name.Words);
    }

    // "BOSTON (Reuters)": capitals at the head of a text hide from the engine what they are.
    private bool IsDateline(ReadSentence sentence, NameRun name)
    {
        Tree tree = sentence.Tree;
        if (name.First > 0 || name.Last + 1 >= tree.Count || tree[name.Last + 1].Form is not ("(" or ",") || tree[name.First].Form.Length < 3) return false;
        for (int at = name.First; at <= name.Last; at++) foreach (char c in tree[at].Form) if (char.IsLower(c)) return false;
        return IsTown(name.Words);
    }

    // "AI", "NAFTA": short capitals in a line that is not all capitals, and not "Springfield, IL".
    private bool IsAcronym(Tree tree, NameRun name)
    {
        string form = tree[name.First].Form;
        if (name.First < name.Last || form.Length is < 2 or > AcronymMax || form.Any(c => !char.IsUpper(c))) return false;
        if (IsShouted(tree, name.First - 1) || IsShouted(tree, name.First + 1)) return false;
        bool behindPlace = name.First > 1 && tree[name.First - 1].Form is "," or "(";
        return !behindPlace || lexicon.Gazetteer.Find(form).All(place => place.Class == PlaceClass.Settlement);
    }

    private static bool IsShouted(Tree tree, int at) => at >= 0 && at < tree.Count && tree[at].Form.Length > 3 && tree[at].Form.All(char.IsUpper);

    /// <returns>The hyphen between two places, "the Amsterdam-London leg"; -1 for none.</returns>
    public int Joint(Tree tree, NameRun name)
    {
        if (name.Kind == NameKind.Person) return -1;
        for (int at = name.First + 1; at < name.Last; at++)
        {
            if (tree[at].Form is not ("-" or "–")) continue;
            string left = tree.Words(name.First, at - 1), right = tree.Words(at + 1, name.Last);
            bool peoples = at == name.First + 1 && at + 1 == name.Last && IsPeople(left) && IsPeople(right);
            if (peoples || (lexicon.Gazetteer.Find(name.Words).IsEmpty && (IsArea(left) || IsTown(left)) && (IsArea(right) || IsTown(right)))) return at;
        }
        return -1;
    }

    /// <returns>First token of the second of two places that stand side by side, "Goma North Kivu"; -1 for none.</returns>
    public int Seam(Tree tree, NameRun name)
    {
        if (name.First == name.Last || !lexicon.Gazetteer.Find(name.Words).IsEmpty) return -1;
        for (int at = name.First + 1; at <= name.Last; at++)
        {
            string left = tree.Words(name.First, at - 1), right = tree.Words(at, name.Last);
            if (IsCommon(left) || NameFinder.IsDirection(left, lexicon.Words) || IsCommon(right)) continue;
            if ((IsArea(left) || IsTown(left)) && (IsArea(right) || IsLargeDivision(right))) return at;
        }
        return -1;
    }

    /// <summary>Whether the gazetteer lists the words with their comma as the name of one place.</summary>
    public bool IsOneName(Tree tree, int first, int last)
    {
        string words = tree.Words(first, last);
        foreach (GazetteerPlace place in lexicon.Gazetteer.Find(words)) if (place.Class == PlaceClass.Settlement && place.Name == words) return true;
        return false;
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

    public bool IsArea(string words)
    {
        if (lexicon.Countries.TryByName(words, out _)) return true;
        foreach (GazetteerPlace place in lexicon.Gazetteer.Find(words)) if (place.FeatureCode == NamedAreas.RegionCode) return true;
        return false;
    }

    private bool IsLargeDivision(string words)
    {
        foreach (GazetteerPlace place in lexicon.Gazetteer.Find(words)) if (place is { Class: PlaceClass.Admin1, Population: >= LargeDivision } && place.Name.Equals(words, StringComparison.OrdinalIgnoreCase)) return true;
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
        if (Stands(tree, name.Last, "last") || Stands(tree, name.First, "first")) return true;
        for (int at = name.First; at < name.Last; at++) if (tree[at + 1].Form == "of" && Stands(tree, at, "of")) return true;
        return false;
    }

    /// <summary>Whether a name that ends with this word is that of a building, a water, a hill …</summary>
    public bool IsFacility(Tree tree, int last) => Stands(tree, last, "last");

    /// <param name="where">"last", "first" or "of": where the noun stands in names of its kind.</param>
    public bool Stands(Tree tree, int at, string where) => _facilities.TryGetValue(tree[at].Form, out string? places) && places.Contains(where, StringComparison.Ordinal);

    /// <returns>Last token of the place that a longer name begins with; -1 for none.</returns>
    public int Embedded(Tree tree, NameRun name, HashSet<string> met)
    {
        if (name.First == name.Last) return -1;
        for (int last = Math.Min(name.Last - 1, name.First + 2); last >= name.First; last--)
        {
            string words = tree.Words(name.First, last);
            if (lexicon.Countries.TryByName(words, out _)) return last;
            if (tree[last].Form is "-" or "–" || (IsCommon(words) && !IsArea(words))) continue;
            // "US Ambassador Ana Ruiz", "Lima Mayor Ana Ruiz", but "Paris Hilton"
            if (name.Kind == NameKind.Person && !lexicon.Titles.Contains(tree[last + 1].Form)) continue;
            if (met.Contains(words)) return last;
            foreach (GazetteerPlace place in lexicon.Gazetteer.Find(words))
            {
                bool own = place.Name.Equals(words, StringComparison.OrdinalIgnoreCase);
                if (place.Class is PlaceClass.Country || place.FeatureCode == NamedAreas.RegionCode || (own && (place.Class == PlaceClass.Admin1 || place.Population >= EmbeddedTown))) return last;
            }
        }
        return name.Kind != NameKind.Person && IsPeople(tree[name.First].Form) ? name.First : -1;
    }

    /// <returns>First token of the place that a longer name ends with, "Bata Kenya"; -1 for none.</returns>
    public int EmbeddedLast(Tree tree, NameRun name, HashSet<string> met)
    {
        if (name.Kind == NameKind.Person) return -1;
        for (int first = Math.Max(name.First + 1, name.Last - 2); first <= name.Last; first++)
        {
            // "Trade Office of Kenya (TOK)": only its letters tell that the land is in the name.
            if (tree[first - 1].Form is "of" or "-" or "–" or "for" && !(tree[first - 1].Form == "of" && Initials.LastOf(tree, name.First, lexicon.Words) == name.Last)) continue;
            string words = tree.Words(first, name.Last);
            if (!IsCommon(words) && (lexicon.Countries.TryByName(words, out _) || met.Contains(words))) return first;
        }
        return -1;
    }

    /// <summary>"Kenyan troops", "the Kenyan-Somali border"; not "Kenyans", "in French", "the French said".</summary>
    public bool IsModifier(Tree tree, int at)
    {
        ref readonly Token token = ref tree[at];
        if (token.Form.Length < 4 || !char.IsUpper(token.Form[0]) || token.Penn is "NNS" or "NNPS" || !IsPeople(token.Form)) return false;
        bool hyphen = at + 1 < tree.Count && tree[at + 1].Form is "-" or "–";
        return hyphen || tree.Is(at, "amod") || tree.Is(at, "compound") || (token.Upos == Upos.Adj && tree.Is(at, "conj") && at + 1 < tree.Count && tree[at + 1].Upos is Upos.Noun or Upos.Propn or Upos.Adj);
    }

    public bool IsPeople(string word)
    {
        if (lexicon.Countries.TryByDemonym(word, out _)) return true;
        foreach (GazetteerPlace place in lexicon.Gazetteer.Find(word)) if (place.FeatureCode == NamedAreas.RegionCode && !place.Name.Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>Where the words of a toponym begin and end: without a hyphen or the stop of a sentence that the tokens keep, with the stop of an abbreviation ("Calif.").</summary>
    public TextSpan Trimmed(Tree tree, int first, int last)
    {
        TextSpan span = tree.Span(first, last);
        string form = tree[last].Form;
        if (form.Length > 1 && form[^1] is '-' or '–') return new TextSpan(span.Start, span.End - 1);
        if (form.Length > 4 && form[^1] == '.' && form.IndexOf('.', StringComparison.Ordinal) == form.Length - 1 && !IsShortened(form[..^1])) return new TextSpan(span.Start, span.End - 1);
        return last + 1 < tree.Count && tree[last + 1].Form == "." && tree[last + 1].Start == span.End && IsShortened(form) ? new TextSpan(span.Start, span.End + 1) : span;
    }

    // "Ga", "Calif": no vowel or too short for a name by itself, and listed for a division that is called otherwise.
    private bool IsShortened(string form)
    {
        if (form.Length is < 2 or > 5 || !char.IsLower(form[^1])) return false;
        bool division = false;
        foreach (GazetteerPlace place in lexicon.Gazetteer.Find(form))
        {
            if (place.Name.Equals(form, StringComparison.OrdinalIgnoreCase) && place.Population >= BareTown) return false;
            division |= place.Class == PlaceClass.Admin1 && place.Name.StartsWith(form[..1], StringComparison.Ordinal);
        }
        return division;
    }
}
