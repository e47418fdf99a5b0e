using System.Collections.Frozen;
using System.Globalization;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Extract.Numbers;

/// <param name="Next">Index of the piece just past the number.</param>
/// <param name="Digits">True when it starts with digits.</param>
/// <param name="Factor">The factor that ends it ("million"); 1 when none does.</param>
internal readonly record struct ReadNumber(decimal Value, int Next, bool Digits, decimal Factor)
{
    /// <summary>The whole number; -1 when it is not whole or too large to be a count.</summary>
    public long Whole => Value >= 0 && Value <= NumberReader.LargestCount && decimal.Truncate(Value) == Value ? (long)Value : -1;
}

/// <summary>Reads cardinal numbers in digits, words or both: "1,200", "twenty-three", "2.5 million", "half a dozen".</summary>
internal sealed class NumberReader
{
    /// <summary>Counts above this (more than all people ever born, 1.2e11) are ids, sums of money or nonsense.</summary>
    public const decimal LargestCount = 1_000_000_000_000m;

    private readonly FrozenDictionary<string, int> _ones;
    private readonly FrozenDictionary<string, int> _tens;
    private readonly FrozenDictionary<string, long> _scales;
    private readonly FrozenDictionary<string, int> _fractions;

    public NumberReader(DataFolder data)
    {
        var rows = data.Rows("numbers.tsv", "word", "kind", "value");
        _ones = rows.Where(row => row[1] == "ones").ToFrozenDictionary(row => row[0], row => int.Parse(row[2], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        _tens = rows.Where(row => row[1] == "tens").ToFrozenDictionary(row => row[0], row => int.Parse(row[2], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        _fractions = rows.Where(row => row[1] == "fraction").ToFrozenDictionary(row => row[0], row => int.Parse(row[2], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        _scales = rows.Where(row => row[1] == "scale").ToFrozenDictionary(row => row[0], row => long.Parse(row[2], CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    public bool IsNumberWord(string lower) => _ones.ContainsKey(lower) || _tens.ContainsKey(lower);

    public ReadNumber? Read(Pieces pieces, int index) =>
        pieces[index].Kind switch
        {
            PieceKind.Number => ReadDigits(pieces, index),
            PieceKind.Word => ReadFraction(pieces, index) ?? ReadArticle(pieces, index) ?? ReadWords(pieces, index),
            _ => null,
        };

    private ReadNumber? ReadDigits(Pieces pieces, int index)
    {
        string digits = pieces[index].Form.Replace(",", "", StringComparison.Ordinal);
        int next = index + 1;
        // "120 000": groups of three after one to three digits, each behind one blank.
        if (digits.Length <= 3 && digits[0] != '0' && pieces[index].IsPlainDigits)
        {
            while (next < index + 4 && pieces[next] is { IsPlainDigits: true, Glued: false } group && group.Form.Length == 3 && group.Start == pieces[next - 1].End + 1) digits += pieces[next++].Form;
        }
        if (digits.Length > 15 || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)) return null;
        return Multiply(pieces, value, next, digits: true);
    }

    // "a quarter of a million", "three-quarters of a million", "a quarter million"
    private ReadNumber? ReadFraction(Pieces pieces, int index)
    {
        int parts = pieces.IsAny(index, "a", "one") ? 1 : _ones.GetValueOrDefault(pieces.Word(index)), next = index + 1;
        if (pieces[next] is { IsHyphen: true, Glued: true }) next++;
        if (parts == 0 || !_fractions.TryGetValue(pieces.Word(next), out int of)) return null;
        next++;
        if (pieces.Is(next, "of")) next++;
        else if (pieces[next] is { IsHyphen: true, Glued: true }) next++;
        if (pieces.IsAny(next, "a", "one")) next++;
        // Of a dozen nobody tells the fourth part, and "a quarter of a million" without its scale is a share of something named.
        return _scales.TryGetValue(pieces.Word(next), out long scale) && scale >= 1000 ? new ReadNumber(scale * (decimal)parts / of, next + 1, Digits: false, scale) : null;
    }

    // "a hundred", "a dozen", "half a million", "half-dozen"
    private ReadNumber? ReadArticle(Pieces pieces, int index)
    {
        decimal value = 1;
        int next = index;
        if (pieces.Is(next, "half"))
        {
            value = 0.5m;
            next++;
            if (pieces[next] is { IsHyphen: true, Glued: true }) next++;
        }
        if (pieces.IsAny(next, "a", "an") && (next > index || !pieces.Is(index + 1, "half"))) next++;
        if (next == index || !_scales.TryGetValue(pieces.Word(next), out long scale) || pieces.Word(next).Length < 3) return null;
        if (value == 1 && scale == 100 && ReadSmall(pieces, AfterAnd(pieces, next + 1)) is { } rest) return Multiply(pieces, 100 + rest.Value, rest.Next, digits: false);
        return Multiply(pieces, value * scale, next + 1, digits: false) with { Factor = scale };
    }

    private ReadNumber? ReadWords(Pieces pieces, int index)
    {
        decimal total = 0, largest = decimal.MaxValue;
        int next = index;
        decimal factor = 1;
        while (ReadHundreds(pieces, total == 0 ? next : AfterAnd(pieces, next)) is { } group)
        {
            ReadNumber part = Multiply(pieces, group.Value, group.Next, digits: false);
            if (part.Factor >= largest) break;
            total += part.Value;
            (next, factor, largest) = (part.Next, part.Factor, part.Factor);
            if (part.Factor <= 12) break;   // "three thousand two hundred" goes on, "two dozen" and "twenty" do not
        }
        return next == index ? null : new ReadNumber(total, next, false, factor);
    }

    private (int Value, int Next)? ReadHundreds(Pieces pieces, int index)
    {
        if (ReadSmall(pieces, index) is not { } small) return null;
        if (!pieces.Is(small.Next, "hundred")) return small;
        return ReadSmall(pieces, AfterAnd(pieces, small.Next + 1)) is { } rest && rest.Value > 0
            ? ((small.Value * 100) + rest.Value, rest.Next) : (small.Value * 100, small.Next + 1);
    }

    private (int Value, int Next)? ReadSmall(Pieces pieces, int index)
    {
        string word = pieces.Word(index);
        if (_ones.TryGetValue(word, out int ones)) return (ones, index + 1);
        if (!_tens.TryGetValue(word, out int tens)) return null;
        int next = index + 1;
        if (pieces[next] is { IsHyphen: true, Glued: true }) next++;
        return _ones.TryGetValue(pieces.Word(next), out ones) && ones is > 0 and < 10 ? (tens + ones, next + 1) : (tens, index + 1);
    }

    private int AfterAnd(Pieces pieces, int index) => pieces.Is(index, "and") && IsNumberWord(pieces.Word(index + 1)) ? index + 1 : index;

    private ReadNumber Multiply(Pieces pieces, decimal value, int next, bool digits)
    {
        decimal factor = 1;
        int at = next;
        if (pieces.Is(at, "and") && pieces.Is(at + 1, "a") && pieces.Is(at + 2, "half") && _scales.ContainsKey(pieces.Word(at + 3)))
        {
            value += 0.5m;
            at += 3;
        }
        if (pieces[at] is { IsHyphen: true, Glued: true } && pieces[at + 1].Glued && _scales.ContainsKey(pieces.Word(at + 1))) at++;
        for (int n = 0; n < 2 && IsScale(pieces, at, out long scale); n++)   // "two hundred thousand"
        {
            if (value * factor * scale > LargestCount * 1000) break;
            factor *= scale;
            next = ++at;
        }
        return new ReadNumber(value * factor, next, digits, factor);
    }

    // A letter alone or two ("10k", "5bn") must be glued to digits.
    private bool IsScale(Pieces pieces, int index, out long scale) =>
        _scales.TryGetValue(pieces.Word(index), out scale) && (pieces.Word(index).Length > 2 || (pieces[index].Glued && pieces[index - 1].IsNumber));
}
