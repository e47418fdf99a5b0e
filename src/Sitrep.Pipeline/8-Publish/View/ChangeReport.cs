using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Publish.Changes;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>The changes of one kind.</summary>
internal sealed record ChangeGroup(string Heading, ImmutableArray<Line> Lines);

/// <summary>What is new, confirmed, disputed, revised, reversed and retracted between two records, before it is written down.</summary>
internal sealed record ChangeReport(string Title, string Scope, ImmutableArray<ChangeGroup> Groups, ImmutableArray<Evidence> Evidence)
{
    public static ChangeReport Of(SituationRecord before, SituationRecord after, RecordChanges changes)
    {
        var index = new RecordIndex(after);
        var book = new EvidenceBook(index);
        var confidence = new Confidence(index);
        var ranking = new EventRanking(index);
        var events = new EventSection(index, book, new Voices(index, book), confidence, new RulingSection(index, book));
        var section = new ChangeSection(index, events, new FigureSection(index, book, confidence), confidence, book);
        RecordChange[] told = [.. changes.Changes.Where(change => ChangeSection.IsTold(change, index, ranking))];
        ImmutableArray<ChangeGroup> groups = [.. ChangeSection.Order.Select(kind => new ChangeGroup(Heading(kind), [.. told.Where(change => change.Kind == kind).Select(section.Line)])).Where(group => !group.Lines.IsEmpty)];
        int reports = after.Reports.Length - before.Reports.Length;
        string scope = $"{Wording.Count(told.Length, "change")}; {(reports >= 0 ? $"{Wording.Count(reports, "report")} more than before" : $"{Wording.Count(-reports, "report")} fewer than before")}";
        return new ChangeReport($"What changed {Period(before, after)}", scope, groups, book.Close().Evidence);
    }

    public static string Period(SituationRecord before, SituationRecord after) => (before.AsOf, after.AsOf) switch
    {
        ({ } from, { } to) => $"between {Wording.Day(from)} and {Wording.Day(to)}",
        ({ } from, null) => $"since {Wording.Day(from)}",
        (null, { } to) => $"up to {Wording.Day(to)}",
        _ => "between the two records",
    };

    public static string Heading(ChangeKind kind) => kind switch
    {
        ChangeKind.New => "New",
        ChangeKind.Confirmed => "Confirmed",
        ChangeKind.Disputed => "Disputed",
        ChangeKind.Revised => "Revised",
        ChangeKind.Reversed => "Reversed",
        ChangeKind.Retracted => "Retracted",
        ChangeKind.Merged => "Told as one now",
        _ => "Newly expected or planned",
    };
}
