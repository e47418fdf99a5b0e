using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;

namespace Sitrep.Pipeline.Resolve.Actors;

/// <summary>Why actors are of their sides: the list, the state, and what reports say of them.</summary>
public sealed partial class ActorBook
{
    /// <summary>Pieces of evidence kept for one actor; more say the same again.</summary>
    private const int SideEvidenceMax = 6;

    // Who is told of as backed by somebody keeps a side of its own; who is told of as his part and has none speaks for him.
    private void LearnSides(ReadReport read)
    {
        foreach (ActorMention mention in read.Reading.Actors)
        {
            if (!MayHaveMaster(mention)) continue;
            foreach (Allegiance told in _allegiances.Find(read.Report.Text, mention))
            {
                if (SideCalled(read.Report.Id, told.Name) is not { } side || EntryOf(read.Report.Id, mention) is not { } entry || side == entry.Side || side == entry.Id) continue;
                if (told.IsPart && entry.Side is null && !entry.Key.StartsWith("known/", StringComparison.Ordinal) && entry.Kind is not ActorKind.Person) entry.Side = side;
                entry.SideBasis.Add(new SideEvidence(SideGround.Told, side, told.Span.Of(read.Report.Text), read.Report.Id, told.Span));
            }
        }
    }

    // Offices and people are told of in too many ways for the words beside them to say whose they are.
    private bool MayHaveMaster(ActorMention mention) => mention.Form != ActorForm.Pronoun
        && (mention.Form == ActorForm.Name ? mention.Kind is ActorKind.RebelGroup or ActorKind.Militia or ActorKind.Military or ActorKind.Media or ActorKind.Government or ActorKind.Other
            : _groups.Of(mention.Noun) is ActorGroup.Militants or ActorGroup.Military or ActorGroup.Media or ActorGroup.Government);

    /// <summary>Key of the party that words beside an actor name: a country, a listed or learnt actor, "government" for the story's state.</summary>
    private string? SideCalled(string report, string name)
    {
        if (name is "army" or "military" || _gazetteer.Words.Has(WordSet.GovernmentWord, name)) return _story.Main(report);
        if (_countries.TryByName(name, out string? code) || _countries.TryByDemonym(name, out code) || _countries.TryByCapital(name, out code)) return code;
        Entry? called = Known(report, name) ?? (_aliases.TryGetValue(name, out string? full) ? Known(report, full) : null) ?? _entries.GetValueOrDefault("name/" + PlaceKeys.Exact(name));
        return called is null ? null : called.Side ?? called.Id;
    }

    private ImmutableArray<SideEvidence> BasisOf(Entry entry)
    {
        var basis = new List<SideEvidence>(entry.SideBasis);
        if (entry.Side is { } side && side != entry.Id)
        {
            if (entry.Key.StartsWith("known/", StringComparison.Ordinal)) basis.Add(new SideEvidence(SideGround.Listed, side, entry.FixedName ?? entry.Name, null, null));
            else if (side == entry.Country && basis.Count == 0) basis.Add(new SideEvidence(SideGround.State, side, entry.Name, null, null));
            else if (entry.MemberOf is { } body && basis.Count == 0) basis.Add(new SideEvidence(SideGround.Member, side, _byId[body].Name, null, null));
        }
        return [.. basis.Distinct().OrderBy(one => one.Ground).ThenBy(one => one.Side, StringComparer.Ordinal).ThenBy(one => one.Report, StringComparer.Ordinal).ThenBy(one => one.Span?.Start)
            .DistinctBy(one => (one.Ground, one.Side, one.Words)).Take(SideEvidenceMax)];
    }
}
