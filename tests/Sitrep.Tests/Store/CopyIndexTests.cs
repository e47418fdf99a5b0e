using Sitrep.Model.Reports;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Dedupe;
using Sitrep.Store;
using static Sitrep.Tests.Pipeline.Dedupe.Stories;

namespace Sitrep.Tests.Store;

public sealed class CopyIndexTests : IDisposable
{
    private readonly TemporaryRecord _record = new();

    public void Dispose() => _record.Dispose();

    [Fact]
    public void Copies_found_one_by_one_are_those_found_together()
    {
        // Pages thrown together from the paragraphs of three stories, in any order.
        string[] paragraphs = [.. Quake, .. QuakeElsewhere, .. Strike];
        var random = new Random(5);
        Check([.. Enumerable.Range(0, 40).Select(number => Report(
            $"r{number:00}", random.GetItems(paragraphs, random.Next(1, 9)), random.Next(2) == 0 ? null : "Outlet", random.Next(3) == 0 ? "Reuters" : null, $"2023-03-1{random.Next(10)}"))]);
    }

    [Fact]
    public void A_story_that_everybody_carries_is_looked_up_again()
    {
        Report[] reports = [.. Enumerable.Range(0, 70).Select(number => Report($"r{number:00}", Quake.Skip(number % 3), $"Outlet {number}", null, $"2023-03-{28 - number % 18}")),
            Report("s1", Strike, "AFP", "AFP", "2023-03-18"), Report("s2", Strike[..5], "The Herald", null, "2023-03-19")];
        Assert.Contains("r00", Check(reports).Crowded);
    }

    [Fact]
    public void A_store_of_before_the_index_is_indexed_when_it_is_read()
    {
        using RecordStore store = _record.Open();
        Append(store, Report("r1", Quake));
        Append(store, Report("r2", Quake[1..]));
        Assert.Single(store.LoadSharedTexts().Pairs);
        foreach (string table in (string[])["sketch", "posting", "posting_recent", "shared_text", "crowded"]) _record.Ask($"DELETE FROM {table}");
        Assert.Single(store.LoadSharedTexts().Pairs);
    }

    [Fact]
    public void An_index_of_another_version_is_made_again()
    {
        using (RecordStore before = _record.Open()) Append(before, Report("r1", Quake));
        _record.Ask("UPDATE sketch SET version = 0, shingles = x'00000000'");
        using RecordStore store = _record.Open();
        Append(store, Report("r2", Quake[1..]));
        Assert.Single(store.LoadSharedTexts().Pairs);
    }

    private SharedTexts Check(Report[] reports)
    {
        new Random(3).Shuffle(reports);
        using RecordStore store = _record.Open();
        foreach (Report report in reports) Append(store, report);
        SharedTexts known = store.LoadSharedTexts();
        Assert.Equal(Print(DedupeStage.Find(reports)), Print(DedupeStage.Find(reports, known)));
        return known;
    }

    private static string Print(Copies copies) => string.Join('\n', copies.Dispatches.Select(dispatch =>
        $"{dispatch.Id} {string.Join(' ', dispatch.Reports)} {string.Join(' ', dispatch.Links)} {string.Join(' ', dispatch.Reports.SelectMany(report => copies.Borrowed(report)))}"));

    private static void Append(RecordStore store, Report report)
    {
        var raw = new RawReport(report.Id, report.Input, report.Sha256, report.Markup, report.Received, SuppliedMetadata.None);
        store.Append(raw, new ReadReport(report, new Model.Record.Reading(report.Id, [], [], [], []), []));
    }
}
