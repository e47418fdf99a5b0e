namespace Sitrep.Pipeline.Corroborate.Stories;

/// <summary>How like a report that which lies outside its story is: two reports of a much-told matter (an election, a war) must be more alike
/// to be one story than two of a matter told once.</summary>
/// <remarks>Local scaling as of Zelnik-Manor and Perona (2004), with the neighbour after the largest fall of likeness in place of a fixed
/// one, because stories are of any size; a fixed one beside it steadies the guess where likeness falls slowly.</remarks>
internal static class Surroundings
{
    /// <summary>Nearest neighbours among which the fall is looked for.</summary>
    private const int NeighboursMax = 20;

    /// <summary>Likeness of reports on different matters of one kind; what lies outside when every neighbour is of the story.</summary>
    private const double OutsideMin = 0.2;

    /// <summary>Rank of the fixed neighbour.</summary>
    private const int FixedNeighbour = 5;

    /// <param name="neighbours">Of one report, the nearest first.</param>
    /// <returns>Its likeness to the nearest neighbour outside its story; 0 to 1.</returns>
    public static double Of(IEnumerable<(int Report, double Likeness)> neighbours)
    {
        double[] falling = [.. neighbours.Take(NeighboursMax + 1).Select(neighbour => neighbour.Likeness)];
        if (falling.Length <= NeighboursMax) falling = [.. falling, falling is [.., var last] ? Math.Min(last, OutsideMin) : OutsideMin];
        else falling[^1] = Math.Min(falling[^1], OutsideMin);
        int after = falling.Length - 1;
        double most = double.NegativeInfinity;
        for (int i = 0; i + 1 < falling.Length; i++)
        {
            if (falling[i] - falling[i + 1] > most) (most, after) = (falling[i] - falling[i + 1], i + 1);
        }
        return (falling[after] + falling[Math.Min(FixedNeighbour, falling.Length) - 1]) / 2;
    }
}
