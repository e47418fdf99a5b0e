using System.Globalization;
using Sitrep.Model.Reports;

namespace Sitrep.Eval.Reprints;

/// <summary>Makes copies of each kind of every base report that has no relative among the others.</summary>
internal sealed class CopyFactory(Edits edits, IReadOnlyList<BaseReport> bases, IReadOnlySet<string> related)
{
    /// <summary>Share of the words kept by a long cut, which is a reprint, and by a short one, which is an excerpt.</summary>
    private const double LongCut = 0.8, ShortCut = 0.35;

    /// <summary>Between these shares nobody need agree what a cut is; such copies are not made.</summary>
    private const double ReprintMin = 0.65, ExcerptMax = 0.55;

    /// <summary>Words of a report of which three sentences are a small part.</summary>
    private const int LongSource = 150;

    private static readonly string[] Outlets = ["Morning Mail", "The Provincial", "Lakeside Chronicle", "World in Brief", "Evening Standard-Bearer", "Northside Today"];

    public static int OutletCount => Outlets.Length;

    private readonly BaseReport[] _sources = [.. bases.Where(one => one.CanBeEdited && !related.Contains(one.Name))];

    /// <summary>Reports that lend their own words to copies of the kind "excerpt"; they are absent where these are judged.</summary>
    public IReadOnlyList<BaseReport> Hosts => [.. _sources.Where((one, i) => one.Name.EndsWith("-b", StringComparison.Ordinal) || (one.Lead is null && i % 2 == 0))];

    public IEnumerable<Copy> All()
    {
        for (int i = 0; i < _sources.Length; i++)
        {
            BaseReport one = _sources[i];
            IReadOnlyList<string> text = one.Paragraphs;
            string? agency = i % 2 == 0 ? one.Cleaned.Agency : null;
            (string Kind, string[]? Text, string? Agency)[] reprints =
            [
                ("verbatim", [.. text], agency),
                ("dropped-byline", Edits.DroppedByline(text), null),
                ("new-lead", one.Lead is { } lead ? Edits.NewLead(text, lead) : null, agency),
                ("swapped-paragraphs", Edits.Swapped(text, i), agency),
                ("respelled", edits.Respelled(text), agency),
                ("inserted-ads", edits.InsertedAds(text, i), agency),
                ("rewritten", edits.Rewritten(text), agency),
                ("encoding", Edits.Encoding(text, i), agency),
            ];
            foreach ((string kind, string[]? edited, string? named) in reprints)
            {
                if (edited is not null && Make(kind, i, edited, named, one, i % 2, CopyRelation.Reprint) is { } copy) yield return copy;
            }
            foreach (double share in (double[])[LongCut, ShortCut])
            {
                string[] cut = Edits.Cut(text, share);
                double kept = cut.Sum(CopyText.Words) / (double)text.Sum(CopyText.Words);
                if (kept is > ExcerptMax and < ReprintMin || kept > 0.99 || cut.Sum(CopyText.Words) < 40) continue;
                if (Make("cut", i, cut, agency, one, i % 2, kept >= ReprintMin ? CopyRelation.Reprint : CopyRelation.Excerpt) is { } copy) yield return copy;
            }
            if (one.Later.Count > 0 && Make("update", i, Edits.Update(text, one.Later), one.Cleaned.Agency, one, 1, CopyRelation.Update, i % 2 == 0 ? one.Cleaned.Outlet : null) is { } update) yield return update;
        }
        foreach (Copy copy in Excerpts().Concat(Patchworks())) yield return copy;
    }

    private IEnumerable<Copy> Excerpts()
    {
        IReadOnlyList<BaseReport> hosts = Hosts;
        BaseReport[] sources = [.. _sources.Except(hosts).Where(one => one.Paragraphs.Sum(CopyText.Words) >= LongSource)];
        for (int i = 0; i < hosts.Count; i++)
        {
            // Every second one is taken from the rival's story on the same event, where there is one.
            BaseReport? rival = sources.FirstOrDefault(one => hosts[i].Lead is null && one.Lead is not null && one.Name[..^1] == hosts[i].Name[..^1]);
            BaseReport from = i % 2 == 0 && rival is not null ? rival : Enumerable.Range(i * 5, sources.Length).Select(at => sources[at % sources.Length]).First(one => one.Cleaned.Agency != hosts[i].Cleaned.Agency);
            string[] page = Edits.Excerpt(hosts[i].Paragraphs, from.Paragraphs, i);
            if (Report("excerpt", i, page, hosts[i].Cleaned.Agency, Later(hosts[i].Cleaned.Published, from.Cleaned.Published)?.AddDays(1)) is { } report)
            {
                yield return new Copy("excerpt", report, [(from.Name, CopyRelation.Excerpt)], OwnTelling: true);
            }
        }
    }

    private IEnumerable<Copy> Patchworks()
    {
        for (int i = 0; i < _sources.Length; i++)
        {
            BaseReport[] of = [.. Enumerable.Range(0, 2 + i % 2).Select(step => _sources[(i + step * (1 + i % 5)) % _sources.Length])];
            string[] page = Edits.Patchwork([.. of.Select(one => one.Paragraphs)]);
            if (Report("patchwork", i, page, null, of.Max(one => one.Cleaned.Published)) is { } report)
            {
                yield return new Copy("patchwork", report, [.. of.Select(one => (one.Name, CopyRelation.Patchwork))], OwnTelling: false);
            }
        }
    }

    private static Copy? Make(string kind, int number, string[] text, string? agency, BaseReport of, int daysLater, CopyRelation relation, string? outlet = null) =>
        Report(kind, number, text, agency, of.Cleaned.Published?.AddDays(daysLater), outlet) is { } report ? new Copy(kind, report, [(of.Name, relation)], OwnTelling: false) : null;

    private static Report? Report(string kind, int number, string[] text, string? agency, DateOnly? published, string? outlet = null)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}-{text.Length}");
        return CopyText.Clean(name, text, $"What we know, part {number}", outlet ?? Outlets[number % Outlets.Length], agency, published is { } day ? CopyText.Day(day) : null);
    }

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is { } first && other is { } second ? (first > second ? first : second) : one ?? other;
}
