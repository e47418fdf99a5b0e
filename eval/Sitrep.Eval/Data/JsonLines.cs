using System.Text.Json;

namespace Sitrep.Eval.Data;

/// <summary>Files of one JSON object a line, or of one JSON array.</summary>
internal static class JsonLines
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static IEnumerable<JsonElement> Read(string path)
    {
        string text = DataFiles.Text(path);
        if (text.AsSpan().TrimStart().StartsWith("["))
        {
            foreach (JsonElement element in JsonDocument.Parse(text, Lenient).RootElement.EnumerateArray()) yield return element;
            yield break;
        }
        foreach (string line in text.Split('\n'))
        {
            if (line.Trim().Length > 1) yield return JsonDocument.Parse(line, Lenient).RootElement;
        }
    }

    /// <summary>One whole JSON document.</summary>
    public static JsonElement ReadOne(string path) => JsonDocument.Parse(DataFiles.Text(path), Lenient).RootElement;
}
