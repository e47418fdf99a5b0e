namespace Sitrep.Eval.Scores;

/// <summary>The best one-to-one match of rows and columns.</summary>
internal static class Assignment
{
    /// <summary>Largest sum of weights, each row and each column used at most once. Pairs that are not listed weigh 0.</summary>
    /// <remarks>Pairs fall into groups that share no row and no column; each is solved by itself (Kuhn 1955, in the O(n³) form with potentials), so that sparse problems of thousands stay cheap.</remarks>
    public static double Best(IReadOnlyCollection<(int Row, int Column, double Weight)> pairs)
    {
        var rowsOf = pairs.ToLookup(pair => pair.Column);
        var columnsOf = pairs.ToLookup(pair => pair.Row);
        var seenRows = new HashSet<int>();
        double total = 0;
        foreach (int start in columnsOf.Select(group => group.Key).Order())
        {
            if (!seenRows.Add(start)) continue;
            var rows = new List<int> { start };
            var columns = new List<int>();
            var seenColumns = new HashSet<int>();
            for (int i = 0; i < rows.Count; i++)
            {
                foreach ((_, int column, _) in columnsOf[rows[i]])
                {
                    if (!seenColumns.Add(column)) continue;
                    columns.Add(column);
                    foreach ((int row, _, _) in rowsOf[column]) if (seenRows.Add(row)) rows.Add(row);
                }
            }
            total += Solve(rows, columns, columnsOf);
        }
        return total;
    }

    private static double Solve(List<int> rows, List<int> columns, ILookup<int, (int Row, int Column, double Weight)> columnsOf)
    {
        int size = Math.Max(rows.Count, columns.Count);
        var at = new Dictionary<int, int>();
        for (int i = 0; i < columns.Count; i++) at[columns[i]] = i;
        double[,] cost = new double[size + 1, size + 1];   // negated weights, counted from 1
        for (int i = 0; i < rows.Count; i++) foreach ((_, int column, double weight) in columnsOf[rows[i]]) cost[i + 1, at[column] + 1] = -weight;

        double[] ofRow = new double[size + 1], ofColumn = new double[size + 1];
        int[] rowAt = new int[size + 1], way = new int[size + 1];
        for (int row = 1; row <= size; row++)
        {
            rowAt[0] = row;
            int column = 0;
            double[] slack = new double[size + 1];
            Array.Fill(slack, double.PositiveInfinity);
            bool[] used = new bool[size + 1];
            do
            {
                used[column] = true;
                int current = rowAt[column], next = 0;
                double least = double.PositiveInfinity;
                for (int c = 1; c <= size; c++)
                {
                    if (used[c]) continue;
                    double reduced = cost[current, c] - ofRow[current] - ofColumn[c];
                    if (reduced < slack[c]) (slack[c], way[c]) = (reduced, column);
                    if (slack[c] < least) (least, next) = (slack[c], c);
                }
                for (int c = 0; c <= size; c++)
                {
                    if (used[c]) (ofRow[rowAt[c]], ofColumn[c]) = (ofRow[rowAt[c]] + least, ofColumn[c] - least);
                    else slack[c] -= least;
                }
                column = next;
            }
            while (rowAt[column] != 0);
            for (; column != 0; column = way[column]) rowAt[column] = rowAt[way[column]];
        }
        double sum = 0;
        for (int column = 1; column <= size; column++) sum -= cost[rowAt[column], column];
        return sum;
    }
}
