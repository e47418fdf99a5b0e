using System.Globalization;

namespace Sitrep.Store.Places;

/// <summary>Cells that both kinds of list have.</summary>
internal static class PlaceCells
{
    /// <param name="max">90 for latitudes, 180 for longitudes.</param>
    public static bool TryDegrees(string cell, double max, out double degrees) =>
        double.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out degrees)
        && Math.Abs(degrees) <= max;

    /// <summary>A count of people; an empty cell is 0, more than an int holds is the most it holds.</summary>
    public static bool TryPeople(string cell, out int people)
    {
        people = 0;
        if (cell.Trim().Length == 0) return true;
        if (!long.TryParse(cell, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out long count)) return false;
        people = (int)Math.Min(count, int.MaxValue);
        return true;
    }
}
