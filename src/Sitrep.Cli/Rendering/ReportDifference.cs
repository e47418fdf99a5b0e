using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Dedupe;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Cli.Rendering;

/// <summary>The difference between two reports, sentence by sentence, for a terminal or a pipe.</summary>
internal sealed class ReportDifference(SituationRecord record, Terminal terminal)
{
    /// <param name="earlier">Id, start of one, or file.</param>
    /// <param name="later">The same.</param>
    public void Write(string earlier, string later)
    {
        Report from = Find(earlier), to = Find(later);
        TextDifference difference = TextDifference.Of(from, to);
        Line($"- {Head(from)}");
        Line($"+ {Head(to)}");
        Line($"{DifferenceText.Of(difference)}; [-words cut-] {{+words added+}}");
        Line("");
        foreach (SentenceDifference sentence in difference.Sentences) Line($"{Mark(sentence.Change)} {string.Join(' ', sentence.Runs.Select(run => Words(sentence.Change, run)))}");
    }

    private static char Mark(SentenceChange change) => change switch
    {
        SentenceChange.Cut => '-',
        SentenceChange.Added => '+',
        SentenceChange.Changed => '~',
        SentenceChange.Moved => '>',
        _ => ' ',
    };

    private static string Words(SentenceChange change, WordRun run)
    {
        string words = string.Join(' ', run.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (change != SentenceChange.Changed || (run.InEarlier && run.InLater)) return words;
        return run.InEarlier ? $"[-{words}-]" : $"{{+{words}+}}";
    }

    private Report Find(string wanted) => RecordIndex.Find("report", wanted, record.Reports, one => one.Id, one => [one.Input]);

    private static string Head(Report report) => $"{report.Id} {report.Outlet ?? "unknown outlet"}, {Wording.Of(report.Published)} ({report.Input})";

    private void Line(string line) => terminal.Out.Write($"{line}\n");
}
