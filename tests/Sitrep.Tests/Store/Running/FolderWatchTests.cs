using Sitrep.Store.Running;

namespace Sitrep.Tests.Store.Running;

public sealed class FolderWatchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sitrep-watch").FullName;
    private readonly StepClock _clock = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void File_is_finished_when_it_rests_and_again_when_it_changed()
    {
        using var watch = new FolderWatch([_folder], _clock);
        string path = Path.Combine(_folder, "a.txt");
        File.WriteAllText(path, "half");
        Assert.False(watch.IsFinished(path));
        File.WriteAllText(path, "half and half");
        _clock.Step(FolderWatch.Settle);
        Assert.False(watch.IsFinished(path));   // it was still being written
        _clock.Step(FolderWatch.Settle);
        Assert.True(watch.IsFinished(path));
        _clock.Step(FolderWatch.Settle);
        Assert.False(watch.IsFinished(path));   // known
        File.WriteAllText(path, "other words altogether");
        Assert.False(watch.IsFinished(path));
        _clock.Step(FolderWatch.Settle);
        Assert.True(watch.IsFinished(path));
    }

    [Fact(Timeout = 30_000)]
    public async Task Stop_ends_the_wait()
    {
        using var watch = new FolderWatch([_folder, Path.Combine(_folder, "**/*.txt"), "https://a.example/feed"], _clock);
        using var stop = new CancellationTokenSource(200);
        Assert.False(await Task.Run(() => watch.AwaitChange(stop.Token), TestContext.Current.CancellationToken));
    }

    /// <summary>A clock that goes on when it is told to.</summary>
    private sealed class StepClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Step(TimeSpan time) => _ticks += time.Ticks;
    }
}
