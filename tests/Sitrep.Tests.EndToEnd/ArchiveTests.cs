using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Sitrep.Tests.EndToEnd;

public sealed class ArchiveTests
{
    private const int Pages = 120;

    [Fact]
    public async Task A_killed_ingest_of_an_archive_goes_on_where_it_stopped()
    {
        using var folder = new TemporaryFolder();
        string archive = folder["crawl.warc.gz"], store = folder["killed.db"];
        await using (FileStream file = File.Create(archive)) WriteArchive(file);

        using (Process process = SitrepProcess.Start(["ingest", archive, "--store", store]))
        {
            process.StandardInput.Close();
            for (int i = 0; i < 3000 && !process.HasExited && Size(store) < 200_000; i++) await Task.Delay(10, TestContext.Current.CancellationToken);
            process.Kill();   // SIGKILL: nothing can be tidied up
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        (int read, int known, int setAside) = SitrepProcess.Counts(await SitrepProcess.RunAsync(["ingest", archive, "--store", store]));
        Assert.Equal((Pages, 0), (known + read, setAside));
        string resumed = (await SitrepProcess.RunAsync(["report", "--store", store, "--format", "json"])).Text;
        Assert.Equal((await SitrepProcess.RunAsync(["report", archive, "--format", "json"])).Text, resumed);
    }

    [Fact]
    public async Task A_watched_folder_is_read_as_files_come_until_it_is_stopped()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Signals are sent with kill.");
        using var folder = new TemporaryFolder();
        string inbox = Directory.CreateDirectory(folder["inbox"]).FullName, store = folder["s.db"];
        await File.WriteAllTextAsync(Path.Combine(inbox, "1.txt"), Text(1), TestContext.Current.CancellationToken);
        using Process process = SitrepProcess.Start(["ingest", inbox, "--watch", "--store", store]);
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await UntilAsync(async () => await CountAsync(store) == 1, process);
        Directory.CreateDirectory(Path.Combine(inbox, "later"));
        await File.WriteAllTextAsync(Path.Combine(inbox, "later", "2.txt"), Text(2), TestContext.Current.CancellationToken);
        await UntilAsync(async () => await CountAsync(store) == 2, process);
        using (Process kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Equal(("", 0), (await error, process.ExitCode));
        Assert.Contains("2 read, 0 already known, 0 set aside", await output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_is_told_when_it_is_asked_for_and_leaves_the_output_alone()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["1.txt"], Text(1), TestContext.Current.CancellationToken);
        Answer quiet = await SitrepProcess.RunAsync(["report", folder["1.txt"]]), told = await SitrepProcess.RunAsync(["report", folder["1.txt"], "--progress"]);
        Assert.Equal("", quiet.Error);
        Assert.Equal(quiet.Text, told.Text);
        Assert.Contains("1 reports", told.Error, StringComparison.Ordinal);
    }

    private static async Task UntilAsync(Func<Task<bool>> reached, Process process)
    {
        for (int i = 0; i < 60 && !process.HasExited; i++)
        {
            if (await reached()) return;
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }
        Assert.Fail("The watch did not read the file in time.");
    }

    private static async Task<int> CountAsync(string store)
    {
        if (!File.Exists(store)) return 0;
        Answer answer = await SitrepProcess.RunAsync(["report", "--store", store, "--format", "json"]);
        return answer.Exit == 0 ? answer.Json.GetProperty("reports").GetArrayLength() : 0;
    }

    private static long Size(string store) => new[] { store, $"{store}-wal" }.Where(File.Exists).Sum(path => new FileInfo(path).Length);

    private static void WriteArchive(Stream file)
    {
        for (int i = 0; i < Pages; i++)
        {
            byte[] block = Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n{Text(i)}");
            byte[] head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://coast.example/story/{i}\r\nWARC-Date: 2021-05-03T10:00:00Z\r\nContent-Length: {block.Length}\r\n\r\n"));
            using var member = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true);
            member.Write([.. head, .. block, .. "\r\n\r\n"u8]);
        }
    }

    private static string Text(int i)
    {
        string[] towns = ["Kassala", "Gedaref", "Kosti", "Nyala", "Dongola"];
        string day = (1 + i % 28).ToString(CultureInfo.InvariantCulture);
        return $"""
            Floods reach {towns[i % 5]} after rain number {i}

            KHARTOUM, Aug {day} (Reuters) - At least {3 + i} people were killed when floods reached {towns[i % 5]} on Monday, the civil defence said.

            The water destroyed {20 * (i + 1)} houses, a spokesman said. More rain is expected in {towns[(i + 2) % 5]} this week.

            """;
    }
}
