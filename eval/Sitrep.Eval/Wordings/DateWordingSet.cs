using System.Diagnostics;
using Sitrep.Eval.Data;
using Sitrep.Eval.Documents;
using Sitrep.Eval.Scores;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline;

namespace Sitrep.Eval.Wordings;

/// <summary>Whether the day of an event is read alike in whatever words plain news tells it: reports of our own, all printed on one day, each read and folded by itself.</summary>
/// <remarks>As <see cref="WordingSet"/>: it says which constructions are read, and not how often news uses them.</remarks>
internal static class DateWordingSet
{
    private const string Name = "date-wordings";

    private const int Sentences = 1200;

    public static EvalSet Of(Locations locations) => new(Name, () => Run(Path.Combine(locations.SampleGold, "date-wordings.tsv")));

    private static SetResult Run(string path)
    {
        if (!File.Exists(path)) return SetResult.Skip(Name, "no file eval/gold/date-wordings.tsv");
        var sheet = new TallySheet();
        long started = Stopwatch.GetTimestamp();
        int number = 0;
        foreach (WordedDays worded in new DateTable(WordingRows.Load(path)).Facts(Sentences))
        {
            ReadReport? read = Product.Read(PlainReport.Whole(number++, worded.Text, published: DateTable.Printed));
            SituationRecord? record = read is null ? null : Product.OrNull(() => Product.Pipeline.Fold([read], [], asOf: null));
            Event[][] found = [.. worded.Events.Select(happened => Found(record, happened))];
            bool day = found.Zip(worded.Events).All(pair => pair.First.Length > 0 && pair.First.All(told => pair.Second.When.Any(answer => answer.Is(told.When))));
            bool said = found[0].Length > 0 && found[0].SelectMany(told => record!.Claims.Where(claim => told.Claims.Contains(claim.Claim.Id))).All(claim => claim.Said is { } then && then.Start == worded.Said && then.End == worded.Said);   // what was found is of a record
            (string, bool)[] answers = [("right", day && said), ("day", day), ("said", said)];
            foreach ((string metric, bool right) in answers) sheet.Add(metric, Tally.Answer(right));
            sheet.EndDocument();
            if (!answers[0].Item2) sheet.Details.Add($"{Name}: wrong {string.Join(' ', answers.Skip(1).Where(one => !one.Item2).Select(one => one.Item1))} | {worded.Text} | {string.Join("; ", found.Select(Days))}");
        }
        return new SetResult(Name, [.. sheet.Scores(Name, Stopwatch.GetElapsedTime(started).TotalSeconds)], DataFiles.Hash([path]), null, sheet.Details);
    }

    private static Event[] Found(SituationRecord? record, WordedDay happened) =>
        [.. (record?.Events ?? []).Where(told => happened.Types.Contains(told.Type.ToString(), StringComparer.OrdinalIgnoreCase) && told.Expected == happened.Expected && record!.Places.FirstOrDefault(place => place.Id == told.Place) is { } town && (town.Name == happened.Place || town.Aliases.Contains(happened.Place)))];

    private static string Days(Event[] found) =>
        found.Length == 0 ? "none" : string.Join(", ", found.Select(told => told.When is { } when ? when.Precision == TimePrecision.Unknown ? $"by {when.End:yyyy-MM-dd}" : $"{when.Start:yyyy-MM-dd}/{when.End:yyyy-MM-dd}" : "no day"));
}
