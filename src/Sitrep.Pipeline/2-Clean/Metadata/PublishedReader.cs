using System.Globalization;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Clean.Html;

namespace Sitrep.Pipeline.Clean.Metadata;

/// <summary>The day a report was published, and what says so.</summary>
internal sealed class PublishedReader(Dates dates)
{
    /// <summary>Words of a line beside the report in which a date is believed to be the report's own.</summary>
    private const int LongestLine = 24;

    public (DateOnly?, DateBasis) Read(RawReport raw, PageMetadata? page, string? url, List<Block> blocks, FoundDateline? run, string text)
    {
        if (Day(raw.Supplied.Published) is { } supplied) return (supplied, DateBasis.Metadata);
        if (Day(page?.Published) is { } marked) return (marked, DateBasis.Metadata);
        DateOnly? changed = null;
        foreach (Block block in blocks)
        {
            if (block.Kind == ZoneKind.Comment) break;
            bool own = block.Kind == ZoneKind.Dateline || block.Kind is ZoneKind.Byline or ZoneKind.Boilerplate or ZoneKind.Credit or ZoneKind.Related && block.Count <= LongestLine;
            if (!own || Line(block.Words) is not { } line) continue;
            if (!line.Changed) return (line.Day, DateBasis.Text);
            if (block.Kind is ZoneKind.Dateline or ZoneKind.Byline) changed ??= line.Day;
        }
        // "date 2017-11-10 BEIRUT (Reuters) -": a date line that lost its line.
        if (run is not null && dates.Find(text, run.Start, run.Span.End, whole: true) is { } lead && lead.End - run.Start < 40 && run.Read.Place is { } place
            && text.IndexOf(place, run.Start, StringComparison.Ordinal) > lead.Start) return (lead.Date, DateBasis.Text);
        DateOnly? named = Dates.InName(url) ?? Dates.InName(raw.Input);
        if (run?.Read.Date is { } filed)
        {
            DateOnly? near = filed.Date ?? named ?? changed ?? AnyDate(blocks);
            if (near is { } known) return (filed.Beside(known), DateBasis.Dateline);
        }
        if (changed is not null) return (changed, DateBasis.Text);
        return named is not null ? (named, DateBasis.Inferred) : (null, DateBasis.Unknown);
    }

    // The first date of a line that is not the day of a change; else that one.
    private (DateOnly Day, bool Changed)? Line(string words)
    {
        (DateOnly Day, bool Changed)? changed = null;
        int from = 0;
        for (int n = 0; n < 6 && dates.Find(words, from, whole: true) is { Date: { } day } found; n++)
        {
            string label = words[from..found.Start].ToLowerInvariant();
            int old = Math.Max(label.LastIndexOf("publish", StringComparison.Ordinal), Math.Max(label.LastIndexOf("creat", StringComparison.Ordinal), label.LastIndexOf("posted", StringComparison.Ordinal)));
            int late = Math.Max(label.LastIndexOf("updated", StringComparison.Ordinal), label.LastIndexOf("modified", StringComparison.Ordinal));
            if (late <= old) return (day, false);
            changed ??= (day, true);
            from = found.End;
        }
        return changed;
    }

    // The latest full date of the body: a report does not know the days after its own, and seldom names much older ones last.
    private DateOnly? AnyDate(List<Block> blocks)
    {
        DateOnly? latest = null;
        foreach (Block block in blocks)
        {
            if (block.Kind is not (ZoneKind.Body or ZoneKind.Headline or ZoneKind.Credit or ZoneKind.Byline or ZoneKind.Caption)) continue;
            for (int from = 0; dates.Find(block.Words, from, whole: true) is { } found; from = found.End)
            {
                if (latest is null || found.Date > latest) latest = found.Date;
            }
        }
        return latest;
    }

    private DateOnly? Day(string? written)
    {
        if (string.IsNullOrWhiteSpace(written)) return null;
        string words = written.Trim();
        // ISO 8601 with its zone: the day on the sender's clock.
        if (dates.Find(words, whole: true) is { } found) return found.Date;
        if (Dates.InName(words) is { } run) return run;
        if (!long.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)) return null;
        if (seconds > 100_000_000_000) seconds /= 1000;
        return seconds is > 0 and < 4_102_444_800 ? DateOnly.FromDateTime(DateTime.UnixEpoch.AddSeconds(seconds)) : null;
    }
}
