using Sitrep.Cli.Commands;

namespace Sitrep.Cli.Running;

/// <summary>The store a desk is opened on: the one named, the usual one, or one that is gone with the desk.</summary>
internal sealed class DeskStore : IDisposable
{
    private readonly string? _folder;

    private DeskStore(string path, string? folder) => (Path, _folder) = (path, folder);

    public string Path { get; }

    /// <summary>True when it is still there after the desk has closed.</summary>
    public bool IsKept => _folder is null;

    public static DeskStore Choose(string? named, IReadOnlyList<string> inputs)
    {
        if (named is not null) return new DeskStore(named, null);
        if (inputs.Count == 0 && File.Exists(Inputs.DefaultStore)) return new DeskStore(Inputs.DefaultStore, null);
        string folder = Directory.CreateTempSubdirectory("sitrep-desk").FullName;
        return new DeskStore(System.IO.Path.Combine(folder, "desk.db"), folder);
    }

    public void Dispose()
    {
        if (_folder is not null) Directory.Delete(_folder, recursive: true);
    }
}
