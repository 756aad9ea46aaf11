using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>What the parameters of one step of Adam share.</summary>
internal readonly struct AdamConstants(double beta1, double beta2, double epsilon, double learningRate, in MomentCorrection correction)
{
    public readonly double Beta1 = beta1;
    public readonly double Beta2 = beta2;
    public readonly double Epsilon = epsilon;
    public readonly double StepSize = learningRate / correction.Mean;
    public readonly double InverseRoot = 1 / Math.Sqrt(correction.Square);

    /// <summary>The factor of the parameter in its gradient (L2).</summary>
    public double Penalty { get; init; }

    /// <summary>The factor that decoupled decay leaves of a parameter.</summary>
    public double Shrink { get; init; } = 1;
}

/// <summary>The loop of <see cref="Adam"/> and <see cref="AdamW"/>; the states are m, v and, with AMSGrad, the largest v.</summary>
/// <typeparam name="TMax">Whether to keep the largest v.</typeparam>
internal readonly struct AdamRule<TMax>(in AdamConstants constants) : IUpdateRule
    where TMax : struct, ISwitch
{
    private readonly AdamConstants _constants = constants;

    public RuleConstants Constants => new(TMax.IsOn ? DeviceRule.AmsGrad : DeviceRule.Adam, _constants.StepSize)
    {
        Decay = _constants.Penalty,
        Shrink = _constants.Shrink,
        First = _constants.Beta1,
        FirstRest = 1 - _constants.Beta1,
        Second = _constants.Beta2,
        SecondRest = 1 - _constants.Beta2,
        Epsilon = _constants.Epsilon,
        InverseRoot = _constants.InverseRoot,
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
        ref T squares = ref chunk.State1;
        ref T largest = ref chunk.State2;
        TVector beta1 = TSimd.Broadcast(T.CreateTruncating(_constants.Beta1));
        TVector rest1 = TSimd.Broadcast(T.CreateTruncating(1 - _constants.Beta1));
        TVector beta2 = TSimd.Broadcast(T.CreateTruncating(_constants.Beta2));
        TVector rest2 = TSimd.Broadcast(T.CreateTruncating(1 - _constants.Beta2));
        TVector epsilon = TSimd.Broadcast(T.CreateTruncating(_constants.Epsilon));
        TVector stepSize = TSimd.Broadcast(T.CreateTruncating(_constants.StepSize));
        TVector inverseRoot = TSimd.Broadcast(T.CreateTruncating(_constants.InverseRoot));
        TVector penalty = TSimd.Broadcast(T.CreateTruncating(_constants.Penalty));
        TVector shrink = TSimd.Broadcast(T.CreateTruncating(_constants.Shrink));
        nint count = chunk.Count;
        for (nint i = 0; i < count; i += TSimd.Count)
        {
            TVector p = TSimd.Load(ref parameters, i);
            TVector g = TSimd.Add(TSimd.Load(ref gradients, i), TSimd.Multiply(penalty, p));
            TVector m = TSimd.Add(TSimd.Multiply(beta1, TSimd.Load(ref means, i)), TSimd.Multiply(rest1, g));
            TVector v = TSimd.Add(TSimd.Multiply(beta2, TSimd.Load(ref squares, i)), TSimd.Multiply(TSimd.Multiply(rest2, g), g));
            TSimd.Store(m, ref means, i);
            TSimd.Store(v, ref squares, i);
            if (TMax.IsOn)
            {
                v = TSimd.Max(TSimd.Load(ref largest, i), v);
                TSimd.Store(v, ref largest, i);
            }

            TVector denominator = TSimd.Add(TSimd.Multiply(TSimd.Sqrt(v), inverseRoot), epsilon);
            TVector step = TSimd.Divide(TSimd.Multiply(stepSize, m), denominator);
            TSimd.Store(TSimd.Subtract(TSimd.Multiply(shrink, p), step), ref parameters, i);
        }
    }
}
