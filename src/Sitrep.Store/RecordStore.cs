using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline;

namespace Sitrep.Store;

/// <summary>The memory: one SQLite file. Reports, readings and rulings are appended, never changed. One writer at a time, any number of readers.</summary>
public sealed class RecordStore : IDisposable
{
    /// <summary>Opens the file, or makes it, and brings its schema up to date.</summary>
    public static RecordStore Open(string path) => throw new NotImplementedException(path);

    /// <summary>True when the report has been read by this version of the reader.</summary>
    public bool Contains(string reportId) => throw new NotImplementedException();

    /// <summary>Appends a report and its reading in one transaction; changes nothing when they are there already.</summary>
    public void Append(RawReport raw, ReadReport read) => throw new NotImplementedException();

    /// <summary>Notes an input that was set aside; changes nothing when it is noted already.</summary>
    public void Append(Problem setAside) => throw new NotImplementedException();

    /// <summary>Appends a ruling and gives it its sequence number.</summary>
    public Ruling Append(Ruling ruling) => throw new NotImplementedException();

    /// <summary>Every report with its latest reading, in order of id.</summary>
    public IReadOnlyList<ReadReport> LoadReports() => throw new NotImplementedException();

    /// <summary>Reports whose latest reading is by an older reader.</summary>
    public IReadOnlyList<RawReport> LoadOutdated() => throw new NotImplementedException();

    /// <summary>Inputs set aside and not read since, in order of input.</summary>
    public IReadOnlyList<Problem> LoadSetAside() => throw new NotImplementedException();

    public IReadOnlyList<Ruling> LoadRulings() => throw new NotImplementedException();

    public void Dispose() { }
}
