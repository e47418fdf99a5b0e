using System.Globalization;
using Sitrep.Eval.Data;
using Sitrep.Model.Text;

namespace Sitrep.Eval.Attributions;

/// <summary>One attribution: pieces of text for each role; a source may be absent.</summary>
internal sealed record AttributionSpans(IReadOnlyList<TextSpan> Source, IReadOnlyList<TextSpan> Cue, IReadOnlyList<TextSpan> Content)
{
    public static readonly string[] Roles = ["source", "cue", "content"];

    public IReadOnlyList<TextSpan> this[string role] => role switch { "source" => Source, "cue" => Cue, _ => Content };

    /// <summary>Reads brat stand-off (https://brat.nlplab.org/standoff.html); offsets count code points.</summary>
    public static IEnumerable<AttributionSpans> Read(string annotations, string text)
    {
        int[] offsets = CodePointOffsets.Of(text);
        var spans = new Dictionary<string, TextSpan[]>(StringComparer.Ordinal);
        var events = new List<string>();
        foreach (string line in annotations.Split('\n').Select(line => line.TrimEnd('\r')))
        {
            string[] cells = line.Split('\t');
            if (cells.Length < 2) continue;
            if (cells[0].StartsWith('T')) spans[cells[0]] = [.. Pieces(cells[1], offsets)];
            else if (cells[0].StartsWith('E') && cells[1].StartsWith("Attribution", StringComparison.Ordinal)) events.Add(cells[1]);
        }
        foreach (string told in events)
        {
            TextSpan[] Of(string role) => [.. told.Split(' ').Select(part => part.Split(':')).Where(part => part.Length == 2 && part[0].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') == role).SelectMany(part => spans.GetValueOrDefault(part[1], [])).Order(ByStart)];
            yield return new AttributionSpans(Of("Source"), Of("Cue"), Of("Content"));
        }
    }

    public static readonly Comparer<TextSpan> ByStart = Comparer<TextSpan>.Create((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End.CompareTo(b.End));

    /// <summary>"Content 256 377;463 616" → its pieces.</summary>
    private static IEnumerable<TextSpan> Pieces(string cell, int[] offsets)
    {
        int blank = cell.IndexOf(' ', StringComparison.Ordinal);
        if (blank < 0) yield break;
        foreach (string piece in cell[(blank + 1)..].Split(';'))
        {
            string[] ends = piece.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (ends.Length != 2) continue;
            int start = int.Parse(ends[0], CultureInfo.InvariantCulture), end = int.Parse(ends[1], CultureInfo.InvariantCulture);
            if (start >= 0 && start < end && end < offsets.Length) yield return new TextSpan(offsets[start], offsets[end]);
        }
    }
}
