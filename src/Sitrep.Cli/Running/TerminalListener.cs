using Sitrep.Model.Reports;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Ingest;
using Sitrep.Store.Running;

namespace Sitrep.Cli.Running;

/// <summary>Tells on standard error how far reading is and what could not be read.</summary>
/// <param name="asked">True for <c>--progress</c>.</param>
internal sealed class TerminalListener(Terminal terminal, TimeProvider clock, bool asked) : ReadingListener, IDisposable
{
    private Progress? _progress;

    /// <summary>Given every report that was read.</summary>
    public Action<ReadReport> Keep { get; init; } = _ => { };

    public override void Began(IngestMeter meter)
    {
        _progress?.Dispose();
        _progress = new Progress(terminal, meter, clock, asked);
    }

    public override void Took(ReadReport report) => Keep(report);

    public override void Stepped() => _progress?.Step();

    public override void Moved() => _progress?.Show();

    public override void Ended() => _progress?.Finish();

    public override void Told(Problem problem)
    {
        _progress?.Wipe();
        string code = $"{(int)problem.Code} {problem.Code}";
        terminal.Error.WriteLine(problem.SetAside ? $"set aside ({code}) {problem.Input}: {problem.Message}" : $"note ({code}) {problem.Message}");
    }

    public void Dispose() => _progress?.Dispose();
}
