using Sitrep.Language.Network;

namespace Sitrep.Tests.Language.Network;

public sealed class GemmTests
{
    [Theory]
    [InlineData(1, 1, 16)]
    [InlineData(3, 7, 16)]
    [InlineData(8, 16, 32)]
    [InlineData(13, 29, 48)]
    [InlineData(37, 64, 96)]
    public void A_product_is_that_of_the_textbook(int rows, int inner, int columns)
    {
        (float[] a, float[] b) = (Noise(rows * inner, 1), Noise(inner * columns, 2));
        float[] found = new float[rows * columns];
        Gemm.Multiply(a, inner, b, found, columns, rows, inner, columns);
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                double expected = 0;
                for (int k = 0; k < inner; k++) expected += (double)a[(i * inner) + k] * b[(k * columns) + j];
                Assert.Equal(expected, found[(i * columns) + j], 1e-4);
            }
        }
    }

    [Fact]
    public void A_row_has_the_same_bits_alone_and_in_a_block()
    {
        const int rows = 23, inner = 50, columns = 80;
        (float[] a, float[] b) = (Noise(rows * inner, 3), Noise(inner * columns, 4));
        float[] together = new float[rows * columns], alone = new float[columns];
        Gemm.Multiply(a, inner, b, together, columns, rows, inner, columns);
        for (int i = 0; i < rows; i++)
        {
            Gemm.Multiply(a.AsSpan(i * inner), inner, b, alone, columns, 1, inner, columns);
            Assert.True(alone.AsSpan().SequenceEqual(together.AsSpan(i * columns, columns)));
        }
    }

    [Theory]
    [InlineData(5, 9, 48)]
    [InlineData(20, 33, 96)]
    public void A_packed_matrix_gives_the_same_bits(int rows, int inner, int columns)
    {
        (float[] a, float[] b) = (Noise(rows * inner, 5), Noise(inner * columns, 6));
        float[] plain = new float[rows * columns], packed = new float[rows * columns];
        Gemm.Multiply(a, inner, b, plain, columns, rows, inner, columns);
        Gemm.Multiply(a, inner, Gemm.Pack(b, inner, columns), packed, columns, rows, inner, columns, packed: true);
        Assert.Equal(plain, packed);
    }

    [Fact]
    public void Adding_goes_on_from_what_is_there()
    {
        float[] c = new float[16];
        Array.Fill(c, 2f);
        Gemm.Multiply([3f], 1, Enumerable.Repeat(5f, 16).ToArray(), c, 16, 1, 1, 16, add: true);
        Assert.All(c, value => Assert.Equal(17f, value));
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Gemm.Multiply(new float[4], 4, new float[64], new float[16], 16, 2, 4, 16));
        Assert.Throws<ArgumentException>(() => Gemm.Multiply(new float[4], 4, new float[64], new float[16], 16, 1, 4, 15));
    }

    private static float[] Noise(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextSingle()) - 1)];
    }
}
