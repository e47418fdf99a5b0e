using Sitrep.Model.Record;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Resolve.Disasters;

namespace Sitrep.Eval.Wordings;

/// <summary>Whether a disaster and its toll are read alike in whatever words newsrooms and relief bodies put them.</summary>
internal static class DisasterAnswers
{
    /// <summary>Of what lies before it nobody was told as news: "a 2004 earthquake killed 300".</summary>
    private static readonly DateOnly News = new(2017, 1, 1);

    /// <summary>What people do to each other, which no disaster is.</summary>
    private static readonly EventType[] Conflict = [EventType.Attack, EventType.Bombing, EventType.Strike, EventType.Clash, EventType.Capture, EventType.Siege, EventType.Withdrawal, EventType.Holding, EventType.Detention, EventType.Release, EventType.Abduction, EventType.Surrender];

    private static readonly Lazy<DisasterKinds> Kinds = new(() => DisasterKinds.Load(Product.Data));

    public static (string Metric, bool Right)[] Answers(ReadReport? read, WordedDisaster worded)
    {
        SituationRecord? record = read is null ? null : Product.OrNull(() => Product.Pipeline.Fold([read], [], asOf: null));
        Event[] news = [.. (record?.Events ?? []).Where(told => !(told.When?.End < News) && (!told.Expected || worded.Expected))];
        bool Happened(Event told) => Claims(record!, told.Claims).Any(claim => claim.Stance == Stance.Affirms);
        Event[] disasters = [.. news.Where(told => told.Type == EventType.Disaster)];
        bool one = disasters is [var only] && only.Expected == worded.Expected && worded.Kinds.Contains(KindOf(record!, only)) || disasters.Length == 0 && !worded.Told;   // what was found is of a record
        bool invented = news.Any(told => Conflict.Contains(told.Type)) || news.Any(told => told.Type == EventType.Killing && Happened(told)) && worded.Counts.All(count => count.Count.Measure != Measure.Killed);
        Claim[] claims = [.. disasters.SelectMany(told => Claims(record!, told.Claims))];
        List<Figure> figures = [.. (record?.Figures ?? []).Where(figure => !(figure.When?.End < News) && figure.High != 0)];
        Figure?[] found = [.. worded.Counts.Select(count => Taken(record, figures, count))];
        bool Each(Func<Figure, DisasterCount, bool> holds) => found.Zip(worded.Counts).All(pair => pair.First is null || holds(pair.First, pair.Second));
        return
        [
            ("event", record is not null && one && !invented),
            ("place", Array.TrueForAll(disasters, told => IsAt(record!, told.Place, worded.Place))),
            ("day", worded.Day is not { } day || Array.TrueForAll(disasters, told => told.When is { } when && when.Start == day && when.End == day)),
            ("source", Array.TrueForAll(claims, claim => claim.Stance == (worded.Expected ? Stance.Expects : Stance.Affirms)) && (claims.Length == 0 || claims.Any(claim => WordingRows.IsBy(claim, worded.Source)))),
            ("count", figures.Count == 0 && found.Zip(worded.Counts).All(pair => pair.First is not null || !pair.Second.Needed)),
            ("where", Each((figure, count) => IsAt(record!, figure.Place, count.Place))),
            ("told", Each((figure, count) => Claims(record!, figure.Claims).Any(claim => claim.Stance == Stance.Affirms && WordingRows.IsBy(claim, count.Source)))),
        ];
    }

    // A figure stands for one count; those that stay are of nothing that was put in.
    private static Figure? Taken(SituationRecord? record, List<Figure> figures, DisasterCount count)
    {
        Figure? right = figures.Find(figure => figure.Measure == count.Count.Measure && count.Count.Is(figure) && (count.Count.Who is not { } who || Claims(record!, figure.Claims)[0].Figure!.Subject is { } subject && (subject.Name ?? subject.Words).Contains(who, StringComparison.OrdinalIgnoreCase)));
        if (right is not null) figures.Remove(right);
        return right;
    }

    private static string KindOf(SituationRecord record, Event told) => Claims(record, told.Claims).Select(claim => Kinds.Value.Of(claim.Event!)?.Kind).FirstOrDefault(kind => kind is not null) ?? "";   // claims on an event

    private static bool IsAt(SituationRecord record, string? place, string town) => record.Places.FirstOrDefault(known => known.Id == place) is { } found && (found.Name == town || found.Aliases.Contains(town));

    private static Claim[] Claims(SituationRecord record, IEnumerable<string> ids) => [.. ids.Select(id => record.Claims.First(claim => claim.Claim.Id == id).Claim)];
}
