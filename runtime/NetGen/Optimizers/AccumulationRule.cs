using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>Adds a share of the gradient to what is accumulated, which stands in the place of the parameters: <c>a = k a + g / n</c>.</summary>
/// <param name="kept">k: 0 for the first gradient, whatever the memory held, else 1.</param>
/// <param name="divisor">n.</param>
internal readonly struct AccumulationRule(bool kept, double divisor) : IUpdateRule
{
    private readonly bool _kept = kept;
    private readonly double _divisor = divisor;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TSimd, TVector, T>(in UpdateChunk<T> chunk)
        where TSimd : struct, ISimd<TVector, T>
        where TVector : struct
        where T : unmanaged, INumberBase<T>
    {
        ref T accumulated = ref chunk.Parameters;
        ref T gradients = ref chunk.Gradients;
        TVector divisor = TSimd.Broadcast(T.CreateTruncating(_divisor));
        TVector zero = TSimd.Broadcast(T.Zero);
        bool kept = _kept;
        nint count = chunk.Count;
        for (nint i = 0; i < count; i += TSimd.Count)
        {
            TVector before = kept ? TSimd.Load(ref accumulated, i) : zero;
            TSimd.Store(TSimd.Add(before, TSimd.Divide(TSimd.Load(ref gradients, i), divisor)), ref accumulated, i);
        }
    }
}
