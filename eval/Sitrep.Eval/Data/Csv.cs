using System.Text;

namespace Sitrep.Eval.Data;

/// <summary>Comma-separated values with quoted cells that may hold line breaks (RFC 4180).</summary>
internal static class Csv
{
    /// <returns>Rows as cells by the names of the first row.</returns>
    public static IEnumerable<Dictionary<string, string>> Read(string path)
    {
        List<string>? header = null;
        foreach (List<string> row in Rows(DataFiles.Text(path)))
        {
            if (header is null)
            {
                header = [.. row.Select(cell => cell.Trim('\uFEFF', ' '))];
                continue;
            }
            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            for (int i = 0; i < header.Count && i < row.Count; i++) cells[header[i]] = row[i];
            yield return cells;
        }
    }

    public static IEnumerable<List<string>> Rows(string text)
    {
        var row = new List<string>();
        var cell = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (quoted)
            {
                if (c != '"') cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
                else quoted = false;
            }
            else if (c == '"' && cell.Length == 0) quoted = true;
            else if (c == ',') Take();
            else if (c == '\n')
            {
                Take();
                yield return row;
                row = [];
            }
            else if (c != '\r') cell.Append(c);
        }
        if (cell.Length == 0 && row.Count == 0) yield break;
        Take();
        yield return row;

        void Take()
        {
            row.Add(cell.ToString());
            cell.Clear();
        }
    }
}
