using System.Numerics;

namespace NetGen.Runtime.Tests.Files;

/// <summary>Parameters of given names and shapes, filled with 1, 2, 3 …</summary>
internal static class TestParameters
{
    public static ParameterSet<T> Create<T>(params (string Name, int[] Shape)[] parameters)
        where T : unmanaged, INumber<T>
    {
        var layouts = Layouts<T>(parameters);
        var set = new ParameterStorage<T>("DigitNet", layouts, seed: 0).Parameters;
        var values = new T[set.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = T.CreateChecked(i + 1);
        }

        set.CopyFrom(values);
        return set;
    }

    public static ParameterLayout[] Layouts<T>(params (string Name, int[] Shape)[] parameters)
        where T : unmanaged
    {
        int cacheLine = typeof(T) == typeof(double) ? 8 : 16;
        var layouts = new List<ParameterLayout>();
        int offset = 0, kernelOffset = 0;
        foreach (var (name, shape) in parameters)
        {
            int length = shape.Aggregate(1, (product, extent) => product * extent);
            int padded = (length + cacheLine - 1) / cacheLine * cacheLine;
            layouts.Add(new ParameterLayout(
                name, shape, ParameterKind.Vector, offset, kernelOffset, padded, TransposedOffset: -1, Initializer.Zeros, FanIn: 1, FanOut: 1, Gain: 1, Frozen: false));
            offset += length;
            kernelOffset += padded;
        }

        return [.. layouts];
    }

    /// <summary>The network of most tests: 4 inputs, 3 outputs.</summary>
    public static ParameterSet<float> Small() => Create<float>(("dense1.weight", [3, 4]), ("dense1.bias", [3]));

    public static T[] Values<T>(this ParameterSet<T> set)
        where T : unmanaged
    {
        var values = new T[set.Length];
        set.CopyTo(values);
        return values;
    }
}
