using System.Collections.Immutable;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Clean.Html;
using Sitrep.Pipeline.Clean.Lists;
using Sitrep.Pipeline.Clean.Metadata;
using Sitrep.Pipeline.Clean.Zones;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;

namespace Sitrep.Pipeline.Clean;

/// <summary>A cleaned report, or the reason why there is none.</summary>
/// <param name="Report">Null when the input was set aside.</param>
public sealed record Cleaned(Report? Report, ImmutableArray<Problem> Problems);

/// <summary>Stage 2: raw report → clean text, zones, metadata. Pure.</summary>
public sealed class CleanStage
{
    /// <summary>Clean characters that are read for zones: about 150,000 words, a book; the rest becomes one zone.</summary>
    public const int MaxText = 1_000_000;

    /// <summary>Characters of body below which a page is read again with what it hides.</summary>
    private const int ScarceText = 400;

    private readonly CueList _cues;
    private readonly ZoneMarker _marker;
    private readonly ReportBuilder _builder;
    private readonly RunInStamps _stamps;

    /// <exception cref="IOException">A word list is missing.</exception>
    /// <exception cref="InvalidDataException">A word list is not what it should be.</exception>
    public CleanStage(DataFolder data)
    {
        ArgumentNullException.ThrowIfNull(data);
        _cues = new CueList(data);
        var newsrooms = new NewsroomList(data);
        var dates = new Dates(data);
        _stamps = new RunInStamps(dates, _cues);
        var mastheads = new MastheadReader(data, newsrooms, _cues);
        var countries = Countries.Load(data);
        var caption = new CaptionWords(data);
        var captions = new CaptionReader(caption, newsrooms, dates);
        var form = new CaptionForm(caption, dates, newsrooms);
        var bylines = new BylineReader(_cues, newsrooms, mastheads, countries);
        var datelines = new DatelineReader(_cues, newsrooms, dates, countries);
        var prose = new Prose(datelines);
        var heads = new HeadMarker(newsrooms, mastheads, form, bylines, datelines, prose);
        _marker = new ZoneMarker(_cues, dates, new GalleryMarker(captions, form, datelines), heads, bylines, prose);
        _builder = new ReportBuilder(captions, datelines, new OutletReader(newsrooms, mastheads), new AgencyReader(newsrooms, bylines, new ToldReader(newsrooms, dates)), new PublishedReader(dates, new LineDates(dates, _cues)), bylines, _cues);
    }

    public Cleaned Clean(RawReport raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        Report report;
        bool cut;
        if (raw.Markup == Markup.Html)
        {
            (report, cut) = CleanPage(raw, HtmlReader.Read(raw.Received, showHidden: false));
            int seen = BodyLength(report);
            if (seen < ScarceText && raw.Received.Length > 4 * ScarceText)
            {
                (Report whole, bool wholeCut) = CleanPage(raw, HtmlReader.Read(raw.Received, showHidden: true));
                if (BodyLength(whole) > 2 * seen) (report, cut) = (whole, wholeCut);
            }
        }
        else (report, cut) = Finish(raw, raw.Received, OffsetMap.Identity(raw.Received.Length), PlainText.Blocks(raw.Received, _stamps), null);

        var problems = ImmutableArray.CreateBuilder<Problem>();
        if (!report.Body.Any())
        {
            problems.Add(new Problem(raw.Input, null, ReasonCode.NoArticleText, $"{raw.Input}: after cleaning no sentence of a report is left ({report.Text.Length} characters of text in all). Expected an article; check that the page was saved with its text.", SetAside: true));
            return new Cleaned(null, problems.DrainToImmutable());
        }
        if (cut) problems.Add(new Problem(raw.Input, raw.Id, ReasonCode.TextTooLong, $"{raw.Input}: longer than {MaxText} characters; what follows is kept but not read. Split it into one file a report.", SetAside: false));
        if (report.PublishedBasis == DateBasis.Unknown) problems.Add(new Problem(raw.Input, raw.Id, ReasonCode.Undated, $"{raw.Input}: no published date in its text, markup or name; left out of views as of a day. Expected a date line, a dateline with its year, or a date beside the text; add one.", SetAside: false));
        return new Cleaned(report, problems.DrainToImmutable());
    }

    private (Report Report, bool Cut) CleanPage(RawReport raw, HtmlPage page) =>
        Finish(raw, page.Text, page.Map, new MainContent(_cues).Blocks(page), PageMetadata.Of(page));

    private (Report Report, bool Cut) Finish(RawReport raw, string text, OffsetMap map, List<Block> blocks, PageMetadata? metadata)
    {
        bool cut = text.Length > MaxText;
        if (cut) blocks = CutOff(blocks, text);
        HashSet<int> comments = _marker.Mark(blocks, raw.Supplied.Title ?? metadata?.Title, text);
        RescueLoneLine(blocks);
        return (_builder.Build(raw, text, map, blocks, comments, metadata), cut);
    }

    private static int BodyLength(Report report) => report.Body.Sum(span => span.Length);

    private static List<Block> CutOff(List<Block> blocks, string text)
    {
        int keep = blocks.FindIndex(block => block.Span.End > MaxText);
        if (keep < 0) return blocks;
        var kept = blocks.GetRange(0, keep);
        var rest = new TextSpan(blocks[keep].Span.Start, blocks[^1].Span.End);
        kept.Add(new Block(rest, text[rest.Start..Math.Min(rest.End, rest.Start + 1)], 0, true) { Kind = ZoneKind.Boilerplate });
        return kept;
    }

    // A post of one line without full stop is a report, not a headline without one; and the main text of a page is one whatever its form.
    private static void RescueLoneLine(List<Block> blocks)
    {
        if (blocks.Exists(block => block.Kind == ZoneKind.Body)) return;
        foreach (Block block in blocks) if (block is { Main: true, Heading: 0, Count: >= 4 } && block.Kind is ZoneKind.Headline or ZoneKind.Boilerplate) block.Kind = ZoneKind.Body;
        if (blocks.Exists(block => block.Kind == ZoneKind.Body)) return;
        Block? longest = blocks.Where(block => block.Kind is ZoneKind.Headline && block.Count >= 4).MaxBy(block => block.Count);
        if (longest is not null) longest.Kind = ZoneKind.Body;
    }
}
