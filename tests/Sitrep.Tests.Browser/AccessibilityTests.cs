namespace Sitrep.Tests.Browser;

/// <summary>No serious finding of axe-core on any page, in light and dark.</summary>
[Collection(DeskTests.Name)]
public sealed class AccessibilityTests(DeskFixture desk)
{
    [Theory]
    [InlineData("/", false)]
    [InlineData("/", true)]
    public async Task No_serious_finding(string path, bool dark)
    {
        await using Visit visit = await desk.OpenAsync("albu-kamal", path, webGl: false, dark: dark);
        Assert.Empty(await Accessibility.SeriousAsync(visit.Page));
    }

    [Theory]
    [InlineData(360, 740)]
    [InlineData(1024, 768)]
    [InlineData(3840, 2160)]
    public async Task Nothing_runs_out_of_the_window(int width, int height)
    {
        await using Visit visit = await desk.OpenAsync("albu-kamal", "/", webGl: false, width: width, height: height);
        Assert.True(await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width);
    }
}
