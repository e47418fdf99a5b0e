using System.Text;
using System.Text.Json;

namespace Sitrep.Pipeline.Extract.Second;

/// <summary>What went wrong with a question to a model.</summary>
internal enum ChatTrouble
{
    /// <summary>Nothing.</summary>
    None,
    /// <summary>The model answered, but nothing that can be used. The same question would get the same answer.</summary>
    Unusable,
    /// <summary>No answer came; another time one may.</summary>
    Silent,
    /// <summary>No answer came, and asking again is useless: a wrong key, a wrong address.</summary>
    Closed,
}

/// <summary>A model's answer to one question.</summary>
/// <param name="Content">What it wrote; null when there is trouble.</param>
/// <param name="Why">The end of a sentence, in our own words: a server's words are neither printed nor kept. Null when there is no trouble.</param>
internal sealed record ChatAnswer(string? Content, ChatTrouble Trouble, string? Why)
{
    public static ChatAnswer Failed(ChatTrouble trouble, string why) => new(null, trouble, why);

    /// <summary>Reads the body of a chat completion (OpenAI's form, as most servers give it).</summary>
    public static ChatAnswer Parse(ReadOnlyMemory<byte> body)
    {
        if (body.Span.StartsWith(Encoding.UTF8.Preamble)) body = body[Encoding.UTF8.Preamble.Length..];
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            if (document.RootElement is not { ValueKind: JsonValueKind.Object } root || !root.TryGetProperty("choices", out JsonElement choices) || choices.ValueKind != JsonValueKind.Array
                || choices.GetArrayLength() == 0 || choices[0] is not { ValueKind: JsonValueKind.Object } choice || !choice.TryGetProperty("message", out JsonElement message) || message.ValueKind != JsonValueKind.Object)
            {
                return Failed(ChatTrouble.Silent, "the server's answer holds no choice with a message");
            }
            string finish = choice.TryGetProperty("finish_reason", out JsonElement reason) && reason.ValueKind == JsonValueKind.String ? reason.GetString() ?? "" : "";
            if (message.TryGetProperty("refusal", out JsonElement refusal) && refusal.ValueKind == JsonValueKind.String && refusal.GetString() is { Length: > 0 }) return Failed(ChatTrouble.Unusable, "the model refuses");
            if (finish == "length") return Failed(ChatTrouble.Unusable, "the model's answer was cut off");
            if (finish == "content_filter") return Failed(ChatTrouble.Unusable, "the model's answer was withheld by a filter");
            return message.TryGetProperty("content", out JsonElement content) && Text(content) is { } text && !string.IsNullOrWhiteSpace(text)
                ? new ChatAnswer(text, ChatTrouble.None, null) : Failed(ChatTrouble.Unusable, "the model's answer is empty");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)   // broken JSON; a string that is no text (half a surrogate pair)
        {
            return Failed(ChatTrouble.Silent, "the server's answer is no chat completion");
        }
    }

    // A string; or a list of parts that have a text.
    private static string? Text(JsonElement content) => content.ValueKind switch
    {
        JsonValueKind.String => content.GetString(),
        JsonValueKind.Array => string.Concat(content.EnumerateArray()
            .Where(part => part.ValueKind == JsonValueKind.Object && part.TryGetProperty("text", out JsonElement text) && text.ValueKind == JsonValueKind.String)
            .Select(part => part.GetProperty("text").GetString())),
        _ => null,
    };
}
