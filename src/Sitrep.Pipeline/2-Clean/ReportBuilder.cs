using System.Collections.Immutable;
using System.Globalization;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Clean.Html;
using Sitrep.Pipeline.Clean.Lists;
using Sitrep.Pipeline.Clean.Zones;

namespace Sitrep.Pipeline.Clean;

/// <summary>Blocks with their kinds → the report: zones, dateline, bylines, photos, who published it when.</summary>
internal sealed class ReportBuilder(NewsroomList newsrooms, Dates dates, CaptionReader captions, BylineReader bylines, DatelineReader datelines)
{
    /// <summary>Paragraphs in which the dateline is looked for; a caption or a standfirst may be taken for body before it.</summary>
    private const int DatelineWithin = 4;

    private sealed record FoundDateline(RunInDateline Read, int Start, TextSpan Span);

    public Report Build(RawReport raw, string text, OffsetMap map, List<Block> blocks, HashSet<int> comments, PageMetadata? page)
    {
        SuppliedMetadata supplied = raw.Supplied;
        (ImmutableArray<Zone> zones, FoundDateline? run) = Zones(text, blocks, comments);
        string? url = supplied.Url ?? page?.Url;
        Block? headline = blocks.Find(block => block.Kind == ZoneKind.Headline);
        string? title = Clean(supplied.Title) ?? headline?.Words ?? Clean(page?.Title);
        Newsroom? site = newsrooms.At(url);
        string? outlet = Usual(supplied.Outlet) ?? site?.Name ?? Usual(page?.Outlet) ?? Masthead(blocks);
        ImmutableArray<string> names = Bylines(supplied, page, blocks);
        (string? agency, TextSpan? basis) = Agency(supplied, outlet, run, blocks, zones, text);
        (DateOnly? published, DateBasis publishedBasis) = Published(raw, page, url, blocks, run, text);
        Dateline? dateline = null;
        if (run is not null && (run.Read.Place is not null || run.Read.Date is not null))
        {
            DateOnly? day = run.Read.Date is not { } date ? null : date.Date ?? (published is { } near ? date.Beside(near) : null);
            dateline = new Dateline(run.Read.Place, day, run.Span);
        }
        ImmutableArray<Photo> photos = [.. zones.Where(zone => zone.Kind == ZoneKind.Caption).Select(zone => captions.Read(zone.Span, zone.Span.Of(text)))];
        return new Report(raw.Id, raw.Input, raw.Sha256, raw.Markup, raw.Received, text, map, title, outlet, url, agency, basis, names, dateline, published, publishedBasis, zones, photos);
    }

    private (ImmutableArray<Zone>, FoundDateline?) Zones(string text, List<Block> blocks, HashSet<int> comments)
    {
        var zones = ImmutableArray.CreateBuilder<Zone>(blocks.Count + 1);
        FoundDateline? found = null;
        int body = 0;
        for (int i = 0; i < blocks.Count; i++)
        {
            (ZoneKind kind, TextSpan span) = (blocks[i].Kind ?? ZoneKind.Boilerplate, blocks[i].Span);
            if (kind == ZoneKind.Comment && !comments.Contains(i) && zones.Count > 0 && zones[^1].Kind == ZoneKind.Comment && comments.Count > 0)
            {
                zones[^1] = new Zone(kind, new TextSpan(zones[^1].Span.Start, span.End));   // a comment's name and its paragraphs are one
                continue;
            }
            if (kind == ZoneKind.Body && found is null && body++ < DatelineWithin && datelines.Read(blocks[i].Words) is { } read)
            {
                int end = span.Start + read.End;
                int stop = end;
                while (stop > span.Start && char.IsWhiteSpace(text[stop - 1])) stop--;
                found = new FoundDateline(read, span.Start, new TextSpan(span.Start, stop));
                zones.Add(new Zone(ZoneKind.Dateline, found.Span));
                span = new TextSpan(end, span.End);
            }
            zones.Add(new Zone(kind, span));
        }
        return (zones.DrainToImmutable(), found);
    }

    private ImmutableArray<string> Bylines(SuppliedMetadata supplied, PageMetadata? page, List<Block> blocks)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        void Add(IEnumerable<string> more)
        {
            foreach (string name in more) if (!names.Contains(name, StringComparer.OrdinalIgnoreCase)) names.Add(name);
        }
        if (supplied.Byline is { } byline) Add(bylines.Names(byline));
        if (page is not null) foreach (string author in page.Authors) Add(bylines.Names(author));
        foreach (Block block in blocks)
        {
            if (block.Kind == ZoneKind.Byline && block.Count <= 120) Add(bylines.Names(block.Words));
        }
        return names.DrainToImmutable();
    }

    // A dateline's agency, then the byline's, then a signature or a copyright line, then "told AFP". Photo credits name the photo's agency only.
    private (string?, TextSpan?) Agency(SuppliedMetadata supplied, string? outlet, FoundDateline? run, List<Block> blocks, ImmutableArray<Zone> zones, string text)
    {
        if (supplied.Agency is { } given && newsrooms.Named(given) is { IsAgency: true } named) return (named.Name, null);
        if (run is { Read.Agency: { } agency } && newsrooms.Named(agency) is { IsAgency: true } or { Kind: "party-media" })
        {
            return (agency, new TextSpan(run.Start + run.Read.AgencyStart, run.Start + run.Read.AgencyEnd));
        }
        foreach (Block block in blocks)
        {
            if (block.Kind == ZoneKind.Byline && bylines.Agency(block.Words) is { Room.IsAgency: true } by) return (by.Room.Name, new TextSpan(block.Span.Start + by.At, block.Span.Start + by.At + by.Length));
        }
        foreach (Block block in blocks)
        {
            if (block.Kind is ZoneKind.Body && block.Words.Length > 3 && block.Words[^1] == ')' && block.Words.LastIndexOf('(') is >= 0 and int open
                && newsrooms.Named(block.Words[(open + 1)..^1]) is { IsAgency: true } signed) return (signed.Name, new TextSpan(block.Span.Start + open + 1, block.Span.End - 1));
            if (block.Kind is not (ZoneKind.Credit or ZoneKind.Boilerplate) || block.Words.Contains("hoto", StringComparison.Ordinal) || block.Words.Contains('/', StringComparison.Ordinal)) continue;
            if (block.Kind == ZoneKind.Credit && AgencyAnywhere(block.Words) is { } credit && credit.Name != outlet) return (credit.Name, new TextSpan(block.Span.Start + credit.Start, block.Span.Start + credit.End));
            if (newsrooms.Named(block.Words.Trim('(', ')', '-', '–', '—', ' ')) is { IsAgency: true } alone && alone.Name != outlet) return (alone.Name, block.Span);
        }
        return Told(zones, text);
    }

    private (string Name, int Start, int End)? AgencyAnywhere(string words)
    {
        for (int start = 0; start < words.Length && start < 400; start++)
        {
            if (!char.IsUpper(words[start]) || (start > 0 && char.IsLetterOrDigit(words[start - 1]))) continue;
            int end = start;
            (string Name, int Start, int End)? best = null;
            for (int count = 0; count < 4 && end < words.Length; count++)
            {
                while (end < words.Length && (char.IsLetterOrDigit(words[end]) || words[end] is '-' or '\'' or '’')) end++;
                if (newsrooms.Named(words[start..end]) is { IsAgency: true } room) best = (room.Name, start, end);
                if (end < words.Length && words[end] == ' ') end++;
                else break;
            }
            if (best is not null) return best;
        }
        return null;
    }

    private (string?, TextSpan?) Told(ImmutableArray<Zone> zones, string text)
    {
        (string? name, TextSpan? at) = (null, null);
        foreach (Zone zone in zones)
        {
            if (zone.Kind != ZoneKind.Body) continue;
            string words = zone.Span.Of(text);
            for (int told = words.IndexOf("told ", StringComparison.Ordinal); told >= 0; told = words.IndexOf("told ", told + 5, StringComparison.Ordinal))
            {
                int start = told + 5;
                if (string.CompareOrdinal(words, start, "the ", 0, 4) == 0) start += 4;
                if (start >= words.Length || !char.IsUpper(words[start])) continue;
                if (AgencyAnywhere(words[start..Math.Min(words.Length, start + 40)]) is not { Start: 0 } agency) continue;
                if (newsrooms.Named(agency.Name) is { Kind: "state-media" }) continue;   // what one tells a state's agency, others quote
                if (name is not null && name != agency.Name) return (null, null);
                at ??= new TextSpan(zone.Span.Start + told, zone.Span.Start + start + agency.End);
                name = agency.Name;
            }
        }
        return (name, at);
    }

    private (DateOnly?, DateBasis) Published(RawReport raw, PageMetadata? page, string? url, List<Block> blocks, FoundDateline? run, string text)
    {
        if (Day(raw.Supplied.Published) is { } supplied) return (supplied, DateBasis.Metadata);
        if (Day(page?.Published) is { } marked) return (marked, DateBasis.Metadata);
        foreach (Block block in blocks)
        {
            if (block.Kind == ZoneKind.Comment) break;
            if (block.Kind == ZoneKind.Dateline && dates.Find(block.Words, whole: true) is { } line) return (line.Date, DateBasis.Text);
            if (block.Kind is ZoneKind.Byline or ZoneKind.Boilerplate or ZoneKind.Credit or ZoneKind.Related && block.Count <= 16 && dates.Find(block.Words, whole: true) is { } beside && !block.Words.Contains("updated", StringComparison.OrdinalIgnoreCase)) return (beside.Date, DateBasis.Text);
        }
        // "date 2017-11-10 BEIRUT (Reuters) -": a date line that lost its line.
        if (run is not null && dates.Find(text, run.Start, run.Span.End, whole: true) is { } lead && lead.End - run.Start < 40 && run.Read.Place is { } place
            && text.IndexOf(place, run.Start, StringComparison.Ordinal) > lead.Start) return (lead.Date, DateBasis.Text);
        DateOnly? named = Dates.InName(url) ?? Dates.InName(raw.Input);
        if (run?.Read.Date is { } filed)
        {
            DateOnly? near = filed.Date ?? named ?? AnyDate(blocks);
            if (near is { } known) return (filed.Beside(known), DateBasis.Dateline);
        }
        return named is not null ? (named, DateBasis.Inferred) : (null, DateBasis.Unknown);
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

    private string? Usual(string? name) => Clean(name) is { } words ? (newsrooms.Named(words) ?? newsrooms.At(words.Contains('.', StringComparison.Ordinal) && !words.Contains(' ', StringComparison.Ordinal) ? words : null))?.Name ?? words : null;

    private string? Masthead(List<Block> blocks)
    {
        foreach (Block block in blocks)
        {
            if (block.Kind is ZoneKind.Headline or ZoneKind.Body) return null;
            if (block.Kind == ZoneKind.Boilerplate && newsrooms.Named(block.Words) is { } room) return room.Name;
        }
        return null;
    }

    private static string? Clean(string? words) => string.IsNullOrWhiteSpace(words) ? null : string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
