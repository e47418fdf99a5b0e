namespace Sitrep.Eval.Stories;

/// <summary>Checks what a report must not do. Each sentence of the gold is mapped to a check by its key words; eval/README.md lists them.</summary>
internal sealed class Prohibitions(Story story)
{
    /// <summary>Violations of one sentence of the gold; null when no check is known for it.</summary>
    public IReadOnlyList<string>? Check(string sentence)
    {
        string words = sentence.ToLowerInvariant();
        if (Has(words, "two sources", "two tellings", "separate sources", "independent sources", "twice")) return CopiesCountedTwice(sentence);
        if (Has(words, "comment")) return ReadFrom("comment", report => report.ReaderComments);
        if (Has(words, "caption")) return ReadFrom("caption", report => report.PhotoCaptions);
        if (Has(words, "instead of") && Has(words, "date ")) return WrongDay(sentence);
        if (Has(words, "expected", "forecast", "predicted", "planned") && Has(words, "happened")) return ForecastsAsFacts();
        return Has(words, "denial", "denied", "denies") ? DenialsAsAffirmations() : null;
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
        string[] named = [.. Named(sentence)];
        IEnumerable<string[]> groups = named.Length > 1 ? [named] : story.Gold.SameText;
        return [.. groups.Where(group => group.Select(id => story.Record.ReportOf(id)?.Dispatch).Distinct().Count() > 1)
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

    /// <summary>"date 'WORD' of REPORT as DAY or DAY instead of DAY": no event told in a sentence with WORD is dated to a wrong DAY.</summary>
    private List<string>? WrongDay(string sentence)
    {
        string? word = Between(sentence, '\'');
        int instead = sentence.IndexOf("instead of", StringComparison.OrdinalIgnoreCase);
        int dated = sentence[..instead].LastIndexOf(" as ", StringComparison.Ordinal);
        if (word is null || dated < 0 || Named(sentence).FirstOrDefault() is not { } id || story.Record.ReportOf(id) is not { } report) return null;
        Days[] wrong = [.. sentence[dated..instead].Split([' ', ',', '.', ';'], StringSplitOptions.RemoveEmptyEntries).Select(Days.Parse).OfType<Days>()];
        if (wrong.Length == 0 || !story.Received.TryGetValue(report.Id, out string? text)) return null;
        return [.. story.Record.Claims
            .Where(claim => claim.Report == report.Id && SentenceAround(text, claim).Contains(word, StringComparison.OrdinalIgnoreCase))
            .Select(claim => (Claim: claim, When: story.Record.Event(claim.About)?.When))
            .Where(pair => wrong.Any(day => pair.When == day))
            .Select(pair => $"dated {pair.When}: {story.Describe(pair.Claim)}")];
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

    private IEnumerable<string> Named(string sentence) =>
        sentence.Split([' ', ',', ';', ':', '(', ')', '\''], StringSplitOptions.RemoveEmptyEntries).Where(word => story.Gold.Reports.Any(report => report.Id == word));

    private static string? Between(string text, char mark)
    {
        int open = text.IndexOf(mark, StringComparison.Ordinal), close = open < 0 ? -1 : text.IndexOf(mark, open + 1);
        return close < 0 ? null : text[(open + 1)..close];
    }

    private static string SentenceAround(string text, ClaimView claim)
    {
        // Offsets are code points; a text with characters beyond the first plane shifts by a few, which a sentence survives.
        int from = Math.Clamp(claim.Start, 0, text.Length), to = Math.Clamp(claim.End, from, text.Length);
        while (from > 0 && text[from - 1] is not ('\n' or '!' or '?') && !(text[from - 1] == '.' && from < text.Length && text[from] == ' ')) from--;
        while (to < text.Length && text[to] is not ('\n' or '!' or '?') && !(text[to] == '.' && (to + 1 == text.Length || char.IsWhiteSpace(text[to + 1])))) to++;
        return text[from..to];
    }
}
