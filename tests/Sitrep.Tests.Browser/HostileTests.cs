namespace Sitrep.Tests.Browser;

/// <summary>A report full of markup: it is shown as the words it is. Nothing of it runs, loads or leaves.</summary>
[Collection(DeskTests.Name)]
public sealed class HostileTests(DeskFixture desk)
{
    private const string Hostile = """
        <!DOCTYPE html><html><head><title>Rebels took Goma "><img src=x onerror=alert(1)><script>alert(2)</script></title>
        <meta property="og:site_name" content="Evil &lt;script&gt;alert(3)&lt;/script&gt;"><meta property="article:published_time" content="2024-03-05">
        <link rel="stylesheet" href="https://tracker.example/x.css"><script src="https://tracker.example/x.js"></script></head>
        <body><article><h1>Rebels took Goma &lt;img src=https://tracker.example/i.png onerror=alert(4)&gt;</h1>
        <img src="https://tracker.example/pixel.gif"><iframe src="https://tracker.example/"></iframe>
        <p>Rebels captured the city of Goma on 4 March 2024, the army said. &lt;script&gt;alert(5)&lt;/script&gt; It sent more troops to the city on the same day.</p>
        <p>The spokesman &lt;b onmouseover=alert(6)&gt;Jean Kabila&lt;/b&gt; said on Tuesday that rebels killed 12 civilians in Goma. He called for help from the region.</p>
        <p>A hospital official denied that any civilians had been killed. "javascript:alert(7)" he said, and {{constructor.constructor('alert(8)')()}} was heard.</p>
        <a href="javascript:alert(9)">Go on reading</a><svg onload=alert(10)></svg></article></body></html>
        """;

    [Fact]
    public async Task Nothing_of_a_hostile_report_runs_or_loads()
    {
        string folder = desk.Scratch("hostile");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "a\"><img src=x onerror=alert(11)>.html"), Hostile, TestContext.Current.CancellationToken);
        await using Visit visit = await desk.OpenAsync(folder);
        Assert.True(await visit.CountAsync("#event-list li[data-id]") > 0, "Nothing of it was read; the test looks at nothing.");
        await visit.PressAsync("j", "j", "?", "Escape");
        string[] pages = await visit.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('main a[href^=\"/\"]')].map(each => each.getAttribute('href')).filter(each => !each.startsWith('/api/') && !/^\\/report\\b(?!s)/.test(each))");
        foreach (string path in pages.Concat(["/reports", "/sources", "/actors", "/search?q=alert"]).Distinct().Take(30))
        {
            await visit.GoAsync(path);
            Assert.Equal(0, await visit.CountAsync("main img, main iframe, main a[href^='javascript:'], main [onerror], main [onmouseover], main script:not([type='application/json'])"));
        }
        await visit.GoAsync("/reports");
        await visit.Page.Locator("main table a[href^='/reports/']").First.ClickAsync();
        await visit.ReadyAsync();
        Assert.Contains("<script>alert(5)</script>", await visit.TextAsync("#report-text"), StringComparison.Ordinal);
        // That nothing ran and no request left is asserted when the visit ends.
    }
}
