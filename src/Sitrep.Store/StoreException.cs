using Microsoft.Data.Sqlite;

namespace Sitrep.Store;

/// <summary>The memory cannot be opened, read or written. The message says what, where, what was expected and what to do.</summary>
public sealed class StoreException : Exception
{
    public StoreException() { }

    public StoreException(string message) : base(message) { }

    public StoreException(string message, Exception inner) : base(message, inner) { }

    // Result codes: https://www.sqlite.org/rescode.html
    internal static StoreException From(string path, SqliteException error) => new(error.SqliteErrorCode switch
    {
        5 or 6 => $"Record {path}: another process is writing to it and did not finish within the time allowed; expected one writer at a time; try again when it is done.",
        8 => $"Record {path}: cannot be written (read-only file or folder); expected a file this user may write; change its permissions or name another with --db.",
        10 => $"Record {path}: the disk reports an input/output error ({error.Message}); expected a healthy local disk; check it, and restore the file from a backup if it stays.",
        11 => $"Record {path}: the file is damaged ({error.Message}); expected an intact SQLite database; restore it from a backup, or ingest the reports again into a new file.",
        13 => $"Record {path}: the disk is full; expected room for the record and its journal; free some space and run the command again, nothing finished is lost.",
        14 => $"Record {path}: cannot be opened or made; expected a file in a folder this user may write; check the path and its permissions.",
        26 => $"Record {path}: is not a SQLite database; expected a file made by sitrep; check the path, or name a new file.",
        _ => $"Record {path}: {error.Message}; expected a record made by this version of sitrep; run sitrep doctor, and restore the file from a backup if it is damaged.",
    }, error);
}
