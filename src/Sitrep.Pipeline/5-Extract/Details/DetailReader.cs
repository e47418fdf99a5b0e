using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Extract.Dates;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Details;

/// <summary>Reads one report thing by thing: where, when, who, to whom, with what, how many.</summary>
internal sealed class DetailReader(ReadingLexicon lexicon, MeansList means)
{
    /// <summary>Talk, which has a speaker and no doer.</summary>
    private static readonly EventType[] Talk = [EventType.Declaration, EventType.Agreement, EventType.Meeting, EventType.Accusation, EventType.Statement, EventType.Support];

    /// <summary>Nouns of people in general.</summary>
    private static readonly string[] General = ["people", "person", "other", "man", "victim", "individual", "life", "dead", "casualty", "resident", "local"];

    public TellingDetails Read(Reading reading, IReadOnlyList<ReadSentence> sentences)
    {
        var details = new List<Detail>();
        foreach (PlaceMention place in reading.Toponyms.Where(place => place.Form == PlaceForm.Name)) details.Add(new Detail(DetailField.Place, place.Span, place.Words, KeyOf(place)));
        foreach (ReadSentence sentence in sentences)
        {
            foreach (FoundDate date in sentence.Dates.Where(date => Dates(date))) details.Add(new Detail(DetailField.Date, date.Mention.Span, date.Mention.Words, date.Mention.Value));
            details.AddRange(Means(sentence));
        }
        foreach (Claim claim in reading.Claims)
        {
            bool talk = claim.Event is { } told && Talk.Contains(told.Type);
            foreach (RoleMention role in talk ? [] : claim.Event?.Roles ?? [])
            {
                if (role.Actor.Form == ActorForm.Pronoun || role.Actor.Kind is ActorKind.Media or ActorKind.Monitor) continue;
                if (role.Role == RoleKind.Actor) details.Add(Of(DetailField.Actor, role.Actor));
                if (role.Role == RoleKind.Target) details.Add(Of(DetailField.Group, role.Actor));
            }
            if (claim.Figure is { Measure: not Measure.Other, Subject: { Form: not ActorForm.Pronoun } subject }) details.Add(Of(DetailField.Group, subject));
            if (claim.Fate is { Person.Form: not ActorForm.Pronoun } fate) details.Add(Of(DetailField.Group, fate.Person));
        }
        foreach (ActorMention party in reading.Actors.Where(party => IsParty(party) && !details.Any(detail => detail.Field is DetailField.Actor or DetailField.Group && detail.Span.Overlaps(party.Span))).ToArray())
        {
            if (sentences.FirstOrDefault(sentence => sentence.Tree.Sentence.Start <= party.Span.Start && party.Span.End <= sentence.Tree.Sentence.End) is { } sentence && PartyPart.Of(sentence, party.Span) is { } part) details.Add(Of(part, party));
        }
        var words = sentences.SelectMany(sentence => sentence.Tree.Sentence.Tokens).Where(token => char.IsLetterOrDigit(token.Form[0])).Select(token => (new TextSpan(token.Start, token.End), token.Form.ToLowerInvariant()));
        return new TellingDetails(reading.ReportId, [.. details.DistinctBy(detail => (detail.Field, detail.Span, detail.Key)).OrderBy(detail => detail.Span.Start).ThenBy(detail => detail.Field)], [.. Counts(reading, sentences)], [.. words]);
    }

    private IEnumerable<CountDetail> Counts(Reading reading, IReadOnlyList<ReadSentence> sentences) => reading.Claims
        .Where(claim => claim.Figure is { Measure: not (Measure.Other or Measure.Fighters), Quantity: { Best: not null } or { Low: not null } } && claim.Stance is Stance.Affirms or Stance.Doubts && !IsOfPart(claim.Figure.Quantity, sentences) && !IsOfYears(claim.Figure.When ?? claim.Event?.When))
        .Select(claim => new CountDetail(claim.Figure!.Measure, claim.Figure.Quantity, claim.Figure.Subject is { } subject ? PopulationOf(subject) : "", claim.Span));

    // "15 of the wounded were in critical condition" counts no wounded.
    private static bool IsOfPart(QuantityMention quantity, IReadOnlyList<ReadSentence> sentences)
    {
        if (sentences.FirstOrDefault(sentence => sentence.Tree.Sentence.Start <= quantity.Span.Start && quantity.Span.End <= sentence.Tree.Sentence.End) is not { Tree: var tree }) return false;
        int next = Array.FindIndex(tree.Sentence.Tokens, token => token.Start >= quantity.Span.End);
        return next >= 0 && next + 1 < tree.Count && tree[next].Form == "of" && tree[next + 1].Upos is Upos.Det or Upos.Pron;
    }

    // "since 2011", "in 2013": the toll of a war or of another year.
    private static bool IsOfYears(DateMention? when) => when is { Value: var value } && (value.Length == 4 || value.EndsWith("/PRESENT_REF", StringComparison.Ordinal) && value.Length <= "2011-03/PRESENT_REF".Length);

    /// <summary>Key of who is counted; empty for people in general, who may be anybody.</summary>
    private string PopulationOf(ActorMention subject) =>
        subject.Form == ActorForm.Pronoun || subject.Name is null && subject.Country is null && (subject.Noun is null || subject.Kind == ActorKind.Population && General.Contains(subject.Noun)) ? "" : KeyOf(subject);

    /// <summary>Words of means, and who is named before them: "US-led strikes", "Russian shelling".</summary>
    private IEnumerable<Detail> Means(ReadSentence sentence)
    {
        Tree tree = sentence.Tree;
        for (int i = 0; i < tree.Count; i++)
        {
            if (means.Of(tree, i) is not { } named) continue;
            yield return new Detail(DetailField.Cause, tree.Span(i, i), tree.Words(i, i), named);
            foreach (int child in tree.Children(i))
            {
                if (child > i || !(tree.Is(child, "amod") || tree.Is(child, "compound") || tree.Is(child, "nmod"))) continue;
                if (sentence.NameAt(child) is { Known: { } known } name) yield return new Detail(DetailField.Actor, tree.Span(name.First, name.Last), name.Words, known.Name);
                else if (lexicon.Countries.TryByDemonym(tree[child].Form, out _) && Lands.At(lexicon.Gazetteer, tree.Forms, child) is { Code: { } country } land) yield return new Detail(DetailField.Actor, tree.Span(land.First, land.Last), tree.Words(land.First, land.Last), country);
            }
        }
    }

    // A length of time, and words that any report has ("today"), tell no two reports apart.
    private static bool Dates(FoundDate date) => date.Mention.Value is { Length: > 0 } value && value[0] != 'P' && !value.StartsWith("PRESENT", StringComparison.Ordinal) && value.Any(char.IsDigit);

    // A newsroom, a monitor, a town's name taken for a body: they tell of it, they are not in it.
    private bool IsParty(ActorMention party) => party.Form != ActorForm.Pronoun && (party.Kind is ActorKind.Military or ActorKind.RebelGroup or ActorKind.Militia or ActorKind.Population
        || (party.Noun is { } noun && lexicon.Nouns.ActorClass(noun) is NounClass.Force or NounClass.Militants or NounClass.People or NounClass.Police));

    private Detail Of(DetailField field, ActorMention actor) => new(field, actor.Span, actor.Words, KeyOf(actor));

    private string KeyOf(ActorMention actor)
    {
        if (actor.Name is { } name) return lexicon.Actors.Find(name) is [var known, ..] ? known.Name : name.ToLowerInvariant();
        string noun = actor.Noun ?? actor.Words.ToLowerInvariant();
        return actor.Country is { } country ? $"{country} {noun}" : noun;
    }

    private string KeyOf(PlaceMention place) => lexicon.Countries.TryByName(place.Words, out string? country) ? country : PlaceKeys.Exact(place.Words);
}
