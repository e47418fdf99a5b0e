using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Sitrep.Store;

namespace Sitrep.Tests.Store;

/// <summary>A folder of its own for one test's record, gone afterwards.</summary>
internal sealed class TemporaryRecord : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sitrep-store-");

    // A test may open the file before it asks the store for anything; the module's initialiser names the engine.
    static TemporaryRecord() => RuntimeHelpers.RunModuleConstructor(typeof(RecordStore).Module.ModuleHandle);

    public string Folder => _folder.FullName;

    public string Path => System.IO.Path.Combine(_folder.FullName, "record.db");

    public RecordStore Open() => RecordStore.Open(Path);

    /// <summary>A connection beside the store's own, as another program would open it.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False;Default Timeout=1");
        connection.Open();
        return connection;
    }

    public object? Ask(string sql)
    {
        using SqliteConnection connection = Connect();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <summary>Hash of all rows of all tables.</summary>
    public string ContentHash()
    {
        using SqliteConnection connection = Connect();
        var dump = new StringBuilder();
        foreach (string table in (string[])["migration", "report", "reading", "claim", "set_aside", "ruling", "sqlite_sequence"])
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            using SqliteDataReader rows = command.ExecuteReader();
            while (rows.Read())
            {
                dump.Append(table);
                for (int i = 0; i < rows.FieldCount; i++)
                {
                    dump.Append('\u001F').Append(rows.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(rows.GetValue(i), CultureInfo.InvariantCulture));
                }
                dump.Append('\n');
            }
        }
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(dump.ToString())));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
