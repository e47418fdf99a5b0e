using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Sitrep.Store.Engine;

/// <summary>Brings a file to the newest schema, or says why not. Steps are numbered, recorded in the file, and only go forward.</summary>
internal static class Schema
{
    /// <summary>"SITR": what the file header of a record says it is (https://www.sqlite.org/fileformat.html, offset 68).</summary>
    private const long ApplicationId = 0x53_49_54_52;

    /// <exception cref="StoreException">The file is another program's, or a newer version of Sitrep wrote it.</exception>
    public static void BringUpToDate(SqliteConnection connection, string path)
    {
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        if (IsCurrent(connection, path)) return;   // another process was faster
        int have = Version(connection);
        if (have == 0)
        {
            Execute(connection, $"PRAGMA application_id = {ApplicationId.ToString(CultureInfo.InvariantCulture)}");
            Execute(connection, "CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT");
        }
        foreach (Migration step in Sql.Migrations.Where(step => step.Number > have))
        {
            Execute(connection, step.Text);
            using SqliteCommand record = connection.CreateCommand();
            record.CommandText = "INSERT INTO migration (number, name) VALUES ($number, $name)";
            record.Parameters.AddWithValue("$number", step.Number);
            record.Parameters.AddWithValue("$name", step.Name);
            record.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    /// <summary>True when nothing is to be done; asks without a lock and changes nothing.</summary>
    /// <exception cref="StoreException">The file is another program's, or a newer version of Sitrep wrote it.</exception>
    public static bool IsCurrent(SqliteConnection connection, string path)
    {
        int newest = Sql.Migrations[^1].Number;
        long application = Number(connection, "PRAGMA application_id");
        if (application != ApplicationId)
        {
            if (application == 0 && Number(connection, "SELECT count(*) FROM sqlite_schema") == 0) return false;
            // Another sitrep may have made the tables between the two looks.
            if (Number(connection, "PRAGMA application_id") == ApplicationId) return false;
            throw new StoreException($"Record {path}: is a SQLite database of another program; expected a file made by sitrep; check the path, or name a new file.");
        }
        int have = Version(connection);
        if (have > newest) throw new StoreException($"Record {path}: its schema is version {have}; expected {newest} at most; a newer sitrep wrote it, so use that one.");
        return have == newest;
    }

    private static int Version(SqliteConnection connection) =>
        Number(connection, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'migration'") == 0 ? 0
        : (int)Number(connection, "SELECT coalesce(max(number), 0) FROM migration");

    private static long Number(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
