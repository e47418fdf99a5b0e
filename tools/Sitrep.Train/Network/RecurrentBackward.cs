using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Sitrep.Language.Network;

namespace Sitrep.Train.Network;

/// <summary>The gradient of <see cref="RecurrentLayer"/>.</summary>
internal static class RecurrentBackward
{
    /// <param name="trace">What the layer kept.</param>
    /// <param name="gradient">Of the output.</param>
    /// <param name="productGradient">Written.</param>
    /// <param name="gateGradient">Added to.</param>
    public static void Run(ReadOnlySpan<float> products, ReadOnlySpan<float> gates, ReadOnlySpan<float> trace, ReadOnlySpan<float> gradient, Span<float> productGradient, Span<float> gateGradient, int words, int hidden)
    {
        int width = 2 * hidden;
        ref float u = ref MemoryMarshal.GetReference(products), g = ref MemoryMarshal.GetReference(gates), t = ref MemoryMarshal.GetReference(trace);
        ref float dh = ref MemoryMarshal.GetReference(gradient), du = ref MemoryMarshal.GetReference(productGradient), dg = ref MemoryMarshal.GetReference(gateGradient);
        unchecked
        {
            for (int lane = 0; lane < width; lane += Gemm.Lanes)
            {
                int direction = lane / hidden, unit = lane % hidden;
                Vector512<float> forgetCell = Vector512.LoadUnsafe(ref g, (nuint)lane), resetCell = Vector512.LoadUnsafe(ref g, (nuint)(width + lane));
                Vector512<float> dForgetCell = default, dResetCell = default, dForgetBias = default, dResetBias = default, dCell = default;
                for (int step = words - 1; step >= 0; step--)
                {
                    int word = direction == 0 ? step : words - 1 - step, before = direction == 0 ? word - 1 : word + 1;
                    nuint at = (nuint)((word * RecurrentLayer.Parts * width) + (direction * RecurrentLayer.Parts * hidden) + unit), kept = (nuint)((word * 3 * width) + lane);
                    Vector512<float> candidate = Vector512.LoadUnsafe(ref u, at), highway = Vector512.LoadUnsafe(ref u, at + (nuint)(3 * hidden));
                    Vector512<float> cell = Vector512.LoadUnsafe(ref t, kept), forget = Vector512.LoadUnsafe(ref t, kept + (nuint)width), reset = Vector512.LoadUnsafe(ref t, kept + (nuint)(2 * width));
                    Vector512<float> cellBefore = step == 0 ? default : Vector512.LoadUnsafe(ref t, (nuint)((before * 3 * width) + lane));
                    Vector512<float> d = Vector512.LoadUnsafe(ref dh, (nuint)((word * width) + lane));
                    Vector512<float> dReset = d * (cell - highway) * reset * (Vector512<float>.One - reset);
                    dCell += d * reset;
                    Vector512<float> dForget = dCell * (cellBefore - candidate) * forget * (Vector512<float>.One - forget);
                    (dCell * (Vector512<float>.One - forget)).StoreUnsafe(ref du, at);
                    dForget.StoreUnsafe(ref du, at + (nuint)hidden);
                    dReset.StoreUnsafe(ref du, at + (nuint)(2 * hidden));
                    (d * (Vector512<float>.One - reset)).StoreUnsafe(ref du, at + (nuint)(3 * hidden));
                    dForgetCell += dForget * cellBefore;
                    dResetCell += dReset * cellBefore;
                    dForgetBias += dForget;
                    dResetBias += dReset;
                    dCell = (dCell * forget) + (dForget * forgetCell) + (dReset * resetCell);
                }
                Add(ref dg, lane, dForgetCell);
                Add(ref dg, width + lane, dResetCell);
                Add(ref dg, (2 * width) + lane, dForgetBias);
                Add(ref dg, (3 * width) + lane, dResetBias);
            }
        }
    }

    private static void Add(ref float at, int offset, Vector512<float> value) => (Vector512.LoadUnsafe(ref at, (nuint)offset) + value).StoreUnsafe(ref at, (nuint)offset);
}
