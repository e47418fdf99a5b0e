using System.Net;
using System.Text.RegularExpressions;

namespace Sitrep.Tests.Web;

[Collection(nameof(DeskFixture))]
public sealed class PageTests(DeskFixture desk)
{
    /// <summary>Pages looked at while following links from the first one.</summary>
    private const int PagesMax = 250;

    [Fact]
    public async Task Every_link_of_every_page_leads_to_a_page()
    {
        var open = new Queue<string>(["/"]);
        HashSet<string> met = ["/"];
        HashSet<string> kinds = [];
        int seen = 0;
        while (open.TryDequeue(out string? path) && seen < PagesMax)
        {
            string page = await desk.PageAsync(path);
            seen++;
            Assert.Equal(1, Regex.Count(page, "<h1[ >]"));
            Assert.Matches("<title>[^<]+ · Sitrep</title>", page);
            Assert.DoesNotMatch("<script(?! type=\"(module|application/json)\")", page);
            Assert.DoesNotMatch(" (style|on[a-z]+)=\"", page);
            Assert.DoesNotMatch("<q><bdi>(&quot;|[“\"])[^<]*</bdi></q>", page);      // double marks of ours around double marks of theirs
            kinds.Add(Regex.Match(page, "data-page=\"([a-z]+)\"").Groups[1].Value);
            foreach (Match link in Regex.Matches(page, "href=\"(/[^\"]*)\""))
            {
                string address = WebUtility.HtmlDecode(link.Groups[1].Value);
                address = address.Split('#')[0];
                if (address.StartsWith("/api", StringComparison.Ordinal) || address.StartsWith("/assets", StringComparison.Ordinal) || address.Contains("on=", StringComparison.Ordinal) || address == "/report") continue;   // a document of its own, see below
                if (met.Add(address)) open.Enqueue(address);
            }
        }
        Assert.Superset(new HashSet<string>(["situation", "event", "places", "place", "figures", "figure", "actors", "actor", "sources", "source", "diff", "reports", "report", "search", "review", "upload", "changes"]), kinds);
    }

    [Fact]
    public async Task Ids_of_a_page_are_its_own()
    {
        foreach (string path in await FirstOfEachKindAsync())
        {
            string page = await desk.PageAsync(path);
            string[] ids = [.. Regex.Matches(page, " id=\"([^\"]+)\"").Select(match => match.Groups[1].Value)];
            Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        }
    }

    [Fact]
    public async Task Nothing_but_our_own_files_may_run_or_load()
    {
        using HttpResponseMessage answer = await desk.Client.GetAsync("/", TestContext.Current.CancellationToken);
        string policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("script-src 'self'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task The_printable_report_carries_a_policy_of_its_own()
    {
        using HttpResponseMessage answer = await desk.Client.GetAsync("/report?as_of=2017-11-10", TestContext.Current.CancellationToken);
        Assert.Equal("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
        string page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("default-src &#39;none&#39;", page.Replace("'", "&#39;", StringComparison.Ordinal));
        Assert.Contains("10 November 2017", page);
    }

    [Fact]
    public async Task Who_disputes_the_taking_is_two_steps_from_the_first_page()
    {
        string first = await desk.PageAsync("/");
        string path = await TakenAsync(first);
        string page = await desk.PageAsync(path);
        Assert.Contains("data-question=\"happened\" class=\"disagree\"", page);
        Match cell = Regex.Match(page, "<span class=\"stance\">denies</span> <span class=\"who\"><bdi>([^<]+)</bdi></span>: <a class=\"cell\" href=\"([^\"]+)\"");
        Assert.Equal("Syrian Observatory for Human Rights", WebUtility.HtmlDecode(cell.Groups[1].Value));
        string[] address = WebUtility.HtmlDecode(cell.Groups[2].Value).Split('#');
        Assert.Contains($"id=\"{address[1]}\" class=\"claim st-denies hit\"", await desk.PageAsync(address[0]));
    }

    [Fact]
    public async Task Who_held_the_town_on_a_day_stands_on_its_page()
    {
        string place = Regex.Match(await desk.PageAsync("/places"), "href=\"(/places/p[0-9a-f]+)\"><bdi>Albu Kamal<").Groups[1].Value;
        string page = await desk.PageAsync($"{place}?on=2017-11-10");
        Match day = Regex.Match(page, "class=\"on\" aria-current=\"date\">.*?</strong>: ([a-z ]+)");
        Assert.StartsWith("contested", day.Groups[1].Value);
        Assert.Contains("<svg class=\"strip\"", page);
    }

    [Fact]
    public async Task Countries_stand_by_their_names()
    {
        string places = await desk.PageAsync("/places"), place = Regex.Match(places, "href=\"(/places/p[0-9a-f]+)\"><bdi>Albu Kamal<").Groups[1].Value;
        Assert.Matches("Albu Kamal</bdi></a></th><td><bdi>[^<]*Syria</bdi>", places);
        Assert.Matches("<p class=\"meta\">town, [^<;]*Syria;", await desk.PageAsync(place));
        Assert.Matches("Albu Kamal</bdi></a> <span class=\"meta\">[^<]*Syria; <span class=\"n\">[0-9]+ events</span>", await desk.PageAsync("/"));
        foreach (Match link in Regex.Matches(await desk.PageAsync("/actors"), "href=\"(/actors/a[0-9a-f]+)\"").Take(12))
        {
            Assert.DoesNotMatch("<dt>(Kind|Side)</dt><dd>([^<]*, )?[A-Z]{2}</dd>", await desk.PageAsync(link.Groups[1].Value));
        }
    }

    [Fact]
    public async Task A_source_says_how_often_it_brings_whose_word()
    {
        string source = Regex.Match(await desk.PageAsync("/sources"), "href=\"(/sources/d[0-9a-f]+)\"").Groups[1].Value;
        Assert.Matches("</abbr> <span class=\"meta\">[0-9]+ claims?</span></li>", await desk.PageAsync(source));
    }

    [Fact]
    public async Task What_changed_since_an_evening_is_one_step_from_the_first_page()
    {
        string first = await desk.PageAsync("/?since=2017-11-11");
        string path = WebUtility.HtmlDecode(Regex.Match(first, "href=\"(/changes[^\"]*)\"").Groups[1].Value);
        Assert.Equal("/changes?from=2017-11-10&since=2017-11-11", path);
        string page = await desk.PageAsync(path);
        Assert.Contains("What changed since the evening of 10 November 2017", page);
        Assert.Matches("data-thing=\"(control|event)\"><span class=\"badge b-(reversed|revised|new)", page);
        Assert.Contains("expected", await desk.PageAsync("/changes?from=2031-01-01", HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task Why_something_stands_as_it_does_is_said()
    {
        string taken = await desk.PageAsync(await TakenAsync(await desk.PageAsync("/")));
        Assert.Matches("<dt>Status</dt><dd><span class=\"rule-note\" data-rule=\"[a-z-]+\">", taken);
        Assert.Contains("<dt>Credibility</dt>", taken);
        Assert.Contains("id=\"witnesses-heading\"", taken);
        string sources = await desk.PageAsync("/sources");
        Assert.Contains("id=\"claimants\"", sources);
        Assert.Matches("<td>[A-F] \\(", sources);
        string place = Regex.Match(await desk.PageAsync("/places"), "href=\"(/places/p[0-9a-f]+)\"><bdi>Albu Kamal<").Groups[1].Value;
        Assert.Contains("How it changed hands", await desk.PageAsync(place));
    }

    [Fact]
    public async Task An_earlier_day_knows_less()
    {
        int all = Count(await desk.PageAsync("/")), then = Count(await desk.PageAsync("/?as_of=2017-11-09"));
        Assert.True(then > 0 && then < all, $"{then} of {all}");
        Assert.Contains("/?as_of=2017-11-09", await desk.PageAsync("/?as_of=2017-11-09"));
        Assert.Contains("Nothing is read yet", await desk.PageAsync("/?as_of=2001-01-01"));
    }

    [Fact]
    public async Task Filters_narrow_the_list_and_stand_in_the_address()
    {
        string page = await desk.PageAsync("/?type=capture&status=single-source");
        string[] wanted = [.. (await desk.JsonAsync("/api/v1/events?type=capture&status=single-source")).GetProperty("items").EnumerateArray().Select(happening => happening.GetProperty("id").GetString()!)];
        Assert.Equal(wanted.Order(StringComparer.Ordinal), Regex.Matches(page, "<li id=\"ev-(e[0-9a-f]+)\"").Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));
        Assert.Matches("<option value=\"capture\" selected>", page);
        Assert.True(Count(page) < Count(await desk.PageAsync("/")));
    }

    [Theory]
    [InlineData("/?as_of=yesterday")]
    [InlineData("/?on=2017-13-01")]
    [InlineData("/?page=0")]
    public async Task A_bad_address_says_what_was_expected(string path) => Assert.Contains("expected", await desk.PageAsync(path, HttpStatusCode.BadRequest));

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/events/e0000000000")]
    [InlineData("/reports/r0000000000")]
    [InlineData("/assets/../Sitrep.Web.dll")]
    public Task What_is_not_there_is_not_found(string path) => desk.PageAsync(path, HttpStatusCode.NotFound);

    [Fact]
    public async Task Files_are_kept_by_browsers_until_they_change()
    {
        string link = Regex.Match(await desk.PageAsync("/"), "href=\"(/assets/desk.css[^\"]*)\"").Groups[1].Value;
        using HttpResponseMessage first = await desk.Client.GetAsync(link, TestContext.Current.CancellationToken);
        Assert.Contains("immutable", first.Headers.CacheControl!.ToString());
        using var again = new HttpRequestMessage(HttpMethod.Get, "/assets/desk.css");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using HttpResponseMessage second = await desk.Client.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    private static int Count(string page) => int.Parse(Regex.Match(page, "<title>\\(([0-9]+)\\)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    private static Task<string> TakenAsync(string first) =>
        Task.FromResult(Regex.Match(first, "href=\"(/events/e[0-9a-f]+)\"><bdi>Syrian forces[^<]* took Albu Kamal from").Groups[1].Value);

    private async Task<string[]> FirstOfEachKindAsync()
    {
        var paths = new List<string> { "/" };
        foreach (string list in (string[])["places", "figures", "actors", "sources", "reports"])
        {
            string page = await desk.PageAsync($"/{list}");
            paths.Add($"/{list}");
            paths.Add(Regex.Match(page, $"href=\"(/{list}/[a-z][0-9a-f]+)\"").Groups[1].Value);
        }
        paths.Add(await TakenAsync(await desk.PageAsync("/")));
        return [.. paths];
    }
}
