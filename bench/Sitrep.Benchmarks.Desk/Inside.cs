using Microsoft.Playwright;

namespace Sitrep.Benchmarks.Desk;

/// <summary>What is run in the page to measure it. Nothing of the desk knows of it.</summary>
internal static class Inside
{
    /// <summary>Milliseconds from asking for the page: its last byte, the first paint, the first frame with map marks, timeline and list.</summary>
    public const string FirstPicture = """
        async () => {
            const page = performance.getEntriesByType('navigation')[0];
            const paint = performance.getEntriesByName('first-contentful-paint')[0];
            const ready = performance.getEntriesByName('desk-drawn')[0];
            return [page.responseEnd, paint?.startTime ?? -1, ready?.startTime ?? -1];
        }
        """;

    /// <summary>Keeps what the browser itself says of each input: how long until the next picture was painted (Event Timing, of which "interaction to next paint" is made).</summary>
    public const string Listen = """
        () => {
            window.inputs = [];
            new PerformanceObserver(list => { for (const entry of list.getEntries()) if (entry.interactionId) window.inputs.push(entry.duration); }).observe({ type: 'event', durationThreshold: 16 });
        }
        """;

    /// <summary>The longest of the inputs since the last time, in milliseconds; 16 when none took that long. Waits for two more pictures, so that the browser has told.</summary>
    public const string Heard = """
        async () => {
            for (let i = 0; i < 3; i++) await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
            await new Promise(done => setTimeout(done, 120));
            const longest = Math.max(16, ...window.inputs);
            window.inputs = [];
            return longest;
        }
        """;

    /// <summary>What an analyst does, by the hand that does it.</summary>
    public static IEnumerable<(string Name, Func<IPage, Task> Act)> Moves()
    {
        yield return ("Choose the next event (key)", page => page.Keyboard.PressAsync("j"));
        yield return ("Choose an event (click)", ClickRow);
        yield return ("Look at the next day (key)", page => page.Keyboard.PressAsync("]"));
        yield return ("Move the slider of days", Slide);
        yield return ("Zoom the timeline", Click(".timeline-tools button[aria-label='Zoom in']"));
        yield return ("Show the whole timeline", Click(".timeline-tools button[aria-label='All days']"));
        yield return ("Zoom the map", Click(".map-tools button[aria-label='Zoom in']"));
        yield return ("Show all events on the map", Click(".map-tools button[aria-label='Show all events']"));
        yield return ("Filter by type", FilterByType);
        yield return ("Take the filters away", Click(".chips li:last-child button"));
    }

    private static Func<IPage, Task> Click(string selector) => page => page.Locator(selector).ClickAsync(new() { Force = true });

    private static Task ClickRow(IPage page) => page.Locator("#event-list li[data-id]:not([aria-current]) .meta").Nth(2).ClickAsync(new() { Force = true });

    private static async Task Slide(IPage page)
    {
        await page.FocusAsync("#on ~ .slider");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.EvaluateAsync("() => document.activeElement.blur()");
    }

    // Another type each time, and one filter in force: the list is short, or long, as it comes.
    private static async Task FilterByType(IPage page)
    {
        await page.FocusAsync("#f-type");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.EvaluateAsync("() => document.activeElement.blur()");
    }
}
