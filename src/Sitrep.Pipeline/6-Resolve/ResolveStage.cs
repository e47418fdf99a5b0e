using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Dedupe;
using Sitrep.Pipeline.Resolve.Actors;
using Sitrep.Pipeline.Resolve.Dates;
using Sitrep.Pipeline.Resolve.Disasters;
using Sitrep.Pipeline.Resolve.Places;

namespace Sitrep.Pipeline.Resolve;

/// <summary>Stage 6: mentions → actors, places, days. Pure; sees all reports, because one report may explain another's short names.</summary>
public sealed class ResolveStage(Gazetteer gazetteer, KnownActors known, ActorGroups groups, Allegiances allegiances, DisasterKinds disasters)
{
    /// <summary>Entries of the gazetteer by any spelling, the largest first.</summary>
    public ImmutableArray<GazetteerPlace> PlacesNamed(string name) => gazetteer.Find(name);

    /// <summary>The usual English name; null for an unknown code.</summary>
    public string? CountryName(string code) => gazetteer.Countries.NameOf(code);

    public Resolution Resolve(IReadOnlyList<ReadReport> reports, Copies copies) => Resolve(reports, copies, null, null);

    /// <summary>How the mentions of one claim were resolved, by resolving all reports again; null when no report gives the claim.</summary>
    internal ResolutionBasis? Explain(IReadOnlyList<ReadReport> reports, Copies copies, Claim claim)
    {
        ResolutionBasis? basis = null;
        Resolve(reports, copies, claim.ReportId, told =>
        {
            if (told.Resolved.Claim.Id == claim.Id) basis ??= told;
        });
        return basis;
    }

    private Resolution Resolve(IReadOnlyList<ReadReport> reports, Copies copies, string? explained, Action<ResolutionBasis>? told)
    {
        ReadReport[] ordered = [.. reports.OrderBy(read => read.Report.Published ?? DateOnly.MaxValue).ThenBy(read => read.Report.Id, StringComparer.Ordinal)];

        var countries = new StoryCountries(gazetteer, known, ordered);
        var places = new PlaceBook(gazetteer, countries, ordered, explained);
        var actors = new ActorBook(gazetteer, known, groups, allegiances, disasters, countries, ordered, copies);
        var claims = ImmutableArray.CreateBuilder<ResolvedClaim>();
        var asked = new List<(int Claim, ResolutionBasis Basis)>();
        foreach (ReadReport read in ordered)
        {
            DateOnly? anchor = read.Report.Anchor;
            var discourse = new DateDiscourse(anchor);
            var tellings = new Dictionary<TextSpan, string?>();
            foreach (Claim claim in read.Reading.Claims)
            {
                // Another release begins: nothing of the one before is spoken of any more.
                if (read.Report.AnchorAt(claim.Span.Start) is var here && here != anchor) (anchor, discourse) = (here, new DateDiscourse(here));
                List<(RoleMention, string?)>? roles = claim.ReportId == explained ? [] : null;
                ResolvedClaim resolved = Resolve(claim, read.Report, anchor, discourse, places, actors, copies.DispatchOf(read.Report.Id, claim.Span), tellings, roles);
                if (roles is not null) asked.Add((claims.Count, new ResolutionBasis(resolved, roles, anchor, (claim.Event?.When ?? claim.Figure?.When) is { } words ? discourse.AnchorOf(words) : null, countries.Of(read.Report.Id), places, actors)));
                if (resolved is { Dated: true, When: { } day } && claim.ReadBy is null) discourse.Spoke(day);   // a second reader adds claims and moves none
                claims.Add(resolved);
            }
        }
        Dictionary<string, Report> byId = ordered.Select(read => read.Report).DistinctBy(report => report.Id, StringComparer.Ordinal).ToDictionary(report => report.Id, StringComparer.Ordinal);
        Dictionary<string, Place> located = places.ToPlaces().ToDictionary(place => place.Id, StringComparer.Ordinal);
        new BlastStory(gazetteer.Words, located, countries.Main).Settle(claims);
        new DisasterStory(disasters, gazetteer.Words, countries, located).Tie(claims, id => byId[id]);
        IncidentCauses.Mark(claims, disasters, claim => byId[claim.ReportId].Text, word => gazetteer.Words.Has(WordSet.DisasterVerb, word));
        foreach ((int claim, ResolutionBasis basis) in asked) told?.Invoke(basis with { Resolved = claims[claim] });
        ImmutableArray<RecordPhoto> photos = [.. ordered.SelectMany(read => read.Report.Photos.Select(photo => new RecordPhoto(read.Report.Id, photo, places.OfPhoto(read.Report, photo))))];
        return new Resolution(claims.DrainToImmutable(), actors.ToActors(), places.ToPlaces(), photos, copies.Dispatches);
    }

    private ResolvedClaim Resolve(Claim claim, Report report, DateOnly? anchor, DateDiscourse discourse, PlaceBook places, ActorBook actors, string dispatch, Dictionary<TextSpan, string?> tellings, List<(RoleMention, string?)>? told)
    {
        string? source = claim.By.Source is { } speaker ? actors.Source(report.Id, speaker, claim.By) : null;
        ImmutableArray<string> via = claim.By.Via is { } hand && actors.Hand(report.Id, hand) is { } carrier && carrier != source ? [carrier] : [];
        (string claimant, string? side) = actors.ClaimantOf(source, dispatch);
        ImmutableArray<Role> roles = claim.Event is { } happened ? Roles(report.Id, happened, claim.Stance, source, claim.By.Cue is "accuse" or "blame" ? claimant : null, side, actors, tellings, told) : [];
        PlaceMention? mention = claim.Event?.Place ?? claim.Figure?.Place;
        string? place = mention is null ? null : places.Of(report.Id, mention);

        Interval? said = Said(claim, anchor);
        (Interval? when, bool dated) = When(claim, anchor, discourse, said);
        string? subject = claim.Figure?.Subject is { } counted ? (ActorWords.IsPossessed(counted) ? actors.Owned(report.Id, counted, source) : null) ?? actors.Of(report.Id, counted) : null;   // "24 of its citizens": as in the event
        string? person = claim.Fate is { } fate ? actors.Of(report.Id, fate.Person) : null;
        return new ResolvedClaim(claim, dispatch, source, claimant, side, via, roles, place, when, dated, said, subject, person, report.Published ?? anchor);
    }

    /// <param name="tellings">Whom the words meant that were told as done: "troops took X, the rebels' general said; the army denied it" means his, whoever denies it.</param>
    private ImmutableArray<Role> Roles(string report, EventReading happened, Stance stance, string? source, string? accuser, string? side, ActorBook actors, Dictionary<TextSpan, string?> tellings, List<(RoleMention, string?)>? mentions)
    {
        var roles = ImmutableArray.CreateBuilder<Role>();
        bool armed = happened.Type is EventType.Capture or EventType.Withdrawal or EventType.Siege or EventType.Clash or EventType.Strike or EventType.Attack or EventType.Holding or EventType.Movement;
        // Owners first: "X withdrew its troops" are X's troops, whoever tells it.
        foreach (RoleMention told in happened.Roles.OrderBy(role => ActorWords.IsPossessed(role.Actor)))
        {
            // A state's television, ministry or officer who says "the army" means that state's, but where it accuses them.
            RoleMention role = !(told.Role == RoleKind.Target && happened.Type == EventType.Accusation) && side is { Length: 2 } && told.Actor is { Form: ActorForm.Common, Kind: ActorKind.Military, Noun: { } force } && gazetteer.Words.Has(WordSet.StateTroops, force) && !told.Actor.Words.Contains('-', StringComparison.Ordinal) && !ActorWords.IsPossessed(told.Actor) && actors.MaySpeakOfOwn(report, side, told.Actor)
                ? told with { Actor = told.Actor with { Form = ActorForm.National, Country = side } } : told;
            // "its troops and French soldiers hold X": those who stand behind own nobody.
            bool led = !ActorWords.IsSpeakers(role.Actor) && happened.Roles.Any(other => other.Role == RoleKind.Actor && !ActorWords.IsPossessed(other.Actor) && (source is null || other.Actor.Span.Start < role.Actor.Span.Start));
            string? owner = led && roles.FirstOrDefault(other => other.Kind == RoleKind.Actor) is { } subject ? subject.Actor : source;
            string? actor = stance != Stance.Affirms && tellings.TryGetValue(told.Actor.Span, out string? before) ? before : ActorWords.IsPossessed(role.Actor) ? actors.Owned(report, role.Actor, owner) : armed || IsDoneByGroup(happened.Type, told) ? actors.Fighting(report, role.Actor) : actors.Of(report, role.Actor);
            // "The group accuses militants of burning homes": others than its own, whoever else they are.
            if (actor is not null && actor == accuser && told.Role == (happened.Type == EventType.Accusation ? RoleKind.Target : RoleKind.Actor) && role.Actor.Form == ActorForm.Common && !ActorWords.IsPossessed(role.Actor)) actor = actors.Others(report, role.Actor);
            // Who was told, or tells, takes no town: "we" in a newsroom's mouth is somebody whose words were cut.
            if (armed && told.Role == RoleKind.Actor && actor is not null && actors.IsNewsroom(actor)) actor = null;
            if (stance == Stance.Affirms) tellings.TryAdd(told.Actor.Span, actor);
            mentions?.Add((told, actor));
            if (actor is not null && !roles.Contains(new Role(role.Role, actor))) roles.Add(new Role(role.Role, actor));
        }
        return roles.DrainToImmutable();
    }

    /// <summary>"The Red Cross sent aid. The group killed 12 people": the armed group that was told of before.</summary>
    private bool IsDoneByGroup(EventType type, RoleMention role) =>
        role is { Role: RoleKind.Actor, Actor: { Form: ActorForm.Common, Noun: { } band } } && type is EventType.Killing or EventType.Injury or EventType.Abduction or EventType.Bombing && gazetteer.Words.Has(WordSet.ArmedGroup, band);

    private static Interval? Said(Claim claim, DateOnly? anchor)
    {
        if (anchor is not { } day) return null;
        return claim.By.SaidOn is { } words && DateResolver.Resolve(words, day, Direction.Past) is { } said && said.Start <= day.AddDays(1) ? said : Interval.Day(day);
    }

    /// <summary>"This month rebels took X": up to the day on which it is told, and no further.</summary>
    private static Interval Told(Interval when, DateOnly? anchor) => anchor is { } day && when.Start <= day && when.End > day ? when with { End = day } : when;

    private static (Interval? When, bool Dated) When(Claim claim, DateOnly? anchor, DateDiscourse discourse, Interval? said)
    {
        DateMention? words = claim.Event?.When ?? claim.Figure?.When;
        Direction direction = claim.Stance == Stance.Expects ? Direction.Future : Direction.Past;
        DateOnly? from = words is null ? null : discourse.AnchorOf(words);
        if (words is not null && from is { } day && DateResolver.Resolve(words, day, direction) is { } when) return (claim.Stance == Stance.Expects ? when : Told(when, anchor), true);
        // Absolute dates can be placed even when the report itself cannot.
        if (words is not null && anchor is null && char.IsDigit(words.Value[0]) && DateResolver.Resolve(words, DateOnly.MinValue.AddYears(2000), direction) is { } absolute) return (absolute, true);
        if (claim.Event is { Background: true } || anchor is null || claim.Stance == Stance.Expects) return (null, false);
        DateOnly end = said?.Start ?? anchor.Value;
        return (new Interval(end, end, TimePrecision.Unknown), false);
    }
}
