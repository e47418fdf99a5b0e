using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Sitrep.Language.Network;

/// <summary>The logistic function, with the same bits on every machine.</summary>
internal static class Sigmoid
{
    /// <summary>1 / (1 + e^-x); the exponential by 2^n times a polynomial of degree 6, error under 1e-6.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Of(Vector512<float> x)
    {
        Vector512<float> y = Vector512.Min(Vector512.Max(-x, Vector512.Create(-40f)), Vector512.Create(40f)) * Vector512.Create(1.44269504f);
        Vector512<float> whole = Vector512.Floor(y), part = y - whole;
        Vector512<float> power = Vector512.Create(0.000218f);
        power = Vector512.FusedMultiplyAdd(power, part, Vector512.Create(0.0012388f));
        power = Vector512.FusedMultiplyAdd(power, part, Vector512.Create(0.0096844f));
        power = Vector512.FusedMultiplyAdd(power, part, Vector512.Create(0.0554803f));
        power = Vector512.FusedMultiplyAdd(power, part, Vector512.Create(0.2402305f));
        power = Vector512.FusedMultiplyAdd(power, part, Vector512.Create(0.6931470f));
        power = Vector512.FusedMultiplyAdd(power, part, Vector512<float>.One);
        Vector512<float> scale = ((Vector512.ConvertToInt32(whole) + Vector512.Create(127)) << 23).AsSingle();
        return Vector512<float>.One / Vector512.FusedMultiplyAdd(power, scale, Vector512<float>.One);
    }
}
