using Sitrep.Pipeline.Ingest;

namespace Sitrep.Cli.Running;

/// <summary>What is looked at in each round of a watch: files every time, addresses when their time has come.</summary>
/// <param name="poll">Between two requests for one address.</param>
internal sealed class WatchRounds(InputChoice inputs, FolderWatch watch, TimeProvider clock, TimeSpan poll)
{
    private readonly string[] _files = [.. inputs.Paths.Where(path => !IngestStage.IsAddress(path))];
    private readonly string[] _addresses = [.. inputs.Paths.Where(IngestStage.IsAddress)];
    private long? _asked;

    public InputChoice Next()
    {
        if (_addresses.Length == 0 || (_asked is { } before && clock.GetElapsedTime(before) < poll)) return inputs with { Paths = _files };
        _asked = clock.GetTimestamp();
        return inputs with { Paths = [.. _files, .. _addresses] };
    }

    /// <returns>False when the run was stopped.</returns>
    public bool Await(CancellationToken cancel) => watch.AwaitChange(cancel);
}
