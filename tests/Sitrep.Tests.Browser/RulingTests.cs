using Microsoft.Playwright;

namespace Sitrep.Tests.Browser;

/// <summary>An analyst rules with the mouse and the keyboard, gives a reason, and takes it back.</summary>
[Collection(DeskTests.Name)]
public sealed class RulingTests(DeskFixture desk)
{
    [Fact]
    public async Task An_event_is_rejected_with_a_reason_and_the_ruling_undone()
    {
        string store = desk.Scratch("ruling.db");
        await DeskProcess.RunAsync(DeskFixture.Program, "ingest", Path.Combine(DeskFixture.Root, "samples", "palma"), "--store", store);
        await using Visit visit = await desk.OpenAsync(store);
        string count = await visit.TitleAsync();
        string? address = await visit.Page.Locator("#event-list a.say").First.GetAttributeAsync("href");
        await visit.GoAsync(address!);      // every event has a page

        await visit.Page.Locator("details.rule > summary").ClickAsync();
        ILocator form = visit.Page.Locator("details.rule form").First;
        await form.Locator("input[name=reason]").FillAsync("names the wrong town");
        await form.Locator("button[value=reject]").ClickAsync();
        await visit.Page.WaitForSelectorAsync(".badge.b-rejected");
        Assert.Contains("names the wrong town", await visit.TextAsync("section.rulings"), StringComparison.Ordinal);

        await visit.GoAsync("/");
        Assert.NotEqual(count, await visit.TitleAsync());
        await visit.GoAsync("/review");
        ILocator undo = visit.Page.Locator("#trail form.undo").First;
        await undo.Locator("input[name=reason]").FillAsync("was the right one");
        await undo.Locator("input[name=reason]").PressAsync("Enter");
        await visit.Page.WaitForSelectorAsync("#ruling-2");
        await visit.GoAsync("/");
        Assert.Equal(count, await visit.TitleAsync());
    }
}
