using System.Collections.Immutable;
using System.Globalization;
using Sitrep.Model.Record;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Corroborate.Rulings;

/// <summary>What somebody wants to rule, as it was asked for.</summary>
/// <param name="Target">Id of an event, figure, claim, actor, place or report of the record; for an undo the sequence of a ruling.</param>
/// <param name="More">Merge: the event that becomes part of the target. Split: the claims that are taken out. Empty otherwise.</param>
/// <param name="Value">Grade: A to F for an actor, 1 to 6 for anything else. Place: a <see cref="RuledPlace"/> as written. Null otherwise.</param>
/// <param name="Reason">Why; for a comment its text.</param>
public sealed record RulingRequest(RulingVerb Verb, string Target, ImmutableArray<string> More, string? Value, string Author, string Reason);

/// <summary>A request checked against the record it was made on, ready to be appended.</summary>
/// <param name="Ruling">Null when it cannot be made.</param>
/// <param name="Wrong">What is wrong and what was expected, one line; null when nothing is.</param>
public sealed record RulingDraft(Ruling? Ruling, string? Wrong)
{
    private const int AuthorMax = 200, ReasonMax = 4000;

    /// <param name="at">Universal time, from the clock of whoever takes the request.</param>
    public static RulingDraft Of(SituationRecord record, RulingRequest request, DateTimeOffset at)
    {
        string author = request.Author.Trim(), reason = request.Reason.Trim();
        if (author.Length is 0 or > AuthorMax || author.Any(char.IsControl)) return Not($"an author is needed: one line of at most {AuthorMax} characters.");
        if (reason.Length is 0 or > ReasonMax) return Not($"{(request.Verb == RulingVerb.Comment ? "a text" : "a reason")} is needed, of at most {ReasonMax} characters.");
        var ruling = new Ruling(0, at.ToUniversalTime(), author, request.Verb, request.Target, reason);
        if (request.Verb is not (RulingVerb.Merge or RulingVerb.Split) && !request.More.IsEmpty) return Not($"{Word(request.Verb)} takes one id; {request.More[0]} is one too many.");
        if (request.Verb is not (RulingVerb.Grade or RulingVerb.Place) && request.Value is not null) return Not($"{Word(request.Verb)} takes no grade.");
        return request.Verb switch
        {
            RulingVerb.Undo => Undo(record, ruling),
            RulingVerb.Merge => Merge(record, ruling, request.More),
            RulingVerb.Split => Split(record, ruling, request.More),
            RulingVerb.Grade => Grade(record, ruling, request.Value),
            RulingVerb.Place => Place(record, ruling, request.Value),
            RulingVerb.Comment => ClaimsOf(record, request.Target) is { } claims ? new RulingDraft(ruling with { Claims = claims }, null) : Unknown(request.Target, "an event, a figure, a claim, an actor, a place or a report"),
            _ => IsStatement(request.Target) && ClaimsOf(record, request.Target) is { } claims ? new RulingDraft(ruling with { Claims = claims }, null) : Unknown(request.Target, "an event, a figure or a claim"),
        };
    }

    private static RulingDraft Undo(SituationRecord record, Ruling ruling)
    {
        AppliedRuling? target = record.Rulings.FirstOrDefault(made => made.Ruling.Sequence.ToString(CultureInfo.InvariantCulture) == ruling.Target);
        if (target is null) return Not($"there is no ruling {ruling.Target}; 'sitrep rulings' lists them with their numbers.");
        return target.UndoneBy is { } by ? Not(string.Create(CultureInfo.InvariantCulture, $"ruling {ruling.Target} was undone by ruling {by} already; to have it back, undo that one.")) : new RulingDraft(ruling, null);
    }

    private static RulingDraft Merge(SituationRecord record, Ruling ruling, ImmutableArray<string> more)
    {
        if (more is not [string other]) return Not("merge takes two events: the one that stays and the one that becomes part of it.");
        if (EventOf(record, ruling.Target) is not { } into) return Unknown(ruling.Target, "an event");
        if (EventOf(record, other) is not { } from) return Unknown(other, "an event");
        if (into == from) return Not($"{other} is that event already.");
        if (into.Expected != from.Expected) return Not("what is only expected and what is said to have happened cannot be one event.");
        return into.IsRejected || from.IsRejected ? Not($"{(into.IsRejected ? into.Id : from.Id)} is rejected; accept it first.")
            : new RulingDraft(ruling with { Other = from.Id, Claims = All(into.Claims, into.RejectedClaims), OtherClaims = All(from.Claims, from.RejectedClaims) }, null);
    }

    private static RulingDraft Split(SituationRecord record, Ruling ruling, ImmutableArray<string> more)
    {
        if (EventOf(record, ruling.Target) is not { } of) return Unknown(ruling.Target, "an event");
        ImmutableArray<string> all = All(of.Claims, of.RejectedClaims), taken = [.. all.Where(more.Contains)];
        if (more.IsEmpty || more.FirstOrDefault(claim => !all.Contains(claim)) is { } foreign && foreign is not null) return Not($"split takes an event and claims of it; 'sitrep show event {of.Id}' lists its claims.");
        return taken.Length == all.Length ? Not($"these are all claims of {of.Id}; at least one must stay.") : new RulingDraft(ruling with { Claims = taken }, null);
    }

    private static RulingDraft Grade(SituationRecord record, Ruling ruling, string? value)
    {
        bool actor = record.Actors.Any(known => known.Id == ruling.Target) || record.Sources.Any(known => known.Id == ruling.Target);
        ImmutableArray<string>? claims = actor ? [] : IsStatement(ruling.Target) ? ClaimsOf(record, ruling.Target) : null;
        if (claims is not { } rests) return Unknown(ruling.Target, "an actor or another source, an event, a figure or a claim");
        string grade = value?.Trim().ToUpperInvariant() ?? "";
        bool fits = grade.Length == 1 && (actor ? grade[0] is >= 'A' and <= 'F' : grade[0] is >= '1' and <= '6');
        return fits ? new RulingDraft(ruling with { Value = grade, Claims = rests }, null)
            : Not(actor ? $"'{value}' is no reliability of a source; expected A (completely reliable) to E (unreliable), or F (cannot be judged)." : $"'{value}' is no credibility of a statement; expected 1 (confirmed) to 5 (improbable), or 6 (cannot be judged).");
    }

    // Another place for a name that the gazetteer knows would be another reading: events were matched and control was counted by the place it has.
    private static RulingDraft Place(SituationRecord record, Ruling ruling, string? value)
    {
        if (record.Places.FirstOrDefault(place => place.Id == ruling.Target) is not { } place) return Unknown(ruling.Target, "a place");
        bool ruled = record.Rulings.Any(made => made.Ruling.Verb == RulingVerb.Place && made.UndoneBy is null && made.On == place.Id);
        bool guessed = place is { Precision: PlacePrecision.Near, GeonamesId: null };      // told only by what it lies near
        if (place.Latitude is not null && !ruled && !guessed) return Not($"{place.Name} is in the gazetteer; where it is wrong there, add it to one of your own with 'sitrep gazetteer import'.");
        return RuledPlace.Parse(value) is { } where ? new RulingDraft(ruling with { Value = where.ToString() }, null)
            : Not($"'{value}' is no place; expected LATITUDE,LONGITUDE, a geo URI, or a name that the gazetteer has.");
    }

    /// <returns>The claims it rests on; empty for what rests on none; null when the record does not hold it.</returns>
    private static ImmutableArray<string>? ClaimsOf(SituationRecord record, string id)
    {
        if (EventOf(record, id) is { } happening) return All(happening.Claims, happening.RejectedClaims);
        if (record.Figures.FirstOrDefault(figure => figure.Id == id) is { } figure) return All(figure.Claims, figure.RejectedClaims);
        if (record.Claims.Any(claim => claim.Claim.Id == id)) return [id];
        return record.Actors.Any(actor => actor.Id == id) || record.Sources.Any(source => source.Id == id) || record.Places.Any(place => place.Id == id) || record.Reports.Any(report => report.Id == id) ? [] : null;
    }

    private static bool IsStatement(string id) => id.Length > 0 && id[0] is 'e' or 'f' or 'c';

    private static Event? EventOf(SituationRecord record, string id) => record.Events.FirstOrDefault(happening => happening.Id == id);

    private static ImmutableArray<string> All(ImmutableArray<string> counted, ImmutableArray<string> rejected) => [.. counted.Union(rejected, StringComparer.Ordinal)];

    private static RulingDraft Unknown(string id, string expected) => Not($"'{id}' is not in the record; expected the id of {expected}.");

    private static RulingDraft Not(string why) => new(null, why);

    private static string Word(RulingVerb verb) => verb.ToString().ToLowerInvariant();
}
