using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Sitrep.Language.Network;

/// <summary>A right-hand matrix of whole numbers from -127 to 127 with one scale per column.</summary>
/// <remarks>
/// Sums of products of whole numbers are exact, in bytes and in floats alike, so a processor with instructions for bytes (AVX-VNNI; twice as many products at a time) and one without give the same bits.
/// The values a network has learnt are rounded when it is read; what that costs was measured (docs/decisions/0020-whole-numbers.md).
/// </remarks>
internal sealed class WholeMatrix
{
    /// <summary>Largest whole number.</summary>
    public const int Most = 127;

    /// <summary>Added to the whole numbers of a left-hand row, because the instruction takes them without a sign.</summary>
    public const int Zero = 128;

    /// <summary>Most rows: the sum of so many products is still exact in a float.</summary>
    public const int MostRows = (1 << 24) / (Most * Most);

    /// <summary>Columns of a panel: two vectors.</summary>
    private const int PanelWidth = 16;

    /// <summary>Rows that one step of the instruction takes.</summary>
    private const int Step = 4;

    private readonly int _rows, _columns;
    private readonly float[] _scales;
    private readonly float[] _floats = [];      // without the instruction: panels of Gemm
    private readonly sbyte[] _bytes = [];       // with it: per panel and four rows, four values of each column
    private readonly int[] _starts = [];        // what Zero adds to each column, to be taken off again

    /// <param name="rows">A multiple of four.</param>
    /// <param name="columns">A multiple of <see cref="Gemm.Lanes"/>.</param>
    /// <param name="asBytes">Use the instruction for bytes.</param>
    /// <exception cref="ArgumentException">The shape is another.</exception>
    public WholeMatrix(ReadOnlySpan<float> values, int rows, int columns, bool asBytes)
    {
        if (rows % Step != 0 || columns % Gemm.Lanes != 0 || rows > MostRows) throw new ArgumentException("The matrix has no shape that can be multiplied in whole numbers.");
        (_rows, _columns, AsBytes, _scales) = (rows, columns, asBytes, new float[columns]);
        float[] whole = new float[rows * columns];
        for (int column = 0; column < columns; column++)
        {
            float most = 1e-9f;
            for (int row = 0; row < rows; row++) most = Math.Max(most, Math.Abs(values[(row * columns) + column]));
            _scales[column] = most / Most;
            for (int row = 0; row < rows; row++) whole[(row * columns) + column] = MathF.Round(values[(row * columns) + column] * (Most / most));
        }
        if (!asBytes) _floats = Gemm.Pack(whole, rows, columns);
        else (_bytes, _starts) = (Panels(whole, rows, columns), Starts(whole, rows, columns));
    }

    /// <summary>Whether rows to multiply by are wanted as bytes.</summary>
    public bool AsBytes { get; }

    /// <summary>c = rows · this.</summary>
    /// <param name="c">As many rows as <paramref name="rows"/> has, one after the other.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public void Multiply(WholeRows rows, Span<float> c)
    {
        if (rows.Width != _rows || c.Length < rows.Count * _columns) throw new ArgumentException("Matrix shapes do not fit.");
        if (!AsBytes)
        {
            Gemm.Multiply(rows.Values, _rows, _floats, c, _columns, rows.Count, _rows, _columns, packed: true);
            for (int row = 0; row < rows.Count; row++)
            {
                Span<float> values = c.Slice(row * _columns, _columns);
                for (int column = 0; column < _columns; column += Gemm.Lanes) (Vector512.Create<float>(values[column..]) * Vector512.Create<float>(_scales.AsSpan(column)) * rows.Scales[row]).CopyTo(values[column..]);
            }
            return;
        }
        ref byte a = ref MemoryMarshal.GetReference(rows.Bytes);
        ref float result = ref MemoryMarshal.GetReference(c), scale = ref MemoryMarshal.GetReference(rows.Scales);
        for (int column = 0; column < _columns; column += PanelWidth)
        {
            for (int row = 0; row < rows.Count; row += 6)
            {
                SixByTwo(ref Unsafe.Add(ref a, row * _rows), ref _bytes[column * _rows], ref _starts[column], ref _scales[column], ref Unsafe.Add(ref scale, row), ref Unsafe.Add(ref result, (row * _columns) + column), Math.Min(6, rows.Count - row), _rows, _columns);
            }
        }
    }

    private static sbyte[] Panels(float[] whole, int rows, int columns)
    {
        sbyte[] panels = new sbyte[rows * columns];
        int at = 0;
        for (int panel = 0; panel < columns; panel += PanelWidth)
        {
            for (int row = 0; row < rows; row += Step)
            {
                for (int column = panel; column < panel + PanelWidth; column++)
                {
                    for (int k = 0; k < Step; k++) panels[at++] = (sbyte)whole[((row + k) * columns) + column];
                }
            }
        }
        return panels;
    }

    private static int[] Starts(float[] whole, int rows, int columns)
    {
        int[] starts = new int[columns];
        for (int i = 0; i < rows * columns; i++) starts[i % columns] -= Zero * (int)whole[i];
        return starts;
    }

    // Where fewer rows are left, the last one is worked out several times and written with the same values.
    [MethodImpl(Gemm.AtOnce)]
    private static void SixByTwo(ref byte a, ref sbyte b, ref int start, ref float columnScale, ref float rowScale, ref float c, int rows, int inner, int columns)
    {
        unchecked
        {
            int r1 = Math.Min(1, rows - 1), r2 = Math.Min(2, rows - 1), r3 = Math.Min(3, rows - 1), r4 = Math.Min(4, rows - 1), r5 = Math.Min(5, rows - 1);
            Vector256<int> s00 = Vector256.LoadUnsafe(ref start), s01 = Vector256.LoadUnsafe(ref start, 8);
            Vector256<int> s10 = s00, s11 = s01, s20 = s00, s21 = s01, s30 = s00, s31 = s01, s40 = s00, s41 = s01, s50 = s00, s51 = s01;
            ref byte a1 = ref Unsafe.Add(ref a, r1 * inner), a2 = ref Unsafe.Add(ref a, r2 * inner), a3 = ref Unsafe.Add(ref a, r3 * inner), a4 = ref Unsafe.Add(ref a, r4 * inner), a5 = ref Unsafe.Add(ref a, r5 * inner);
            ref sbyte row = ref b;
            for (nint k = 0; k < inner; k += Step)
            {
                Vector256<sbyte> b0 = Vector256.LoadUnsafe(ref row), b1 = Vector256.LoadUnsafe(ref row, 32);
                Vector256<byte> x = Four(ref a, k);
                (s00, s01) = (AvxVnni.MultiplyWideningAndAdd(s00, x, b0), AvxVnni.MultiplyWideningAndAdd(s01, x, b1));
                x = Four(ref a1, k);
                (s10, s11) = (AvxVnni.MultiplyWideningAndAdd(s10, x, b0), AvxVnni.MultiplyWideningAndAdd(s11, x, b1));
                x = Four(ref a2, k);
                (s20, s21) = (AvxVnni.MultiplyWideningAndAdd(s20, x, b0), AvxVnni.MultiplyWideningAndAdd(s21, x, b1));
                x = Four(ref a3, k);
                (s30, s31) = (AvxVnni.MultiplyWideningAndAdd(s30, x, b0), AvxVnni.MultiplyWideningAndAdd(s31, x, b1));
                x = Four(ref a4, k);
                (s40, s41) = (AvxVnni.MultiplyWideningAndAdd(s40, x, b0), AvxVnni.MultiplyWideningAndAdd(s41, x, b1));
                x = Four(ref a5, k);
                (s50, s51) = (AvxVnni.MultiplyWideningAndAdd(s50, x, b0), AvxVnni.MultiplyWideningAndAdd(s51, x, b1));
                row = ref Unsafe.Add(ref row, 64);
            }
            Vector256<float> first = Vector256.LoadUnsafe(ref columnScale), second = Vector256.LoadUnsafe(ref columnScale, 8);
            Store(ref c, 0, s00, s01, first, second, rowScale);
            Store(ref c, r1 * columns, s10, s11, first, second, Unsafe.Add(ref rowScale, r1));
            Store(ref c, r2 * columns, s20, s21, first, second, Unsafe.Add(ref rowScale, r2));
            Store(ref c, r3 * columns, s30, s31, first, second, Unsafe.Add(ref rowScale, r3));
            Store(ref c, r4 * columns, s40, s41, first, second, Unsafe.Add(ref rowScale, r4));
            Store(ref c, r5 * columns, s50, s51, first, second, Unsafe.Add(ref rowScale, r5));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Four(ref byte at, nint offset) => Vector256.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.Add(ref at, offset))).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref float at, int offset, Vector256<int> first, Vector256<int> second, Vector256<float> firstScale, Vector256<float> secondScale, float rowScale)
    {
        (Vector256.ConvertToSingle(first) * firstScale * rowScale).StoreUnsafe(ref Unsafe.Add(ref at, offset));
        (Vector256.ConvertToSingle(second) * secondScale * rowScale).StoreUnsafe(ref Unsafe.Add(ref at, offset + 8));
    }
}
