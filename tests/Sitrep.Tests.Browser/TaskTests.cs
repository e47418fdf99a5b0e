using System.Globalization;
using Microsoft.Playwright;

namespace Sitrep.Tests.Browser;

/// <summary>What an analyst comes for takes at most three clicks from the first page.</summary>
[Collection(DeskTests.Name)]
public sealed class TaskTests(DeskFixture desk)
{
    private const string Story = "albu-kamal";

    /// <summary>Clicks a question may take.</summary>
    private const int ClicksMax = 3;

    [Fact]
    public async Task Who_disputes_this_and_in_which_words()
    {
        await using Visit visit = await desk.OpenAsync(Story);
        var hand = new Hand(visit.Page);
        await hand.ClickAsync("#disputes li:has-text('denied by') .say");
        ILocator denial = visit.Page.Locator("#matrix .st-denies").First;
        Assert.NotEmpty(await denial.Locator(".who").First.InnerTextAsync());
        Assert.True((await denial.Locator("q").First.InnerTextAsync()).Length > 20);
        await hand.ClickAsync("#matrix p.st-denies a.cell");
        Assert.True(await visit.Page.Locator("#report-text .hit").First.IsVisibleAsync());
        Assert.True(hand.Clicks <= ClicksMax);
    }

    [Fact]
    public async Task Who_held_the_town_on_the_tenth()
    {
        await using Visit visit = await desk.OpenAsync(Story);
        var hand = new Hand(visit.Page);
        await hand.DayAsync(new DateOnly(2017, 11, 10), "#control-heading:has-text('10 November 2017')");
        Assert.Equal("Who holds what on 10 November 2017", await visit.TextAsync("#control-heading"));
        Assert.Contains((await visit.TextAsync("#control tbody tr:has-text('Albu Kamal') td")).Trim(), (string[])["held", "claimed by its own side only", "contested"]);
        await hand.ClickAsync("#control tbody a:has-text('Albu Kamal')");
        ILocator stretch = visit.Page.Locator("#days > li[aria-current=date]");
        Assert.True(string.CompareOrdinal(await stretch.GetAttributeAsync("data-from"), "2017-11-10") <= 0 && string.CompareOrdinal(await stretch.GetAttributeAsync("data-to"), "2017-11-10") >= 0);
        Assert.True(await stretch.Locator("q").CountAsync() > 0);
        Assert.True(hand.Clicks <= ClicksMax);
    }

    [Fact]
    public async Task What_changed_since_yesterday()
    {
        await using Visit visit = await desk.OpenAsync(Story);
        Assert.StartsWith("New since 21 November 2017", await visit.TextAsync("#new-heading"), StringComparison.Ordinal);
        Assert.True(await visit.CountAsync("#new > ul > li") > 0);
    }

    [Fact]
    public async Task Which_pages_are_one_wire_story()
    {
        await using Visit visit = await desk.OpenAsync(Story);
        var hand = new Hand(visit.Page);
        await hand.ClickAsync("#source-list li:has-text('3 reports') a");
        Assert.Equal(3, await visit.CountAsync(".family li"));
        Assert.Contains("98 %", await visit.TextAsync(".family"), StringComparison.Ordinal);
        await hand.ClickAsync(".family a[href^='/sources/diff']");
        Assert.True(await visit.CountAsync(".diff .d-cut") > 0);
        Assert.True(await visit.CountAsync(".diff .d-changed ins") > 0);
        Assert.True(hand.Clicks <= ClicksMax);
    }

    /// <summary>Clicks, counts, and waits for what the click brings.</summary>
    private sealed class Hand(IPage page)
    {
        public int Clicks { get; private set; }

        /// <summary>Clicks the day among the timeline's counts.</summary>
        public async Task DayAsync(DateOnly day, string stays)
        {
            ILocator timeline = page.Locator("svg.timeline");
            LocatorBoundingBoxResult box = await timeline.BoundingBoxAsync() ?? throw new InvalidOperationException("No timeline.");
            string[] words = (await timeline.GetAttributeAsync("aria-label") ?? "").Split([", ", " to ", ":"], StringSplitOptions.None);      // "Timeline, 3 November 2017 to 22 November 2017: …"
            DateOnly first = DateOnly.Parse(words[1], CultureInfo.InvariantCulture), last = DateOnly.Parse(words[2], CultureInfo.InvariantCulture);
            float x = box.X + box.Width * (day.DayNumber - first.DayNumber + 0.5f) / (last.DayNumber - first.DayNumber + 1);
            Clicks++;
            await page.Mouse.MoveAsync(x, box.Y + 30);
            await page.Mouse.DownAsync();
            await page.Mouse.UpAsync();
            await page.WaitForSelectorAsync(stays);
        }

        /// <param name="stays">What is looked at when the page stays; null when a new page comes.</param>
        public async Task ClickAsync(string selector, string? stays = null)
        {
            Clicks++;
            string before = page.Url;
            await page.Locator(selector).First.ClickAsync();
            if (stays is null) await page.WaitForURLAsync(url => url != before, new() { WaitUntil = WaitUntilState.Commit });
            await page.WaitForSelectorAsync(stays ?? "main[data-ready]");
        }
    }
}
