using Sitrep.Pipeline.Ingest;

namespace Sitrep.Store.Running;

/// <summary>What is looked at in each round of a watch: files every time, addresses when their time has come.</summary>
/// <param name="inputs">Files, folders, patterns and addresses.</param>
/// <param name="poll">Between two requests for one address.</param>
public sealed class WatchRounds(IReadOnlyList<string> inputs, FolderWatch watch, TimeProvider clock, TimeSpan poll)
{
    private readonly string[] _files = [.. inputs.Where(path => !IngestStage.IsAddress(path))];
    private readonly string[] _addresses = [.. inputs.Where(IngestStage.IsAddress)];
    private long? _asked;

    public IReadOnlyList<string> Next()
    {
        if (_addresses.Length == 0 || (_asked is { } before && clock.GetElapsedTime(before) < poll)) return _files;
        _asked = clock.GetTimestamp();
        return [.. _files, .. _addresses];
    }

    /// <returns>False when the run was stopped.</returns>
    public bool Await(CancellationToken cancel) => watch.AwaitChange(cancel);
}
