namespace Sitrep.Model.Text;

/// <summary>A half-open piece of a text: characters <c>[Start, End)</c>.</summary>
/// <remarks>Offsets count UTF-16 code units from 0. Which text they count in is said where a span is kept;
/// inside the pipeline it is always the clean text of one report.</remarks>
public readonly record struct TextSpan
{
    /// <exception cref="ArgumentOutOfRangeException">A bound is negative, or the end lies before the start.</exception>
    public TextSpan(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        (Start, End) = (start, end);
    }

    /// <summary>First character, inclusive.</summary>
    public int Start { get; }

    /// <summary>Just past the last character.</summary>
    public int End { get; }

    /// <summary>Characters in the span; 0 for an empty one.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Length => End - Start;

    /// <summary>True when <paramref name="other"/> lies wholly inside.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>True when the two have at least one character in common.</summary>
    public bool Overlaps(TextSpan other) => other.Start < End && Start < other.End;

    /// <summary>The words at this span.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie in <paramref name="text"/>.</exception>
    public string Of(string text) => text[Start..End];

    /// <summary>Shows the span as <c>[start..end)</c>, the form golden cases use.</summary>
    public override string ToString() => $"[{Start}..{End})";
}
