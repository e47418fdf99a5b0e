using System.Text;
using System.Text.RegularExpressions;

namespace Sitrep.Eval.Wordings;

/// <summary>Makes text of a story's template: "[kind|words]" is a drawn row of that kind, "{A}" somebody of the cast.</summary>
internal sealed partial class StoryWords(WordingRows rows, Draw draw, StoryCast cast)
{
    public string Text(string template)
    {
        string text = Put(template);
        return SentenceStart().Replace(text, start => start.Value.ToUpperInvariant());
    }

    private string Put(string template)
    {
        var text = new StringBuilder();
        for (int at = 0; at < template.Length;)
        {
            int end = template[at] switch { '[' => Close(template, at), '{' => template.IndexOf('}', at), _ => -1 };
            if (end < 0)
            {
                text.Append(template[at++]);
                continue;
            }
            string inside = template[(at + 1)..end];
            text.Append(template[at] == '[' ? Row(Split(inside)) : draw.Of([.. cast.Words(inside).Select(one => (string[])[one])])[0]);
            at = end + 1;
        }
        return text.ToString();
    }

    private string Row(List<string> parts)
    {
        string row = rows.Of(draw, parts[0])[0];
        for (int i = 1; i < parts.Count; i++)
        {
            string words = Put(parts[i]);
            row = Agreement(i).Replace(row.Replace($"{{{i}}}", words, StringComparison.Ordinal), forms => forms.Groups[IsSeveral(words) ? "several" : "one"].Value);
        }
        return Put(row);
    }

    private static Regex Agreement(int number) => new($$"""\{{{number}}:(?<one>[^/}]*)/(?<several>[^}]*)\}""", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static bool IsSeveral(string words) => words[^1] == 's' || words.EndsWith("Taliban", StringComparison.Ordinal);

    private static int Close(string text, int open)
    {
        int depth = 0;
        for (int at = open; ; at++) if ((depth += text[at] switch { '[' => 1, ']' => -1, _ => 0 }) == 0) return at;
    }

    // At the bars that are in no row of their own.
    private static List<string> Split(string inside)
    {
        var parts = new List<string> { "" };
        int depth = 0;
        foreach (char one in inside)
        {
            depth += one switch { '[' => 1, ']' => -1, _ => 0 };
            if (one == '|' && depth == 0) parts.Add("");
            else parts[^1] += one;
        }
        return parts;
    }

    [GeneratedRegex(@"(?:^|(?<=[.!?] ))[a-z](?!l-Sh)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SentenceStart();
}
