using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Ingest;

namespace Sitrep.Eval.Pages;

/// <summary>Web pages through stages 1 and 2. All page sets read them here, in one way.</summary>
internal static class PageReader
{
    /// <summary>Says nothing about the page: names of files may hold its address or its day.</summary>
    private const string Name = "page.html";

    /// <returns>Null when the page was set aside.</returns>
    public static Report? Read(byte[] page)
    {
        RawReport? raw = new InputReader(follow: null).Read(Name, page, Origin.Unknown).Select(item => item.Report).FirstOrDefault();
        return raw is null ? null : Product.OrNull(() => Product.Clean.Clean(raw).Report);
    }

    /// <summary>The article: its body and the cross-heads in it, with a dateline that was run into it; one line a paragraph. Empty when the page was set aside.</summary>
    public static string Article(Report? report)
    {
        if (report is null) return "";
        var paragraphs = new List<string>();
        for (int i = 0; i < report.Zones.Length; i++)
        {
            (ZoneKind kind, TextSpan span) = (report.Zones[i].Kind, report.Zones[i].Span);
            if (kind != ZoneKind.Body && (kind != ZoneKind.Headline || paragraphs.Count == 0)) continue;
            bool runIn = i > 0 && report.Zones[i - 1].Kind == ZoneKind.Dateline && !report.Text.AsSpan(report.Zones[i - 1].Span.End, span.Start - report.Zones[i - 1].Span.End).Contains('\n');
            paragraphs.Add((runIn ? new TextSpan(report.Zones[i - 1].Span.Start, span.End) : span).Of(report.Text));
        }
        return string.Join('\n', paragraphs);
    }
}
