using System.Collections.Immutable;
using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>Claims on one thing → one voice per speaker and stance.</summary>
internal sealed class Voices(RecordIndex index, EvidenceBook book)
{
    /// <summary>Citations of one voice.</summary>
    private const int MostCites = 3;

    /// <summary>Characters of a voice's words that stand beside its name.</summary>
    private const int MostWords = 280;

    /// <summary>In the order affirms, denies, doubts, expects; within one stance by first word.</summary>
    public ImmutableArray<Voice> Of(ImmutableArray<string> claims) =>
        [.. index.Claims(claims).GroupBy(claim => (claim.Claim.Stance, Key: RecordIndex.SpeakerKey(claim)))
            .OrderBy(group => group.Key.Stance).Select(group => Hear(group.Key.Stance, [.. group]))];

    private Voice Hear(Stance stance, ImmutableArray<LedgerClaim> claims)
    {
        LedgerClaim first = claims[0];
        var details = new List<string> { Said(first) };
        string[] via = [.. claims.SelectMany(claim => claim.Via).Distinct(StringComparer.Ordinal).Select(index.ActorName).Distinct(StringComparer.Ordinal)];
        if (via.Length > 0) details.Add($"through {Wording.List(via)}");
        string name = index.Speaker(first);
        // Who carried it says nothing new when the newsroom itself speaks, or when it is already named as the hand it passed through.
        string[] carriers = first.Source is null && first.Claim.By.Kind == SourceKind.Narration ? [] : [.. claims
            .Select(claim => index.Newsroom(claim.Dispatch, claim.Claim.ReportId)).Distinct(StringComparer.Ordinal)
            .Where(newsroom => newsroom != name && !via.Contains(newsroom, StringComparer.Ordinal))];
        if (carriers.Length > 0) details.Add($"in {Wording.List(carriers)}");
        return new Voice(stance, name, string.Join("; ", details), Unquoted(book.Quote(first, MostWords)), book.Cite(claims, MostCites));
    }

    // The writers set the words in quotation marks of their own.
    private static string Unquoted(string words) => words is ['“' or '"', _, .., '”' or '"'] ? words[1..^1] : words;

    private string Said(LedgerClaim claim)
    {
        if (claim.Said is { } said) return Wording.When(said);
        return index.Report(claim.Claim.ReportId).Published is { } published ? $"published {Wording.Day(published)}" : "date not stated";
    }
}
