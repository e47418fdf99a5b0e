using System.Collections.Immutable;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Clean.Lists;
using Sitrep.Pipeline.Clean.Zones;

namespace Sitrep.Pipeline.Clean.Metadata;

/// <summary>Which agency wrote a report, and the words that say so.</summary>
internal sealed class AgencyReader(NewsroomList newsrooms, BylineReader bylines, ToldReader told)
{
    // A dateline's agency, then the byline's, then a signature or a copyright line, then "told AFP". Photo credits name the photo's agency only.
    public (string?, TextSpan?) Read(SuppliedMetadata supplied, string? outlet, FoundDateline? run, List<Block> blocks, ImmutableArray<Zone> zones, string text)
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
            if (block.Kind == ZoneKind.Credit && newsrooms.Agency(block.Words) is { } credit && credit.Name != outlet) return (credit.Name, new TextSpan(block.Span.Start + credit.Start, block.Span.Start + credit.End));
            if (newsrooms.Named(block.Words.Trim('(', ')', '-', '–', '—', ' ')) is { IsAgency: true } alone && alone.Name != outlet) return (alone.Name, block.Span);
        }
        return Pointed(blocks) ?? Closed(blocks) ?? told.Read(zones, text, outlet);
    }

    // "Read the full story at Reuters" under an excerpt.
    private (string?, TextSpan?)? Pointed(List<Block> blocks)
    {
        foreach (Block block in blocks)
        {
            if (block.Kind is not (ZoneKind.Related or ZoneKind.Boilerplate or ZoneKind.Credit or ZoneKind.Dateline) || block.Count > 14) continue;
            string lower = block.Words.ToLowerInvariant();
            if (block.Kind == ZoneKind.Dateline || lower.Contains("full story", StringComparison.Ordinal) || lower.Contains("full article", StringComparison.Ordinal) || lower.Contains("full report", StringComparison.Ordinal)
                || lower.Contains("originally", StringComparison.Ordinal) || lower.StartsWith("source", StringComparison.Ordinal) || lower.StartsWith("[source", StringComparison.Ordinal) || lower.StartsWith("continue reading", StringComparison.Ordinal))
            {
                if (newsrooms.Agency(block.Words) is { } named) return (named.Name, new TextSpan(block.Span.Start + named.Start, block.Span.Start + named.End));
            }
        }
        return null;
    }

    // Reuters closes a report with its reporters and its editors in one pair of brackets; in PolNeAR nobody else does.
    private static (string?, TextSpan?)? Closed(List<Block> blocks)
    {
        foreach (Block block in blocks)
        {
            if (block.Kind != ZoneKind.Byline || block.Words[0] != '(' || !BylineReader.IsTrailer(block.Words)) continue;
            if (block.Words.Contains("editing by", StringComparison.OrdinalIgnoreCase)) return ("Reuters", block.Span);
        }
        return null;
    }
}
