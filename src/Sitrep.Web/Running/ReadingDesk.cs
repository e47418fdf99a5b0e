using System.Threading.Channels;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Ingest;
using Sitrep.Pipeline.Ingest.Web;
using Sitrep.Store;
using Sitrep.Store.Running;
using Sitrep.Web.Records;
using Sitrep.Web.Serving;

namespace Sitrep.Web.Running;

/// <summary>Something to read.</summary>
/// <param name="Inputs">Files, folders, patterns and addresses.</param>
/// <param name="Folder">Deleted when it has been read; null for what is not ours.</param>
internal sealed record ReadingJob(IReadOnlyList<string> Inputs, string? Folder = null)
{
    /// <summary>Throws away what was kept to be read.</summary>
    public void Delete()
    {
        if (Folder is not null) Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>Reads into the store while pages are looked at: what the desk was opened with, what is added, and what comes into watched folders.</summary>
/// <param name="tell">Given a line when reading broke off.</param>
/// <param name="mayBePrivate">False where others than this machine's user add addresses; what it was opened with and what it watches is the user's own.</param>
internal sealed class ReadingDesk(string storePath, Task<SitrepPipeline> pipeline, RecordBook book, LiveFeed feed, bool follow, bool mayBePrivate, Action<string> tell, TimeProvider clock)
{
    /// <summary>Jobs that wait; an analyst adds one at a time.</summary>
    private const int JobsMax = 64;

    /// <summary>How often watched addresses are asked: feeds say themselves that they are not to be asked more often.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromMinutes(15);

    /// <summary>How long a watch that broke off rests: a full disk or a locked store is not mended sooner.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(10);

    private readonly Channel<ReadingJob> _jobs = Channel.CreateBounded<ReadingJob>(JobsMax);
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when all that the desk was opened with has been read, or never will be.</summary>
    public Task Opened => _opened.Task;

    /// <summary>How far reading is.</summary>
    public ReadingStatus Status { get; } = new();

    /// <returns>False when too much waits already.</returns>
    public bool Add(ReadingJob job)
    {
        Status.Waits();
        if (_jobs.Writer.TryWrite(job)) return true;
        Status.Done();
        return false;
    }

    /// <summary>From now on there is something to read; said before the first page can ask.</summary>
    public void Opens() => Status.Waits();

    /// <summary>Reads what the desk was opened with, then one job after the other until it is stopped.</summary>
    public async Task RunAsync(IReadOnlyList<string> inputs, CancellationToken cancel)
    {
        try
        {
            SitrepPipeline stages = await pipeline.WaitAsync(cancel);
            using RecordStore store = RecordStore.Open(storePath);
            using var own = new Fetcher(new FetchLimits(), clock, cancel);
            using var added = new Fetcher(new FetchLimits { PrivateNamed = mayBePrivate }, clock, cancel);
            var listener = new LiveListener(Status, feed, book, clock);
            await OnThread(() => Read(new ReadingJob(inputs), own));
            _opened.TrySetResult();
            await foreach (ReadingJob job in _jobs.Reader.ReadAllAsync(cancel)) await OnThread(() => Read(job, added));

            void Read(ReadingJob job, Fetcher fetcher)
            {
                try
                {
                    // Also without inputs: what an older reader read is read again.
                    new ReadingRun(stages, listener, store, cancel).Read(job.Inputs, Options(store, fetcher), Stream.Null);
                }
                catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
                {
                    // A full disk does not close a desk that others look at.
                    tell(Faults.Line("reading", e));
                    Status.Told(new FoundProblem(0, string.Join(", ", job.Inputs), "Reading broke off; the operator of the desk has been told why. What was finished is kept.", SetAside: true));
                }
                job.Delete();
                Status.Done();
                listener.Changed();
            }
        }
        finally
        {
            _opened.TrySetResult();
        }
    }

    /// <summary>Reads what is in the watched places and what comes into them, until it is stopped. A fault does not end the watch: all is looked at anew after a while, and what was missed is read then.</summary>
    public async Task WatchAsync(IReadOnlyList<string> watched, CancellationToken cancel)
    {
        SitrepPipeline stages = await pipeline.WaitAsync(cancel);
        using RecordStore store = RecordStore.Open(storePath);
        using var fetcher = new Fetcher(new FetchLimits(), clock, cancel);
        var listener = new LiveListener(Status, feed, book, clock);
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await OnThread(() => new WatchRun(stages, listener, store, clock, cancel).Read(watched, Options(store, fetcher), Poll, _ => listener.Changed()));
            }
            catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
            {
                tell(Faults.Line("watching", e));
                Status.Told(new FoundProblem(0, string.Join(", ", watched), "Watching broke off and is taken up again; the operator of the desk has been told why.", SetAside: false));
                await Task.Delay(Again, clock, cancel);
            }
        }
    }

    // Reading and watching wait and work for as long as the desk is open. On a thread of the pool each would take one from those that answer
    // pages and read reports; with two cores the pool has two to begin with, and all stood still until it grew.
    private static Task OnThread(Action work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private IngestOptions Options(RecordStore store, Fetcher fetcher) => new() { Web = fetcher, Follow = follow, LastFetch = store.LastFetch, Faulted = (input, fault) => tell(Faults.Line($"reading {input}", fault)) };
}
