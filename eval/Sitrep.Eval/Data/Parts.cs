namespace Sitrep.Eval.Data;

/// <summary>Which of the files of a set are scored: its test part, else its development part, else all.</summary>
internal static class Parts
{
    public static string[] Scored(IReadOnlyList<string> files)
    {
        foreach (string[] part in (string[][])[["test", "tst3", "tst4"], ["dev", "val"]])
        {
            string[] found = [.. files.Where(path => Words(path).Any(word => part.Contains(word, StringComparer.OrdinalIgnoreCase)))];
            if (found.Length > 0) return found;
        }
        return [.. files];
    }

    /// <summary>Runs of letters and digits in the name of a file.</summary>
    private static string[] Words(string path) => string.Concat(Path.GetFileName(path).Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')).Split(' ');
}
