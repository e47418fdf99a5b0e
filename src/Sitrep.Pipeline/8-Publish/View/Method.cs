using System.Collections.Immutable;
using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>How the report was made: what a reader must know to judge it.</summary>
internal static class Method
{
    /// <summary>The notes, with one on the second reader where the record has claims of one.</summary>
    public static ImmutableArray<string> NotesOn(SituationRecord record)
    {
        string[] readers = [.. record.Claims.Select(claim => claim.Claim.ReadBy).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return readers.Length == 0 ? Notes :
        [
            .. Notes,
            $"{Wording.Count(record.Claims.Count(claim => claim.Claim.ReadBy is not null), "claim")} of {Wording.Count(record.Claims.Length, "claim")} were found by a second reader, the chat model {Wording.Line(string.Join(", ", readers))}: "
                + "its quotes and names stand in the reports, what it makes of them is its own. They are marked in the evidence.",
        ];
    }

    private static ImmutableArray<string> Notes { get; } =
    [
        "Every line rests on words of the reports; its numbers open them. What no report says is not said here.",
        "Reports of one dispatch (reprints, excerpts, updates of one newsroom's text) count as one telling. A claimant counts once, in however many reports; "
            + "bodies that speak for one party count as one side.",
        "Corroborated: two or more independent claimants affirm it and nobody denies it. Single source: one claimant. Contested: affirmed by some, denied or doubted "
            + "by others. Denied: only denied. Retracted: taken back by who said it. Where sources disagree both stand; the record gives no verdict.",
        "When something happened, when it was said and when it was published are kept apart. A day stands as a range where the reports are no more exact; "
            + "“by” a day means that only the report's own date bounds it.",
        "Forecasts, plans, threats and conditions are listed as expected and never counted as having happened. Photo captions and readers' comments are not read as reports.",
        "Figures are quoted as given. Low, best and high are never added up across sources; figures are compared only where they count the same thing at the same place.",
        "Reports were read by machine. Readings can be wrong: open the words before relying on a line.",
        "Place names and positions: GeoNames (geonames.org), CC BY 4.0.",
    ];

    public const string GradesNote = "By their kind, before anything is said; an analyst's ruling replaces it. It is no judgement on what was said.";

    /// <summary>How far each source can be relied on, by letter: its kind's grade, or an analyst's.</summary>
    public static ImmutableArray<string> GradesOf(SituationRecord record) => [.. record.Sources.GroupBy(source => source.Grade.Grade).OrderBy(letter => letter.Key).Select(letter =>
        $"{RulingText.Grade(letter.Key.ToString())}: {string.Join("; ", letter.GroupBy(source => source.Grade.Rule.Words).OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => $"{Names(kind)} ({kind.Key})"))}")];

    // Unnamed sources have descriptions instead of names, and there are many.
    private static string Names(IEnumerable<RecordSource> sources) => Wording.List([.. sources.Select(source => Wording.Line(source.Name, 80)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], 12);

    /// <summary>What every report of the field says of names and lines on maps.</summary>
    public const string Designations =
        "Names of places, groups and authorities, and statements of who holds what, follow the sources. They imply no opinion on the legal status of any territory, "
            + "on its authorities, or on frontiers and boundaries.";
}
