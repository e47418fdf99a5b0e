using Microsoft.Playwright;
using Sitrep.Tests.Browser;

namespace Sitrep.Benchmarks.Desk;

/// <summary>The pictures of README and documents, taken of the built program on the sample stories.</summary>
internal sealed class Pictures(IPlaywright playwright, string program, string root)
{
    /// <param name="folder">Files of the same name are replaced.</param>
    public async Task TakeAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        await using IBrowser browser = await Chromium.LaunchAsync(playwright);
        await using DeskProcess desk = await (await DeskProcess.OpenAsync(program, Path.Combine(root, "samples", "albu-kamal"))).ReadAllAsync();
        await Take(browser, desk, folder, "desk", "/?on=2017-11-11", 1600, 1000, prepare: async page =>
        {
            await page.Locator("#disputes").WaitForAsync();
            await page.Keyboard.PressAsync("j");
            await page.Locator("#event-list li.disputed .meta").First.ClickAsync();
        });
        await Take(browser, desk, folder, "desk-dark", "/?on=2017-11-11", 1600, 1000, dark: true);
        await Take(browser, desk, folder, "desk-narrow", "/", 360, 740);
        await Take(browser, desk, folder, "event", "/", 1280, 800, prepare: page => Follow(page, "#disputes li:has-text('denied by') .say"));
        await Take(browser, desk, folder, "place", "/?on=2017-11-10", 1280, 900, prepare: page => Follow(page, "#control a[href^='/places/']"));
        await Take(browser, desk, folder, "difference", "/sources", 1280, 900, prepare: page => Follow(page, "a[href^='/sources/diff']"));
    }

    private static async Task Follow(IPage page, string link)
    {
        await page.Locator(link).First.ClickAsync();
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath.Length > 1);
        await page.WaitForSelectorAsync("main[data-ready]");
    }

    private static async Task Take(IBrowser browser, DeskProcess desk, string folder, string name, string path, int width, int height, bool dark = false, Func<IPage, Task>? prepare = null)
    {
        await using IBrowserContext context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
            BaseURL = desk.Address.ToString(),
        });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(path);
        await page.WaitForSelectorAsync("main[data-ready]");
        if (path.StartsWith("/?", StringComparison.Ordinal) || path == "/") await page.WaitForSelectorAsync("#map[data-map=gl]");
        if (prepare is not null) await prepare(page);
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
        Console.WriteLine($"{name}.png");
    }
}
