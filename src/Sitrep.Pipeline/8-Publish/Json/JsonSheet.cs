using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Publish.Json;

/// <summary>A JSON document being written: the few shapes the record is made of, absent values as <c>null</c>.</summary>
internal sealed class JsonSheet : IDisposable
{
    /// <summary>Bytes kept before they are handed to the stream.</summary>
    private const int FlushBytes = 64 * 1024;

    // Readable beats escaped: the file is UTF-8 and never pasted into a script.
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Utf8JsonWriter _json;

    /// <param name="indented">False for one line.</param>
    public JsonSheet(Stream output, bool indented = true) => _json = new Utf8JsonWriter(output, Options with { Indented = indented });

    public void Object(string? name, Action content)
    {
        if (name is null) _json.WriteStartObject(); else _json.WriteStartObject(name);
        content();
        _json.WriteEndObject();
        if (_json.BytesPending > FlushBytes) _json.Flush();
    }

    public void Objects<T>(string name, IEnumerable<T> items, Action<T> content)
    {
        _json.WriteStartArray(name);
        foreach (T item in items) Object(null, () => content(item));
        _json.WriteEndArray();
    }

    public void Words(string name, IEnumerable<string> items)
    {
        _json.WriteStartArray(name);
        foreach (string item in items) _json.WriteStringValue(Spelling.WellFormed(item));
        _json.WriteEndArray();
    }

    public void Numbers(string name, IEnumerable<long> items)
    {
        _json.WriteStartArray(name);
        foreach (long item in items) _json.WriteNumberValue(item);
        _json.WriteEndArray();
    }

    /// <summary>Longitude and latitude, and the like.</summary>
    public void Degrees(string name, params ReadOnlySpan<double> items)
    {
        _json.WriteStartArray(name);
        foreach (double item in items) _json.WriteNumberValue(Math.Round(item, 5));
        _json.WriteEndArray();
    }

    public void Text(string name, string? value)
    {
        if (value is null) _json.WriteNull(name); else _json.WriteString(name, Spelling.WellFormed(value));
    }

    public void Word<T>(string name, T? value) where T : struct, Enum => Text(name, value is { } known ? Spelling.Kebab(known) : null);

    public void Number(string name, long? value)
    {
        if (value is { } known) _json.WriteNumber(name, known); else _json.WriteNull(name);
    }

    public void Number(string name, double? value)
    {
        if (value is { } known) _json.WriteNumber(name, known); else _json.WriteNull(name);
    }

    public void Flag(string name, bool value) => _json.WriteBoolean(name, value);

    public void Null(string name) => _json.WriteNull(name);

    public void Date(string name, DateOnly? value) => Text(name, value?.ToString("O", CultureInfo.InvariantCulture));

    public void Interval(string name, Interval? value)
    {
        if (value is null) { Null(name); return; }
        Object(name, () =>
        {
            Date("start", value.Start);
            Date("end", value.End);
            Word<TimePrecision>("precision", value.Precision);
        });
    }

    public void Span(string name, ReceivedSpan? value)
    {
        if (value is not { } span) { Null(name); return; }
        Object(name, () =>
        {
            Number("start", span.Start);
            Number("end", span.End);
            Text("exact", span.Exact);
        });
    }

    public void Dispose() => _json.Dispose();
}
