using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Resolve.Actors;

/// <summary>Words beside an actor's that say whose side it is on.</summary>
/// <param name="Name">Whom they name as master or backer.</param>
/// <param name="Span">The words, in the report's clean text.</param>
/// <param name="IsPart">True when it speaks for that side; false when the two only stand together.</param>
internal sealed record Allegiance(string Name, TextSpan Span, bool IsPart);

/// <summary>Finds "Iran-backed", "pro-Kyiv", "loyal to X", "X's armed wing" around an actor's words, by <c>data/allegiances.tsv</c>.</summary>
public sealed class Allegiances
{
    /// <summary>Characters before an actor's words in which its modifiers stand.</summary>
    private const int ReachBefore = 60;

    /// <summary>Words of a name after "loyal to".</summary>
    private const int NameWordsMax = 4;

    private static readonly char[] Breaks = ['.', ';', ':', '!', '?', '\n', '(', ')'];

    private readonly ImmutableArray<(string Words, string Form, string Ground)> _rows;

    private Allegiances(ImmutableArray<(string, string, string)> rows) => _rows = rows;

    public static Allegiances Load(DataFolder data) => new([.. data.Rows("allegiances.tsv", "words", "form", "ground").Select(row => (row[0], row[1], row[2]))]);

    /// <summary>True when the words before an outlet's noun say that it speaks for its state: "state television".</summary>
    public bool IsStateMedia(ActorMention mention) => _rows.Any(row => row.Form == "media" && $" {mention.Words} ".Contains($" {row.Words} ", StringComparison.OrdinalIgnoreCase));

    /// <summary>What the words of a force say of its fighting its own state: "mutiny" for soldiers who rose ("mutinous troops", "coup plotters"), "rebel" for irregulars; null when they say nothing.</summary>
    internal string? AgainstState(ActorMention mention)
    {
        if (mention.Noun is not { } noun) return null;
        string[] words = mention.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int at = Array.FindLastIndex(words, word => word.StartsWith(noun, StringComparison.OrdinalIgnoreCase));
        foreach ((string row, string form, string ground) in _rows)
        {
            if (form == "against" && (row == noun || words.Take(Math.Max(0, at)).Contains(row, StringComparer.OrdinalIgnoreCase))) return ground;
        }
        return null;
    }

    internal IEnumerable<Allegiance> Find(string text, ActorMention mention)
    {
        TextSpan span = mention.Span;
        int left = Math.Max(0, span.Start - ReachBefore);
        int cut = span.Start == left ? -1 : text.LastIndexOfAny(Breaks, span.Start - 1, span.Start - left);
        // "U.S.-backed" has full stops of its own.
        while (cut > left && cut + 1 < text.Length && (text[cut + 1] == '-' || char.IsUpper(text[cut + 1]))) cut = text.LastIndexOfAny(Breaks, cut - 1, cut - left);
        if (cut >= left) left = cut + 1;
        foreach ((string words, string form, string ground) in _rows)
        {
            TextSpan? name = form switch
            {
                "joined" => Joined(text, left, span, words),
                "before" => Before(text, left, span, words),
                "after" => After(text, span.End, words),
                "wing" => WingOf(text, span.End, words) ?? WingBefore(text, left, span.Start, words),
                _ => null,
            };
            if (name is { } found) yield return new Allegiance(found.Of(text), new TextSpan(Math.Min(found.Start, span.Start), Math.Max(found.End, span.End)), ground == "part");
        }
    }

    // "Rwanda-backed M23", "the Iran-backed militias".
    private static TextSpan? Joined(string text, int left, TextSpan span, string words)
    {
        string joined = "-" + words;
        int at = text.IndexOf(joined, left, span.End - left, StringComparison.OrdinalIgnoreCase);
        if (at < 0 || !IsEnd(text, at + joined.Length) || !IsPlain(text, at + joined.Length, span)) return null;
        int start = at;
        while (start > left && (char.IsLetter(text[start - 1]) || text[start - 1] == '.')) start--;
        if (start == at) return null;
        // "Saudi Arabia-backed": a name of two words.
        int two = start;
        if (two - 1 > left && text[two - 1] == ' ')
        {
            int word = two - 1;
            while (word > left && char.IsLetter(text[word - 1])) word--;
            if (word < two - 1 && char.IsUpper(text[word]) && char.IsUpper(text[start]) && !text.AsSpan(word, two - 1 - word).SequenceEqual("The")) two = word;
        }
        return new TextSpan(two, at);
    }

    private static TextSpan? Before(string text, int left, TextSpan span, string words)
    {
        string joined = words + "-";
        int at = text.IndexOf(joined, left, span.End - left, StringComparison.OrdinalIgnoreCase);
        if (at < 0 || (at > 0 && char.IsLetter(text[at - 1]))) return null;
        int end = at + joined.Length;
        while (end < span.End && char.IsLetter(text[end])) end++;
        return end > at + joined.Length && IsPlain(text, end, span) ? new TextSpan(at + joined.Length, end) : null;
    }

    private static TextSpan? After(string text, int end, string words)
    {
        int at = end;
        while (at < text.Length && text[at] is ' ' or ',') at++;
        return at == end || string.Compare(text, at, words + " ", 0, words.Length + 1, StringComparison.OrdinalIgnoreCase) != 0 ? null : NameAt(text, at + words.Length + 1);
    }

    // "the Qassam Brigades, the armed wing of Hamas".
    private static TextSpan? WingOf(string text, int end, string words)
    {
        int at = end;
        while (at < text.Length && text[at] is ' ' or ',') at++;
        if (string.Compare(text, at, "the ", 0, 4, StringComparison.OrdinalIgnoreCase) == 0) at += 4;
        return at == end || string.Compare(text, at, words + " of ", 0, words.Length + 4, StringComparison.OrdinalIgnoreCase) != 0 ? null : NameAt(text, at + words.Length + 4);
    }

    // "Hamas's armed wing, the Qassam Brigades".
    private static TextSpan? WingBefore(string text, int left, int start, string words)
    {
        string before = text[left..start].TrimEnd(' ', ',');
        if (before.EndsWith(" the", StringComparison.OrdinalIgnoreCase)) before = before[..^4].TrimEnd(' ', ',');
        if (!before.EndsWith(words, StringComparison.OrdinalIgnoreCase)) return null;
        before = before[..^words.Length].TrimEnd(' ');
        int end = before.EndsWith("'s", StringComparison.Ordinal) || before.EndsWith("’s", StringComparison.Ordinal) ? before.Length - 2 : before.EndsWith('\'') || before.EndsWith('’') ? before.Length - 1 : -1;
        int from = end;
        while (from > 0 && char.IsLetter(before[from - 1])) from--;
        return from < end && char.IsUpper(before[from]) ? new TextSpan(left + from, left + end) : null;
    }

    // Capitalised words, or one common noun for the state: "the government".
    private static TextSpan? NameAt(string text, int at)
    {
        if (string.Compare(text, at, "the ", 0, 4, StringComparison.OrdinalIgnoreCase) == 0) at += 4;
        int end = at;
        for (int words = 0; words < NameWordsMax; words++)
        {
            int stop = end;
            while (stop < text.Length && (char.IsLetterOrDigit(text[stop]) || text[stop] is '.' or '-')) stop++;
            if (stop == end || (words > 0 && !char.IsUpper(text[end]))) break;
            bool common = words == 0 && !char.IsUpper(text[end]);
            end = stop;
            if (common || end >= text.Length || text[end] != ' ') break;
            end++;
        }
        while (end > at && text[end - 1] is ' ' or '.' or '-') end--;
        return end > at ? new TextSpan(at, end) : null;
    }

    // Between the words and the actor stand other modifiers, and no break.
    private static bool IsPlain(string text, int from, TextSpan span)
    {
        for (int i = from; i < span.Start; i++) if (!char.IsLetter(text[i]) && text[i] is not (' ' or '-')) return false;
        return true;
    }

    private static bool IsEnd(string text, int at) => at >= text.Length || !char.IsLetter(text[at]);
}
