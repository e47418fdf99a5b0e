using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Sitrep.Eval.Scores;

/// <summary>Scores as a table, as JSON for other programs, and as the page kept in the repository.</summary>
internal static class ScoreReport
{
    public static void WriteHead(TextWriter output) => output.WriteLine($"{"set",-28} {"metric",-22} {"value",9} {"count",7} {"seconds",8}  95 % interval");

    public static void WriteRows(SetResult result, TextWriter output)
    {
        if (result.Skipped is not null) output.WriteLine($"{result.Set,-28} {(result.Failed ? "failed" : "skipped")}: {result.Skipped}");
        foreach (Score score in result.Scores)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{score.Set,-28} {score.Metric,-22} {Value(score),9} {score.Count,7} {score.Seconds,8:0.0}{Spread(score)}"));
        }
    }

    public static void WriteJson(IReadOnlyList<SetResult> results, string path)
    {
        using FileStream file = File.Create(path);
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
        json.WriteStartArray();
        foreach (Score score in results.SelectMany(result => result.Scores))
        {
            json.WriteStartObject();
            json.WriteString("set", score.Set);
            json.WriteString("metric", score.Metric);
            json.WriteNumber("value", score.Value);
            json.WriteNumber("count", score.Count);
            json.WriteNumber("seconds", Math.Round(score.Seconds, 3));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static string Markdown(IReadOnlyList<SetResult> results)
    {
        var text = new StringBuilder("# Results\n\nWritten by `dotnet run -c Release --project eval/Sitrep.Eval -- --write-results`; what each metric counts is in [README.md](README.md).\n\n| Set | Metric | Value | Items |\n|---|---|---:|---:|\n");
        foreach (SetResult result in results)
        {
            if (result.Skipped is not null) text.Append(CultureInfo.InvariantCulture, $"| `{result.Set}` | skipped: {result.Skipped} | | |\n");
            foreach (Score score in result.Scores) text.Append(CultureInfo.InvariantCulture, $"| `{score.Set}` | `{score.Metric}` | {Value(score)} | {score.Count} |\n");
        }
        return text.ToString();
    }

    private static string Spread(Score score) => score.Spread is { } spread ? string.Create(CultureInfo.InvariantCulture, $"  {spread.Low:0.000} to {spread.High:0.000}") : "";

    private static string Value(Score score) => score.Value.ToString(score.LowerIsBetter ? "0" : "0.000", CultureInfo.InvariantCulture);
}
