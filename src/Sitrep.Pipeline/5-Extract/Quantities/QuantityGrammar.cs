using System.Globalization;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Numbers;

namespace Sitrep.Pipeline.Extract.Quantities;

internal readonly record struct Count(long? Low, long? Best, long? High, Qualifier Qualifier);

/// <param name="Next">Index of the piece just past what was read.</param>
/// <param name="Count">Null when the pieces are a number that counts nothing.</param>
internal readonly record struct ReadQuantity(int Next, Count? Count);

/// <summary>Qualifier, number, range.</summary>
internal sealed class QuantityGrammar(QuantityWords words)
{
    /// <summary>Words from a verb of change to its number: "raised the number of the injured from 15".</summary>
    private const int ChangeMax = 7;

    private readonly NotACount _notACount = new(words);

    /// <summary>What starts at <paramref name="i"/>; null when nothing does.</summary>
    /// <param name="dated">Pieces that are part of dates and spells of time.</param>
    public ReadQuantity? Match(Pieces p, int i, bool[] dated)
    {
        if (dated[i] || p[i].Kind == PieceKind.Mark) return null;
        if (Vague(p, i, dated) is { } vague) return vague;
        Qualifier qualifier = Qualifier.Exact;
        int at = i;
        // "at least some 20", "up to an estimated 300": the first one rules.
        for (int n = 0; n < 3 && words.Before.TryMatch(p, at, out int after, out string name); n++)
        {
            if (qualifier == Qualifier.Exact) qualifier = Enum.Parse<Qualifier>(name);
            at = after;
        }
        bool between = at > i && p.Is(at - 1, "between"), from = at > i && p.Is(at - 1, "from");
        if (qualifier == Qualifier.Between && !(between || from)) return null;
        if (at >= p.Count || dated[at]) return null;
        if (at > i && qualifier != Qualifier.Between && Vague(p, at, dated) is { } loose) return words.NotOver.Has(p.Word(i - 1)) && at == i + 1 ? null : loose;
        if (words.Numbers.Read(p, at) is not { } number || IsDated(dated, at, number.Next)) return null;
        if (at == i + 1 && qualifier is not Qualifier.Between && words.NotOver.Has(p.Word(i - 1)) && IsPreposition(p.Word(i))) return null;   // the number alone comes next
        if (at == i && p[i] is { IsNumber: true, Glued: true } && p[i - 1] is { IsHyphen: true, Glued: true } && p[i - 2].IsNumber) return new ReadQuantity(number.Next, null);   // the rest of "555-123-4567"
        // "rose from 12 to 15", "rose by 40 to 1,948" are no ranges.
        bool change = (from && IsChange(p, i)) || (p.IsAny(i - 1, "from", "by") && IsChange(p, i - 1));
        if (!change && Range(p, at, number, between, from, dated) is { } range)
        {
            if (range.Count is { } both && at == i && _notACount.Is(p, at, number.Next) && !p[number.Next].IsHyphen) return new ReadQuantity(range.Next, null);
            return range;
        }
        if (qualifier == Qualifier.Between) return null;
        if (_notACount.Is(p, at, number.Next)) return new ReadQuantity(number.Next, null);
        bool plain = number.Whole == 1 && !number.Digits;
        if (plain && at == i && !IsCountingOne(p, at, number.Next)) return new ReadQuantity(number.Next, null);
        long value = Millions(p, number, out int next);
        if (value < 0) return new ReadQuantity(number.Next, null);
        return After(p, new ReadQuantity(next, Of(value, qualifier)), value, at == i);
    }

    private static Count Of(long n, Qualifier qualifier) => qualifier switch
    {
        Qualifier.AtLeast => new Count(n, null, null, qualifier),
        Qualifier.AtMost => new Count(null, null, n, qualifier),
        _ => new Count(n, n, n, qualifier),
    };

    // "2.5m people"
    private long Millions(Pieces p, ReadNumber number, out int next)
    {
        next = number.Next;
        if (!_notACount.IsMillions(p, next)) return number.Whole;
        next++;
        return (number with { Value = Math.Min(number.Value, NumberReader.LargestCount) * 1_000_000m }).Whole;
    }

    // "50 or more", "50-odd", "50+"
    private ReadQuantity After(Pieces p, ReadQuantity read, long value, bool bare)
    {
        if (!bare) return read;
        if (p.IsMark(read.Next, '+') && p[read.Next].Glued) return new ReadQuantity(read.Next + 1, Of(value, Qualifier.AtLeast));
        int at = p[read.Next].IsHyphen && p[read.Next].Glued ? read.Next + 1 : read.Next;
        if (!words.After.TryMatch(p, at, out int next, out string name) || (at == read.Next && p.IsAny(at, "plus", "odd"))) return read;
        return new ReadQuantity(next, Of(value, Enum.Parse<Qualifier>(name)));
    }

    private ReadQuantity? Vague(Pieces p, int i, bool[] dated)
    {
        if (!words.Vague.TryMatch(p, i, out int next, out string value)) return null;
        if (p.Is(i, "scores") && !words.ScoresAfter.Has(p.Word(next)) && p[next].Kind != PieceKind.None) return null;
        if (IsDated(dated, i, next)) return new ReadQuantity(next, null);
        int noun = p.Is(next, "of") ? next + 1 : next;
        if (words.Measure.Has(p.Word(noun)) || (words.MeasureAdjective.Has(p.Word(noun)) && words.Measure.Has(p.Word(noun + 1))) || p[noun].Form is "$" or "€" or "£" || (noun < dated.Length && dated[noun] && noun > next)) return new ReadQuantity(noun, null);
        int blank = value.IndexOf(' ', StringComparison.Ordinal);
        var count = new Count(long.Parse(value.AsSpan(0, blank), CultureInfo.InvariantCulture), null, null, Enum.Parse<Qualifier>(value.AsSpan(blank + 1)));
        int joint = p.IsMark(next, ',') ? next + 1 : next;
        if (words.VagueJoint.TryMatch(p, joint, out int second, out _) && words.Vague.TryMatch(p, second, out int end, out _) && count.Qualifier != Qualifier.Several) next = end;
        return new ReadQuantity(next, count);
    }

    private ReadQuantity? Range(Pieces p, int at, ReadNumber first, bool between, bool from, bool[] dated)
    {
        int joint = first.Next;
        bool dash = p[joint].IsHyphen, or = p.Is(joint, "or");
        if (!(between ? p.Is(joint, "and") || dash : dash || p.Is(joint, "to") || (or && !from))) return null;
        if (p.Is(joint, "to") && !from && !words.Numbers.IsNumberWord(p.Word(at)) && !p[at].IsNumber) return null;
        if (words.Numbers.Read(p, joint + 1) is not { } second || IsDated(dated, joint + 1, second.Next)) return null;
        if (or && (second.Whole > first.Whole * 3 || first.Whole > 100)) return null;   // "two or three"; not "one or 20"
        // "2 to 3 million"
        decimal low = first.Factor == 1 && second.Factor >= 1000 && first.Value < 1000 && first.Value * second.Factor < second.Value ? first.Value * second.Factor : first.Value;
        first = first with { Value = low };
        if (_notACount.IsMeasured(p, second.Next) || _notACount.Is(p, joint + 1, second.Next)) return new ReadQuantity(second.Next, null);
        if (dash && (first.Whole >= second.Whole || IsScore(p, at)) && p[joint].Glued && p[joint + 1].Glued) return new ReadQuantity(second.Next, null);
        // "02-13", "212-556-4204"
        if (dash && (p[at].Form is ['0', _, ..] || (p[second.Next] is { IsHyphen: true, Glued: true } && p[second.Next + 1].IsNumber))) return new ReadQuantity(second.Next, null);
        if (first.Whole < 0 || second.Whole <= first.Whole || (p[at].IsNumber && p[at].Glued && p[at - 1].IsWord)) return null;
        return new ReadQuantity(second.Next, new Count(first.Whole, null, second.Whole, Qualifier.Between));
    }

    private bool IsScore(Pieces p, int i)
    {
        for (int n = i - 1; n >= i - 4; n--) if (words.Score.Has(p.Word(n))) return true;
        return false;
    }

    private bool IsChange(Pieces p, int i)
    {
        for (int n = i - 1; n >= i - ChangeMax; n--) if (words.Change.Has(p.Word(n))) return true;
        return false;
    }

    private static bool IsPreposition(string word) => word is "over" or "under" or "about" or "around" or "above" or "below";

    private static bool IsDated(bool[] dated, int from, int next)
    {
        for (int i = from; i < next; i++) if (dated[i]) return true;
        return false;
    }

    // "one soldier", "killing one", "one was killed"; not "no one", "one of the", "one another"
    private bool IsCountingOne(Pieces p, int i, int next)
    {
        if (p[next].Glued && p[next].Form is "'" or "’" or "-") return false;
        if (p.Is(i - 1, "and") ? !words.OneObject.Has(p.Word(i - 2)) && (p[next].Kind != PieceKind.Word) : words.OneBefore.Has(p.Word(i - 1))) return false;
        if (p[i - 1].IsCapital && p[i].IsCapital && !p.InTitleCase) return false;   // "Air Force One"
        if (words.AfterOne.Has(p.Word(next)) && p.Word(next) != "was") return true;
        if (p.Is(next, "was")) return words.AfterOne.Has(p.Word(next + 1));
        if (p[next].IsWord) return !words.OneAfter.Has(p.Word(next)) || (words.OneObject.Has(p.Word(i - 1)) && p.IsAny(next, "and", "in"));
        return words.OneObject.Has(p.Word(i - 1));
    }
}
