using Sitrep.Store.Places;

namespace Sitrep.Cli.Running;

/// <summary>Which gazetteer of the user's own is used: the one named, else that of <c>SITREP_GAZETTEER</c>, else the default file if it is there.</summary>
internal static class OwnGazetteer
{
    /// <summary>Given instead of a file: no own gazetteer, also where the default file exists.</summary>
    private const string None = "none";

    /// <summary><c>sitrep/gazetteer.db</c> in the user's folder for application data; null where the user has none.</summary>
    public static string? DefaultPath =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) is { Length: > 0 } folder ? Path.Combine(folder, "sitrep", "gazetteer.db") : null;

    /// <returns>Null when there is none, and none was asked for.</returns>
    public static PlaceFile? Open(string? given)
    {
        string? named = given ?? (Environment.GetEnvironmentVariable("SITREP_GAZETTEER") is { Length: > 0 } set ? set : null);
        if (named == None) return null;
        if (named is not null) return PlaceFile.Open(named);
        return DefaultPath is { } usual && File.Exists(usual) ? PlaceFile.Open(usual) : null;
    }
}
