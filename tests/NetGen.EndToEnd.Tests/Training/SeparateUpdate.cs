using System.Runtime.InteropServices;
using NetGen.Runtime;

namespace NetGen.EndToEnd.Tests.Training;

/// <summary>
/// What an optimizer makes of weights and gradients given as plain arrays: one vector of all values, so that neither the kernels'
/// layout nor the fusion with the backward pass takes part.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class SeparateUpdate<T>(Optimizer optimizer, int length)
    where T : unmanaged
{
    private readonly int _padded = (length + 15) & ~15;

    private readonly ParameterStorage<T> _storage = new("Reference",
        [new("all", [length], ParameterKind.Vector, 0, 0, (length + 15) & ~15, -1, Initializer.Zeros, 1, 1, 1, false)], 0);

    /// <summary>The weights after one step.</summary>
    public T[] Step(T[] weights, T[] gradients)
    {
        var padded = new T[_padded];
        gradients.CopyTo(padded, 0);
        _storage.Parameters.CopyFrom(weights);
        optimizer.BeginStep(_storage);
        if (padded is float[] singles)
        {
            optimizer.Update(ref Memory.At<float>(_storage.Address), ref MemoryMarshal.GetArrayDataReference(singles), 0, _padded);
        }
        else if (padded is double[] doubles)
        {
            optimizer.Update(ref Memory.At<double>(_storage.Address), ref MemoryMarshal.GetArrayDataReference(doubles), 0, _padded);
        }

        var updated = new T[length];
        _storage.Parameters.CopyTo(updated);
        return updated;
    }
}
