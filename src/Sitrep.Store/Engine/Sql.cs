using System.Globalization;
using System.Reflection;

namespace Sitrep.Store.Engine;

/// <summary>One step of the schema.</summary>
/// <param name="Number">From 1, without gaps.</param>
internal sealed record Migration(int Number, string Name, string Text);

/// <summary>The SQL files of this project, which travel inside its assembly.</summary>
internal static class Sql
{
    private static readonly Assembly Home = typeof(Sql).Assembly;

    /// <summary>All steps, in order.</summary>
    public static IReadOnlyList<Migration> Migrations { get; } = [.. Home.GetManifestResourceNames()
        .Where(name => name.StartsWith("Migrations/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(name => (Resource: name, Name: Path.GetFileNameWithoutExtension(name)))
        .Select(file => new Migration(int.Parse(file.Name.AsSpan(0, 4), CultureInfo.InvariantCulture), file.Name, Read(file.Resource)))];

    /// <summary>The text of one file of the folder Queries.</summary>
    public static string Query(string name) => Read($"Queries/{name}.sql");

    private static string Read(string resource)
    {
        using Stream stream = Home.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"No SQL file {resource} in {Home.GetName().Name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
