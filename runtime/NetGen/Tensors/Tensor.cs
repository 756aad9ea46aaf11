using System.Diagnostics;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Values of one shape: a batch of them (an input, or what a network makes of it), or one without a batch (a parameter, a constant). It is what <c>Forward</c> computes
/// with when it runs in the debugger: every operation of <see cref="Ops"/> is done at once, plainly, in evaluation mode. Values never change.
/// </summary>
/// <remarks>
/// The shape leaves the batch out. Operations keep the precision of their operands; a <see cref="double"/> that stands where a tensor is wanted adopts that of the others.
/// A tensor remembers what it was computed from, for <see cref="Ops.Gradient"/>, and keeps it alive.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class Tensor
{
    private static long created;

    // A float tensor holds what the same computation in float gives, or nearer to the exact value: each operation computes in double and rounds its result.
    private readonly double[] values;

    /// <param name="values">The values, row-major; the tensor owns them.</param>
    /// <param name="extents">Shape and batch.</param>
    /// <param name="kind">The precision; null for constants, which adopt that of the others.</param>
    /// <param name="origin">What the values were computed from.</param>
    internal Tensor(double[] values, Extents extents, Precision? kind, params Dependence[] origin)
    {
        Debug.Assert(values.Length == extents.Length, "as many values as the shape says");
        (this.values, Extents, Kind, Origin) = (values, extents, kind, origin);
        Order = Interlocked.Increment(ref created);
    }

    /// <summary>The extents of the axes, without the batch; empty for a single number (per sample).</summary>
    public IReadOnlyList<int> Shape => Extents.Shape;

    /// <summary>The number of samples; 0 without a batch.</summary>
    public int Batch => Extents.Batch;

    /// <summary>True for a batch, false for a parameter or a constant.</summary>
    public bool IsBatched => Batch > 0;

    /// <summary>The number of values, of all samples together.</summary>
    public int Length => values.Length;

    /// <summary>The precision of the values; <see cref="Precision.Double"/> for a constant as long as it has not met a tensor.</summary>
    public Precision Precision => Kind ?? Precision.Double;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal Extents Extents { get; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal Precision? Kind { get; }

    /// <summary>What the values were computed from; empty for a leaf.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal Dependence[] Origin { get; }

    /// <summary>Which positions [length, …] are present, [length]; null where nobody said so. What is made of the values position by position has the same mask.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal Tensor? Mask { get; private set; }

    /// <summary>Later tensors have higher numbers, so nothing depends on a higher one.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal long Order { get; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal ReadOnlySpan<double> Values => values;

    /// <summary>A number as a tensor of no axes, without a batch, that adopts the precision of what it meets.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Tensor(double value) => new([value], new Extents([], 0), null);

    /// <summary>A batch of float values.</summary>
    /// <param name="values">The samples, one after the other, each row-major.</param>
    /// <param name="shape">The shape of a sample; the number of samples follows.</param>
    /// <returns>The batch.</returns>
    /// <exception cref="ArgumentException">There are no values, or the last sample is not whole.</exception>
    public static Tensor From(ReadOnlySpan<float> values, params int[] shape) => From(Widen(values), shape, Precision.Single);

    /// <summary>A batch of double values.</summary>
    /// <param name="values">The samples, one after the other, each row-major.</param>
    /// <param name="shape">The shape of a sample; the number of samples follows.</param>
    /// <returns>The batch.</returns>
    /// <exception cref="ArgumentException">There are no values, or the last sample is not whole.</exception>
    public static Tensor From(ReadOnlySpan<double> values, params int[] shape) => From(values.ToArray(), shape, Precision.Double);

    /// <summary>Float values without a batch, as a parameter has them.</summary>
    /// <param name="values">The values, row-major.</param>
    /// <param name="shape">The shape; none for a single number.</param>
    /// <returns>The tensor.</returns>
    /// <exception cref="ArgumentException">The number of values is not that of the shape.</exception>
    public static Tensor Unbatched(ReadOnlySpan<float> values, params int[] shape) => Unbatched(Widen(values), shape, Precision.Single);

    /// <summary>Double values without a batch, as a parameter has them.</summary>
    /// <param name="values">The values, row-major.</param>
    /// <param name="shape">The shape; none for a single number.</param>
    /// <returns>The tensor.</returns>
    /// <exception cref="ArgumentException">The number of values is not that of the shape.</exception>
    public static Tensor Unbatched(ReadOnlySpan<double> values, params int[] shape) => Unbatched(values.ToArray(), shape, Precision.Double);

    private static Tensor From(double[] values, int[] shape, Precision precision)
    {
        var sample = new Extents([.. shape], 0);
        return values.Length > 0 && values.Length % sample.Size == 0
            ? new(values, new Extents(sample.Shape, values.Length / sample.Size), precision)
            : throw new ArgumentException($"{values.Length} values are no batch of {sample}: expected a multiple of {sample.Size}, at least one sample", nameof(values));
    }

    private static Tensor Unbatched(double[] values, int[] shape, Precision precision)
    {
        var extents = new Extents([.. shape], 0);
        return values.Length == extents.Size
            ? new(values, extents, precision)
            : throw new ArgumentException($"{values.Length} values for {extents}: expected {extents.Size}", nameof(values));
    }
}
