using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Resolve.Disasters;

/// <summary>Makes an accident of an explosion that a report tells without its cause, where other reports of the country tell it as one.</summary>
/// <remarks>On the first day nobody says why it blew up, and such a blast is read as a bomb. Where anybody tells of a bomb or of who laid it, nothing is changed: that is a dispute.</remarks>
internal sealed class BlastStory(WordSets words, IReadOnlyDictionary<string, Place> places, Func<string, string?> countryOf)
{
    /// <summary>Days within which reports tell of one explosion.</summary>
    private const int NewsDays = 14;

    /// <summary>Replaces the claims in place; those of other events stay as they are.</summary>
    public void Settle(IList<ResolvedClaim> claims)
    {
        ResolvedClaim[] accidents = [.. claims.Where(claim => claim.Claim is { Stance: Stance.Affirms, Event: { Type: EventType.Disaster, Background: false } told } && IsBlast(told.Lemma))];
        if (accidents.Length == 0) return;
        ResolvedClaim[] bombs = [.. claims.Where(claim => claim.Claim.Event is { Type: EventType.Bombing } told && !IsBare(told))];
        for (int i = 0; i < claims.Count; i++)
        {
            if (claims[i].Claim is not { Event: { Type: EventType.Bombing } told } claim || !IsBare(told)) continue;
            ResolvedClaim blast = claims[i];
            if (!accidents.Any(other => MayBeOne(blast, other)) || bombs.Any(other => MayBeOne(blast, other))) continue;
            claims[i] = blast with { Claim = claim with { Event = told with { Type = EventType.Disaster } } };
        }
    }

    private bool IsBlast(string lemma) => words.Has(WordSet.Blast, lemma) || words.Has(WordSet.BlastVerb, lemma);

    private bool IsBare(EventReading told) =>
        IsBlast(told.Lemma) && !told.Roles.Any(role => role.Role == RoleKind.Actor)
            && told.Roles.All(role => role.Role != RoleKind.Instrument || words.Has(WordSet.Blast, role.Actor.Words.Split(' ')[^1].TrimEnd('s')));

    private bool MayBeOne(ResolvedClaim one, ResolvedClaim other) =>
        countryOf(one.Claim.ReportId) is { } country && country == countryOf(other.Claim.ReportId)
            && one.Known is { } known && other.Known is { } then && Math.Abs(known.DayNumber - then.DayNumber) <= NewsDays
            && (one.Place is not { } place || other.Place is not { } there || place == there || !IsTown(place) || !IsTown(there))
            && !(one is { Dated: true, When: { } when } && other is { Dated: true, When: { } day } && when.DaysApart(day) > 1);

    private bool IsTown(string place) => places.TryGetValue(place, out Place? known) && known.Precision is PlacePrecision.Town or PlacePrecision.Near;
}
