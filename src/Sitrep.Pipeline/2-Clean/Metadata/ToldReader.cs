using System.Collections.Immutable;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Clean.Lists;

namespace Sitrep.Pipeline.Clean.Metadata;

/// <summary>An agency's copy names itself where somebody "told AFP"; another's copy names it as a source among others.</summary>
internal sealed class ToldReader(NewsroomList newsrooms, Dates dates)
{
    private const string Verb = "told ";

    // Before and behind a name, these say that somebody else reports what the agency reported.
    private static readonly string[] Before = ["according to ", "report from ", "report by ", "reported by ", "reports by ", "first told ", "gave to ", "given to ", "interview with "];
    private static readonly string[] Behind = [" reported", " reports", " declared", " first reported", " in an earlier", " last "];

    /// <param name="outlet">Who printed it; null when nobody is known to have.</param>
    public (string?, TextSpan?) Read(ImmutableArray<Zone> zones, string text, string? outlet)
    {
        if (outlet is not null && HasCorrespondent(zones, text, outlet)) return (null, null);
        (string? name, TextSpan? basis) = (null, null);
        foreach (Zone zone in zones)
        {
            if (zone.Kind != ZoneKind.Body) continue;
            string words = zone.Span.Of(text);
            for (int told = words.IndexOf(Verb, StringComparison.Ordinal); told >= 0; told = words.IndexOf(Verb, told + Verb.Length, StringComparison.Ordinal))
            {
                int start = told + Verb.Length;
                if (string.Compare(words, start, "the ", 0, 4, StringComparison.OrdinalIgnoreCase) == 0) start += 4;
                if (start >= words.Length || !char.IsUpper(words[start])) continue;
                if (newsrooms.Agency(words, start, 1) is not { } agency)
                {
                    if (NamesOutlet(words, start)) return (null, null);   // who quotes several newsrooms is none of them
                    continue;
                }
                if (newsrooms.Named(agency.Name) is { Kind: "state-media" }) continue;   // what one tells a state's agency, others quote
                if ((name is not null && name != agency.Name) || IsPast(words, agency.End)) return (null, null);
                basis ??= new TextSpan(zone.Span.Start + told, zone.Span.Start + agency.End);
                name = agency.Name;
            }
        }
        return name is not null && !IsQuoted(zones, text, name) ? (name, basis) : (null, null);
    }

    /// <summary>"The Post's Ana Souza in Lisbon says": who has reporters of its own in the story wrote it.</summary>
    private bool HasCorrespondent(ImmutableArray<Zone> zones, string text, string outlet)
    {
        foreach (Zone zone in zones)
        {
            if (zone.Kind != ZoneKind.Body) continue;
            string words = zone.Span.Of(text);
            for (int at = words.AsSpan().IndexOfAny('\'', '’'); at >= 0; at = Next(words, at))
            {
                if (at + 4 >= words.Length || words[at + 1] != 's' || words[at + 2] != ' ' || !char.IsUpper(words[at + 3])) continue;
                int start = words.LastIndexOf(' ', Math.Max(0, at - 1)) + 1;
                for (int count = 0; count < 3; count++, start = start > 1 ? words.LastIndexOf(' ', start - 2) + 1 : 0) if (newsrooms.Named(words[start..at]) is { } room && room.Name == outlet) return true;
            }
        }
        return false;

        static int Next(string words, int at) => words.AsSpan(at + 1).IndexOfAny('\'', '’') is >= 0 and var next ? at + 1 + next : -1;
    }

    private bool NamesOutlet(string words, int start)
    {
        int end = start;
        for (int count = 0; count < 4 && end < words.Length; count++)
        {
            while (end < words.Length && char.IsLetterOrDigit(words[end])) end++;
            if (newsrooms.Named(words[start..end]) is not null) return true;
            if (end >= words.Length || words[end] != ' ') return false;
            end++;
        }
        return false;
    }

    // "told Bloomberg Politics", "told Bloomberg in late May": another desk's interview, or one of long ago.
    private bool IsPast(string words, int end)
    {
        string rest = words[end..Math.Min(words.Length, end + 24)];
        if (rest.Length > 1 && rest[0] == ' ' && char.IsUpper(rest[1]) && !dates.StartsWithMonth(rest.AsSpan(1)) && !IsWeekday(rest.AsSpan(1))) return true;
        return rest.StartsWith(" in ", StringComparison.Ordinal) && dates.StartsWithMonth(WithoutPart(rest.AsSpan(4)));
    }

    private static ReadOnlySpan<char> WithoutPart(ReadOnlySpan<char> rest)
    {
        foreach (string part in (ReadOnlySpan<string>)["early ", "mid-", "late "]) if (rest.StartsWith(part, StringComparison.Ordinal)) return rest[part.Length..];
        return rest;
    }

    private static bool IsWeekday(ReadOnlySpan<char> rest) => rest.IndexOf("day", StringComparison.Ordinal) is > 2 and < 8;

    private bool IsQuoted(ImmutableArray<Zone> zones, string text, string name)
    {
        foreach (Zone zone in zones)
        {
            if (zone.Kind is not (ZoneKind.Body or ZoneKind.Headline)) continue;
            string words = zone.Span.Of(text);
            for (int from = 0; newsrooms.Agency(words, from, words.Length) is { } named; from = named.End)
            {
                if (named.Name != name) continue;
                ReadOnlySpan<char> before = words.AsSpan(0, named.Start), behind = words.AsSpan(named.End);
                if (before.EndsWith("the ", StringComparison.OrdinalIgnoreCase)) before = before[..^4];
                // "the Reuters news agency", "the Associated Press (AP)": nobody presents oneself so.
                if (words.AsSpan(named.Start, named.End - named.Start).EndsWith(" agency", StringComparison.Ordinal) || (behind.Length > 1 && char.IsWhiteSpace(behind[0]) && behind[1] == '(')) return true;
                foreach (string cue in Before) if (before.EndsWith(cue, StringComparison.OrdinalIgnoreCase)) return true;
                foreach (string cue in Behind) if (behind.StartsWith(cue, StringComparison.Ordinal)) return true;
            }
        }
        return false;
    }
}
