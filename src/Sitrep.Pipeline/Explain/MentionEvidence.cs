using System.Collections.Immutable;
using System.Globalization;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Resolve;
using Sitrep.Pipeline.Resolve.Actors;
using Sitrep.Pipeline.Resolve.Places;

namespace Sitrep.Pipeline.Explain;

/// <summary>How the mentions of a claim became days, places and actors.</summary>
internal sealed class MentionEvidence(DataFolder data, KnownActors known)
{
    /// <summary>Entries of one name that are printed; the rest score less.</summary>
    private const int CandidatesMax = 5;

    public IEnumerable<Evidence> Of(Report report, ResolutionBasis basis)
    {
        Claim claim = basis.Resolved.Claim;
        yield return Date(report, basis, claim.Event?.When ?? claim.Figure?.When);
        if ((claim.Event?.Place ?? claim.Figure?.Place) is { } place) yield return Place(report.Id, place, basis);
        else yield return new Evidence("place", "none", ["no slot of the event and nothing beside the figure names a place"]);
        if (claim.By.Source is { } source) yield return Actor("source", source, basis.Resolved.Source, basis);
        foreach ((RoleMention role, string? actor) in basis.Roles.Distinct()) yield return Actor(role.Role.ToString().ToLowerInvariant(), role.Actor, actor, basis);
        if (claim.Figure?.Subject is { } subject) yield return Actor("counted", subject, basis.Resolved.Subject, basis);
        if (claim.Fate is { } fate) yield return Actor("person", fate.Person, basis.Resolved.Person, basis);
    }

    private static Evidence Date(Report report, ResolutionBasis basis, DateMention? words)
    {
        string anchor = basis.Anchor is { } day ? $"the report's day is {Day(day)} ({(report.Dateline?.Date is not null || day != report.Anchor ? "dateline" : "publication, from " + report.PublishedBasis.ToString().ToLowerInvariant())})" : "the report has no day";
        string when = basis.Resolved.When is { Precision: TimePrecision.Unknown } bound ? "no later than " + Day(bound.End) : basis.Resolved.When is { } at ? $"{Day(at.Start)}{(at.End == at.Start ? "" : " to " + Day(at.End))} ({at.Precision.ToString().ToLowerInvariant()})" : "no day";
        if (basis.Resolved.TiedTo is { } tied) return new Evidence("date", when, [$"a disaster of the story: its day or place is that of claim {tied}", .. words is null ? ImmutableArray<string>.Empty : [$"its own words: \"{words.Words}\""], anchor]);
        if (words is null) return new Evidence("date", when, [anchor, basis.Resolved.When is null ? "no date words belong to it, and it is background or expected" : "no date words belong to it: it happened no later than it was told"]);
        string rule = words.Value switch
        {
            _ when words.Value.Contains('/', StringComparison.Ordinal) => "a range of days",
            _ when words.Value.StartsWith("UNDEF-REF-", StringComparison.Ordinal) => "counted from the day last spoken of",
            _ when words.Value.StartsWith("UNDEF-", StringComparison.Ordinal) => "relative to the day of telling",
            _ when words.Value.StartsWith("XXXX-W", StringComparison.Ordinal) => "a day of the week beside the day of telling",
            _ when words.Value.StartsWith("XXXX-", StringComparison.Ordinal) => "a date without its year: the one nearest to the day of telling",
            _ => "a full date",
        };
        string direction = basis.Resolved.Claim.Stance == Model.Record.Stance.Expects ? "forwards, since it is expected" : "backwards, since it is told as past";
        return new Evidence("date", when,
            [$"\"{words.Words}\" is TIMEX3 {words.Value}: {rule}", basis.CountedFrom is { } from ? $"counted {direction}, from {Day(from)}" : "no day to count from", anchor, .. basis.Resolved.Dated ? ImmutableArray<string>.Empty : ["the words name no day that can be placed: the day of telling bounds it"]]);
    }

    private static Evidence Place(string report, PlaceMention mention, ResolutionBasis basis)
    {
        PlaceExplanation told = basis.Places.Explain(report, mention);
        var details = ImmutableArray.CreateBuilder<string>();
        details.Add($"words \"{mention.Words}\" ({mention.Form.ToString().ToLowerInvariant()}){(mention.Near ? ", near it" : "")}; hint: {(mention.Hint is { } hint ? $"\"{hint}\"" : "none")}");
        if (mention.Carried) details.Add("carried: its own sentence names no place, and this one was told of the same event, or of what it goes on with, before");
        if (mention.Form != PlaceForm.Name) details.Add(told.Name is null ? "goes back to no place of its kind in the report" : "goes back to the place of its kind named before it, else after it");
        else if (told.Choice is not { } choice) details.Add("no gazetteer entry has this name");
        else
        {
            if (basis.Countries.Count > 0) details.Add("the report speaks of " + string.Join(", ", basis.Countries.OrderByDescending(country => country.Value).ThenBy(country => country.Key, StringComparer.Ordinal).Take(CandidatesMax).Select(country => string.Create(CultureInfo.InvariantCulture, $"{country.Key} {country.Value}"))));
            foreach (PlaceCandidate candidate in choice.Candidates.Take(CandidatesMax)) details.Add(Candidate(candidate));
            if (choice.Candidates.Count > CandidatesMax) details.Add(string.Create(CultureInfo.InvariantCulture, $"and {choice.Candidates.Count - CandidatesMax} more that score less"));
            if (choice.Doubt is { } doubt) details.Add("the best is not believed: " + doubt);
            if (told.Given is { } given && (choice.Doubt is not null || given != choice.Candidates[0].Place)) details.Add("what most reports of the story mean by the name is taken");
        }
        if (told.Given is null && told.Around is { } around) details.Add($"placed beside {around.Name}, which the text puts it in or names nearest");
        string says = told.Name is null ? "none" : told.Given is { } entry ? Entry(entry) : $"{told.Name}, {(told.Around is null ? "unplaced" : "near " + told.Around.Name)}";
        return new Evidence("place", says, details.DrainToImmutable());
    }

    private static string Candidate(PlaceCandidate one) => string.Create(CultureInfo.InvariantCulture,
        $"{one.Score:0.00} {Entry(one.Place)}: prior {one.Prior:0.00}, country share {one.CountryShare:0.00}, division share {one.DivisionShare:0.00}, nearness {one.Nearness:0.00}{(one.OwnGain > 0 ? string.Create(CultureInfo.InvariantCulture, $", own gain {one.OwnGain:0.00}") : "")}, {(one.Exact ? "exact" : "similar")} {(one.OwnName ? "name" : "alternate name")}{one.Hinted switch { true => ", hint agrees", false => ", hint disagrees", null => "" }}");

    private static string Entry(GazetteerPlace place) => string.Create(CultureInfo.InvariantCulture,
        $"{place.Name} ({string.Join(", ", new[] { place.Admin1, place.Country }.Where(part => part.Length > 0))}; {place.FeatureCode}, {place.Population} people, {place.Latitude:0.0000} {place.Longitude:0.0000}{(place.Id > 0 ? $", GeoNames {place.Id}" : "")}{(place.Own ? ", own gazetteer" : "")})");

    private Evidence Actor(string part, ActorMention mention, string? id, ResolutionBasis basis)
    {
        string described = $"words \"{mention.Words}\" ({mention.Form.ToString().ToLowerInvariant()}); name {mention.Name ?? "-"}, noun {mention.Noun ?? "-"}, country {mention.Country ?? "-"}, body {mention.Body ?? "-"}";
        if (id is null) return new Evidence(part, "nobody who can be told", [described]);
        (string key, string name, string? learnt) = basis.Actors.Explain(id, mention.Name);
        var details = ImmutableArray.CreateBuilder<string>();
        details.Add(described);
        if (ActorWords.IsPossessed(mention)) details.Add("the words say whose they are: those of the one who acts in the same clause, else of the speaker");
        if (learnt is not null) details.Add($"a report itself gives \"{mention.Name}\" as another name of \"{learnt}\"");
        int slash = key.IndexOf('/', StringComparison.Ordinal);
        string listed = key[(slash + 1)..];
        details.Add(key[..slash] switch
        {
            "known" => ListRow.Of(data, "actors.tsv", row => row[0] == listed) ?? ListRow.Of(data, "newsrooms.tsv", row => row[0] == listed) ?? "a listed actor",
            "person" => "a person: all reports' mentions of the full name and its last name are one",
            "state" => "a state, by its name or its capital (data/countries.tsv)",
            "nation" => "a state's body, by nationality and noun" + (mention.Country is null ? "; the nation is the one last spoken of, else the report's main country" : ""),
            "name" => "a name that is not listed: every mention of it is one actor",
            "thing" => "a thing, not a party",
            "allies" => "the allies of who was named before",
            _ => "without a name: one entry for the description within the dispatch",
        });
        if (mention.Name is { } alias && known.Find(alias).Count > 1) details.Add("several listed actors have this name; the one at home in the report's countries is taken");
        return new Evidence(part, $"{name} ({id})", details.DrainToImmutable());
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
