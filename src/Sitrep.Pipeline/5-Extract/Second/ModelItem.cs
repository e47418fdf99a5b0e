using System.Collections.Immutable;
using System.Text.Json;

namespace Sitrep.Pipeline.Extract.Second;

/// <summary>One item of a model's answer, as it came: words that have yet to be found in the report, and names that have yet to be known.</summary>
/// <param name="Kind">"event" or "figure".</param>
/// <param name="Type">For an event: its type. For a figure: what is counted.</param>
/// <param name="Word">For an event: the word of the quote that names it. For a figure: the number.</param>
/// <param name="Source">Who says it; null: nobody is named.</param>
/// <param name="Actors">Who does it; for a figure, empty.</param>
/// <param name="Targets">To whom it is done; for a figure, who is counted.</param>
/// <param name="Total">For a figure: a count standing at that time, not what one event added.</param>
internal sealed record ModelItem(
    string Kind, string Type, string Quote, string Word, string Stance, string? Source, ImmutableArray<string> Actors, ImmutableArray<string> Targets,
    string? Place, string? When, bool Total)
{
    /// <summary>Characters of a quote: the longest sentence of a report one may want to quote whole.</summary>
    private const int QuoteMax = 600;

    /// <summary>Characters of any other words.</summary>
    private const int WordsMax = 200;

    /// <summary>Actors, or targets, of one item.</summary>
    private const int ListMax = 6;

    /// <summary>Reads what a model wrote: an object with a list <c>items</c>, or the list alone, in a code fence or bare.</summary>
    /// <returns>Each item, null where one is not of the form asked for; null when the whole is not.</returns>
    public static IReadOnlyList<ModelItem?>? ParseAll(string content)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(Json(content), new JsonDocumentOptions { AllowTrailingCommas = true });
            JsonElement items = document.RootElement;
            if (items.ValueKind == JsonValueKind.Object && !items.TryGetProperty("items", out items)) return null;
            return items.ValueKind == JsonValueKind.Array ? [.. items.EnumerateArray().Select(Parse)] : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)   // the latter for half a surrogate pair
        {
            return null;
        }
    }

    // What stands before and behind is a fence, a model's thoughts or a phrase of politeness.
    private static ReadOnlyMemory<char> Json(string content)
    {
        const string Thought = "</think>";
        int from = content.LastIndexOf(Thought, StringComparison.Ordinal) is >= 0 and var thought ? thought + Thought.Length : 0;
        int open = content.AsSpan(from).IndexOfAny('{', '['), close = content.AsSpan(from).LastIndexOfAny('}', ']');
        return open < 0 || close < open ? default : content.AsMemory(from + open, close + 1 - open);
    }

    private static ModelItem? Parse(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object) return null;
        try
        {
            bool figure = Text(item, "kind", WordsMax) == "figure";
            if (Text(item, "kind", WordsMax) is not { } kind || Text(item, "stance", WordsMax) is not { } stance || Text(item, "quote", QuoteMax) is not { } quote
                || Text(item, figure ? "measure" : "type", WordsMax) is not { } type || Text(item, figure ? "number" : "word", WordsMax) is not { } word) return null;
            return new ModelItem(kind, type, quote, word, stance, Text(item, "source", WordsMax), figure ? [] : Texts(item, "actor"), Texts(item, figure ? "counted" : "target"),
                Text(item, "place", WordsMax), Text(item, "when", WordsMax), item.TryGetProperty("total", out JsonElement total) && total.ValueKind == JsonValueKind.True);
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException)   // another type or length than asked for; a string that is no text
        {
            return null;
        }
    }

    /// <returns>Null when it is absent, null or blank.</returns>
    private static string? Text(JsonElement item, string key, int most) => item.TryGetProperty(key, out JsonElement value) ? Text(value, most) : null;

    private static string? Text(JsonElement value, int most)
    {
        string? text = value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => throw new FormatException("neither text nor a number"),
        };
        if (text?.Length > most) throw new FormatException("too long");
        return string.IsNullOrWhiteSpace(text) || text is "null" ? null : text;   // models put the word in quotation marks
    }

    private static ImmutableArray<string> Texts(JsonElement item, string key)
    {
        if (!item.TryGetProperty(key, out JsonElement value)) return [];
        if (value.ValueKind != JsonValueKind.Array) return Text(value, WordsMax) is { } one ? [one] : [];
        if (value.GetArrayLength() > ListMax) throw new FormatException("too many");
        return [.. value.EnumerateArray().Select(element => Text(element, WordsMax)).OfType<string>()];
    }
}
