using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Sitrep.Language.Network;

/// <summary>Rows of values as whole numbers from -127 to 127 with one scale per row: what <see cref="WholeMatrix"/> is multiplied by. For one thread at a time.</summary>
internal sealed class WholeRows
{
    private float[] _values = [];
    private byte[] _bytes = [];
    private float[] _scales = [];

    public int Count { get; private set; }
    public int Width { get; private set; }

    /// <summary>What a whole number of each row stands for.</summary>
    public ReadOnlySpan<float> Scales => _scales.AsSpan(0, Count);

    /// <summary>The whole numbers plus <see cref="WholeMatrix.Zero"/>; empty when they were asked for as floats.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _bytes.Length == 0 ? 0 : Count * Width);

    /// <summary>The whole numbers; empty when they were asked for as bytes.</summary>
    public ReadOnlySpan<float> Values => _values.AsSpan(0, _values.Length == 0 ? 0 : Count * Width);

    /// <param name="rows"><paramref name="count"/> rows of <paramref name="width"/> values, a multiple of <see cref="Gemm.Lanes"/>, one after the other.</param>
    public void Fill(ReadOnlySpan<float> rows, int count, int width, bool asBytes)
    {
        (Count, Width) = (count, width);
        if (_scales.Length < count) _scales = new float[Math.Max(count, 256)];
        if (asBytes && _bytes.Length < count * width) _bytes = new byte[Math.Max(count, 256) * width];
        if (!asBytes && _values.Length < count * width) _values = new float[Math.Max(count, 256) * width];
        for (int row = 0; row < count; row++)
        {
            ReadOnlySpan<float> values = rows.Slice(row * width, width);
            float most = Math.Max(Math.Abs(TensorPrimitives.MaxMagnitude(values)), 1e-9f);
            _scales[row] = most / WholeMatrix.Most;
            if (asBytes) Round(values, WholeMatrix.Most / most, _bytes.AsSpan(row * width, width));
            else
            {
                for (int k = 0; k < width; k += Gemm.Lanes) Vector512.Round(Vector512.Create(values[k..]) * (WholeMatrix.Most / most)).CopyTo(_values.AsSpan((row * width) + k));
            }
        }
    }

    [MethodImpl(Gemm.AtOnce)]
    private static void Round(ReadOnlySpan<float> values, float factor, Span<byte> bytes)
    {
        for (int k = 0; k < values.Length; k += Gemm.Lanes)
        {
            Vector512<int> whole = Vector512.ConvertToInt32Native(Vector512.Round(Vector512.Create(values[k..]) * factor)) + Vector512.Create(WholeMatrix.Zero);
            Vector256<short> half = Vector256.Narrow(whole.GetLower(), whole.GetUpper());
            Vector128.Narrow(half.GetLower().AsUInt16(), half.GetUpper().AsUInt16()).CopyTo(bytes[k..]);
        }
    }
}
