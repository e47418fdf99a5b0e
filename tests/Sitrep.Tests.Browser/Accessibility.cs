using Microsoft.Playwright;

namespace Sitrep.Tests.Browser;

/// <summary>Runs axe-core in the page. Its script comes in through the debugger, so the page's content policy stays as it is.</summary>
internal static class Accessibility
{
    private static readonly Lazy<string> Axe = new(() =>
    {
        using Stream stream = typeof(Accessibility).Assembly.GetManifestResourceStream("axe.min.js") ?? throw new InvalidOperationException("axe.min.js is not built in.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    /// <summary>What is wrong, a line a finding, of the weights axe calls serious and critical; rules of WCAG 2.2 A and AA.</summary>
    public static async Task<string[]> SeriousAsync(IPage page)
    {
        await page.EvaluateAsync(Axe.Value);
        return await page.EvaluateAsync<string[]>("""
            async () => {
                const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
                return violations.filter(each => each.impact === 'serious' || each.impact === 'critical')
                    .flatMap(each => each.nodes.slice(0, 3).map(node => `${each.id}: ${node.target.join(' ')}: ${(node.failureSummary ?? '').split('\n').slice(1).join(' ').trim()}`));
            }
            """);
    }
}
