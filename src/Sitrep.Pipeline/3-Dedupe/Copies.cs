using System.Collections.Frozen;
using System.Collections.Immutable;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;

namespace Sitrep.Pipeline.Dedupe;

/// <summary>A sentence that another telling printed first.</summary>
/// <param name="Sentence">In the clean text of the report it was found in.</param>
/// <param name="From">The report that had it first.</param>
/// <param name="Dispatch">The dispatch it is evidence of.</param>
public readonly record struct BorrowedSentence(TextSpan Sentence, string From, string Dispatch);

/// <summary>What stage 3 finds: the tellings, and the sentences that one telling took from another.</summary>
public sealed class Copies
{
    private readonly FrozenDictionary<string, string> _dispatchOf;
    private readonly FrozenDictionary<string, ImmutableArray<BorrowedSentence>> _borrowed;

    public Copies(ImmutableArray<Dispatch> dispatches, IEnumerable<KeyValuePair<string, ImmutableArray<BorrowedSentence>>> borrowed)
    {
        Dispatches = dispatches;
        _dispatchOf = dispatches.SelectMany(dispatch => dispatch.Reports.Select(report => KeyValuePair.Create(report, dispatch.Id))).ToFrozenDictionary(StringComparer.Ordinal);
        _borrowed = borrowed.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public ImmutableArray<Dispatch> Dispatches { get; }

    /// <summary>The telling a report belongs to.</summary>
    public string DispatchOf(string report) => _dispatchOf[report];

    /// <summary>The telling that words of a report are evidence of: the one that printed them first.</summary>
    public string DispatchOf(string report, TextSpan words)
    {
        ImmutableArray<BorrowedSentence> borrowed = Borrowed(report);
        int low = 0, high = borrowed.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (borrowed[middle].Sentence.End <= words.Start) low = middle + 1; else high = middle;
        }
        return low < borrowed.Length && borrowed[low].Sentence.Start <= words.Start ? borrowed[low].Dispatch : _dispatchOf[report];
    }

    /// <summary>Sentences of a report that another telling printed first, in order of the text.</summary>
    public ImmutableArray<BorrowedSentence> Borrowed(string report) => _borrowed.GetValueOrDefault(report, []);
}
