using Sitrep.Pipeline.Dedupe;

namespace Sitrep.Tests.Pipeline.Dedupe;

public sealed class StableHashTests
{
    // Published FNV-1a 64-bit vectors.
    [Theory]
    [InlineData("", 0xCBF29CE484222325)]
    [InlineData("a", 0xAF63DC4C8601EC8C)]
    [InlineData("foobar", 0x85944171F73967E8)]
    public void Ascii_words_have_the_published_values(string word, ulong expected) =>
        Assert.Equal(expected, word.Aggregate(StableHash.Empty, StableHash.Add));

    // First output of SplitMix64 from state 0.
    [Fact]
    public void The_finaliser_has_the_published_value() => Assert.Equal(0xE220A8397B1DCDAF, StableHash.Mix(0x9E3779B97F4A7C15));

    [Fact]
    public void The_order_of_a_run_counts() => Assert.NotEqual(StableHash.OfRun([1, 2]), StableHash.OfRun([2, 1]));

    // Ours: stored sketches would break if it changed.
    [Fact]
    public void A_run_keeps_its_value() => Assert.Equal(StableHash.OfRun([1, 2, 3]), StableHash.Mix(unchecked(StableHash.Mix(unchecked(StableHash.Mix(unchecked(StableHash.Empty + 1)) + 2)) + 3)));
}
