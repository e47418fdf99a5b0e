using System.Text.RegularExpressions;
using Sitrep.Web.Serving;

namespace Sitrep.Tests.Web;

/// <summary>A report that wants to run something, close what it stands in, or turn the writing direction stays text on every page.</summary>
public sealed class HostileTests : IAsyncLifetime
{
    private const string Report = """
        <html><head><title>Rebels &lt;script&gt;alert(1)&lt;/script&gt; seize "Bria" '&gt;&lt;img src=x onerror=alert(2)&gt;</title>
        <meta property="og:site_name" content="&lt;/script&gt;&lt;b onmouseover=alert(3)&gt;Desk Times">
        <link rel="canonical" href="javascript:alert(4)"></head>
        <body><article><h1>Rebels &lt;script&gt;alert(1)&lt;/script&gt; seize "Bria"</h1>
        <p>BANGUI, March 3, 2021 (Reuters) - Rebel fighters captured the town of Bria in the Central African Republic on Wednesday, Captain Jean &lt;/script&gt;&lt;svg onload=alert(5)&gt; Doe said.</p>
        <p>At least 12 civilians were killed in the attack on Bria, said Jean Doe. The army denied that the rebels had captured Bria. It said ‮dlot‬ nobody had left.</p>
        <script>alert(6)</script></article></body></html>
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("sitrep-hostile").FullName;
    private readonly HttpClient _client = new();
    private Desk? _desk;

    public async ValueTask InitializeAsync()
    {
        string inputs = Directory.CreateDirectory(Path.Combine(_folder, "in")).FullName;
        await File.WriteAllTextAsync(Path.Combine(inputs, "a\"><script>alert(7)<.html".Replace('<', '_').Replace('>', '_')), Report);
        _desk = await Desk.OpenAsync(new DeskOptions(Path.Combine(_folder, "desk.db")) { Inputs = [inputs] }, () => DeskFixture.Pipeline.Value, TimeProvider.System, CancellationToken.None);
        _client.BaseAddress = _desk.Address;
        (await _client.GetAsync("/api/record")).EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_desk is not null) await _desk.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Markup_of_a_report_stays_text_on_every_page()
    {
        var open = new Queue<string>(["/"]);
        HashSet<string> met = ["/"];
        bool shown = false;
        while (open.TryDequeue(out string? path))
        {
            string page = await _client.GetStringAsync(path, TestContext.Current.CancellationToken);
            Assert.DoesNotMatch("<(script>|img|svg onload|b onmouseover)", page);
            Assert.DoesNotContain("javascript:", page);
            Assert.DoesNotMatch("[\u202A-\u202E]", Regex.Replace(page, "<article id=\"report-text\".*?</article>", "", RegexOptions.Singleline));
            // Data for scripts ends where we end it.
            foreach (Match data in Regex.Matches(page, "<script type=\"application/json\"[^>]*>(.*?)</script>", RegexOptions.Singleline))
            {
                System.Text.Json.JsonDocument.Parse(data.Groups[1].Value);
            }
            shown |= page.Contains("&lt;script&gt;alert(1)", StringComparison.Ordinal);
            foreach (Match link in Regex.Matches(page, "href=\"(/(?!api|assets|report[\"?])[^\"#]*)"))
            {
                string address = System.Net.WebUtility.HtmlDecode(link.Groups[1].Value);
                if (met.Add(address)) open.Enqueue(address);
            }
        }
        Assert.True(shown, "The hostile title is shown nowhere, so the test saw nothing.");
        Assert.True(met.Count > 10);
    }
}
