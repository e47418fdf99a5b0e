using Microsoft.Playwright;

namespace Sitrep.Tests.Browser;

/// <summary>The description of the API, held against OpenAPI 3.1 by a validator that is not ours; it needs a browser to run in, and no network.</summary>
[Collection(DeskTests.Name)]
public sealed class ApiDocumentTests(DeskFixture desk)
{
    [Fact]
    public async Task The_document_is_valid_OpenAPI()
    {
        await using Visit visit = await desk.OpenAsync("albu-kamal", "/reports", webGl: false);
        IAPIResponse answer = await visit.Page.Context.APIRequest.GetAsync("/api/v1/openapi.json");
        string document = await answer.TextAsync();
        IPage page = await visit.Page.Context.NewPageAsync();      // empty: the desk's own pages let nothing be compiled
        await page.EvaluateAsync(await ValidatorAsync());
        Assert.Empty(await FaultsAsync(page, document));
        Assert.NotEmpty(await FaultsAsync(page, document.Replace("\"operationId\":\"getRecord\"", "\"operationId\":1", StringComparison.Ordinal)));
        Assert.NotEmpty(await FaultsAsync(page, document.Replace("#/components/schemas/problemDocument", "#/components/schemas/nothing", StringComparison.Ordinal)));
    }

    private static Task<string[]> FaultsAsync(IPage page, string document) => page.EvaluateAsync<string[]>("text => checkOpenApi(JSON.parse(text))", document);

    private static async Task<string> ValidatorAsync()
    {
        await using Stream stream = typeof(ApiDocumentTests).Assembly.GetManifestResourceStream("openapi-validator.min.js") ?? throw new InvalidOperationException("openapi-validator.min.js is not built in.");
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
