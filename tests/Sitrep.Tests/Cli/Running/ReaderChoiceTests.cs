using Sitrep.Cli;
using Sitrep.Cli.Running;

namespace Sitrep.Tests.Cli.Running;

public sealed class ReaderChoiceTests
{
    [Fact]
    public void Nothing_asked_is_nobody() => Assert.Null(ReaderChoice.Of(null, null));

    [Fact]
    public void Address_and_model_name_a_reader() =>
        Assert.Equal(new ReaderChoice(new Uri("http://localhost:8080/v1"), "some-model"), ReaderChoice.Of("http://localhost:8080/v1", " some-model "));

    [Theory]
    [InlineData("http://localhost:8080/v1", null, "--reader-model NAME is missing")]
    [InlineData("http://localhost:8080/v1", " ", "--reader-model NAME is missing")]
    [InlineData(null, "m", "give its address too")]
    [InlineData("localhost:8080", "m", "expected the base address")]
    [InlineData("file:///etc/passwd", "m", "expected the base address")]
    [InlineData("https://user:sk-very-secret@example.org/v1", "m", "A key goes into SITREP_READER_KEY")]
    [InlineData("https://example.org/v1?key=sk-very-secret", "m", "A key goes into SITREP_READER_KEY")]
    [InlineData("https://example.org/v1", "a\nb", "expected a name")]
    public void What_names_no_reader_is_told_without_what_may_be_a_key(string? address, string? model, string expected)
    {
        Failure told = Assert.Throws<Failure>(() => ReaderChoice.Of(address, model));
        Assert.Contains(expected, told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-very-secret", told.Message, StringComparison.Ordinal);
    }
}
