using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Dedupe;
using Sitrep.Pipeline.Ingest.Web;
using Sitrep.Store.Engine;
using Sitrep.Store.Json;

namespace Sitrep.Store;

/// <summary>The memory: one SQLite file. Reports, readings and rulings are appended, never changed. One writer at a time, any number of readers.</summary>
/// <remarks>Each Append is one transaction: when it has returned, the report survives a kill of the process. Not thread-safe; open one
/// store for each thread. Every member throws <see cref="StoreException"/> when the file cannot be read or written.</remarks>
public sealed partial class RecordStore : IDisposable
{
    /// <summary>How long a writer waits for another to finish. Writers hold the lock for one report, a few milliseconds.</summary>
    private const int WriterWaitSeconds = 10;

    /// <summary>Readings indexed in one transaction when the index is made anew.</summary>
    private const int IndexedAtATime = 64;

    private readonly RecordFile _file;
    private readonly CopyIndex _copies;

    private RecordStore(RecordFile file) => (_file, _copies) = (file, new CopyIndex(file));

    /// <summary>Opens the file, or makes it, and brings its schema up to date.</summary>
    /// <exception cref="StoreException">The path is no record, cannot be written, or belongs to a newer version.</exception>
    public static RecordStore Open(string path) => Open(path, WriterWaitSeconds);

    internal static RecordStore Open(string path, int writerWaitSeconds)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var store = new RecordStore(RecordFile.Open(path, writerWaitSeconds));
        if (store._file.Guard(() => store._copies.IsStale)) store._file.Write(store._copies.Forget);
        return store;
    }

    /// <summary>True when the report has been read by this version of the reader.</summary>
    public bool Contains(string reportId) => _file.Guard(() => HasReading(reportId, SitrepPipeline.ReaderVersion));

    /// <summary>Appends a report and its reading in one transaction; changes nothing when they are there already.</summary>
    public void Append(RawReport raw, ReadReport read) => Append(raw, read, SitrepPipeline.ReaderVersion);

    /// <param name="sketch">Of the report; made where there is time for it.</param>
    public void Append(RawReport raw, ReadReport read, Sketch sketch) => Append(raw, read, sketch, SitrepPipeline.ReaderVersion);

    internal void Append(RawReport raw, ReadReport read, int readerVersion) => Append(raw, read, Sketch.Of(read.Report), readerVersion);

    private void Append(RawReport raw, ReadReport read, Sketch sketch, int readerVersion)
    {
        if (read.Report.Id != raw.Id || read.Reading.ReportId != raw.Id) throw new ArgumentException($"The reading is of {read.Report.Id}, not of {raw.Id}.", nameof(read));
        if (_file.Guard(() => HasReading(raw.Id, readerVersion) && IsKept(raw))) return;   // nothing to do, so no lock

        string supplied = JsonSerializer.Serialize(raw.Supplied, StoreJson.Default.SuppliedMetadata);
        string report = JsonSerializer.Serialize(StoredReport.Of(read.Report), StoreJson.Default.StoredReport);
        string reading = JsonSerializer.Serialize(StoredReading.Of(read.Reading), StoreJson.Default.StoredReading);
        string problems = JsonSerializer.Serialize(read.Problems, StoreJson.Default.ImmutableArrayProblem);
        byte[]? clean = read.Report.Text == raw.Received ? null : TextBlob.Write(read.Report.Text);
        _file.Write(() =>
        {
            if (!IsKept(raw))
            {
                _file.Execute("append-report", ("$id", raw.Id), ("$input", raw.Input), ("$sha256", raw.Sha256), ("$markup", raw.Markup.ToString()),
                    ("$received", TextBlob.Write(raw.Received)), ("$supplied", supplied));
            }
            if (HasReading(raw.Id, readerVersion)) return;
            long sequence = (long)_file.Scalar("append-reading", ("$id", raw.Id), ("$version", readerVersion), ("$clean", clean), ("$report", report), ("$reading", reading), ("$problems", problems))!;   // RETURNING gives a row for each row inserted
            _copies.Add(sequence, sketch);
            for (int i = 0; i < read.Reading.Claims.Length; i++)
            {
                Claim claim = read.Reading.Claims[i];
                _file.Execute("append-claim", ("$id", claim.Id), ("$report", raw.Id), ("$version", readerVersion), ("$position", i), ("$start", claim.Span.Start),
                    ("$end", claim.Span.End), ("$stance", claim.Stance.ToString()), ("$claim", JsonSerializer.Serialize(claim, StoreJson.Default.Claim)));
            }
        });
    }

    /// <summary>Notes an input that was set aside; changes nothing when it is noted already.</summary>
    /// <exception cref="ArgumentException">The problem did not set its input aside; such problems belong to a reading.</exception>
    public void Append(Problem setAside)
    {
        if (!setAside.SetAside) throw new ArgumentException($"{setAside.Input} was not set aside.", nameof(setAside));
        _file.Write(() => _file.Execute("append-set-aside",
            ("$input", setAside.Input), ("$report", setAside.ReportId), ("$code", (int)setAside.Code), ("$message", setAside.Message)));
    }

    /// <summary>Keeps what a server said of an address.</summary>
    public void Append(FetchNote note) => _file.Write(() => _file.Execute("append-fetch",
        ("$address", note.Address), ("$at", note.At.ToString("O", CultureInfo.InvariantCulture)), ("$status", note.Status), ("$etag", note.ETag), ("$modified", note.LastModified)));

    /// <summary>What the server said last of an address; null when it was never fetched.</summary>
    public FetchNote? LastFetch(string address) => _file.Guard(() =>
    {
        using SqliteDataReader rows = _file.Rows("last-fetch", ("$address", address));
        if (!rows.Read()) return null;
        var at = DateTimeOffset.ParseExact(rows.GetString(0), "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
        return new FetchNote(address, at, rows.GetInt32(1), rows.IsDBNull(2) ? null : rows.GetString(2), rows.IsDBNull(3) ? null : rows.GetString(3));
    });

    /// <summary>The report that was read last under this name; null when there is none.</summary>
    public Report? LatestOf(string input) => _file.Guard(() =>
    {
        using SqliteDataReader rows = _file.Rows("latest-of-input", ("$input", input));
        if (!rows.Read()) return null;
        string received = TextBlob.Read(rows.GetFieldValue<byte[]>(3));
        string text = rows.IsDBNull(4) ? received : TextBlob.Read(rows.GetFieldValue<byte[]>(4));
        return Parse(rows.GetString(5), StoreJson.Default.StoredReport).With(rows.GetString(0), input, rows.GetString(1), MarkupOf(rows.GetString(2)), received, text);
    });

    /// <summary>Every report with its latest reading, in order of id, and with what the second reader chosen last found beside it.</summary>
    public IReadOnlyList<ReadReport> LoadReports() => _file.Read(() =>
    {
        Dictionary<string, SecondReading> second = LoadSecond();
        var loaded = new List<ReadReport>();
        using SqliteDataReader rows = _file.Rows("load-reports");
        using SqliteDataReader claims = _file.Rows("load-claims");
        bool more = claims.Read();
        while (rows.Read())
        {
            string id = rows.GetString(0);
            var own = ImmutableArray.CreateBuilder<Claim>();
            for (; more && claims.GetString(0) == id; more = claims.Read()) own.Add(Parse(claims.GetString(1), StoreJson.Default.Claim));
            ReadReport read = ReportAt(rows, own.DrainToImmutable());
            loaded.Add(second.TryGetValue(id, out SecondReading? beside) ? read.With(beside) : read);
        }
        return (IReadOnlyList<ReadReport>)loaded;
    });

    // Columns as in load-reports.sql.
    private static ReadReport ReportAt(SqliteDataReader rows, ImmutableArray<Claim> claims)
    {
        string id = rows.GetString(0), received = TextBlob.Read(rows.GetFieldValue<byte[]>(4)), text = rows.IsDBNull(6) ? received : TextBlob.Read(rows.GetFieldValue<byte[]>(6));
        return new ReadReport(
            Parse(rows.GetString(7), StoreJson.Default.StoredReport).With(id, rows.GetString(1), rows.GetString(2), MarkupOf(rows.GetString(3)), received, text),
            Parse(rows.GetString(8), StoreJson.Default.StoredReading).With(id, claims),
            Parse(rows.GetString(9), StoreJson.Default.ImmutableArrayProblem));
    }

    /// <summary>Who shares text with whom. What the index does not hold yet, as in a store made by an older version, is added first.</summary>
    public SharedTexts LoadSharedTexts()
    {
        while (LoadUnsketched() is { Count: > 0 } missing)
        {
            _file.Write(() =>
            {
                foreach ((long reading, Sketch sketch) in missing) _copies.Add(reading, sketch);
            });
        }
        return _file.Read(_copies.Load);
    }

    private List<(long Reading, Sketch Sketch)> LoadUnsketched() => _file.Guard(() =>
    {
        var missing = new List<(long, Sketch)>();
        using SqliteDataReader rows = _file.Rows("load-unsketched", ("$most", IndexedAtATime));
        while (rows.Read())
        {
            string received = TextBlob.Read(rows.GetFieldValue<byte[]>(5)), text = rows.IsDBNull(6) ? received : TextBlob.Read(rows.GetFieldValue<byte[]>(6));
            missing.Add((rows.GetInt64(0), Sketch.Of(Parse(rows.GetString(7), StoreJson.Default.StoredReport)
                .With(rows.GetString(1), rows.GetString(2), rows.GetString(3), MarkupOf(rows.GetString(4)), received, text))));
        }
        return missing;
    });

    /// <summary>Reports whose latest reading is by an older reader.</summary>
    public IReadOnlyList<RawReport> LoadOutdated() => LoadOutdated(SitrepPipeline.ReaderVersion);

    internal IReadOnlyList<RawReport> LoadOutdated(int readerVersion) => _file.Guard(() =>
    {
        var outdated = new List<RawReport>();
        using SqliteDataReader rows = _file.Rows("load-outdated", ("$version", readerVersion));
        while (rows.Read())
        {
            outdated.Add(new RawReport(rows.GetString(0), rows.GetString(1), rows.GetString(2), MarkupOf(rows.GetString(3)),
                TextBlob.Read(rows.GetFieldValue<byte[]>(4)), Parse(rows.GetString(5), StoreJson.Default.SuppliedMetadata)));
        }
        return (IReadOnlyList<RawReport>)outdated;
    });

    /// <summary>Inputs set aside and not read since, in order of input.</summary>
    public IReadOnlyList<Problem> LoadSetAside() => _file.Guard(() =>
    {
        var problems = new List<Problem>();
        using SqliteDataReader rows = _file.Rows("load-set-aside");
        while (rows.Read())
        {
            problems.Add(new Problem(rows.GetString(0), rows.IsDBNull(1) ? null : rows.GetString(1), (ReasonCode)rows.GetInt32(2), rows.GetString(3), SetAside: true));
        }
        return (IReadOnlyList<Problem>)problems;
    });

    /// <summary>A word that changes whenever something is appended that a record is made of, and is the same again for the same content.</summary>
    public string State() => _file.Guard(() =>
    {
        using SqliteDataReader rows = _file.Rows("load-state");
        rows.Read();
        return string.Create(CultureInfo.InvariantCulture, $"{rows.GetInt64(0)}.{rows.GetInt64(1)}.{rows.GetInt64(2)}.{rows.GetInt64(3)}");
    });

    public void Dispose() => _file.Dispose();

    private bool HasReading(string reportId, int readerVersion) => _file.Scalar("has-reading", ("$id", reportId), ("$version", readerVersion)) is not null;

    // Ids are 40 bits of a hash: two reports can have the same one, and then the second must not pass for the first.
    private bool IsKept(RawReport raw)
    {
        using SqliteDataReader rows = _file.Rows("find-report", ("$id", raw.Id));
        if (!rows.Read()) return false;
        if (rows.GetString(0) == raw.Input && rows.GetString(1) == raw.Sha256) return true;
        throw new StoreException($"Report {raw.Input}: its id {raw.Id} belongs to {rows.GetString(0)} already; expected ids to differ; rename the input, which changes its id.");
    }

    private static Markup MarkupOf(string name) => Enum.TryParse(name, out Markup markup) ? markup : throw new InvalidDataException($"unknown markup {name}");

    private static T Parse<T>(string json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(json, type) ?? throw new JsonException("null where a value was expected");
}
