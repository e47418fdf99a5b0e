namespace Sitrep.Eval.Stories;

/// <summary>Checks what a report must not do. Each sentence of the gold is mapped to a check by its key words; eval/README.md lists them.</summary>
internal sealed class Prohibitions(Story story)
{
    /// <summary>A province of the same name has its centre up to this far away, in kilometres.</summary>
    private const double MisplacedMin = 200;

    /// <summary>Violations of one sentence of the gold; null when no check is known for it.</summary>
    public IReadOnlyList<string>? Check(string sentence)
    {
        string words = sentence.ToLowerInvariant();
        if (Has(words, "two sources", "two tellings", "more than one telling", "independent sources")) return CopiesCountedTwice(sentence);
        if (Has(words, "reader comment", "reader's comment", "readers' comment")) return ReadFrom("comment", report => report.ReaderComments);
        if (Has(words, "caption")) return ReadFrom("caption", report => report.PhotoCaptions);
        if (words.StartsWith("date '", StringComparison.Ordinal)) return WrongDays.Check(story, sentence);
        if ((Has(words, "expected", "forecast", "predicted", "planned") && Has(words, "happened")) || Has(words, "only feared", "only expected")) return ForecastsAsFacts();
        if (Has(words, "denial") && Has(words, "affirmations")) return DenialsAsAffirmations();
        if (words.StartsWith("merge the", StringComparison.Ordinal) && Has(words, " with that of ")) return Merged();
        if (words.StartsWith("place ", StringComparison.Ordinal)) return Misplaced(sentence);
        return words.StartsWith("give control of a place", StringComparison.Ordinal)
            ? [.. story.Record.Control.Where(span => span.State != "unknown").Select(span => $"{story.Record.Place(span.Place)?.Names[0]} {span.State} {span.When}")] : null;
    }

    private static bool Has(string words, params ReadOnlySpan<string> any)
    {
        foreach (string one in any)
        {
            if (words.Contains(one, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    private List<string> CopiesCountedTwice(string sentence)
    {
        string[] named = [.. Named(story, sentence)];
        string[][] groups = [.. story.Gold.SameText.Where(group => named.Length == 0 || group.Any(named.Contains))];
        return [.. (groups.Length > 0 ? groups : [named]).Where(group => group.Select(id => story.Record.ReportOf(id)?.Dispatch).Distinct().Count() > 1)
            .Select(group => $"{string.Join(" and ", group)} stand in different dispatches")];
    }

    /// <summary>Claims at words of such a zone, and reports in which the zones were not even found.</summary>
    private List<string> ReadFrom(string kind, Func<GoldReport, int?> expected)
    {
        var violations = new List<string>();
        foreach (ReportView report in story.Record.Reports)
        {
            ZoneView[] zones = [.. report.Zones.Where(zone => zone.Kind == kind)];
            violations.AddRange(story.Record.Claims
                .Where(claim => claim.Report == report.Id && zones.Any(zone => claim.Start < zone.End && zone.Start < claim.End))
                .Select(claim => $"read from a {kind}: {story.Describe(claim)}"));
        }
        foreach (GoldReport gold in story.Gold.Reports)
        {
            // Zones that were missed may have been read as the article; half of them is the least that shows the kind is known.
            int least = kind == "comment" ? 1 : ((expected(gold) ?? 0) + 1) / 2;
            if (expected(gold) is > 0 && story.Record.ReportOf(gold.Id) is { } report && report.Zones.Count(zone => zone.Kind == kind) < least)
            {
                violations.Add($"report {gold.Id} has {expected(gold)} {kind}s, found {report.Zones.Count(zone => zone.Kind == kind)}: the rest may be read as the article");
            }
        }
        return violations;
    }

    private List<string> ForecastsAsFacts() =>
        [.. from gold in story.Gold.Events.Where(EventTypes.IsForecast)
            from claim in gold.Claims
            from read in story.Record.Claims
            where claim.QuoteHas is not null && read.Stance == "affirms" && story.IsReport(claim.Report, read) && story.HasWords(claim.QuoteHas, read)
                && story.Record.Event(read.About) is { Expected: false, Type: not ("statement" or "declaration") }
            select $"told as fact: {story.Describe(read)}"];

    private List<string> DenialsAsAffirmations() =>
        [.. from gold in story.Gold.Events
            from claim in gold.Claims.Where(claim => claim.Stance == "denies" && claim.QuoteHas is not null)
            from read in story.Record.Claims
            where read.Stance == "affirms" && story.IsReport(claim.Report, read) && story.HasWords(claim.QuoteHas, read)
                && story.Record.Event(read.About) is { } about && EventTypes.Allows(gold, about.Type)
                && (gold.Place is null || about.Place is null || story.IsPlace(gold.Place, about.Place))
            select $"a denial read as an affirmation: {story.Describe(read)}"];

    /// <summary>Events of the record that stand for two events of the gold with no day in common.</summary>
    private List<string> Merged()
    {
        var matcher = new EventMatcher(story);
        GoldEvent[] dated = [.. story.Gold.Events.Where(gold => gold.When.Length > 0)];
        return [.. from first in dated
                   from second in dated
                   where string.CompareOrdinal(first.Id, second.Id) < 0 && !first.When.Any(day => second.When.Any(day.Overlaps))
                   from both in matcher.Matches(first).IntersectBy(matcher.Matches(second).Select(one => one.Id), one => one.Id)
                   select $"{first.Id} and {second.Id} are one: {story.Describe(both)}"];
    }

    /// <summary>Places of a name the sentence mentions that lie far from where the gold has it.</summary>
    private List<string> Misplaced(string sentence) =>
        [.. from near in story.Gold.Near
            where sentence.Contains(near.Key, StringComparison.OrdinalIgnoreCase)
            from place in story.Record.Places
            where place is { Lat: not null, Lon: not null } && story.Places.MatchPlace(near.Key, place.Names)
            let away = Story.Kilometres(near.Value.Lat, near.Value.Lon, place.Lat ?? 0, place.Lon ?? 0)
            where away > MisplacedMin
            select string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{place.Id} {place.Names[0]} lies {away:0} km away")];

    public static IEnumerable<string> Named(Story story, string sentence) =>
        sentence.Split([' ', ',', ';', ':', '(', ')', '\''], StringSplitOptions.RemoveEmptyEntries).Where(word => story.Gold.Reports.Any(report => report.Id == word));
}
