using Sitrep.Pipeline.Ingest;

namespace Sitrep.Store.Running;

/// <summary>Which files of a watched folder are to be read now: those that are new or changed, once nobody writes to them any more.</summary>
/// <remarks>Events only shorten the wait; what is read is decided by looking at all files again and again, so that a lost event loses nothing.</remarks>
public sealed class FolderWatch : IDisposable
{
    /// <summary>A file is finished when its length and time of change are the same in two looks this far apart.</summary>
    internal static readonly TimeSpan Settle = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait between two looks. Network folders send no events.</summary>
    private static readonly TimeSpan Rescan = TimeSpan.FromSeconds(30);

    private readonly TimeProvider _clock;
    private readonly AutoResetEvent _changed = new(false);
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly Dictionary<string, Stamp> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Stamp Stamp, long Seen)> _waiting = new(StringComparer.Ordinal);
    private readonly HashSet<(string Path, Stamp Stamp)> _closed = [];

    public FolderWatch(IEnumerable<string> paths, TimeProvider clock)
    {
        _clock = clock;
        foreach (string folder in paths.Select(FolderOf).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            try
            {
                var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size };
                _watchers.Add(watcher);
                watcher.Created += (_, _) => _changed.Set();
                watcher.Changed += (_, _) => _changed.Set();
                watcher.Renamed += (_, _) => _changed.Set();
                watcher.Error += (_, _) => _changed.Set();
                watcher.EnableRaisingEvents = true;
            }
            catch (Exception e) when (e is IOException or ArgumentException or PlatformNotSupportedException)
            {
                // No events to be had (a limit of the system, a folder not there yet): looking again finds the files all the same.
            }
        }
    }

    private readonly record struct Stamp(long Length, long ChangedTicks);

    /// <summary>True when the file is to be read now. Asked for each file of each look.</summary>
    public bool IsFinished(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists) return false;
        var stamp = new Stamp(file.Length, file.LastWriteTimeUtc.Ticks);
        if (_read.TryGetValue(path, out Stamp known) && known == stamp) return false;
        if (!_waiting.TryGetValue(path, out (Stamp Stamp, long Seen) waiting) || waiting.Stamp != stamp)
        {
            _waiting[path] = (stamp, _clock.GetTimestamp());
            return false;
        }
        if (_clock.GetElapsedTime(waiting.Seen) < Settle) return false;
        if (!IsOpen(file)) return _closed.Add((path, stamp));     // read once, so that it is told; its rights may be mended, or who locks it may leave
        _waiting.Remove(path);
        _read[path] = stamp;
        return true;
    }

    /// <summary>Waits until it is worth looking again.</summary>
    /// <returns>False when the run was stopped.</returns>
    public bool AwaitChange(CancellationToken cancel)
    {
        foreach (string gone in _waiting.Keys.Where(path => !File.Exists(path)).ToArray()) _waiting.Remove(gone);
        // A file that is being written to is looked at again soon, whatever the events say; one that cannot be opened is asked for like any other.
        bool soon = _waiting.Any(pair => !_closed.Contains((pair.Key, pair.Value.Stamp)));
        WaitHandle[] wake = soon ? [cancel.WaitHandle] : [cancel.WaitHandle, _changed];
        WaitHandle.WaitAny(wake, soon ? Settle : Rescan);
        return !cancel.IsCancellationRequested;
    }

    private static bool IsOpen(FileInfo file)
    {
        try
        {
            using FileStream opened = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        foreach (FileSystemWatcher watcher in _watchers) watcher.Dispose();
        _changed.Dispose();
    }

    private static string? FolderOf(string path)
    {
        if (IngestStage.IsAddress(path)) return null;
        string fixedPart = path.Replace('\\', '/');
        int wild = fixedPart.AsSpan().IndexOfAny('*', '?');
        if (wild >= 0) fixedPart = fixedPart[..wild];
        if (Directory.Exists(fixedPart)) return Path.GetFullPath(fixedPart);
        return Path.GetDirectoryName(Path.GetFullPath(fixedPart.Length == 0 ? "." : fixedPart)) is { } folder && Directory.Exists(folder) ? folder : null;
    }
}
