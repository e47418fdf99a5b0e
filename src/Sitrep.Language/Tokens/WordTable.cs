namespace Sitrep.Language.Tokens;

/// <summary>Reads the small word tables that are part of the assembly: tab-separated, <c>#</c> begins a comment line, the first line names the columns.</summary>
internal static class WordTable
{
    /// <param name="name">File name, for example "affixes.tsv".</param>
    /// <param name="columns">Cells per row; missing ones are empty.</param>
    public static IEnumerable<string[]> Rows(string name, int columns)
    {
        using Stream stream = typeof(WordTable).Assembly.GetManifestResourceStream($"Sitrep.Language.{name}")
            ?? throw new InvalidOperationException($"The word table {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        bool header = true;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (header)
            {
                header = false;
                continue;
            }
            string[] cells = line.Split('\t');
            if (cells.Length > columns) throw new InvalidOperationException($"{name}: \"{line}\" has more than {columns} cells.");
            Array.Resize(ref cells, columns);
            for (int i = 0; i < columns; i++) cells[i] ??= "";
            yield return cells;
        }
    }
}
