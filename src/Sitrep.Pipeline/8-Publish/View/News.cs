using System.Collections.Immutable;
using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>Something that became known.</summary>
/// <param name="Now">"now denied by": what is new of an event that was known; null when the event itself is new.</param>
/// <param name="Voices">Who says so now; empty when the event itself is new.</param>
internal readonly record struct NewsItem(Event Event, string? Now, ImmutableArray<LedgerClaim> Voices);

/// <summary>What was published on a day or later and had not been published before.</summary>
/// <param name="since">The first day that counts as new.</param>
internal sealed class News(RecordIndex index, EventRanking ranking, DateOnly since)
{
    private static readonly (Stance Stance, string Verb)[] Told = [(Stance.Denies, "now denied by"), (Stance.Doubts, "now doubted by"), (Stance.Affirms, "now affirmed by")];

    /// <summary>The weightiest events first; of one event, denials first.</summary>
    public IEnumerable<NewsItem> Events() =>
        ranking.ByWeight(index.Record.Events.Where(happening => !ranking.IsBackground(happening) && ranking.IsTold(happening))).SelectMany(Of);

    /// <summary>True when nobody published any of it before.</summary>
    public bool IsNew(ImmutableArray<string> claims) => claims.Length > 0 && index.Claims(claims).All(IsNew);

    private IEnumerable<NewsItem> Of(Event happening)
    {
        if (IsNew(happening.Claims))
        {
            yield return new NewsItem(happening, null, []);
            yield break;
        }
        LedgerClaim[] claims = [.. index.Claims(happening.Claims)];
        HashSet<string> heard = [.. claims.Where(claim => !IsNew(claim)).Select(RecordIndex.SpeakerKey)];
        foreach ((Stance stance, string verb) in Told)
        {
            ImmutableArray<LedgerClaim> voices = [.. claims.Where(claim => claim.Claim.Stance == stance && IsNew(claim) && !heard.Contains(RecordIndex.SpeakerKey(claim)))];
            if (voices.Length > 0) yield return new NewsItem(happening, verb, voices);
        }
    }

    private bool IsNew(LedgerClaim claim) => index.Report(claim.Claim.ReportId).Published >= since;
}
