namespace Sitrep.Eval.Scores;

/// <summary>One label an item: F1 by class.</summary>
internal static class Classes
{
    /// <summary>Mean of the F1 of the classes that occur in gold.</summary>
    public static double Macro(IReadOnlyList<(string Gold, string Found)> items) => ByClass(items).Select(one => one.F1).DefaultIfEmpty(0).Average();

    /// <summary>Mean of the F1 of the classes, weighted by how often they occur in gold.</summary>
    public static double Weighted(IReadOnlyList<(string Gold, string Found)> items) => items.Count == 0 ? 0 : ByClass(items).Sum(one => one.F1 * one.Count) / items.Count;

    public static double Accuracy(IReadOnlyList<(string Gold, string Found)> items) => items.Count == 0 ? 0 : (double)items.Count(item => item.Gold == item.Found) / items.Count;

    public static IEnumerable<(string Class, double F1, int Count)> ByClass(IReadOnlyList<(string Gold, string Found)> items)
    {
        var found = items.CountBy(item => item.Found).ToDictionary();
        var right = items.Where(item => item.Gold == item.Found).CountBy(item => item.Gold).ToDictionary();
        return items.CountBy(item => item.Gold).OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, new Tally(right.GetValueOrDefault(one.Key), found.GetValueOrDefault(one.Key), one.Value).F1, one.Value));
    }

    /// <summary>Puts a measure of labels with its interval over items into a sheet.</summary>
    public static void Set(this TallySheet sheet, string metric, IReadOnlyList<(string Gold, string Found)> items, Func<IReadOnlyList<(string Gold, string Found)>, double> measure) =>
        sheet.Set(metric, measure(items), items.Count, Bootstrap.Interval(items.Count, sample => measure([.. sample.Select(i => items[i])])));
}
