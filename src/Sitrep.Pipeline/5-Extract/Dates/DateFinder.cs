using System.Collections.Immutable;
using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Numbers;

namespace Sitrep.Pipeline.Extract.Dates;

/// <summary>A date expression and the tokens it covers.</summary>
/// <param name="First">Index of its first token in the sentence.</param>
/// <param name="Last">Index of its last token, inclusive.</param>
public sealed record FoundDate(DateMention Mention, int First, int Last);

/// <summary>Finds date expressions in one sentence, longest first, not overlapping, in order.</summary>
/// <remarks>Values go beyond <see cref="DateMention.Value"/> where English does: <c>XXXX-WXX-1/PRESENT_REF</c> ("since Monday"),
/// <c>P2Y/PRESENT_REF</c> ("the past two years"), <c>PRESENT_REF/PXD</c> ("the coming days"). Values that begin <c>UNDEF-REF-</c>
/// ("the same day") count from the day spoken of, all others from the day of telling. Immutable and safe to share.</remarks>
public sealed class DateFinder
{
    private readonly DateGrammar _grammar;

    /// <exception cref="IOException">A word list is missing.</exception>
    /// <exception cref="InvalidDataException">A word list is not what it should be.</exception>
    public DateFinder(DataFolder data) => _grammar = new DateGrammar(new DateWords(data));

    public ImmutableArray<FoundDate> Find(string text, Sentence sentence)
    {
        Pieces pieces = Pieces.Of(text, sentence);
        var found = ImmutableArray.CreateBuilder<FoundDate>();
        foreach ((int first, DatePoint point) in Find(pieces))
        {
            if (point.Value.Length == 0) continue;
            TextSpan span = pieces.Span(first, point.Next);
            found.Add(new FoundDate(new DateMention(span, pieces.Words(span), point.Value), pieces[first].FirstToken, pieces[point.Next - 1].LastToken));
        }
        return found.DrainToImmutable();
    }

    /// <summary>The same on pieces: index of the first piece, and the expression. Dates inside names have an empty value.</summary>
    internal IEnumerable<(int First, DatePoint Point)> Find(Pieces pieces)
    {
        for (int i = 0; i < pieces.Count;)
        {
            if (_grammar.Match(pieces, i) is { } point && point.Next > i)
            {
                yield return (i, point);
                i = point.Next;
            }
            else
            {
                i++;
            }
        }
    }
}
