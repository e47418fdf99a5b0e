using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Details;

namespace Sitrep.Pipeline.Corroborate.Comparing;

/// <summary>What two reports tell alike and differently of one field.</summary>
/// <param name="Shared">What both tell, in the words of each.</param>
/// <param name="OnlyFirst">What only the first tells, in words that the second does not have.</param>
/// <param name="OnlySecond">What only the second tells, in words that the first does not have.</param>
/// <param name="Differs">True when they tell it otherwise: each tells what the other does not, or, where one is the other in changed words, one has it where the other has other words.
/// More in one alone is no difference, but a longer report.</param>
public sealed record FieldComparison(DetailField Field, ImmutableArray<(Detail First, Detail Second)> Shared, ImmutableArray<Detail> OnlyFirst, ImmutableArray<Detail> OnlySecond, bool Differs);

/// <summary>One thing that two reports count.</summary>
/// <param name="Differs">True when no number fits both.</param>
public sealed record CountComparison(Measure Measure, CountDetail First, CountDetail Second, bool Differs)
{
    /// <summary>True when both give a number, not only "dozens".</summary>
    public bool InNumbers => !CountMatcher.IsVague(First.Quantity) && !CountMatcher.IsVague(Second.Quantity);
}

/// <summary>Two tellings of one thing held beside each other.</summary>
/// <remarks>What stands in words that both reports have in the same order is told alike, however it was read; only what stands in other words is held against the other report.</remarks>
public sealed record TellingComparison(ImmutableArray<FieldComparison> Fields, ImmutableArray<CountComparison> Counts)
{
    /// <summary>True when both tell of one day; "Tuesday" is one, a year or a month is had in common by reports of many things.</summary>
    public bool SharesDay { get; init; }

    /// <summary>True when both name one place smaller than a country, in whatever spelling, where they count or say what they are about.</summary>
    public bool SharesPlace { get; init; }

    /// <summary>The fields that are told differently, in the order of <see cref="DetailField"/>.</summary>
    public IEnumerable<DetailField> Differing => Fields.Where(told => told.Differs).Select(told => told.Field);

    public static TellingComparison Of(TellingDetails first, TellingDetails second)
    {
        var words = new SharedWords(first.Words, second.Words);
        ImmutableArray<FieldComparison> fields = [.. Enum.GetValues<DetailField>().Select(field => Compare(field, first, second, words))];
        return new TellingComparison(fields, CountMatcher.Match(first, second))
        {
            SharesDay = Days(first).Intersect(Days(second), StringComparer.Ordinal).Any(),
            SharesPlace = Places(first).Intersect(Places(second), StringComparer.Ordinal).Any() || Names(first).Intersect(Names(second), StringComparer.Ordinal).Any(),
        };
    }

    // "2017-11-09", with or without an hour; "Thursday".
    private static IEnumerable<string> Days(TellingDetails telling) => telling.Details.Where(detail => detail.Field == DetailField.Date && !detail.Key.Contains('/', StringComparison.Ordinal))
        .Select(detail => detail.Key.Split('T')[0]).Where(day => day.Contains("-WXX-", StringComparison.Ordinal) || day.Length == "2017-11-09".Length && day[4] == '-');

    // Keys of countries are codes of two letters.
    private static IEnumerable<string> Places(TellingDetails telling) => telling.Details.Where(detail => detail.Field == DetailField.Place && detail.Key.Length != 2).Select(detail => detail.Key);

    private static IEnumerable<string> Names(TellingDetails telling) => telling.LeadNames.Concat(telling.Counts.SelectMany(count => count.Names));

    private static FieldComparison Compare(DetailField field, TellingDetails first, TellingDetails second, SharedWords words)
    {
        Detail[] ones = [.. first.Details.Where(detail => detail.Field == field)], others = [.. second.Details.Where(detail => detail.Field == field)];
        var byKey = others.GroupBy(detail => detail.Key, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        HashSet<string> known = [.. ones.Select(detail => detail.Key)];
        ImmutableArray<Detail> onlyFirst = [.. ones.Where(detail => !byKey.ContainsKey(detail.Key) && !words.InBoth(detail.Span, first: true)).DistinctBy(detail => detail.Key, StringComparer.Ordinal)];
        ImmutableArray<Detail> onlySecond = [.. others.Where(detail => !known.Contains(detail.Key) && !words.InBoth(detail.Span, first: false)).DistinctBy(detail => detail.Key, StringComparer.Ordinal)];
        bool differs = !onlyFirst.IsEmpty && !onlySecond.IsEmpty;
        // "an attack" reworded as "a shelling" leaves nothing on one side that names a cause.
        if (words.Close && field == DetailField.Cause) differs = onlyFirst.Any(detail => words.Replaces(detail.Span, first: true)) || onlySecond.Any(detail => words.Replaces(detail.Span, first: false));
        if (words.Close && field is DetailField.Actor or DetailField.Group) differs &= onlyFirst.Any(detail => words.Replaces(detail.Span, first: true)) && onlySecond.Any(detail => words.Replaces(detail.Span, first: false));
        return new FieldComparison(
            field,
            [.. ones.DistinctBy(detail => detail.Key, StringComparer.Ordinal).Where(detail => byKey.ContainsKey(detail.Key)).Select(detail => (detail, byKey[detail.Key]))],
            onlyFirst, onlySecond, differs);
    }
}
