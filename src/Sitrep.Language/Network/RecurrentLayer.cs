using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sitrep.Language.Network;

/// <summary>
/// A bidirectional simple recurrent unit (Lei et al. 2018, "Simple Recurrent Units for Highly Parallelizable Recurrence"): all products at once for all
/// words, then a recurrence of element-wise steps.
/// </summary>
/// <remarks>Per direction and unit four products of the input: candidate, forget gate, reset gate, highway. Directions stand side by side in a row.</remarks>
internal static class RecurrentLayer
{
    /// <summary>Products per unit.</summary>
    public const int Parts = 4;

    /// <summary>Rows of the gate parameters, each <c>2 * hidden</c> long: forget and reset weight on the cell, forget and reset bias.</summary>
    public const int GateRows = 4;

    /// <summary>The recurrence over one sentence.</summary>
    /// <param name="products">Per word <c>2 * Parts * hidden</c> values: forward parts, then backward parts.</param>
    /// <param name="gates"><see cref="GateRows"/> rows of <c>2 * hidden</c>.</param>
    /// <param name="output">Per word <c>2 * hidden</c> values.</param>
    /// <param name="trace">Per word cell, forget and reset gate (<c>3 * 2 * hidden</c>) for the training; empty in use.</param>
    [MethodImpl(Gemm.AtOnce)]
    public static void Run(ReadOnlySpan<float> products, ReadOnlySpan<float> gates, Span<float> output, int words, int hidden, Span<float> trace)
    {
        int width = 2 * hidden;
        if (words * Parts * width > products.Length || words * width > output.Length || GateRows * width > gates.Length || hidden % Gemm.Lanes != 0
            || (!trace.IsEmpty && words * 3 * width > trace.Length)) throw new ArgumentException("Spans are too short.");
        ref float u = ref MemoryMarshal.GetReference(products), g = ref MemoryMarshal.GetReference(gates), h = ref MemoryMarshal.GetReference(output), t = ref MemoryMarshal.GetReference(trace);
        unchecked
        {
            for (int direction = 0; direction < 2; direction++)
            {
                for (int unit = 0; unit < hidden; unit += Gemm.Lanes)
                {
                    int lane = (direction * hidden) + unit;
                    Vector512<float> forgetCell = Vector512.LoadUnsafe(ref g, (nuint)lane), resetCell = Vector512.LoadUnsafe(ref g, (nuint)(width + lane));
                    Vector512<float> forgetBias = Vector512.LoadUnsafe(ref g, (nuint)((2 * width) + lane)), resetBias = Vector512.LoadUnsafe(ref g, (nuint)((3 * width) + lane));
                    Vector512<float> cell = default;
                    for (int step = 0; step < words; step++)
                    {
                        int word = direction == 0 ? step : words - 1 - step;
                        nuint at = (nuint)((word * Parts * width) + (direction * Parts * hidden) + unit);
                        Vector512<float> candidate = Vector512.LoadUnsafe(ref u, at), highway = Vector512.LoadUnsafe(ref u, at + (nuint)(3 * hidden));
                        Vector512<float> forget = Sigmoid.Of(Vector512.FusedMultiplyAdd(forgetCell, cell, Vector512.LoadUnsafe(ref u, at + (nuint)hidden) + forgetBias));
                        Vector512<float> reset = Sigmoid.Of(Vector512.FusedMultiplyAdd(resetCell, cell, Vector512.LoadUnsafe(ref u, at + (nuint)(2 * hidden)) + resetBias));
                        cell = Vector512.FusedMultiplyAdd(forget, cell - candidate, candidate);
                        Vector512.FusedMultiplyAdd(reset, cell - highway, highway).StoreUnsafe(ref h, (nuint)((word * width) + lane));
                        if (trace.IsEmpty) continue;
                        cell.StoreUnsafe(ref t, (nuint)((word * 3 * width) + lane));
                        forget.StoreUnsafe(ref t, (nuint)((word * 3 * width) + width + lane));
                        reset.StoreUnsafe(ref t, (nuint)((word * 3 * width) + (2 * width) + lane));
                    }
                }
            }
        }
    }
}
