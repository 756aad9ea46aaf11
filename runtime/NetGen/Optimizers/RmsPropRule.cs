using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>The loop of <see cref="RmsProp"/>; the states are the mean square, the mean gradient (centered) and the momentum.</summary>
internal readonly struct RmsPropRule(double learningRate, double alpha, double epsilon, double momentum, bool centered, double weightDecay) : IUpdateRule
{
    private readonly double _learningRate = learningRate;
    private readonly double _alpha = alpha;
    private readonly double _epsilon = epsilon;
    private readonly double _momentum = momentum;
    private readonly double _weightDecay = weightDecay;
    private readonly bool _centered = centered;

    public RuleConstants Constants => new(
        (_centered, _momentum != 0) switch
        {
            (false, false) => DeviceRule.RmsProp,
            (false, true) => DeviceRule.RmsPropMomentum,
            (true, false) => DeviceRule.RmsPropCentered,
            (true, true) => DeviceRule.RmsPropCenteredMomentum,
        },
        _learningRate)
    {
        Decay = _weightDecay,
        First = _alpha,
        FirstRest = 1 - _alpha,
        Second = _momentum,
        Epsilon = _epsilon,
    };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TSimd, TVector, T>(in UpdateChunk<T> chunk)
        where TSimd : struct, ISimd<TVector, T>
        where TVector : struct
        where T : unmanaged, INumberBase<T>
    {
        ref T parameters = ref chunk.Parameters;
        ref T gradients = ref chunk.Gradients;
        ref T squares = ref chunk.State0;
        ref T means = ref chunk.State1;
        ref T velocity = ref chunk.State2;
        TVector rate = TSimd.Broadcast(T.CreateTruncating(_learningRate));
        TVector alpha = TSimd.Broadcast(T.CreateTruncating(_alpha));
        TVector rest = TSimd.Broadcast(T.CreateTruncating(1 - _alpha));
        TVector epsilon = TSimd.Broadcast(T.CreateTruncating(_epsilon));
        TVector momentum = TSimd.Broadcast(T.CreateTruncating(_momentum));
        TVector decay = TSimd.Broadcast(T.CreateTruncating(_weightDecay));
        TVector zero = TSimd.Broadcast(T.Zero);
        bool centered = _centered, hasMomentum = _momentum != 0;
        nint count = chunk.Count;
        for (nint i = 0; i < count; i += TSimd.Count)
        {
            TVector p = TSimd.Load(ref parameters, i);
            TVector g = TSimd.Add(TSimd.Load(ref gradients, i), TSimd.Multiply(decay, p));
            TVector v = TSimd.Add(TSimd.Multiply(alpha, TSimd.Load(ref squares, i)), TSimd.Multiply(TSimd.Multiply(rest, g), g));
            TSimd.Store(v, ref squares, i);
            if (centered)
            {
                TVector a = TSimd.Add(TSimd.Multiply(alpha, TSimd.Load(ref means, i)), TSimd.Multiply(rest, g));
                TSimd.Store(a, ref means, i);

                // Rounding can take a variance below zero, where PyTorch's root is not a number.
                v = TSimd.Max(TSimd.Subtract(v, TSimd.Multiply(a, a)), zero);
            }

            TVector direction = TSimd.Divide(g, TSimd.Add(TSimd.Sqrt(v), epsilon));
            if (hasMomentum)
            {
                direction = TSimd.Add(TSimd.Multiply(momentum, TSimd.Load(ref velocity, i)), direction);
                TSimd.Store(direction, ref velocity, i);
            }

            TSimd.Store(TSimd.Subtract(p, TSimd.Multiply(rate, direction)), ref parameters, i);
        }
    }
}
