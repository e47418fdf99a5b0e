using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Playwright;
using Sitrep.Tests.Browser;

namespace Sitrep.Benchmarks.Desk;

/// <summary>What an analyst waits for: the first page after the start, the first picture of a large record, the answer to each move in it.</summary>
internal sealed class Measuring(IPlaywright playwright, string program, string root)
{
    /// <summary>Reports of the large record; each is on one event in one town.</summary>
    private const int Reports = 5000;

    /// <summary>Each number is the median of so many.</summary>
    private const int Runs = 5;

    /// <summary>Times that each move is made.</summary>
    private const int Inputs = 9;

    private readonly StringBuilder _lines = new();

    public async Task RunAsync()
    {
        string scratch = Directory.CreateTempSubdirectory("sitrep-bench-").FullName;
        try
        {
            Say($"Desk, measured by `dotnet run -c Release --project bench/Sitrep.Benchmarks.Desk -- measure` on {TimeProvider.System.GetLocalNow().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}");
            Say($"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, load {Load()}, {RuntimeInformation.FrameworkDescription}, {Chromium.Path}; medians of {Runs}, range in brackets");
            Say($"Moves: from the input to the next picture, by the browser's own Event Timing (in steps of 8 ms, 16 at least); medians and worst of {Inputs}");
            await Start();
            string store = Path.Combine(scratch, "large.db"), story = Path.Combine(scratch, "large.jsonl");
            GeneratedStory.Write(story, Reports);
            await DeskProcess.RunAsync(program, "ingest", story, "--store", store);
            await Large(store);
            string results = Path.Combine(root, "bench", "results");
            Directory.CreateDirectory(results);
            await File.WriteAllTextAsync(Path.Combine(results, "desk.txt"), _lines.ToString());
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private async Task Start()
    {
        List<double> listening = [], page = [];
        for (int run = 0; run < Runs; run++)
        {
            await using DeskProcess desk = await DeskProcess.OpenAsync(program, Path.Combine(root, "samples", "albu-kamal"));
            long from = Stopwatch.GetTimestamp();
            using var client = new HttpClient();
            await client.GetByteArrayAsync(desk.Address);
            listening.Add(desk.Start.TotalMilliseconds);
            page.Add(desk.Start.TotalMilliseconds + Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }
        Say("Start of the program to its address", listening);
        Say("Start of the program to its first page (reading goes on behind it)", page);
    }

    private async Task Large(string store)
    {
        await using DeskProcess desk = await DeskProcess.OpenAsync(program, "--store", store);
        using var client = new HttpClient();
        byte[] bytes = await Warm(client, desk.Address);   // an analyst opens it once and looks at it all day
        byte[] data = await client.GetByteArrayAsync(new Uri(desk.Address, "/situation.json"));
        foreach (bool webGl in (bool[])[true, false])
        {
            await using IBrowser browser = await Chromium.LaunchAsync(playwright, webGl);
            string map = webGl ? "MapLibre" : "without WebGL";
            List<double> answer = [], painted = [], drawn = [];
            for (int run = 0; run < Runs; run++)
            {
                await using IBrowserContext context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
                IPage page = await context.NewPageAsync();
                await page.GotoAsync(desk.Address.ToString());
                await page.WaitForSelectorAsync($"#map[data-map={(webGl ? "gl" : "svg")}]", new() { Timeout = 120_000 });
                double[] times = await page.EvaluateAsync<double[]>(Inside.FirstPicture);
                answer.Add(times[0]);
                painted.Add(times[1]);
                drawn.Add(times[2]);
                if (run < Runs - 1) continue;
                Say($"{await page.InnerTextAsync("#count")} of {Reports} reports, {bytes.Length / 1e3:0} KB of page and {data.Length / 1e3:0} KB of data beside it; map {map}");
                Say($"  Page asked for to its last byte", answer);
                Say($"  Page asked for to first paint", painted);
                Say($"  Page asked for to map, timeline and list drawn", drawn);
                await page.EvaluateAsync(Inside.Listen);
                foreach ((string name, Func<IPage, Task> act) in Inside.Moves()) await Move(page, context, name, act);
            }
        }
    }

    /// <summary>From the input to the picture that shows its effect, as the browser tells it; and the processor time of the page's own thread, which a busy machine changes less.</summary>
    private async Task Move(IPage page, IBrowserContext context, string name, Func<IPage, Task> act)
    {
        ICDPSession session = await context.NewCDPSessionAsync(page);
        await session.SendAsync("Performance.enable", new() { ["timeDomain"] = "threadTicks" });
        List<double> wall = [], processor = [];
        for (int run = 0; run < Inputs; run++)
        {
            if (name == "Take the filters away" && await page.Locator(".chips li").CountAsync() == 0) await Filter(page);
            double before = await Busy(session);
            await act(page);
            wall.Add(await page.EvaluateAsync<double>(Inside.Heard));
            processor.Add(1000 * (await Busy(session) - before));
            if (name == "Filter by type") await page.Locator(".chips li:last-child button").ClickAsync(new() { Force = true });
            await page.EvaluateAsync<double>(Inside.Heard);
        }
        wall.Sort();
        processor.Sort();
        Say($"  {name}: {wall[Inputs / 2]:0} ms (worst {wall[^1]:0}), {processor[Inputs / 2]:0} ms of the page's processor time (worst {processor[^1]:0})");
        await session.DetachAsync();
    }

    private static async Task Filter(IPage page)
    {
        await page.SelectOptionAsync("#f-type", new SelectOptionValue { Index = 1 });
        await page.EvaluateAsync<double>(Inside.Heard);
    }

    private static async Task<double> Busy(ICDPSession session)
    {
        var metrics = (await session.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics");   // the protocol's own answer
        return metrics.EnumerateArray().First(metric => metric.GetProperty("name").GetString() == "TaskDuration").GetProperty("value").GetDouble();
    }

    private static async Task<byte[]> Warm(HttpClient client, Uri address)
    {
        client.Timeout = TimeSpan.FromMinutes(5);
        byte[] page = [];
        for (int run = 0; run < 4;)
        {
            using HttpResponseMessage answer = await client.GetAsync(address);
            page = await answer.Content.ReadAsByteArrayAsync();
            if (!answer.Headers.Contains("Refresh")) run++;     // else it is still making the record
            else await Task.Delay(TimeSpan.FromSeconds(1));
        }
        return page;
    }

    private static string Load() => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(2)) : "unknown";

    private void Say(string what, List<double> ms)
    {
        ms.Sort();
        Say($"{what}: {ms[ms.Count / 2]:0} ms ({ms[0]:0} to {ms[^1]:0})");
    }

    private void Say(FormattableString line) => Say(line.ToString(CultureInfo.InvariantCulture));

    private void Say(string line)
    {
        Console.WriteLine(line);
        _lines.AppendLine(line);
    }
}
