using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Publish;
using Sitrep.Web.Markup;

namespace Sitrep.Web.Pages.Reports;

/// <summary>The clean text of a report, zone by zone, with claims and mentions as layers over it. Only text: markup of the report is never shown.</summary>
/// <param name="hit">Id of the claim that was asked for; null for none.</param>
internal sealed class ReportText(Report report, IReadOnlyList<LedgerClaim> claims, string? hit)
{
    private readonly (string Kind, TextSpan Span)[] _mentions = [.. claims.SelectMany(Mentions).Distinct().OrderBy(mention => mention.Span.Start).ThenByDescending(mention => mention.Span.End)];
    private readonly HashSet<string> _anchored = new(StringComparer.Ordinal);

    public IEnumerable<Html> Paragraphs() => report.Zones.Select(Paragraph);

    private Html Paragraph(Zone zone)
    {
        string kind = Spelling.Kebab(zone.Kind);
        LedgerClaim[] here = [.. claims.Where(claim => claim.Claim.Span.Overlaps(zone.Span))];
        (string Kind, TextSpan Span)[] mentioned = [.. _mentions.Where(mention => mention.Span.Overlaps(zone.Span))];
        int[] cuts = [.. here.SelectMany(claim => new[] { claim.Claim.Span.Start, claim.Claim.Span.End }).Concat(mentioned.SelectMany(mention => new[] { mention.Span.Start, mention.Span.End }))
            .Append(zone.Span.Start).Append(zone.Span.End).Where(cut => cut >= zone.Span.Start && cut <= zone.Span.End).Distinct().Order()];
        return Html.Of($"""
            <p class="z z-{kind}" data-zone="{kind}" data-start="{zone.Span.Start}" data-end="{zone.Span.End}" dir="auto">{Html.If(zone.Kind is not ZoneKind.Body, $"<span class=\"kind\">{Label(zone.Kind)}</span> ")}{Pieces(cuts, here, mentioned)}</p>

            """);
    }

    private IEnumerable<Html> Pieces(int[] cuts, LedgerClaim[] here, (string Kind, TextSpan Span)[] mentioned)
    {
        for (int i = 0; i + 1 < cuts.Length; i++)
        {
            var piece = new TextSpan(cuts[i], cuts[i + 1]);
            Html words = Html.Of($"{piece.Of(report.Text)}");
            if (mentioned.FirstOrDefault(mention => mention.Span.Overlaps(piece)) is { Kind: { } kind }) words = Html.Of($"<span class=\"mention m-{kind}\">{words}</span>");
            LedgerClaim[] over = [.. here.Where(claim => claim.Claim.Span.Overlaps(piece))];
            yield return over.Length == 0 ? words : Marked(words, over);
        }
    }

    private Html Marked(Html words, LedgerClaim[] over)
    {
        // One element can carry one id; the other claims that begin here are arrived at just before it.
        string[] begin = [.. over.Select(claim => claim.Claim.Id).Where(_anchored.Add)];
        string stances = string.Join(' ', over.Select(claim => $"st-{Spelling.Kebab(claim.Claim.Stance)}").Distinct(StringComparer.Ordinal));
        bool isHit = over.Any(claim => claim.Claim.Id == hit);
        return Html.Of($"""{begin.Skip(1).Select(id => Html.Of($"<span class=\"at\" id=\"{id}\"></span>"))}<mark{Html.If(begin.Length > 0, $" id=\"{begin.FirstOrDefault()}\"")} class="claim {stances}{Html.If(isHit, $" hit")}" data-claim="{string.Join(' ', over.Select(claim => claim.Claim.Id))}">{words}</mark>""");
    }

    private static IEnumerable<(string Kind, TextSpan Span)> Mentions(LedgerClaim ledger)
    {
        Claim claim = ledger.Claim;
        if (claim.By.Source is { } source) yield return ("source", source.Span);
        foreach (RoleMention role in claim.Event?.Roles ?? []) yield return ("actor", role.Actor.Span);
        if ((claim.Event?.Place ?? claim.Figure?.Place) is { } place) yield return ("place", place.Span);
        if ((claim.Event?.When ?? claim.Figure?.When) is { } when) yield return ("date", when.Span);
        if (claim.Figure is { } figure) yield return ("quantity", figure.Quantity.Span);
    }

    /// <summary>What a zone is, and for one that is not read that it is not.</summary>
    public static string Label(ZoneKind kind) => kind switch
    {
        ZoneKind.Body => "body",
        ZoneKind.Headline => "headline",
        ZoneKind.Byline => "byline",
        ZoneKind.Dateline => "dateline",
        ZoneKind.Caption => "photo caption, not read",
        ZoneKind.Comment => "reader comment, not read",
        ZoneKind.Gallery => "photo gallery, not read",
        ZoneKind.Related => "pointer to other stories, not read",
        ZoneKind.Promotion => "promotion, not read",
        ZoneKind.Credit => "credit, not read",
        _ => "page furniture, not read",
    };
}
