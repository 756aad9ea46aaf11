using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>The loop of <see cref="Adagrad"/>; state 0 is the sum of squares.</summary>
internal readonly struct AdagradRule(double learningRate, double weightDecay, double epsilon) : IUpdateRule
{
    private readonly double _learningRate = learningRate;
    private readonly double _weightDecay = weightDecay;
    private readonly double _epsilon = epsilon;

    public RuleConstants Constants => new(DeviceRule.Adagrad, _learningRate) { Decay = _weightDecay, Epsilon = _epsilon };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TSimd, TVector, T>(in UpdateChunk<T> chunk)
        where TSimd : struct, ISimd<TVector, T>
        where TVector : struct
        where T : unmanaged, INumberBase<T>
    {
        ref T parameters = ref chunk.Parameters;
        ref T gradients = ref chunk.Gradients;
        ref T sums = ref chunk.State0;
        TVector rate = TSimd.Broadcast(T.CreateTruncating(_learningRate));
        TVector decay = TSimd.Broadcast(T.CreateTruncating(_weightDecay));
        TVector epsilon = TSimd.Broadcast(T.CreateTruncating(_epsilon));
        nint count = chunk.Count;
        for (nint i = 0; i < count; i += TSimd.Count)
        {
            TVector p = TSimd.Load(ref parameters, i);
            TVector g = TSimd.Add(TSimd.Load(ref gradients, i), TSimd.Multiply(decay, p));
            TVector s = TSimd.Add(TSimd.Load(ref sums, i), TSimd.Multiply(g, g));
            TSimd.Store(s, ref sums, i);
            TVector step = TSimd.Divide(TSimd.Multiply(rate, g), TSimd.Add(TSimd.Sqrt(s), epsilon));
            TSimd.Store(TSimd.Subtract(p, step), ref parameters, i);
        }
    }
}
