namespace NetGen.Runtime.Tests.Buffers;

/// <summary>Parameters and buffers of networks with one batch norm, as emitted code would tell them.</summary>
internal static class NormLayouts
{
    public const string Mean = "norm.running_mean", Variance = "norm.running_var", Count = "norm.num_batches_tracked";

    /// <summary>A weight for each feature, and a bias.</summary>
    public static ParameterLayout[] Parameters<T>(int features)
        where T : unmanaged
    {
        int padded = Panels.RoundUp<T>(features);
        return
        [
            new("dense1.weight", [features], ParameterKind.Vector, 0, 0, padded, -1, Initializer.Normal, features, 1, 1, false),
            new("dense1.bias", [1], ParameterKind.Vector, features, padded, Panels.RoundUp<T>(1), -1, Initializer.Zeros, features, 1, 1, false),
        ];
    }

    /// <summary>What the batch norm gathers.</summary>
    public static ParameterLayout[] Buffers<T>(int features)
        where T : unmanaged
    {
        int padded = Panels.RoundUp<T>(features), begin = padded + Panels.RoundUp<T>(1);
        return
        [
            new(Mean, [features], ParameterKind.Vector, 0, begin, padded, -1, Initializer.Zeros, 1, 1, 1, false),
            new(Variance, [features], ParameterKind.Vector, 0, begin + padded, padded, -1, Initializer.Ones, 1, 1, 1, false),
            new(Count, [], ParameterKind.Counter, 0, 0, 0, -1, Initializer.Zeros, 1, 1, 1, false),
        ];
    }

    public static ParameterStorage<T> Storage<T>(int features = 5)
        where T : unmanaged => new("NormNet", Parameters<T>(features), 1, Buffers<T>(features));
}
