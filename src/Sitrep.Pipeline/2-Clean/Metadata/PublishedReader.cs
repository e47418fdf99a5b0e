using System.Collections.Immutable;
using System.Globalization;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Clean.Html;

namespace Sitrep.Pipeline.Clean.Metadata;

/// <summary>The day a report was published, and what says so.</summary>
internal sealed class PublishedReader(Dates dates, LineDates lines)
{
    public (DateOnly?, DateBasis) Read(RawReport raw, PageMetadata? page, string? url, List<Block> blocks, FoundDateline? run, WrittenDate? lined, string text) =>
        Find(raw, page, url, blocks, run, lined, text) is (var found, var basis) && found is { } day && basis == DateBasis.Text ? (DayOrder.Settle(day, blocks), basis) : (found, basis);

    private (DateOnly?, DateBasis) Find(RawReport raw, PageMetadata? page, string? url, List<Block> blocks, FoundDateline? run, WrittenDate? lined, string text)
    {
        if (Day(raw.Supplied.Published) is { } supplied) return (supplied, DateBasis.Metadata);
        DateOnly? address = Dates.InName(url), shown = page is null ? null : lines.Beside(blocks);
        if (page is not null && Marked(page.Stamps, address, shown) is { } marked) return (marked, DateBasis.Metadata);
        if (address is not null && page is not null) return (address, DateBasis.Inferred);
        if (shown is not null) return (shown, page is not null && page.Stamps.Dated.Any(words => Day(words) == shown) ? DateBasis.Metadata : DateBasis.Text);
        if (page?.Stamps.Dated.Select(Day).FirstOrDefault(day => day is not null) is { } dated) return (dated, DateBasis.Metadata);
        if (page is not null && lines.Opening(blocks) is { } opening) return (opening, DateBasis.Text);
        (DateOnly? line, DateOnly? changed) = lines.First(blocks, saved: page is null);
        if (line is not null) return (line, DateBasis.Text);
        // "date 2017-11-10 BEIRUT (Reuters) -": a date line that lost its line.
        if (run is not null && dates.Find(text, run.Start, run.Span.End, whole: true) is { } lead && lead.End - run.Start < 40 && run.Read.Place is { } place
            && text.IndexOf(place, run.Start, StringComparison.Ordinal) > lead.Start) return (lead.Date, DateBasis.Text);
        DateOnly? named = address ?? Dates.InName(raw.Input);
        if ((run?.Read.Date ?? lined ?? lines.Title(text)) is { } filed)
        {
            DateOnly? near = filed.Date ?? named ?? changed ?? LineDates.ReleaseMonth(text) ?? lines.Latest(blocks);
            if (near is { } known) return (filed.Beside(known), DateBasis.Dateline);
        }
        if (changed is not null) return (changed, DateBasis.Text);
        if (page is null && lines.Headed(blocks) is { } headed) return (headed, DateBasis.Text);
        if (page?.Stamps.Changed.Select(Day).FirstOrDefault(day => day is not null) is { } late) return (late, DateBasis.Metadata);
        named ??= page is null ? null : ScriptDates.Find(raw.Received, Day) ?? Dates.InName(page.Image) ?? lines.LastChange(blocks);
        named ??= lines.Standing(blocks);
        return named is not null ? (named, DateBasis.Inferred) : (null, DateBasis.Unknown);
    }

    /// <summary>"2:11 a.m., October 17, 2017" over each entry of a live page: the day of what stands below it, down to the next. Empty where fewer than two such lines stand in the text.</summary>
    public ImmutableArray<Dateline> Entries(List<Block> blocks)
    {
        var entries = ImmutableArray.CreateBuilder<Dateline>();
        for (int i = 0; i + 1 < blocks.Count; i++)
        {
            if (blocks[i].Kind != ZoneKind.Dateline || lines.OfEntry(blocks[i].Words) is not { } day || !blocks.Skip(i + 1).TakeWhile(block => block.Kind != ZoneKind.Dateline).Any(block => block.Kind == ZoneKind.Body)) continue;
            entries.Add(new Dateline(null, day, blocks[i].Span));
        }
        return entries.Count > 1 ? entries.DrainToImmutable() : [];
    }

    // Servers write universal time; the address and the page itself show the day on the newsroom's clock.
    private DateOnly? Marked(PageStamps stamps, DateOnly? address, DateOnly? shown)
    {
        if (stamps.Published.Select(words => (Words: words, Day: Day(words))).FirstOrDefault(stamp => stamp.Day is not null) is not { Day: { } day } first) return null;
        if (address is { } there && IsNext(there, day)) return there;
        if (!IsUniversal(first.Words)) return day;
        foreach (string words in stamps.Published.Concat(stamps.Dated))
        {
            if (!IsUniversal(words) && Day(words) is { } local && (local == day || IsNext(local, day))) return local;
        }
        return shown is { } visible && IsNext(visible, day) ? visible : day;
    }

    private static bool IsNext(DateOnly a, DateOnly b) => Math.Abs(a.DayNumber - b.DayNumber) == 1;

    private static bool IsUniversal(string words) =>
        words.EndsWith('Z') || words.EndsWith("+00:00", StringComparison.Ordinal) || words.EndsWith("+0000", StringComparison.Ordinal) || words.EndsWith("GMT", StringComparison.Ordinal) || words.EndsWith("UTC", StringComparison.Ordinal) || words.All(char.IsAsciiDigit);

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
