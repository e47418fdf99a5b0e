namespace Sitrep.Eval.Scores;

/// <summary>Clusters compared item by item (Bagga and Baldwin 1998).</summary>
internal static class BCubed
{
    /// <param name="items">Gold and system cluster of each item.</param>
    /// <returns>Mean over items of the share of its system cluster that is in its gold cluster, and of its gold cluster that is in its system cluster; F1 of the two.</returns>
    public static (double Precision, double Recall, double F1) Score(IReadOnlyList<(string Gold, string System)> items)
    {
        if (items.Count == 0) return (0, 0, 0);
        var gold = items.CountBy(item => item.Gold).ToDictionary();
        var system = items.CountBy(item => item.System).ToDictionary();
        double precision = 0, recall = 0;
        foreach (((string g, string s), int both) in items.CountBy(item => item))
        {
            precision += (double)both * both / system[s];
            recall += (double)both * both / gold[g];
        }
        (precision, recall) = (precision / items.Count, recall / items.Count);
        return (precision, recall, 2 * precision * recall / (precision + recall));
    }
}
