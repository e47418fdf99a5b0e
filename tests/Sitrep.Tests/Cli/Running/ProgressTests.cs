using Sitrep.Cli.Running;

namespace Sitrep.Tests.Cli.Running;

public sealed class ProgressTests
{
    [Theory]
    [InlineData(0, 0, 1, 0, 0, 0, "0 reports")]
    [InlineData(35, 12, 60, 0, 0, 10, "35 reports, 3.5 a second, 12 of 60 inputs, about 40 s left")]
    [InlineData(240, 0, 1, 3_000_000, 30_000_000, 60, "240 reports, 4 a second, 3.0 of 30.0 MB, about 9 min left")]
    [InlineData(240, 1, 1, 30_000_000, 30_000_000, 60, "240 reports, 4 a second, 30.0 of 30.0 MB")]
    public void Line_says_how_far_how_fast_and_how_long(int reports, int inputs, int inputsTotal, long bytes, long bytesTotal, int seconds, string expected) =>
        Assert.Equal(expected, Progress.Line(reports, inputs, inputsTotal, bytes, bytesTotal, TimeSpan.FromSeconds(seconds)));
}
