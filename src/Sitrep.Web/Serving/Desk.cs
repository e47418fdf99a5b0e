using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Sitrep.Pipeline;
using Sitrep.Web.Api;
using Sitrep.Web.Pages;
using Sitrep.Web.Pages.Review;
using Sitrep.Web.Pages.Upload;
using Sitrep.Web.Running;
using Sitrep.Web.Safety;
using Sitrep.Web.Records;

namespace Sitrep.Web.Serving;

/// <summary>A desk that is open: pages and an API on one store, and what is read into it meanwhile.</summary>
public sealed class Desk : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly RecordBook _book;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _work = [];

    private Desk(WebApplication app, RecordBook book) => (_app, _book) = (app, book);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Listens at once; word lists and models are loaded, and inputs are read, while the first page is looked at.</summary>
    /// <param name="load">Loads word lists and models; called once, on another thread.</param>
    /// <exception cref="IOException">The port is taken, or may not be used.</exception>
    public static async Task<Desk> OpenAsync(DeskOptions options, Func<SitrepPipeline> load, TimeProvider clock, CancellationToken cancel)
    {
        if (options.Keys is null && options.Host is { } shared && !IPAddress.IsLoopback(shared)) throw new ArgumentException("A desk that others can reach needs keys.", nameof(options));
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "sitrep" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = DeskLimits.RequestBytes;
            if (options.Host is null) server.Listen(IPAddress.Loopback, options.Port);
            else server.Listen(options.Host, options.Port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddResponseCompression(compression => compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/geo+json", "application/atom+xml", "application/feed+json", "text/javascript"]);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();   // sessions and forms end with the desk; no secret is kept
        builder.Services.AddAntiforgery(forms => forms.Cookie = new CookieBuilder { Name = "sitrep-form", HttpOnly = true, SameSite = SameSiteMode.Strict, SecurePolicy = CookieSecurePolicy.SameAsRequest, IsEssential = true });
        builder.Services.Configure<FormOptions>(form => (form.MultipartBodyLengthLimit, form.ValueCountLimit) = (DeskLimits.RequestBytes, UploadLimits.Files));
        WebApplication app = builder.Build();

        Task<SitrepPipeline> pipeline = Task.Run(() =>
        {
            SitrepPipeline loaded = load();
            loaded.Remembers = true;
            return loaded;
        }, cancel);
        var book = new RecordBook(options.StorePath, pipeline, clock);
        var feed = new LiveFeed();
        var reading = new ReadingDesk(options.StorePath, pipeline, book, feed, options.Follow, mayBePrivate: options.Keys is null, options.Tell, clock);
        var audit = new AuditLog(options.StorePath, clock);
        var gate = new Gate(options.Keys, options.Author, app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("sitrep desk sessions").ToTimeLimitedDataProtector(), audit);
        var forms = new Forms(app.Services.GetRequiredService<IAntiforgery>());
        var ruler = new Ruler(options.StorePath, book, clock);
        var writer = new PageWriter(gate, forms);
        var desk = new Desk(app, book);

        app.Use(Policy.ApplyAsync);
        app.Use(new Faults(options.Tell).GuardAsync);
        app.UseResponseCompression();
        app.UseRateLimiter(RateLimits.Options());
        if (options.Keys is null) app.Use(HostNames.GuardAsync);
        app.Use(gate.GuardAsync);
        app.UseWhen(IsApi, api => api.Use(ApiWriter.GuardAsync));
        app.UseWhen(http => !IsApi(http), pages => pages.Use(writer.GuardAsync));
        app.UseRouting();
        app.MapGet("/assets/{**path}", Assets.AnswerAsync);
        new PageRoutes(book, reading.Status, writer, forms).Map(app);
        new FormRoutes(writer, forms, gate, reading, book, ruler, audit, mayBePrivate: options.Keys is null).Map(app);
        new ApiOperations(book, reading, ruler, audit, mayBePrivate: options.Keys is null).Map(app);
        LiveRoutes.Map(app, feed, reading.Status, clock, desk._stop.Token);

        reading.Opens();
        try
        {
            await app.StartAsync(cancel);
        }
        catch
        {
            await desk.DisposeAsync();
            throw;
        }
        desk.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());   // Kestrel always has them once it is started
        desk._work.Add(Task.Run(() => reading.RunAsync(options.Inputs, desk._stop.Token), CancellationToken.None));
        if (options.Watched.Count > 0) desk._work.Add(Task.Run(() => reading.WatchAsync(options.Watched, desk._stop.Token), CancellationToken.None));
        return desk;
    }

    private static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    /// <summary>Waits until it is told to stop, or until reading fails; what is being read is finished first.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        Task stopped = Task.Delay(Timeout.Infinite, cancel);
        Task first = await Task.WhenAny([stopped, .. _work]);
        if (first != stopped) await first;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _app.StopAsync(CancellationToken.None);
        try
        {
            await Task.WhenAll(_work);
        }
        catch (OperationCanceledException)
        {
            // That is how reading ends.
        }
        await _app.DisposeAsync();
        _book.Dispose();
        _stop.Dispose();
    }
}
