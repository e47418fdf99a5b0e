using System.Globalization;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Numbers;

namespace Sitrep.Pipeline.Extract.Dates;

/// <summary>The words of <c>data/dates.tsv</c>, by kind.</summary>
internal sealed class DateWords
{
    private readonly HashSet<string> _openers = new(StringComparer.Ordinal);

    public DateWords(DataFolder data)
    {
        var kinds = data.Rows("dates.tsv", "word", "kind", "value").ToLookup(row => row[1], row => (row[0], row[2]), StringComparer.Ordinal);
        PhraseList Kind(string kind) => new(kinds[kind]);
        (Month, MonthShort, MonthDoubtful) = (Kind("month"), Kind("month-short"), Kind("month-doubtful"));
        (Weekday, WeekdayShort, Modifier) = (Kind("weekday"), Kind("weekday-short"), Kind("modifier"));
        (Season, Unit, Part, PartAlone, Portion) = (Kind("season"), Kind("unit"), Kind("part"), Kind("part-alone"), Kind("portion"));
        (PortionAdjective, Ordinal, Zone, Vague) = (Kind("portion-adjective"), Kind("ordinal"), Kind("zone"), Kind("vague"));
        (BeforeYear, BeforeMonth, BeforeDay, BeforeDuration) = (Kind("before-year"), Kind("before-month"), Kind("before-day"), Kind("duration-before"));
        (NameAfter, PaperAfter, NameBefore) = (Kind("name-after"), Kind("paper-after"), Kind("name-before"));
        (Counted, AfterNumber, SpellAdjective, SpellOpener) = (Kind("after-year-count"), Kind("after-number-free"), Kind("spell-adjective"), Kind("spell-opener"));
        Numbers = new NumberReader(data);
        string[] kindsOfSlots = ["weekday", "weekday-short", "month", "month-short", "season", "part", "unit", "ordinal", "vague"];
        foreach ((string word, _) in kindsOfSlots.SelectMany(kind => kinds[kind])) _openers.UnionWith([word, word + "s"]);
        _openers.UnionWith(kinds["modifier"].Select(row => row.Item1.Split(' ')[0]));
        _openers.UnionWith(["a", "an", "the", "couple"]);
    }

    /// <summary>A slot of a pattern can begin there.</summary>
    public bool CanOpen(Pieces pieces, int index) => pieces[index].IsNumber || _openers.Contains(pieces.Word(index)) || Numbers.IsNumberWord(pieces.Word(index));

    /// <summary>"three full days"</summary>
    public PhraseList SpellAdjective { get; }
    /// <summary>"the first nine months"</summary>
    public PhraseList SpellOpener { get; }
    public PhraseList Month { get; }
    public PhraseList MonthShort { get; }
    /// <summary>Months that are also names or words: "May", "March", "April".</summary>
    public PhraseList MonthDoubtful { get; }
    public PhraseList Weekday { get; }
    public PhraseList WeekdayShort { get; }
    /// <summary>What may stand before a length and belongs to it: "nearly", "more than".</summary>
    public PhraseList Modifier { get; }
    public PhraseList Season { get; }
    public PhraseList Unit { get; }
    public PhraseList Part { get; }
    /// <summary>Parts of the day that name a time without their day: "at dawn".</summary>
    public PhraseList PartAlone { get; }
    public PhraseList Portion { get; }
    /// <summary>Portions that are no nouns: "late May", where "the end" is one.</summary>
    public PhraseList PortionAdjective { get; }
    public PhraseList Ordinal { get; }
    public PhraseList Zone { get; }
    public PhraseList Vague { get; }
    public PhraseList BeforeYear { get; }
    public PhraseList BeforeMonth { get; }
    public PhraseList BeforeDay { get; }
    public PhraseList BeforeDuration { get; }
    /// <summary>Nouns that make a name of the date before them: "July 17 district".</summary>
    public PhraseList NameAfter { get; }
    /// <summary>Nouns that make a name of the weekday before them: "Sunday Times".</summary>
    public PhraseList PaperAfter { get; }
    /// <summary>Words that make a name of the date after them: "Black September".</summary>
    public PhraseList NameBefore { get; }
    /// <summary>Nouns that are counted, so that the number before them is no year.</summary>
    public PhraseList Counted { get; }
    /// <summary>Small words after which a number before them is not what counts something.</summary>
    public PhraseList AfterNumber { get; }
    public NumberReader Numbers { get; }

    /// <summary>Month number, and the index past the name and its full stop.</summary>
    public (int Month, int Next, bool Short)? MonthAt(Pieces pieces, int index)
    {
        if (!pieces[index].IsWord || (pieces[index].IsLowerWord && (MonthDoubtful.Has(pieces.Word(index)) || MonthShort.Has(pieces.Word(index))))) return null;
        if (Month.TryGet(pieces.Word(index), out string value)) return (Int(value), index + 1, false);
        if (!MonthShort.TryGet(pieces.Word(index), out value)) return null;
        return (Int(value), PastStop(pieces, index + 1), true);
    }

    /// <summary>Weekday number from 1, Monday, and the index past the name and its full stop.</summary>
    public (int Day, int Next, bool Short)? WeekdayAt(Pieces pieces, int index)
    {
        if (Weekday.TryGet(pieces.Word(index), out string value)) return (Int(value), index + 1, false);
        if (!pieces[index].IsCapital || !WeekdayShort.TryGet(pieces.Word(index), out value)) return null;
        return (Int(value), PastStop(pieces, index + 1), true);
    }

    public static int PastStop(Pieces pieces, int index) => pieces.IsMark(index, '.') && pieces[index].Glued ? index + 1 : index;

    /// <summary>A year from 1900 to 2099 in four digits with nothing glued to it that would make it something else.</summary>
    public static int YearAt(Pieces pieces, int index)
    {
        int year = pieces[index].Form.Length == 4 ? pieces[index].Small(2099) : -1;
        if (year < 1900) return -1;
        Piece next = pieces[index + 1];
        if (next.Glued && (next.IsWord || next.Form is "%" or "°" or ":")) return -1;
        Piece before = pieces[index - 1];
        return pieces[index].Glued && before.Form is "$" or "€" or "£" or "#" or ":" or "+" or "." ? -1 : year;
    }

    /// <summary>The lower-case word at <paramref name="index"/> is counted by the number before it.</summary>
    public bool IsCountedNoun(Pieces pieces, int index) =>
        pieces[index].IsLowerWord && !pieces[index].Glued && !AfterNumber.Has(pieces.Word(index)) && (Counted.Has(pieces.Word(index)) || IsPlural(pieces.Word(index)));

    // "gas", "crisis", "virus" are one.
    private static bool IsPlural(string word) => word.EndsWith('s') && !(word.Length > 2 && word[^2] is 's' or 'u' or 'i') && word != "gas";

    private static int Int(string value) => int.Parse(value, CultureInfo.InvariantCulture);
}
