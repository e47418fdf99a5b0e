using System.Collections.Immutable;
using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Details;

/// <summary>Reads what a report counts, with who was counted and what its sentence names.</summary>
internal sealed class CountDetailReader(ReadingLexicon lexicon)
{
    /// <summary>Fighters of whatever side they are not the army of: "rebels", "militants" and "terrorists" are words of three newsrooms for the same people.</summary>
    private const string Militants = "militants";

    /// <summary>Sentences in which a report says what it is about: the first two, and more where none of them counts.</summary>
    private const int LeadMin = 2, LeadMax = 5;

    /// <summary>Consonants by which a name is told.</summary>
    private const int SkeletonMin = 3;

    public (ImmutableArray<CountDetail> Counts, ImmutableArray<string> LeadNames) Read(Reading reading, IReadOnlyList<ReadSentence> sentences)
    {
        var counts = ImmutableArray.CreateBuilder<CountDetail>();
        var names = new Dictionary<ReadSentence, ImmutableArray<string>>();
        int lead = 0;
        foreach (Claim claim in reading.Claims)
        {
            if (claim.Figure is not { Measure: not (Measure.Other or Measure.Fighters), Quantity: { Best: not null } or { Low: not null } } figure || claim.Stance is not (Stance.Affirms or Stance.Doubts)) continue;
            ReadSentence? sentence = sentences.FirstOrDefault(sentence => sentence.Tree.Sentence.Start <= figure.Quantity.Span.Start && figure.Quantity.Span.End <= sentence.Tree.Sentence.End);
            if (sentence is null || IsOfPart(figure.Quantity, sentence.Tree) || IsOfYears(figure.When ?? claim.Event?.When) || IsOfWar(sentence) || IsIncluded(figure, sentence.Tree, counts)) continue;
            if (counts.Count == 0) lead = sentences.TakeWhile(one => one != sentence).Count() + 1;
            if (!names.TryGetValue(sentence, out ImmutableArray<string> named)) names.Add(sentence, named = NamesOf(sentence));
            bool added = Adds(figure.Quantity, sentence.Tree) && counts.Any(before => before.Measure == figure.Measure);
            counts.Add(new CountDetail(figure.Measure, figure.Quantity, figure.Subject is { } subject ? PopulationOf(subject) : "", claim.Span) { Names = named, IsAdded = added, IsTotal = IsTotal(sentence), IsEarlier = Enumerable.Range(0, sentence.Tree.Count).Any(at => lexicon.Words.Has(WordSet.AtFirst, sentence.Tree[at].Form)) });
        }
        return (counts.DrainToImmutable(), [.. sentences.Take(Math.Clamp(lead, LeadMin, LeadMax)).SelectMany(sentence => NamesOf(sentence)).Distinct(StringComparer.Ordinal)]);
    }

    // "15 of the wounded were in critical condition" counts no wounded.
    private static bool IsOfPart(QuantityMention quantity, Tree tree)
    {
        int next = Array.FindIndex(tree.Sentence.Tokens, token => token.Start >= quantity.Span.End);
        return next >= 0 && next + 1 < tree.Count && tree[next].Form == "of" && tree[next + 1].Upos is Upos.Det or Upos.Pron;
    }

    // "18 people, five children among them": some of those counted just before.
    private bool IsIncluded(FigureReading figure, Tree tree, IEnumerable<CountDetail> before)
    {
        if (figure.Subject is null || before.LastOrDefault() is not { } whole || whole.Measure != figure.Measure || whole.Quantity.Span.Start < tree.Sentence.Start || (figure.Quantity.Best ?? figure.Quantity.Low) > (whole.Quantity.Best ?? whole.Quantity.Low)) return false;
        return tree.Sentence.Tokens.Any(token => token.Start >= whole.Quantity.Span.End && token.End <= figure.Quantity.Span.Start && lexicon.Words.Has(WordSet.Includes, token.Lemma));
    }

    // "another five", "three more", "a further 27"; "wounding 30 others" are others than the dead.
    private static bool Adds(QuantityMention quantity, Tree tree)
    {
        int first = Array.FindIndex(tree.Sentence.Tokens, token => token.End > quantity.Span.Start), next = Array.FindIndex(tree.Sentence.Tokens, token => token.Start >= quantity.Span.End);
        return first >= 0 && tree[first].Lemma == "another" || first > 0 && tree[first - 1].Lemma is "another" or "further" or "additional" || next >= 0 && tree[next].Lemma is "more" or "further" or "additional";
    }

    // "since 2011", "in 2013": the toll of a war or of another year.
    private static bool IsOfYears(DateMention? when) => when is { Value: var value } && (value.Length == 4 || value.EndsWith("/PRESENT_REF", StringComparison.Ordinal) && value.Length <= "2011-03/PRESENT_REF".Length);

    // "More than 280,000 have been killed and millions displaced since the war broke out in March 2011", "has killed 20,000 over the past five years": what has gone on for years, whatever the tree hangs the years on.
    private static bool IsOfWar(ReadSentence sentence)
    {
        Tree tree = sentence.Tree;
        if (sentence.Dates.Any(date => IsRangeOfYears(date.Mention.Value))) return true;
        if (!Enumerable.Range(0, tree.Count).Any(at => tree[at] is { Upos: Upos.Aux, Lemma: "have" })) return false;
        int since = Enumerable.Range(0, tree.Count).FirstOrDefault(at => tree[at].Lemma == "since", -1);
        if (since >= 0 && since + 1 < tree.Count && tree[since + 1].Lemma == "then") return true;
        return sentence.Dates.Any(date => date.Mention.Value is { Length: > 1 } value && (value[0] == 'P' && value[^1] == 'Y' || since >= 0 && since <= date.First && IsYear(value)));
    }

    // "has cost 136 lives since July 11"; "have been killed since Friday" is still of the incident.
    private static bool IsTotal(ReadSentence sentence)
    {
        Tree tree = sentence.Tree;
        int since = Enumerable.Range(0, tree.Count).FirstOrDefault(at => tree[at].Lemma == "since", -1);
        return since >= 0 && Enumerable.Range(0, tree.Count).Any(at => tree[at] is { Upos: Upos.Aux, Lemma: "have" }) && sentence.Dates.Any(date => date.Last > since && date.Mention.Value is { } value && value.StartsWith("XXXX-", StringComparison.Ordinal) && !value.Contains("-WXX-", StringComparison.Ordinal));
    }

    private static bool IsYear(string value) => value.Length is 4 or 7 && value.All(c => char.IsAsciiDigit(c) || c == '-') || value.EndsWith("/PRESENT_REF", StringComparison.Ordinal) && char.IsAsciiDigit(value[0]);

    // "from March 2011 to June 2016"
    private static bool IsRangeOfYears(string? value) => value is not null && value.IndexOf('/', StringComparison.Ordinal) is > 3 and var slash && slash + 5 <= value.Length
        && int.TryParse(value.AsSpan(0, 4), out int from) && int.TryParse(value.AsSpan(slash + 1, 4), out int to) && to - from > 1;

    /// <summary>Key of who is counted; empty for people in general, who may be anybody.</summary>
    private string PopulationOf(ActorMention subject)
    {
        if (subject.Form == ActorForm.Pronoun || subject.Kind == ActorKind.Person) return "";
        if (subject.Kind is ActorKind.RebelGroup or ActorKind.Militia) return Militants;
        string? noun = subject.Noun;
        // "18 Civilians Killed", in a headline, is no name.
        if (subject.Name is { } name && lexicon.Actors.Find(name).Count == 0) noun = name.Split(' ').Select(Singular).FirstOrDefault(word => lexicon.Nouns.ActorClass(word) is NounClass.People or NounClass.Militants or NounClass.Force or NounClass.Police);
        if (noun is not null && lexicon.Nouns.ActorClass(noun) == NounClass.Militants) return Militants;
        if (subject.Country is null && (subject.Name is null && noun is null || noun is not null && lexicon.Words.Has(WordSet.Anybody, noun))) return "";
        return noun is not null && subject.Country is null ? noun : ActorKey.Of(subject, lexicon);
    }

    private static string Singular(string word)
    {
        string lower = word.ToLowerInvariant();
        return lower is "people" ? "people" : lower.Length > 3 && lower[^1] == 's' ? lower[..^1] : lower;
    }

    private ImmutableArray<string> NamesOf(ReadSentence sentence)
    {
        Tree tree = sentence.Tree;
        return [.. Enumerable.Range(0, tree.Count)
            .Where(at => tree[at].Upos == Upos.Propn && !IsJoined(tree[at].Form) && sentence.DateAt(at) is null && sentence.NameAt(at) is { Known: null, Kind: not NameKind.Person } name && (name.MayBePlace || IsWhere(tree, name.First - 1)) && !lexicon.Countries.TryByName(name.Words, out _) && !IsParty(name.Words))
            .Select(at => Skeleton(PlaceKeys.Fold(tree[at].Form))).Where(key => key.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    // "DAESH" is "Daesh".
    private bool IsParty(string name) => name.Length > 1 && lexicon.Actors.Find(name[0] + name[1..].ToLowerInvariant()).Count > 0;

    // "the district of Tariq al-Bab", whatever kind of name it is taken for.
    private static bool IsWhere(Tree tree, int before) => before >= 0 && tree[before].Lemma is "in" or "at" or "on" or "near" or "of" or "around" or "outside" or "from";

    // "DAESH-held", "Kurdish-led"
    private static bool IsJoined(string form) => form.IndexOf('-', StringComparison.Ordinal) is > 2 and var hyphen && hyphen + 1 < form.Length && char.IsAsciiLetterLower(form[hyphen + 1]);

    /// <summary>The consonants of a folded name, where they are enough to tell it by: "Hasakeh" and "Hasakah" differ in none.</summary>
    private static string Skeleton(string folded)
    {
        string consonants = string.Concat(folded.Where(letter => letter is not ('a' or 'e' or 'i' or 'o' or 'u')));
        return consonants.Length < SkeletonMin ? folded : consonants;
    }
}
