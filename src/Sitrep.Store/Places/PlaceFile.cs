using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Store.Engine;

namespace Sitrep.Store.Places;

/// <summary>A user's gazetteer file, made by <see cref="PlaceImport"/>: looked up on disk, whatever its size.</summary>
public sealed class PlaceFile : IOwnPlaces, IDisposable
{
    /// <summary>"SITG": what the file header says it is.</summary>
    private const long ApplicationId = 0x53_49_54_47;

    /// <summary>Entries of one name; the most common village names of the world have some hundreds.</summary>
    private const int EntriesMax = 500;

    /// <summary>Answers that are kept: the names of a story come again and again. What comes later is looked up each time.</summary>
    private const int KeptMax = 100_000;

    private readonly string _path;
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _find;
    private readonly Lock _asking = new();
    private readonly ConcurrentDictionary<(string Exact, string Fold), (ImmutableArray<GazetteerPlace>, bool)> _kept = new();

    private PlaceFile(string path, SqliteConnection connection)
    {
        (_path, _connection, _find) = (path, connection, connection.CreateCommand());
        _find.CommandText = Sql.Query("places-find");
        _find.Parameters.AddWithValue("$max", EntriesMax);
        foreach (string name in (string[])["$exact", "$fold"]) _find.Parameters.Add(new SqliteParameter { ParameterName = name });
    }

    /// <exception cref="StoreException">It is no such file, or of another version.</exception>
    public static PlaceFile Open(string path)
    {
        SqliteEngine.Load();
        if (!File.Exists(path)) throw new StoreException($"Gazetteer {path}: is not there; expected a file made by 'sitrep gazetteer import'; check the path.");
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            connection.Open();
            if (Number(connection, "PRAGMA application_id") != ApplicationId) throw new StoreException($"Gazetteer {path}: is another kind of database; expected a file made by 'sitrep gazetteer import'; check the path.");
            if (Number(connection, "SELECT key_version FROM facts") != PlaceKeys.Version) throw new StoreException($"Gazetteer {path}: was made by another version; import its lists again.");
            return new PlaceFile(path, connection);
        }
        catch (Exception e)
        {
            connection.Dispose();
            if (e is SqliteException) throw new StoreException($"Gazetteer {path}: cannot be read ({e.Message}); expected a file made by 'sitrep gazetteer import'; check the path, or import its lists again.", e);
            throw;
        }
    }

    /// <inheritdoc/>
    public (ImmutableArray<GazetteerPlace> Places, bool Exact) Find(string exactKey, string foldKey)
    {
        if (_kept.TryGetValue((exactKey, foldKey), out (ImmutableArray<GazetteerPlace>, bool) known)) return known;
        (ImmutableArray<GazetteerPlace>, bool) answer = Ask(exactKey, foldKey);
        if (_kept.Count < KeptMax) _kept.TryAdd((exactKey, foldKey), answer);
        return answer;
    }

    public void Dispose()
    {
        _find.Dispose();
        _connection.Dispose();
    }

    private (ImmutableArray<GazetteerPlace>, bool) Ask(string exactKey, string foldKey)
    {
        var exact = ImmutableArray.CreateBuilder<GazetteerPlace>();
        var similar = ImmutableArray.CreateBuilder<GazetteerPlace>();
        try
        {
            lock (_asking)
            {
                (_find.Parameters["$exact"].Value, _find.Parameters["$fold"].Value) = (exactKey, foldKey);
                using SqliteDataReader rows = _find.ExecuteReader();
                while (rows.Read()) (rows.GetInt64(0) == 1 ? exact : similar).Add(Entry(rows));
            }
        }
        catch (SqliteException error)
        {
            throw StoreException.From(_path, error);
        }
        return exact.Count > 0 ? (exact.DrainToImmutable(), true) : (similar.DrainToImmutable().Distinct().ToImmutableArray(), false);
    }

    private static GazetteerPlace Entry(SqliteDataReader row)
    {
        string feature = row.GetString(8);
        PlaceClass kind = feature switch { "ADM1" => PlaceClass.Admin1, "ADM2" or "AREA" => PlaceClass.Region, _ => PlaceClass.Settlement };
        return new GazetteerPlace(row.GetInt32(1), row.GetString(2), row.GetDouble(3), row.GetDouble(4), row.GetString(5), row.GetString(6), row.GetInt32(7), kind, feature) { Own = true };
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is long number ? number : -1;
    }
}
