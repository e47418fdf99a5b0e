using System.Text;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Publish.Markdown;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Pipeline.Publish.Changes;

/// <summary>Forms a list of changes is published in.</summary>
public enum ChangesFormat
{
    /// <summary>Plain text for a terminal: each change with its words below it.</summary>
    Text,
    /// <summary>Markdown, with the words behind every line at the end.</summary>
    Markdown,
    /// <summary>JSON, <c>sitrep-changes/1</c>.</summary>
    Json,
}

/// <summary>Two records → what changed. Pure; the same two records give the same bytes (UTF-8, no byte order mark, LF).</summary>
public static class ChangesDocument
{
    public static void Write(SituationRecord before, SituationRecord after, ChangesFormat format, Stream output)
    {
        RecordChanges changes = RecordDifference.Of(before, after);
        if (format == ChangesFormat.Json)
        {
            ChangesJson.Write(before, after, changes, output);
            return;
        }
        ChangeReport report = ChangeReport.Of(before, after, changes);
        PublishStage.WriteText(format == ChangesFormat.Markdown ? MarkdownReport.Of(report) : PlainText(report), output);
    }

    private static string PlainText(ChangeReport report)
    {
        var page = new StringBuilder().Append(report.Title).Append('\n').Append(report.Scope).Append('\n');
        if (report.Groups.IsEmpty) page.Append("\nNothing changed.\n");
        foreach (ChangeGroup group in report.Groups)
        {
            page.Append('\n').Append(group.Heading.ToUpperInvariant()).Append('\n');
            foreach (Line line in group.Lines)
            {
                page.Append("  ").Append(line.Date.Length > 0 ? $"{line.Date}. " : "").Append(line.Text).Append('\n');
                foreach (int cite in line.Cites)
                {
                    Evidence words = report.Evidence[cite - 1];
                    page.Append("      “").Append(words.Quote).Append("” ").Append(words.Speaker).Append(' ').Append(words.Stance).Append(", ").Append(words.Source).Append(" [").Append(words.Claim).Append("]\n");
                }
            }
        }
        return page.ToString();
    }
}
