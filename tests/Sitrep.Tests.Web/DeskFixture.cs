using System.Net;
using System.Text.Json;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Data;
using Sitrep.Web.Serving;

namespace Sitrep.Tests.Web;

/// <summary>A desk on a sample story, listening on a free port of this machine, asked as a browser asks it.</summary>
public sealed class DeskFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sitrep-desk-tests").FullName;
    private readonly HttpClient _client = new(new PatientHandler(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })) { Timeout = TimeSpan.FromMinutes(10) };
    private Desk? _desk;

    /// <summary>Word lists and models, loaded once for all tests.</summary>
    public static Lazy<SitrepPipeline> Pipeline { get; } = new(() => SitrepPipeline.Load(DataFolder.Find(), Path.Combine(AppContext.BaseDirectory, "models")));

    public Uri Address => _desk!.Address;   // set before any test runs

    public HttpClient Client => _client;

    public async ValueTask InitializeAsync()
    {
        var options = new DeskOptions(Path.Combine(_folder, "desk.db")) { Inputs = [Path.Combine(Repository.Root, "samples", "albu-kamal")] };
        _desk = await Desk.OpenAsync(options, () => Pipeline.Value, TimeProvider.System, CancellationToken.None);
        _client.BaseAddress = _desk.Address;
        (await _client.GetAsync("/api/v1/record")).EnsureSuccessStatusCode();   // answers once everything is read
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_desk is not null) await _desk.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <returns>The page's text; the test fails when it is not answered with the status.</returns>
    public async Task<string> PageAsync(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using HttpResponseMessage answer = await _client.GetAsync(path, TestContext.Current.CancellationToken);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == status, $"{path}: {(int)answer.StatusCode}, expected {(int)status}\n{text[..Math.Min(600, text.Length)]}");
        return text;
    }

    public async Task<JsonElement> JsonAsync(string path, HttpStatusCode status = HttpStatusCode.OK) => JsonDocument.Parse(await PageAsync(path, status)).RootElement;
}

[CollectionDefinition(nameof(DeskFixture))]
public sealed class DeskCollection : ICollectionFixture<DeskFixture>;
