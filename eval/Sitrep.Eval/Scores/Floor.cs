using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Sitrep.Eval.Scores;

/// <summary>The worst value of a metric that is accepted, and the data it was measured on.</summary>
internal sealed record Floor(string Set, string Metric, double Value, string Gold);

/// <summary>Floors only rise: quality that was reached is kept.</summary>
internal static class Floors
{
    /// <summary>Values are compared to this many digits, the ones the file holds.</summary>
    private const int Digits = 4;

    public static IReadOnlyList<Floor> Load(string path)
    {
        if (!File.Exists(path)) return [];
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. document.RootElement.EnumerateArray().Select(entry => new Floor(
            entry.GetProperty("set").GetString()!, entry.GetProperty("metric").GetString()!,   // written by Save, never null
            entry.GetProperty("floor").GetDouble(), entry.GetProperty("gold").GetString()!))];
    }

    public static void Save(string path, IEnumerable<Floor> floors)
    {
        var text = new StringBuilder("[\n");
        text.AppendJoin(",\n", floors.OrderBy(floor => floor.Set, StringComparer.Ordinal).ThenBy(floor => floor.Metric, StringComparer.Ordinal)
            .Select(floor => string.Create(CultureInfo.InvariantCulture, $"  {{ \"set\": \"{floor.Set}\", \"metric\": \"{floor.Metric}\", \"floor\": {floor.Value}, \"gold\": \"{floor.Gold}\" }}")));
        File.WriteAllText(path, text.Append("\n]\n").ToString());
    }

    /// <returns>One line for each floor that is not held; sets that were skipped are not checked.</returns>
    public static IReadOnlyList<string> Check(IReadOnlyList<Floor> floors, IReadOnlyList<SetResult> results)
    {
        var broken = new List<string>();
        foreach (Floor floor in floors)
        {
            SetResult? result = results.FirstOrDefault(result => result.Set == floor.Set && result.Skipped is null);
            if (result is null) continue;
            if (result.GoldHash != floor.Gold)
            {
                broken.Add($"{floor.Set} {floor.Metric}: the gold data changed since the floor was set; run with --raise-floors and look at the difference.");
                continue;
            }
            Score? score = result.Scores.FirstOrDefault(score => score.Metric == floor.Metric);
            if (score is null) broken.Add($"{floor.Set} {floor.Metric}: not measured any more; its floor is {Text(floor.Value)}.");
            else if (Worse(score, floor.Value)) broken.Add($"{floor.Set} {floor.Metric}: {Text(score.Value)} is worse than the floor {Text(floor.Value)}.");
        }
        return broken;
    }

    /// <summary>Floors at the present scores where these are better, or where lowering is allowed.</summary>
    /// <param name="refused">Scores below their floor that were left alone.</param>
    public static IReadOnlyList<Floor> Raise(IReadOnlyList<Floor> floors, IReadOnlyList<SetResult> results, bool allowRegression, out IReadOnlyList<string> refused)
    {
        Dictionary<(string, string), Floor> raised = floors.ToDictionary(floor => (floor.Set, floor.Metric));
        var left = new List<string>();
        foreach (SetResult result in results.Where(result => result.Skipped is null))
        {
            foreach (Score score in result.Scores)
            {
                if (raised.TryGetValue((score.Set, score.Metric), out Floor? old) && Worse(score, old.Value) && !allowRegression)
                {
                    left.Add($"{score.Set} {score.Metric}: {Text(score.Value)} is worse than the floor {Text(old.Value)}; lowering needs --allow-regression and a line in RESULTS.md.");
                    continue;
                }
                raised[(score.Set, score.Metric)] = new Floor(score.Set, score.Metric, Kept(score), result.GoldHash);
            }
        }
        refused = left;
        return [.. raised.Values];
    }

    private static bool Worse(Score score, double floor) => score.LowerIsBetter ? score.Value > floor : Kept(score) < floor;

    // Cut, not rounded: a floor may not lie above the score it was made from.
    private static double Kept(Score score) => Math.Floor(score.Value * Math.Pow(10, Digits) + 1e-6) / Math.Pow(10, Digits);

    private static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
