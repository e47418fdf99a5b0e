using System.Net;
using System.Text.RegularExpressions;
using Sitrep.Web.Safety;
using Sitrep.Web.Serving;

namespace Sitrep.Tests.Web;

/// <summary>A desk of its own for one test: empty, on a free port.</summary>
internal sealed class OpenDesk : IAsyncDisposable
{
    private readonly Desk _desk;
    private readonly CookieContainer _cookies = new();

    private OpenDesk(Desk desk, string folder, string? keyFile)
    {
        (_desk, Folder, KeyPath) = (desk, folder, keyFile);
        Client = new HttpClient(new PatientHandler(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = _cookies })) { BaseAddress = desk.Address, Timeout = TimeSpan.FromMinutes(10) };
    }

    public HttpClient Client { get; }

    public string Folder { get; }

    public string? KeyPath { get; }

    /// <summary>Keys by name, where there are any.</summary>
    public Dictionary<string, string> Keys { get; } = new(StringComparer.Ordinal);

    public static async Task<OpenDesk> OpenAsync(bool keys = false, string[]? inputs = null, string[]? watched = null)
    {
        string folder = Directory.CreateTempSubdirectory("sitrep-desk-test").FullName, keyPath = Path.Combine(folder, "team.keys");
        Dictionary<string, string> made = new(StringComparer.Ordinal);
        if (keys)
        {
            made["rosa"] = KeyFile.Add(keyPath, "rosa", Role.Reader);
            made["ana"] = KeyFile.Add(keyPath, "ana", Role.Analyst);
        }
        var options = new DeskOptions(Path.Combine(folder, "desk.db")) { Inputs = inputs ?? [], Watched = watched ?? [], Keys = keys ? KeyFile.Load(keyPath) : null, Author = "local" };
        var open = new OpenDesk(await Desk.OpenAsync(options, () => DeskFixture.Pipeline.Value, TimeProvider.System, CancellationToken.None), folder, keys ? keyPath : null);
        foreach ((string name, string key) in made) open.Keys[name] = key;
        return open;
    }

    /// <summary>The hidden word of the form on a page, whose cookie is kept.</summary>
    public async Task<string> TokenAsync(string path)
    {
        string page = await Client.GetStringAsync(path);
        return WebUtility.HtmlDecode(Regex.Match(page, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value);
    }

    public async Task<HttpResponseMessage> SignInAsync(string key)
    {
        var form = new Dictionary<string, string> { ["__RequestVerificationToken"] = await TokenAsync("/sign-in"), ["key"] = key, ["next"] = "/upload" };
        return await Client.PostAsync("/sign-in", new FormUrlEncodedContent(form));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _desk.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
