using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Model.World;
using Sitrep.Pipeline.Corroborate.Withdrawals;
using Sitrep.Pipeline.Resolve;
using Sitrep.Pipeline.Resolve.Disasters;

namespace Sitrep.Pipeline.Corroborate.Figures;

/// <summary>Claims that give one number of one thing, while the fold gathers them.</summary>
/// <param name="story">Report that stands for the story it is told in.</param>
/// <param name="place">Where the words or their event say it was counted; null when they do not.</param>
/// <param name="focus">The place the report is about, when the words name none.</param>
internal sealed class FigureGroup(ResolvedClaim first, string story, string? place, string? focus, string? happened)
{
    /// <summary>Days before the telling from which a dated count is of the past and no part of today's series.</summary>
    public const int PastDays = 45;

    public string Id { get; } = StableId.Of('f', first.Claim.Id);
    public FigureReading Reading { get; } = first.Claim.Figure!;
    public string? Subject { get; } = first.Subject ?? first.Claim.Figure!.Subject?.Words;
    public string Story => story;
    public string? ToldPlace { get; private set; } = place;

    /// <summary>True when it is part of a disaster's toll, which is counted over all places it struck.</summary>
    public bool OfDisaster { get; set; }

    /// <summary>True for the count of an event that a toll goes on from.</summary>
    public bool OfToll { get; set; }

    /// <summary>What killed or hurt those counted; null while no claim says.</summary>
    public IncidentCause? Cause { get; private set; } = first.Cause;

    /// <summary>Name of the storm that killed or hurt those counted; null while no claim says.</summary>
    public string? Storm { get; private set; } = first.Storm;

    /// <summary>True when its place is the one that the story's only disaster struck.</summary>
    public bool Struck { get; set; }

    /// <summary>True when its story gives tolls of a whole country.</summary>
    public bool OfNation { get; set; }

    /// <summary>The place the report is about; null when the words name one, or the report none.</summary>
    public string? Focus => focus;

    public string? Place => ToldPlace ?? (OfDisaster || OfNation || IsApart ? null : focus);
    public string? Event { get; private set; } = happened;
    public List<ResolvedClaim> Claims { get; } = [first];
    public ResolvedClaim First => Claims[0];

    /// <summary>Claims but for those whose page was withdrawn or corrected.</summary>
    public IEnumerable<ResolvedClaim> Standing => Claims.Where(claim => !claim.IsTakenBack);

    /// <summary>True when every page that gave it was withdrawn or corrected.</summary>
    public bool IsTakenBack => Claims.TrueForAll(claim => claim.IsTakenBack);

    /// <summary>True when every page that gave it gives it no longer.</summary>
    public bool IsDropped => Claims.TrueForAll(claim => claim.Withdrawn is not null);

    /// <summary>Claims that an analyst rejected; they are not among <see cref="Claims"/>, unless all are.</summary>
    public ImmutableArray<ResolvedClaim> RejectedClaims { get; private set; } = [];

    /// <summary>True when it counts for nothing.</summary>
    public bool IsRejected { get; set; }

    public string? Revises { get; private set; }

    /// <summary>The figure that took its place; null while it stands.</summary>
    public FigureGroup? RevisedBy { get; private set; }

    /// <summary>What it does to the number before it.</summary>
    public SeriesChange Change { get; set; } = SeriesChange.First;

    /// <summary>True when a claimant of the number it revises gives it; null when it revises none.</summary>
    public bool? BySame { get; private set; }

    /// <summary>True for a number that can only be a part of what the series counts.</summary>
    public bool IsPart { get; set; }

    /// <summary>True for a number that is of something else than the series, though the words do not say of what.</summary>
    public bool IsApart { get; set; }

    /// <summary>The days of the one attack or disaster that the sentence of a count tells of; null where it gives none.</summary>
    public Interval? Blow { get; init; }

    /// <summary>True for a count that goes on, false for what one event added.</summary>
    public bool Running { get; set; }

    /// <summary>The day it became known; null for undated reports.</summary>
    public DateOnly? Known => First.Known;

    /// <summary>True when its place was not read and its sentence names one that the story is not about.</summary>
    public bool Elsewhere { get; init; }

    public bool Contested { get; set; }

    /// <summary>The day it was first said; null when no report of it is dated.</summary>
    public DateOnly? Told => First.Said?.Start ?? First.Known;

    /// <summary>The day it stands for: the one its words give a standing count ("Two days before, the agency had counted 2,010"), else <see cref="Told"/>.</summary>
    public DateOnly? Day => First is { Dated: true, When: { Precision: TimePrecision.Day, End: var end } } && Reading.Stock && Told is { } told && end < told && end.DayNumber >= told.DayNumber - PastDays ? end : Told;

    /// <summary>The year since which its words count, where that is years ago: no toll of what the story is about; null for all else.</summary>
    public int? SinceYear => First is { Dated: true, When: { } when } && Told is { } told && when.End >= told && when.Start.Year < told.Year - 1 ? when.Start.Year : null;

    /// <summary>The number by which figures are told apart.</summary>
    public long? Number => NumberOf(Reading);

    public static long? NumberOf(FigureReading reading) => reading.Quantity.Best ?? reading.Quantity.Low ?? reading.Quantity.High;

    public void Add(ResolvedClaim claim, string? told, string? counted)
    {
        Claims.Add(claim);
        ToldPlace ??= told;
        Cause ??= claim.Cause;
        Storm ??= claim.Storm;
        Event ??= counted;
    }

    /// <summary>Marks what its own outlets went back on.</summary>
    public void Withdraw(PageWithdrawals withdrawals) => withdrawals.Mark(Claims);

    /// <summary>Takes out what analysts rejected.</summary>
    public void SetAside(Func<string, bool> rejects)
    {
        if (!IsRejected) RejectedClaims = [.. Claims.Where(claim => rejects(claim.Claim.Id))];
        IsRejected |= RejectedClaims.Length == Claims.Count;
        if (IsRejected) RejectedClaims = [.. Claims];
        else Claims.RemoveAll(RejectedClaims.Contains);
    }

    public void Replace(FigureGroup earlier, bool sameClaimant)
    {
        Revises = earlier.Id;
        BySame = sameClaimant;
        Change = Number > earlier.Number ? SeriesChange.Up : Number < earlier.Number ? SeriesChange.Down : SeriesChange.Same;
        earlier.RevisedBy = this;
    }

    /// <summary>A lower, older count of the same thing by somebody else has had its day.</summary>
    public void Outdate(FigureGroup earlier) => earlier.RevisedBy ??= this;
}
