using System.Numerics;

namespace NetGen;

/// <summary>An update rule: a struct with the constants of a step and one loop, written once for all vector widths and number types.</summary>
internal interface IUpdateRule
{
    /// <summary>The rule and its constants as data; only rules of optimizers have it.</summary>
    public RuleConstants Constants => throw new NotSupportedException($"{GetType().Name} is not the rule of an optimizer.");

    /// <summary>Updates <c>chunk.Count</c> parameters, a multiple of the vector's width.</summary>
    /// <typeparam name="TSimd">The operations.</typeparam>
    /// <typeparam name="TVector">The vector.</typeparam>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="chunk">What to update.</param>
    public void Run<TSimd, TVector, T>(in UpdateChunk<T> chunk)
        where TSimd : struct, ISimd<TVector, T>
        where TVector : struct
        where T : unmanaged, INumberBase<T>;
}
