using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Sitrep.Tests.EndToEnd;

public sealed class IngestTests
{
    private const int JunkFiles = 2000, Reports = 120;

    [Fact]
    public async Task A_store_gives_the_same_record_as_reading_at_once()
    {
        using var folder = new TemporaryFolder();
        string store = folder["s.db"];
        string[] files = [.. Directory.GetFiles(Checkout.FirstStory).Order(StringComparer.Ordinal)];
        Answer first = await SitrepProcess.RunAsync(["ingest", "--store", store, .. files.Skip(2)]);
        Assert.True(first.Exit == 0, first.Error);
        Answer all = await SitrepProcess.RunAsync(["ingest", "--store", store, .. files]);
        Assert.Equal(SitrepProcess.Counts(first).Read, SitrepProcess.Counts(all).Known);
        Assert.Equal(0, SitrepProcess.Counts(await SitrepProcess.RunAsync(["ingest", "--store", store, .. files])).Read);

        string stored = (await SitrepProcess.RunAsync(["report", "--store", store, "--format", "json"])).Text;
        Assert.Equal((await SitrepProcess.RunAsync(["report", "--format", "json", .. files])).Text, stored);
    }

    [Fact]
    public async Task Ingesting_twice_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        string store = folder["s.db"];
        Answer first = await SitrepProcess.RunAsync(["ingest", "--store", store, Checkout.FirstStory]);
        Assert.Equal((0, 0), (first.Exit, SitrepProcess.Counts(first).Known));
        byte[] before = (await SitrepProcess.RunAsync(["report", "--store", store, "--format", "json"])).Output;
        Answer second = await SitrepProcess.RunAsync(["ingest", "--store", store, Checkout.FirstStory]);
        Assert.Equal((0, SitrepProcess.Counts(first).Read, 0), SitrepProcess.Counts(second));
        byte[] after = (await SitrepProcess.RunAsync(["report", "--store", store, "--format", "json"])).Output;
        Assert.Equal(Encoding.UTF8.GetString(before), Encoding.UTF8.GetString(after));
    }

    [Fact]
    public async Task Junk_is_accounted_for_file_by_file()
    {
        using var folder = new TemporaryFolder();
        string junk = Directory.CreateDirectory(folder["junk"]).FullName;
        var random = new Random(20171109);
        for (int i = 0; i < JunkFiles; i++)
        {
            (string kind, byte[] bytes) = Junk(random, i);
            await File.WriteAllBytesAsync(Path.Combine(junk, $"{i:0000}{kind}"), bytes, TestContext.Current.CancellationToken);
        }
        Answer answer = await SitrepProcess.RunAsync(["report", junk, "--format", "json"]);
        Assert.True(answer.Exit == 1, answer.Error[..Math.Min(2000, answer.Error.Length)]);
        IEnumerable<string> read = answer.Json.GetProperty("reports").EnumerateArray().Select(report => report.GetProperty("input").GetString()!.Split('#')[0]);
        IEnumerable<string> aside = answer.Error.Split('\n').Where(line => line.StartsWith("set aside (", StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf(')', StringComparison.Ordinal) + 2)..].Split([':', '#'])[0]);
        Assert.Equal(JunkFiles, read.Concat(aside).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_killed_ingest_loses_no_finished_report_and_completes()
    {
        using var folder = new TemporaryFolder();
        string inputs = Directory.CreateDirectory(folder["in"]).FullName, store = folder["killed.db"];
        for (int i = 0; i < Reports; i++) await File.WriteAllTextAsync(Path.Combine(inputs, $"{i:000}.txt"), MadeUp(i), TestContext.Current.CancellationToken);

        int finished;
        using (Process process = SitrepProcess.Start(["ingest", inputs, "--store", store]))
        {
            process.StandardInput.Close();
            await UntilGrownAsync(store, process);
            process.Kill();   // SIGKILL: nothing can be tidied up
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            finished = File.Exists(store) ? await CountAsync(store) : 0;
        }
        (int read, int known, int setAside) = SitrepProcess.Counts(await SitrepProcess.RunAsync(["ingest", inputs, "--store", store]));
        Assert.Equal((finished, Reports, 0), (known, known + read, setAside));
        string resumed = (await SitrepProcess.RunAsync(["report", "--store", store, "--format", "json"])).Text;
        Assert.Equal((await SitrepProcess.RunAsync(["report", inputs, "--format", "json"])).Text, resumed);
    }

    private static async Task UntilGrownAsync(string store, Process process)
    {
        // Long enough for a few commits, short enough to come before the last one; both ends are checked by the counts afterwards.
        long grown = 0;
        for (int i = 0; i < 3000 && !process.HasExited && grown < 200_000; i++)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
            grown = new[] { store, $"{store}-wal" }.Where(File.Exists).Sum(path => new FileInfo(path).Length);
        }
    }

    private static async Task<int> CountAsync(string store)
    {
        Answer answer = await SitrepProcess.RunAsync(["report", "--store", store, "--format", "json"]);
        return answer.Exit == 0 ? answer.Json.GetProperty("reports").GetArrayLength() : 0;
    }

    private static string MadeUp(int i)
    {
        string day = (1 + i % 28).ToString(CultureInfo.InvariantCulture);
        string[] towns = ["Kassala", "Gedaref", "Kosti", "Nyala", "Dongola"];
        return $"""
            Floods reach {towns[i % 5]} after rain number {i}

            KHARTOUM, Aug {day} (Reuters) - At least {3 + i} people were killed when floods reached {towns[i % 5]} on {(DayOfWeek)(i % 7)}, the civil defence said.

            The water destroyed {20 * (i + 1)} houses, a spokesman said. More rain is expected in {towns[(i + 2) % 5]} this week.

            """;
    }

    private static (string Kind, byte[] Bytes) Junk(Random random, int i)
    {
        byte[] noise = new byte[random.Next(1, 4000)];
        random.NextBytes(noise);
        string words = Encoding.Latin1.GetString(noise);
        return (i % 8) switch
        {
            0 => (".txt", noise),
            1 => (".txt", []),
            2 => (".json", Encoding.UTF8.GetBytes($"{{\"headline\": \"{i}\", \"articleBody\": ")),
            3 => (".html", Encoding.UTF8.GetBytes($"<html><body><div><p>{words}<table><tr><td><!-- {i}")),
            4 => (".txt", Encoding.UTF8.GetBytes(new string(' ', random.Next(1, 500)) + "\r\n\t")),
            5 => (".json", Encoding.UTF8.GetBytes($"[{i}, null, {{}}, []]")),
            6 => (".txt", Encoding.UTF8.GetBytes(string.Concat(words.Select(c => (char)(c * 131 % 0xD7FF + 1))))),
            _ => (i % 16 == 7 ? ".pdf" : ".html", Encoding.UTF8.GetBytes(new string('<', random.Next(1, 3000)))),
        };
    }
}
