using System.Net;

namespace Sitrep.Tests.Web;

/// <summary>Whatever stands in an address, the answer is a page or a reason, never a fault.</summary>
[Collection(nameof(DeskFixture))]
public sealed class AnyAddressTests(DeskFixture desk)
{
    private static readonly string[] Paths =
    [
        "/", "/places", "/places/x", "/figures", "/figures/x", "/actors", "/actors/x", "/sources", "/sources/x", "/sources/diff", "/reports", "/reports/x", "/search", "/review", "/changes", "/upload", "/events/x", "/report", "/sign-in", "/assets/x",
        "/api/v1/events", "/api/v1/claims", "/api/v1/figures", "/api/v1/diff", "/api/v1/search", "/api/v1/situation", "/api/v1/exports/atom", "/api/v1/record",
    ];

    private static readonly string[] Names = ["as_of", "on", "since", "from", "type", "actor", "place", "status", "source", "side", "sel", "page", "limit", "cursor", "bbox", "datetime", "q", "kind", "claim", "layer", "of", "with", "next", "fragment"];

    private static readonly string[] Values =
    [
        "", "x", "0", "-1", "99999999999999999999", "2017-11-09", "9999-12-31", "0001-01-01", "2017-11-09/..", "1,2,3,4", "NaN,NaN,NaN,NaN", "%00", "%FF%FE", "\"", "<script>", "../..", "' OR 1=1 --", "NEAR(", "*", "\u202Eabc", "e0,e1,e2",
        "AAAA", "\ud83d\ude00",
    ];

    [Fact]
    public async Task No_address_is_a_fault()
    {
        var random = new Random(20171109);   // the same addresses in every run
        int good = 0;
        for (int i = 0; i < 400; i++)
        {
            string query = string.Join('&', Enumerable.Range(0, random.Next(1, 4)).Select(_ => $"{Pick(Names)}={Escaped(Pick(Values))}"));
            string address = $"{Pick(Paths)}?{query}";
            using HttpResponseMessage answer = await desk.Client.GetAsync(address, TestContext.Current.CancellationToken);
            string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.Gone, $"{address}: {(int)answer.StatusCode}\n{text[..Math.Min(400, text.Length)]}");
            Assert.DoesNotContain("<script>", text.Replace("<script>(function", "", StringComparison.Ordinal));   // the printable report's own
            if (answer.StatusCode == HttpStatusCode.OK) good++;
        }
        Assert.True(good > 40, $"Only {good} addresses were answered; the test asks for nothing.");

        string Pick(string[] from) => from[random.Next(from.Length)];
    }

    private static string Escaped(string value) => value.StartsWith('%') ? value : Uri.EscapeDataString(value);
}
