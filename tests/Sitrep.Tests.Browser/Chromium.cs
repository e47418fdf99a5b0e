using Microsoft.Playwright;

namespace Sitrep.Tests.Browser;

/// <summary>The browser of this machine. None is downloaded: a test that finds none is skipped and says so.</summary>
internal static class Chromium
{
    public const string Missing = "No Chromium found (SITREP_CHROMIUM, or chromium, chromium-browser, google-chrome on the PATH); on Debian: apt-get install chromium fonts-noto-core.";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>Nothing of the browser's own may call out, and it must start where there is no sandbox and no graphics card.</summary>
    private static readonly string[] Switches =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>Null when there is none.</summary>
    public static string? Path { get; } = Find();

    /// <param name="webGl">False: as in a browser that has none.</param>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright, bool webGl = true) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Path ?? throw new InvalidOperationException(Missing),
        Headless = true,
        Args = webGl ? Switches : [.. Switches, "--disable-3d-apis"],
    });

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("SITREP_CHROMIUM") is { Length: > 0 } named) return File.Exists(named) ? named : null;
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names.SelectMany(name => folders.Select(folder => System.IO.Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
