using Sitrep.Language.Tokens;

namespace Sitrep.Language.Mentions;

/// <summary>Finds every mention of persons, bodies and places in a parsed sentence: names, phrases around common nouns, personal pronouns.</summary>
/// <remarks>
/// A name with an article gives two mentions, "the Red Cross" and "Red Cross"; so does a name with a title or a country after it. The reach of a mention follows the
/// tree: words before the head with its article, then phrases with "of". After the entity mentions of ACE (Doddington et al. 2004), without their heads and relative clauses.
/// </remarks>
public static class MentionFinder
{
    /// <returns>In order of the first token, the longer one first; no span with one kind twice.</returns>
    public static IReadOnlyList<EntityMention> Find(Sentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        Token[] tokens = sentence.Tokens;
        List<NamedSpan> names = NamedSpan.Of(tokens);
        var phrases = new Phrases(tokens, names);
        var found = new List<EntityMention>();
        AddNames(tokens, names, phrases, found);
        var joined = new HashSet<int>();
        for (int i = 0; i < tokens.Length; i++)
        {
            if (PersonOf(tokens[i]) is var person and not NameKind.None) found.Add(new EntityMention(i, i + 1, i, person, MentionForm.Pronoun));
            else if (phrases.IsHead(i) && KindOf(tokens, phrases, i) is var kind and not NameKind.None) AddPhrase(tokens, phrases, i, kind, joined, found);
        }
        return [.. found.DistinctBy(mention => (mention.First, mention.End, mention.Kind)).OrderBy(mention => mention.First).ThenByDescending(mention => mention.End)];
    }

    private static void AddNames(Token[] tokens, List<NamedSpan> names, Phrases phrases, List<EntityMention> found)
    {
        for (int i = 0; i < names.Count; i++)
        {
            (int first, int end, NameKind kind) = names[i];
            if (kind is NameKind.Group or NameKind.Other) continue;
            int head = names[i].HeadIn(tokens);
            // "Ministry" alone is no name where "of Health" follows.
            if (kind == NameKind.Organisation && end == first + 1 && phrases.OfComplement(head) >= 0) continue;
            if (kind == NameKind.Location && IsActingAbbreviation(tokens, phrases, names[i])) kind = NameKind.Organisation;
            found.Add(new EntityMention(first, end, head, kind, MentionForm.Name));
            if (kind == NameKind.Location && i + 1 < names.Count && IsWithin(tokens, phrases, names[i], names[i + 1])) found.Add(new EntityMention(first, names[i + 1].End, head, kind, MentionForm.Name));
        }
    }

    /// <summary>"Goma, Congo": one place, the second names the larger one.</summary>
    private static bool IsWithin(Token[] tokens, Phrases phrases, NamedSpan inner, NamedSpan outer)
    {
        if (outer.Kind != NameKind.Location || outer.First != inner.End + 1 || tokens[inner.End].Form != ",") return false;
        int head = outer.HeadIn(tokens);
        return tokens[head].Head >= inner.First && tokens[head].Head < inner.End
            && (phrases.IsRelation(head, "appos") || phrases.IsRelation(head, "nmod") || phrases.IsRelation(head, "list") || phrases.IsRelation(head, "compound") || phrases.IsRelation(head, "flat"));
    }

    /// <summary>A country in capitals before a noun stands for its state: "a UK envoy".</summary>
    private static bool IsActingAbbreviation(Token[] tokens, Phrases phrases, NamedSpan name)
    {
        const int LongestAbbreviation = 8;      // "U.S.S.R."
        if (name.End > name.First + 1 || tokens[name.First].Head <= name.First) return false;
        string form = tokens[name.First].Form;
        return form.Length is > 1 and <= LongestAbbreviation && form.All(c => char.IsUpper(c) || c == '.')
            && (phrases.IsRelation(name.First, "compound") || phrases.IsRelation(name.First, "amod") || phrases.IsRelation(name.First, "nmod"));
    }

    private static void AddPhrase(Token[] tokens, Phrases phrases, int head, NameKind kind, HashSet<int> joined, List<EntityMention> found)
    {
        int first = phrases.First(head), end = phrases.End(head);
        bool named = phrases.Name(head) is { Kind: NameKind.Person or NameKind.Location or NameKind.Organisation };
        if (named && kind == NameKind.Location && phrases.Name(head) is { } name && first == name.First - 1 && tokens[first].Lemma == "the" && !HoldsPlaceNoun(tokens, name))
        {
            kind = NameKind.Organisation;   // "the Philippines" acts; "the Black Sea" does not
        }
        int last = head;
        if (!named && kind == NameKind.Organisation)
        {
            if (joined.Contains(head)) return;
            if (phrases.Partner(head) is var partner and >= 0 && KindOf(tokens, phrases, partner) == kind)
            {
                joined.Add(partner);
                (last, end) = (partner, partner + 1);
            }
        }
        int reach = Reach(tokens, phrases, last, end);
        bool bare = reach == end && first == (phrases.Name(head)?.First ?? head);
        if (bare && (named || (kind == NameKind.Person && phrases.Name(head) is null) || (kind == NameKind.Location && tokens[head].Penn is not ("NNS" or "NNPS")))) return;
        found.Add(new EntityMention(first, reach, head, kind, named ? MentionForm.Name : MentionForm.Nominal));
    }

    /// <summary>End of the phrase with all that follows with "of" and is itself a mention.</summary>
    private static int Reach(Token[] tokens, Phrases phrases, int head, int end)
    {
        for (int steps = 0; steps < Phrases.OfMax; steps++)
        {
            head = phrases.OfComplement(head);
            if (head < 0 || KindOf(tokens, phrases, head) == NameKind.None) break;
            end = phrases.End(head);
        }
        return end;
    }

    private static NameKind KindOf(Token[] tokens, Phrases phrases, int head)
    {
        for (int steps = 0; steps < Phrases.OfMax; steps++)
        {
            bool several = tokens[head].Penn is "NNS" or "NNPS";
            if (phrases.Name(head) is { } name && name.Kind != NameKind.Other)
            {
                if (name.Kind != NameKind.Group) return name.Kind;
                return several || tokens[head].Upos == Upos.Noun ? NameKind.Organisation : NameKind.None;   // "the Kenyans"
            }
            MentionNoun noun = MentionNouns.Of(tokens[head]);
            switch (noun)
            {
                case MentionNoun.Person: return several ? NameKind.Organisation : NameKind.Person;
                case MentionNoun.Group: return NameKind.Organisation;
                case MentionNoun.Country: return several ? NameKind.Organisation : NameKind.Location;
                case MentionNoun.Place: return NameKind.Location;
                case MentionNoun.None: return NameKind.None;
            }
            head = phrases.OfComplement(head);
            if (head < 0) return noun == MentionNoun.Collection ? NameKind.Organisation : NameKind.None;
        }
        return NameKind.None;
    }

    private static bool HoldsPlaceNoun(Token[] tokens, NamedSpan name) =>
        MentionNouns.Of(tokens[name.End - 1]) == MentionNoun.Place || MentionNouns.Of(tokens[name.First]) == MentionNoun.Place;

    /// <summary>Whom a personal pronoun stands for. Possessives belong to the phrase they stand in; "it" and "you" are left out, they mostly refer to nobody.</summary>
    private static NameKind PersonOf(in Token token) => token.Penn != "PRP" ? NameKind.None : token.Form.ToLowerInvariant() switch
    {
        "i" or "me" or "he" or "him" or "she" or "her" => NameKind.Person,
        "we" or "us" or "they" or "them" => NameKind.Organisation,
        _ => NameKind.None,
    };
}
