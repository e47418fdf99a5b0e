using System.Collections.Immutable;
using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Places;

namespace Sitrep.Pipeline.Extract.Claims;

/// <summary>The places and actors that a report names, whether anything is claimed of them or not, and what it says stands for what.</summary>
internal sealed class MentionList(ReadingLexicon lexicon, ActorFinder actors, PlaceFinder places)
{
    private readonly ImmutableArray<PlaceMention>.Builder _places = ImmutableArray.CreateBuilder<PlaceMention>();
    private readonly ImmutableArray<ActorMention>.Builder _actors = ImmutableArray.CreateBuilder<ActorMention>();
    private readonly ImmutableArray<AliasReading>.Builder _aliases = ImmutableArray.CreateBuilder<AliasReading>();

    /// <summary>Adds what a sentence names; answers the person whom it names last, null where it names none.</summary>
    public ActorMention? Add(ReadSentence sentence)
    {
        _aliases.AddRange(AliasFinder.Find(sentence, lexicon.Words));
        ActorMention? lastPerson = null;
        for (int at = 0; at < sentence.Tree.Count; at++)
        {
            NameRun? run = sentence.NameAt(at);
            // A name is read once, at the word that heads it.
            if (run is not null && run.First != at && sentence.Tree.Head(at) is var up && up >= run.First && up <= run.Last) continue;
            if (run is { MayBePlace: true } && !IsGovernment(sentence.Tree, at, run) && places.Read(sentence, at) is { } place) _places.Add(place.Mention);
            if (!IsNominal(sentence.Tree, at, run) || actors.Read(sentence, at) is not { } actor) continue;
            _actors.Add(actor);
            if (actor is { Kind: ActorKind.Person, Form: ActorForm.Name }) lastPerson = actor;
        }
        return lastPerson;
    }

    public Reading Reading(string reportId, ImmutableArray<Claim> claims) =>
        new(reportId, claims, _places.DrainToImmutable(), _actors.DrainToImmutable(), [.. _aliases.Distinct()]);

    // "Moscow announced", "Moscow's war": the capital as a doer, and as whose something is, is a government.
    private bool IsGovernment(Tree tree, int at, NameRun run) =>
        lexicon.Countries.TryByCapital(run.Words, out _) && !(run.First > 0 && tree[run.First - 1].Lemma is "capital" or "city")
        && (tree[at].Relation == "nsubj" || tree[at].Relation == "nmod:poss" && tree.Head(at) is >= 0 and var owned && lexicon.Words.Has(WordSet.OfState, tree[owned].Lemma));

    private bool IsNominal(Tree tree, int at, NameRun? run) =>
        tree[at].Upos is Upos.Noun or Upos.Propn && (run is not null || lexicon.Nouns.ActorClass(tree[at].Lemma) is not (NounClass.None or NounClass.Disaster or NounClass.Weapon or NounClass.Object));
}
