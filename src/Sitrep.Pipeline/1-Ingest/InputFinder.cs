using System.Security;
using Sitrep.Model.Reports;

namespace Sitrep.Pipeline.Ingest;

/// <summary>A file to read, or why there is none.</summary>
/// <param name="Name">What it is called in the record; forward slashes, never absolute.</param>
/// <param name="Path">Full; empty where there is no file.</param>
internal sealed record FoundInput(string Name, string Path, Problem? Problem)
{
    /// <summary>Bytes on disk; 0 where there is no file or it cannot be asked.</summary>
    public long Length { get; } = LengthOf(Path);

    private static long LengthOf(string path)
    {
        try
        {
            return path.Length > 0 && new FileInfo(path) is { Exists: true } file ? file.Length : 0;
        }
        catch (Exception e) when (InputFinder.IsUnreadable(e))
        {
            return 0;
        }
    }
}

/// <summary>Files behind the arguments of one run. Remembers what was given, so that no file is read twice.</summary>
internal sealed class InputFinder
{
    /// <summary>Folders below one another; deeper than any archive of reports, shallower than what a link loop makes.</summary>
    private const int MaxDepth = 64;

    // Left behind by file managers and office programs; nobody means to give them.
    private static readonly string[] Junk = ["thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "icon\r"];

    // What browsers, editors and copying programs call a file that is not finished; they rename it when it is.
    private static readonly string[] Unfinished = [".part", ".partial", ".crdownload", ".download", ".tmp", ".swp", "~"];

    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public IEnumerable<FoundInput> Find(string input)
    {
        var found = new List<(string Relative, string Path, Problem? Problem)>();
        string name = DisplayName(input);
        try
        {
            if (input.Length > 0 && File.Exists(input)) found.Add((Path.GetFileName(input), Path.GetFullPath(input), null));
            else if (input.Length > 0 && Directory.Exists(input)) Walk(input, found, _ => true);
            else if (input.AsSpan().IndexOfAny('*', '?') >= 0) Match(input, found);
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            found.Add((name, "", Unreadable(name, Why(e))));
        }
        if (found.Count == 0)
        {
            found.Add((name, "", new Problem(name, null, ReasonCode.NotFound,
                $"{(name.Length == 0 ? "An empty argument" : name)}: no file is there or matches. Expected a file, a folder that holds reports, a pattern such as news/**/*.txt, an address that starts with https://, or - for standard input.", SetAside: true)));
        }
        found.Sort((a, b) => string.CompareOrdinal(a.Relative, b.Relative));
        foreach ((string relative, string path, Problem? problem) in found)
        {
            if (problem is not null)
            {
                if (path.Length == 0 || _given.Add(path)) yield return new FoundInput(problem.Input, path, problem);
            }
            else if (_given.Add(path)) yield return new FoundInput(UniqueName(relative, path), path, null);
        }
    }

    internal static bool IsUnreadable(Exception e) => e is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException or ArgumentException;

    /// <summary>The reason without the path, which would differ from machine to machine.</summary>
    internal static string Why(Exception e) => e switch
    {
        UnauthorizedAccessException or SecurityException => "access is denied",
        FileNotFoundException or DirectoryNotFoundException => "it is not there any more",
        PathTooLongException => "its path is too long",
        ArgumentException or NotSupportedException => "its name is not a file name",
        _ => "the system could not read it",
    };

    private static Problem Unreadable(string name, string why) =>
        new(name, null, ReasonCode.Unreadable, $"{name} cannot be read: {why}. Expected a readable file or folder; check its rights, or leave it out.", SetAside: true);

    private static void Walk(string root, List<(string, string, Problem?)> found, Func<string, bool> wanted)
    {
        string full = Path.GetFullPath(root);
        var seen = new HashSet<string>(StringComparer.Ordinal) { RealPath(full) };
        var open = new Stack<(string Path, string Relative, int Depth)>();
        open.Push((full, "", 0));
        while (open.TryPop(out var folder))
        {
            string label = folder.Relative.Length == 0 ? DisplayName(root) : folder.Relative;
            FileSystemInfo[] entries;
            try
            {
                entries = new DirectoryInfo(folder.Path).GetFileSystemInfos();
            }
            catch (Exception e) when (IsUnreadable(e))
            {
                found.Add((label, "", Unreadable(label, Why(e))));
                continue;
            }
            foreach (FileSystemInfo entry in entries)
            {
                if (IsSkipped(entry.Name)) continue;
                string relative = folder.Relative.Length == 0 ? entry.Name : $"{folder.Relative}/{entry.Name}";
                if (entry is not DirectoryInfo)
                {
                    if (!wanted(relative)) continue;
                    bool nothing = HasNothing(entry);
                    found.Add((relative, entry.FullName, nothing ? InputReader.EmptyInput(relative) : null));
                }
                else if (folder.Depth >= MaxDepth) found.Add((relative, "", Unreadable(relative, $"it lies more than {MaxDepth} folders deep")));
                else if (!seen.Add(RealPath(entry.FullName))) found.Add((relative, "", Unreadable(relative, "it is a link to a folder that is read already")));
                else open.Push((entry.FullName, relative, folder.Depth + 1));
            }
        }
    }

    // A named pipe or a device in a folder has no length, and to open one may block for ever; whoever means one names it.
    private static bool HasNothing(FileSystemInfo entry)
    {
        try
        {
            FileSystemInfo? target = entry.LinkTarget is null ? entry : entry.ResolveLinkTarget(returnFinalTarget: true);
            return target is FileInfo { Exists: true, Length: 0 };
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            return false;   // reading it will say why
        }
    }

    private static void Match(string input, List<(string, string, Problem?)> found)
    {
        string pattern = input.Replace('\\', '/');
        int firstWild = pattern.AsSpan().IndexOfAny('*', '?');
        int slash = pattern.LastIndexOf('/', firstWild);
        string folder = slash < 0 ? "." : slash == 0 ? "/" : pattern[..slash];
        var matcher = new PathPattern(pattern[(slash + 1)..]);
        if (Directory.Exists(folder)) Walk(folder, found, matcher.Matches);
        found.RemoveAll(one => one.Item3 is not null && !matcher.Matches(one.Item1));   // folders the pattern does not reach
    }

    private static string RealPath(string path)
    {
        try
        {
            return new DirectoryInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
        }
        catch (IOException)
        {
            return path;   // a broken or circular link; listing it will say so
        }
    }

    private static bool IsSkipped(string name) =>
        name[0] == '.' || name.StartsWith("~$", StringComparison.Ordinal) || Unfinished.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase)) || Junk.Contains(name.ToLowerInvariant(), StringComparer.Ordinal);

    private static string DisplayName(string input)
    {
        string slashed = input.Replace('\\', '/').TrimEnd('/');
        bool absolute = slashed.StartsWith('/') || (slashed.Length > 1 && slashed[1] == ':');
        return absolute ? slashed[(slashed.LastIndexOf('/') + 1)..] : slashed;
    }

    /// <summary>Two files may have one name (a/1.txt and b/1.txt, given singly); ids are made from names, so the second one gets its folder too.</summary>
    private string UniqueName(string relative, string path)
    {
        string name = relative;
        if (_names.Add(name)) return name;
        name = $"{Path.GetFileName(Path.GetDirectoryName(path))}/{relative}";
        for (int n = 2; !_names.Add(name); n++) name = $"{n}/{relative}";
        return name;
    }
}
