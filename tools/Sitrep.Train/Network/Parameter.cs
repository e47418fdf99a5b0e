using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Sitrep.Language.Network;

namespace Sitrep.Train.Network;

/// <summary>A matrix that learns: Adam (Kingma and Ba 2015), for tables of embeddings on the rows that a step has touched.</summary>
internal sealed class Parameter(Matrix matrix, bool byRow, int workers)
{
    private const float Beta1 = 0.9f, Beta2 = 0.98f, Epsilon = 1e-8f;

    private readonly float[] _mean = new float[matrix.Values.Length], _square = new float[matrix.Values.Length];
    private readonly bool[][] _touched = [.. Enumerable.Range(0, workers).Select(_ => new bool[byRow ? matrix.Rows : 0])];
    private readonly List<int>[] _rows = [.. Enumerable.Range(0, workers).Select(_ => new List<int>())];

    public Matrix Matrix => matrix;

    /// <summary>Gradient per worker.</summary>
    public float[][] Gradients { get; } = [.. Enumerable.Range(0, workers).Select(_ => new float[matrix.Values.Length])];

    /// <summary>Fills the matrix with normal noise.</summary>
    public void Randomise(Random random, double deviation)
    {
        for (int i = 0; i < matrix.Values.Length; i++)
        {
            double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            matrix.Values[i] = (float)(deviation * radius * Math.Cos(2 * Math.PI * random.NextDouble()));
        }
    }

    /// <summary>Gradient of one row of a table, to be added to.</summary>
    public Span<float> Touch(int worker, int row)
    {
        if (!_touched[worker][row])
        {
            _touched[worker][row] = true;
            _rows[worker].Add(row);
        }
        return Gradients[worker].AsSpan(row * matrix.Columns, matrix.Columns);
    }

    /// <summary>Adds the workers' gradients up in the first one's.</summary>
    /// <returns>The sum of their squares.</returns>
    public double Merge()
    {
        if (!byRow)
        {
            for (int worker = 1; worker < workers; worker++)
            {
                TensorPrimitives.Add(Gradients[0], Gradients[worker], Gradients[0]);
                Array.Clear(Gradients[worker]);
            }
            return TensorPrimitives.SumOfSquares(Gradients[0]);
        }
        double sum = 0;
        for (int worker = 1; worker < workers; worker++)
        {
            foreach (int row in _rows[worker])
            {
                Span<float> own = Gradients[worker].AsSpan(row * matrix.Columns, matrix.Columns), first = Touch(0, row);
                TensorPrimitives.Add(first, own, first);
                own.Clear();
                _touched[worker][row] = false;
            }
            _rows[worker].Clear();
        }
        foreach (int row in _rows[0]) sum += TensorPrimitives.SumOfSquares(Gradients[0].AsSpan(row * matrix.Columns, matrix.Columns));
        return sum;
    }

    /// <summary>One step down the merged gradient, which is cleared.</summary>
    /// <param name="step">From 1 on.</param>
    /// <param name="decay">Weight decay per step (Loshchilov and Hutter 2019), before the rate.</param>
    public void Step(int step, float rate, float scale, float decay)
    {
        float size = rate * MathF.Sqrt(1 - MathF.Pow(Beta2, step)) / (1 - MathF.Pow(Beta1, step));
        if (!byRow)
        {
            Step(0, matrix.Values.Length, size, scale, rate * decay);
            return;
        }
        foreach (int row in _rows[0])
        {
            Step(row * matrix.Columns, matrix.Columns, size, scale, 0);
            _touched[0][row] = false;
        }
        _rows[0].Clear();
    }

    private void Step(int start, int length, float size, float scale, float decay)
    {
        Span<float> gradient = Gradients[0].AsSpan(start, length), mean = _mean.AsSpan(start, length), square = _square.AsSpan(start, length), value = matrix.Values.AsSpan(start, length);
        // All tables are padded to the width of a vector.
        ref float g0 = ref MemoryMarshal.GetReference(gradient), m0 = ref MemoryMarshal.GetReference(mean), s0 = ref MemoryMarshal.GetReference(square), v0 = ref MemoryMarshal.GetReference(value);
        for (nuint i = 0; i < (nuint)gradient.Length; i += (nuint)Gemm.Lanes)
        {
            Vector512<float> g = Vector512.LoadUnsafe(ref g0, i) * scale, v = Vector512.LoadUnsafe(ref v0, i);
            Vector512<float> m = (Vector512.LoadUnsafe(ref m0, i) * Beta1) + (g * (1 - Beta1));
            Vector512<float> s = (Vector512.LoadUnsafe(ref s0, i) * Beta2) + (g * g * (1 - Beta2));
            m.StoreUnsafe(ref m0, i);
            s.StoreUnsafe(ref s0, i);
            (v - (m * size / (Vector512.Sqrt(s) + Vector512.Create(Epsilon))) - (v * decay)).StoreUnsafe(ref v0, i);
        }
        gradient.Clear();
    }

    /// <summary>The matrix with rows and columns exchanged, as it was at the last <see cref="Turn()"/>.</summary>
    public float[] Turned { get; } = new float[byRow ? 0 : Gemm.Padded(matrix.Rows) * matrix.Columns];

    /// <summary>Columns of <see cref="Turned"/>.</summary>
    public int TurnedColumns { get; } = Gemm.Padded(matrix.Rows);

    public void Turn()
    {
        if (!byRow) Turn(matrix.Values, matrix.Rows, matrix.Columns, Turned, TurnedColumns);
    }

    /// <summary>Exchanges rows and columns.</summary>
    public static void Turn(ReadOnlySpan<float> source, int rows, int columns, Span<float> target, int stride)
    {
        for (int row = 0; row < rows; row += 16)
        {
            int last = Math.Min(rows, row + 16);
            for (int column = 0; column < columns; column++)
            {
                for (int k = row; k < last; k++) target[(column * stride) + k] = source[(k * columns) + column];
            }
        }
    }
}
