using System.Collections.Immutable;
using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Numbers;

namespace Sitrep.Pipeline.Extract.Dates;

/// <summary>One TIMEX3: its words, its type and its value, underspecified as in <see cref="DateMention.Value"/>.</summary>
public sealed record Timex(TextSpan Span, TimexType Type, string Value);

/// <summary>A date expression and the tokens it covers.</summary>
/// <param name="First">Index of its first token in the sentence.</param>
/// <param name="Last">Index of its last token, inclusive.</param>
/// <param name="Parts">The TIMEX3 it is made of, in order; one for most.</param>
public sealed record FoundDate(DateMention Mention, int First, int Last, ImmutableArray<Timex> Parts)
{
    /// <summary>It names a time or a length: neither "daily" nor "recently".</summary>
    public bool Places => Parts[0].Type != TimexType.Set && (!Mention.Value.EndsWith("_REF", StringComparison.Ordinal) || Mention.Value.Contains('/', StringComparison.Ordinal));
}

/// <summary>The pieces of a sentence, and the date expressions in them by the index of their first piece. Dates inside names have an empty value.</summary>
internal sealed record ScannedDates(Pieces Pieces, List<(int First, DatePoint Point)> Points);

/// <summary>Finds date expressions in one sentence, longest first, not overlapping, in order.</summary>
/// <remarks>Values go beyond <see cref="DateMention.Value"/> where English does: <c>XXXX-WXX-1/PRESENT_REF</c> ("since Monday"),
/// <c>P2Y/PRESENT_REF</c> ("the past two years"), <c>PRESENT_REF/PXD</c> ("the coming days"). Values that begin <c>UNDEF-REF-</c>
/// ("the same day") count from the day spoken of, all others from the day of telling. Immutable and safe to share.</remarks>
public sealed class DateFinder
{
    private readonly DateGrammar _grammar;

    /// <exception cref="IOException">A word list is missing.</exception>
    /// <exception cref="InvalidDataException">A word list is not what it should be.</exception>
    public DateFinder(DataFolder data)
    {
        var words = new DateWords(data);
        _grammar = new DateGrammar(words, new DatePatterns(data, words));
    }

    public ImmutableArray<FoundDate> Find(string text, Sentence sentence) => Find(Scan(text, sentence));

    internal static ImmutableArray<FoundDate> Find(ScannedDates scanned)
    {
        Pieces pieces = scanned.Pieces;
        var found = ImmutableArray.CreateBuilder<FoundDate>();
        foreach ((int first, DatePoint point) in scanned.Points)
        {
            if (point.Value.Length == 0) continue;
            TextSpan span = pieces.Span(first, point.Next);
            ImmutableArray<Timex> parts = [.. point.PartsFrom(first).Select(part => new Timex(pieces.Span(part.First, part.Next), part.Type, part.Value))];
            found.Add(new FoundDate(new DateMention(span, pieces.Words(span), point.Value), pieces[first].FirstToken, pieces[point.Next - 1].LastToken, parts));
        }
        return found.DrainToImmutable();
    }

    /// <summary>The expressions of a sentence as they stand in its pieces.</summary>
    internal ScannedDates Scan(string text, Sentence sentence)
    {
        Pieces pieces = Pieces.Of(text, sentence);
        var points = new List<(int, DatePoint)>();
        for (int i = 0; i < pieces.Count;)
        {
            if (_grammar.Match(pieces, i) is { } point && point.Next > i)
            {
                points.Add((i, point));
                i = point.Next;
            }
            else
            {
                i++;
            }
        }
        return new ScannedDates(pieces, points);
    }
}
