using System.Globalization;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Explain;

/// <summary>Names a row of a word list, so that a reader can open and edit it.</summary>
internal static class ListRow
{
    /// <summary>"data/cues.tsv line 7: say | verb | speech | affirms"; null when no row fits.</summary>
    /// <param name="nth">Which of the rows that fit, from 0.</param>
    public static string? Of(DataFolder data, string list, Func<string[], bool> fits, int nth = 0) =>
        data.Row(list, fits, nth) is { } row ? string.Create(CultureInfo.InvariantCulture, $"data/{list} line {row.Line}: {string.Join(" | ", row.Cells.Select(Short))}") : null;

    // A cell of aliases may hold dozens; the line says where to read them all.
    private static string Short(string cell) => cell.Length == 0 ? "-" : cell.Length <= 60 ? cell : cell[..57] + "…";
}
