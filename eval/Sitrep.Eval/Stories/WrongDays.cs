namespace Sitrep.Eval.Stories;

/// <summary>Checks sentences of two forms: "date 'WORD' of REPORT … as DAY or DAY instead of DAY" and
/// "date 'WORD' of REPORT [or ['WORD'] of REPORT] as anything but DAY [and DAY]".</summary>
internal static class WrongDays
{
    /// <summary>Violations; null when the sentence has another form, or names a report that is not in the record.</summary>
    public static IReadOnlyList<string>? Check(Story story, string sentence)
    {
        if (Pairs(story, sentence) is not { Count: > 0 } pairs) return null;
        if (After(sentence, "anything but") is { Count: > 0 } right)
        {
            return [.. pairs.SelectMany((pair, i) => Dated(story, pair.Word, pair.Report)
                .Where(told => IsSlip(told.When, right[right.Count == pairs.Count ? i : 0], pair.Report))
                .Select(told => $"dated {told.When}: {story.Describe(told.Claim)}"))];
        }
        int instead = sentence.IndexOf("instead of", StringComparison.OrdinalIgnoreCase);
        int dated = instead < 0 ? -1 : sentence[..instead].LastIndexOf(" as ", StringComparison.Ordinal);
        if (dated < 0) return null;
        List<Days> wrong = After(sentence[..instead], " as ");
        return [.. pairs.SelectMany(pair => Dated(story, pair.Word, pair.Report))
            .Where(told => wrong.Contains(told.When)).Select(told => $"dated {told.When}: {story.Describe(told.Claim)}")];
    }

    /// <summary>Another date of the same weekday, or the day the copy was posted: what comes out when the wrong day is counted from.
    /// Other days may belong to other events of the same sentence.</summary>
    private static bool IsSlip(Days when, Days right, ReportView report) =>
        when.Length == 1 && when != right
        && ((when.Start.DayOfWeek == right.Start.DayOfWeek && Math.Abs(when.Start.DayNumber - right.Start.DayNumber) <= 14) || Days.Parse(report.Published) == when);

    private static IEnumerable<(ClaimView Claim, Days When)> Dated(Story story, string word, ReportView report) =>
        from claim in story.Record.Claims
        where claim.Report == report.Id && story.Received.TryGetValue(report.Id, out string? text) && SentenceAround(text, claim).Contains(word, StringComparison.OrdinalIgnoreCase)
        let when = story.Record.Event(claim.About)?.When
        where when is not null
        select (claim, when);

    private static List<(string Word, ReportView Report)> Pairs(Story story, string sentence)
    {
        var pairs = new List<(string, ReportView)>();
        string? word = null;
        string[] parts = sentence.Split('\'');
        for (int i = 0; i < parts.Length; i++)
        {
            if (i % 2 == 1) word = parts[i];
            else if (word is not null) pairs.AddRange(Prohibitions.Named(story, parts[i]).Select(story.Record.ReportOf).OfType<ReportView>().Select(report => (word, report)));
        }
        return pairs;
    }

    private static List<Days> After(string sentence, string mark)
    {
        int at = sentence.LastIndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? [] : [.. sentence[(at + mark.Length)..].Split([' ', ',', '.', ';'], StringSplitOptions.RemoveEmptyEntries).Select(Days.Parse).OfType<Days>()];
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
