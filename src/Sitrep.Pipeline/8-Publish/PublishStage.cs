using Sitrep.Model.Record;

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
    public static void Write(SituationRecord record, PublishFormat format, Stream output) => throw new NotImplementedException();
}
