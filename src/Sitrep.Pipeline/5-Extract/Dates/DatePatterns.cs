using System.Collections.Immutable;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Numbers;

namespace Sitrep.Pipeline.Extract.Dates;

/// <summary>The patterns of <c>data/dates-patterns.tsv</c>: the longest that matches wins, then the first in the table.</summary>
internal sealed class DatePatterns
{
    private readonly Dictionary<string, List<DatePattern>> _byWord = new(StringComparer.Ordinal);
    /// <summary>Patterns that begin with a slot, by slot: most fall with one look at it.</summary>
    private readonly List<(string Slot, List<DatePattern> Patterns)> _bySlot = [];
    private readonly List<DatePattern> _open = [];
    private readonly DateWords _words;
    private readonly DateSlots _slots;

    /// <exception cref="IOException">The table is missing.</exception>
    /// <exception cref="InvalidDataException">A row cannot be understood.</exception>
    public DatePatterns(DataFolder data, DateWords words)
    {
        (_words, _slots) = (words, new DateSlots(words, new Spells(words)));
        foreach (string[] row in data.Rows("dates-patterns.tsv", "pattern", "value", "timex", "before", "after"))
        {
            DatePattern pattern = DatePattern.Parse(row[0], row[1], row[2], row[3], row[4]);
            if (pattern.Steps.FirstOrDefault(step => step.Slot.Length > 0 && !DateSlots.Names.Contains(step.Slot, StringComparer.Ordinal)) is { } unknown) throw new InvalidDataException($"dates-patterns.tsv: no slot {{{unknown.Slot}}}; expected one of: {string.Join(", ", DateSlots.Names)}.");
            if (pattern.Steps[0] is { Optional: false, Slot.Length: > 0 } begin) BySlot(begin.Slot).Add(pattern);
            else if (pattern.FirstWords() is not { } first) _open.Add(pattern);
            else foreach (string word in first.Distinct(StringComparer.Ordinal)) (_byWord.TryGetValue(word, out List<DatePattern>? list) ? list : _byWord[word] = []).Add(pattern);
        }
    }

    public DatePoint? Match(Pieces p, int i)
    {
        bool worded = _byWord.TryGetValue(p.Word(i), out List<DatePattern>? list), open = _words.CanOpen(p, i);
        if ((!p[i].IsWord && !p[i].IsNumber) || !(worded || open)) return null;
        DatePoint? best = null;
        var held = new List<SlotValue>();
        if (worded) foreach (DatePattern pattern in list!) best = Longer(best, pattern, p, i, held);
        if (!open) return best;
        foreach ((string slot, List<DatePattern> patterns) in _bySlot)
        {
            held.Clear();
            if (_slots.Read(slot, p, i, held) >= 0) foreach (DatePattern pattern in patterns) best = Longer(best, pattern, p, i, held);
        }
        foreach (DatePattern pattern in _open) best = Longer(best, pattern, p, i, held);
        return best;
    }

    private List<DatePattern> BySlot(string slot)
    {
        int at = _bySlot.FindIndex(entry => entry.Slot == slot);
        if (at < 0)
        {
            at = _bySlot.Count;
            _bySlot.Add((slot, []));
        }
        return _bySlot[at].Patterns;
    }

    private DatePoint? Longer(DatePoint? best, DatePattern pattern, Pieces p, int i, List<SlotValue> held)
    {
        held.Clear();
        int next = Walk(pattern, 0, p, i, held);
        if (next <= (best?.Next ?? i) || !Holds(pattern.Before, p, i - 1) || !Holds(pattern.After, p, next)) return best;
        string value = DatePattern.Fill(pattern.Value, held);
        return new DatePoint(next, value, DateGrain.Of(value)) { Timex = pattern.Timex is { } timex ? DatePattern.Fill(timex, held) : null, IsSet = pattern.IsSet };
    }

    /// <returns>Index just past the last step; -1 when the pattern does not match. A step that may be left out is taken where that leads on.</returns>
    private int Walk(DatePattern pattern, int step, Pieces p, int i, List<SlotValue> held)
    {
        if (step == pattern.Steps.Length) return i;
        PatternStep one = pattern.Steps[step];
        int kept = held.Count;
        if (One(one, p, i, held) is >= 0 and int next && Walk(pattern, step + 1, p, next, held) is >= 0 and int end) return end;
        held.RemoveRange(kept, held.Count - kept);
        return one.Optional ? Walk(pattern, step + 1, p, i, held) : -1;
    }

    private int One(PatternStep step, Pieces p, int i, List<SlotValue> held)
    {
        if (step.Slot.Length > 0) return _slots.Read(step.Slot, p, i, held);
        switch (step.Mark)
        {
            case '-' or '~': return p[i].IsHyphen ? i + 1 : -1;
            case ',': return p.IsMark(i, ',') ? i + 1 : -1;
            case '\'': return (p.IsMark(i, '\'') || p.IsMark(i, '’')) && p[i].Glued && p.Is(i + 1, "s") && p[i + 1].Glued ? i + 2 : -1;
        }
        string word = p.Word(i);
        foreach (string wanted in step.Words) if (word == wanted) return i + 1;
        return -1;
    }

    // Any positive condition, and none of the negative ones.
    private bool Holds(ImmutableArray<string> conditions, Pieces p, int at)
    {
        bool any = false, met = false;
        foreach (string condition in conditions)
        {
            bool not = condition[0] == '!';
            bool here = Is(not ? condition.AsSpan(1) : condition, p, at);
            if (not && here) return false;
            if (not) continue;
            any = true;
            met |= here;
        }
        return met || !any;
    }

    private bool Is(ReadOnlySpan<char> condition, Pieces p, int at) => condition switch
    {
        "@end" => p[at].Kind is PieceKind.None || (p[at].Kind == PieceKind.Mark && p[at].Form is "." or "," or ";" or ":" or ")" or "!" or "?" or "\"" or "”"),
        "@start" => p[at].Kind is PieceKind.None,
        "@day" => p[at].Small(31) > 0 && !_words.IsCountedNoun(p, at + 1),
        "@number" => p[at].IsNumber,
        "@capital" => p[at].IsCapital && !p.InTitleCase,
        "@noun" => p[at].IsLowerWord && !_words.AfterNumber.Has(p.Word(at)),
        "@counted" => _words.IsCountedNoun(p, at),
        "@hyphen" => p[at].IsHyphen && p[at].Glued,
        "@after-it" => p.Is(at, "after") && p.IsAny(at + 1, "the", "that"),
        "@before-it" => p.Is(at, "before") && p.IsAny(at + 1, "the", "that"),
        "@length" => _words.BeforeDuration.Has(p.Word(at)),
        _ => condition.SequenceEqual(p.Word(at)),
    };
}
