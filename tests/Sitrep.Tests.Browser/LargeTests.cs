namespace Sitrep.Tests.Browser;

/// <summary>Five thousand reports of one event each. How fast is a matter of bench/; here it has to work.</summary>
[Collection(DeskTests.Name)]
public sealed class LargeTests(DeskFixture desk)
{
    private const int Reports = 5000;

    [Fact]
    public async Task Five_thousand_events_stand_on_map_timeline_and_list()
    {
        Assert.SkipWhen(Chromium.Path is null, Chromium.Missing);
        string story = desk.Scratch("large.jsonl"), store = desk.Scratch("large.db");
        GeneratedStory.Write(story, Reports);
        await DeskProcess.RunAsync(DeskFixture.Program, "ingest", story, "--store", store);
        await using Visit visit = await desk.OpenAsync(store);
        await visit.MapAsync("gl");
        string title = await visit.TitleAsync();
        int events = int.Parse(title[1..title.IndexOf(')', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(events > Reports * 0.9, $"Only {events} events of {Reports} reports.");
        Assert.True(await visit.ShapesAsync("svg.timeline .counts path") is > 20 and < 2000);
        Assert.True(await visit.CountAsync("svg.timeline *") < 500, "The timeline is made of too many elements to answer at once.");
        Assert.True(await visit.CountAsync("#event-list li[data-id]") < 100);
        Assert.True((await visit.Page.EvaluateAsync<int>("() => performance.getEntriesByType('navigation')[0].decodedBodySize")) < 400_000, "Events of a large record do not stand inside the page.");
        await visit.Page.SelectOptionAsync("#f-type", "protest");
        Assert.Contains(" of ", await visit.TextAsync("#count"), StringComparison.Ordinal);
        await visit.PressAsync("Escape", "ArrowUp");                     // the last event of all, far below the rows made so far
        Assert.True(await visit.Page.Locator("#event-list li[aria-current=true]").IsVisibleAsync());
        Assert.True(await visit.CountAsync("#event-list li[data-id]") < 100);
        await visit.PressAsync("ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp");       // beyond the first row that stands
        Assert.True(await visit.Page.Locator("#event-list li[aria-current=true]").IsVisibleAsync());
    }
}
