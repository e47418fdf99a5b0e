using System.Globalization;
using Sitrep.Cli.Rendering;
using Sitrep.Model.Reports;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Extract.Second;
using Sitrep.Store;

namespace Sitrep.Cli.Running;

/// <summary>Has a second reader read what the built-in one has read, one report after the other, and tells at the end what came of it. Whatever goes wrong, the built-in readings stand.</summary>
/// <param name="asked">True for <c>--progress</c>.</param>
internal sealed class SecondRun(SitrepPipeline pipeline, SecondReader reader, Terminal terminal, bool asked, CancellationToken cancel)
{
    /// <summary>Reports taken from a store at a time.</summary>
    private const int BatchSize = 64;

    /// <summary>Reports in a row without an answer, after which no more are tried: each may take minutes.</summary>
    private const int SilentMax = 3;

    private readonly SortedDictionary<ReasonCode, int> _refused = [];
    private int _read;
    private int _added;
    private int _unread;
    private int _silent;
    private bool _stopped;
    private int _width;

    private bool IsOver => _stopped || cancel.IsCancellationRequested;

    /// <summary>The reports with what the second reader adds, in the order given.</summary>
    public IReadOnlyList<ReadReport> Read(IReadOnlyList<ReadReport> reports)
    {
        ReadReport[] read = [.. reports.Select(report => Ask(report) is { } second ? report.With(second) : report)];
        Tell();
        return read;
    }

    /// <summary>Reads what it has not read of a store, and keeps what it finds there.</summary>
    public void Read(RecordStore store)
    {
        string after = "";
        while (!IsOver && store.LoadWithout(reader.Name, after, BatchSize) is { Count: > 0 } batch)
        {
            foreach (ReadReport report in batch) if (Ask(report) is { } second) store.Append(second);
            after = batch[^1].Report.Id;
        }
        _unread = store.CountWithout(reader.Name);
        // A reader that answered nothing does not take the place of one that did.
        if (_unread == 0) store.Choose(reader.Name);
        Tell();
    }

    private Model.Record.SecondReading? Ask(ReadReport report)
    {
        if (IsOver)
        {
            _unread++;
            return null;
        }
        SecondOutcome outcome = pipeline.ReadSecond(report, reader);
        foreach ((ReasonCode why, int count) in outcome.Refused) _refused[why] = _refused.GetValueOrDefault(why) + count;
        if (outcome.Reading is { } reading)
        {
            (_read, _added, _silent) = (_read + 1, _added + reading.Claims.Length, 0);
            Show();
            return reading;
        }
        _unread++;
        if (cancel.IsCancellationRequested) return null;
        Line($"note ({(int)ReasonCode.SecondReaderSilent} {ReasonCode.SecondReaderSilent}) {report.Report.Input}: not read by the second reader: {outcome.Why}.");
        _stopped = outcome.IsClosed || ++_silent == SilentMax;
        if (_stopped) Line("note: the second reader is not asked again in this run; what the built-in reader found stands.");
        return null;
    }

    /// <summary>What came of it, and an end of it: the next pass of a watch counts anew.</summary>
    private void Tell()
    {
        if (_read + _unread > 0)
        {
            Line(Words($"second reader {reader.Name.Model} at {reader.Name.Address}: {Wording.Count(_read, "report")} read{(_unread > 0 ? Words($", {_unread} not read") : "")}, {Wording.Count(_added, "claim")} added, {Wording.Count(_refused.Where(reason => reason.Key >= ReasonCode.ItemMalformed).Sum(reason => reason.Value), "item")} refused"));
            foreach ((ReasonCode why, int count) in _refused) Line(Words($"  {(int)why} {why}: {count} ({SecondReader.Reason(why)})"));
        }
        _refused.Clear();
        (_read, _added, _unread) = (0, 0, 0);
    }

    private void Show()
    {
        string line = Words($"second reader: {Wording.Count(_read, "report")} read, {Wording.Count(_added, "claim")} added");
        if (terminal.Live)
        {
            terminal.Error.Write($"\r{line}{new string(' ', Math.Max(0, _width - line.Length))}");
            _width = line.Length;
        }
        else if (asked) terminal.Error.WriteLine(line);
    }

    private void Line(string line)
    {
        if (_width > 0) terminal.Error.Write($"\r{new string(' ', _width)}\r");
        _width = 0;
        terminal.Error.WriteLine(line);
    }

    private static string Words(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
