using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Dedupe;
using Sitrep.Pipeline.Resolve;

namespace Sitrep.Pipeline.Corroborate.Withdrawals;

/// <summary>What outlets went back on by another version of the same page: the newest version known is the outlet's word.</summary>
/// <remarks>A page that says it is withdrawn takes back all that it ever told, and what reprints of it tell. One that says it was corrected takes back what it no longer tells; one that
/// says nothing has only dropped it. Pure; a record as of a day knows the versions of that day.</remarks>
public sealed class PageWithdrawals
{
    private readonly Dictionary<string, Report> _reports;
    private readonly Dictionary<string, (Report[] Versions, int Number)> _itemOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PageNotice> _notices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _retractedBy = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    public PageWithdrawals(IReadOnlyList<Report> reports, IEnumerable<Dispatch> dispatches, RetractionCues cues)
    {
        _reports = reports.ToDictionary(report => report.Id, StringComparer.Ordinal);
        Versions versions = Versions.Of(reports);
        foreach (Report report in reports) if (cues.Of(report) is var notice and not PageNotice.None) _notices[report.Id] = notice;
        foreach (IGrouping<string, Report> item in reports.GroupBy(versions.FirstOf, StringComparer.Ordinal))
        {
            // Of versions that nobody tells apart in time, the one that takes back is the later.
            Report[] inOrder = [.. item.OrderBy(versions.NumberOf)];
            if (inOrder.Length > 1 && inOrder[^1].Provenance.Since is null) inOrder = [.. inOrder.OrderBy(version => version.Published ?? DateOnly.MaxValue).ThenBy(version => NoticeOf(version.Id)).ThenBy(versions.NumberOf)];
            if (inOrder.Length > 1) for (int number = 0; number < inOrder.Length; number++) _itemOf[inOrder[number].Id] = (inOrder, number);
            if (NoticeOf(inOrder[^1].Id) == PageNotice.Retracts) foreach (Report version in inOrder) _retractedBy[version.Id] = inOrder[^1].Id;
        }
        if (_retractedBy.Count > 0) foreach (Dispatch dispatch in dispatches) Spread(dispatch);
    }

    /// <summary>True when no page went back on anything.</summary>
    public bool IsEmpty => _itemOf.Count == 0 && _retractedBy.Count == 0;

    /// <summary>Marks those of the claims on one event or figure that their outlets went back on.</summary>
    public void Mark(List<ResolvedClaim> claims)
    {
        for (int i = 0; i < claims.Count; i++)
        {
            Stance stance = claims[i].Claim.Stance;
            if (Of(claims[i], report => claims.Exists(other => other.Claim.ReportId == report && other.Claim.Stance == stance)) is { } withdrawn) claims[i] = claims[i] with { Withdrawn = withdrawn };
        }
    }

    /// <summary>How the outlet went back on the claim; null when it stands by it.</summary>
    /// <param name="isTold">True when the report with that id tells the same, in whatever words.</param>
    public Withdrawal? Of(ResolvedClaim claim, Func<string, bool> isTold)
    {
        string report = claim.Claim.ReportId;
        if (_retractedBy.TryGetValue(report, out string? notice)) return new Withdrawal(WithdrawalKind.Retracted, notice);
        if (!_itemOf.TryGetValue(report, out (Report[] Versions, int Number) item)) return null;
        for (int last = item.Versions.Length - 1; last > item.Number; last--)
        {
            if (!isTold(item.Versions[last].Id) && !Holds(item.Versions[last], claim)) continue;
            return last == item.Versions.Length - 1 ? null : Dropped(item.Versions, last + 1);
        }
        return item.Number == item.Versions.Length - 1 ? null : Dropped(item.Versions, item.Number + 1);
    }

    private Withdrawal Dropped(Report[] versions, int by) =>
        new(versions.Skip(by).Any(version => NoticeOf(version.Id) != PageNotice.None) ? WithdrawalKind.Corrected : WithdrawalKind.Dropped, versions[by].Id);

    private PageNotice NoticeOf(string report) => _notices.GetValueOrDefault(report);

    // The sentence still stands there, whatever was read in it.
    private bool Holds(Report version, ResolvedClaim claim) => Words(version).Contains(Folded(claim.Claim.Span.Of(_reports[claim.Claim.ReportId].Text)), StringComparison.Ordinal);

    private string Words(Report version) => _words.TryGetValue(version.Id, out string? words) ? words
        : _words[version.Id] = string.Join(' ', version.Body.Select(span => Folded(span.Of(version.Text))));

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Copies of what was withdrawn tell nothing else; down the tree of copies only, never to what was copied.
    private void Spread(Dispatch dispatch)
    {
        bool spread = true;
        while (spread)
        {
            spread = false;
            foreach (CopyLink link in dispatch.Links)
            {
                if (link.Relation is CopyRelation.Reprint or CopyRelation.Excerpt && _retractedBy.TryGetValue(link.Of, out string? notice)) spread |= _retractedBy.TryAdd(link.Report, notice);
            }
        }
    }
}
