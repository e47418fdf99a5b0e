using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sitrep.Language.Network;

/// <summary>Products of row-major matrices.</summary>
/// <remarks>
/// Every element is one chain of fused multiply-adds in ascending order of the inner index, whatever the vector width and the place in a block:
/// the same bits on every machine.
/// </remarks>
internal static class Gemm
{
    /// <summary>Columns of right-hand matrices and of results come in multiples of this.</summary>
    public const int Lanes = 16;

    /// <summary>For loops over vectors: compiled to their best at the first call. What the quick compiler makes of them takes ten times as long, and the first reports were read with it.</summary>
    public const MethodImplOptions AtOnce = MethodImplOptions.AggressiveOptimization;

    /// <summary>Rounds a count of columns up.</summary>
    public static int Padded(int columns) => (columns + Lanes - 1) / Lanes * Lanes;

    /// <summary>c = a·b, or c += a·b.</summary>
    /// <param name="a"><paramref name="rows"/> rows of <paramref name="inner"/> values, <paramref name="strideA"/> apart.</param>
    /// <param name="b"><paramref name="inner"/> rows of <paramref name="columns"/> values, one after the other.</param>
    /// <param name="c"><paramref name="rows"/> rows of <paramref name="columns"/> values, <paramref name="strideC"/> apart.</param>
    /// <param name="columns">A multiple of <see cref="Lanes"/>.</param>
    /// <param name="packed">The right-hand matrix is in the order of <see cref="Pack"/>.</param>
    /// <exception cref="ArgumentException">A span is too short, or the columns are not padded.</exception>
    public static void Multiply(ReadOnlySpan<float> a, int strideA, ReadOnlySpan<float> b, Span<float> c, int strideC, int rows, int inner, int columns, bool add = false, bool packed = false)
    {
        if (rows == 0 || columns == 0) return;
        if (columns % Lanes != 0 || ((rows - 1) * strideA) + inner > a.Length || inner * columns > b.Length || ((rows - 1) * strideC) + columns > c.Length)
        {
            throw new ArgumentException("Matrix shapes do not fit their spans.");
        }
        ref float a0 = ref MemoryMarshal.GetReference(a), b0 = ref MemoryMarshal.GetReference(b), c0 = ref MemoryMarshal.GetReference(c);
        unchecked
        {
            for (int column = 0; column < columns;)
            {
                // A packed panel is two vectors wide, the last one may be one. Without wide vectors the registers hold a quarter of the larger block.
                int wide = column / (2 * Lanes) * 2 * Lanes, panelWidth = Math.Min(2 * Lanes, columns - wide);
                bool two = Vector512.IsHardwareAccelerated && panelWidth == 2 * Lanes;
                ref float panel = ref Unsafe.Add(ref b0, packed ? (wide * inner) + column - wide : column);
                int strideB = packed ? panelWidth : columns;
                for (int row = 0; row < rows; row += two ? 8 : 4)
                {
                    ref float left = ref Unsafe.Add(ref a0, row * strideA), result = ref Unsafe.Add(ref c0, (row * strideC) + column);
                    if (two) EightByTwo(ref left, strideA, ref panel, strideB, ref result, strideC, rows - row, inner, add);
                    else FourByOne(ref left, strideA, ref panel, strideB, ref result, strideC, rows - row, inner, add);
                }
                column += two ? 2 * Lanes : Lanes;
            }
        }
    }

    /// <summary>A right-hand matrix as panels two vectors wide, each in one piece: the products of a wide matrix then walk through memory in order.</summary>
    public static float[] Pack(ReadOnlySpan<float> b, int inner, int columns)
    {
        float[] panels = new float[inner * columns];
        int at = 0;
        for (int column = 0; column < columns; column += 2 * Lanes)
        {
            int width = Math.Min(2 * Lanes, columns - column);
            for (int k = 0; k < inner; k++, at += width) b.Slice((k * columns) + column, width).CopyTo(panels.AsSpan(at));
        }
        return panels;
    }

    // Where fewer rows are left, the last one is worked out several times and written with the same values: no loop of its own for every number of rows.
    [MethodImpl(AtOnce)]
    private static void EightByTwo(ref float a, int strideA, ref float b, int strideB, ref float c, int strideC, int rows, int inner, bool add)
    {
        unchecked
        {
            int r1 = Math.Min(1, rows - 1), r2 = Math.Min(2, rows - 1), r3 = Math.Min(3, rows - 1), r4 = Math.Min(4, rows - 1), r5 = Math.Min(5, rows - 1), r6 = Math.Min(6, rows - 1), r7 = Math.Min(7, rows - 1);
            Vector512<float> s00 = default, s01 = default, s10 = default, s11 = default, s20 = default, s21 = default, s30 = default, s31 = default;
            Vector512<float> s40 = default, s41 = default, s50 = default, s51 = default, s60 = default, s61 = default, s70 = default, s71 = default;
            if (add)
            {
                (s00, s01) = (Load(ref c, 0), Load(ref c, 16));
                (s10, s11) = (Load(ref c, r1 * strideC), Load(ref c, (r1 * strideC) + 16));
                (s20, s21) = (Load(ref c, r2 * strideC), Load(ref c, (r2 * strideC) + 16));
                (s30, s31) = (Load(ref c, r3 * strideC), Load(ref c, (r3 * strideC) + 16));
                (s40, s41) = (Load(ref c, r4 * strideC), Load(ref c, (r4 * strideC) + 16));
                (s50, s51) = (Load(ref c, r5 * strideC), Load(ref c, (r5 * strideC) + 16));
                (s60, s61) = (Load(ref c, r6 * strideC), Load(ref c, (r6 * strideC) + 16));
                (s70, s71) = (Load(ref c, r7 * strideC), Load(ref c, (r7 * strideC) + 16));
            }
            ref float a1 = ref Unsafe.Add(ref a, r1 * strideA), a2 = ref Unsafe.Add(ref a, r2 * strideA), a3 = ref Unsafe.Add(ref a, r3 * strideA), a4 = ref Unsafe.Add(ref a, r4 * strideA);
            ref float a5 = ref Unsafe.Add(ref a, r5 * strideA), a6 = ref Unsafe.Add(ref a, r6 * strideA), a7 = ref Unsafe.Add(ref a, r7 * strideA), row = ref b;
            for (nint k = 0; k < inner; k++)
            {
                Vector512<float> b0 = Load(ref row, 0), b1 = Load(ref row, 16), x = Vector512.Create(Unsafe.Add(ref a, k));
                (s00, s01) = (Vector512.FusedMultiplyAdd(x, b0, s00), Vector512.FusedMultiplyAdd(x, b1, s01));
                x = Vector512.Create(Unsafe.Add(ref a1, k));
                (s10, s11) = (Vector512.FusedMultiplyAdd(x, b0, s10), Vector512.FusedMultiplyAdd(x, b1, s11));
                x = Vector512.Create(Unsafe.Add(ref a2, k));
                (s20, s21) = (Vector512.FusedMultiplyAdd(x, b0, s20), Vector512.FusedMultiplyAdd(x, b1, s21));
                x = Vector512.Create(Unsafe.Add(ref a3, k));
                (s30, s31) = (Vector512.FusedMultiplyAdd(x, b0, s30), Vector512.FusedMultiplyAdd(x, b1, s31));
                x = Vector512.Create(Unsafe.Add(ref a4, k));
                (s40, s41) = (Vector512.FusedMultiplyAdd(x, b0, s40), Vector512.FusedMultiplyAdd(x, b1, s41));
                x = Vector512.Create(Unsafe.Add(ref a5, k));
                (s50, s51) = (Vector512.FusedMultiplyAdd(x, b0, s50), Vector512.FusedMultiplyAdd(x, b1, s51));
                x = Vector512.Create(Unsafe.Add(ref a6, k));
                (s60, s61) = (Vector512.FusedMultiplyAdd(x, b0, s60), Vector512.FusedMultiplyAdd(x, b1, s61));
                x = Vector512.Create(Unsafe.Add(ref a7, k));
                (s70, s71) = (Vector512.FusedMultiplyAdd(x, b0, s70), Vector512.FusedMultiplyAdd(x, b1, s71));
                row = ref Unsafe.Add(ref row, strideB);
            }
            Store(ref c, 0, s00, s01);
            Store(ref c, r1 * strideC, s10, s11);
            Store(ref c, r2 * strideC, s20, s21);
            Store(ref c, r3 * strideC, s30, s31);
            Store(ref c, r4 * strideC, s40, s41);
            Store(ref c, r5 * strideC, s50, s51);
            Store(ref c, r6 * strideC, s60, s61);
            Store(ref c, r7 * strideC, s70, s71);
        }
    }

    [MethodImpl(AtOnce)]
    private static void FourByOne(ref float a, int strideA, ref float b, int strideB, ref float c, int strideC, int rows, int inner, bool add)
    {
        unchecked
        {
            int r1 = Math.Min(1, rows - 1), r2 = Math.Min(2, rows - 1), r3 = Math.Min(3, rows - 1);
            Vector512<float> s0 = default, s1 = default, s2 = default, s3 = default;
            if (add) (s0, s1, s2, s3) = (Load(ref c, 0), Load(ref c, r1 * strideC), Load(ref c, r2 * strideC), Load(ref c, r3 * strideC));
            ref float a1 = ref Unsafe.Add(ref a, r1 * strideA), a2 = ref Unsafe.Add(ref a, r2 * strideA), a3 = ref Unsafe.Add(ref a, r3 * strideA), row = ref b;
            for (nint k = 0; k < inner; k++)
            {
                Vector512<float> y = Load(ref row, 0);
                s0 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a, k)), y, s0);
                s1 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a1, k)), y, s1);
                s2 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a2, k)), y, s2);
                s3 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a3, k)), y, s3);
                row = ref Unsafe.Add(ref row, strideB);
            }
            s0.StoreUnsafe(ref c);
            s1.StoreUnsafe(ref Unsafe.Add(ref c, r1 * strideC));
            s2.StoreUnsafe(ref Unsafe.Add(ref c, r2 * strideC));
            s3.StoreUnsafe(ref Unsafe.Add(ref c, r3 * strideC));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Load(ref float at, int offset) => Vector512.LoadUnsafe(ref Unsafe.Add(ref at, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref float at, int offset, Vector512<float> first, Vector512<float> second)
    {
        first.StoreUnsafe(ref Unsafe.Add(ref at, offset));
        second.StoreUnsafe(ref Unsafe.Add(ref at, offset + 16));
    }
}
