using Sitrep.Model.Reports;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Ingest;

namespace Sitrep.Store.Running;

/// <summary>Reads what is there, and again whenever a file comes or changes, until it is stopped.</summary>
/// <param name="cancel">Stops between two reports.</param>
public sealed class WatchRun(SitrepPipeline pipeline, ReadingListener listener, RecordStore store, TimeProvider clock, CancellationToken cancel)
{
    /// <param name="inputs">Files, folders, patterns and addresses; standard input ends and cannot be watched.</param>
    /// <param name="poll">How often addresses are asked.</param>
    /// <param name="round">Given what each look at the inputs came to.</param>
    public Tally Read(IReadOnlyList<string> inputs, IngestOptions options, TimeSpan poll, Action<Tally> round)
    {
        using var watch = new FolderWatch(inputs, clock);
        var rounds = new WatchRounds(inputs, watch, clock, poll);
        Tally total = Tally.None;
        var told = new HashSet<Problem>();
        bool first = true;
        do
        {
            var run = new ReadingRun(pipeline, listener, store, cancel) { Told = told, Outdated = first };
            Tally now = run.Read(rounds.Next(), options with { Wanted = watch.IsFinished, Meter = new IngestMeter() }, Stream.Null);
            round(now);
            total = total.Add(now);
            first = false;
        }
        while (rounds.Await(cancel));
        return total;
    }
}
