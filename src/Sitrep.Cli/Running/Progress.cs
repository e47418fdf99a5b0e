using System.Globalization;
using Sitrep.Pipeline.Ingest;

namespace Sitrep.Cli.Running;

/// <summary>How far the run is and how long it will take, on standard error: one line redrawn while a person looks, a line every few seconds when it was asked for, else nothing.</summary>
/// <param name="asked">True for <c>--progress</c>.</param>
internal sealed class Progress(Terminal terminal, IngestMeter meter, TimeProvider clock, bool asked) : IDisposable
{
    /// <summary>Between two lines: a screen is redrawn, a log grows.</summary>
    private static readonly TimeSpan Redraw = TimeSpan.FromSeconds(0.1), Log = TimeSpan.FromSeconds(5);

    private readonly long _start = clock.GetTimestamp();
    private TimeSpan _shown;
    private int _reports;
    private int _width;

    /// <summary>Another report was read or found known.</summary>
    public void Step()
    {
        _reports++;
        Show();
    }

    /// <summary>Shows how far things are, unless it just did.</summary>
    public void Show()
    {
        if (!terminal.Live && !asked) return;
        TimeSpan now = clock.GetElapsedTime(_start);
        if (now - _shown < (terminal.Live ? Redraw : Log)) return;
        _shown = now;
        string line = Line(now);
        if (terminal.Live)
        {
            terminal.Error.Write($"\r{line}{new string(' ', Math.Max(0, _width - line.Length))}");
            _width = line.Length;
        }
        else terminal.Error.WriteLine(line);
    }

    /// <summary>The last word, for a log.</summary>
    public void Finish()
    {
        Wipe();
        if (asked && !terminal.Live && _reports > 0) terminal.Error.WriteLine(Line(clock.GetElapsedTime(_start)));
    }

    /// <summary>Takes the line away so that another can be written.</summary>
    public void Wipe()
    {
        if (_width > 0) terminal.Error.Write($"\r{new string(' ', _width)}\r");
        _width = 0;
    }

    public void Dispose() => Wipe();

    private string Line(TimeSpan elapsed) => Line(_reports, meter.Inputs, meter.InputsTotal, meter.Bytes, meter.BytesTotal, elapsed);

    /// <summary>"240 reports, 35 a second, 12 of 60 inputs, 3.1 of 20.5 MB, about 20 s left".</summary>
    internal static string Line(int reports, int inputs, int inputsTotal, long bytes, long bytesTotal, TimeSpan elapsed)
    {
        var parts = new List<string> { Words($"{reports} reports") };
        double seconds = elapsed.TotalSeconds;
        if (seconds > 0.5) parts.Add(Words($"{reports / seconds:0.#} a second"));
        if (inputsTotal > 1) parts.Add(Words($"{inputs} of {inputsTotal} inputs"));
        if (bytesTotal > 0) parts.Add(Words($"{bytes / 1e6:0.0} of {bytesTotal / 1e6:0.0} MB"));
        // Bytes tell more than files where an archive is among them; addresses have none.
        double share = bytesTotal > 0 ? (double)bytes / bytesTotal : inputsTotal > 1 ? (double)inputs / inputsTotal : 0;
        if (seconds > 2 && share is > 0.01 and < 1) parts.Add($"about {Duration(seconds * (1 - share) / share)} left");
        return string.Join(", ", parts);
    }

    private static string Duration(double seconds) =>
        seconds < 90 ? Words($"{Math.Ceiling(seconds):0} s") : seconds < 5400 ? Words($"{seconds / 60:0} min") : Words($"{seconds / 3600:0.0} h");

    private static string Words(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
