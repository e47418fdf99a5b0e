using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Places;

/// <summary>Finds every toponym of a report, also where nothing happens in it: "Kenyan troops", "the Nairobi Post", "Moi University".</summary>
/// <remarks>The kinds of toponym follow Gritta, Pilehvar and Collier (2019), "A pragmatic guide to geoparsing evaluation": literal and associative names, modifiers,
/// names embedded in names; peoples, languages and persons are none.</remarks>
public sealed class ToponymFinder
{
    // "Democratic Republic of the Congo", "Trinidad and Tobago".
    private const int AreaMax = 6;

    private static readonly string[] Prefixes = ["anti-", "pro-", "ex-", "non-", "post-", "trans-", "pan-", "intra-", "inter-", "mid-"];

    private readonly PlaceWords _words;
    private readonly ReadingLexicon _lexicon;

    public ToponymFinder(ReadingLexicon lexicon, DataFolder data) => (_words, _lexicon) = (new PlaceWords(lexicon, data), lexicon);

    /// <summary>The toponyms of a report in order; none lies inside another.</summary>
    public ImmutableArray<PlaceMention> Find(IEnumerable<ReadSentence> sentences)
    {
        ReadSentence[] all = [.. sentences];
        // What stands by itself as a place is one inside a longer name too: one sense in one text.
        HashSet<string> met = Met(all);
        var found = ImmutableArray.CreateBuilder<PlaceMention>();
        foreach (ReadSentence sentence in all) Find(sentence, met, found);
        return found.DrainToImmutable();
    }

    // A name that no list has counts from its second time: the engine's guess at one word says little.
    private HashSet<string> Met(ReadSentence[] sentences)
    {
        var met = new HashSet<string>(StringComparer.Ordinal);
        var once = new HashSet<string>(StringComparer.Ordinal);
        foreach (ReadSentence sentence in sentences)
        {
            foreach (NameRun name in sentence.Names)
            {
                if (name.Words.Length <= 3 || _words.IsCommon(name.Words) || !_words.IsPlace(sentence, name, [])) continue;
                if (name.IsToponym || !once.Add(name.Words)) met.Add(name.Words);
            }
        }
        return met;
    }

    private void Find(ReadSentence sentence, HashSet<string> met, ImmutableArray<PlaceMention>.Builder found)
    {
        Tree tree = sentence.Tree;
        for (int at = 0; at < tree.Count;)
        {
            NameRun? name = sentence.NameAt(at);
            if ((name is null || name.First == at) && AreaEnd(tree, at) is var area && area > (name?.Last ?? at))
            {
                if (!_words.IsPeople(tree[area].Form) || _words.IsModifier(tree, area)) Add(at, area, _words.IsPeople(tree[area].Form) ? PlaceForm.Modifier : PlaceForm.Name);
                at = area + 1;
                continue;
            }
            if (name is null || name.First != at)
            {
                // "the British Embassy", "the French Quarter"
                if (name is null && at + 1 < tree.Count && _words.IsPeople(tree[at].Form) && sentence.NameAt(at + 1) is { } kind && kind.First == at + 1 && _words.IsFacility(tree, kind.Last))
                {
                    Add(at, kind.Last, PlaceForm.Name);
                    at = kind.Last + 1;
                    continue;
                }
                if (name is null && _words.IsModifier(tree, at)) Add(at, at, PlaceForm.Modifier);
                else if (name is null && Prefixed(tree, at) is { } people) found.Add(new PlaceMention(people, people.Of(tree.Text), PlaceForm.Modifier, Near: false));
                at++;
                continue;
            }
            at = Named(sentence, name, met, Add) + 1;
        }

        void Add(int first, int last, PlaceForm form)
        {
            TextSpan span = _words.Trimmed(tree, first, last);
            string words = Tree.Fold(span.Of(tree.Text));
            found.Add(new PlaceMention(span, words.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? words[4..] : words, form, Near: false));
        }
    }

    /// <returns>The last token that was read.</returns>
    private int Named(ReadSentence sentence, NameRun name, HashSet<string> met, Action<int, int, PlaceForm> add)
    {
        Tree tree = sentence.Tree;
        int end = tree[name.Last].Form is "-" or "–" ? name.Last - 1 : name.Last;
        bool isPlace = _words.IsPlace(sentence, name, met);
        // "the Children's Hospital", "Saint Mary's Church": the genitive belongs to the name of the building, unless it is a place that owns it.
        if (!isPlace && end + 2 < tree.Count && tree[end + 1].Form is "'s" or "’s" && sentence.NameAt(end + 2) is { } building && building.First == end + 2 && _words.IsFacility(tree, building.Last) && _words.Embedded(tree, name, met) < 0)
        {
            add(name.First, building.Last, PlaceForm.Name);
            return building.Last;
        }
        // "University of Nairobi", where the engine sees two names.
        if (end + 2 < tree.Count && tree[end + 1].Form == "of" && _words.Stands(tree, end, "of") && sentence.NameAt(end + 2) is { } seat && seat.First == end + 2 && _words.IsPlace(sentence, seat, met))
        {
            add(name.First, seat.Last, PlaceForm.Name);
            return seat.Last;
        }
        // "Washington, D.C.": a name that is listed with its comma.
        if (isPlace && end + 2 < tree.Count && tree[end + 1].Form == "," && sentence.NameAt(end + 2) is { } district && district.First == end + 2 && _words.IsOneName(tree, name.First, district.Last))
        {
            add(name.First, district.Last, PlaceForm.Name);
            return district.Last;
        }
        if (_words.Joint(tree, name) is var joint and > 0)
        {
            PlaceForm form = _words.IsPeople(tree[name.First].Form) ? PlaceForm.Modifier : PlaceForm.Name;
            add(name.First, joint - 1, form);
            add(joint + 1, end, form);
        }
        else if (isPlace && _words.Seam(tree, name) is var seam and > 0)
        {
            add(name.First, seam - 1, PlaceForm.Name);
            add(seam, end, PlaceForm.Name);
        }
        // "Lima Mayor X Y": what somebody is mayor of.
        else if (name.IsToponym && end == name.Last && end + 1 < tree.Count && char.IsUpper(tree[end + 1].Form[0]) && _lexicon.Titles.Contains(tree[end + 1].Form)) add(name.First, end, PlaceForm.Within);
        else if (isPlace) add(name.First, end, name.First == name.Last && _words.IsModifier(tree, name.First) ? PlaceForm.Modifier : PlaceForm.Name);
        else if (_words.Embedded(tree, name, met) is var last and >= 0) add(name.First, last, PlaceForm.Within);
        else if (_words.EmbeddedLast(tree, name, met) is var first and >= 0) add(first, end, PlaceForm.Within);
        return name.Last;
    }

    /// <summary>The last token of the longest country or region of several words that begins here; -1 for none.</summary>
    private int AreaEnd(Tree tree, int first)
    {
        if (tree[first].Form is "" or "The" || !char.IsUpper(tree[first].Form[0])) return -1;
        for (int last = Math.Min(tree.Count - 1, first + AreaMax); last > first; last--)
        {
            if (char.IsUpper(tree[last].Form[0]) && _words.IsArea(tree.Words(first, last))) return last;
        }
        return -1;
    }

    // "anti-Russian", "ex-Soviet" where the engine sees one word.
    private TextSpan? Prefixed(Tree tree, int at)
    {
        string form = tree[at].Form;
        foreach (string prefix in Prefixes)
        {
            if (form.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && form.Length > prefix.Length && (_words.IsPeople(form[prefix.Length..]) || _words.IsArea(form[prefix.Length..]))) return new TextSpan(tree[at].Start + prefix.Length, tree[at].End);
        }
        return null;
    }
}
