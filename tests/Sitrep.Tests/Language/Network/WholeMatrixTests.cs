using System.Runtime.Intrinsics.X86;
using Sitrep.Language.Network;

namespace Sitrep.Tests.Language.Network;

public sealed class WholeMatrixTests
{
    [Theory]
    [InlineData(1, 64, 16)]
    [InlineData(5, 192, 48)]
    [InlineData(6, 256, 96)]
    [InlineData(29, 256, 1024)]
    public void A_product_is_that_of_the_rounded_values(int count, int rows, int columns)
    {
        (float[] left, float[] right) = (Noise(count * rows, 1), Noise(rows * columns, 2));
        float[] found = Product(left, right, count, rows, columns, AvxVnni.IsSupported);
        for (int i = 0; i < count; i++)
        {
            float leftScale = left.Skip(i * rows).Take(rows).Max(Math.Abs) / WholeMatrix.Most;
            for (int j = 0; j < columns; j++)
            {
                float rightScale = Enumerable.Range(0, rows).Max(k => Math.Abs(right[(k * columns) + j])) / WholeMatrix.Most;
                double sum = 0;
                for (int k = 0; k < rows; k++) sum += Math.Round(left[(i * rows) + k] / leftScale) * Math.Round(right[(k * columns) + j] / rightScale);
                // A value halfway between two whole numbers may go either way in the check.
                Assert.Equal(sum * leftScale * rightScale, found[(i * columns) + j], 4 * WholeMatrix.Most * leftScale * rightScale);
            }
        }
    }

    [Theory]
    [InlineData(1, 256, 1024)]
    [InlineData(7, 192, 768)]
    [InlineData(40, 256, 96)]
    public void Bytes_and_floats_give_the_same_bits(int count, int rows, int columns)
    {
        Assert.SkipUnless(AvxVnni.IsSupported, "This processor multiplies no bytes.");
        (float[] left, float[] right) = (Noise(count * rows, 3), Noise(rows * columns, 4));
        Assert.Equal(Product(left, right, count, rows, columns, asBytes: false), Product(left, right, count, rows, columns, asBytes: true));
    }

    [Fact]
    public void The_largest_sums_are_exact()
    {
        const int rows = 1024;
        float[] left = Enumerable.Repeat(3f, rows).ToArray(), right = Enumerable.Repeat(-5f, rows * 16).ToArray();
        Assert.All(Product(left, right, 1, rows, 16, AvxVnni.IsSupported), value => Assert.Equal(-15f * rows, value, 1e-2f));
    }

    [Fact]
    public void Rows_of_zeros_and_empty_batches_are_no_trouble()
    {
        Assert.All(Product(new float[64], Noise(64 * 16, 5), 1, 64, 16, AvxVnni.IsSupported), value => Assert.Equal(0f, value));
        Assert.Empty(Product([], Noise(64 * 16, 6), 0, 64, 16, AvxVnni.IsSupported));
    }

    [Fact]
    public void A_matrix_too_tall_for_exact_sums_is_refused() => Assert.Throws<ArgumentException>(() => new WholeMatrix(new float[1044 * 16], 1044, 16, asBytes: false));

    private static float[] Product(float[] left, float[] right, int count, int rows, int columns, bool asBytes)
    {
        float[] product = new float[count * columns];
        var whole = new WholeRows();
        whole.Fill(left, count, rows, asBytes);
        new WholeMatrix(right, rows, columns, asBytes).Multiply(whole, product);
        return product;
    }

    private static float[] Noise(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
    }
}
