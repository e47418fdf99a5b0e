using Sitrep.Eval.Pages;
using Sitrep.Eval.Scores;
using Sitrep.Model.Text;

namespace Sitrep.Eval.Attributions;

/// <summary>Attributions by tokens, by exact spans, and as relations.</summary>
internal static class AttributionScorer
{
    public static void Add(TallySheet sheet, string text, IReadOnlyList<AttributionSpans> gold, IReadOnlyList<AttributionSpans> found)
    {
        List<TextSpan> tokens = Tokens(text);
        string?[] wanted = Labels(tokens, gold), given = Labels(tokens, found);
        foreach (string role in AttributionSpans.Roles)
        {
            int right = 0, all = 0, answered = 0;
            for (int i = 0; i < tokens.Count; i++)
            {
                if (wanted[i] == role) all++;
                if (given[i] == role) answered++;
                if (wanted[i] == role && given[i] == role) right++;
            }
            sheet.Add(role, new Tally(right, answered, all));
        }
        for (int i = 0; i < tokens.Count; i++)
        {
            if (wanted[i] == given[i] || (wanted[i] != "cue" && given[i] != "cue")) continue;
            int last = i;
            while (last + 1 < tokens.Count && wanted[last + 1] == wanted[i] && given[last + 1] == given[i]) last++;
            int start = Math.Max(0, tokens[i].Start - ContextMax), end = Math.Min(text.Length, tokens[last].End + ContextMax);
            sheet.Details.Add($"cue {given[i] ?? "none"} for {wanted[i] ?? "none"} x{last - i + 1}: {text[start..tokens[i].Start]}[{text[tokens[i].Start..tokens[last].End]}]{text[tokens[last].End..end]}".ReplaceLineEndings(" / "));
            i = last;
        }
        foreach (string role in AttributionSpans.Roles) sheet.Add($"{role}_exact", Tally.Of(Keys(found, role), Keys(gold, role)));
        sheet.Add("relation", new Tally(Matched(tokens, text, gold, found), found.Count, gold.Count));
        sheet.EndDocument();
    }

    /// <summary>Characters of text on each side of what is told to who asks for it.</summary>
    private const int ContextMax = 60;

    /// <summary>One role a token; where attributions nest, source before cue before content.</summary>
    private static string?[] Labels(List<TextSpan> tokens, IReadOnlyList<AttributionSpans> attributions)
    {
        var labels = new string?[tokens.Count];
        foreach (string role in AttributionSpans.Roles.Reverse())
        {
            foreach (TextSpan piece in attributions.SelectMany(one => one[role])) foreach (int i in Inside(tokens, piece)) labels[i] = role;
        }
        return labels;
    }

    private static HashSet<string> Keys(IReadOnlyList<AttributionSpans> attributions, string role) =>
        [.. attributions.Select(one => one[role]).Where(pieces => pieces.Count > 0).Select(pieces => string.Join(';', pieces.Order(AttributionSpans.ByStart).Select(piece => $"{piece.Start}-{piece.End}")))];

    /// <summary>One to one: contents share at least half of the tokens of each, and the last words of the sources are equal, or both are absent.</summary>
    private static int Matched(List<TextSpan> tokens, string text, IReadOnlyList<AttributionSpans> gold, IReadOnlyList<AttributionSpans> found)
    {
        int matched = 0;
        HashSet<int>[] contents = [.. found.Select(one => one.Content.SelectMany(piece => Inside(tokens, piece)).ToHashSet())];
        bool[] taken = new bool[found.Count];
        foreach (AttributionSpans wanted in gold)
        {
            HashSet<int> content = [.. wanted.Content.SelectMany(piece => Inside(tokens, piece))];
            for (int i = 0; i < found.Count; i++)
            {
                if (taken[i] || Head(text, wanted) != Head(text, found[i])) continue;
                int shared = contents[i].Count(content.Contains);
                if (shared == 0 || shared * 2 < content.Count || shared * 2 < contents[i].Count) continue;
                taken[i] = true;
                matched++;
                break;
            }
        }
        return matched;
    }

    private static string? Head(string text, AttributionSpans one) => one.Source.Count == 0 ? null : Shingles.Words(one.Source[^1].Of(text)).LastOrDefault();

    /// <summary>Runs of letters and digits, and every other visible character by itself.</summary>
    private static List<TextSpan> Tokens(string text)
    {
        var tokens = new List<TextSpan>();
        for (int i = 0; i < text.Length;)
        {
            int start = i++;
            if (char.IsWhiteSpace(text[start])) continue;
            while (char.IsLetterOrDigit(text[start]) && i < text.Length && char.IsLetterOrDigit(text[i])) i++;
            tokens.Add(new TextSpan(start, i));
        }
        return tokens;
    }

    private static IEnumerable<int> Inside(List<TextSpan> tokens, TextSpan piece)
    {
        int low = 0, high = tokens.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (tokens[middle].Start < piece.Start) low = middle + 1; else high = middle;
        }
        for (int i = low; i < tokens.Count && tokens[i].End <= piece.End; i++) yield return i;
    }
}
