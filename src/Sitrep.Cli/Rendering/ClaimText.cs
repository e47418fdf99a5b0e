using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;

namespace Sitrep.Cli.Rendering;

/// <summary>Prints claims: who says it, when, where it is printed, and the words in their context.</summary>
internal sealed class ClaimText(RecordIndex index, Terminal terminal)
{
    /// <summary>Characters of context on either side: about one line.</summary>
    private const int ContextMax = 90;

    private const string Bold = "\u001b[1m", Plain = "\u001b[0m";

    public void Write(IEnumerable<LedgerClaim> claims)
    {
        foreach (LedgerClaim claim in claims) Write(claim);
    }

    private void Write(LedgerClaim ledger)
    {
        Claim claim = ledger.Claim;
        Report report = index.Report(claim.ReportId);
        TextWriter output = terminal.Out;
        string source = ledger.Source is { } id ? index.Actor(id) : ledger.SourceWords ?? "the report itself";
        string words = ledger.SourceWords is { } given && given != source ? $" (\"{given}\")" : "";
        string via = ledger.Via.IsDefaultOrEmpty ? "" : $", through {string.Join(", ", ledger.Via.Select(index.Actor))}";
        output.Write($"  {Wording.Of(claim.Stance)}: {source}{words}{via}, said {Wording.Of(ledger.Said)}  [{claim.Id}]{(claim.ReadBy is { } reader ? $", found by the second reader {Safe(reader)}" : "")}{(ledger.Withdrawn is { } withdrawn ? $", WITHDRAWN by its outlet ({Wording.Of(withdrawn.Kind)}, report {withdrawn.By})" : "")}{(ledger.IsRejected ? ", REJECTED by an analyst" : "")}\n");
        output.Write($"    {Safe(report.Outlet ?? report.Agency ?? "unknown outlet")}{Wire(report)}, {Wording.Of(report.Published)}: {report.Input} (report {report.Id}, dispatch {ledger.Dispatch})\n");
        output.Write($"    {InContext(report.Text, claim.Span)}\n");
    }

    private static string Wire(Report report) => report.Agency is { } agency && report.Outlet is { } outlet && agency != outlet ? $" ({agency})" : "";

    /// <summary>The words at <paramref name="span"/> between marks, with what stands around them, on one line.</summary>
    public string InContext(string text, TextSpan span)
    {
        int from = WordStart(text, Math.Max(0, span.Start - ContextMax), span.Start);
        int to = WordEnd(text, Math.Min(text.Length, span.End + ContextMax), span.End);
        (string open, string close) = terminal.Color ? (Bold, Plain) : ("«", "»");
        return $"{(from > 0 ? "…" : "")}{Safe(text[from..span.Start])}{open}{Safe(span.Of(text))}{close}{Safe(text[span.End..to])}{(to < text.Length ? "…" : "")}";
    }

    private static int WordStart(string text, int from, int limit)
    {
        if (from == 0) return 0;
        while (from < limit && !char.IsWhiteSpace(text[from - 1])) from++;
        return from;
    }

    private static int WordEnd(string text, int to, int limit)
    {
        if (to == text.Length) return to;
        while (to > limit && !char.IsWhiteSpace(text[to])) to--;
        return to;
    }

    // Text from the web may carry escape sequences that would act on the terminal: controls become spaces.
    public static string Safe(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (int i = 0; i < source.Length; i++) target[i] = char.IsControl(source[i]) ? ' ' : source[i];
    });
}
