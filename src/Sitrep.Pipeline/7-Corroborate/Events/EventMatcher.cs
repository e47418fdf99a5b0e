using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Resolve;
using Sitrep.Pipeline.Resolve.Disasters;

namespace Sitrep.Pipeline.Corroborate.Events;

/// <summary>Tells whether a claim is about an event already gathered, and why.</summary>
/// <remarks>Type, place, days, roles and figures must agree as far as both tell them; nothing is merged on what neither tells.</remarks>
/// <param name="takings">Of all claims, those not yet gathered too: what lies between two tellings does not hang on the order they come in.</param>
/// <param name="storyOf">Id of the story a report is of.</param>
public sealed class EventMatcher(Parties parties, EventFamilies families, PlaceTies places, Takings takings, Func<string, string> storyOf)
{
    /// <summary>Days between two dated tellings of one event. One: a day's fight is told of on the morrow, across midnight and time zones.</summary>
    public const int DatedGapMax = 1;

    /// <summary>Days between a dated telling and one dated only by its report: news look back this far without saying so.</summary>
    public const int UndatedGapMax = 3;

    /// <summary>Days after a dated event within which its place and a number of its own tell it again, where the words give no day.</summary>
    public const int RetoldGapMax = 10;

    /// <summary>Days after a dated taking within which it is told again without a day.</summary>
    public const int TakingRetoldDays = 31;

    /// <summary>Smallest number that may tell an event without place or parties again in another newsroom's words; smaller ones are told of many events.</summary>
    private const int TellingCount = 10;

    /// <summary>The same between reports of one story.</summary>
    private const int TellingCountInStory = 3;

    public EventMatch Judge(ResolvedClaim claim, EventGroup group)
    {
        EventReading reading = claim.Claim.Event!;
        PlaceTie place = places.Between(claim.Place, group.Place);
        bool sameDispatch = group.IsToldBy(claim.Dispatch), sameFigure = group.SharesFigure(claim);
        int? apart = claim.When is { } own && group.When is { } other ? own.DaysApart(other) : null;
        string[] doers = [.. Named(claim.In(RoleKind.Actor))], targets = [.. Named(claim.In(RoleKind.Target))];
        string[] known = [.. Named(group.Actors)], hit = [.. Named(group.Targets)];
        int shared = doers.Count(known.Contains) + targets.Count(hit.Contains) + claim.In(RoleKind.Instrument).Count(thing => parties.IsNamedThing(thing) && group.Things.Contains(thing));
        EventMatch Refused(MatchGround ground) => new(0, ground, place, apart, shared, sameFigure, sameDispatch);

        // "Militants stormed the town" and "the group attacked the town": who is named in one may be who is not in the other.
        bool IsOneAssault() => reading.Type == EventType.Attack && group.Type == EventType.Attack && place == PlaceTie.Same && targets.Length == 0 && hit.Length == 0 && doers.All(one => known.Any(other => parties.MayBeOne(one, other)));

        if (families.Of(reading.Type) != families.Of(group.Type) || (claim.Claim.Stance == Stance.Expects) != group.Expected) return Refused(MatchGround.NoTie);
        // The dead of a flood and those of a shooting are two events, whatever they share.
        if (IncidentCauses.Differ(claim.Cause, group.Cause)) return Refused(MatchGround.NoTie);
        // So are a flood and a quake of one district, and a quake and its aftershock.
        if (claim.Origin is { } origin && group.Origin is { } came && origin != came) return Refused(MatchGround.NoTie);
        // What is told only in its own words is the same in the same words only, of the same speaker.
        if (reading.Lemma.Contains(": ", StringComparison.Ordinal) && (!sameDispatch && shared == 0 || Saying(group.Claims[0].Claim.Event!) != Saying(reading))) return Refused(MatchGround.NoTie);
        if (place != PlaceTie.Same && !IsTied(claim, group, place, shared, sameFigure, sameDispatch)) return Refused(MatchGround.NoTie);
        bool swapped = doers.Any(hit.Contains) && !doers.Any(known.Contains) || targets.Any(known.Contains) && !targets.Any(hit.Contains);
        if (swapped && reading.Type is not EventType.Clash) return Refused(MatchGround.PartsSwapped);
        if (IsOfOneParty(reading.Type) && parties.Opposed(doers, known)) return Refused(MatchGround.Enemies);
        // "Dozens of soldiers fled" is not yet the retreat of the army.
        if (reading.Type == EventType.Withdrawal && (reading.Extent == Extent.Partial) != group.Claims.All(known => known.Claim.Event!.Extent == Extent.Partial)) return Refused(MatchGround.OtherParties);   // claims of an event have one
        if (IsDeniedLoss(claim, known, doers)) return Refused(MatchGround.OtherParties);
        // Who leaves or gives up beside somebody else does so for himself.
        if (reading.Type is EventType.Withdrawal or EventType.Surrender && AreOthers([.. doers, .. targets], [.. known, .. hit])) return Refused(MatchGround.OtherParties);
        if (takings.LieBetween(claim, group)) return Refused(MatchGround.TakenBetween);
        if (!TimesAgree(claim, group) && !IsRetold(claim, group, place, apart, sameFigure) && !IsTakenBefore(claim, group, place, apart, doers, known)) return Refused(MatchGround.OtherDays);
        if (!IsOfPlace(reading.Type))
        {
            // Several things of one kind happen in one place on one day: who did it, to whom, or how many must agree.
            bool tellsRoles = doers.Length + targets.Length > 0 && known.Length + hit.Length > 0;
            if (tellsRoles && shared == 0 && !sameFigure && !IsOneAssault()) return Refused(MatchGround.OtherParties);
            if ((group.DiffersFrom(claim) || group.IsPartBeside(claim)) && shared == 0) return Refused(MatchGround.OtherCount);
            if (IsOneBesideMany(claim, group)) return Refused(MatchGround.OtherParties);
            // "denied it carried out the bombing": that it did, and not that there was one; it is the bombing told before only where somebody says it of them.
            if (claim.Claim.Stance == Stance.Denies && doers.Length > 0 && claim.Source is not null && doers.All(doer => parties.SameSide(doer, claim.Claimant)) && !known.Any(other => doers.Any(doer => parties.MayBeOne(doer, other)))) return Refused(MatchGround.OtherParties);
            // "No foreigner has died", in the report that counts the dead in its own words: that denies none of those.
            if (shared == 0 && IsOwnDenial(claim, group)) return Refused(MatchGround.OtherParties);
            // One report that tells of a raid on a mosque and of another on a station tells of two.
            if (shared == 0 && group.StrikesElse(claim, parties.IsBare)) return Refused(MatchGround.OtherParties);
        }
        if (reading.Type != group.Type && !IsInOtherWords(claim, group, place)) return Refused(MatchGround.SideBySide);
        int score = 1 + (place == PlaceTie.Same ? 4 : 0) + (shared * 2) + (sameFigure ? 3 : 0) + (sameDispatch ? 1 : 0) + (claim.Dated && group.Dated ? 1 : 0) + (reading.Type == group.Type ? 2 : 0);
        return new EventMatch(score, MatchGround.Joined, place, apart, shared, sameFigure, sameDispatch);
    }

    // "The attack killed 52", a week after it: news look back on what has a place and a number of its own.
    private bool IsRetold(ResolvedClaim claim, EventGroup group, PlaceTie place, int? apart, bool sameFigure) =>
        !claim.Dated && group.Dated && apart <= RetoldGapMax && place == PlaceTie.Same && claim.When!.Start >= group.When!.End && !IsOfPlace(claim.Claim.Event!.Type)   // times that do not agree are told
        && (sameFigure && claim.Claim.Figure!.Quantity.Low >= TellingCount && IsOneStory(claim, group) || IsOneFate(claim, group));

    /// <summary>"Thousands fled when rebels captured the town", weeks after they did: told without a day, of those who took it and are not told to have lost it since.</summary>
    private static bool IsTakenBefore(ResolvedClaim claim, EventGroup group, PlaceTie place, int? apart, string[] doers, string[] known) =>
        claim is { Dated: false, Claim: { Stance: Stance.Affirms, Event: { Type: EventType.Capture, Extent: not Extent.Partial } } } && group.Dated && apart <= TakingRetoldDays && place == PlaceTie.Same && claim.When!.Start >= group.When!.End   // times that do not agree are told
        && doers.Any(known.Contains) && group.AffirmingWhole.Any();

    /// <summary>"The town was not lost," said those who are told of as having taken it: they deny what their enemy did, and not their own gain.</summary>
    private bool IsDeniedLoss(ResolvedClaim claim, string[] takers, string[] doers) =>
        claim is { Source: not null, Claim: { Stance: Stance.Denies, Event.Type: EventType.Capture } } && doers.Length == 0 && takers.Length > 0 && takers.All(taker => parties.SameSide(taker, claim.Claimant));

    private static bool IsOwnDenial(ResolvedClaim claim, EventGroup group) =>
        claim is { Source: null, Claim.Stance: Stance.Denies or Stance.Affirms } && group.Claims.Any(known => known.Source is null && known.Claim.ReportId == claim.Claim.ReportId && known.Claim.Stance != claim.Claim.Stance && known.Claim.Stance is Stance.Denies or Stance.Affirms);

    private bool IsOneStory(ResolvedClaim claim, EventGroup group) => group.Claims.Any(known => storyOf(known.Claim.ReportId) == storyOf(claim.Claim.ReportId));

    private bool AreOthers(string[] ones, string[] others) => ones.Length > 0 && others.Length > 0 && !ones.Any(one => others.Any(other => parties.MayBeOne(one, other)));

    /// <summary>What binds two tellings that do not name one place: in one telling a party or a number, across newsrooms a number that is told of few events.</summary>
    private bool IsTied(ResolvedClaim claim, EventGroup group, PlaceTie place, int shared, bool sameFigure, bool sameDispatch)
    {
        if (place == PlaceTie.Other) return false;
        // Who holds a town is not told by who holds the next one.
        if (place is PlaceTie.Near or PlaceTie.Within && IsOfPlace(claim.Claim.Event!.Type)) return false;
        if (shared == 0 && !sameFigure) return false;
        if (place == PlaceTie.Unknown && sameDispatch) return true;
        // A storm with a name of its own is one, whether or not the words say where it struck.
        if (place == PlaceTie.Unknown && claim.Claim.Event!.Type == EventType.Disaster && shared > 0) return true;
        // A president is overthrown once on a day, wherever the newsrooms say it was.
        if (place == PlaceTie.Unknown && claim.When is not null && group.When is not null && IsOneFate(claim, group)) return true;
        if (!sameFigure || claim.Claim.Figure!.Quantity.Low is not { } count) return false;
        // "The bodies of four killed by the quake", "four guards were killed": a small number ties only what came of one thing, or of nothing that is told.
        return count >= TellingCount || count >= TellingCountInStory && claim.Cause == group.Cause && IsOneStory(claim, group);
    }

    /// <summary>Something that was done to one named person, in the same word where the type says little.</summary>
    private bool IsOneFate(ResolvedClaim claim, EventGroup group)
    {
        EventReading reading = claim.Claim.Event!;
        if (reading.Type is EventType.Accusation or EventType.Statement or EventType.Meeting || !claim.In(RoleKind.Target).Any(target => parties.IsNamedPerson(target) && group.Targets.Contains(target))) return false;
        return reading.Type != EventType.Other || group.Claims.Any(known => Verb(known.Claim.Event!) == Verb(reading));   // claims of an event have one
    }

    /// <summary>"X, a controller, died" beside "the quake killed 384": his death is a thing of its own.</summary>
    private bool IsOneBesideMany(ResolvedClaim claim, EventGroup group)
    {
        if (claim.Claim.Event!.Type is not (EventType.Killing or EventType.Injury)) return false;   // not null: only claims of events are matched
        bool counts = Counts(claim), counted = group.Claims.Any(Counts);
        if (counts == counted) return false;
        string[] named = [.. (counts ? group.Targets : claim.In(RoleKind.Target)).Where(parties.IsNamedPerson)];
        return named.Length > 0 && !named.Any(counts ? claim.In(RoleKind.Target).Contains : group.Targets.Contains);

        static bool Counts(ResolvedClaim told) => told.Claim.Figure?.Quantity.Low >= 2;
    }

    // "said that they would", "said they would"
    private static string Saying(EventReading reading) => reading.Lemma.Replace(": that ", ": ", StringComparison.Ordinal);

    private static string Verb(EventReading reading) => reading.Lemma.Split(' ')[0];

    /// <summary>A blast here and an attack there are one when place and day are the same and nobody tells of both in one breath.</summary>
    private static bool IsInOtherWords(ResolvedClaim claim, EventGroup group, PlaceTie place) =>
        place == PlaceTie.Same && claim.When is { } own && group.When is { } other && own.DaysApart(other) <= DatedGapMax
        && !group.Claims.Any(known => known.Claim.ReportId == claim.Claim.ReportId && known.Claim.Span == claim.Claim.Span);

    private IEnumerable<string> Named(IEnumerable<string> actors) => actors.Where(actor => !parties.IsBare(actor));

    // Control of one place on one day, or one disaster there, is one event whoever is named.
    private static bool IsOfPlace(EventType type) => type is EventType.Capture or EventType.Siege or EventType.Clash or EventType.Holding or EventType.Withdrawal or EventType.Disaster or EventType.Displacement;

    /// <summary>Types that one party does alone: a town taken by two enemies was taken twice.</summary>
    private static bool IsOfOneParty(EventType type) => type is EventType.Capture or EventType.Holding or EventType.Withdrawal or EventType.Siege or EventType.Surrender;

    /// <summary>True when both may have happened on the same days.</summary>
    public static bool TimesAgree(ResolvedClaim claim, EventGroup group)
    {
        if (claim.When is not { } own || group.When is not { } other) return true;
        bool coarse = own.Precision is TimePrecision.Month or TimePrecision.Year or TimePrecision.Week || other.Precision is TimePrecision.Month or TimePrecision.Year or TimePrecision.Week;
        // A year or a month says too little to match a report that gives no time at all.
        if (coarse) return claim.Dated && group.Dated && own.Overlaps(other);
        int apart = own.DaysApart(other);
        // "Nearly a week after Storm X": a storm with a name is one, though a day is told roundly.
        bool sameStorm = claim.Claim.Event!.Type == EventType.Disaster && claim.Storm is { } storm && group.Claims.Any(known => known.Storm == storm);
        return apart <= (claim.Dated && group.Dated && !sameStorm ? DatedGapMax : UndatedGapMax);
    }
}
