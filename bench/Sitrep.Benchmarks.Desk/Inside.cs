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

    /// <summary>Does it, and waits for the frame that shows what it did.</summary>
    public static string Timed(string act) => $$"""
        async () => {
            const frame = () => new Promise(done => requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = done; channel.port2.postMessage(0); }));
            await frame();
            const from = performance.now();
            {{act}}
            await frame();
            await frame();
            return performance.now() - from;
        }
        """;

    public static IEnumerable<(string Name, string Act)> Moves(bool webGl)
    {
        yield return ("Choose the next event", Key("j"));
        yield return ("Look at the next day", Key("]"));
        yield return ("Zoom the timeline", Click(".timeline-tools button[aria-label='Zoom in']"));
        yield return ("Show the whole timeline", Click(".timeline-tools button[aria-label='All days']"));
        yield return ("Zoom the map", Click(".map-tools button[aria-label='Zoom in']"));
        yield return ("Show all events on the map", Click(".map-tools button[aria-label='Show all events']"));
        yield return ("Filter by type", "const box = document.getElementById('f-type'); box.selectedIndex = 1 + (window.turn = ((window.turn ?? 0) + 1)) % (box.options.length - 1); box.dispatchEvent(new Event('change', { bubbles: true }));");
        yield return ("Take the filters away", "document.querySelectorAll('.chips button').forEach(each => each.isConnected && each.click());");
        if (!webGl) yield return ("Drag the map", "const map = document.querySelector('.svg-map'); for (const [name, x] of [['pointerdown', 300], ['pointermove', 330], ['pointermove', 360], ['pointerup', 360]]) map.dispatchEvent(new PointerEvent(name, { bubbles: true, clientX: x, clientY: 400, pointerId: 1 }));");
    }

    private static string Key(string key) => $"document.body.dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', bubbles: true }}));";

    private static string Click(string selector) => $"document.querySelector(\"{selector}\").click();";
}
