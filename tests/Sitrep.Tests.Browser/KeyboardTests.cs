namespace Sitrep.Tests.Browser;

/// <summary>The desk by keyboard alone.</summary>
[Collection(DeskTests.Name)]
public sealed class KeyboardTests(DeskFixture desk)
{
    private const string Story = "albu-kamal";

    [Fact]
    public async Task Slash_goes_to_the_search_and_Enter_finds()
    {
        await using Visit visit = await desk.OpenAsync(Story);
        await visit.PressAsync("/");
        await visit.Page.Keyboard.TypeAsync("Kamal/x");          // a slash in the field is text
        Assert.Equal("Kamal/x", await visit.Page.InputValueAsync("#q"));
    }

    [Fact]
    public async Task Arrows_step_through_events_Enter_opens_Escape_lets_go()
    {
        await using Visit visit = await desk.OpenAsync(Story);
        await visit.PressAsync("ArrowDown", "ArrowDown");
        string second = await visit.Page.GetAttributeAsync("#event-list li[aria-current=true]", "data-id") ?? "";
        Assert.Equal(await visit.Page.Locator("#event-list li[data-id]").Nth(1).GetAttributeAsync("data-id"), second);
        await visit.PressAsync("ArrowUp");
        Assert.NotEqual(second, await visit.Page.GetAttributeAsync("#event-list li[aria-current=true]", "data-id"));
        await visit.PressAsync("Escape");
        Assert.Equal(0, await visit.CountAsync("#event-list li[aria-current=true]"));
        await visit.PressAsync("j", "Enter");
        await visit.AddressAsync("/events/");
    }

    [Fact]
    public async Task Brackets_move_the_day_looked_at()
    {
        await using Visit visit = await desk.OpenAsync(Story);
        await visit.PressAsync("]", "]");
        string day = await visit.Page.InputValueAsync("#on");
        Assert.Contains($"on={day}", visit.Page.Url, StringComparison.Ordinal);
        Assert.Equal(1, await visit.CountAsync(".on-band"));
        await visit.PressAsync("[");
        Assert.True(string.CompareOrdinal(await visit.Page.InputValueAsync("#on"), day) < 0);
    }

    [Fact]
    public async Task Question_mark_opens_the_help_and_Escape_closes_it()
    {
        await using Visit visit = await desk.OpenAsync(Story);
        await visit.PressAsync("?");
        await visit.Page.WaitForSelectorAsync("dialog.help[open]");
        await visit.PressAsync("Escape");
        Assert.Equal(0, await visit.CountAsync("dialog"));
    }

    [Fact]
    public async Task The_map_moves_and_zooms_by_keys()
    {
        await using Visit visit = await desk.OpenAsync(Story, webGl: false);
        await visit.MapAsync("svg");
        await visit.Page.FocusAsync("#map");
        await visit.PressAsync("+", "ArrowRight");
        await visit.AddressAsync("#map=");
        Assert.Equal(0, await visit.CountAsync("#event-list li[aria-current=true]"));   // the map's arrows are its own
    }

    [Fact]
    public async Task Tab_reaches_every_control_with_a_visible_focus()
    {
        await using Visit visit = await desk.OpenAsync(Story, webGl: false);
        await visit.PressAsync("Tab");
        Assert.Equal("skip", await visit.Page.EvaluateAsync<string>("() => document.activeElement.className"));
        HashSet<string> seen = [];
        for (int i = 0; i < 200 && !seen.Contains("map"); i++)
        {
            await visit.PressAsync("Tab");
            seen.Add(await visit.Page.EvaluateAsync<string>("() => document.activeElement.id || document.activeElement.className || document.activeElement.tagName"));
            Assert.True(await visit.Page.EvaluateAsync<bool>("() => { const style = getComputedStyle(document.activeElement); return document.activeElement === document.body || style.outlineStyle !== 'none'; }"), $"No focus to be seen on {seen.Last()}.");
        }
        Assert.Contains("map", seen);
        Assert.Contains("q", seen);
    }
}
