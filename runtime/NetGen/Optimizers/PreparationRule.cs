using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>
/// What is done to a chunk in the first-level cache before the rule of the optimizer: <c>g = s · clip(g, ±c) + l₁ sign(p); p = r p</c>.
/// </summary>
/// <param name="limit">c, infinite for no clipping.</param>
/// <param name="scale">s, the coefficient of clipping by norm.</param>
/// <param name="l1">l₁.</param>
/// <param name="shrink">r, what decoupled decay leaves.</param>
internal readonly struct PreparationRule(double limit, double scale, double l1, double shrink) : IUpdateRule
{
    private readonly double _limit = limit;
    private readonly double _scale = scale;
    private readonly double _l1 = l1;
    private readonly double _shrink = shrink;

    public double Limit => _limit;

    public double L1 => _l1;

    public double Shrink => _shrink;

    /// <summary>Whether it changes anything.</summary>
    public bool IsNeeded => _limit != double.PositiveInfinity || _scale != 1 || _l1 != 0 || _shrink != 1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TSimd, TVector, T>(in UpdateChunk<T> chunk)
        where TSimd : struct, ISimd<TVector, T>
        where TVector : struct
        where T : unmanaged, INumberBase<T>
    {
        ref T parameters = ref chunk.Parameters;
        ref T gradients = ref chunk.Gradients;
        TVector highest = TSimd.Broadcast(T.CreateTruncating(_limit));
        TVector lowest = TSimd.Broadcast(T.CreateTruncating(-_limit));
        TVector scale = TSimd.Broadcast(T.CreateTruncating(_scale));
        TVector l1 = TSimd.Broadcast(T.CreateTruncating(_l1));
        TVector shrink = TSimd.Broadcast(T.CreateTruncating(_shrink));
        nint count = chunk.Count;
        for (nint i = 0; i < count; i += TSimd.Count)
        {
            TVector p = TSimd.Load(ref parameters, i);
            TVector clipped = TSimd.Max(TSimd.Min(TSimd.Load(ref gradients, i), highest), lowest);
            TSimd.Store(TSimd.Add(TSimd.Multiply(scale, clipped), TSimd.Multiply(l1, TSimd.Sign(p))), ref gradients, i);
            TSimd.Store(TSimd.Multiply(shrink, p), ref parameters, i);
        }
    }
}
