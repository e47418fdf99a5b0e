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

    [Fact]
    public void A_file_that_is_renamed_into_place_is_read_however_old_it_is_and_one_that_takes_its_name_too()
    {
        using var watch = new FolderWatch([_folder], _clock);
        string path = Path.Combine(_folder, "a.txt"), beside = Path.Combine(_folder, "a.part");
        foreach (string words in (string[])["first", "second words"])
        {
            File.WriteAllText(beside, words);
            File.SetLastWriteTimeUtc(beside, new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
            File.Move(beside, path, overwrite: true);
            Assert.False(watch.IsFinished(path));
            _clock.Step(FolderWatch.Settle);
            Assert.True(watch.IsFinished(path));
            Assert.False(watch.IsFinished(path));
        }
    }

    private static bool IsOpen(string path)
    {
        try
        {
            File.OpenRead(path).Dispose();
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_told_once_and_read_when_it_can_be()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Rights are told otherwise there.");
            return;
        }
        using var watch = new FolderWatch([_folder], _clock);
        string path = Path.Combine(_folder, "a.txt");
        File.WriteAllText(path, "words");
        Assert.False(watch.IsFinished(path));
        _clock.Step(FolderWatch.Settle);
        File.SetUnixFileMode(path, UnixFileMode.None);
        Assert.SkipWhen(IsOpen(path), "Whoever runs this may open every file.");
        Assert.True(watch.IsFinished(path));
        _clock.Step(FolderWatch.Settle);
        Assert.False(watch.IsFinished(path));
        File.SetUnixFileMode(path, UnixFileMode.UserRead);
        Assert.True(watch.IsFinished(path));
        Assert.False(watch.IsFinished(path));
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
