using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Sitrep.Tests.Browser;

/// <summary>One page in the browser, with what it asked for and what went wrong in it.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly Uri _home;
    private readonly ConcurrentQueue<string> _faults = [];
    private readonly ConcurrentQueue<string> _strangers = [];

    public Visit(IBrowserContext context, IPage page, Uri home)
    {
        (_context, Page, _home) = (context, page, home);
        page.Console += (_, message) => { if (message.Type == "error") _faults.Enqueue(message.Text); };
        page.PageError += (_, error) => _faults.Enqueue(error);
        page.Dialog += async (_, dialog) =>
        {
            _faults.Enqueue($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        context.Request += (_, request) => { if (IsStranger(request.Url)) _strangers.Enqueue(request.Url); };
    }

    public IPage Page { get; }

    /// <summary>Errors of the console, of scripts and of the content policy.</summary>
    public IEnumerable<string> Faults => _faults;

    /// <summary>Goes there and waits until the page's script has done its part.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await ReadyAsync();
    }

    public Task ReadyAsync() => Page.WaitForSelectorAsync("main[data-ready]");

    /// <summary>Waits until the map stands in that form: <c>svg</c> or <c>gl</c>.</summary>
    public Task MapAsync(string form) => Page.WaitForSelectorAsync($"#map[data-map={form}]");

    /// <summary>Waits until the address holds the words. Asked in the page: changes that load nothing are easily missed from outside.</summary>
    public Task AddressAsync(string words) => Page.WaitForFunctionAsync("words => location.href.includes(words)", words);

    public Task AddressWithoutAsync(string words) => Page.WaitForFunctionAsync("words => !location.href.includes(words)", words);

    public Task<string> TitleAsync() => Page.TitleAsync();

    /// <summary>Presses keys one after another, as a hand does.</summary>
    public async Task PressAsync(params string[] keys)
    {
        foreach (string key in keys) await Page.Keyboard.PressAsync(key);
    }

    public async Task<string> TextAsync(string selector) => await Page.Locator(selector).First.InnerTextAsync();

    public Task<int> CountAsync(string selector) => Page.Locator(selector).CountAsync();

    /// <summary>Shapes of paths that hold many each.</summary>
    public Task<int> ShapesAsync(string paths) => Page.EvaluateAsync<int>("paths => [...document.querySelectorAll(paths)].reduce((sum, each) => sum + each.getAttribute('d').split('M').length - 1, 0)", paths);

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        Assert.Empty(_faults);
        Assert.True(_strangers.IsEmpty, $"Asked for something outside: {string.Join(", ", _strangers)}");
    }

    /// <summary>Anything but this server, and what the browser makes itself out of data.</summary>
    private bool IsStranger(string url) => !url.StartsWith(_home.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
        && !url.StartsWith("data:", StringComparison.Ordinal) && !url.StartsWith("blob:", StringComparison.Ordinal);
}
