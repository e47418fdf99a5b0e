using System.Globalization;
using Spectre.Console;

namespace Sitrep.Cli.Rendering;

/// <summary>Rows under headings: drawn for a person, plain columns for a pipe.</summary>
internal sealed class TextTable(params string[] headings)
{
    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add(cells);

    public void Write(Terminal terminal)
    {
        if (terminal.Drawn) Draw(terminal); else WritePlain(terminal.Out);
    }

    private void Draw(Terminal terminal)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal.Color ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = terminal.Color ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(terminal.Out),
        });
        Table table = new Table().Border(TableBorder.Simple);
        foreach (string heading in headings) table.AddColumn(new TableColumn(new Text(heading)));
        foreach (string[] row in _rows) table.AddRow(row.Select(cell => new Text(cell)));
        console.Write(table);
        terminal.Out.Flush();
    }

    private void WritePlain(TextWriter output)
    {
        int[] widths = [.. headings.Select((heading, i) => _rows.Select(row => Width(row[i])).Append(Width(heading)).Max())];
        foreach (string[] row in _rows.Prepend(headings))
        {
            for (int i = 0; i < row.Length; i++)
            {
                output.Write(row[i]);
                if (i < row.Length - 1) output.Write(new string(' ', widths[i] - Width(row[i]) + 2));
            }
            output.Write('\n');
        }
    }

    private static int Width(string cell) => new StringInfo(cell).LengthInTextElements;
}
