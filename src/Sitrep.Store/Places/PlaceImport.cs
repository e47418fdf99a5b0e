using Microsoft.Data.Sqlite;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Store.Engine;

namespace Sitrep.Store.Places;

/// <summary>Writes a user's gazetteer from lists of places: one row at a time, in the order given, so that memory does not grow with the lists.</summary>
public sealed class PlaceImport(Countries countries)
{
    /// <summary>Characters of the first line that tell which kind of list it is.</summary>
    private const int HeadMax = 64 * 1024;

    /// <summary>Told of each row set aside: file, line, why.</summary>
    public Action<string, long, string> SetAside { get; init; } = (_, _, _) => { };

    /// <summary>Told after each row: file, rows so far, bytes read of it, its size in bytes.</summary>
    public Action<string, long, long, long> Progress { get; init; } = (_, _, _, _) => { };

    /// <summary>Writes the file anew; an older one of that name stays until the new one is whole.</summary>
    /// <exception cref="StoreException">A list cannot be read, or the file cannot be written.</exception>
    public ImportTally Run(IReadOnlyList<string> lists, string target)
    {
        SqliteEngine.Load();
        if (Path.GetDirectoryName(Path.GetFullPath(target)) is { } folder) Directory.CreateDirectory(folder);
        string unfinished = target + ".unfinished";
        File.Delete(unfinished);
        try
        {
            ImportTally tally = Write(lists, unfinished);
            File.Move(unfinished, target, overwrite: true);
            return tally;
        }
        catch (SqliteException error)
        {
            throw StoreException.From(target, error);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private ImportTally Write(IReadOnlyList<string> lists, string path)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using (SqliteCommand schema = Command(connection, "places-schema")) schema.ExecuteNonQuery();
        using SqliteTransaction transaction = connection.BeginTransaction();
        using SqliteCommand append = Command(connection, "places-append", "$id", "$name", "$latitude", "$longitude", "$country", "$division", "$population", "$feature");
        using SqliteCommand appendName = Command(connection, "places-append-name", "$fold", "$exact", "$place");
        using SqliteCommand appendDivision = Command(connection, "places-append-division", "$country", "$code", "$name");
        long added = 0, leftOut = 0, bad = 0;
        int own = 0;
        foreach (string list in lists)
        {
            long rows = 0;
            using FileStream stream = Open(list);
            foreach (ImportedRow row in Rows(stream, list))
            {
                Progress(list, ++rows, row.Bytes, stream.Length);
                if (row.Fault is { } fault)
                {
                    bad++;
                    SetAside(list, row.Line, fault);
                }
                if (row.Place is not { } place)
                {
                    if (row.Fault is null) leftOut++;
                    continue;
                }
                int id = place.Id > 0 ? place.Id : --own;
                if (place.DivisionCode.Length > 0) Run(appendDivision, place.Country, place.DivisionCode, place.Names[0]);
                if (Run(append, id, place.Names[0], place.Latitude, place.Longitude, place.Country, place.Division, place.Population, place.Feature) == 0)
                {
                    leftOut++;   // the first list that has an id says what it is
                    continue;
                }
                added++;
                foreach ((string exact, string fold) in place.Names.Select(name => (Exact: PlaceKeys.Exact(name), Name: name)).Where(key => key.Exact.Length > 0).Select(key => (key.Exact, PlaceTableFormat.FoldOrExact(key.Name, key.Exact))).Distinct())
                {
                    Run(appendName, fold, exact, id);
                }
            }
        }
        using (SqliteCommand finish = Command(connection, "places-finish", "$version")) Run(finish, PlaceKeys.Version);
        transaction.Commit();
        return new ImportTally(added, leftOut, bad);
    }

    private IEnumerable<ImportedRow> Rows(FileStream stream, string path)
    {
        byte[] head = new byte[HeadMax];
        int length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        ReadOnlySpan<byte> first = head.AsSpan(0, length);
        int end = first.IndexOf((byte)'\n');
        if (end >= 0) first = first[..end];
        return first.Count((byte)'\t') == GeoNamesDump.Columns - 1 ? GeoNamesDump.Read(stream) : PlaceSheet.Read(stream, path, countries);
    }

    private static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"Places {path}: cannot be read ({e.Message}); expected a GeoNames dump or a CSV file; check the path.", e);
        }
    }

    private static SqliteCommand Command(SqliteConnection connection, string query, params ReadOnlySpan<string> parameters)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = Sql.Query(query);
        foreach (string name in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    private static int Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (int i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        return command.ExecuteNonQuery();
    }
}
