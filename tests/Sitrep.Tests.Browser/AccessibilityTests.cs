namespace Sitrep.Tests.Browser;

/// <summary>The first page in use: findings of axe-core, and that nothing runs out of the window. The other pages: <see cref="PageTests"/>.</summary>
[Collection(DeskTests.Name)]
public sealed class AccessibilityTests(DeskFixture desk)
{
    [Fact]
    public async Task No_serious_finding_with_an_event_chosen_and_the_help_open()
    {
        await using Visit visit = await desk.OpenAsync("albu-kamal", "/", webGl: false);
        await visit.PressAsync("j", "]", "?");
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
