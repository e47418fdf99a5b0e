using System.Collections.Immutable;
using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>How sure the record is, in words: who affirms, who denies, never who is right.</summary>
internal sealed class Confidence(RecordIndex index)
{
    public static Badge Of(Status status, bool expected = false) =>
        expected ? new Badge("expected", "expected") : new Badge(Spelling.Kebab(status), status == Status.SingleSource ? "single source" : Spelling.Spaced(status));

    /// <summary>True when somebody denied an event who has since said as much as that it happened: a denial that stands makes it contested.</summary>
    public bool IsDenialTakenBack(Event happening) =>
        !happening.Expected && happening.Status is Status.SingleSource or Status.Corroborated && Speakers(happening.Claims, Stance.Denies).Length > 0;

    /// <summary>"according to A alone"; "affirmed by A and B"; "A affirms it; B denies it".</summary>
    /// <param name="takenBack">The denials no longer stand.</param>
    public string Clause(ImmutableArray<string> claims, bool takenBack = false)
    {
        string[] affirm = Speakers(claims, Stance.Affirms), deny = Speakers(claims, Stance.Denies), doubt = Speakers(claims, Stance.Doubts), expect = Speakers(claims, Stance.Expects);
        var clauses = new List<string>();
        if (affirm.Length == 1 && deny.Length + doubt.Length == 0) clauses.Add($"according to {affirm[0]} alone");
        else if (affirm.Length > 0) clauses.Add($"affirmed by {Wording.List(affirm)}");
        if (deny.Length > 0) clauses.Add($"{(takenBack ? "denied at first by" : "denied by")} {Wording.List(deny)}");
        if (doubt.Length > 0) clauses.Add($"doubted by {Wording.List(doubt)}");
        if (affirm.Length == 0 && expect.Length > 0) clauses.Add($"expected by {Wording.List(expect)}");
        return string.Join("; ", clauses);
    }

    /// <summary>Each speaker once, in the order of the claims; who is told of by name and by office, by the shorter of the two.</summary>
    public string[] Speakers(ImmutableArray<string> claims, Stance stance) =>
        [.. index.Claims(claims).Where(claim => claim.Claim.Stance == stance).GroupBy(RecordIndex.SpeakerKey, StringComparer.Ordinal)
            .Select(told => told.Select(index.Speaker).MinBy(words => words.Length)).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>"3 reports, 2 independent tellings, 2 claimants"; sides only where they are fewer than the claimants.</summary>
    public static string Tellings(Independence independent)
    {
        string counts = $"{Wording.Count(independent.Reports, "report")}, {Wording.Count(independent.Dispatches, "independent telling")}, {Wording.Count(independent.Claimants, "claimant")}";
        return independent.Sides > 0 && independent.Sides < independent.Claimants ? $"{counts} of {Wording.Count(independent.Sides, "side")}" : counts;
    }
}
