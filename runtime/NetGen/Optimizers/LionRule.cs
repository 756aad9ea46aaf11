using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>The loop of <see cref="Lion"/>; state 0 is the mean gradient.</summary>
internal readonly struct LionRule(double learningRate, double beta1, double beta2, double shrink) : IUpdateRule
{
    private readonly double _learningRate = learningRate;
    private readonly double _beta1 = beta1;
    private readonly double _beta2 = beta2;
    private readonly double _shrink = shrink;

    public RuleConstants Constants => new(DeviceRule.Lion, _learningRate)
    {
        Shrink = _shrink,
        First = _beta1,
        FirstRest = 1 - _beta1,
        Second = _beta2,
        SecondRest = 1 - _beta2,
    };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TSimd, TVector, T>(in UpdateChunk<T> chunk)
        where TSimd : struct, ISimd<TVector, T>
        where TVector : struct
        where T : unmanaged, INumberBase<T>
    {
        ref T parameters = ref chunk.Parameters;
        ref T gradients = ref chunk.Gradients;
        ref T means = ref chunk.State0;
        TVector rate = TSimd.Broadcast(T.CreateTruncating(_learningRate));
        TVector shrink = TSimd.Broadcast(T.CreateTruncating(_shrink));
        TVector beta1 = TSimd.Broadcast(T.CreateTruncating(_beta1));
        TVector rest1 = TSimd.Broadcast(T.CreateTruncating(1 - _beta1));
        TVector beta2 = TSimd.Broadcast(T.CreateTruncating(_beta2));
        TVector rest2 = TSimd.Broadcast(T.CreateTruncating(1 - _beta2));
        nint count = chunk.Count;
        for (nint i = 0; i < count; i += TSimd.Count)
        {
            TVector g = TSimd.Load(ref gradients, i);
            TVector m = TSimd.Load(ref means, i);
            TVector direction = TSimd.Sign(TSimd.Add(TSimd.Multiply(beta1, m), TSimd.Multiply(rest1, g)));
            TVector p = TSimd.Multiply(shrink, TSimd.Load(ref parameters, i));
            TSimd.Store(TSimd.Subtract(p, TSimd.Multiply(rate, direction)), ref parameters, i);
            TSimd.Store(TSimd.Add(TSimd.Multiply(beta2, m), TSimd.Multiply(rest2, g)), ref means, i);
        }
    }
}
