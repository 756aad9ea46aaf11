using System.Numerics;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <content>The plain way: the network as its declaration says it, operation by operation.</content>
public abstract partial class NetworkCore<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The scope that a network's fields are filled from.</summary>
    /// <param name="stacks">The stacks by their full names.</param>
    /// <returns>The scope.</returns>
    public ReferenceScope OpenReference(IReadOnlyDictionary<string, Func<ReferenceScope, Tensor, Tensor>> stacks) => new(ParameterTensor, stacks);

    /// <summary>Whole samples as a batch.</summary>
    /// <param name="values">The values.</param>
    /// <param name="shape">The shape of a sample.</param>
    /// <returns>The batch.</returns>
    public static Tensor Batch(ReadOnlySpan<T> values, params int[] shape) => typeof(T) == typeof(float)
        ? Tensor.From(MemoryMarshal.Cast<T, float>(values), shape)
        : Tensor.From(MemoryMarshal.Cast<T, double>(values), shape);

    /// <summary>The values of a tensor in the network's precision.</summary>
    /// <param name="tensor">A batch.</param>
    /// <returns>A copy, sample after sample.</returns>
    public static T[] Values(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return typeof(T) == typeof(float) ? (T[])(object)tensor.ToArray() : (T[])(object)tensor.ToDoubleArray();
    }

    private Tensor ParameterTensor(string name)
    {
        var (values, shape) = !Storage.Parameters.TryGet(name, out _) && Buffers.TryGet(name, out var buffer) && buffer is NetworkBuffer<T> gathered
            ? (gathered.ToArray(), gathered.Shape)
            : (Storage.Parameters[name].ToArray(), Storage.Parameters[name].Shape);
        return typeof(T) == typeof(float)
            ? Tensor.Unbatched((float[])(object)values, [.. shape])
            : Tensor.Unbatched((double[])(object)values, [.. shape]);
    }
}
