using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Resolve.Places;

namespace Sitrep.Pipeline.Resolve.Disasters;

/// <summary>Makes one event of "a quake struck X on Friday", "the quake" and "the tremor" in the reports of one story.</summary>
/// <remarks>A disaster is told once with its day and place and a dozen times without. A telling without a day gets that of the same report's nearest
/// telling of its kind, else the day that most other reports of the same country give; one without a place, or with nothing finer than the country,
/// gets a place in the same way. "Another quake", "previous floods" and what is expected get nothing, and a named storm only what is told of that storm.</remarks>
internal sealed class DisasterStory(DisasterKinds kinds, WordSets words, StoryCountries countries, IReadOnlyDictionary<string, Place> places)
{
    /// <summary>Days that news of a disaster looks back on it without giving its day again.</summary>
    private const int LookBackDays = 30;

    /// <summary>Origin of what has no other trace than its dead: people may die of a quake for days.</summary>
    private const string CrowdOrigin = "crowd";

    private sealed record Told(int Index, ResolvedClaim Claim, string Kind, bool Sudden, string? Name, int Start)
    {
        public string Report => Claim.Claim.ReportId;
        public Interval? Day => Claim is { Dated: true, When: { Precision: TimePrecision.Time or TimePrecision.Day or TimePrecision.Days } day } ? day : null;
    }

    /// <summary>Replaces the claims in place; those of other events stay as they are.</summary>
    /// <param name="reportOf">A report by id.</param>
    public void Tie(IList<ResolvedClaim> claims, Func<string, Report> reportOf)
    {
        var told = new List<Told>();
        var deaths = new List<Told>();
        for (int i = 0; i < claims.Count; i++)
        {
            if (claims[i].Claim is not { Event: { Background: false } reading, Stance: not Stance.Expects } claim) continue;
            if (kinds.Of(reading) is not { } kind)
            {
                if (reading.Type is EventType.Killing or EventType.Injury && KilledBy(claims[i], reportOf(claim.ReportId).Text) is { } by) deaths.Add(new Told(i, claims[i], by, true, null, reading.Trigger.Start));
                continue;
            }
            RoleMention? thing = reading.Roles.FirstOrDefault(role => role.Role == RoleKind.Instrument);
            if (IsAnother(reportOf(claim.ReportId).Text, thing?.Actor)) continue;
            told.Add(new Told(i, claims[i], DisasterKinds.Family(kind.Kind), kind.Sudden, thing is null ? null : kinds.NameIn(thing.Actor.Words), reading.Trigger.Start));
        }
        // A telling takes from those of its own report, and from those of other reports mostly about the same country.
        ILookup<(string, string), Told> inReport = told.ToLookup(one => (one.Kind, one.Report)), ofCountry = told.Where(one => one.Claim.Dated && countries.Main(one.Report) is not null).ToLookup(one => (one.Kind, countries.Main(one.Report)!));   // looked at just before
        // "Killed in Sunday's crush": where nobody dates the crush itself, it was when it killed.
        ILookup<(string, string), Told> deathsOf = deaths.Where(one => one.Day is not null && !told.Exists(other => other.Kind == one.Kind && other.Day is not null)).ToLookup(one => (one.Kind, one.Report)), deathsIn = deaths.Where(one => deathsOf[(one.Kind, one.Report)].Any() && countries.Main(one.Report) is not null).ToLookup(one => (one.Kind, countries.Main(one.Report)!));   // looked at just before
        foreach (Told one in told)
        {
            Told[] beside = [.. inReport[(one.Kind, one.Report)].Where(other => MayBeOne(one, other))];
            IEnumerable<Told> elsewhere = countries.Main(one.Report) is { } home ? ofCountry[(one.Kind, home)].Where(other => MayBeOne(one, other)) : [];
            ResolvedClaim now = claims[one.Index];
            if (one.Sudden && IsOpen(one.Claim, reportOf(one.Report).AnchorAt(one.Start)) && (DayOf(one, beside, elsewhere, reportOf) ?? DayOf(one, [.. deathsOf[(one.Kind, one.Report)]], countries.Main(one.Report) is { } land ? deathsIn[(one.Kind, land)] : [], reportOf)) is { } day) now = now with { When = day.Claim.When, Dated = true, TiedTo = day.Claim.Claim.Id };
            if (IsWide(one.Claim.Place) && PlaceOf(one, now.When, beside, elsewhere) is { } there) now = now with { Place = there.Claim.Place, TiedTo = now.TiedTo ?? there.Claim.Claim.Id };
            claims[one.Index] = now;
        }
    }

    // The one kind of sudden disaster that the sentence of those killed names.
    private string? KilledBy(ResolvedClaim claim, string text)
    {
        string[] named = [.. kinds.KindsIn(claim.Claim.Span.Of(text), word => words.Has(WordSet.DisasterVerb, word)).Distinct(StringComparer.Ordinal)];
        return named is [var only] && kinds.OriginOf(only) == CrowdOrigin ? only : null;
    }

    private static bool MayBeOne(Told one, Told other) => !ReferenceEquals(one, other) && (one.Name is null || other.Name is null || string.Equals(one.Name, other.Name, StringComparison.OrdinalIgnoreCase));

    // No day of its own, or one no nearer than "the worst this year".
    private static bool IsOpen(ResolvedClaim claim, DateOnly? anchor) =>
        !claim.Dated || claim.When is { Precision: TimePrecision.Year or TimePrecision.Month } span && anchor is { } day && span.Start <= day && day <= span.End;

    private Told? DayOf(Told one, Told[] beside, IEnumerable<Told> elsewhere, Func<string, Report> reportOf)
    {
        if (Nearest(one, [.. beside.Where(other => other.Day is not null && InOneCountry(one.Claim.Place, other.Claim.Place))]) is { } here) return here;
        if (reportOf(one.Report).AnchorAt(one.Start) is not { } published) return null;
        return elsewhere.Where(other => other.Day is { } day && day.Start <= published && day.End >= published.AddDays(-LookBackDays) && InOneCountry(one.Claim.Place, other.Claim.Place))
            .GroupBy(other => other.Day!.Start).OrderByDescending(group => group.Select(other => other.Report).Distinct(StringComparer.Ordinal).Count()).ThenByDescending(group => group.Key)   // those have days
            .FirstOrDefault()?.OrderBy(other => other.Index).First();
    }

    private Told? PlaceOf(Told one, Interval? day, Told[] beside, IEnumerable<Told> elsewhere)
    {
        bool Fits(Told other) => !IsWide(other.Claim.Place) && InOneCountry(one.Claim.Place, other.Claim.Place) && (day is null || other.Claim.When is not { } when || !other.Claim.Dated || when.DaysApart(day) <= 1);
        if (Nearest(one, [.. beside.Where(Fits)]) is { } here) return here;
        if (day is null) return null;
        return elsewhere.Where(Fits)
            .GroupBy(other => other.Claim.Place!, StringComparer.Ordinal).OrderByDescending(group => group.Select(other => other.Report).Distinct(StringComparer.Ordinal).Count()).ThenBy(group => group.Min(other => other.Index))   // what fits has a place
            .FirstOrDefault()?.First();
    }

    // The last one before, else the first one after.
    private static Told? Nearest(Told one, Told[] others) => others.Where(other => other.Start <= one.Start).MaxBy(other => other.Start) ?? others.MinBy(other => other.Start);

    private bool IsWide(string? place) => place is null || places.GetValueOrDefault(place) is not { } known || known.Precision == PlacePrecision.Country;

    private bool InOneCountry(string? one, string? other) =>
        one is null || other is null || places.GetValueOrDefault(one)?.Country is not { } first || places.GetValueOrDefault(other)?.Country is not { } second || first == second;

    // "another quake", "no new floods": not the one that was told.
    private bool IsAnother(string text, ActorMention? thing)
    {
        if (thing is null) return false;
        if (thing.Words.Split(' ').Any(IsOther)) return true;
        int end = thing.Span.Start;
        while (end > 0 && text[end - 1] == ' ') end--;
        int start = end;
        while (start > 0 && char.IsLetter(text[start - 1])) start--;
        return IsOther(text[start..end]);
    }

    private bool IsOther(string word) => words.Has(WordSet.AnotherDisaster, word.ToLowerInvariant());
}
