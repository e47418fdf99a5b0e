using System.Diagnostics;
using System.Globalization;

namespace Sitrep.Tests.EndToEnd;

public sealed class DeskTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_desk_serves_the_record_that_the_command_line_prints_and_closes_when_told()
    {
        Answer printed = await SitrepProcess.RunAsync(["report", Checkout.FirstStory, "--format", "json"]);
        using Process process = SitrepProcess.Start(["desk", Checkout.FirstStory, "--port", "0", "--no-browser"]);
        try
        {
            string line = await process.StandardOutput.ReadLineAsync(Cancel) ?? "";
            var address = new Uri(line.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal)));
            using var client = new HttpClient { BaseAddress = address };
            Assert.Equal(printed.Text, await client.GetStringAsync("/api/record", Cancel));
            Assert.Contains("data-page=\"situation\"", await client.GetStringAsync("/", Cancel));
            if (OperatingSystem.IsWindows()) return;
            using (Process kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync(Cancel);
            await process.WaitForExitAsync(Cancel).WaitAsync(TimeSpan.FromSeconds(30), Cancel);
            Assert.Equal(0, process.ExitCode);
            Assert.Equal("", await process.StandardError.ReadToEndAsync(Cancel));
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public async Task A_server_that_others_can_reach_wants_keys_and_makes_them()
    {
        Answer open = await SitrepProcess.RunAsync(["serve", "--host", "0.0.0.0"]);
        Assert.Equal(2, open.Exit);
        Assert.Contains("there are no keys", open.Error);
        using var folder = new TemporaryFolder();
        Answer made = await SitrepProcess.RunAsync(["serve", "--keys", folder["team.keys"], "--new-key", "ana", "--role", "analyst"]);
        Assert.Equal(0, made.Exit);
        Assert.Matches("^sitrep_[A-Za-z0-9_-]{43}\n$", made.Text);
        string kept = await File.ReadAllTextAsync(folder["team.keys"], Cancel);
        Assert.StartsWith("analyst\tana\t", kept);
        Assert.DoesNotContain(made.Text.Trim(), kept);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_line()
    {
        var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        try
        {
            string port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
            Answer answer = await SitrepProcess.RunAsync(["desk", Checkout.FirstStory, "--port", port, "--no-browser"]);
            Assert.Equal(2, answer.Exit);
            Assert.StartsWith($"sitrep: --port: {port} cannot be listened at", answer.Error);
        }
        finally
        {
            listener.Stop();
        }
    }
}
