using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline;

namespace Sitrep.Eval.Wordings;

/// <summary>Whether one toll is read alike in whatever words plain news puts it: the figures of the record are the counts that were put in.</summary>
internal static class TollAnswers
{
    public static (string Metric, bool Right)[] Answers(ReadReport? read, WordedToll toll)
    {
        SituationRecord? record = read is null ? null : Product.OrNull(() => Product.Pipeline.Fold([read], [], asOf: null));
        Told[] told = [.. (record?.Figures ?? []).Select(figure => new Told(figure, read!.Reading.Claims.First(claim => figure.Claims.Contains(claim.Id)), record!.Places.FirstOrDefault(place => place.Id == figure.Place)))];   // figures are of a record, and a record of a report
        Told?[] found = [.. toll.Counts.Select(count => Array.Find(told, one => one.Figure.Measure == count.Measure && count.Is(one.Figure)))];
        bool who = toll.Counts.Zip(found).All(pair => pair.First.Who is null || pair.Second?.Claim.Figure!.Subject is { } subject && (subject.Name ?? subject.Words).Split(" in ")[0].EndsWith(pair.First.Who, StringComparison.OrdinalIgnoreCase));
        return
        [
            ("count", found.All(one => one is not null) && told.Length == found.Length),
            ("who", who),
            ("place", found.All(one => one?.Place is { } town && (town.Name == toll.Place || town.Aliases.Contains(toll.Place)))),
            ("source", found.All(one => one is { Claim: { Stance: Stance.Affirms } claim } && WordingRows.IsBy(claim, toll.Source))),
        ];
    }

    /// <summary>A figure of the record, the claim it rests on, and its place; null when it has none.</summary>
    private sealed record Told(Figure Figure, Claim Claim, Place? Place);
}
