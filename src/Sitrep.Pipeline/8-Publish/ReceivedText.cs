using Sitrep.Model.Reports;
using Sitrep.Model.Text;

namespace Sitrep.Pipeline.Publish;

/// <summary>A stretch of a report's received text.</summary>
/// <param name="Start">Unicode code points from the start of the received text.</param>
/// <param name="End">Just past the last code point.</param>
/// <param name="Exact">The words there; lone surrogates stand as U+FFFD.</param>
internal readonly record struct ReceivedSpan(int Start, int End, string Exact);

/// <summary>One report's text as received: turns clean spans into what is published. The only place where the units change.</summary>
internal sealed class ReceivedText(Report report)
{
    private readonly CodePoints _points = new(report.Received);

    /// <returns>Null when no received character stands behind the span.</returns>
    public ReceivedSpan? Find(TextSpan clean)
    {
        if (report.Map.ToReceived(clean) is not { } received) return null;
        int start = InsidePair(received.Start) ? received.Start - 1 : received.Start;
        int end = InsidePair(received.End) ? received.End + 1 : received.End;
        return new ReceivedSpan(_points.At(start), _points.At(end), Spelling.WellFormed(report.Received[start..end]));
    }

    // Half a character cannot be cut out of the original by a reader who counts code points: widen to the whole.
    private bool InsidePair(int offset) =>
        offset > 0 && offset < report.Received.Length && char.IsLowSurrogate(report.Received[offset]) && char.IsHighSurrogate(report.Received[offset - 1]);
}
