using System.Collections.Immutable;
using Sitrep.Language.Tokens;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Extract.Dates;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Quantities;

namespace Sitrep.Pipeline.Extract.Actors;

/// <summary>A proper name in a sentence.</summary>
/// <param name="Last">Index of its last token, inclusive.</param>
/// <param name="Kind">The engine's opinion; <see cref="NameKind.None"/> when it had none.</param>
/// <param name="Known">The first actor of that name in <c>data/actors.tsv</c>; null when it is not listed.</param>
/// <param name="IsToponym">True when the gazetteer or the country list has the name.</param>
public sealed record NameRun(int First, int Last, string Words, NameKind Kind, KnownActor? Known, bool IsToponym)
{
    /// <summary>True for the name of a ship: "MV Aurora", "the ferry Aurora", and "Aurora" in the same report.</summary>
    public bool IsVessel { get; init; }

    /// <summary>True when the name can be read as a place.</summary>
    public bool MayBePlace => Known is null && Kind != NameKind.Person && (Kind == NameKind.Location || IsToponym);
}

/// <summary>Finds proper names: listed actors first (longest match), then the engine's names, then other runs of proper nouns.</summary>
public static class NameFinder
{
    /// <summary>Words of the longest land looked for before a person.</summary>
    private const int LandWordsMax = 4;

    /// <summary>Letters of a word that joins two names between hyphens, at most.</summary>
    private const int LinkLetters = 4;

    /// <summary>"4 am PKT on", "Pakistan Standard Time (PKT)": the clock that the hour is told by, whatever town is spelt so.</summary>
    private static bool IsTimeZone(Tree tree, int at, WordSets words)
    {
        string form = tree[at].Form;
        if (at < 1 || form.Length is < 2 or > 5 || form.Any(c => !char.IsAsciiLetterUpper(c))) return false;
        string before = tree[at - 1].Form.ToLowerInvariant();
        if (before == "(") return at > 1 && tree[at - 2].Lemma.Equals("time", StringComparison.OrdinalIgnoreCase);
        bool clock = words.Has(WordSet.BehindHour, before) || before.Length > 2 && char.IsAsciiDigit(before[0]) && (before.EndsWith("am", StringComparison.Ordinal) || before.EndsWith("pm", StringComparison.Ordinal) || before.AsSpan().ContainsAny(':', '.'));
        return clock && (at + 1 == tree.Count || tree[at + 1].Upos is Upos.Adp or Upos.Punct or Upos.Cconj);
    }

    public static ImmutableArray<NameRun> Find(Tree tree, ImmutableArray<FoundDate> dates, ImmutableArray<FoundQuantity> quantities, ReadingLexicon lexicon)
    {
        var found = ImmutableArray.CreateBuilder<NameRun>();
        bool InDate(int token)
        {
            foreach (FoundDate date in dates) if (date.First <= token && token <= date.Last) return true;
            return false;
        }
        for (int at = 0; at < tree.Count;)
        {
            // "Seven died": a number in words that opens the sentence has its capital from there.
            if (at == 0 && !quantities.IsEmpty && quantities[0] is { First: 0, Last: var number } && number + 1 < tree.Count && !IsCapital(tree, number + 1)) { at = number + 1; continue; }
            // "Equatorial Guinea closed its border": the tagger may miss the first word of a land's name.
            int land = Lands.LastOf(lexicon.Countries, tree.Forms, at);
            if (InDate(at) || land < 0 && !StartsName(tree, at, lexicon)) { at++; continue; }
            // "Cox's Bazar": a place with an owner in its name.
            if (at + 2 < tree.Count && tree[at + 1].Form is "'s" or "’s" && IsCapital(tree, at + 2) && !lexicon.Gazetteer.Find($"{tree[at].Form}'s {tree[at + 2].Form}").IsEmpty)
            {
                found.Add(Make(tree, at, at + 2, null, lexicon) with { Words = $"{tree[at].Form}'s {tree[at + 2].Form}", Kind = NameKind.Location, IsToponym = true });
                at += 3;
                continue;
            }
            (int last, KnownActor? known) = LongestKnown(tree, at, lexicon.Actors);
            if (known is null && land < 0 && IsTimeZone(tree, at, lexicon.Words)) { at++; continue; }
            // "to create an Islamic state": one of a kind, and no name.
            if (known is not null && last > at && at > 0 && tree[at - 1].Lemma is "a" or "an" && char.IsLower(tree[last].Form[0]) && char.IsUpper(known.Name[known.Name.LastIndexOf(' ') + 1]))
            {
                at = last + 1;
                continue;
            }
            if (land > last && land >= RunEnd(tree, at, InDate, lexicon))
            {
                found.Add(Make(tree, at, land, null, lexicon));
                at = land + 1;
                continue;
            }
            // "CNN Turk", "BBC Persian": an outlet called after another.
            if (known is { Kind: ActorKind.Media } && tree.Words(at, last) is { Length: < 5 } letters && letters.All(char.IsUpper) && last + 1 < tree.Count && tree[last + 1].Upos == Upos.Propn && tree.Is(last + 1, "flat") && RunEnd(tree, at, InDate, lexicon) is var whole && whole > last)
            {
                found.Add(new NameRun(at, whole, tree.Words(at, whole), NameKind.Organisation, known with { Name = tree.Words(at, whole) }, false));
                at = whole + 1;
                continue;
            }
            // "Front for the Valley and the Hills (FVH)": the letters say how far the name goes.
            if (Initials.LastOf(tree, at, lexicon.Words) is var spelt && spelt > last && spelt > RunEnd(tree, at, InDate, lexicon))
            {
                NameRun body = Make(tree, at, spelt, null, lexicon);
                found.Add(body.IsToponym || lexicon.Nouns.PlaceClass(tree[spelt].Lemma) != NounClass.None ? body : body with { Kind = NameKind.Organisation });
                at = spelt + 1;
                continue;
            }
            if (known is null)
            {
                // "Sudanese Rapid Support Forces": the listed name begins after the nationality.
                if (lexicon.Countries.TryByDemonym(tree[at].Form, out _) && at + 1 < tree.Count && StartsName(tree, at + 1, lexicon) && LongestKnown(tree, at + 1, lexicon.Actors).Known is not null) { at++; continue; }
                // "Charity Doctors Without Borders said": a noun that opens the sentence stands before the listed name.
                if (OpensSentence(tree, at) && lexicon.Nouns.ActorClass(tree[at].Lemma.ToLowerInvariant()) != NounClass.None && at + 1 < tree.Count && StartsName(tree, at + 1, lexicon) && LongestKnown(tree, at + 1, lexicon.Actors) is { Known: not null, Last: var listed } && listed > at + 1) { at++; continue; }
                last = Trimmed(tree, at, RunEnd(tree, at, InDate, lexicon));
                if (last < at || IsCommon(tree, at, last, lexicon)) { at = Math.Max(at, last) + 1; continue; }
            }
            // A demonym before a common noun is a modifier, not a name: "Ethiopian troops", but "Ethiopian Human Rights Commission".
            if (known is null && last == at && lexicon.Countries.TryByDemonym(tree[at].Form, out _) && !lexicon.Countries.TryByName(tree[at].Form, out _)) { at++; continue; }
            // "Secretary of State Ann Lee": the office ends where the name begins.
            int own = known is null && land < 0 && last - at >= 2 && at >= 2 && tree[at - 1].Form == "of" && lexicon.Titles.Contains(tree[at - 2].Form) ? at + 1 : at;
            found.Add(Make(tree, own, last, known, lexicon));
            at = last + 1;
        }
        return found.DrainToImmutable();
    }

    private static NameRun Make(Tree tree, int first, int last, KnownActor? known, ReadingLexicon lexicon)
    {
        string words = WithoutFullStop(tree.Words(first, last));
        NameKind kind = NameKind.None;
        for (int i = first; i <= last && kind == NameKind.None; i++) kind = tree[i].Name;
        // "the West", "a Western ally", "Storm Daniel": capitals, but neither a place nor a person.
        if (known is null && (first == last && IsDirection(words, lexicon.Words) || IsDisaster(tree, first, last, lexicon))) return new NameRun(first, last, words, NameKind.Other, null, false);
        // "Mount Soputan", "Lake Chad": what the first word says it is.
        if (known is null && first < last && lexicon.Words.Has(WordSet.OpensPlace, tree[first].Form)) kind = NameKind.Location;
        // "Tripoli International Airport": what the last word says it is; a school or a hospital is a body too.
        // People have no article: "the Zoji Pass".
        bool article = first > 0 && tree[first - 1].Upos is Upos.Det or Upos.Adj;
        if (known is null && (kind == NameKind.Organisation || article && kind is NameKind.Person or NameKind.None) && first < last && lexicon.Words.Has(WordSet.NamedSite, tree[last].Lemma.ToLowerInvariant())) kind = NameKind.Location;
        // "Director of Research for the Middle East": what is directed, whatever village bears the name.
        if (known is null && first == last && first > 1 && last + 1 < tree.Count && tree[first - 1].Form == "of" && tree[last + 1].Form is "for" or "at" && lexicon.Nouns.ActorClass(tree[first - 2].Lemma.ToLowerInvariant()) == NounClass.Official) return new NameRun(first, last, words, NameKind.Other, null, false);
        // "the village of Kono": whoever bears the name too.
        if (known is null && kind == NameKind.Person && first > 1 && tree[first - 1].Form == "of" && lexicon.Nouns.PlaceClass(tree[first - 2].Lemma) == NounClass.Settlement) kind = NameKind.Location;
        if (known is null && kind is NameKind.Organisation or NameKind.None && IsPersonBehindLand(tree, first, lexicon)) kind = NameKind.Person;
        bool toponym = known is null && (lexicon.Countries.TryByName(words, out _) || !lexicon.Gazetteer.Find(words).IsEmpty);
        return new NameRun(first, last, words, kind, known, toponym);
    }

    /// <summary>A point of the compass, whatever its case.</summary>
    internal static bool IsDirection(string words, WordSets sets) => words.Length > 3 && sets.Has(WordSet.Compass, char.ToLowerInvariant(words[0]) + words[1..]);

    // "Storm Daniel", "Tropical Storm Daniel", "the Multan Flood"
    private static bool IsDisaster(Tree tree, int first, int last, ReadingLexicon lexicon) =>
        first < last && (Enumerable.Range(first, last - first + 1).Any(at => (at == first || at == last || at == first + 1 && at + 1 == last) && lexicon.Nouns.ActorClass(tree[at].Lemma) == NounClass.Disaster) || lexicon.Words.Has(WordSet.Happening, tree[last].Lemma.ToLowerInvariant()));

    // "Units", "Forces", "the Secretary General": ranks and common nouns with a capital name nobody.
    private static bool IsCommon(Tree tree, int first, int last, ReadingLexicon lexicon)
    {
        bool noun = false;
        for (int at = first; at <= last; at++)
        {
            bool known = lexicon.Nouns.ActorClass(tree[at].Lemma) != NounClass.None || lexicon.Nouns.PlaceClass(tree[at].Lemma.ToLowerInvariant()) == NounClass.Facility;
            if (!known && !lexicon.Titles.Contains(tree[at].Form) && !lexicon.Words.Has(WordSet.ForceName, tree[at].Form) && tree[at].Form is not ("-" or "–")) return false;
            noun |= known;
        }
        if (!noun) return first == last && lexicon.Titles.Contains(tree[first].Form);
        return first == last || lexicon.Nouns.ActorClass(tree[last].Lemma) is NounClass.Force or NounClass.Police or NounClass.Official or NounClass.Militants || tree[last].Lemma.ToLowerInvariant() is "base";
    }

    // The engine sometimes takes the word after into a name: "Kunduz on".
    private static int Trimmed(Tree tree, int first, int last)
    {
        while (last > first && !char.IsUpper(tree[last].Form[0]) && !char.IsDigit(tree[last].Form[0]) && !(last > first + 1 && tree[last - 1].Form is "-" or "–")) last--;
        return last;
    }

    // A full stop that the tokens keep ends the sentence, unless the word is short or has another.
    private static string WithoutFullStop(string words)
    {
        string last = words[(words.LastIndexOf(' ') + 1)..];
        return last.Length > 4 && last[^1] == '.' && last.IndexOf('.', StringComparison.Ordinal) == last.Length - 1 ? words[..^1] : words;
    }

    private static bool StartsName(Tree tree, int at, ReadingLexicon lexicon)
    {
        ref readonly Token token = ref tree[at];
        if (token.Form.Length == 0 || !(char.IsUpper(token.Form[0]) || (char.IsDigit(token.Form[0]) && at + 1 < tree.Count && char.IsUpper(tree[at + 1].Form[0])) || IsArticle(tree, at, lexicon.Words))) return false;
        if (at == 0 && token.Form.EndsWith('s') && lexicon.Words.Has(WordSet.RoundNumber, token.Form[..^1].ToLowerInvariant())) return false;
        if (token.Name != NameKind.None || token.Upos == Upos.Propn) return true;
        // Acronyms that the tagger takes for words: "IS", "US". In a line that is all capitals they say nothing.
        if (token.Form.Length is >= 2 and <= 6 && token.Form.All(char.IsUpper) && lexicon.Actors.Find(token.Form).Count > 0 && !Shouts(tree, at)) return true;
        // A common noun in the singular does not speak without its article: "Total said".
        if (OpensSentence(tree, at) && token is { Upos: Upos.Noun, Penn: "NN" } && at + 1 < tree.Count && tree.Head(at) == at + 1 && tree.Is(at, "nsubj") && tree[at + 1].Upos == Upos.Verb
            && lexicon.Cues.ContainsKey(tree[at + 1].Lemma) && lexicon.Nouns.ActorClass(token.Lemma) == NounClass.None) return true;
        // The first word of a sentence is capitalised anyway; elsewhere a capital is evidence that the tagger missed a name.
        if (OpensSentence(tree, at)) return token.Upos is Upos.Noun or Upos.X or Upos.Adj && lexicon.Nouns.ActorClass(token.Lemma) == NounClass.None && LongestKnown(tree, at, lexicon.Actors).Known is { Kind: not ActorKind.Media };
        return token.Upos is Upos.Noun or Upos.X or Upos.Adj or Upos.Verb && !tree[at - 1].Form.EndsWith('.') && char.IsLetter(token.Form[0]);
    }

    private static bool OpensSentence(Tree tree, int at)
    {
        // "said: “Suspected militants …": a sentence inside.
        if (at > 1 && tree[at - 1].Penn == "``" && tree[at - 2].Form is ":" or ",") return true;
        while (at > 0 && !char.IsLetterOrDigit(tree[at - 1].Form[0])) at--;
        return at == 0;
    }

    private static bool Shouts(Tree tree, int at) =>
        (at > 0 && tree[at - 1].Form.Length > 3 && tree[at - 1].Form.All(char.IsUpper)) || (at + 1 < tree.Count && tree[at + 1].Form.Length > 3 && tree[at + 1].Form.All(char.IsUpper));

    // "al-Qaim", "el-Fasher": the article is lower case and the name begins with it.
    private static bool IsArticle(Tree tree, int at, WordSets words) =>
        words.Has(WordSet.NameArticle, tree[at].Form) && at + 2 < tree.Count
        && tree[at + 1].Form is "-" or "–" && tree[at].End == tree[at + 1].Start && tree[at + 1].End == tree[at + 2].Start;

    private static (int Last, KnownActor? Known) LongestKnown(Tree tree, int at, KnownActors actors)
    {
        if (!actors.MayBegin(tree[at].Form)) return (at, null);
        for (int last = Math.Min(tree.Count - 1, at + actors.LongestWords + 2); last >= at; last--)
        {
            IReadOnlyList<KnownActor> hits = actors.Find(tree.Words(at, last));
            if (hits.Count > 0) return (last, hits[0]);
        }
        return (at, null);
    }

    private static int RunEnd(Tree tree, int first, Func<int, bool> inDate, ReadingLexicon lexicon)
    {
        int last = -1;
        bool organisation = false;
        for (int at = first; at < tree.Count && !inDate(at); at++)
        {
            ref readonly Token token = ref tree[at];
            // Two names side by side in the engine's eyes are two names ("In Jakarta President Widodo"), unless the gazetteer has them as one.
            if (at > first && token.NameStart && tree[at - 1].Name != NameKind.None && token.Name != tree[at - 1].Name && lexicon.Gazetteer.Find(tree.Words(first, at)).IsEmpty) break;
            if (at > first && (IsPersonBehindLand(tree, at, lexicon) || IsOfficeBehindPlace(tree, first, at, lexicon))) break;
            if (Continues(tree, at))
            {
                last = at;
                organisation |= token.Name == NameKind.Organisation || lexicon.Nouns.ActorClass(token.Lemma) is NounClass.Body or NounClass.Monitor or NounClass.Force or NounClass.Militants;
                continue;
            }
            bool hyphen = token.Form is "-" or "–" && at > first && tree[at - 1].End == token.Start && at + 1 < tree.Count && tree[at + 1].Start == token.End && char.IsUpper(tree[at + 1].Form[0]);
            bool article = IsArticle(tree, at, lexicon.Words);
            // "Mocimboa da Praia", "Ould van der Berg": these join names of every kind; "of" and "for" join those of bodies only.
            bool foreign = lexicon.Words.Has(WordSet.NameParticle, token.Form);
            bool joiner = foreign ? NextIsName(tree, at + 1, inDate, ofBody: false) : organisation && token.Form is "of" or "for" or "the" && NextIsName(tree, at + 1, inDate, ofBody: true);
            if (IsGiven(tree, at)) { last = ++at; continue; }
            if (!hyphen && !article && !joiner && !IsLink(tree, at, lexicon.Words) && !IsHyphenated(tree, at) && !IsHyphenated(tree, at - 1)) break;
        }
        return last;
    }

    // "Park Geun-hye", "Kim Il-sung": the second half of a Korean or Chinese given name stands in small letters; "Kim-led" has only one name before it.
    private static bool IsGiven(Tree tree, int at) =>
        tree[at].Form is "-" or "–" && at > 1 && at + 1 < tree.Count && tree[at - 1].End == tree[at].Start && tree[at + 1].Start == tree[at].End && tree[at + 1].Form.Length is >= 2 and <= 6 && tree[at + 1].Form.All(char.IsAsciiLetterLower)
        && char.IsUpper(tree[at - 1].Form[0]) && char.IsUpper(tree[at - 2].Form[0]) && tree[at - 2].Form.Length > 1 && tree[at - 2].Name == NameKind.Person && tree[at + 1].Upos is not (Upos.Verb or Upos.Adj);

    /// <summary>"the spokesman of the Armed Forces of Ukraine Ivan Petrenko said": where a land ends the name of a body, two or three more names before a verb are somebody's.</summary>
    private static bool IsPersonBehindLand(Tree tree, int at, ReadingLexicon lexicon)
    {
        if (at < 3 || !IsCapital(tree, at) || tree[at].Upos != Upos.Propn || !IsCapital(tree, at - 1)) return false;
        int land = at - 1;
        while (land > 1 && tree[land - 1].Form is not "of" && at - land < LandWordsMax && IsCapital(tree, land - 1)) land--;
        if (tree[land - 1].Form != "of" || !lexicon.Countries.TryByName(tree.Words(land, at - 1), out _) || !lexicon.Gazetteer.Find(tree.Words(land, at)).IsEmpty) return false;
        int past = at;
        while (past < tree.Count && IsCapital(tree, past) && tree[past].Upos == Upos.Propn) past++;
        return past - at is 2 or 3 && past < tree.Count && tree[past].Upos is Upos.Verb or Upos.Punct or Upos.Aux;
    }

    /// <summary>"Odisha Chief Secretary X Y": where a place is followed by an office and at least two more names, they are somebody's.</summary>
    private static bool IsOfficeBehindPlace(Tree tree, int first, int at, ReadingLexicon lexicon)
    {
        if (!lexicon.Titles.Contains(tree[at].Form) || lexicon.Nouns.PlaceClass(tree[at - 1].Lemma.ToLowerInvariant()) != NounClass.None || lexicon.Countries.TryByName(tree.Words(first, at - 1), out _) || lexicon.Gazetteer.Find(tree.Words(first, at - 1)).IsEmpty) return false;
        int name = at;
        while (name < tree.Count && IsCapital(tree, name) && lexicon.Titles.Contains(tree[name].Form)) name++;
        int past = name;
        while (past < tree.Count && IsCapital(tree, past) && tree[past].Upos == Upos.Propn) past++;
        return past - name is 2 or 3 && past < tree.Count && tree[past].Upos is not (Upos.Noun or Upos.Propn) && tree[past].Form is not "'s" && lexicon.Nouns.ActorClass(tree[past - 1].Lemma.ToLowerInvariant()) == NounClass.None && lexicon.Nouns.PlaceClass(tree[past - 1].Lemma.ToLowerInvariant()) == NounClass.None && lexicon.Gazetteer.Find(tree.Words(first, past - 1)).IsEmpty;
    }

    private static bool IsCapital(Tree tree, int at) => tree[at].Form.Length > 0 && char.IsUpper(tree[at].Form[0]);

    // "Port-au-Prince", "Dar-es-Salaam": a small word between two hyphens and two names; "Kabul-to-Kandahar" is two.
    private static bool IsHyphenated(Tree tree, int hyphen)
    {
        if (hyphen < 1 || hyphen + 3 >= tree.Count || tree[hyphen].Form is not ("-" or "–") || tree[hyphen + 2].Form != tree[hyphen].Form) return false;
        for (int at = hyphen; at <= hyphen + 3; at++) if (tree[at - 1].End != tree[at].Start) return false;
        return tree[hyphen + 1].Form is { Length: > 0 and <= LinkLetters } link && char.IsLower(link[0]) && link is not ("to" or "and" or "or" or "vs") && char.IsUpper(tree[hyphen - 1].Form[0]) && char.IsUpper(tree[hyphen + 3].Form[0]);
    }

    // "Sar-e Pul", "Mazar-i-Sharif": the small word between hyphen and name that joins two Persian or Turkic ones.
    private static bool IsLink(Tree tree, int at, WordSets words)
    {
        if (tree[at].Form is "-" or "–") return at + 1 < tree.Count && words.Has(WordSet.NameLink, tree[at + 1].Form) && at > 0 && tree[at - 1].End == tree[at].Start && IsLink(tree, at + 1, words) || at > 1 && words.Has(WordSet.NameLink, tree[at - 1].Form) && at + 1 < tree.Count && char.IsUpper(tree[at + 1].Form[0]);
        if (!words.Has(WordSet.NameLink, tree[at].Form) || at == 0 || tree[at - 1].Form is not ("-" or "–")) return false;
        int next = at + 1 < tree.Count && tree[at + 1].Form is "-" or "–" ? at + 2 : at + 1;
        return next < tree.Count && tree[next].Form.Length > 0 && char.IsUpper(tree[next].Form[0]);
    }

    private static bool NextIsName(Tree tree, int at, Func<int, bool> inDate, bool ofBody)
    {
        if (at < tree.Count && tree[at].Form is "the" or "la" or "los") at++;
        return at < tree.Count && !inDate(at) && Continues(tree, at) && (!ofBody || tree[at].Name is NameKind.None or NameKind.Organisation or NameKind.Other or NameKind.Group);
    }

    private static bool Continues(Tree tree, int at)
    {
        ref readonly Token token = ref tree[at];
        if (token.Form.Length == 0) return false;
        if (token.Name != NameKind.None && token.Upos != Upos.Punct && token.Form is not ("'s" or "’s")) return true;
        if (!char.IsUpper(token.Form[0]) || !char.IsLetter(token.Form[0])) return false;
        return token.Upos == Upos.Propn || (at > 0 && token.Upos is Upos.Noun or Upos.Adj or Upos.X or Upos.Verb);
    }
}
