using Sitrep.Model.Record;
using Sitrep.Pipeline;

namespace Sitrep.Eval.Wordings;

/// <summary>Whether the day of an event is read alike in whatever words plain news tells it, in reports that are all printed on one day.</summary>
internal static class DateAnswers
{
    public static (string Metric, bool Right)[] Answers(ReadReport? read, WordedDays worded)
    {
        SituationRecord? record = read is null ? null : Product.OrNull(() => Product.Pipeline.Fold([read], [], asOf: null));
        Event[][] found = [.. worded.Events.Select(happened => Found(record, happened))];
        bool day = found.Zip(worded.Events).All(pair => pair.First.Length > 0 && pair.First.All(told => pair.Second.When.Any(answer => answer.Is(told.When))));
        bool said = found[0].Length > 0 && found[0].SelectMany(told => record!.Claims.Where(claim => told.Claims.Contains(claim.Claim.Id))).All(claim => claim.Said is { } then && then.Start == worded.Said && then.End == worded.Said);   // what was found is of a record
        return [("day", day), ("said", said)];
    }

    private static Event[] Found(SituationRecord? record, WordedDay happened) =>
        [.. (record?.Events ?? []).Where(told => happened.Types.Contains(told.Type.ToString(), StringComparer.OrdinalIgnoreCase) && told.Expected == happened.Expected && record!.Places.FirstOrDefault(place => place.Id == told.Place) is { } town && (town.Name == happened.Place || town.Aliases.Contains(happened.Place)))];
}
