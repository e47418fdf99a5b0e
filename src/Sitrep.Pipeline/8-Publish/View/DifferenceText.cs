using Sitrep.Pipeline.Dedupe;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>A difference in one line: "2 sentences cut, 1 added, 3 changed, 1 moved".</summary>
public static class DifferenceText
{
    private static readonly (SentenceChange Change, string Word)[] Told =
        [(SentenceChange.Cut, "cut"), (SentenceChange.Added, "added"), (SentenceChange.Changed, "changed"), (SentenceChange.Moved, "moved")];

    public static string Of(TextDifference difference)
    {
        var parts = new List<string>();
        foreach ((SentenceChange change, string word) in Told)
        {
            int count = difference.Count(change);
            if (count > 0) parts.Add(parts.Count == 0 ? $"{Wording.Count(count, "sentence")} {word}" : $"{Wording.Number(count)} {word}");
        }
        return parts.Count == 0 ? "same words" : string.Join(", ", parts);
    }
}
