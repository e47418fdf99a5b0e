using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Quantities;

namespace Sitrep.Pipeline.Extract.Actors;

/// <summary>Reads a noun phrase as an actor: what it is called, what it is, where from, whom it belongs to.</summary>
public sealed partial class ActorFinder(ReadingLexicon lexicon)
{
    private readonly BodyReader _bodies = new(lexicon);

    /// <summary>Longest noun phrase, in tokens, whose words are kept whole; longer ones are cut after the head's own modifiers.</summary>
    private const int PhraseMax = 14;

    /// <summary>The actor that the phrase headed by <paramref name="head"/> names, and those joined to it by "and".</summary>
    public IEnumerable<ActorMention> ReadAll(ReadSentence sentence, int head)
    {
        // "between Cambodian and Thai troops": the noun that they share stands with the second.
        if (sentence.Tree[head].Upos is Upos.Propn or Upos.Adj && sentence.Tree[head].Penn is not ("NNS" or "NNPS") && head + 1 < sentence.Tree.Count && sentence.Tree[head + 1].Form == "and" && IsDemonym(sentence.Tree, head) && sentence.Tree.Children(head).FirstOrDefault(child => sentence.Tree.Is(child, "conj"), -1) is >= 0 and var shared && lexicon.Nouns.ActorClass(sentence.Tree[shared].Lemma) == NounClass.Force && Read(sentence, shared) is { Form: ActorForm.National } second && Lands.At(lexicon.Gazetteer, sentence.Tree.Forms, head) is { First: >= 0, Code: { } code } own)
        {
            yield return second with { Span = sentence.Tree.Span(own.First, own.Last), Words = $"{sentence.Tree.Words(own.First, own.Last)} {sentence.Tree[shared].Form}", Country = code };
            yield return second;
            yield break;
        }
        if (Read(sentence, head) is { } actor)
        {
            foreach (ActorMention party in Shared(sentence, head, actor)) yield return party;
        }
        foreach (int child in sentence.Tree.Children(head))
        {
            // "from the prison but a guard said": what "but" joins is another clause's.
            if (sentence.Tree.Is(child, "conj") && IsNominal(sentence.Tree[child].Upos) && !sentence.Tree.Children(child).Any(cc => sentence.Tree[cc] is { Relation: "cc", Lemma: "but" }) && !IsSupposed(sentence.Tree, child) && Read(sentence, child) is { } other) yield return other;
        }
    }

    /// <summary>"Afghan and coalition forces" are two parties that share their noun.</summary>
    private ActorMention[] Shared(ReadSentence sentence, int head, ActorMention actor)
    {
        Tree tree = sentence.Tree;
        if (actor.Form != ActorForm.National || lexicon.Nouns.ActorClass(tree[head].Lemma) != NounClass.Force) return [actor];
        int and = head - 1;
        while (and > 0 && tree[and].Form != "and" && tree[and].Upos is Upos.Noun or Upos.Adj or Upos.Propn) and--;
        if (and < 1 || tree[and].Form != "and" || Lands.At(lexicon.Gazetteer, tree.Forms, and - 1) is not { First: >= 0, Code: { } one } nation) return [actor];
        string? other = Lands.At(lexicon.Gazetteer, tree.Forms, and + 1).Code;
        // "Afghan and Taliban forces": a name of its own is read as one.
        if (other is null && char.IsUpper(tree[and + 1].Form[0])) return [actor];
        ActorMention first = actor with { Span = tree.Span(nation.First, nation.Last), Words = $"{tree.Words(nation.First, nation.Last)} {tree[head].Form}", Country = one };
        return [first, new ActorMention(tree.Span(and + 1, head), tree.Words(and + 1, head), other is null ? ActorForm.Common : ActorForm.National, null, actor.Noun, other, actor.Kind)];
    }

    // "by their captors and some perhaps by the army": that it was the army too nobody says.
    private bool IsSupposed(Tree tree, int joined) => tree.Extent(joined).First is > 0 and var first && lexicon.Words.Has(WordSet.Perhaps, tree[first - 1].Lemma) || tree.Children(joined).Any(child => lexicon.Words.Has(WordSet.Perhaps, tree[child].Lemma));

    /// <returns>Null when the phrase cannot be an actor (a date, a quantity, a bare place noun, a clause).</returns>
    public ActorMention? Read(ReadSentence sentence, int head)
    {
        Tree tree = sentence.Tree;
        ref readonly Token token = ref tree[head];
        if (sentence.DateAt(head) is not null) return null;
        if (token.Upos == Upos.Pron) return Pronoun(tree, head);
        // "The latter withdrew": the second of the two who were told of.
        if (token.Lemma is "latter" or "former" && head > 0 && tree[head - 1].Lemma.Equals("the", StringComparison.OrdinalIgnoreCase) && (head + 1 == tree.Count || !IsNominal(tree[head + 1].Upos))) return new ActorMention(tree.Span(head, head), token.Lemma, ActorForm.Pronoun, null, null, null, ActorKind.Other);
        // "(XYZ) Authorities said": who sent the text is not who it is about.
        if (head == 1 && tree.Count > 4 && tree[0].Form == "(" && tree[2].Form == ")" && IsNominal(tree[3].Upos)) return Read(sentence, tree.Head(3) is > 3 and var above && tree[above].Upos == Upos.Noun ? above : 3);
        if (!IsNominal(token.Upos) && sentence.NameAt(head) is null)
        {
            // "One of the rebel leaders, Y, said": Y, who is one of them.
            if (token is { Upos: Upos.Num, Form: "One" or "one" } && tree.Children(head).FirstOrDefault(child => child > head && tree.Is(child, "appos") && sentence.NameAt(child) is { Kind: NameKind.Person }, -1) is >= 0 and var called && Read(sentence, called) is { Form: ActorForm.Name } one) return OneOf(sentence, head) is { } office && one.Body is null ? one with { Noun = one.Noun ?? tree[office].Lemma.ToLowerInvariant(), Body = _bodies.Of(sentence, office, Phrase(sentence, office).First, Phrase(sentence, office).Last, null, Phrase) } : one;
            // "one of the sources", "some of them"
            foreach (int child in tree.Children(head)) if (token.Upos is Upos.Num or Upos.Det && tree[child].Relation == "nmod" && tree.Preposition(child) == "of" && Read(sentence, child) is { Form: not ActorForm.Pronoun } among) return among;
            return token.Upos == Upos.Num ? Counted(sentence, head) : null;
        }

        // "a state of panic": how things are, and no country.
        if (token is { Lemma: "state", Upos: Upos.Noun } && head + 1 < tree.Count && tree[head + 1].Form == "of" && tree.Children(head).Any(child => child > head && tree.Preposition(child) == "of" && tree[child].Upos == Upos.Noun)) return null;
        if (GeneralStaff(sentence, head) is { } army) return army;
        if (OfWhom(sentence, head) is { } whose) return whose;
        if (SentOut(sentence, head) is { } sender) return sender;
        if (OfCountry(sentence, head) is { } holder) return holder;
        if (OfGroup(sentence, head) is { } leader) return leader;
        // "X, a group that has carried out attacks": X.
        if (tree.Is(head, "appos") && lexicon.Words.Has(WordSet.ArmedGroup, tree[head].Lemma) && tree.Head(head) is >= 0 and var named0 && named0 < head && sentence.NameAt(named0) is { Known.Kind: ActorKind.RebelGroup or ActorKind.Militia }) return Read(sentence, named0);
        if (FromGroup(sentence, head) is { } sent) return sent;
        if (OfCommander(sentence, head) is { } own) return own;
        if (PartOf(sentence, head) is { } whole && Read(sentence, whole) is { } parted) return parted;
        (int first, int last) = Phrase(sentence, head);
        if (Apposed(sentence, head, last) is { } named)
        {
            (string? described, string? home, string? of) = (token.Lemma.ToLowerInvariant(), CountryIn(sentence, first, last, null, head), _bodies.Of(sentence, head, first, last, null, Phrase));
            // "the army spokesman, Brigadier X": the office says more than the rank.
            return named with { Noun = of is null ? named.Noun ?? described : described, Country = named.Country ?? home, Body = named.Body ?? of, Kind = named.Kind == ActorKind.Other ? lexicon.Nouns.KindOf(described) : named.Kind };
        }
        foreach (FoundQuantity quantity in sentence.Quantities)
        {
            if (quantity.Last < first || quantity.Last >= head) continue;
            first = quantity.Last + 1;
            if (tree[first].Form == "of" && first < head) first++;
        }
        // "“21 or 22” hostages": the mark closes the number.
        while (first < head && tree[first].Upos == Upos.Punct) first++;
        NameRun? name = NameIn(sentence, head, first, last);
        if (name is not null && last < name.Last && Initials.LastOf(tree, name.First, lexicon.Words) == name.Last) last = name.Last;
        (string? noun, int nounAt) = DescribingNoun(sentence, head, first, last, name);
        string? country = CountryIn(sentence, first, last, name, head);
        string? body = _bodies.Of(sentence, nounAt, first, last, name, Phrase);
        string words = tree.Words(first, last);
        var span = tree.Span(first, last);

        if (name is not null && IsNationalName(tree, name, out string? ofName)) (country, noun, name) = (ofName ?? country, noun ?? tree[name.Last].Lemma.ToLowerInvariant(), null);
        if (name is { Known: null, Kind: not NameKind.Person } && IsHolder(tree, name)) name = name with { Kind = NameKind.Person };
        if (name is not null)
        {
            (string bare, bool titled, string? homeland) = WithoutTitles(name.Words, name is { Known: null, Kind: NameKind.Person });
            country ??= homeland;
            ActorKind kind = KindOf(name, noun, titled);
            // A town, a storm, a nationality or a faith does and says nothing.
            if (kind == ActorKind.Other && name.Known is null && (name.Kind == NameKind.Other || (name.MayBePlace && !lexicon.Countries.TryByCapital(name.Words, out _)))) return null;
            if (kind == ActorKind.Person && noun is null && titled) (noun, body) = TitleOf(sentence, name, first, last);
            if (kind == ActorKind.Person && body is null) body = _bodies.After(sentence, head, name, Phrase);
            if (nounAt > name.Last && country is null) country = CountryIn(sentence, Phrase(sentence, nounAt).First, nounAt, name, nounAt);
            return new ActorMention(span, words, ActorForm.Name, bare, noun, country, kind) { Body = body };
        }
        // A noun that is not known to name people or a body is no actor, whatever the sentence does with it.
        if (noun is null) return null;
        if (lexicon.Nouns.ActorClass(noun) is NounClass.None or NounClass.Disaster or NounClass.Weapon or NounClass.Object)
        {
            // "ethnic Albanians": whose people they are says nothing of the land they live in, nor of its forces.
            if (IsDemonym(tree, head) && tree.Children(head).Any(child => tree[child].Lemma.Equals("ethnic", StringComparison.OrdinalIgnoreCase))) return new ActorMention(span, words, ActorForm.Common, null, "people", null, ActorKind.Population);
            // "Russians": the people of a country.
            return IsDemonym(tree, head) && country is not null ? new ActorMention(span, words, ActorForm.National, null, "national", country, ActorKind.Population) : null;
        }
        if (IsBuilding(tree, head)) return null;
        country ??= SentBy(sentence, head) ?? AtHome(sentence, head) ?? OfSeat(sentence, head);
        ActorForm form = country is null ? ActorForm.Common : ActorForm.National;
        return new ActorMention(span, words, form, null, lexicon.Nouns.Single(noun), country, lexicon.Nouns.KindOf(noun)) { Body = body };
    }

    // "X County Mayor Y Z": one name to the engine, and a man behind the office that stands in it.
    private bool IsHolder(Tree tree, NameRun name) => Enumerable.Range(name.First, name.Last - name.First + 1).Any(at => at > name.First && at + 1 < name.Last && IsTitle(tree[at].Form));

    /// <summary>Somebody on no list, whom only what the sentence says of them makes an actor ("the data project ACLED said"); null when the words cannot be anybody.</summary>
    public ActorMention? Stranger(ReadSentence sentence, int head)
    {
        Tree tree = sentence.Tree;
        if (sentence.DateAt(head) is not null || tree[head].Upos is not (Upos.Noun or Upos.Propn) || IsBuilding(tree, head)) return null;
        if (lexicon.Nouns.ActorClass(tree[head].Lemma) is NounClass.Disaster or NounClass.Weapon or NounClass.Ill || lexicon.Nouns.PlaceClass(tree[head].Lemma) != NounClass.None) return null;
        if (sentence.NameAt(head) is { MayBePlace: true }) return null;
        // "the battle is over, claiming that …": what happens says nothing.
        if (lexicon.Frames.For(tree[head].Lemma, FramePos.Noun).Any(frame => frame.Type is EventType.Clash or EventType.Attack or EventType.Strike or EventType.Bombing or EventType.Siege or EventType.Capture or EventType.Withdrawal)) return null;
        (int first, int last) = Phrase(sentence, head);
        // "the data project ACLED"
        bool called = last == head && head + 1 < tree.Count && tree[head + 1].Upos == Upos.Propn && tree[head + 1].Form.Length > 2 && tree[head + 1].Form.All(char.IsUpper);
        // "Total said": a lone noun with a capital and no article is what somebody is called.
        bool bare = first == last && char.IsUpper(tree[head].Form[0]) && tree[head].Penn is "NN" or "NNP";
        string? name = called ? tree[head + 1].Form : bare || sentence.NameAt(head) is not null ? tree.Words(first, last) : null;
        if (called) last = head + 1;
        return new ActorMention(tree.Span(first, last), tree.Words(first, last), name is null ? ActorForm.Common : ActorForm.Name, name, name is null || called ? tree[head].Lemma.ToLowerInvariant() : null, null, ActorKind.Other);
    }

    // "government offices", "police headquarters": a place of a body.
    private static bool IsBuilding(Tree tree, int head) => tree[head].Lemma is "headquarters" || (tree[head].Lemma is "office" && tree[head].Penn == "NNS");

    // "the head of the group, Y, said": the name after the comma says who it is.
    private ActorMention? Apposed(ReadSentence sentence, int head, int last)
    {
        Tree tree = sentence.Tree;
        if (sentence.NameAt(head) is not null) return null;
        foreach (int child in tree.Children(head))
        {
            if (tree.Is(child, "appos") && sentence.NameAt(child) is not null && Read(sentence, child) is { Form: ActorForm.Name } named) return named;
        }
        if (lexicon.Nouns.ActorClass(tree[head].Lemma) != NounClass.Official || tree[head].Penn == "NNS") return null;
        // "the spokesman for the Armed Forces of Ukraine X": no comma, and the parser gave the name to the body.
        if (sentence.NameAt(last) is { Kind: NameKind.Person, Known: null } closing && closing.First > head + 1 && sentence.NameAt(closing.First - 1) is { } before && before != closing && before.Last == closing.First - 1) return Read(sentence, HeadOf(tree, closing)) is { Form: ActorForm.Name } behind ? behind with { Span = tree.Span(closing.First, closing.Last), Words = closing.Words, Name = closing.Words, Kind = ActorKind.Person } : null;
        int next = last + 1;
        if (next < tree.Count && tree[next].Form == ",") next++;
        if (next >= tree.Count || sentence.NameAt(next) is not { Kind: NameKind.Person, Known: null } person || person.First != next) return null;
        bool closed = next == last + 1 || person.Last + 1 >= tree.Count || tree[person.Last + 1].Upos == Upos.Punct;
        return closed && last > head && HeadOf(tree, person) is var inner && inner != head && tree.IsUnder(inner, head) ? Read(sentence, inner) : null;
    }

    // "Burkina Faso President X Y said": the parser takes the country of several words for who speaks.
    private ActorMention? OfCountry(ReadSentence sentence, int head)
    {
        Tree tree = sentence.Tree;
        if (tree[head].Upos != Upos.Propn) return null;
        for (int last = head + 1; last < head + LandWordsMax && last + 2 < tree.Count; last++)
        {
            if (!IsTitle(tree[last + 1].Form) || !lexicon.Countries.TryByName(tree.Words(head, last), out string? code)) continue;
            int next = last + 1;
            while (next < tree.Count && IsTitle(tree[next].Form)) next++;
            if (next >= tree.Count || sentence.NameAt(next) is not { Kind: NameKind.Person } person || HeadOf(tree, person) is var inner && inner == head) return null;
            return Read(sentence, HeadOf(tree, person)) is { Form: ActorForm.Name } named ? named with { Country = named.Country ?? code } : null;
        }
        return null;
    }

    // "Abu Sayyaf leader X Y was killed": the parser takes the group for the man.
    private ActorMention? OfGroup(ReadSentence sentence, int head)
    {
        Tree tree = sentence.Tree;
        if (sentence.NameAt(head) is not { Known.Kind: not ActorKind.Person } group || group.Last + 2 >= tree.Count) return null;
        int office = group.Last + 1;
        if (lexicon.Nouns.ActorClass(tree[office].Lemma) != NounClass.Official || tree[office].Penn is "NNS" || tree.Head(office) != head) return null;
        int next = office + 1;
        while (next < tree.Count && IsTitle(tree[next].Form)) next++;
        if (next >= tree.Count || sentence.NameAt(next) is not { Known: null, Kind: NameKind.Person or NameKind.None } person || HeadOf(tree, person) is var inner && inner == head) return null;
        return Read(sentence, HeadOf(tree, person)) is { Form: ActorForm.Name, Kind: ActorKind.Person } named ? named with { Span = tree.Span(office, person.Last), Words = tree.Words(office, person.Last), Noun = named.Noun ?? tree[office].Lemma.ToLowerInvariant(), Body = named.Body ?? group.Words } : null;
    }

    private static int HeadOf(Tree tree, NameRun name)
    {
        for (int at = name.First; at <= name.Last; at++) if (tree.Head(at) < name.First || tree.Head(at) > name.Last) return at;
        return name.Last;
    }

    // "UN Secretary General Antonio Guterres": the office stands inside the name.
    private (string? Noun, string? Body) TitleOf(ReadSentence sentence, NameRun name, int first, int last)
    {
        for (int at = name.First; at < name.Last; at++)
        {
            if (lexicon.Nouns.ActorClass(sentence.Tree[at].Lemma) == NounClass.Official) return (sentence.Tree[at].Lemma.ToLowerInvariant(), _bodies.Before(sentence, at, first, name));
        }
        return (null, null);
    }

    private bool IsOffice(string title) => lexicon.Words.Has(WordSet.RulerTitle, title.ToLowerInvariant());

    private bool IsDemonym(Tree tree, int at) => char.IsUpper(tree[at].Form[0]) && lexicon.Countries.TryByDemonym(tree[at].Form, out _);

    /// <summary>"the General Staff", "the General Staff of the Armed Forces of X": the army by what commands it; null for all else.</summary>
    private ActorMention? GeneralStaff(ReadSentence sentence, int head)
    {
        Tree tree = sentence.Tree;
        NameRun? name = sentence.NameAt(head);
        if (name is { Known.Kind: not ActorKind.Military }) return null;
        int staff = tree[head].Form is "Staff" or "staff" ? head : -1;
        for (int at = name?.First ?? head; staff < 0 && at <= (name?.Last ?? head); at++) if (tree[at].Form == "Staff") staff = at;
        if (staff < 1 || tree[staff - 1].Form.ToLowerInvariant() is not ("general" or "joint")) return null;
        (int first, int last) = Phrase(sentence, head);
        (first, last) = (Math.Min(first, Math.Min(name?.First ?? head, staff - 1)), Math.Max(last, name?.Last ?? head));
        string? country = CountryIn(sentence, first, last, null, last);
        return new ActorMention(tree.Span(first, last), tree.Words(first, last), country is null ? ActorForm.Common : ActorForm.National, null, "army", country, ActorKind.Military);
    }

    private static bool IsNominal(Upos upos) => upos is Upos.Noun or Upos.Propn or Upos.Pron or Upos.X;

    private static ActorMention? Pronoun(Tree tree, int head) => tree[head].Lemma.ToLowerInvariant() switch
    {
        "he" or "she" => new ActorMention(tree.Span(head, head), tree[head].Form, ActorForm.Pronoun, null, null, null, ActorKind.Person),
        "it" or "they" or "we" or "our" or "ours" or "I" or "i" => new ActorMention(tree.Span(head, head), tree[head].Form, ActorForm.Pronoun, null, null, null, ActorKind.Other),
        _ => null,
    };

    // "killed 12": the number stands for people.
    private static ActorMention? Counted(ReadSentence sentence, int head) =>
        sentence.Quantities.Any(quantity => quantity.First <= head && head <= quantity.Last)
            ? new ActorMention(sentence.Tree.Span(head, head), "people", ActorForm.Common, null, "people", null, ActorKind.Population) : null;

    /// <summary>First and last token of the phrase: modifiers, flat names and short complements, but no clauses and no appositions.</summary>
    private (int First, int Last) Phrase(ReadSentence sentence, int head)
    {
        Tree tree = sentence.Tree;
        (int first, int last) = (head, head);
        bool office = lexicon.Nouns.ActorClass(tree[head].Lemma) is NounClass.Official or NounClass.Body or NounClass.Witness;
        foreach (int child in tree.Children(head))
        {
            bool modifier = tree.Is(child, "det") || tree.Is(child, "amod") || tree.Is(child, "compound") || tree.Is(child, "nummod") || tree.Is(child, "flat") || tree[child].Relation is "nmod:poss" or "nmod:desc";
            bool complement = tree[child].Relation == "nmod" && child > head && sentence.DateAt(child) is null && (tree.Preposition(child) is "of" || tree.Preposition(child) == "for" && (lexicon.Nouns.ActorClass(tree[head].Lemma) is not (NounClass.Force or NounClass.Militants or NounClass.People) || char.IsUpper(tree[child].Form[0])) || (office && tree.Preposition(child) is "in" or "from" or "to" or "at" or "with"));
            if (!modifier && !complement) continue;
            (int low, int high) = complement ? (child, Phrase(sentence, child).Last) : tree.Extent(child);
            if (!complement && (sentence.DateAt(child) is not null || IsStranger(sentence, child, head, low))) continue;
            if (Math.Max(last, high) - Math.Min(first, low) >= PhraseMax) continue;
            (first, last) = (Math.Min(first, low), Math.Max(last, high));
        }
        // "shot dead a policeman", "And allied militias": what stands before the article, or joins the sentence to the last, is no part of it.
        for (int at = head - 1; at > first; at--) if (tree[at].Upos == Upos.Det && tree[at].Lemma.ToLowerInvariant() is "a" or "an" or "the" && tree.Head(at) == head && !IsBeforeArticle(tree[at - 1].Lemma)) first = at;
        while (first < head && (tree[first].Upos is Upos.Cconj or Upos.Punct || lexicon.Words.Has(WordSet.ShotDead, tree[first].Lemma) || tree[first].Upos == Upos.Adv && first + 1 < head && tree[first + 1].Form == ",")) first++;
        return (first, last);
    }

    private static bool IsBeforeArticle(string lemma) => lemma.ToLowerInvariant() is "all" or "both" or "half" or "such" or "of" or "many" or "some" or "most" or "-" or "–";

    // "In Maputo, leaders met", "how many people", "of them children": hung on the noun by the parser, but no part of its phrase.
    private static bool IsStranger(ReadSentence sentence, int child, int head, int low)
    {
        Tree tree = sentence.Tree;
        if (tree[child].Penn is "PRP" or "WDT") return true;   // "which militiamen had seized"
        if (child > head) return false;
        if (tree.Preposition(child).Length > 0 || tree[low].Penn is "WRB" or "IN") return true;
        // "(AFP) Authorities": a bracket closes off what it holds.
        for (int at = low; at < head; at++) if (tree[at].Form is "(" or ")" or "[" or "]") return true;
        // A comma ends what stands before, but between two adjectives.
        for (int at = child + 1; at < head; at++) if (tree[at].Form == "," && (sentence.NameAt(at) is null) && tree[child].Upos != Upos.Adj) return true;
        return false;
    }

    private NameRun? NameIn(ReadSentence sentence, int head, int first, int last)
    {
        if (sentence.NameAt(head) is { } at) return at;
        // "army spokesman General X Y", "agency chief X Y": a name after the head and flat with it.
        foreach (int child in sentence.Tree.Children(head))
        {
            if (child > head && child <= last && (sentence.Tree.Is(child, "flat") || sentence.Tree.Is(child, "compound") || sentence.Tree.Is(child, "appos")) && sentence.NameAt(child) is { } name) return name;
        }
        int next = head + 1;
        if (next < sentence.Tree.Count && next <= last + 1 && first <= head && sentence.NameAt(next) is { } beside && beside.First == next)
        {
            // "agency spokesman Sutopo Nugroho", "the disaster agency BNPB"
            bool body = lexicon.Nouns.ActorClass(sentence.Tree[head].Lemma) is NounClass.Body or NounClass.Monitor or NounClass.Media or NounClass.Militants && (beside.Known is not null || beside.Kind == NameKind.Organisation);
            if (beside.Kind == NameKind.Person || body) return beside;
        }
        // "Boko Haram militants", "Taliban forces", "Wagner organisation": the noun only says what the name is.
        if (!lexicon.Words.Has(WordSet.Affiliate, sentence.Tree[head].Lemma) && lexicon.Nouns.ActorClass(sentence.Tree[head].Lemma) is NounClass.Militants or NounClass.Force or NounClass.Body or NounClass.People or NounClass.Monitor or NounClass.Media)
        {
            for (int before = head - 1; before >= first; before--)
            {
                if (sentence.Tree[before].Form is ")" or "(") break;
                // "an al-Qaida-linked group": whom it is linked to is not what it is called.
                if (sentence.Tree[before + 1].Form is "-" or "–" && sentence.Tree[before].End == sentence.Tree[before + 1].Start && sentence.Tree[before + 2].Penn == "VBN") continue;
                if (sentence.NameAt(before) is { Known: { } known } run && run.Last == before && (before == head - 1 || (sentence.Tree[before].Relation == "nmod:poss" && lexicon.Nouns.ActorClass(sentence.Tree[head].Lemma) is NounClass.Militants or NounClass.Force) || sentence.Tree.Is(before, "compound")) && IsGroupOf(known.Kind, sentence.Tree[head].Lemma)) return run;
            }
        }
        return null;
    }

    private bool IsGroupOf(ActorKind kind, string lemma) => kind switch
    {
        ActorKind.RebelGroup or ActorKind.Militia or ActorKind.Military => lexicon.Nouns.ActorClass(lemma) is NounClass.Militants or NounClass.Force or NounClass.Body || lemma is "member" or "supporter",
        ActorKind.Media => lexicon.Nouns.ActorClass(lemma) is NounClass.Media || lemma is "agency",
        ActorKind.Intergovernmental when lexicon.Nouns.ActorClass(lemma) == NounClass.Force => true,   // "NATO jets", "ECOWAS troops": nobody else's
        ActorKind.Intergovernmental or ActorKind.Ngo or ActorKind.Monitor => lexicon.Words.Has(WordSet.AidBody, lemma),
        _ => false,
    };

    private (string? Noun, int At) DescribingNoun(ReadSentence sentence, int head, int first, int last, NameRun? name)
    {
        if (name is null) return (sentence.Tree[head].Lemma, head);
        for (int at = name.First - 1; at >= first; at--)
        {
            if (sentence.NameAt(at) is null && lexicon.Nouns.ActorClass(sentence.Tree[at].Lemma) != NounClass.None) return (sentence.Tree[at].Lemma, at);
        }
        foreach (int child in sentence.Tree.Children(head))
        {
            if (!sentence.Tree.Is(child, "appos") || child < name.Last) continue;
            if (lexicon.Nouns.ActorClass(sentence.Tree[child].Lemma) == NounClass.Official) return (sentence.Tree[child].Lemma, child);
            // "Y, one of the leaders of the X front, said"
            if (sentence.Tree[child].Upos == Upos.Num && OneOf(sentence, child) is { } office) return (sentence.Tree[office].Lemma, office);
        }
        return (null, -1);
    }

    private string? CountryIn(ReadSentence sentence, int first, int last, NameRun? name, int head)
    {
        Tree tree = sentence.Tree;
        for (int at = first; at <= last; at++)
        {
            if (name is not null && at >= name.First && at <= name.Last) continue;
            // "U.S.-backed", "Iran-backed", "Britain-based" say who stands behind, not who it is.
            if (at + 1 < tree.Count && tree[at + 1].Form is "-" or "–" && tree[at].End == tree[at + 1].Start) continue;
            if (!char.IsUpper(tree[at].Form[0])) continue;
            (int begin, int end, string? code) = Lands.At(lexicon.Gazetteer, tree.Forms, at);
            if (begin < 0) continue;
            bool inside = name is not null && begin <= name.Last && end >= name.First;
            at = end;
            // In a complement it says where, not who: "the committee ... in Geneva".
            if (code is not null && !inside && (begin <= head || Enumerable.Range(begin, end - begin + 1).Any(part => tree.Preposition(part) is "of"))) return code;
        }
        return null;
    }

    // "Nigerian Army", "Philippine Armed Forces": capitals do not make a name of a nationality and a common noun.
    private bool IsNationalName(Tree tree, NameRun name, out string? country)
    {
        country = null;
        if (name.Known is not null || name.First == name.Last) return false;
        (int begin, int end, country) = Lands.At(lexicon.Gazetteer, tree.Forms, name.First);
        if (begin != name.First || country is null || end >= name.Last) return false;
        for (int at = end + 1; at <= name.Last; at++)
        {
            if (lexicon.Nouns.ActorClass(tree[at].Lemma) is NounClass.None or NounClass.Object && !lexicon.Words.Has(WordSet.ForceName, tree[at].Form)) return false;
        }
        return true;
    }

    // "Vice-President Jusuf Kalla", "Niger President Mohamed Bazoum": the office, and the country before it.
    private (string Name, bool Titled, string? Country) WithoutTitles(string name, bool person)
    {
        string[] words = name.Split(' ');
        int skip = 0;
        string? country = null;
        while (skip < words.Length - 1)
        {
            if (IsTitle(words[skip]) || (person && skip < words.Length - 2 && IsCalling(words[skip]))) skip++;
            else if (LandBefore(words, skip) is { Words: > 0 } land) (skip, country) = (skip + land.Words + 1, land.Code);
            else if (person && skip > 0 && words[skip] == "of" && skip + 3 < words.Length && IsTitle(words[skip - 1])) skip += 2;   // "Secretary of State Ann Lee"
            else break;
        }
        // "General Staff" is no Staff with a rank.
        if (skip == 0 || (skip == words.Length - 1 && lexicon.Nouns.ActorClass(words[skip]) != NounClass.None)) return (name, false, null);
        return (string.Join(' ', words[skip..]), true, country);
    }

    /// <summary>Most words of a country's name before an office: "United Arab Emirates President".</summary>
    private const int LandWordsMax = 3;

    private (int Words, string? Code) LandBefore(string[] words, int first)
    {
        for (int length = 1; length <= LandWordsMax && first + length < words.Length - 1; length++)
        {
            if (!IsTitle(words[first + length])) continue;
            string land = string.Join(' ', words[first..(first + length)]);
            if (lexicon.Countries.TryByName(land, out string? code) || lexicon.Countries.TryByDemonym(land, out code)) return (length, code);
        }
        return (0, null);
    }

    /// <summary>"X, which has 1,500 troops in the country": X.</summary>
    /// <summary>"The X militia has sent reinforcements to Y": its own men, where nobody says whose else they are; null for all others.</summary>
    private ActorMention? SentOut(ReadSentence sentence, int head)
    {
        Tree tree = sentence.Tree;
        if (lexicon.Nouns.ActorClass(tree[head].Lemma) is not (NounClass.Force or NounClass.Militants) || sentence.NameAt(head) is not null || Senders.Of(tree, head, lexicon.Words) is not (>= 0 and var sender)) return null;
        if (sentence.NameAt(sender) is not { Known.Kind: ActorKind.Military or ActorKind.RebelGroup or ActorKind.Militia } || tree.Children(head).Any(child => tree.Preposition(child) == "of" || child < head && (tree[child].Relation == "nmod:poss" || sentence.NameAt(child) is not null || IsDemonym(tree, child)))) return null;
        return Read(sentence, sender);
    }

    private string? SentBy(ReadSentence sentence, int head) =>
        lexicon.Nouns.ActorClass(sentence.Tree[head].Lemma) == NounClass.Force && Senders.Of(sentence.Tree, head, lexicon.Words) is >= 0 and var sender && sentence.NameAt(sender) is { } land && lexicon.Countries.TryByName(land.Words, out string? code) ? code : null;

    // "Security forces in Burkina Faso": without a nationality of its own, an army or a police is that of where it is.
    private string? AtHome(ReadSentence sentence, int head)
    {
        if (lexicon.Nouns.ActorClass(sentence.Tree[head].Lemma) is not (NounClass.Force or NounClass.Police or NounClass.Body)) return null;
        bool state = lexicon.Words.Has(WordSet.StateForce, sentence.Tree[head].Lemma) || sentence.Tree.Children(head).Any(child => child < head && lexicon.Words.Has(WordSet.StateArm, sentence.Tree[child].Lemma));
        if (!state) return null;
        foreach (int child in sentence.Tree.Children(head))
        {
            if (child > head && sentence.Tree[child].Relation == "nmod" && sentence.Tree.Preposition(child) == "in" && sentence.NameAt(child) is { } land && (lexicon.Countries.TryByName(land.Words, out string? code) || lexicon.Words.Has(WordSet.GovernmentWord, sentence.Tree[head].Lemma) && lexicon.Countries.TryByCapital(land.Words, out code))) return code;   // "the government in Paris"
        }
        return null;
    }

    // "Moscow's forces": those of the country that is ruled from there.
    private string? OfSeat(ReadSentence sentence, int head)
    {
        if (lexicon.Nouns.ActorClass(sentence.Tree[head].Lemma) != NounClass.Force) return null;
        foreach (int child in sentence.Tree.Children(head))
        {
            if (sentence.Tree[child].Relation == "nmod:poss" && sentence.NameAt(child) is { } seat && lexicon.Countries.TryByCapital(seat.Words, out string? code)) return code;
        }
        return null;
    }

    // "Policeman Jose Vega", "Banker Ana Ruiz": what the person is, with a capital.
    private bool IsCalling(string word) => lexicon.Nouns.ActorClass(word) is NounClass.Official or NounClass.People or NounClass.Police or NounClass.Witness or NounClass.Media or NounClass.Captive;

    private bool IsTitle(string word) => lexicon.Titles.Contains(word) || (word.Contains('-', StringComparison.Ordinal) && word.Split('-').All(part => lexicon.Titles.Contains(part)));

    private ActorKind KindOf(NameRun name, string? noun, bool titled)
    {
        if (name.Known is not null) return name.Known.Kind;
        if (titled || name.Kind == NameKind.Person) return ActorKind.Person;
        if (lexicon.Countries.TryByName(name.Words, out _)) return ActorKind.State;
        if (noun is not null && lexicon.Nouns.KindOf(noun) is var kind and not ActorKind.Other) return kind;
        string lastWord = name.Words[(name.Words.LastIndexOf(' ') + 1)..];
        foreach (string word in name.Words.Split(' '))
        {
            if (lexicon.Nouns.ActorClass(word) is NounClass.Force or NounClass.Militants or NounClass.Body or NounClass.Monitor or NounClass.Media or NounClass.Police) return lexicon.Nouns.KindOf(word);
        }
        return lexicon.Nouns.KindOf(lastWord);
    }
}
