namespace Sitrep.Tests.Browser;

/// <summary>Every page stands, in the browser and not only as text: no error, no finding of axe, nothing wider than the window.</summary>
[Collection(DeskTests.Name)]
public sealed class PageTests(DeskFixture desk)
{
    private const string Story = "albu-kamal";

    /// <summary>A page and the link of it that leads to the page meant; empty: the page itself.</summary>
    public static TheoryData<string, string> Pages { get; } = new()
    {
        { "/", "" }, { "/", "#disputes .say" }, { "/places", "" }, { "/places", "main table a[href^='/places/']" }, { "/figures", "" }, { "/figures", "main table a[href^='/figures/']" },
        { "/actors", "" }, { "/actors", "main table a[href^='/actors/']" }, { "/sources", "" }, { "/sources", "main a[href^='/sources/d']" }, { "/sources", "main a[href^='/sources/diff']" },
        { "/reports", "" }, { "/reports", "main table a[href^='/reports/']" }, { "/search?q=kamal", "" }, { "/upload", "" }, { "/review", "" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_stands_in_light_and_dark_wide_and_narrow(string path, string link)
    {
        await using Visit wide = await desk.OpenAsync(Story, path, webGl: false);
        string address = link.Length == 0 ? path : await wide.Page.Locator(link).First.GetAttributeAsync("href") ?? throw new InvalidOperationException($"{path} has no {link}.");
        if (link.Length > 0) await wide.GoAsync(address);
        Assert.NotEmpty(await wide.TextAsync("h1"));
        Assert.Empty(await Accessibility.SeriousAsync(wide.Page));
        await using Visit dark = await desk.OpenAsync(Story, address, webGl: false, dark: true, width: 360, height: 740);
        Assert.Empty(await Accessibility.SeriousAsync(dark.Page));
        Assert.Equal(360, await dark.Page.EvaluateAsync<int>("() => Math.max(360, document.documentElement.scrollWidth)"));
    }

    [Fact]
    public async Task Paper_holds_every_event_and_no_control()
    {
        await using Visit visit = await desk.OpenAsync("albu-kamal");
        int all = int.Parse((await visit.TextAsync("#count")).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        await visit.Page.EvaluateAsync("() => dispatchEvent(new Event('beforeprint'))");      // the browser sends it before it prints; a page that only looks as if printed gets none
        await visit.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        Assert.Equal(all, await visit.CountAsync("#event-list li[data-id]"));
        foreach (string control in (string[])["#nav", "#time", "#filters", ".map-tools", ".timeline-tools", ".since"]) Assert.False(await visit.Page.Locator(control).First.IsVisibleAsync(), control);
        Assert.True(await visit.Page.Locator("svg.timeline").IsVisibleAsync());
    }

    [Fact]
    public async Task Words_are_marked_in_their_report_and_layers_switch()
    {
        await using Visit visit = await desk.OpenAsync(Story, "/", webGl: false);
        await visit.Page.Locator("#disputes .say").First.ClickAsync();
        await visit.Page.Locator("#matrix a.cell").First.ClickAsync();
        await visit.Page.Locator("#report-text .hit").First.WaitForAsync();
        await visit.ReadyAsync();
        Assert.True(await visit.Page.Locator("#report-text .hit").First.IsVisibleAsync());
        await visit.Page.Locator("#layers input[value=mentions]").CheckAsync();
        Assert.Equal(1, await visit.CountAsync("#report-text.show-mentions"));
    }

    [Fact]
    public async Task Files_dropped_anywhere_on_the_page_are_read()
    {
        string folder = desk.Scratch("dropping");
        Directory.CreateDirectory(folder);
        await using Visit visit = await desk.OpenAsync(folder, "/upload", webGl: false);
        await visit.Page.EvaluateAsync("""
            () => {
                const data = new DataTransfer();
                for (const [name, town] of [['one.txt', 'Rabak'], ['two.txt', 'Kosti']]) data.items.add(new File([`KHARTOUM, May 3, 2023 (Reuters) - Fighters captured the town of ${town} in Sudan on Tuesday, residents said.`], name, { type: 'text/plain' }));
                for (const kind of ['dragenter', 'dragover', 'drop']) document.querySelector('h1').dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }));
            }
            """);
        await visit.Page.WaitForFunctionAsync("() => document.querySelectorAll('#found a[href^=\"/reports/\"]').length === 2");
        Assert.Equal(0, await visit.CountAsync("#drop.over"));
    }

    [Fact]
    public async Task A_pasted_report_is_read_and_shown_while_the_page_stays()
    {
        string folder = desk.Scratch("pasting");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "2024-03-05-first.txt"), "Rebels captured Goma on 4 March 2024, the army said.\n", TestContext.Current.CancellationToken);
        await using Visit visit = await desk.OpenAsync(folder, "/upload", webGl: false);
        await visit.Page.FillAsync("#text", "Government forces recaptured Goma on 9 March 2024, a military spokesman said on Saturday.\n");
        await visit.Page.FillAsync("#name", "2024-03-10-pasted.txt");
        await visit.Page.Locator("#upload button").ClickAsync();
        await visit.Page.Locator(".upload-done a").ClickAsync();
        await visit.ReadyAsync();
        Assert.Contains("9 March 2024", await visit.TextAsync("#event-list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_claim_matrix_needs_no_scrolling_aside_on_a_narrow_page()
    {
        await using Visit visit = await desk.OpenAsync(Story, "/", webGl: false, width: 360, height: 740);
        await visit.GoAsync(await visit.Page.Locator("#disputes a.say").First.GetAttributeAsync("href") ?? "/");
        Assert.True(await visit.CountAsync("#matrix td") > 4);
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => [...document.querySelectorAll('#matrix td')].every(cell => cell.getBoundingClientRect().right <= innerWidth)"));
        Assert.NotEqual("none", await visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('#matrix td'), '::before').content"));
    }

    [Fact]
    public async Task The_theme_button_goes_round_and_is_remembered()
    {
        await using Visit visit = await desk.OpenAsync(Story, "/reports", webGl: false);
        await visit.PressAsync("t", "t");
        Assert.Equal("dark", await visit.Page.GetAttributeAsync("html", "data-theme"));
        await visit.GoAsync("/actors");
        Assert.Equal("dark", await visit.Page.GetAttributeAsync("html", "data-theme"));
    }
}
