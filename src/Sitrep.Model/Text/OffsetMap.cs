using System.Collections.Immutable;

namespace Sitrep.Model.Text;

/// <summary>Where the characters of a clean text stood in the text as it was received.</summary>
/// <remarks>A list of runs; inside a run both texts advance together, one character for one character, unless the run
/// is <see cref="Run.Folded"/>: then its clean characters together stand for its received characters (a decoded entity,
/// a normalised line break). Clean characters in no run were put there by the cleaner (paragraph breaks) and belong to no
/// received character. Immutable and safe to share.</remarks>
public sealed class OffsetMap
{
    /// <param name="CleanStart">First clean character of the run.</param>
    /// <param name="CleanLength">Clean characters in the run, at least 1.</param>
    /// <param name="ReceivedStart">First received character of the run.</param>
    /// <param name="ReceivedLength">Received characters in the run, at least 1.</param>
    public readonly record struct Run(int CleanStart, int CleanLength, int ReceivedStart, int ReceivedLength)
    {
        /// <summary>True when the run maps as a whole only.</summary>
        public bool Folded => CleanLength != ReceivedLength;
    }

    private readonly ImmutableArray<Run> _runs;

    /// <param name="runs">Runs in ascending, non-overlapping order of both texts.</param>
    /// <exception cref="ArgumentException">A run is empty, or overlaps or precedes the one before it.</exception>
    public OffsetMap(ImmutableArray<Run> runs)
    {
        for (int i = 0; i < runs.Length; i++)
        {
            if (runs[i].CleanLength < 1 || runs[i].ReceivedLength < 1) throw new ArgumentException($"Run {i} is empty.", nameof(runs));
            if (i > 0 && (runs[i].CleanStart < runs[i - 1].CleanStart + runs[i - 1].CleanLength
                || runs[i].ReceivedStart < runs[i - 1].ReceivedStart + runs[i - 1].ReceivedLength))
            {
                throw new ArgumentException($"Run {i} does not follow run {i - 1}.", nameof(runs));
            }
        }
        _runs = runs;
    }

    /// <summary>The map of a text that was not changed.</summary>
    public static OffsetMap Identity(int length) => new(length == 0 ? [] : [new Run(0, length, 0, length)]);

    /// <summary>The runs, in order.</summary>
    public ImmutableArray<Run> Runs => _runs;

    /// <summary>The received characters that the clean span <paramref name="clean"/> was made from: from the first to the last of them.</summary>
    /// <returns>Null when no character of the span was received (the cleaner put them all there).</returns>
    public TextSpan? ToReceived(TextSpan clean)
    {
        int start = -1, end = -1;
        for (int i = FirstRunEndingAfter(clean.Start); i < _runs.Length && _runs[i].CleanStart < clean.End; i++)
        {
            Run run = _runs[i];
            int from = Math.Max(clean.Start, run.CleanStart) - run.CleanStart;
            int to = Math.Min(clean.End, run.CleanStart + run.CleanLength) - run.CleanStart;
            if (to <= from) continue;
            if (start < 0) start = run.Folded ? run.ReceivedStart : run.ReceivedStart + from;
            end = run.Folded ? run.ReceivedStart + run.ReceivedLength : run.ReceivedStart + to;
        }
        return start < 0 ? null : new TextSpan(start, end);
    }

    private int FirstRunEndingAfter(int cleanOffset)
    {
        int low = 0, high = _runs.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_runs[middle].CleanStart + _runs[middle].CleanLength > cleanOffset) high = middle; else low = middle + 1;
        }
        return low;
    }
}
