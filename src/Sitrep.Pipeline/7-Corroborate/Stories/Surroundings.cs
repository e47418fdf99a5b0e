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

    /// <summary>For each report the likeness of its nearest neighbour outside; 0 to 1.</summary>
    public static double[] Of(Neighbours neighbours, int reports)
    {
        var outside = new double[reports];
        for (int i = 0; i < reports; i++) outside[i] = AfterFall([.. neighbours.Of(i).Take(NeighboursMax + 1).Select(neighbour => neighbour.Likeness)]);
        return outside;
    }

    private static double AfterFall(double[] falling)
    {
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
