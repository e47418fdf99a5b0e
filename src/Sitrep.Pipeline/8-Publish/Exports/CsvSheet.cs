using System.Globalization;

namespace Sitrep.Pipeline.Publish.Exports;

/// <summary>A table as CSV (RFC 4180): commas, CRLF, quotation marks where needed.</summary>
internal sealed class CsvSheet(TextWriter output)
{
    /// <summary>A cell that starts so is a formula to a spreadsheet, and words of a report could be made to be one (OWASP, CSV injection).</summary>
    private const string Formula = "=+-@\t\r";

    public int Rows { get; private set; }

    /// <summary>A row that is not counted.</summary>
    public void Head(IEnumerable<string> names) => Line(names);

    public void Row(IEnumerable<string> cells)
    {
        Line(cells);
        Rows++;
    }

    private void Line(IEnumerable<string> cells)
    {
        bool first = true;
        foreach (string cell in cells)
        {
            if (!first) output.Write(',');
            first = false;
            Cell(Spelling.WellFormed(cell));
        }
        output.Write("\r\n");
    }

    private void Cell(string text)
    {
        if (text.Length > 0 && Formula.Contains(text[0], StringComparison.Ordinal) && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)) text = $"'{text}";
        if (text.AsSpan().IndexOfAny(",\"\r\n") < 0)
        {
            output.Write(text);
            return;
        }
        output.Write('"');
        output.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        output.Write('"');
    }
}
