using System.Collections.Immutable;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Clean.Lists;
using Sitrep.Pipeline.Clean.Zones;

namespace Sitrep.Pipeline.Clean.Metadata;

/// <summary>Which agency wrote a report, and the words that say so.</summary>
internal sealed class AgencyReader(NewsroomList newsrooms, BylineReader bylines)
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
            if (block.Kind == ZoneKind.Credit && AgencyAnywhere(block.Words) is { } credit && credit.Name != outlet) return (credit.Name, new TextSpan(block.Span.Start + credit.Start, block.Span.Start + credit.End));
            if (newsrooms.Named(block.Words.Trim('(', ')', '-', '–', '—', ' ')) is { IsAgency: true } alone && alone.Name != outlet) return (alone.Name, block.Span);
        }
        return Pointed(blocks) ?? Told(zones, text);
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
                if (AgencyAnywhere(block.Words) is { } named) return (named.Name, new TextSpan(block.Span.Start + named.Start, block.Span.Start + named.End));
            }
        }
        return null;
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
}
