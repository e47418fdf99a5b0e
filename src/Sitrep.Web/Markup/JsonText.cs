using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Sitrep.Web.Markup;

/// <summary>JSON that may stand inside a page: the default encoder escapes every character that markup is made of.</summary>
internal readonly struct JsonText
{
    private JsonText(string text) => Text = text;

    public string Text { get; }

    public static JsonText Of<T>(T value, JsonTypeInfo<T> type) => new(JsonSerializer.Serialize(value, type));

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(Text);
}
