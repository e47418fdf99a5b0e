using System.Collections.Immutable;
using System.Globalization;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Dedupe;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>Who told it, who copied whom, which photos came along, and what could not be read.</summary>
internal sealed class SourceSection(RecordIndex index)
{
    /// <summary>Differences told in one document; the command line tells any.</summary>
    private const int DifferencesMax = 40;

    private int _differences;

    public ImmutableArray<SourceEntry> Dispatches() => [.. index.Record.Dispatches.Select(Entry)];

    /// <summary>Photos are counted, never used as evidence: their places and days are often not the story's.</summary>
    public ImmutableArray<string> Photos() => [.. index.Record.Photos.GroupBy(photo => photo.Report, StringComparer.Ordinal).Select(group =>
    {
        RecordPhoto[] photos = [.. group];
        string[] places = [.. photos.Select(Taken).Where(taken => taken.Length > 0).Distinct(StringComparer.Ordinal)];
        string[] credits = [.. photos.Select(photo => photo.Photo.Agency ?? photo.Photo.Photographer).OfType<string>().Select(credit => Wording.Line(credit, 80)).Distinct(StringComparer.Ordinal)];
        string text = $"{Wording.Count(photos.Length, "photo")} in {index.Citation(group.Key)}";
        if (places.Length > 0) text += $"; taken {Wording.List(places)}";
        return credits.Length > 0 ? $"{text}; credit: {Wording.List(credits)}." : $"{text}.";
    })];

    // What a second reader was refused tells of its answers; the reports were read.
    public ImmutableArray<string> Problems() => [.. index.Record.Problems.Where(problem => problem.Code < ReasonCode.SecondReaderSilent).Select(problem => string.Create(CultureInfo.InvariantCulture,
        $"{About(problem)}{Wording.Line(problem.Message, 400)} ({(problem.SetAside ? "set aside" : "kept, in part")}, code {(int)problem.Code})"))];

    // Most messages name their input themselves.
    private static string About(Problem problem) => problem.Message.StartsWith(problem.Input, StringComparison.Ordinal) ? "" : $"{Wording.Line(problem.Input, 200)}: ";

    private SourceEntry Entry(Dispatch dispatch)
    {
        string newsroom = dispatch.Reports.Length > 0 ? index.Newsroom(dispatch.Id, dispatch.Reports[0]) : Wording.Line(dispatch.Agency ?? dispatch.Id);
        return new SourceEntry(newsroom, [.. FamilyTree.Of(dispatch).Select(Carried)]);
    }

    private SourceReport Carried(FamilyMember member)
    {
        IEnumerable<CopyLink> links = member.Link is { } link ? member.Others.Prepend(link) : member.Others;
        string[] copies = [.. links.Select(Relation)];
        TextDifference? difference = member.Link is { Relation: not CopyRelation.Patchwork } copied && _differences++ < DifferencesMax
            ? TextDifference.Of(index.Report(copied.Of), index.Report(member.Report)) : null;
        string text = copies.Length == 0 ? index.Citation(member.Report) : $"{index.Citation(member.Report)}: {string.Join("; ", copies)}";
        return new SourceReport(member.Depth, difference is null ? text : $"{text}; {DifferenceText.Of(difference)}", difference);
    }

    private string Relation(CopyLink link)
    {
        Report of = index.Report(link.Of);
        string relation = link.Relation switch
        {
            CopyRelation.Reprint => "reprint",
            CopyRelation.Excerpt => "excerpt",
            CopyRelation.Update => "update",
            _ => "patchwork, in part",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{relation} of the report in {RecordIndex.Publisher(of)}, {Wording.Day(of.Published)}, {Math.Round(100 * link.Overlap)} % overlap");
    }

    private string Taken(RecordPhoto photo)
    {
        string place = photo.Place is not null ? index.PlaceName(photo.Place) : Wording.Line(photo.Photo.PlaceWords ?? "", 80);
        string at = place.Length == 0 || place.StartsWith("near ", StringComparison.Ordinal) ? place : $"at {place}";
        return photo.Photo.Date is { } day ? $"{at} on {Wording.Day(day)}".TrimStart() : at;
    }
}
