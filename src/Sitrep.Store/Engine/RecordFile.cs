using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Sitrep.Store.Engine;

/// <summary>One open connection to a record's file: its settings, its prepared statements, its transactions, its errors in plain words.</summary>
internal sealed class RecordFile : IDisposable
{
    private readonly string _path;
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    private RecordFile(string path, SqliteConnection connection) => (_path, _connection) = (path, connection);

    /// <param name="waitSeconds">How long to wait for another writer, at least 1.</param>
    /// <exception cref="StoreException">See the message.</exception>
    public static RecordFile Open(string path, int waitSeconds)
    {
        SqliteEngine.Load();
        if (Directory.Exists(path)) throw new StoreException($"Record {path}: is a folder; expected a file; name a file in it.");
        string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is not null && !Directory.Exists(folder)) throw new StoreException($"Record {path}: its folder does not exist; expected one that this user may write; make it first.");

        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Pooling = false,             // closing must close: the journal is folded into the file then
            ForeignKeys = true,
            RecursiveTriggers = true,    // else INSERT OR REPLACE would slip past the triggers that forbid deleting
            DefaultTimeout = waitSeconds,
        }.ToString());
        var file = new RecordFile(path, connection);
        try
        {
            file.Guard(() => file.Prepare(waitSeconds));
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Runs <paramref name="body"/> and translates what the library throws.</summary>
    public T Guard<T>(Func<T> body)
    {
        try
        {
            return body();
        }
        catch (SqliteException error)
        {
            throw StoreException.From(_path, error);
        }
        catch (Exception error) when (error is JsonException or InvalidDataException)
        {
            throw new StoreException($"Record {_path}: a row cannot be read ({error.Message}); expected what this version of sitrep writes; ingest the reports again, or restore the file from a backup.", error);
        }
    }

    /// <summary>The same in one transaction that holds the write lock from its start. All of it happens, or nothing.</summary>
    public void Write(Action body) => Guard(() => InTransaction("BEGIN IMMEDIATE", () => { body(); return true; }));

    /// <summary>The same in one transaction that sees one state of the file, whatever a writer does meanwhile.</summary>
    public T Read<T>(Func<T> body) => Guard(() => InTransaction("BEGIN", body));

    /// <summary>Runs a statement from the folder Queries.</summary>
    public void Execute(string query, params ReadOnlySpan<(string Name, object? Value)> parameters) => Command(query, parameters).ExecuteNonQuery();

    /// <returns>The first column of the first row; null when there is no row or the value is null.</returns>
    public object? Scalar(string query, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Command(query, parameters).ExecuteScalar() is { } value and not DBNull ? value : null;

    /// <summary>Rows of a statement from the folder Queries; dispose before running the same statement again.</summary>
    public SqliteDataReader Rows(string query, params ReadOnlySpan<(string Name, object? Value)> parameters) => Command(query, parameters).ExecuteReader();

    public void Dispose()
    {
        foreach (SqliteCommand command in _prepared.Values) command.Dispose();
        _connection.Dispose();
    }

    private bool Prepare(int waitSeconds)
    {
        _connection.Open();
        Pragma($"PRAGMA busy_timeout = {(waitSeconds * 1000).ToString(CultureInfo.InvariantCulture)}");
        Pragma("PRAGMA trusted_schema = OFF");   // a record may come from somebody else
        bool current = Schema.IsCurrent(_connection, _path);
        if (Pragma("PRAGMA journal_mode = WAL") is not "wal")
        {
            throw new StoreException($"Record {_path}: no write-ahead log can be kept beside it; expected a local disk this user may write; move the file.");
        }
        // Docs: decision 0006. A killed process loses nothing; a power cut may lose the last reports, and they are read again.
        Pragma("PRAGMA synchronous = NORMAL");
        // The index of copies is written all over: SQLite's own two megabytes would fetch most of its pages again for every report.
        Pragma("PRAGMA cache_size = -65536");
        if (!current) Schema.BringUpToDate(_connection, _path);
        return true;
    }

    private string? Pragma(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private T InTransaction<T>(string begin, Func<T> body)
    {
        Pragma(begin);
        try
        {
            T result = body();
            Pragma("COMMIT");
            return result;
        }
        catch
        {
            // Some errors end the transaction themselves; a second ROLLBACK would hide the first error.
            if (raw.sqlite3_get_autocommit(_connection.Handle) == 0) Pragma("ROLLBACK");
            throw;
        }
    }

    private SqliteCommand Command(string query, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!_prepared.TryGetValue(query, out SqliteCommand? command))
        {
            command = _connection.CreateCommand();
            command.CommandText = Sql.Query(query);
            foreach ((string name, _) in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = name });
            _prepared[query] = command;
        }
        for (int i = 0; i < parameters.Length; i++) command.Parameters[i].Value = parameters[i].Value ?? DBNull.Value;
        return command;
    }
}
