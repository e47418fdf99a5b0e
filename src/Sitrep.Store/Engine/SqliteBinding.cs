using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Sitrep.Store.Engine;

/// <summary>Binds the managed provider to the system's SQLite library, because the one that packages bundle is years old.</summary>
internal static class SqliteBinding
{
    /// <summary>The name under which the provider asks for its library.</summary>
    private const string AskedFor = "e_sqlite3";

    /// <summary>The library found; null before the first use, and when there is none.</summary>
    public static string? Library { get; private set; }

    /// <summary>Libraries tried, in this order.</summary>
    public static IReadOnlyList<string> Tried { get; } =
    [
        .. Environment.GetEnvironmentVariable("SITREP_SQLITE") is { Length: > 0 } named ? [named] : Array.Empty<string>(),
        "libsqlite3.so.0", "libsqlite3.dylib", "winsqlite3.dll", AskedFor,
    ];

    // Must come before the first connection of the process and only once; a failure to find the library shows when it is first used.
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "A static constructor would run too late for code that opens a connection of its own.")]
    internal static void Bind()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, (name, _, _) => name == AskedFor ? Load() : 0);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        raw.FreezeProvider();
    }

    private static nint Load()
    {
        foreach (string library in Tried)
        {
            if (!NativeLibrary.TryLoad(library, out nint handle)) continue;
            Library = library;
            return handle;
        }
        return 0;
    }
}
