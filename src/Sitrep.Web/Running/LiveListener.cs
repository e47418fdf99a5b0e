using Sitrep.Model.Reports;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Ingest;
using Sitrep.Pipeline.Publish.View;
using Sitrep.Store.Running;
using Sitrep.Web.Markup;
using Sitrep.Web.Records;

namespace Sitrep.Web.Running;

/// <summary>A report that has just been read.</summary>
internal sealed record FoundReport(string Report, string Input, string? Title, string Outlet, DateOnly? Published, int Claims);

/// <summary>An input that could not be read, or not wholly.</summary>
internal sealed record FoundProblem(int Code, string Input, string Message, bool SetAside);

/// <summary>The record is another one now.</summary>
internal sealed record ChangedRecord(int Read);

/// <summary>Hands on to open pages what is read.</summary>
internal sealed class LiveListener(ReadingStatus status, LiveFeed feed, RecordBook book, TimeProvider clock) : ReadingListener
{
    /// <summary>While much is read, pages are told to look again this often at most: each look folds the record.</summary>
    private static readonly TimeSpan ChangeEvery = TimeSpan.FromSeconds(2);

    /// <summary>Times as long as a fold takes; reading must not stand still because pages look.</summary>
    private const int FoldsApart = 5;

    private IngestMeter? _meter;
    private long _changed = clock.GetTimestamp();

    public override void Began(IngestMeter meter) => _meter = meter;

    public override void Took(ReadReport report)
    {
        var found = new FoundReport(report.Report.Id, report.Report.Input, report.Report.Title is { } title ? Wording.Line(title, 160) : null, RecordIndex.Publisher(report.Report), report.Report.Published, report.Reading.Claims.Length);
        status.Took(found);
        feed.Tell(new LiveEvent("found", JsonText.Of(found, LiveJson.Default.FoundReport).Text));
    }

    public override void Told(Problem problem)
    {
        var told = new FoundProblem((int)problem.Code, problem.Input, problem.Message, problem.SetAside);
        status.Told(told);
        feed.Tell(new LiveEvent("problem", JsonText.Of(told, LiveJson.Default.FoundProblem).Text));
    }

    public override void Stepped()
    {
        status.Stepped();
        Progress();
        TimeSpan since = clock.GetElapsedTime(_changed);
        if (since >= ChangeEvery && since >= FoldsApart * book.FoldTime) Changed();
    }

    public override void Moved() => Progress();

    public override void Ended() => Progress();

    /// <summary>Tells open pages to look again.</summary>
    public void Changed()
    {
        _changed = clock.GetTimestamp();
        book.Refresh();
        Progress();
        feed.Tell(new LiveEvent("record", JsonText.Of(new ChangedRecord(status.Now.Read), LiveJson.Default.ChangedRecord).Text));
    }

    private void Progress()
    {
        if (_meter is { } meter) status.Of(meter.InputsTotal);
        feed.Tell(new LiveEvent("progress", JsonText.Of(status.Now, LiveJson.Default.ReadingCount).Text));
    }
}
