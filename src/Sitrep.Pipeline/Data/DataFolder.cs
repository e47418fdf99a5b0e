using System.Collections.Immutable;

namespace Sitrep.Pipeline.Data;

/// <summary>The folder of language knowledge: tab-separated lists that a non-programmer can read and edit.</summary>
/// <remarks>A line starting with <c>#</c> is a comment; the first other line names the columns; an empty cell is an empty string.</remarks>
public sealed class DataFolder
{
    private readonly string _root;

    private DataFolder(string root) => _root = root;

    /// <summary>The folder named by <c>SITREP_DATA</c>, else <c>data</c> beside the program.</summary>
    /// <exception cref="DirectoryNotFoundException">It is not there.</exception>
    public static DataFolder Find()
    {
        string root = Environment.GetEnvironmentVariable("SITREP_DATA") is { Length: > 0 } named ? named : Path.Combine(AppContext.BaseDirectory, "data");
        return At(root);
    }

    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static DataFolder At(string root) => Directory.Exists(root) ? new DataFolder(root)
        : throw new DirectoryNotFoundException($"No data folder at {root}; expected Sitrep's word lists there. Reinstall, or set SITREP_DATA to the folder that holds them.");

    /// <summary>Full path of one file of the folder.</summary>
    public string PathOf(string name) => Path.Combine(_root, name);

    /// <summary>The rows of one list, each with exactly <paramref name="columns"/> in that order.</summary>
    /// <exception cref="InvalidDataException">The header differs, or a row has another number of cells.</exception>
    public ImmutableArray<string[]> Rows(string name, params ReadOnlySpan<string> columns)
    {
        string path = PathOf(name);
        var rows = ImmutableArray.CreateBuilder<string[]>();
        bool header = false;
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            string[] cells = line.Split('\t');
            if (!header)
            {
                header = true;
                if (!cells.AsSpan().SequenceEqual(columns)) throw new InvalidDataException($"{path}:{number}: columns are {string.Join(", ", cells)}; expected {string.Join(", ", columns!)}.");
                continue;
            }
            if (cells.Length != columns.Length) throw new InvalidDataException($"{path}:{number}: {cells.Length} cells; expected {columns.Length} ({string.Join(", ", columns!)}), separated by tabs.");
            rows.Add(cells);
        }
        return rows.DrainToImmutable();
    }

    /// <summary>The line number (from 1) and the cells of a row that fits; null when there is none.</summary>
    /// <param name="nth">Which of the rows that fit, from 0.</param>
    internal (int Line, string[] Cells)? Row(string name, Func<string[], bool> fits, int nth)
    {
        int number = 0;
        bool header = false;
        foreach (string line in File.ReadLines(PathOf(name)))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            string[] cells = line.Split('\t');
            if (header && fits(cells) && nth-- == 0) return (number, cells);
            header = true;
        }
        return null;
    }
}
