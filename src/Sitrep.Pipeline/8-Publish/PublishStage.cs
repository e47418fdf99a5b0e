using System.Text;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Publish.Html;
using Sitrep.Pipeline.Publish.Json;
using Sitrep.Pipeline.Publish.Markdown;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Pipeline.Publish;

/// <summary>Forms a record is published in.</summary>
public enum PublishFormat
{
    /// <summary>Situation report as Markdown.</summary>
    Markdown,
    /// <summary>Situation report as one self-contained HTML file.</summary>
    Html,
    /// <summary>The record as JSON, <c>sitrep-record/1</c>.</summary>
    Json,
}

/// <summary>Stage 8: record → outputs. Pure views; the same record gives the same bytes (UTF-8, no byte order mark, LF).</summary>
public static class PublishStage
{
    /// <param name="before">What the situation report tells changes from, as a rule the record as of the day before; null: it tells what its last day brought. The JSON form has no use for it.</param>
    /// <exception cref="InvalidOperationException">The record breaks its own rules: a claim without received words, an id of nothing.</exception>
    public static void Write(SituationRecord record, PublishFormat format, Stream output, SituationRecord? before = null)
    {
        switch (format)
        {
            case PublishFormat.Json:
                RecordJson.Write(record, output);
                break;
            case PublishFormat.Markdown:
                WriteText(MarkdownReport.Of(SituationReportBuilder.Build(record, before)), output);
                break;
            case PublishFormat.Html:
                WriteText(HtmlReport.Of(SituationReportBuilder.Build(record, before)), output);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "Not a format Sitrep publishes.");
        }
    }

    // The encoder writes U+FFFD for a lone surrogate, as the JSON form does.
    internal static void WriteText(string text, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write(text);
    }
}
