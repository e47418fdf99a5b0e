using System.Collections.Immutable;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Clean.Html;
using Sitrep.Pipeline.Clean.Lists;
using Sitrep.Pipeline.Clean.Metadata;
using Sitrep.Pipeline.Clean.Zones;

namespace Sitrep.Pipeline.Clean;

/// <summary>A run-in dateline and where its paragraph starts in the clean text.</summary>
internal sealed record FoundDateline(RunInDateline Read, int Start, TextSpan Span);

/// <summary>Blocks with their kinds → the report: zones, dateline, bylines, photos, who published it when.</summary>
internal sealed class ReportBuilder(CaptionReader captions, DatelineReader datelines, OutletReader outlets, AgencyReader agencies, PublishedReader days, BylineReader bylines, CueList cues)
{
    /// <summary>Paragraphs in which the dateline is looked for; a caption or a standfirst may be taken for body before it.</summary>
    private const int DatelineWithin = 4;

    public Report Build(RawReport raw, string text, OffsetMap map, List<Block> blocks, HashSet<int> comments, PageMetadata? page)
    {
        SuppliedMetadata supplied = raw.Supplied;
        (ImmutableArray<Zone> zones, FoundDateline? run, List<FoundDateline> further) = Zones(text, blocks, comments);
        string? url = supplied.Url ?? page?.Url;
        Block? headline = blocks.TakeWhile(block => block.Kind != ZoneKind.Body).FirstOrDefault(block => block.Kind == ZoneKind.Headline);
        string? title = Clean(supplied.Title) ?? headline?.Words ?? Clean(page?.Title);
        string? beside = blocks.Where(block => block.Kind == ZoneKind.Byline && block.Count <= 12).Select(block => bylines.OutletBeside(block.Words)).FirstOrDefault(name => name is not null);
        string? outlet = outlets.Read(supplied, page, url, blocks, beside);
        (string? agency, TextSpan? basis) = agencies.Read(supplied, outlet, run, blocks, zones, text);
        WrittenDate? lined = run?.Read.Date is null ? DatedLine(blocks) : null;
        (DateOnly? published, DateBasis publishedBasis) = days.Read(raw, page, url, blocks, run, lined, text);
        ImmutableArray<Dateline> more = further.Count == 0 ? days.Entries(blocks) : [.. further.Select(next => new Dateline(next.Read.Place, next.Read.Date is not { } date ? null : date.Date ?? (published is { } near ? date.Beside(near) : null), next.Span)).Where(next => next.Date is not null)];
        // A bulletin is not out before its last release.
        if (publishedBasis == DateBasis.Dateline && more.Max(next => next.Date) is { } last && last > published) published = last;
        ImmutableArray<string> names = Bylines(supplied, page, blocks);
        Dateline? dateline = null;
        if (run is not null && (run.Read.Place is not null || run.Read.Date is not null))
        {
            DateOnly? day = run.Read.Date is not { } date ? null : date.Date ?? (published is { } near ? date.Beside(near) : null);
            dateline = new Dateline(run.Read.Place, day, run.Span);
        }
        DateOnly? written = lined is not { } onLine ? null : onLine.Date ?? (published is { } issued ? onLine.Beside(issued) : null);
        if (dateline?.Place is null && PlaceLine(blocks) is { } line) dateline = new Dateline(line.Place, dateline?.Date ?? written, dateline?.Span ?? line.Span);
        ImmutableArray<Photo> photos = [.. zones.Where(zone => zone.Kind == ZoneKind.Caption).Select(zone => captions.Read(zone.Span, zone.Span.Of(text)))];
        return new Report(raw.Id, raw.Input, raw.Sha256, raw.Markup, raw.Received, text, map, title, outlet, url, agency, basis, names, dateline, published, publishedBasis, zones, photos)
        {
            Provenance = supplied.Provenance ?? Provenance.None,
            Further = more,
        };
    }

    private (ImmutableArray<Zone>, FoundDateline?, List<FoundDateline>) Zones(string text, List<Block> blocks, HashSet<int> comments)
    {
        var zones = ImmutableArray.CreateBuilder<Zone>(blocks.Count + 1);
        FoundDateline? found = null;
        var further = new List<FoundDateline>();
        int body = 0;
        for (int i = 0; i < blocks.Count; i++)
        {
            (ZoneKind kind, TextSpan span) = (blocks[i].Kind ?? ZoneKind.Boilerplate, blocks[i].Span);
            if (kind == ZoneKind.Comment && !comments.Contains(i) && zones.Count > 0 && zones[^1].Kind == ZoneKind.Comment && comments.Count > 0)
            {
                zones[^1] = new Zone(kind, new TextSpan(zones[^1].Span.Start, span.End));   // a comment's name and its paragraphs are one
                continue;
            }
            bool first = kind == ZoneKind.Body && found is null && body++ < DatelineWithin;
            if (kind == ZoneKind.Body && datelines.Read(blocks[i].Words) is { } read && (first ? !read.Weak || (body == 1 && blocks[i].EndsSentence) : IsFurther(read)))
            {
                int end = span.Start + read.End;
                int stop = end;
                while (stop > span.Start && char.IsWhiteSpace(text[stop - 1])) stop--;
                var line = new FoundDateline(read, span.Start, new TextSpan(span.Start, stop));
                if (first) found = line;
                else further.Add(line);
                zones.Add(new Zone(ZoneKind.Dateline, line.Span));
                span = new TextSpan(end, span.End);
            }
            else if (kind == ZoneKind.Body && cues.SectionEnd(blocks[i].Words) is > 0 and int opens)
            {
                zones.Add(new Zone(ZoneKind.Headline, new TextSpan(span.Start, span.Start + opens)));
                span = new TextSpan(span.Start + opens, span.End);
            }
            zones.Add(new Zone(kind, span));
        }
        return (zones.DrainToImmutable(), found, further);
    }

    // Farther down a dash stands for much else: a place and its day open a release of its own.
    private static bool IsFurther(RunInDateline read) => read is { Weak: false, Place: not null, Date: not null };

    // A line over the report that says where it was written.
    private (string Place, TextSpan Span)? PlaceLine(List<Block> blocks)
    {
        foreach (Block block in blocks)
        {
            if (block.Kind == ZoneKind.Body) return null;
            if (block.Kind != ZoneKind.Dateline) continue;
            if (datelines.DatedLine(block.Words) is { } dated) return (dated.Place, block.Span);
            if (datelines.Line(block.Words) is { } line) return (line.Place, block.Span);
        }
        return null;
    }

    private WrittenDate? DatedLine(List<Block> blocks)
    {
        foreach (Block block in blocks.TakeWhile(block => block.Kind != ZoneKind.Body)) if (block.Kind == ZoneKind.Dateline && datelines.DatedLine(block.Words) is { } line) return line.Date;
        return null;
    }

    // Who signed beside or over the report; the closing "Reporting by" only where nobody did, for it lists helpers too.
    private ImmutableArray<string> Bylines(SuppliedMetadata supplied, PageMetadata? page, List<Block> blocks)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        if (supplied.Byline is { } byline) Add(bylines.Names(byline));
        if (page is not null) foreach (string author in page.Authors) Add(bylines.Names(author));
        if (names.Count == 0) AddLines(trailers: false);
        if (names.Count == 0) AddLines(trailers: true);
        return names.DrainToImmutable();

        void AddLines(bool trailers)
        {
            foreach (Block block in blocks)
            {
                if (block.Kind == ZoneKind.Byline && block.Count <= 120 && BylineReader.IsTrailer(block.Words) == trailers) Add(bylines.Names(block.Words));
            }
        }

        void Add(IEnumerable<string> more)
        {
            foreach (string name in more) if (!names.Contains(name, StringComparer.OrdinalIgnoreCase)) names.Add(name);
        }
    }

    private static string? Clean(string? words) => string.IsNullOrWhiteSpace(words) ? null : string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
