using System.Globalization;
using Microsoft.Playwright;

namespace Sitrep.Tests.Browser;

/// <summary>The situation page: map, timeline, list and sources show one selection, and the address holds it.</summary>
[Collection(DeskTests.Name)]
public sealed class SituationTests(DeskFixture desk)
{
    private const string Story = "albu-kamal";

    [Fact]
    public async Task Map_and_timeline_stand_and_the_title_counts()
    {
        await using Visit visit = await desk.OpenAsync(Story);
        await visit.MapAsync("gl");
        // The list holds a window of its rows, the title counts them all.
        int rows = await visit.CountAsync("#event-list li[data-id]");
        string title = await visit.TitleAsync();
        Assert.True(rows > 10 && int.Parse(title[1..title.IndexOf(')', StringComparison.Ordinal)], CultureInfo.InvariantCulture) >= rows, title);
        Assert.True(await visit.CountAsync("svg.timeline .item-name") > 5);
        Assert.True(await visit.ShapesAsync("svg.timeline .counts path") > 3);
    }

    [Fact]
    public async Task Choosing_in_the_list_is_seen_in_timeline_sources_and_address()
    {
        await using Visit visit = await desk.OpenAsync(Story);
        ILocator row = visit.Page.Locator("#event-list li[data-id]").Nth(4);
        string id = await row.GetAttributeAsync("data-id") ?? "";
        await row.Locator(".meta").ClickAsync();
        await visit.Page.WaitForSelectorAsync("#chosen:not([hidden])");
        await visit.Page.WaitForSelectorAsync($"svg.timeline .chosen [data-id='{id}']");
        Assert.True(await visit.CountAsync("#source-list .tells") >= 1);
        Assert.Contains($"sel={id}", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_follows_where_its_marks_have_gone()
    {
        await using Visit visit = await desk.OpenAsync(Story);
        await visit.MapAsync("gl");
        await visit.Page.ClickAsync(".map-tools button[aria-label='Zoom in']");
        await visit.Page.ClickAsync(".map-tools button[aria-label='Zoom in']");
        await visit.Page.ClickAsync(".map-tools button[aria-label='Show all events']");
        // The picture that was carried along is replaced by one of its own.
        await visit.Page.WaitForFunctionAsync("() => document.querySelector('#map canvas').style.transform === ''");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task One_place_alone_is_shown_within_its_country()
    {
        string folder = desk.Scratch("one-place");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "2024-03-05-wire.txt"), "Rebels captured Goma on 4 March 2024, the army said.\n", TestContext.Current.CancellationToken);
        await using Visit visit = await desk.OpenAsync(folder, webGl: false);
        await visit.MapAsync("svg");
        Assert.Contains("Congo", await visit.Page.EvaluateAsync<string>("() => [...document.querySelectorAll('#map text')].map(each => each.textContent).join()"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mark_on_either_map_chooses_and_a_drag_that_begins_on_it_does_not()
    {
        foreach (bool webGl in (bool[])[true, false])
        {
            await using Visit visit = await desk.OpenAsync(Story, "/#map=9.5/34.45/40.92", webGl);
            await visit.MapAsync(webGl ? "gl" : "svg");
            LocatorBoundingBoxResult box = await visit.Page.Locator("#map [data-place] .cluster-disc").First.BoundingBoxAsync() ?? throw new InvalidOperationException("No mark.");
            await visit.Page.Mouse.MoveAsync(box.X + box.Width / 2, box.Y + box.Height / 2);
            await visit.Page.Mouse.DownAsync();
            await visit.Page.Mouse.MoveAsync(box.X + box.Width / 2 + 60, box.Y + box.Height / 2 + 30, new() { Steps = 5 });
            await visit.Page.Mouse.UpAsync();
            await visit.AddressWithoutAsync("map=9.50/34.4500/40.9200");
            Assert.False(await visit.Page.Locator(".map-card .row").First.IsVisibleAsync());
            // By the mouse, when the map has come to rest: while it glides a mark is elsewhere by the time of the click.
            await visit.Page.WaitForTimeoutAsync(2500);
            box = await visit.Page.Locator("#map [data-place] .cluster-disc").First.BoundingBoxAsync() ?? throw new InvalidOperationException("No mark.");
            await visit.Page.Mouse.ClickAsync(box.X + box.Width / 2, box.Y + box.Height / 2);
            await visit.Page.Locator(".map-card .row").First.ClickAsync();
            await visit.Page.WaitForSelectorAsync("#map .mark.chosen .chosen-ring");
        }
    }

    [Fact]
    public async Task Links_carry_the_day_looked_at_on()
    {
        await using Visit visit = await desk.OpenAsync(Story);
        await visit.PressAsync("]", "]");
        string day = await visit.Page.InputValueAsync("#on");
        await visit.Page.Locator("#nav a", new() { HasText = "Places" }).ClickAsync();
        await visit.AddressAsync("/places");
        Assert.Contains($"on={day}", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choosing_in_the_timeline_is_seen_in_the_list()
    {
        await using Visit visit = await desk.OpenAsync(Story);
        ILocator item = visit.Page.Locator("svg.timeline .item-name").First;
        string id = await item.GetAttributeAsync("data-id") ?? "";
        await item.ClickAsync(new() { Force = true });     // words do not catch the pointer: the bar and its words are one
        await visit.Page.WaitForSelectorAsync($"#ev-{id}[aria-current=true]");
    }

    [Fact]
    public async Task A_mark_of_the_plain_map_lists_its_events_and_filters_by_its_place()
    {
        await using Visit visit = await desk.OpenAsync(Story, "/#map=9.5/34.45/40.92", webGl: false);
        await visit.MapAsync("svg");
        await visit.Page.Locator(".mark-layer .mark").Filter(new() { Has = visit.Page.Locator(".cluster-count") }).First.ClickAsync();
        await visit.Page.Locator(".map-card .row").First.WaitForAsync();
        await visit.Page.GetByText("Only this place").ClickAsync();
        Assert.Contains("place=", visit.Page.Url, StringComparison.Ordinal);
        Assert.Contains(" of ", await visit.TextAsync("#count"), StringComparison.Ordinal);
        Assert.Equal(1, await visit.CountAsync(".chips li"));
        await visit.Page.Locator(".chips button").First.ClickAsync();
        Assert.DoesNotContain(" of ", await visit.TextAsync("#count"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_WebGL_the_drawn_map_stands_with_all_marks()
    {
        await using Visit visit = await desk.OpenAsync(Story, webGl: false);
        await visit.MapAsync("svg");
        await visit.Page.Locator(".mark-layer .mark").First.WaitForAsync();
        Assert.Equal(0, await visit.CountAsync("#map canvas"));
        Assert.True(await visit.CountAsync(".mark-layer .flag") > 0);
    }

    [Fact]
    public async Task The_address_brings_the_whole_view_back()
    {
        await using Visit visit = await desk.OpenAsync(Story);
        await visit.Page.SelectOptionAsync("#f-status", "single-source");
        await visit.PressAsync("Escape", "j", "j", "]");
        await visit.Page.Locator(".timeline-tools button", new() { HasText = "Week" }).ClickAsync();
        await visit.AddressAsync("days=");
        string count = await visit.TextAsync("#count"), chosen = await visit.TextAsync("#chosen .say");
        string address = visit.Page.Url;
        await using Visit again = await desk.OpenAsync(Story, new Uri(address).PathAndQuery + new Uri(address).Fragment);
        Assert.Equal(count, await again.TextAsync("#count"));
        Assert.Equal(chosen, await again.TextAsync("#chosen .say"));
        Assert.Equal(await visit.Page.InputValueAsync("#on"), await again.Page.InputValueAsync("#on"));
    }

    [Fact]
    public async Task Back_undoes_a_choice_and_a_filter()
    {
        await using Visit visit = await desk.OpenAsync(Story);
        string all = await visit.TextAsync("#count");
        await visit.Page.SelectOptionAsync("#f-status", "contested");
        Assert.NotEqual(all, await visit.TextAsync("#count"));
        await visit.Page.GoBackAsync();
        await visit.Page.WaitForFunctionAsync("all => document.getElementById('count').textContent === all", all);
        Assert.Equal(0, await visit.CountAsync(".chips li"));
    }

    [Fact]
    public async Task The_slider_of_what_was_known_changes_everything_without_a_new_page()
    {
        await using Visit visit = await desk.OpenAsync(Story);
        string all = await visit.TextAsync("#count");
        await visit.Page.EvaluateAsync("() => { window.same = true; }");
        await visit.Page.Locator("#as-of ~ .slider").First.FocusAsync();
        await visit.PressAsync("Home");
        await visit.Page.WaitForFunctionAsync("all => document.getElementById('count').textContent !== all", all);
        Assert.Contains("as_of=2017-11-08", visit.Page.Url, StringComparison.Ordinal);
        Assert.Contains("8 November 2017", await visit.TextAsync("main > p.meta"), StringComparison.Ordinal);
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => window.same === true"));
    }

    [Fact]
    public async Task Dragging_the_timeline_moves_the_days_shown()
    {
        await using Visit visit = await desk.OpenAsync(Story);
        await visit.Page.Locator(".timeline-tools button", new() { HasText = "Week" }).ClickAsync();
        await visit.AddressAsync("days=");
        string before = new Uri(visit.Page.Url).Fragment;
        LocatorBoundingBoxResult box = await visit.Page.Locator("svg.timeline").BoundingBoxAsync() ?? throw new InvalidOperationException("No timeline.");
        await visit.Page.Mouse.MoveAsync(box.X + box.Width / 2, box.Y + 20);
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(box.X + box.Width / 2 + box.Width / 3, box.Y + 20, new() { Steps = 6 });
        await visit.Page.Mouse.UpAsync();
        await visit.AddressWithoutAsync(before);
        await visit.Page.Locator(".timeline-tools button", new() { HasText = "All" }).ClickAsync();
        Assert.DoesNotContain(" of ", await visit.TextAsync("#count"), StringComparison.Ordinal);
        await visit.Page.Locator(".timeline-tools button", new() { HasText = "Reset" }).ClickAsync();
        await visit.AddressWithoutAsync("days=");
    }
}
