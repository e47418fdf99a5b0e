using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Extract.Dates;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Details;

/// <summary>Reads one report thing by thing: where, when, who, to whom, with what, how many.</summary>
internal sealed class DetailReader(ReadingLexicon lexicon, MeansList means)
{
    private readonly CountDetailReader _counts = new(lexicon);

    /// <summary>Talk, which has a speaker and no doer.</summary>
    private static readonly EventType[] Talk = [EventType.Declaration, EventType.Agreement, EventType.Meeting, EventType.Accusation, EventType.Statement, EventType.Support];

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
        (ImmutableArray<CountDetail> counts, ImmutableArray<string> lead) = _counts.Read(reading, sentences);
        return new TellingDetails(reading.ReportId, [.. details.DistinctBy(detail => (detail.Field, detail.Span, detail.Key)).OrderBy(detail => detail.Span.Start).ThenBy(detail => detail.Field)], counts, [.. words], lead);
    }

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

    private Detail Of(DetailField field, ActorMention actor)
    {
        string key = KeyOf(actor);
        return new Detail(field, actor.Span, actor.Words, key) { IsAnybody = lexicon.Words.Has(WordSet.Anybody, key) };
    }

    private string KeyOf(ActorMention actor) => ActorKey.Of(actor, lexicon);

    private string KeyOf(PlaceMention place) => lexicon.Countries.TryByName(place.Words, out string? country) ? country : PlaceKeys.Exact(place.Words);
}
