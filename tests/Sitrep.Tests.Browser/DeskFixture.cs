using Microsoft.Playwright;

namespace Sitrep.Tests.Browser;

/// <summary>One browser for all tests, and one desk for each story, opened when first asked for.</summary>
public sealed class DeskFixture : IAsyncLifetime
{
    /// <summary>Milliseconds an element may take to appear: the machines that run tests are busy ones.</summary>
    private const float Patience = 90_000;

    private readonly Dictionary<string, Task<DeskProcess>> _desks = new(StringComparer.Ordinal);
    private readonly Dictionary<bool, Task<IBrowser>> _browsers = [];
    private readonly string _scratch = Directory.CreateTempSubdirectory("sitrep-browser-").FullName;
    private IPlaywright? _playwright;

    /// <summary>The built program beside these tests.</summary>
    public static string Program => Path.Combine(AppContext.BaseDirectory, "sitrep.dll");

    public static string Root { get; } = FindRoot();

    public string Scratch(string name) => Path.Combine(_scratch, name);

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is not null) _playwright = await Playwright.CreateAsync();
    }

    /// <summary>A fresh page on the desk of a sample story; what it asks for and what goes wrong in it is kept.</summary>
    internal async Task<Visit> OpenAsync(string story, string path = "/", bool webGl = true, bool dark = false, int width = 1440, int height = 900)
    {
        Assert.SkipWhen(_playwright is null, Chromium.Missing);
        DeskProcess desk = await Once(_desks, story, async () => await (await DeskProcess.OpenAsync(Program, Source(story))).ReadAllAsync());
        IBrowser browser = await Once(_browsers, webGl, () => Chromium.LaunchAsync(_playwright!, webGl));   // skipped above where there is none
        IBrowserContext context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            BaseURL = desk.Address.ToString(),
        });
        context.SetDefaultTimeout(Patience);
        IPage page = await context.NewPageAsync();
        var visit = new Visit(context, page, desk.Address);
        await visit.GoAsync(path);
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (Task<IBrowser> browser in _browsers.Values) await (await browser).CloseAsync();
        foreach (Task<DeskProcess> desk in _desks.Values) await (await desk).DisposeAsync();
        _playwright?.Dispose();
        Directory.Delete(_scratch, recursive: true);
    }

    /// <summary>A sample's folder, or a path as it is.</summary>
    private static string[] Source(string story) => Path.IsPathRooted(story) ? story.EndsWith(".db", StringComparison.Ordinal) ? ["--store", story] : [story] : [Path.Combine(Root, "samples", story)];

    private static Task<T> Once<TKey, T>(Dictionary<TKey, Task<T>> kept, TKey key, Func<Task<T>> make) where TKey : notnull
    {
        lock (kept)
        {
            if (!kept.TryGetValue(key, out Task<T>? task)) kept.Add(key, task = make());
            return task;
        }
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Sitrep.slnx"))) return folder.FullName;
        }
        throw new InvalidOperationException($"No Sitrep.slnx above {AppContext.BaseDirectory}.");
    }
}

/// <summary>All browser tests share the desks and run one after another: two browsers on two cores only wait for each other.</summary>
[CollectionDefinition(Name)]
public sealed class DeskTests : ICollectionFixture<DeskFixture>
{
    public const string Name = "desk";
}
