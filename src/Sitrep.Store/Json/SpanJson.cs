using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;

namespace Sitrep.Store.Json;

/// <summary>A span as <c>[start,end]</c>.</summary>
internal sealed class TextSpanJson : JsonConverter<TextSpan>
{
    public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.StartArray ? SpanBounds.Read(ref reader) : throw new JsonException("A span is an array of two numbers.");

    public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Start);
        writer.WriteNumberValue(value.End);
        writer.WriteEndArray();
    }
}

/// <summary>A zone as <c>["Body",start,end]</c>.</summary>
internal sealed class ZoneJson : JsonConverter<Zone>
{
    public override Zone Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray || !reader.Read() || reader.TokenType != JsonTokenType.String
            || !Enum.TryParse(reader.GetString(), out ZoneKind kind))
        {
            throw new JsonException("A zone is an array of a kind and two numbers.");
        }
        return new Zone(kind, SpanBounds.Read(ref reader));
    }

    public override void Write(Utf8JsonWriter writer, Zone value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(value.Kind.ToString());
        writer.WriteNumberValue(value.Span.Start);
        writer.WriteNumberValue(value.Span.End);
        writer.WriteEndArray();
    }
}

/// <summary>An offset map as the flat list of its runs, four numbers each.</summary>
internal sealed class OffsetMapJson : JsonConverter<OffsetMap>
{
    public override OffsetMap Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("An offset map is an array of numbers.");
        var numbers = new List<int>();
        while (reader.Read() && reader.TokenType == JsonTokenType.Number) numbers.Add(reader.GetInt32());
        if (reader.TokenType != JsonTokenType.EndArray || numbers.Count % 4 != 0) throw new JsonException("An offset map is an array of four numbers for each run.");
        var runs = ImmutableArray.CreateBuilder<OffsetMap.Run>(numbers.Count / 4);
        for (int i = 0; i < numbers.Count; i += 4) runs.Add(new OffsetMap.Run(numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3]));
        try
        {
            return new OffsetMap(runs.MoveToImmutable());
        }
        catch (ArgumentException wrong)
        {
            throw new JsonException($"Not an offset map: {wrong.Message}", wrong);
        }
    }

    public override void Write(Utf8JsonWriter writer, OffsetMap value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (OffsetMap.Run run in value.Runs)
        {
            writer.WriteNumberValue(run.CleanStart);
            writer.WriteNumberValue(run.CleanLength);
            writer.WriteNumberValue(run.ReceivedStart);
            writer.WriteNumberValue(run.ReceivedLength);
        }
        writer.WriteEndArray();
    }
}

/// <summary>The two numbers of a span.</summary>
internal static class SpanBounds
{
    /// <summary>Reads two numbers and the end of the array they stand in.</summary>
    public static TextSpan Read(ref Utf8JsonReader reader)
    {
        int start = Number(ref reader), end = Number(ref reader);
        if (!reader.Read() || reader.TokenType != JsonTokenType.EndArray) throw new JsonException("A span has two numbers.");
        if (start < 0 || end < start) throw new JsonException($"Span [{start},{end}] ends before it starts.");
        return new TextSpan(start, end);
    }

    private static int Number(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int number) ? number : throw new JsonException("A span has two whole numbers.");
}
