using Sitrep.Store;

namespace Sitrep.Tests.Store;

public sealed class KeyFilterTests
{
    [Fact]
    public void It_never_denies_a_key_that_it_holds_and_seldom_grants_another()
    {
        const int Keys = 200_000;
        var random = new Random(11);
        var filter = new KeyFilter(Keys);
        long[] held = [.. Enumerable.Range(0, Keys).Select(_ => random.NextInt64(1L << 47))];
        foreach (long key in held) filter.Add(key);
        Assert.All(held, key => Assert.True(filter.MayHold(key)));
        Assert.False(filter.IsFull);
        Assert.InRange(Enumerable.Range(0, Keys).Count(_ => filter.MayHold(random.NextInt64(1L << 47))), 0, Keys / 8);
    }

    [Fact]
    public void It_is_full_when_it_has_less_than_a_byte_a_key()
    {
        var filter = new KeyFilter(0);
        for (long key = 0; !filter.IsFull; key++) filter.Add(key);
        for (long key = 0; key < (1 << 20) / 8; key++) Assert.True(filter.MayHold(key));
    }
}
