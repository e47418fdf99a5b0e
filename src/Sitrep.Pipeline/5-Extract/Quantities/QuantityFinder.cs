using System.Collections.Immutable;
using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Dates;
using Sitrep.Pipeline.Extract.Numbers;

namespace Sitrep.Pipeline.Extract.Quantities;

/// <summary>A quantity and the tokens it covers (qualifier and number, not the thing counted).</summary>
/// <param name="First">Index of its first token in the sentence.</param>
/// <param name="Last">Index of its last token, inclusive.</param>
public sealed record FoundQuantity(QuantityMention Mention, int First, int Last);

/// <summary>Finds counts in one sentence, not overlapping, in order. Numbers that cannot count people or things (years, dates,
/// ages, money, percentages, measures of length and magnitude, times, ordinals, numbers inside names) are left out.</summary>
/// <remarks>Immutable and safe to share. Headlines are sentences too.</remarks>
public sealed class QuantityFinder
{
    private readonly DateFinder _dates;
    private readonly QuantityGrammar _grammar;

    /// <exception cref="IOException">A word list is missing.</exception>
    /// <exception cref="InvalidDataException">A word list is not what it should be.</exception>
    public QuantityFinder(DataFolder data, DateFinder dates) => (_dates, _grammar) = (dates, new QuantityGrammar(new QuantityWords(data)));

    public ImmutableArray<FoundQuantity> Find(string text, Sentence sentence) => Find(sentence, _dates.Scan(text, sentence));

    internal ImmutableArray<FoundQuantity> Find(Sentence sentence, ScannedDates scanned)
    {
        Pieces pieces = scanned.Pieces;
        var found = ImmutableArray.CreateBuilder<FoundQuantity>();
        bool[] dated = Dated(scanned);
        for (int i = 0; i < pieces.Count;)
        {
            // "the agency estimated more than 26,000": what it does is no part of the number.
            if (IsVerb(sentence, pieces[i].FirstToken) || _grammar.Match(pieces, i, dated) is not { } read || read.Next <= i)
            {
                i++;
                continue;
            }
            if (read.Count is { } count)
            {
                TextSpan span = pieces.Span(i, read.Next);
                found.Add(new FoundQuantity(
                    new QuantityMention(span, pieces.Words(span), count.Low, count.Best, count.High, count.Qualifier), pieces[i].FirstToken, pieces[read.Next - 1].LastToken));
            }
            i = read.Next;
        }
        return found.DrainToImmutable();
    }

    private static bool IsVerb(Sentence sentence, int at) =>
        sentence.Tokens[at] is { Upos: Upos.Verb, Penn: "VBD" or "VBZ" or "VBP" } && Array.Exists(sentence.Tokens, token => token.Head == at && token.Relation == "nsubj");

    private static bool[] Dated(ScannedDates scanned)
    {
        bool[] dated = new bool[scanned.Pieces.Count];
        foreach ((int first, DatePoint point) in scanned.Points) dated.AsSpan(first, point.Next - first).Fill(true);
        return dated;
    }
}
