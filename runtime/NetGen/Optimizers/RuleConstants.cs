using System.Numerics;
using NetGen.Runtime;

namespace NetGen;

/// <summary>A rule with the constants of a step, as data: what its loop computes with, for kernels of other back ends.</summary>
/// <param name="Rule">Which formulas.</param>
/// <param name="Rate">The learning rate; of Adam that with its bias correction.</param>
internal readonly record struct RuleConstants(DeviceRule Rule, double Rate)
{
    /// <inheritdoc cref="GpuUpdate{T}.Decay"/>
    public double Decay { get; init; }

    /// <inheritdoc cref="GpuUpdate{T}.Shrink"/>
    public double Shrink { get; init; } = 1;

    /// <inheritdoc cref="GpuUpdate{T}.First"/>
    public double First { get; init; }

    /// <inheritdoc cref="GpuUpdate{T}.FirstRest"/>
    public double FirstRest { get; init; }

    /// <inheritdoc cref="GpuUpdate{T}.Second"/>
    public double Second { get; init; }

    /// <inheritdoc cref="GpuUpdate{T}.SecondRest"/>
    public double SecondRest { get; init; }

    /// <inheritdoc cref="GpuUpdate{T}.Epsilon"/>
    public double Epsilon { get; init; }

    /// <inheritdoc cref="GpuUpdate{T}.InverseRoot"/>
    public double InverseRoot { get; init; }

    /// <summary>The constants rounded to the type of the parameters, as the loops round them.</summary>
    public void Write<T>(ref GpuUpdate<T> update)
        where T : unmanaged, INumberBase<T>
    {
        (update.Rate, update.Decay, update.Shrink) = (T.CreateTruncating(Rate), T.CreateTruncating(Decay), T.CreateTruncating(Shrink));
        (update.First, update.FirstRest) = (T.CreateTruncating(First), T.CreateTruncating(FirstRest));
        (update.Second, update.SecondRest) = (T.CreateTruncating(Second), T.CreateTruncating(SecondRest));
        (update.Epsilon, update.InverseRoot) = (T.CreateTruncating(Epsilon), T.CreateTruncating(InverseRoot));
    }
}
