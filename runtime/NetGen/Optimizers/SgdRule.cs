using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>The loop of <see cref="Sgd"/>; state 0 is the momentum.</summary>
internal readonly struct SgdRule(double learningRate, double weightDecay, double momentum, double kept, bool nesterov) : IUpdateRule
{
    private readonly double _learningRate = learningRate;
    private readonly double _weightDecay = weightDecay;
    private readonly double _momentum = momentum;
    private readonly double _kept = kept;
    private readonly bool _nesterov = nesterov;

    public RuleConstants Constants => new(_momentum == 0 ? DeviceRule.Sgd : _nesterov ? DeviceRule.Nesterov : DeviceRule.Momentum, _learningRate)
    {
        Decay = _weightDecay,
        First = _momentum,
        FirstRest = _kept,
    };

    public void Run<TSimd, TVector, T>(in UpdateChunk<T> chunk)
        where TSimd : struct, ISimd<TVector, T>
        where TVector : struct
        where T : unmanaged, INumberBase<T>
    {
        if (_momentum == 0)
        {
            Plain<TSimd, TVector, T>(in chunk);
        }
        else
        {
            WithMomentum<TSimd, TVector, T>(in chunk);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Plain<TSimd, TVector, T>(in UpdateChunk<T> chunk)
        where TSimd : struct, ISimd<TVector, T>
        where TVector : struct
        where T : unmanaged, INumberBase<T>
    {
        ref T parameters = ref chunk.Parameters;
        ref T gradients = ref chunk.Gradients;
        TVector rate = TSimd.Broadcast(T.CreateTruncating(_learningRate));
        TVector decay = TSimd.Broadcast(T.CreateTruncating(_weightDecay));
        nint count = chunk.Count;
        for (nint i = 0; i < count; i += TSimd.Count)
        {
            TVector p = TSimd.Load(ref parameters, i);
            TVector g = TSimd.Add(TSimd.Load(ref gradients, i), TSimd.Multiply(decay, p));
            TSimd.Store(TSimd.Subtract(p, TSimd.Multiply(rate, g)), ref parameters, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void WithMomentum<TSimd, TVector, T>(in UpdateChunk<T> chunk)
        where TSimd : struct, ISimd<TVector, T>
        where TVector : struct
        where T : unmanaged, INumberBase<T>
    {
        ref T parameters = ref chunk.Parameters;
        ref T gradients = ref chunk.Gradients;
        ref T velocity = ref chunk.State0;
        TVector rate = TSimd.Broadcast(T.CreateTruncating(_learningRate));
        TVector decay = TSimd.Broadcast(T.CreateTruncating(_weightDecay));
        TVector momentum = TSimd.Broadcast(T.CreateTruncating(_momentum));
        TVector kept = TSimd.Broadcast(T.CreateTruncating(_kept));
        bool nesterov = _nesterov;
        nint count = chunk.Count;
        for (nint i = 0; i < count; i += TSimd.Count)
        {
            TVector p = TSimd.Load(ref parameters, i);
            TVector g = TSimd.Add(TSimd.Load(ref gradients, i), TSimd.Multiply(decay, p));
            TVector b = TSimd.Add(TSimd.Multiply(momentum, TSimd.Load(ref velocity, i)), TSimd.Multiply(kept, g));
            TVector direction = nesterov ? TSimd.Add(g, TSimd.Multiply(momentum, b)) : b;
            TSimd.Store(b, ref velocity, i);
            TSimd.Store(TSimd.Subtract(p, TSimd.Multiply(rate, direction)), ref parameters, i);
        }
    }
}
