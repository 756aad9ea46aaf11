using NetGen.Compiler.Model;
using static NetGen.Compiler.Tests.Networks.Declared;

namespace NetGen.Compiler.Tests.Networks;

/// <summary>Networks that several tests look at.</summary>
internal static class Samples
{
    /// <summary>The network of the README.</summary>
    public static NetworkSpec Digits { get; } = Stack([784], [Dense(128), Of("ReLU"), Dense(10)], Of("SoftmaxCrossEntropy"));

    /// <summary>Two axes per sample, normalisation, an expensive activation, a random mask.</summary>
    public static NetworkSpec Sequence { get; } =
        Stack([6, 40], [Of("LayerNorm"), Dense(20), Of("GELU"), Dropout(0.25), Dense(5)], Of("SoftmaxCrossEntropy"));

    /// <summary>Regression in double precision.</summary>
    public static NetworkSpec Regression { get; } =
        Stack([13], [Dense(24), Of("Tanh"), Dense(1)], Of("MeanSquaredError"), Precision.Double);

    /// <summary>By the name that snapshots and theories use.</summary>
    public static NetworkSpec Find(string name) => name switch
    {
        nameof(Digits) => Digits,
        nameof(Sequence) => Sequence,
        nameof(Regression) => Regression,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such network"),
    };
}
