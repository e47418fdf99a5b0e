using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Sitrep.Store.Engine;
using SQLitePCL;

namespace Sitrep.Store;

/// <summary>The SQLite library this process uses, for <c>sitrep doctor</c>.</summary>
/// <param name="Version">For example <c>3.40.1</c>.</param>
/// <param name="Library">The name it was loaded under.</param>
/// <param name="CompileOptions">As the library lists them.</param>
public sealed record SqliteEngine(string Version, string Library, ImmutableArray<string> CompileOptions)
{
    /// <summary>The oldest version that will do: 3.40 has STRICT tables (3.37), RETURNING (3.35) and the fixes distributions keep up.</summary>
    public const string VersionMin = "3.40";

    private const int VersionMinNumber = 3_040_000;   // sqlite3_libversion_number: major * 1,000,000 + minor * 1,000 + patch

    private static readonly Lazy<SqliteEngine> Loaded = new(LoadOnce);

    /// <summary>The library, checked.</summary>
    /// <exception cref="StoreException">It is missing or too old; the message says how to install it.</exception>
    public static SqliteEngine Load() => Loaded.Value;

    private static SqliteEngine LoadOnce()
    {
        int number;
        try
        {
            number = raw.sqlite3_libversion_number();
        }
        catch (Exception missing) when (missing is DllNotFoundException or EntryPointNotFoundException or BadImageFormatException)
        {
            throw new StoreException($"SQLite: no usable library among {string.Join(", ", SqliteBinding.Tried)}; expected version {VersionMin} or later; {Install}.", missing);
        }
        string library = SqliteBinding.Library ?? "unknown";
        string version = string.Create(CultureInfo.InvariantCulture, $"{number / 1_000_000}.{number / 1_000 % 1_000}.{number % 1_000}");
        if (number < VersionMinNumber) throw new StoreException($"SQLite: {library} is version {version}; expected {VersionMin} or later; {Install}.");

        using var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA compile_options";
        using SqliteDataReader reader = command.ExecuteReader();
        var options = ImmutableArray.CreateBuilder<string>();
        while (reader.Read()) options.Add(reader.GetString(0));
        return new SqliteEngine(version, library, options.ToImmutable());
    }

    private const string Install = "install it (Debian, Ubuntu: apt install libsqlite3-0; macOS and Windows 10 bring it), or set SITREP_SQLITE to the path of the library";
}
